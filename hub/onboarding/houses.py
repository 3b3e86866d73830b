"""An owner's house: its collection, its groups, their rights and its workflow."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from hub.moderation.approval import EditorsApproval
from hub.onboarding.report import HouseReport
from hub.onboarding.rights import (
    AUTHOR_ACTIONS,
    AUTHOR_PAGE_RIGHTS,
    EDITOR_ACTIONS,
    EDITOR_PAGE_RIGHTS,
    allow_admin,
    allow_files,
    allow_pages,
    allow_records,
    allow_shared_records,
)
from hub.ownership import HUB_KEY, Owner

COORDINATORS = "coordinators"


def collection_named(name: str, parent: Collection) -> Collection:
    """The collection of that name below `parent`, unless it is an owner's already."""
    taken = Owner.objects.exclude(collection=None).values("collection")
    found = parent.get_children().filter(name=name).exclude(pk__in=taken).first()
    return found or parent.add_child(name=name)


def hub_owner() -> Owner:
    """The hub itself: the shared collection and the coordinators."""
    owner = Owner.objects.filter(key=HUB_KEY).select_related("collection", "editors").first()
    return owner if owner and owner.collection else mend_hub()


@transaction.atomic
def mend_hub() -> Owner:
    """The hub's own house with all its rights; a second call repairs and doubles nothing."""
    owner, _created = Owner.objects.get_or_create(key=HUB_KEY, defaults={"name": "KOPA"})
    root = Collection.get_first_root_node()
    owner.collection = owner.collection or collection_named(owner.name, root)
    owner.editors = owner.editors or Group.objects.get_or_create(name=COORDINATORS)[0]
    owner.save()
    allow_admin(owner.editors)
    allow_shared_records(owner.editors)
    allow_files(owner.editors, owner.collection, (*EDITOR_ACTIONS, "choose"))
    return owner


@transaction.atomic
def onboard_owner(key: str, name: str, report: HouseReport | None = None) -> Owner:
    """The owner with its collection and groups; a second call repairs and doubles nothing."""
    report = report or HouseReport()
    owner, _created = Owner.objects.get_or_create(key=key, defaults={"name": name})
    if owner.collection is None:
        owner.collection = collection_named(owner.name, Collection.get_first_root_node())
        report.note(_("collection “%(name)s” for pictures, documents and media") % {
            "name": owner.name
        })  # fmt: skip
    for role in ("authors", "editors"):
        if getattr(owner, role) is None:
            setattr(owner, role, Group.objects.get_or_create(name=f"{key}: {role}")[0])
            report.note(_("group “%(name)s”") % {"name": getattr(owner, role).name})
    owner.save()
    _allow_groups(owner, report)
    return owner


def _allow_groups(owner: Owner, report: HouseReport) -> None:
    """What the groups may do with files and records; pages follow when there are any."""
    shared = hub_owner().collection
    for group, actions in ((owner.authors, AUTHOR_ACTIONS), (owner.editors, EDITOR_ACTIONS)):
        if group is None:
            continue
        general = allow_admin(group) + allow_records(group, actions)
        files = allow_files(group, owner.collection, (*actions, "choose"))
        files += allow_files(group, shared, ("choose",))
        report.note_number(
            _("rights of “%(group)s” on the admin and on records: %(number)s"),
            general,
            group=group.name,
        )
        report.note_number(_("rights of “%(group)s” on files: %(number)s"), files, group=group.name)


def moderation_of(owner: Owner, report: HouseReport | None = None) -> Workflow:
    """What authors submit waits for the owner's editors, or for the coordinators without them."""
    report = report or HouseReport()
    task, is_new = EditorsApproval.objects.get_or_create(
        name=f"{owner.key}: editors", defaults={"owner": owner}
    )
    is_whole = not is_new and task.active and task.owner_id == owner.pk
    if owner.workflow is None:
        found = Workflow.objects.filter(workflow_tasks__task=task).first()
        owner.workflow = found or Workflow.objects.create(name=owner.name)
        owner.save(update_fields=["workflow"])
        is_whole = False
    is_whole = is_whole and owner.workflow.active
    task.owner, task.active, owner.workflow.active = owner, True, True
    task.save()
    owner.workflow.save()
    WorkflowTask.objects.get_or_create(workflow=owner.workflow, task=task)
    if not is_whole:
        report.note(_("workflow “%(name)s”") % {"name": owner.workflow.name})
    return owner.workflow


@transaction.atomic
def onboard_page(page: Page, owner: Owner, report: HouseReport | None = None) -> None:
    """Give the owner's groups their rights and workflow on its page, in every language."""
    report = report or HouseReport()
    workflow = moderation_of(owner, report)
    coordinators = hub_owner().editors
    for version in page.get_translations(inclusive=True):
        rights = allow_pages(owner.editors, version, EDITOR_PAGE_RIGHTS)
        if owner.authors:
            rights += allow_pages(owner.authors, version, AUTHOR_PAGE_RIGHTS)
        if owner.editors != coordinators:
            # They read and decide without a right here, which would be one to change.
            GroupPagePermission.objects.filter(group=coordinators, page=version).delete()
        report.note_number(
            _("rights on the page “%(title)s”: %(number)s"), rights, title=version.title
        )
        _assign(workflow, version, report)


def _assign(workflow: Workflow, page: Page, report: HouseReport) -> None:
    row, is_new = WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": workflow})
    if is_new or row.workflow_id != workflow.pk:
        row.workflow = workflow
        row.save()
        report.note(_("workflow for the page “%(title)s”") % {"title": page.title})


def onboard_shared_page(page: Page) -> None:
    """Give the coordinators every right on one of the hub's own pages and below it.

    Rights go down the tree, so this is never called for a page above the partnerships.
    """
    for version in page.get_translations(inclusive=True):
        allow_pages(hub_owner().editors, version, (*EDITOR_PAGE_RIGHTS, "bulk_delete_page"))
