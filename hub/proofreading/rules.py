"""The rules: what each is called, why it is there, and how to mend what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Rule:
    """One thing that is looked for; its slug is the same in every language."""

    slug: str
    name: Words
    why: Words
    mend: Words


@dataclass(frozen=True)
class Fault:
    """Something a rule found: where in the thing, and the words around it."""

    rule: Rule
    path: str
    words: str


# What `proofs` of a page type, record or block holds.
Proof = Callable[[Any], Iterator[Fault]]

RULES: dict[str, Rule] = {}


def rule(slug: str, name: Words, why: Words, mend: Words) -> Rule:
    """A rule that `check_content` knows by its slug."""
    RULES[slug] = Rule(slug, name, why, mend)
    return RULES[slug]


SPELLING = rule(
    "spelling",
    _("Unknown word"),
    _("A misspelt word is not found by search and makes a reader doubt the rest."),
    _("Correct it; if it is right, add it to the list of the hub’s own words."),
)
QUOTES = rule(
    "quotes",
    _("Quotation marks of another language"),
    _("Each language opens and closes its quotations with marks of its own."),
    _("In Latvian the first stands low and the second high, in English both stand high."),
)
STRAIGHT_QUOTES = rule(
    "straight-quotes",
    _("Straight quotation mark or apostrophe"),
    _("A typewriter’s marks do not show where a quotation opens and closes."),
    _("Write the curved marks of the text’s language."),
)
DASHES = rule(
    "dashes",
    _("Hyphen or long dash in place of a dash"),
    _("A hyphen joins a word; between words and numbers stands a dash."),
    _("Write – with spaces between words, without them between numbers."),
)
SPACES = rule(
    "spaces",
    _("Space missing or too many"),
    _("Words run together or fall apart where a line ends."),
    _("One space after a mark, none before it, never two."),
)
DOTS = rule(
    "dots",
    _("Three dots in place of one sign"),
    _("Three dots can be torn apart at the end of a line and are read out one by one."),
    _("Write …"),
)
TORN = rule(
    "torn",
    _("Number torn from its unit"),
    _("At the end of a line the number stays above and its unit goes below."),
    _("Put a space that does not break between them."),
)
LANGUAGE = rule(
    "language",
    _("Text in another language"),
    _("A reader of one language meets a text in the other, and it is read out wrongly."),
    _("Translate it."),
)
OUTDATED = rule(
    "outdated",
    _("Outdated translation"),
    _("The original says something else by now."),
    _("Synchronise the translation with its original and translate what is new."),
)
SUMMARY = rule(
    "summary",
    _("No summary"),
    _("Cards, search and shared links show it."),
    _("Say in two sentences what a reader finds here."),
)
ALT = rule(
    "alt",
    _("Picture without words"),
    _("Whoever does not see the picture learns nothing of it."),
    _("Say what it shows, or mark it as a decoration."),
)
ALT_FILE = rule(
    "alt-file",
    _("Name of a file in place of words"),
    _("Whoever does not see the picture is read letters and numbers."),
    _("Say in one sentence what happens in the picture."),
)
SOURCES = rule(
    "sources",
    _("No source"),
    _("A reader cannot check where the facts come from."),
    _("Name a publication, a page or an organisation."),
)
LINKS = rule(
    "links",
    _("Link that leads nowhere"),
    _("A reader meets an error, or a page that is not public."),
    _("Choose another page or take the link out."),
)
ADDRESSES = rule(
    "addresses",
    _("Address that is not written well"),
    _("It cannot be opened, or what is sent there can be read on the way."),
    _("Write the whole address with https:// and without spaces."),
)
LINK_WORDS = rule(
    "link-words",
    _("Link that does not say where it leads"),
    _("Whoever listens to a page goes from link to link and hears nothing but “here”."),
    _("Make a link of the words that name what is there."),
)
EMPTY = rule(
    "empty",
    _("Nothing there"),
    _("A heading, list or paragraph without anything in it promises what does not come."),
    _("Fill it in or take it out."),
)
HEADINGS = rule(
    "headings",
    _("Heading out of order"),
    _("Whoever listens to a page goes by its headings; a part needs a section above it."),
    _("Make the first a section, and a part only below a section."),
)
REPEATS = rule(
    "repeats",
    _("The same sentence twice"),
    _("A sentence copied from elsewhere says nothing about this place."),
    _("Say it in other words, or only once."),
)
UNITS = rule(
    "units",
    _("Number without a unit"),
    _("A bare number says nothing on a card."),
    _("Say of what: people, EUR, km."),
)

# What makes a page better but not wrong: told while it is written, no fault of what is published.

LONG_SUMMARY = Rule(
    "long-summary",
    _("Long summary"),
    _("A card shows two sentences; what comes after them is not read."),
    _("Keep the two sentences that matter most; the rest belongs into the text."),
)
HEAVY = Rule(
    "heavy",
    _("Large file"),
    _("On a weak connection it takes minutes to load."),
    _("Make it smaller before you add it: a shorter or smaller recording, a document of fewer MB."),
)
POINT = Rule(
    "point",
    _("Place without a point"),
    _("It cannot be shown on the map."),
    _("Fill in latitude and longitude; where the exact place is nobody’s business, say so."),
)
CAPTIONS = Rule(
    "captions",
    _("Video without captions"),
    _("Many watch without sound, and the search finds only what is written."),
    _("Add captions to the recording under “Media”."),
)
UNTOLD = Rule(
    "untold",
    _("Not told yet"),
    _("Whoever wants to do the same asks this first."),
    _("Tell it, even if only roughly."),
)
UNLINKED = Rule(
    "unlinked",
    _("Solved, but the page does not say how"),
    _("The need was met, and others with the same need could learn from it."),
    _("Choose the page of the solution."),
)
