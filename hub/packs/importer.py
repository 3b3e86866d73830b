"""Brings packs into the hub: all of it, or with everything that is wrong told, nothing."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from wagtail.fields import StreamField
from wagtail.models import Locale, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from hub import onboarding
from hub.deferral import putting_off
from hub.ownership import HUB_KEY, Owner
from hub.packs.errors import Problems
from hub.packs.files import FileShelf
from hub.packs.keys import KeyBook, is_page_model
from hub.packs.pages import PageMaker
from hub.packs.planning import (
    WHY_LEFT_ALONE,
    Planner,
    Status,
    Task,
    in_order,
    make_task,
    report_unknown_names,
)
from hub.packs.reader import Entry, Pack, read_entries
from hub.packs.report import Report
from hub.packs.translations import Translator
from hub.pages import is_owner_root

Progress = Callable[[int, int], None]


class _OnlyTried(Exception):
    """Ends a dry run."""


class Importer:
    """One import of one or several packs."""

    def __init__(self, packs: list[Pack], dry_run: bool = False, progress: Progress | None = None):
        self.packs, self.dry_run = packs, dry_run
        self.language = settings.LANGUAGE_CODE
        self.problems, self.report = Problems(), Report()
        self._progress = progress or (lambda done, total: None)
        self._done = self._total = 0

    def run(self) -> Report:
        """Import in one transaction. Raises ImportRefused; nothing then remains."""
        entries = [e for pack in self.packs for e in read_entries(pack, self.problems)]
        self.book = KeyBook(self.language)
        self.planner = Planner(self.book)
        self.shelf = FileShelf(self.book, self.problems, self._report_file)
        try:
            with self.shelf.emptied_on_failure(), transaction.atomic(), putting_off():
                with disable_reference_index_auto_update():
                    self._import(entries)
                self.problems.stop_if_any()
                if self.dry_run:
                    raise _OnlyTried
        except _OnlyTried:
            pass
        return self.report

    def _report_file(self, status: str, what: str) -> None:
        if status == "edited":
            self.report.notes.append(what)
        else:
            self.report.add(status, what)

    def _import(self, entries: list[Entry]) -> None:
        self._locales = self._make_locales(entries)
        self._onboard(entries)
        sources = self._tasks([e for e in entries if e.language == self.language])
        others = [e for e in entries if e.language != self.language]
        self._total, self._done = len(entries), 0
        locale = self._locales[self.language]
        self.maker = PageMaker(
            self.book, self.shelf, self.problems, self.owners, locale, self._step
        )
        self._make(sources)
        self._translate(others, sources)
        if not self.problems.errors:
            self._finish(sources)

    def _make_locales(self, entries: list[Entry]) -> dict[str, Locale]:
        """The languages of the site, each with its locale."""
        known = dict(settings.LANGUAGES)
        for entry in entries:
            if entry.language not in known:
                reason = f"the site has no „{entry.language}”; it has {', '.join(known)}"
                self.problems.add(entry.place, reason)
        return {code: Locale.objects.get_or_create(language_code=code)[0] for code in known}

    def _onboard(self, entries: list[Entry]) -> None:
        """The owners of the packs, each with its groups and collection."""
        self.owners: dict[str, Owner] = {HUB_KEY: onboarding.hub_owner()}
        titles = {e.key: e.values["title"].text for e in entries if "title" in e.values
                  and e.language == self.language}  # fmt: skip
        for pack in self.packs:
            if pack.owner != HUB_KEY:
                name = pack.name or titles.get(pack.owner) or pack.owner
                self.owners[pack.owner] = onboarding.onboard_owner(pack.owner, name)

    def _tasks(self, entries: list[Entry]) -> list[Task]:
        tasks = []
        for entry in entries:
            with self.problems.gathered():
                task = make_task(entry)
                report_unknown_names(task, self.problems)
                self.planner.decide(task)
                self._tell(task)
                tasks.append(task)
        files = {error.place.file for error in self.problems.errors}
        self.problems.broken |= {e.key for e in entries if e.place.file in files}
        return tasks

    def _tell(self, task: Task) -> None:
        self.report.add(task.status.value, str(task.entry.place))
        if task.status in WHY_LEFT_ALONE:
            self.report.notes.append(f"{task.entry.place}: {WHY_LEFT_ALONE[task.status]}")

    def _make(self, sources: list[Task]) -> None:
        """Shared rows, then bare pages, then records of pages, then all that pages say."""
        pages = in_order([task for task in sources if task.is_page], self.problems)
        records = [task for task in sources if not task.is_page]
        early = [task for task in records if not needs_pages(task)]
        for task in early:
            self.maker.write_record(task)
        for task in pages:
            self.maker.make_bare(task)
        for task in records:
            if task not in early:
                self.maker.write_record(task)
        for task in pages:
            self.maker.write_page(task)

    def _translate(self, entries: list[Entry], sources: list[Task]) -> None:
        """Translations, parents first."""
        translator = Translator(self.maker, self.planner, self._locales)
        order = {task.entry.key: at for at, task in enumerate(
            in_order([t for t in sources if t.is_page], Problems())
        )}  # fmt: skip
        by_key = {task.entry.key: task for task in sources}
        self.translations = []
        for entry in sorted(entries, key=lambda e: order.get(e.key, len(order))):
            with self.problems.gathered():
                task = translator.task(entry, by_key.get(entry.key))
                report_unknown_names(task, self.problems)
                self._tell(task)
                self.translations.append(task)
                if task.is_to_write:
                    translator.write(task, by_key[entry.key])
            self._step()

    def _step(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)

    def _finish(self, sources: list[Task]) -> None:
        """Rights on new pages; what stands here now is what the next import compares with."""
        written = [task for task in [*sources, *self.translations] if task.is_to_write]
        for task in written:
            if task.is_page and task.entry.language == self.language:
                self._give_rights(task)
            elif task.is_page and task.status == Status.NEW:
                source = next(t for t in sources if t.entry.key == task.entry.key)
                self._give_rights(source)
        for task in written:
            if task.record:
                thing = task.model._default_manager.get(pk=task.record.object_id)
                task.record.object_checksum = self.planner.state(thing)
                task.record.save(update_fields=["object_checksum"])
                if ReferenceIndex.is_indexed(task.model):
                    ReferenceIndex.create_or_update_for_object(thing)

    def _give_rights(self, task: Task) -> None:
        owner = self.owners[task.entry.pack.owner]
        page = task.thing
        if is_owner_root(page):
            onboarding.onboard_page(page, owner)
        elif owner.key == HUB_KEY and page.depth == 3 and not holds_owners(page):
            onboarding.onboard_shared_page(page)


def holds_owners(page) -> bool:
    """Whether the owners' own pages lie below this one."""
    return any(is_owner_root(model) for model in type(page).allowed_subpage_models())


def needs_pages(task: Task) -> bool:
    """Whether a record cannot stand without a page, or can speak of one."""
    fields = task.model._meta.concrete_fields
    models = (field.related_model for field in fields)
    speaks_of_pages = any(isinstance(field, StreamField) for field in fields)
    return speaks_of_pages or any(is_page_model(model) for model in models if model)
