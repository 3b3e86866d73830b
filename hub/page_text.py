"""A page as Markdown: the words that a reader sees, in the order in which they stand.

Made of the page's own HTML, so it can say neither more nor less than the page, whatever its type.
"""

from collections.abc import Callable, Iterator
from textwrap import indent
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, SoupStrainer, Tag
from bs4.element import Comment

from hub.richtext import address_of, escaped, paragraph

# Drawings, forms and ways to choose: nothing of it is text.
_LEFT_OUT = (
    "script, style, svg, form, template, track, [aria-hidden=true], .visually-hidden, "
    ".facets, .sorts, .listing__filter, .map__credit, .pagination ul"
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE = {
    "a", "abbr", "b", "br", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong",
    "sub", "sup", "time",
}  # fmt: skip


def as_markdown(html: str, address: str, files: str) -> str:
    """The main part of the page at `address` as Markdown, its title first.

    The next and the previous part of a list are sought in `files`, the name of its own form.
    """
    main = BeautifulSoup(html, "html.parser", parse_only=SoupStrainer("main")).find("main")
    if not isinstance(main, Tag):
        return ""
    _tidy(main, files)
    title = main.find("h1")
    if isinstance(title, Tag):
        main.insert(0, title.extract())
    blocks = _Writer(address).blocks(main)
    return "\n\n".join(block for block in blocks if block.strip()) + "\n"


def _tidy(main: Tag, files: str) -> None:
    for element in main.select(_LEFT_OUT):
        element.decompose()
    for comment in main.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for link in main.select("a[rel~=next], a[rel~=prev]"):
        link["href"] = f"{files}{link.get('href', '')}"
        link.string = link.get_text(strip=True)
    for span in main.find_all("span"):
        # Words that only style keeps apart.
        if isinstance(span.next_sibling, Tag) and span.next_sibling.name == "span":
            span.insert_after(" · ")


def _is_inline(node) -> bool:
    if isinstance(node, NavigableString):
        return True
    return node.name in _INLINE and all(_is_inline(child) for child in node.children)


class _Writer:
    """Writes the elements of one page; its links are whole addresses."""

    def __init__(self, address: str):
        self._address = address
        self._writers: dict[str, Callable[[Tag], Iterator[str]]] = {
            **dict.fromkeys(_HEADINGS, self._heading),
            "summary": self._strong,
            "caption": self._strong,
            "legend": self._strong,
            "ul": self._list,
            "ol": self._list,
            "dl": self._facts,
            "table": self._table,
            "blockquote": self._quote,
            "picture": self._picture,
            "img": self._picture,
            "video": self._video,
        }

    def blocks(self, parent: Tag) -> Iterator[str]:
        """Paragraph by paragraph; what stands in a line together is one."""
        line: list = []
        for node in [*parent.children, None]:
            if node is not None and _is_inline(node):
                line.append(node)
                continue
            if line:
                yield self._line(line)
                line = []
            if isinstance(node, Tag):
                yield from self._writers.get(node.name, self.blocks)(node)

    def _line(self, nodes: list) -> str:
        holder = Tag(name="p")
        for node in nodes:
            holder.append(node)
        return self._words(holder)

    def _words(self, element: Tag) -> str:
        return paragraph(element, self._whole_address)

    def _whole_address(self, attributes: dict[str, str]) -> str:
        href = address_of(attributes)
        return urljoin(self._address, href) if href else ""

    def _heading(self, element: Tag) -> Iterator[str]:
        words = self._words(element)
        if words:
            yield f"{'#' * int(element.name[1])} {words}"

    def _strong(self, element: Tag) -> Iterator[str]:
        words = " ".join(self.blocks(element))
        if words.strip():
            yield f"**{words.strip()}**"

    def _list(self, element: Tag) -> Iterator[str]:
        items = [
            [_not_a_heading(block) for block in self.blocks(item) if block.strip()]
            for item in element.find_all("li", recursive=False)
        ]
        is_long = any(map(_is_long, items))
        lines = []
        for number, blocks in enumerate(filter(None, items), start=1):
            mark = f"{number}. " if element.name == "ol" else "- "
            text = ("\n\n" if is_long else "\n").join(blocks)
            lines.append(mark + indent(text, " " * len(mark)).lstrip())
        if lines:
            yield "\n".join(lines)

    def _facts(self, element: Tag) -> Iterator[str]:
        lines = []
        for name in element.find_all("dt"):
            said = name.find_next_sibling("dd")
            words = ", ".join(self.blocks(said)) if isinstance(said, Tag) else ""
            in_a_line = " ".join(words.replace("\\\n", ", ").split())
            lines.append(f"- **{self._words(name)}:** {in_a_line}")
        if lines:
            yield "\n".join(lines)

    def _table(self, element: Tag) -> Iterator[str]:
        for caption in element.find_all("caption"):
            yield from self._strong(caption)
        rows = [
            [" ".join(self.blocks(cell)).replace("|", "\\|") for cell in row.find_all(["th", "td"])]
            for row in element.find_all("tr")
        ]
        if rows:
            lines = [f"| {' | '.join(row)} |" for row in rows]
            lines.insert(1, f"|{' --- |' * len(rows[0])}")
            yield "\n".join(lines)

    def _quote(self, element: Tag) -> Iterator[str]:
        text = "\n\n".join(self.blocks(element))
        yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))

    def _picture(self, element: Tag) -> Iterator[str]:
        image = element if element.name == "img" else element.find("img")
        if isinstance(image, Tag) and image.get("alt"):
            source = urljoin(self._address, str(image.get("src", "")))
            yield f"![{escaped(str(image['alt']))}]({source})"

    def _video(self, element: Tag) -> Iterator[str]:
        for link in element.find_all("a"):
            yield self._line([link])


def _is_long(blocks: list[str]) -> bool:
    """Whether an item of a list is told in paragraphs, not in a few lines."""
    return any("\n" in block or len(block) > 200 for block in blocks)


def _not_a_heading(block: str) -> str:
    """In a list, a heading is only a name."""
    words = block.lstrip("#")
    return f"**{words.strip()}**" if words != block and words.startswith(" ") else block
