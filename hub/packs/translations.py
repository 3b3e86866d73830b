"""Makes translations: what a pack says in another language, shaped like the original."""

from typing import Any

from django.db import models
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.models import Translation, TranslationSource

from hub.packs import segments
from hub.packs.errors import AlreadyTold
from hub.packs.fields import FieldReader, known_fields, rules_told
from hub.packs.keys import type_of
from hub.packs.pages import PageMaker, is_slug_free
from hub.packs.planning import Planner, Status, Task, make_task
from hub.packs.reader import Entry

STANDS_AS_THE_PACK_SAYS = (Status.NEW, Status.CHANGED, Status.UNCHANGED)


class Translator:
    """Makes wagtail-localize's own translations, so that editors go on from them."""

    def __init__(self, maker: PageMaker, planner: Planner, locales: dict[str, Locale]):
        self.maker, self.planner, self.locales = maker, planner, locales
        self._seen: set[tuple[str, str]] = set()

    def task(self, entry: Entry, source: Task | None) -> Task:
        """What is to be done with a translated entry. Raises PackError."""
        self._seen.add((entry.key, entry.language))
        if source is None:
            first = self.planner.book.language
            if entry.key in self.maker.broken:
                raise AlreadyTold(entry.place, f"„{entry.key}” is broken itself")
            raise entry.error(f"there is no original: „{entry.key}” in „{first}”")
        kind = type_of(source.model)
        task = make_task(entry, kind, beside=source.checksum)
        if not issubclass(task.model, TranslatableMixin):
            raise entry.error(f"a {kind} is written once, with its words in all languages")
        self.planner.decide(task)
        self._look_closer(task, source)
        return task

    def _look_closer(self, task: Task, source: Task) -> None:
        """See what no pack made, and what an editor did to the original or began here."""
        here = self._translation(task, source)
        if task.is_to_write and source.status not in STANDS_AS_THE_PACK_SAYS:
            task.status = source.status
        elif task.status == Status.NEW and self._made_here(task, source):
            task.status = Status.FOREIGN
        elif task.status in STANDS_AS_THE_PACK_SAYS and here and segments.is_touched(here):
            task.status = Status.EDITED

    def _translation(self, task: Task, source: Task) -> Translation | None:
        key = getattr(source.thing, "translation_key", None)
        here = Translation.objects.filter(
            source__object_id=key, target_locale=self.locales[task.entry.language]
        )
        return here.select_related("source").first()

    def _made_here(self, task: Task, source: Task) -> bool:
        """Whether somebody translated it already; an alias is nobody's work."""
        if source.thing is None or source.thing.pk is None:
            return False
        locale = self.locales[task.entry.language]
        other: Any = source.thing.get_translation_or_none(locale)
        return other is not None and not getattr(other, "alias_of_id", None)

    def write(self, task: Task, source: Task) -> None:
        """Translate, and publish where there are drafts. Raises PackError."""
        if task.entry.key in self.maker.broken:
            raise AlreadyTold(task.entry.place, f"„{task.entry.key}” is broken itself")
        original = source.model._default_manager.get(pk=source.thing.pk)
        locale = self.locales[task.entry.language]
        self._parent_is_translated(task, original, locale)
        wanted = self._wanted(task, source, original)
        if wanted is None:
            return
        translation = self._make_translation(original, wanted, locale)
        self._write_words(task, translation, wanted)
        with rules_told(task.whole):
            task.thing = _save(translation)
        self._is_as_wanted(task, original, wanted)
        self.maker.keep_record(task)

    def _parent_is_translated(self, task: Task, original: Any, locale: Locale) -> None:
        if not isinstance(original, Page) or original.depth == 2:
            return
        parent = original.get_parent()
        if parent.has_translation(locale):
            return
        key = self.planner.book.page_key(parent.pk)
        reason = f"the page above, „{key}”, is not translated"
        if (key, task.entry.language) in self._seen:
            raise AlreadyTold(task.entry.place, reason)
        raise task.entry.error(reason)

    def _wanted(self, task: Task, source: Task, original: Any) -> models.Model | None:
        """The original with what the entry says in place of its words; None if it cannot be."""
        problems = self.maker.problems
        errors = len(problems.errors)
        wanted: Any = source.model._default_manager.get(pk=original.pk)
        reader = FieldReader(self.maker.finder(task, original), task.entry.key, problems, original)
        reader.fill(wanted, task.values, [n for n in known_fields(task.model) if n in task.values])
        if len(problems.errors) > errors:
            return None
        if isinstance(original, Page) and original.depth == 2 and wanted.slug == original.slug:
            # The home pages of all languages lie beside each other.
            wanted.slug = f"{original.slug}-{task.entry.language}"
        return wanted

    def _make_translation(self, original: Any, wanted: Any, locale: Locale) -> Translation:
        source, _is_new = TranslationSource.update_or_create_from_instance(original)
        translated = original.get_translation_or_none(locale)
        if translated is not None:
            _clear_emptied_lists(original, translated)
        elif isinstance(original, Page):
            _copy_with_slug(original, locale, wanted.slug)
        return Translation.objects.get_or_create(source=source, target_locale=locale)[0]

    def _write_words(self, task: Task, translation: Translation, wanted: models.Model) -> None:
        fixed = fixed_names(task.model)
        try:
            wording = segments.wording_of(translation.source, wanted, set(task.values), fixed)
        except segments.Unlike as error:
            raise task.values.get(error.name, task.whole).error(error.reason) from error
        segments.write(translation, wording)

    def _is_as_wanted(self, task: Task, original: models.Model, wanted: models.Model) -> None:
        """Nothing the entry says was lost on the way. Raises PackError for the first that was."""
        fields, writer = known_fields(task.model), self.planner.writer
        for name, said in task.values.items():
            field = fields[name]
            if writer.value(field, task.thing) != writer.value(field, wanted):
                raise said.error(self._why_lost(task, name, writer.value(field, original)))

    def _why_lost(self, task: Task, name: str, in_original: Any) -> str:
        if name == "slug":
            return f"„{task.values[name].text}” is taken by another page here"
        if name in fixed_names(task.model):
            return f"„{name}” is the same in every language: leave it out"
        if in_original in (None, "", []):
            return "the original says nothing here"
        if not task.values[name].data:
            return f"the original has a „{name}”: a translation cannot be without it"
        return f"„{name}” is not built like the original's: bold, links or numbers differ"


