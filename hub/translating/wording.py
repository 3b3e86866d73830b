"""Whether a translated text keeps what stands in the original beside its words."""

import re
from collections import Counter
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


class _Tags(HTMLParser):
    """Gathers the opening tags of a text, each as it has to be written."""

    def __init__(self):
        super().__init__()
        self.found: Counter[str] = Counter()

    def handle_starttag(self, tag, attributes):
        told = "".join(f' {name}="{value or ""}"' for name, value in sorted(attributes))
        self.found[f"<{tag}{told}>"] += 1


def what_is_wrong(original: str, translated: str) -> str:
    """Why `translated` cannot stand in place of `original`; empty if it can.

    Both are texts as wagtail-localize keeps them: HTML, with links by number. Bold, links and
    placeholders may change their order, but not their number.
    """
    try:
        StringValue.from_translated_html(translated)
    except ValueError as error:
        return str(error)
    kinds = (
        (_tags(original), _tags(translated)),
        (Counter(_PLACEHOLDER.findall(original)), Counter(_PLACEHOLDER.findall(translated))),
    )
    for wanted, found in kinds:
        if missing := wanted - found:
            return _("%(parts)s is missing.") % {"parts": _listed(missing)}
        if added := found - wanted:
            return _("%(parts)s is not in the original.") % {"parts": _listed(added)}
    return ""


def _tags(text: str) -> Counter[str]:
    parser = _Tags()
    parser.feed(text)
    parser.close()
    return parser.found


def _listed(parts: Counter[str]) -> str:
    return ", ".join(sorted(parts.elements()))
