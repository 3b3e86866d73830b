"""What may leave the hub: what anyone may read here, with its key and its place in a pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from hub.packs.export_names import language_of, page_path, record_keys_of, record_path
from hub.packs.keys import KeyBook, is_page_model, pack_models

NOT_PUBLIC = "not public: left out"


@dataclass(frozen=True)
class Thing:
    """A page or record that leaves the hub."""

    thing: Any
    key: str
    language: str
    path: str
    parent: str = ""

    @property
    def owner(self) -> str:
        return self.key.split("/")[0]

    @property
    def path_of_its_own(self) -> str:
        """Where another thing has its place in the pack already."""
        return f"{self.key}.{self.language}.md"


class Leaving:
    """Finds what may leave; what may not stands in `left_out`, by key and with the reason."""

    def __init__(self, book: KeyBook):
        self.book = book
        models = list(pack_models().values())
        self._page_models = {model for model in models if is_page_model(model)}
        self._record_models = [model for model in models if not is_page_model(model)]
        self.record_keys = record_keys_of(book, self._record_models)
        self.left_out: list[tuple[str, str]] = []

    def things(self) -> list[Thing]:
        """All that may leave: pages, parents first, then records in the order they came."""
        things = [*self._pages(), *self._records()]
        originals = {thing.key for thing in things if thing.language == self.book.language}
        alone = [thing.key for thing in things if thing.key not in originals]
        self.left_out += [(key, "its original is not public: left out") for key in alone]
        return [thing for thing in things if thing.key in originals]

    def _pages(self) -> Iterator[Thing]:
        """Live pages that are not private, nor is any above them."""
        private = set(PageViewRestriction.objects.values_list("page_id", flat=True))
        self._open = {Page.get_first_root_node().path: ""}
        pages = Page.objects.filter(depth__gt=1, alias_of=None).order_by("path")
        for page in pages.specific().select_related("locale"):
            if type(page) not in self._page_models:
                continue
            key = self.book.page_key(page.pk)
            above = page.path[: -page.steplen]
            if not page.live or page.pk in private or above not in self._open:
                self.left_out.append((key, NOT_PUBLIC))
                continue
            self._open[page.path] = key
            yield self._page(page, key, self._open[above])

    def _page(self, page: Page, key: str, parent: str) -> Thing:
        language = page.locale.language_code
        path = page_path(self.book, key, language)
        return Thing(page, key, language, path, parent if language == self.book.language else "")

    def _records(self) -> Iterator[Thing]:
        for model in self._record_models:
            for thing in model._default_manager.order_by("pk"):
                key = self.record_keys[model, thing.pk]
                if self._is_open(thing):
                    language = language_of(thing, self.book.language)
                    yield Thing(thing, key, language, record_path(self.book, key, language, model))
                else:
                    self.left_out.append((key, NOT_PUBLIC))

    def _is_open(self, thing: Model) -> bool:
        community = getattr(thing, "community", None)
        is_public = getattr(thing, "is_public", True)
        return is_public and (community is None or community.path in self._open)
