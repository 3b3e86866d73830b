"""Markdown to the rich text that Wagtail keeps, and back.

Only what editors have: paragraphs, lists, bold, italic and links. The same Markdown comes back
from the rich text made of it, so that a text can leave the hub and return unchanged.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

from bs4 import BeautifulSoup, NavigableString, Tag
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, list_block
from markdown_it.token import Token

# Gives the attributes of a link in Wagtail's form for an address as written in Markdown.
Resolve = Callable[[str], dict[str, str]]
# Gives the address to write in Markdown for the attributes of a link.
NameLink = Callable[[dict[str, str]], str]

INLINE_TAGS = {"strong_open": "<b>", "strong_close": "</b>", "em_open": "<i>", "em_close": "</i>"}
BLOCK_TAGS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>",
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_open": "<ol>",
    "ordered_list_close": "</ol>",
    "list_item_open": "<li>",
    "list_item_close": "</li>",
}
NOT_HERE = {
    "heading_open": "a heading cannot stand inside a text",
    "fence": "a block cannot stand inside a text",
    "blockquote_open": "a quotation cannot stand inside a text",
    "hr": "a line across cannot stand inside a text",
    "image": "a picture cannot stand inside a text",
}
LIST_NUMBER = re.compile(r"\d+[.)]")
FIRST_NUMBER = re.compile(r"1[.)](\s|$)")
SAFE_ADDRESS = re.compile(r"^(https?://|mailto:|tel:|#|/(?!/))", re.I)


class MarkdownProblem(ValueError):
    """What is wrong with a text, and in which of its lines (the first is 0)."""

    def __init__(self, line: int, reason: str):
        super().__init__(reason)
        self.line, self.reason = line, reason


def make_parser() -> MarkdownIt:
    """A parser that knows what packs are written with and takes everything else as words."""
    parser = MarkdownIt("zero").enable(
        ["heading", "fence", "blockquote", "hr", "list"]
        + ["emphasis", "link", "image", "newline", "escape"]
    )
    parser.block.ruler.at("list", _list_from_one, {"alt": ["paragraph", "reference", "blockquote"]})
    # Addresses go to `resolve` as they were written.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _list_from_one(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A list of numbers begins with 1; „2021. gadā” begins a sentence, as Latvian writes years."""
    line = state.src[state.bMarks[start_line] + state.tShift[start_line] : state.eMarks[start_line]]
    begins_late = LIST_NUMBER.match(line) and not FIRST_NUMBER.match(line)
    if begins_late and not silent:  # silent asks only whether a paragraph ends here
        return False
    return list_block(state, start_line, end_line, silent)


_parser = make_parser()


def plain_link(address: str) -> dict[str, str]:
    """A link out of the hub; anything but the web, mail, telephone or a place here is refused."""
    if not SAFE_ADDRESS.match(address):
        raise ValueError(f"„{address}” is not an address: https://…, mailto:…, page:… or file:…")
    return {"href": address}


def to_html(markdown: str, resolve: Resolve = plain_link) -> str:
    """The rich text for a Markdown text.

    `resolve` turns an address into the attributes of a link, or raises ValueError.
    Raises MarkdownProblem with the line.
    """
    return "".join(_render(_parser.parse(markdown), resolve))


def _render(tokens: list[Token], resolve: Resolve) -> Iterator[str]:
    line = 0
    items: list[int] = []
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type in NOT_HERE:
            raise MarkdownProblem(line, NOT_HERE[token.type])
        _check_item(token, items, line)
        if token.type == "inline":
            yield _inline(token.children or [], line, resolve)
        elif items and token.type in ("paragraph_open", "paragraph_close"):
            continue  # Wagtail's list items hold their words without a paragraph.
        else:
            yield BLOCK_TAGS[token.type]


def _check_item(token: Token, items: list[int], line: int) -> None:
    """Count the paragraphs of the list items we are in: each may have one."""
    if token.type == "list_item_open":
        items.append(0)
    elif token.type == "list_item_close":
        items.pop()
    elif token.type == "paragraph_open" and items:
        items[-1] += 1
        if items[-1] > 1:
            raise MarkdownProblem(line, "an item of a list has one paragraph only")


def _inline(tokens: list[Token], line: int, resolve: Resolve) -> str:
    return "".join(_inline_token(token, line, resolve) for token in tokens)


