"""YAML as packs use it: every scalar stays as it was written, and knows its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import yaml

from hub.packs.errors import PackError, Place

Data = None | str | list["Value"] | dict[str, "Value"]

NOTHING = ("", "~", "null")


@dataclass(frozen=True)
class Value:
    """What stands in a file: words, a list, a mapping, or nothing; and where."""

    data: Data
    place: Place
    is_block: bool = False  # its words begin on the next line

    def error(self, reason: str) -> PackError:
        return PackError(self.place, reason)

    @property
    def text(self) -> str:
        """The words; nothing is no words. Raises PackError for a list or mapping."""
        if self.data is None:
            return ""
        if not isinstance(self.data, str):
            raise self.error("words are expected here, not a list")
        return self.data

    @property
    def items(self) -> list[Value]:
        """The list; nothing is an empty one. Raises PackError for anything else."""
        if self.data is None:
            return []
        if not isinstance(self.data, list):
            raise self.error("a list is expected here: lines that begin with a dash")
        return self.data

    @property
    def mapping(self) -> dict[str, Value]:
        """The names with their values. Raises PackError for anything else."""
        if not isinstance(self.data, dict):
            raise self.error("names with values are expected here: „name: value”")
        return self.data

    def line_of_text(self, line: int) -> Place:
        """The place of a line of the words, counted from 0."""
        return Place(self.place.file, self.place.line + line + (1 if self.is_block else 0))

    def plain(self) -> object:
        """The value without its places."""
        if isinstance(self.data, list):
            return [item.plain() for item in self.data]
        if isinstance(self.data, dict):
            return {name: value.plain() for name, value in self.data.items()}
        return self.data


class _Loader(yaml.SafeLoader):
    """Composes nodes only; aliases are refused, for a small file could grow without end."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.composer.ComposerError(None, None, "„*name” cannot be used here", mark)
        return super().compose_node(parent, index)


def read_yaml(text: str, file: str, first_line: int = 1) -> Value:
    """The value of a YAML text that begins at `first_line` of `file`. Raises PackError."""
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise PackError(Place(file, first_line + line), _explain(error)) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PackError(Place(file, first_line), f"this is not YAML: {error}") from error
    if node is None:
        return Value(None, Place(file, first_line))
    return _value(node, file, first_line)


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = (error.problem or "").strip()
    if "mapping values are not allowed" in problem:
        return "a colon inside a value: put the value in quotation marks"
    return f"this is not YAML: {problem}"


def _value(node: yaml.Node, file: str, first_line: int) -> Value:
    place = Place(file, first_line + node.start_mark.line)
    if isinstance(node, yaml.ScalarNode):
        is_nothing = node.style is None and node.value in NOTHING
        return Value(None if is_nothing else node.value, place, node.style in ("|", ">"))
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(item, file, first_line) for item in node.value], place)
    return Value(dict(_pairs(node, file, first_line)), place)


def _pairs(node: yaml.Node, file: str, first_line: int) -> Iterator[tuple[str, Value]]:
    seen: set[str] = set()
    for name_node, value_node in node.value:
        place = Place(file, first_line + name_node.start_mark.line)
        name = str(name_node.value)
        if name in seen:
            raise PackError(place, f"„{name}” stands here twice")
        seen.add(name)
        yield name, _value(value_node, file, first_line)


# Writing


class _FlowList(list):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    """Long words on one line, several lines as a block, lists set in below their name."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    is_block = "\n" in text and not any(line.endswith(" ") for line in text.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if is_block else None)


def _represent_decimal(dumper: yaml.SafeDumper, number: Decimal) -> yaml.Node:
    if number == number.to_integral_value():
        return dumper.represent_int(int(number))
    return dumper.represent_scalar("tag:yaml.org,2002:float", format(number.normalize(), "f"))


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Decimal, _represent_decimal)
_Dumper.add_representer(
    _FlowList,
    lambda dumper, items: dumper.represent_sequence("tag:yaml.org,2002:seq", items, True),
)


def _prepared(data: object) -> object:
    if isinstance(data, dict):
        return {name: _prepared(value) for name, value in data.items()}
    if isinstance(data, list):
        is_short = all(isinstance(item, str) and "\n" not in item for item in data)
        if is_short and sum(len(item) + 2 for item in data) < 80:
            return _FlowList(data)
        return [_prepared(item) for item in data]
    return data


def write_yaml(data: object) -> str:
    """The YAML of plain data: the same data always gives the same text."""
    return yaml.dump(
        _prepared(data),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=10_000,
        default_flow_style=False,
    )
