"""Every component and block with its states, ready to be shown."""

import re
from collections.abc import Callable

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from gallery import blocks, cards, lists, pages, surroundings
from gallery.words import WORDS, Words

_OWN_IDS = re.compile(
    r"""((?:\bid|\bfor|\baria-labelledby|\baria-describedby)="|\bhref="(?:\?[^"#]*)?\#)([\w-]+)"""
)
# Template by template, what gives the contexts of its states.
SPECIMENS: dict[str, Callable[[Words], dict]] = {
    **{
        f"components/{name}.html": contexts
        for module in (cards, lists, pages, surroundings)
        for name, contexts in module.COMPONENTS.items()
    },
    **{f"blocks/{name}.html": contexts for name, contexts in blocks.BLOCKS.items()},
}


def states_of(template: str, language: str, request: HttpRequest | None = None) -> dict:
    """The rendered HTML of each state of `template` by the state's name."""
    contexts = SPECIMENS[template](WORDS[language])
    return {
        name: _with_own_ids(render_to_string(template, context, request), f"state-{number}")
        for number, (name, context) in enumerate(contexts.items(), start=1)
    }


def _with_own_ids(html: str, suffix: str) -> SafeString:
    """The same HTML for a page on which it stands several times."""
    return mark_safe(_OWN_IDS.sub(rf"\1\2-{suffix}", html))
