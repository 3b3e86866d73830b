"""Which things are read: pages and records in both languages, and the files beside them."""

from collections.abc import Iterator
from functools import cached_property

from django.conf import settings
from django.db.models import Model
from wagtail.models import Collection, Locale, Page, PageViewRestriction

from hub.ownership import HUB_KEY, Owner, file_models
from hub.packs.keys import is_page_model, pack_models
from hub.packs.telling import name_of_kind
from hub.pages import is_owner_root
from hub.proofreading.reading import Subject


class SiteContent:
    """Everything on the hub that can be read, and which pages anybody may open."""

    def __init__(self, with_drafts: bool = False):
        self.with_drafts = with_drafts
        self._locales = Locale.objects.in_bulk()

    @cached_property
    def pages(self) -> list[Page]:
        """All pages from the root down, each of its own type; copies in another language apart."""
        kinds = [model for model in pack_models().values() if is_page_model(model)]
        pages = Page.objects.filter(depth__gt=1, alias_of=None).type(*kinds).order_by("path")
        found = list(pages.specific())
        for page in found:
            page.locale = self._locales[page.locale_id]  # one query for each page otherwise
        return found

    @cached_property
    def public_pages(self) -> dict[int, Page]:
        """The pages that anybody may open, by their id."""
        private = set(PageViewRestriction.objects.values_list("page_id", flat=True))
        open_paths, public = {Page.get_first_root_node().path}, {}
        for page in self.pages:
            is_open = page.live and page.pk not in private
            if is_open and page.path[: -page.steplen] in open_paths:
                open_paths.add(page.path)
                public[page.pk] = page
        return public

    @cached_property
    def addresses(self) -> dict[int, str]:
        """Where each page is shown, by its id."""
        return {page.pk: page.get_url() or "" for page in self.pages}

    def subjects(self) -> Iterator[Subject]:
        """Pages, then records, then files."""
        for page in self.pages:
            if page.live or self.with_drafts:
                yield self._page(page)
        for model in pack_models().values():
            if not is_page_model(model):
                records = model._default_manager.order_by("pk")
                yield from (self._record(thing) for thing in records if self._is_read(thing))
        for model in file_models():
            yield from map(self._file, model._default_manager.order_by("pk"))

    def _is_read(self, record: Model) -> bool:
        """What belongs to a community is read where the community's page can be."""
        community = getattr(record, "community_id", None)
        is_at_home = community is None or community in self.public_pages
        return self.with_drafts or (getattr(record, "live", True) and is_at_home)

    def _newest(self, thing):
        if self.with_drafts and getattr(thing, "has_unpublished_changes", False):
            return thing.get_latest_revision_as_object()
        return thing

    def _page(self, page: Page) -> Subject:
        language = page.locale.language_code
        return Subject(
            self._newest(page), self._owner_at(page.path), language, self.addresses[page.pk]
        )

    def _record(self, thing) -> Subject:
        locale = self._locales.get(getattr(thing, "locale_id", None))
        spoken = getattr(thing, "language", settings.LANGUAGE_CODE)
        language = locale.language_code if locale else spoken
        community = self._versions.get(getattr(thing, "community_id", None), {})
        page = community.get(language) or next(iter(community.values()), None)
        owner = self._owner_at(page.path) if page else HUB_KEY
        address = self.addresses[page.pk] if page else ""
        return Subject(self._newest(thing), owner, language, address, _prefix(thing))

    def _file(self, thing) -> Subject:
        owner = self._owners_of_collections.get(thing.collection_id, HUB_KEY)
        return Subject(thing, owner, settings.LANGUAGE_CODE, "", _prefix(thing))

    @cached_property
    def _versions(self) -> dict[int, dict[str, Page]]:
        """Each page's versions by language, by the id of any of them."""
        by_key: dict[object, dict[str, Page]] = {}
        for page in self.pages:
            by_key.setdefault(page.translation_key, {})[page.locale.language_code] = page
        return {page.pk: by_key[page.translation_key] for page in self.pages}

    # Owners

    @cached_property
    def _owner_roots(self) -> dict[str, str]:
        return {page.path: page.owner_key for page in self.pages if is_owner_root(page)}

    def _owner_at(self, path: str) -> str:
        """Whose the page at this place of the tree is."""
        for root, owner in self._owner_roots.items():
            if path.startswith(root):
                return owner
        return HUB_KEY

    @cached_property
    def _owners_of_collections(self) -> dict[int, str]:
        """The owner of each collection of files, by its id."""
        roots = dict(Owner.objects.exclude(collection=None).values_list("collection__path", "key"))
        return {
            pk: next((key for root, key in roots.items() if path.startswith(root)), HUB_KEY)
            for pk, path in Collection.objects.values_list("pk", "path")
        }


def _prefix(thing: Model) -> str:
    """Names a record or file by its kind and number: there may be many at one address."""
    return f"{name_of_kind(type(thing))} {thing.pk}/"
