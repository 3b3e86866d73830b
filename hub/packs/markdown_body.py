"""The main text of a page as Markdown: headings, quotations and fenced blocks between the words."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from hub.packs.errors import PackError, Place
from hub.packs.yaml_values import Value, read_yaml, write_yaml
from hub.richtext import make_parser

HEADING_LEVELS = {"h2": "##", "h3": "###"}
ANCHOR = re.compile(r"\s*\{#(?P<anchor>[a-z0-9]+(-[a-z0-9]+)*)\}$")
BLOCK_INFO = re.compile(r"^block\s+(?P<name>[a-z_]+)$")
SAID_BY = re.compile(r"^[—–]\s+(?P<name>[^,]+)(,\s*(?P<role>.+))?$")
FENCE = "```"

_parser = make_parser()


def read_body(body: Value) -> Value:
    """The blocks of a Markdown body, as a list of types and values. Raises PackError."""
    lines = body.text.split("\n")
    blocks: list[Value] = []
    words: list[tuple[int, int]] = []
    for token in _top_tokens(_parser.parse(body.text)):
        start, end = token.map or [0, 0]
        if token.type in ("paragraph_open", "bullet_list_open", "ordered_list_open"):
            words.append((start, end))
            continue
        blocks.extend(_text_block(body, lines, words))
        words = []
        blocks.append(_special_block(token, lines[start:end], body.line_of_text(start)))
    blocks.extend(_text_block(body, lines, words))
    return Value(blocks, body.place)


def _top_tokens(tokens: list[Token]) -> Iterator[Token]:
    """The tokens that open something at the outermost level."""
    return (token for token in tokens if token.level == 0 and token.nesting >= 0 and token.map)


def _block(name: str, data: Value) -> Value:
    return Value({"type": Value(name, data.place), "value": data}, data.place)


def _text_block(body: Value, lines: list[str], words: list[tuple[int, int]]) -> list[Value]:
    if not words:
        return []
    start, end = words[0][0], words[-1][1]
    text = "\n".join(lines[start:end]).strip("\n")
    return [_block("text", Value(text, body.line_of_text(start)))]


def _special_block(token: Token, lines: list[str], place: Place) -> Value:
    match token.type:
        case "heading_open":
            return _heading(token, lines, place)
        case "blockquote_open":
            return _quote(lines, place)
        case "fence":
            return _fenced(token, place)
    raise PackError(place, f"„{lines[0]}” cannot stand here")


def _texts(place: Place, **texts: str) -> Value:
    return Value({name: Value(text, place) for name, text in texts.items() if text}, place)


def _heading(token: Token, lines: list[str], place: Place) -> Value:
    if token.tag not in HEADING_LEVELS:
        raise PackError(place, "headings are written with ## or ###; # is the page's title")
    text = re.sub(r"^\s*#+\s*|\s+#+\s*$", "", lines[0])
    anchor = ANCHOR.search(text)
    words = ANCHOR.sub("", text)
    if not words:
        raise PackError(place, "the heading has no words")
    named = _texts(place, text=words, level=token.tag, anchor=anchor["anchor"] if anchor else "")
    return _block("heading", named)


def _quote(lines: list[str], place: Place) -> Value:
    stripped = [re.sub(r"^\s*>\s?", "", line).strip() for line in lines]
    while stripped and not stripped[-1]:
        stripped.pop()
    said_by = SAID_BY.match(stripped[-1]) if stripped else None
    said = stripped[:-1] if said_by else stripped
    paragraphs = re.split(r"\n{2,}", "\n".join(said).strip("\n"))
    text = "\n".join(part.replace("\n", " ") for part in paragraphs)
    if not text:
        raise PackError(place, "the quotation has no words")
    who = {"name": said_by["name"].strip(), "role": said_by["role"] or ""} if said_by else {}
    return _block("quote", _texts(place, text=text, **who))


def _fenced(token: Token, place: Place) -> Value:
    info = BLOCK_INFO.match(token.info.strip())
    if not info:
        raise PackError(place, "a fenced block begins with „```block name”")
    first_line = Place(place.file, place.line + 1)
    return _block(info["name"], read_yaml(token.content, place.file, first_line.line))


# Writing


def write_body(blocks: list[dict]) -> str:
    """The Markdown of plain blocks, each with its type and value; read_body gives them back."""
    parts: list[str] = []
    previous = ""
    for block in blocks:
        name, data = block["type"], block["value"]
        part = _short_form(name, data) if name != "text" or previous != "text" else ""
        if not part or not _comes_back(part, block):
            part = _long_form(name, data)
            name = f"fenced {name}"
        parts.append(part)
        previous = name
    return "\n\n".join(parts) + "\n" if parts else ""


def _short_form(name: str, data) -> str:
    match name:
        case "text":
            return str(data).strip("\n")
        case "heading":
            anchor = f" {{#{data['anchor']}}}" if data.get("anchor") else ""
            return f"{HEADING_LEVELS.get(data.get('level', 'h2'), '##')} {data['text']}{anchor}"
        case "quote":
            return _short_quote(**data)
    return ""


def _short_quote(text: str, name: str = "", role: str = "") -> str:
    lines = "\n\n".join(text.split("\n")).split("\n")
    if name:
        lines += ["", f"— {name}, {role}" if role else f"— {name}"]
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _long_form(name: str, data) -> str:
    content = write_yaml(data).removesuffix("...\n")
    longest = max((len(run) for run in re.findall(r"^\s*(`{3,})", content, re.M)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}block {name}\n{content.rstrip()}\n{fence}"


def _comes_back(part: str, block: dict) -> bool:
    """Whether reading the short form gives the very block that was written."""
    try:
        read = read_body(Value(part, Place(""))).plain()
    except PackError:
        return False
    expected = block["value"]
    if block["type"] == "heading":
        expected = {"level": "h2", **expected}
    if isinstance(expected, str):
        expected = expected.strip("\n")
    if isinstance(expected, dict):
        expected = {name: str(text) for name, text in expected.items() if text}
    return read == [{"type": block["type"], "value": expected}]