def fixed_names(model: type[models.Model]) -> set[str]:
    """The fields that follow the original in every language."""
    chosen = {field.field_name for field in getattr(model, "override_translatable_fields", [])}
    return {
        field.field_name
        for field in get_translatable_fields(model)
        if isinstance(field, SynchronizedField)
        and (field.field_name in chosen or not _is_address(model, field.field_name))
    }


def _is_address(model: type[models.Model], name: str) -> bool:
    """Addresses and pictures may differ, as where a site has an English part."""
    field = model._meta.get_field(name)
    kinds = (models.URLField, models.EmailField, models.ForeignKey)
    return isinstance(field, kinds)


def _copy_with_slug(original: Page, locale: Locale, slug: str) -> None:
    """The page in its new language with its own slug from the start.

    A slug that changes is told of when the transaction ends, once for each page.
    """
    copy = original.copy_for_translation(locale)
    parent = copy.get_parent()
    if is_slug_free(parent, slug):
        copy.slug = slug
        copy.set_url_path(parent)
        Page.objects.filter(pk=copy.pk).update(slug=slug, url_path=copy.url_path)


def _clear_emptied_lists(original: Any, translated: Any) -> None:
    """Empty the lists that the original has emptied: wagtail-localize copies filled ones only."""
    for field in original._meta.many_to_many:
        if field.name in known_fields(type(original)) and not getattr(original, field.name).all():
            getattr(translated, field.name).through.objects.filter(
                **{field.m2m_field_name(): translated.pk}
            ).delete()


def _save(translation: Translation) -> Any:
    """The translated page or record, published now and not when the transaction ends."""
    model = translation.source.specific_content_type.model_class()
    has_drafts = issubclass(model, DraftStateMixin)
    translation.save_target(publish=not has_drafts)
    thing = translation.get_target_instance()
    if not has_drafts:
        return thing
    thing.latest_revision.publish()
    return translation.get_target_instance()
