"""Makes and changes the pages and records of packs, in their first language."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.text import slugify
from wagtail.models import Collection, Locale, Page

from hub.ownership import HUB_KEY, Owner
from hub.packs.errors import Problems
from hub.packs.fields import FieldReader, check, is_reference, known_fields, rules_told
from hub.packs.files import FileShelf
from hub.packs.keys import KeyBook
from hub.packs.names import PackFinder
from hub.packs.planning import Status, Task
from hub.packs.records import PackRecord
from hub.packs.site_root import adopt_as_site_root, make_room
from hub.packs.telling import name_of_kind
from hub.packs.values import NAMESPACE
from hub.packs.yaml_values import Value
from hub.pages import is_owner_root
from hub.transliteration import to_ascii


class PageMaker:
    """Writes what tasks ask for; what is wrong goes to `problems` and is not written."""

    def __init__(
        self,
        book: KeyBook,
        shelf: FileShelf,
        problems: Problems,
        owners: dict[str, Owner],
        locale: Locale,
        step: Callable[[], None],
    ):
        self.book, self.shelf, self.problems = book, shelf, problems
        self.owners, self.locale, self._step = owners, locale, step
        self.broken = problems.broken
        self._pages: dict[str, Page] = {}

    def finder(self, task: Task, original: Any = None) -> PackFinder:
        """Finds what the task's entry names; files of a translation lie beside its original's."""

        def collection() -> Collection:
            return collection_of(original or task.thing, self.owners[task.entry.pack.owner])

        return PackFinder(self.book, self.shelf, task.entry.pack, self.broken, collection)

    # Pages

    def make_bare(self, task: Task) -> None:
        """A new page with what needs nothing else, so that others can refer to it."""
        if task.status != Status.NEW:
            if isinstance(task.thing, Page):
                self._pages[task.entry.key] = task.thing
            return
        errors = len(self.problems.errors)
        page = task.model(locale=self.locale, live=False, translation_key=uuid_of(task))
        reader = FieldReader(self.finder(task), task.entry.key, self.problems)
        fields = known_fields(task.model)
        names = [name for name, field in fields.items() if not is_reference(field)]
        reader.fill(page, with_licence(task), names)
        _name(page, task)
        task.thing = page
        with self.problems.gathered():
            if not page.title:
                raise task.values.get("title", task.whole).error("„title” is missing")
            parent = self._parent(task)
            if len(self.problems.errors) == errors:
                self._add(task, page, parent)
        if page.pk is None:
            self.broken.add(task.entry.key)

    def _add(self, task: Task, page: Any, parent: Page) -> None:
        if not is_slug_free(parent, page.slug):
            where = task.values.get("slug", task.whole)
            raise where.error(f"„{page.slug}” is taken by another page here")
        if is_owner_root(page):
            page.owning = self.owners[task.entry.pack.owner]
        with rules_told(task.whole):
            parent.add_child(instance=page)
        if parent.is_root():
            adopt_as_site_root(page)
        self._pages[task.entry.key] = page
        self.book.remember_page(task.entry.key, page.pk, task.entry.language)
        self.keep_record(task)

    def _parent(self, task: Task) -> Page:
        """The page that the entry names, if its owner may write below it. Raises PackError."""
        entry = task.entry
        value = entry.values.get("parent")
        if value is None or value.data is None:
            if entry.pack.owner != HUB_KEY:
                raise entry.error("„parent” is missing: the key of the page above")
            root = Page.get_first_root_node()
            make_room(root, entry.values["slug"].text if "slug" in entry.values else "")
            return self._allowed(task, root)
        parent = self._pages.get(value.text) or self._stored_parent(task, value)
        allowed = owner_key_of(parent)
        is_house = is_owner_root(task.model) and entry.key == entry.pack.owner
        if allowed != (HUB_KEY if is_house else entry.pack.owner):
            raise value.error(f"„{entry.pack.owner}” may not write below „{value.text}”")
        return self._allowed(task, parent)

    def _stored_parent(self, task: Task, value: Value) -> Page:
        page_id = self.finder(task).page_id(value)
        page = Page.objects.filter(pk=page_id).first()
        if page is None:
            raise value.error(f"the page „{value.text}” was deleted here")
        return self._pages.setdefault(value.text, page.specific)

    def _allowed(self, task: Task, parent: Page) -> Page:
        if not task.model.can_create_at(parent):
            kind, above = name_of_kind(task.model), name_of_kind(type(parent))
            value = task.entry.values.get("parent", task.whole)
            raise value.error(f"a {kind} cannot stand below a {above}, or there is one already")
        return parent

    def write_page(self, task: Task) -> None:
        """All that the entry says, published."""
        self._step()
        if not task.is_to_write or task.thing is None:
            return
        page: Any = task.thing
        errors = len(self.problems.errors)
        if task.status == Status.CHANGED:
            self._stays_where_it_is(task)
        self._fill(task)
        if page.pk is not None and len(self.problems.errors) == errors:
            with self.problems.gathered():
                self._publish(task, page)
        if len(self.problems.errors) > errors:
            self.broken.add(task.entry.key)

    def _publish(self, task: Task, page: Any) -> None:
        page.live = True
        check(page, task.whole)
        page.save_revision(clean=False).publish()
        task.thing = task.model._default_manager.get(pk=page.pk)
        self._pages[task.entry.key] = task.thing
        self.keep_record(task)

    def _stays_where_it_is(self, task: Task) -> None:
        value = task.entry.values.get("parent")
        stands = self.book.page_key(task.thing.get_parent().pk)
        if value and value.text != stands:
            reason = f"the page stands below „{stands}”: an import does not move pages"
            self.problems.add(value.place, reason)

    def _fill(self, task: Task) -> None:
        """What the entry says; of a new page what refers to others, for it has the rest."""
        thing: Any = task.thing
        reader = FieldReader(self.finder(task), task.entry.key, self.problems)
        fields = known_fields(task.model)
        has_rest = task.status == Status.NEW and task.is_page
        names = [name for name, field in fields.items() if is_reference(field) or not has_rest]
        reader.fill(thing, with_licence(task), names)

    # Records

    def write_record(self, task: Task) -> None:
        """A record with all that the entry says, published if it can be."""
        self._step()
        if not task.is_to_write:
            return
        if task.status == Status.NEW:
            own = {"locale": self.locale} if hasattr(task.model, "locale") else {}
            task.thing = task.model(**own, **_own_key(task))
        errors = len(self.problems.errors)
        self._fill(task)
        if len(self.problems.errors) > errors:
            self.broken.add(task.entry.key)
            return
        with self.problems.gathered():
            self._own_things_only(task)
            check(task.thing, task.whole)
            save_and_publish(task.thing)
            self.keep_record(task)

    def _own_things_only(self, task: Task) -> None:
        """A record that follows a community follows one of its pack's owner."""
        if not getattr(task.model, "follows_community", False):
            return
        community = task.thing.community
        if owner_key_of(community) != task.entry.pack.owner:
            where = task.values.get("community", task.whole)
            raise where.error(f"„{task.entry.pack.owner}” may not write for „{where.text}”")

    def keep_record(self, task: Task) -> None:
        """Remember what was made from what; its checksum is taken when all is done."""
        thing: Any = task.thing
        task.record, _created = PackRecord.objects.update_or_create(
            key=task.entry.key,
            language=task.entry.language,
            defaults={
                "path": task.entry.path,
                "content_type": ContentType.objects.get_for_model(thing),
                "object_id": str(thing.pk),
                "source_checksum": task.checksum,
            },
        )
        self.book.remember(task.record)