def _inline_token(token: Token, line: int, resolve: Resolve) -> str:
    match token.type:
        case "text" | "text_special":
            return escape(token.content, quote=False)
        case "softbreak":
            return " "
        case "hardbreak":
            return "<br/>"
        case "link_open":
            try:
                attributes = resolve(str(token.attrs["href"]))
            except ValueError as error:
                raise MarkdownProblem(line, str(error)) from error
            return "<a" + "".join(f' {n}="{escape(v)}"' for n, v in attributes.items()) + ">"
        case "link_close":
            return "</a>"
        case name if name in INLINE_TAGS:
            return INLINE_TAGS[name]
    raise MarkdownProblem(line, NOT_HERE.get(token.type, f"{token.type} cannot stand here"))


# And back

BOLD = ("b", "strong")
ITALIC = ("i", "em")


def address_of(attributes: dict[str, str]) -> str:
    """The address of a link that leads out of the hub."""
    return attributes.get("href", "")


def to_markdown(html: str, name_link: NameLink = address_of) -> str:
    """The Markdown for a rich text; `name_link` gives the address of a link."""
    soup = BeautifulSoup(html, "html.parser")
    return "\n\n".join(block for block in _blocks(soup, name_link) if block.strip())


def paragraph(element: Tag, name_link: NameLink = address_of) -> str:
    """The Markdown for the words of one element, as a paragraph of its own."""
    return _escape_line_starts(_words(element, name_link).strip())


def _blocks(parent: Tag, name_link: NameLink) -> Iterator[str]:
    previous = ""
    for element in parent.children:
        if not isinstance(element, Tag):
            yield _escape_line_starts(escaped(str(element)).strip())
            continue
        if element.name in ("ul", "ol"):
            # Two lists in a row would run into one: their marks differ.
            yield _list(element, name_link, other_mark=element.name == previous)
        else:
            words = _words(element, name_link).strip()
            yield _escape_line_starts(words, after_numbers=previous == "ol")
        previous = element.name


def _list(element: Tag, name_link: NameLink, other_mark: bool = False) -> str:
    lines = []
    bullet, point = ("*", ")") if other_mark else ("-", ".")
    for number, item in enumerate(element.find_all("li", recursive=False), start=1):
        mark = f"{number}{point} " if element.name == "ol" else f"{bullet} "
        indent = " " * len(mark)
        inner = [_escape_line_starts(_words(item, name_link).strip())]
        nested = item.find_all(["ul", "ol"], recursive=False)
        inner += [_list(below, name_link) for below in nested]
        text = "\n".join(inner).replace("\n", f"\n{indent}")
        lines.append((mark + text).rstrip())
    return "\n".join(lines)


def _words(element: Tag, name_link: NameLink) -> str:
    return "".join(_word(child, name_link) for child in element.children)


def _word(element, name_link: NameLink) -> str:
    if isinstance(element, NavigableString):
        return escaped(re.sub(r"\s+", " ", str(element)))
    match element.name:
        case "br":
            return "\\\n"
        case "ul" | "ol":
            return ""
        case "a":
            attributes = {name: str(value) for name, value in element.attrs.items()}
            address = name_link(attributes)
            words = _words(element, name_link)
            return f"[{words}]({_escape_address(address)})" if address else words
        case name if name in BOLD:
            return _marked(_words(element, name_link), "**")
        case name if name in ITALIC:
            return _marked(_words(element, name_link), "*")
    return _words(element, name_link)


def _marked(words: str, mark: str) -> str:
    """The words between marks, spaces outside, as Markdown wants them."""
    inner = words.strip()
    if not inner:
        return words
    start, end = words.index(inner), words.index(inner) + len(inner)
    return f"{words[:start]}{mark}{inner}{mark}{words[end:]}"


def _escape_address(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def escaped(text: str) -> str:
    """Words that would be marks are told apart from them."""
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", text)
    text = re.sub(r"([*\[\]])", r"\\\1", text)
    return re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\\_", text)


def _escape_line_starts(text: str, after_numbers: bool = False) -> str:
    """A line that begins like a list, a heading or a quotation begins with an escape.

    A number other than 1 is no list, unless it could be the next item of one.
    """
    text = re.sub(r"^(\s*)([-+>#]|~~~)", r"\1\\\2", text, flags=re.M)
    text = re.sub(r"^(\s*)(```)", r"\1\\\2", text, flags=re.M)
    number = r"\d+" if after_numbers else "1"
    return re.sub(rf"^(\s*{number})([.)])(?=\s|$)", r"\1\\\2", text, flags=re.M)
