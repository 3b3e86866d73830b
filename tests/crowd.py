"""Fills the world of the matrix with thousands of pages: rows are written in bulk, unsignalled."""

import copy
import uuid
from datetime import timedelta
from itertools import count, cycle

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision, TaskState, WorkflowState
from wagtail.search.backends import get_search_backend
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from communities.models import Need, Resource
from hub.files import Document, Image
from stories.media import Media
from tests import factories

NAME = "Dabas taka"
COMMUNITIES_OF_A_HOUSE = 15
_BATCH = 500
# What the list of pictures shows.
_THUMBNAIL = "max-165x165"


class Crowd:
    """Pages, files and records on top of the matrix's world, and houses that own them."""

    def __init__(self, world):
        self.world = world
        self.author = world.people["author"]
        self.numbers = count(1)
        self.babite = self._page("place")
        self.template = self._make_template()

    def grow(self, pages: int, houses: int) -> None:
        """Add about `pages` pages: half in Babīte, the rest with the hub and `houses` others."""
        own = self.clone(self.babite, pages // 2)
        self.clone(self._page("hub:place"), pages // 10)
        self._translate(own[: pages // 10])
        places = self._settle(houses)
        for place in places:
            self.clone(place, pages * 3 // 10 // len(places))
        self._add_files(pages // 5, [self.babite, *places])
        self._add_records(pages // 10, [self.babite, *places])
        self._submit(own[: pages // 20])

    def clone(self, parent: Page, number: int, keys: list[uuid.UUID] | None = None) -> list[Page]:
        """So many copies of the template below `parent`; `keys` make them translations."""
        parent = Page.objects.get(pk=parent.pk)
        keys = keys or [uuid.uuid4() for _ in range(number)]
        places = range(parent.numchild + 1, parent.numchild + 1 + number)
        pages = [self._copy(parent, *one) for one in zip(places, keys, strict=True)]
        Page.objects.bulk_create(pages, batch_size=_BATCH)
        Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + number)
        for page in pages:
            specific = copy.copy(self.template)
            specific.pk = specific.page_ptr_id = page.pk
            specific.save_base(raw=True, force_insert=True)
        self._add_revisions(pages)
        self._add_references(pages)
        kind = type(self.template)
        _index(kind.objects.filter(path__startswith=parent.path, title__startswith=f"{NAME} "))
        return pages

    def _page(self, kind: str) -> Page:
        return Page.objects.get(pk=self.world.objects[kind]["page_id"]).specific

    def _make_template(self) -> Page:
        """A solution that refers to a file of each kind and to a page, as thousands will."""
        objects = self.world.objects
        document = Document.objects.get(pk=objects["document"]["pk"])
        return factories.make_solution(
            self.babite, NAME, slug="dabas-taka", owner=self.author,
            lead_image_id=objects["image"]["pk"], video_id=objects["media"]["pk"],
            body=[
                ("document", {"document": document}),
                ("related_pages", {"title": "", "pages": [self._page("page")]}),
            ],
        )  # fmt: skip

    def _copy(self, parent: Page, place: int, key: uuid.UUID) -> Page:
        """Of ten pages two are drafts and one has changes."""
        number = next(self.numbers)
        is_live = number % 10 > 1
        slug = f"taka-{number}"
        values = {field.attname for field in Page._meta.concrete_fields}
        return Page(**{
            **{name: getattr(self.template, name) for name in values},
            "id": None, "depth": parent.depth + 1, "numchild": 0, "slug": slug,
            "path": Page._get_path(parent.path, parent.depth + 1, place),
            "url_path": f"{parent.url_path}{slug}/",
            "title": f"{NAME} {number}", "draft_title": f"{NAME} {number}",
            "translation_key": key, "locale_id": parent.locale_id,
            "live": is_live, "has_unpublished_changes": number % 10 <= 2,
            "latest_revision_created_at": timezone.now() - timedelta(minutes=number),
            "live_revision_id": None, "latest_revision_id": None,
        })  # fmt: skip

    def _add_revisions(self, pages: list[Page]) -> None:
        """A revision of each page, and two lines in the log."""
        known = self.template.latest_revision
        Revision.objects.bulk_create(
            [
                _copy_of(
                    known, object_id=str(page.pk), object_str=page.title,
                    created_at=page.latest_revision_created_at,
                    content={**known.content, "pk": page.pk, "title": page.title},
                )
                for page in pages
            ],
            batch_size=_BATCH,
        )  # fmt: skip
        newest = Revision.objects.filter(
            base_content_type=known.base_content_type, object_id=Cast(OuterRef("pk"), CharField())
        )
        Page.objects.filter(title__startswith=f"{NAME} ", latest_revision=None).update(
            latest_revision_id=Subquery(newest.values("pk")[:1])
        )
        PageLogEntry.objects.bulk_create(
            [
                PageLogEntry(
                    page_id=page.pk, content_type=known.content_type, label=page.title,
                    action=action, user=self.author, timestamp=page.latest_revision_created_at,
                    uuid=uuid.uuid4(),
                )
                for page in pages
                for action in ("wagtail.create", "wagtail.edit")
            ],
            batch_size=_BATCH,
        )  # fmt: skip

    def _add_references(self, pages: list[Page]) -> None:
        known = ReferenceIndex.get_references_for_object(self.template)
        rows = [_copy_of(row, object_id=str(page.pk)) for row in known for page in pages]
        ReferenceIndex.objects.bulk_create(rows, batch_size=_BATCH)

    def _translate(self, originals: list[Page]) -> None:
        """English versions, as wagtail-localize knows them."""
        parent = Page.objects.get(pk=self.world.objects["translation"]["page_id"]).get_parent()
        keys = [page.translation_key for page in originals]
        self.clone(parent, len(originals), keys)
        known = TranslationSource.objects.get(
            pk=self.world.objects["translation"]["translation_source_id"]
        )
        kind = ContentType.objects.get_for_model(self.template)
        TranslatableObject.objects.bulk_create(
            [TranslatableObject(translation_key=key, content_type=kind) for key in keys]
        )
        sources = TranslationSource.objects.bulk_create(
            [_copy_of(known, object_id=page.translation_key, object_repr=page.title)
             for page in originals]
        )  # fmt: skip
        Translation.objects.bulk_create(
            [Translation(source=source, target_locale=parent.locale) for source in sources]
        )

    def _settle(self, houses: int) -> list[Page]:
        """The communities of so many more partnerships."""
        parent = self.babite.get_parent().get_parent()
        places = []
        for number in range(houses):
            house = factories.make_partnership(parent, f"nams-{number}", f"Nams {number}")
            for place in range(COMMUNITIES_OF_A_HOUSE):
                key = f"ciems-{number}-{place}"
                places.append(factories.make_community(house, key, key.capitalize()))
        return places

    def _add_files(self, number: int, places: list[Page]) -> None:
        objects = self.world.objects
        kinds = ((Image, "image", 1), (Document, "document", 2), (Media, "media", 4))
        for model, kind, share in kinds:
            known = model.objects.get(pk=objects[kind]["pk"])
            owners = zip(range(number // share), cycle(places), strict=False)
            files = [
                _copy_of(known, title=f"Fails {n}", collection_id=place.collection_id)
                for n, place in owners
            ]
            model.objects.bulk_create(files, batch_size=_BATCH)
            if model is Image:
                thumbnail = known.get_rendition(_THUMBNAIL)
                type(thumbnail).objects.bulk_create(
                    [_copy_of(thumbnail, image_id=file.pk) for file in files], batch_size=_BATCH
                )
            _index(model.objects.filter(title__startswith="Fails "))

    def _add_records(self, number: int, places: list[Page]) -> None:
        for model, kind, name in ((Resource, "resource", "name"), (Need, "need", "text")):
            known = model.objects.get(pk=self.world.objects[kind]["pk"])
            owners = zip(range(number), cycle(places), strict=False)
            records = [
                _copy_of(known, community_id=place.pk, translation_key=uuid.uuid4(),
                         **{name: f"Lieta {n}"})
                for n, place in owners
            ]  # fmt: skip
            model.objects.bulk_create(records, batch_size=_BATCH)

    def _submit(self, pages: list[Page]) -> None:
        """Let these wait for a review."""
        waiting = self.world.objects["waiting"]
        state = WorkflowState.objects.get(pk=waiting["workflow_state_id"])
        task = TaskState.objects.get(pk=waiting["task_state_id"])
        states = WorkflowState.objects.bulk_create(
            [_copy_of(state, object_id=str(page.pk), current_task_state_id=None) for page in pages]
        )
        revisions = dict(Page.objects.in_bulk([page.pk for page in pages]))
        tasks = TaskState.objects.bulk_create(
            [
                _copy_of(task, workflow_state_id=one.pk,
                         revision_id=revisions[int(one.object_id)].latest_revision_id)
                for one in states
            ]
        )  # fmt: skip
        for one, current in zip(states, tasks, strict=True):
            one.current_task_state = current
        WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=_BATCH)


def _copy_of(row: Model, **changes) -> Model:
    """A new row like `row`."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return type(row)(**{**fields, "id": None, **changes})


def _index(things) -> None:
    """Write them into Wagtail's own search."""
    get_search_backend().add_bulk(things.model, list(things))
