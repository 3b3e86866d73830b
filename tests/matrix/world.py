"""The world of the matrix: two houses, the hub's own shelf, and things in each that are secret."""

from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import Collection, Page, PageViewRestriction, Site, UploadedFile, Workflow

from home.surroundings import Surroundings
from hub.accounts.invitations import Invitation
from hub.accounts.second_factor import SecondFactorRule
from hub.files import Document, Image
from hub.onboarding import hub_owner, onboard_shared_page, onboard_supporters
from hub.ownership import Owner
from tests import factories
from tests.matrix.bulk import bulk_objects, questions
from tests.matrix.rooms import add_rooms
from tests.matrix.secrets import BABITE, CESIS, HUB, PIERIGA
from tests.matrix.translations import add_translations

Values = dict[str, object]
# A type of page of which each place has the only one, so that it is the one edited last.
LAST_EDITED = {
    BABITE: factories.make_story,
    PIERIGA: factories.make_event,
    CESIS: lambda place, *args, **kwargs: factories.make_news(place.get_parent(), *args, **kwargs),
    HUB: lambda place, *args, **kwargs: factories.make_method(
        factories.standing_lists()["toolkit-index"], *args, **kwargs
    ),
}


@dataclass
class World:
    """`objects` holds by kind what fills an address; `people` the users, by column of the table."""

    objects: dict[str, Values] = field(default_factory=dict)
    people: dict = field(default_factory=dict)


def build_matrix_world() -> World:
    """Pierīga with Babīte and Mārupe, Cēsis with Rauna, the hub; each with secrets of its own."""
    lists = factories.standing_lists()
    pieriga = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    cesis = factories.make_partnership(lists["partnership-index"], "cesu", "Cēsis")
    babite = factories.make_community(pieriga, "babite", "Babīte")
    marupe = factories.make_community(pieriga, "marupe", "Mārupe")
    rauna = factories.make_community(cesis, "rauna", "Rauna")
    for page in lists.values():
        # Rights go down the tree: none on the list of partnerships.
        if page.pack_type != "partnership-index":
            onboard_shared_page(page)
    world = World(people=_people(babite, marupe))
    own = _furnish(babite, BABITE, world.people["author"])
    _furnish(marupe, PIERIGA, world.people["editor"])
    _furnish(rauna, CESIS, world.people["stranger"])
    hubs = _furnish(lists["solution-index"], HUB, world.people["coordinator"])
    world.objects = {**own, **{f"hub:{kind}": values for kind, values in hubs.items()}}
    world.objects.update(_shared(world))
    world.objects |= {"-": {}, "export": {"?": "export=csv"}} | questions(world.objects)
    add_translations(world, babite, lists["solution-index"])
    world.objects.update(bulk_objects(world.objects))
    add_rooms(world)
    return world


_PLACES = {
    "author": BABITE, "editor": PIERIGA, "supporter": BABITE, "neighbour": PIERIGA,
    "stranger": CESIS, "coordinator": HUB,
}  # fmt: skip


def _people(babite: Page, marupe: Page) -> dict:
    """One for each column of the table; their last names are secret as their places are."""
    pieriga, cesis = Owner.objects.get(key="pierigas"), Owner.objects.get(key="cesu")
    groups = {
        "author": pieriga.authors,
        "editor": pieriga.editors,
        "supporter": onboard_supporters("Babītes biedrība", [babite]),
        "neighbour": onboard_supporters("Mārupes biedrība", [marupe]),
        "stranger": cesis.editors,
        "coordinator": hub_owner().editors,
    }
    users = get_user_model().objects
    people = {
        name: users.create_user(name, f"{name}@example.org", last_name=_PLACES[name])
        for name in groups
    }
    for name, group in groups.items():
        people[name].groups.add(group)
    people["admin"] = users.create_superuser("admin", "admin@example.org")
    return people


def _furnish(place: Page, word: str, user) -> dict[str, Values]:
    """Put below `place` what an owner can have, each titled with the secret `word`."""
    collection = getattr(place, "collection", None) or hub_owner().collection
    objects = {"place": _values_of(place)}
    draft = factories.make_solution(place, f"{word} melnraksts", live=False, owner=user)
    changed = factories.make_solution(place, "Publicēta", slug=f"{word[:5]}-x".lower(), owner=user)
    changed.title = f"{word} labojums"
    changed.save_revision(user=user, log_action=True)
    private = factories.make_solution(place, f"{word} privāta", owner=user)
    restriction = PageViewRestriction.objects.create(page=private, restriction_type="groups")
    restriction.groups.add(*user.groups.all())
    waiting = factories.make_solution(place, f"{word} iesniegta", live=False, owner=user)
    state = waiting.get_workflow().start(waiting, user) if waiting.get_workflow() else None
    locked = factories.make_solution(place, f"{word} slēgta", live=False, owner=user)
    locked.locked, locked.locked_by, locked.locked_at = True, user, timezone.now()
    locked.save()
    objects["draft"] = _values_of(draft)
    objects["page"] = _values_of(changed)
    objects["private"] = _values_of(private)
    objects["waiting"] = _values_of(waiting)
    objects["locked"] = _values_of(locked)
    session = EditingSession.objects.create(
        user=user, content_object=draft, last_seen_at=timezone.now()
    )
    objects["session"] = {
        "session_id": session.pk, "object_id": draft.pk, "app_label": "communities",
        "model_name": "solutionpage",
    }  # fmt: skip
    alias = (
        type(changed)
        .objects.get(pk=changed.pk)
        .create_alias(update_slug=f"{word[:5]}-alias".lower())
    )
    objects["alias"] = _values_of(alias)
    if state:
        task_state = state.current_task_state
        objects["waiting"] |= {
            "workflow_state_id": state.pk, "task_state_id": task_state.pk,
            "task_id": task_state.task_id, "action_name": "approve",
        }  # fmt: skip
    LAST_EDITED[word](place, f"{word} pēdējā", live=False)
    return objects | _files(word, collection, user) | _records(place, word)