def _own_key(task: Task) -> dict[str, Any]:
    """A translatable record's key is that of its entry, wherever it is imported."""
    return {"translation_key": uuid_of(task)} if hasattr(task.model, "translation_key") else {}


def uuid_of(task: Task) -> uuid.UUID:
    """The same for the same key, wherever it is imported."""
    return uuid.uuid5(NAMESPACE, task.entry.key)


def _name(page: Any, task: Task) -> None:
    """A slug of the title, and a key of its own if the page has one."""
    if not page.slug:
        page.slug = slugify(to_ascii(page.title)) or "lapa"
    if any(field.name == "key" for field in type(page)._meta.fields):
        page.key = task.entry.key.rsplit("/", 1)[-1]


def with_licence(task: Task) -> dict[str, Value]:
    """What the entry says, on the terms of its pack unless it names others."""
    licence = task.entry.pack.licence
    if not licence or "licence" in task.values or "licence" not in known_fields(task.model):
        return task.values
    return {**task.values, "licence": Value(licence, task.entry.place)}


def is_slug_free(parent: Page, slug: str) -> bool:
    return not parent.get_children().filter(slug=slug).exists()


def owner_key_of(page: Page) -> str:
    """The key of the owner of a page; the hub's if it lies below no other."""
    owner_page = getattr(page.specific, "owner_page", None)
    owning = getattr(owner_page, "owning", None)
    return owning.key if owning else HUB_KEY


def collection_of(thing: Any, owner: Owner) -> Collection:
    """Where the files of a page or record belong: its community's collection, or its owner's."""
    community = getattr(thing, "community", None) or getattr(thing, "community_page", None)
    return getattr(community, "collection", None) or owner.collection


def save_and_publish(thing: Any) -> None:
    """Save; with a revision where there are drafts."""
    thing.save()
    if hasattr(thing, "save_revision") and hasattr(thing, "live"):
        thing.save_revision().publish()
