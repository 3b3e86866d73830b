"""Words that say nothing: links called „here”, pictures called after their file, long summaries."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup

# Without case, marks and spaces around them.
_EMPTY_WORDS = {
    "šeit", "te", "tur", "saite", "šī saite", "šajā saitē", "vairāk", "plašāk", "lasīt vairāk",
    "lasi vairāk", "lasiet vairāk", "lasīt šeit", "lasīt tālāk", "skatīt šeit", "skatīt vairāk",
    "uzzināt vairāk", "spied šeit", "spiediet šeit", "spiest šeit", "klikšķini šeit",
    "klikšķiniet šeit", "noklikšķiniet šeit", "here", "link", "this link", "this page", "more",
    "click here", "press here", "read more", "see more", "learn more",
}  # fmt: skip
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_FILE_NAME = re.compile(
    r"\S+\.(?:avif|gif|heic|jpe?g|png|svg|tiff?|webp)"
    r"|(?:img|image|dscn?|dscf|pxl|wa|foto|photo)[-_ ]?\d{3,}(?:[-_]\w+)*"
    r"|\d{6,}(?:[-_]\w+)*|img(?:[-_]\w+)+|\w+(?:_\w+)+",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?…]+[”\"]?\s+(?=[^\W\d_a-zāčēģīķļņšūž])")
_LONG = 220  # signs: three lines of a card
_SENTENCES = 2


def links_without_words(html: str) -> Iterator[str]:
    """The words of each link in a rich text that do not say where it leads."""
    if "<a" not in html:
        return
    for element in BeautifulSoup(html, "html.parser").find_all("a"):
        words = " ".join(element.get_text().split())
        bare = words.strip(" .,:;!?…>»→–-()").lower()
        if bare in _EMPTY_WORDS or _BARE_ADDRESS.fullmatch(words):
            yield words


def is_file_name(words: str) -> bool:
    """Whether a picture is told of by the name of its file, as „IMG_2041” or „talka.jpg”."""
    return _FILE_NAME.fullmatch(words.strip()) is not None


def is_long(summary: str) -> bool:
    """Whether a summary is more than a card has room for."""
    sentences = len(_SENTENCE_END.findall(summary.strip())) + 1
    return len(summary.strip()) > _LONG or sentences > _SENTENCES