def _values_of(page: Page) -> Values:
    """What an address can ask of a page."""
    revision = page.latest_revision_id or 0
    return {
        **dict.fromkeys(("page_id", "pk", "parent_page_id", "page_to_move_id"), page.pk),
        **dict.fromkeys(("object_id", "page_pk"), page.pk),
        **dict.fromkeys(("revision_id", "revision_id_b"), revision),
        **dict.fromkeys(("app_label", "content_type_app_name"), "communities"),
        **dict.fromkeys(("model_name", "content_type_model_name"), "solutionpage"),
        "revision_id_a": "live",
        "destination_id": page.get_parent().pk,
        "first": 0,
        "action_name": "unpublish",
        "workflow_pk": getattr(page.get_workflow(), "pk", 0),
    }


def _files(word: str, collection: Collection, user) -> dict[str, Values]:
    """A picture, a document and a recording; those of the hub are everybody's to choose."""
    title = "Kopīgais fails" if word == HUB else f"{word} fails"
    image = factories.make_image(title)
    Image.objects.filter(pk=image.pk).update(collection=collection, uploaded_by_user=user)
    document = factories.make_document(title, collection=collection, uploaded_by_user=user)
    image.refresh_from_db()
    image.tags.add("slepens")
    for file in (image, document):
        file.get_file_size()  # asked for the first time, it is kept
    video = factories.make_video(title, collection=collection, uploaded_by_user=user)
    uploads = {
        model: UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(model),
            uploaded_by_user=user,
            file=ContentFile(content, name),
        )
        for model, content, name in (
            (Image, factories.picture_bytes(), "jauns.jpg"),
            (Document, b"Veidlapa", "jauna.txt"),
        )
    }
    return {
        "image": {"image_id": image.pk, "pk": image.pk, "filter_spec": "max-50x50"},
        "document": {"document_id": document.pk, "doc_id": document.pk, "pk": document.pk},
        "media": {"media_id": video.pk, "pk": video.pk, "media_type": "video"},
        "image-upload": {"uploaded_file_id": uploads[Image].pk},
        "document-upload": {"uploaded_file_id": uploads[Document].pk},
        "collection": {"pk": collection.pk, "collection_id": collection.pk},
    }


def _records(place: Page, word: str) -> dict[str, Values]:
    """A resource nobody published and a need; the hub has neither."""
    if not getattr(place, "is_community_root", False):
        return {}
    resource = factories.make_resource(place, f"{word} resurss", live=False)
    revision = resource.save_revision()
    need = place.needs.create(text=f"{word} vajadzība", priority=3, locale=place.locale)
    for record in (resource, need):
        log(instance=record, action="wagtail.create")
    return {
        "resource": {
            "pk": resource.pk, "revision_id": revision.pk, "revision_id_a": "earliest",
            "revision_id_b": revision.pk, "app_label": "communities", "model_name": "resource",
        },
        "need": {"pk": need.pk, "app_label": "communities", "model_name": "need"},
    }  # fmt: skip


def _invitation(owner: str, user) -> int:
    """The number of an invitation into the editors of a house."""
    group = Owner.objects.get(key=owner).editors
    return Invitation.objects.create(
        email=f"{owner}@example.org", group=group, language="lv", invited_by=user
    ).pk


def _shared(world: World) -> dict[str, Values]:
    """What is the hub's alone, or the administrators'."""
    workflow = Workflow.objects.get(name="Pierīga")
    theme = factories.make_theme("turisms")
    redirect = Redirect.objects.create(old_path="/veca", redirect_link="/")
    author = world.people["author"]
    menu = Surroundings.objects.create(language="lv")
    menu_revision = menu.save_revision()
    rule = SecondFactorRule.load()
    return {
        "menu": {
            "pk": menu.pk,
            "revision_id": menu_revision.pk,
            "revision_id_a": "earliest",
            "revision_id_b": menu_revision.pk,
        },
        "task-type": {"app_label": "wagtailcore", "model_name": "groupapprovaltask"},
        "tag": {"app_name": "taggit", "model_name": "tag", "?": "term=slep"},
        "no-setting": {"app_name": "home", "model_name": "surroundings", "pk": menu.pk},
        "setting": {"app_name": "hub", "model_name": "secondfactorrule", "pk": rule.pk},
        "link-of-a-letter": {"uidb64": "MQ", "token": "abc-123"},
        "user": {"pk": author.pk},
        "hub:user": {"pk": world.people["coordinator"].pk},
        "invitation": {"pk": _invitation("pierigas", world.people["editor"])},
        "hub:invitation": {"pk": _invitation("hub", world.people["coordinator"])},
        "group": {"pk": Group.objects.get(name="pierigas: authors").pk},
        "workflow": {"pk": workflow.pk, "workflow_pk": workflow.pk},
        "task": {"pk": workflow.tasks.get().pk, "task_id": workflow.tasks.get().pk},
        "theme": {"pk": theme.pk, "app": "hub", "model": "theme"},
        "redirect": {"redirect_id": redirect.pk},
        "site": {"pk": Site.objects.get().pk},
        "locale": {"pk": factories.make_locale("lv").pk},
    }
