"""What one thing in a pack may say of another: pages by key, files by path."""

from typing import Protocol

from hub.packs.yaml_values import Value


class Finder(Protocol):
    """Finds what a pack names; each method raises PackError where there is no such thing."""

    def page_id(self, value: Value) -> int:
        """The page of a key."""

    def record_id(self, value: Value, model: type) -> object:
        """The record of a key."""

    def file_id(self, value: Value, model: type) -> int:
        """The picture, document or recording at a path of the pack."""

    def alt_of(self, image_id: int) -> str:
        """What is said of a picture beside it."""

    def link(self, address: str) -> dict[str, str]:
        """The attributes of a link. Raises ValueError."""


class Namer(Protocol):
    """Names things as a pack does; the empty text for what is gone."""

    def page_key(self, page_id: object) -> str:
        """The key of a page."""

    def record_key(self, record_id: object, model: type) -> str:
        """The key of a record."""

    def slug(self, thing_id: object, model: type) -> str:
        """The slug of a row that every owner shares."""

    def file_path(self, file_id: object, model: type) -> str:
        """The path of a picture, document or recording."""

    def address(self, attributes: dict[str, str]) -> str:
        """The address of a link in a rich text."""
