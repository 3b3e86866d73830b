"""Hands everything of a partnership over to another one or to the hub, all or nothing.

To another partnership: what stands below the page moves below the other's, in every language,
and old addresses lead to the new ones; the emptied page is taken down and kept by the hub. To
the hub: the page and all below it stay where they are, and the coordinators keep them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.actions.move_page import MovePageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    GroupPagePermission,
    Page,
    Revision,
    TaskState,
    Workflow,
    WorkflowState,
)

from hub.moderation.approval import EditorsApproval
from hub.onboarding.hand_over_plan import HandOverPlan, plan_hand_over
from hub.onboarding.houses import hub_owner, moderation_of, onboard_page
from hub.onboarding.partnerships import onboard_partnership
from hub.ownership import HUB_KEY, Owner

# Everything below a page belongs to somebody else now; `page` is that page.
tree_changed_hands = Signal()


@transaction.atomic
def hand_over(owner: Owner, to: Owner, user=None) -> HandOverPlan:
    """Give all of `owner` to `to` and end its house; what was done, as it had been planned.

    Raises ValidationError where that cannot be; whatever goes wrong leaves all as it was.
    """
    if owner.key == HUB_KEY or owner == to:
        raise ValidationError(_("A partnership is handed over to another owner."))
    plan = plan_hand_over(owner, to)
    houses = [house for house, _target in plan.houses]
    if to.key != HUB_KEY:
        languages = [house.locale.language_code for house in houses]
        onboard_partnership(to.key, languages=languages, user=user)
        plan = plan_hand_over(owner, to)
        _refuse_missing(plan)
    workflow = moderation_of(to)
    for house, target in plan.houses:
        if target:
            _move_children(house, target, user)
            _lead_on(house, target)
        _give_to_hub(house, take_down=bool(target), user=user)
    _move_files(owner, to)
    _move_what_waits(owner, workflow)
    _end(owner)
    for house, target in plan.houses:
        page = target or house
        data = {"from": owner.name, "to": to.name}
        log(instance=page, action="hub.hand_over", user=user, data=data)
        tree_changed_hands.send(sender=type(house), page=Page.objects.get(pk=page.pk))
    return plan


def _refuse_missing(plan: HandOverPlan) -> None:
    without = [house.locale.language_code for house, target in plan.houses if target is None]
    if without:
        raise ValidationError(
            _("“%(name)s” has no page in this language: %(languages)s.")
            % {"name": plan.to.name, "languages": ", ".join(without)}
        )


def _move_children(house: Page, target: Page, user) -> None:
    """Each page below the house moves below the other; a taken slug gets a number."""
    for child in house.get_children():
        below = Page.objects.get(pk=target.pk)
        slug = find_available_slug(below, child.slug)
        if slug != child.slug:
            _change_slug(child, slug)
        child = Page.objects.get(pk=child.pk)
        MovePageAction(child, below, pos="last-child", user=user).execute(
            skip_permission_checks=True
        )


def _change_slug(page: Page, slug: str) -> None:
    """In the page and in the versions that can still be published."""
    Page.objects.filter(pk=page.pk).update(slug=slug)
    for revision in Revision.objects.for_instance(page.specific):
        if revision.pk == page.latest_revision_id or revision.approved_go_live_at:
            revision.content["slug"] = slug
            revision.save(update_fields=["content"])


def _lead_on(house: Page, target: Page) -> None:
    """The address of the emptied page leads to the page of its new owner."""
    site = house.get_site()
    address = house.get_url_parts()
    if site and address:
        path = Redirect.normalise_path(address[2])
        Redirect.objects.filter(old_path=path, site=site).delete()
        Redirect.objects.create(old_path=path, site=site, redirect_page=target)


def _give_to_hub(house: Any, take_down: bool, user) -> None:
    """The house's page is the hub's from now on, in its rights and its workflow too."""
    house = type(house)._default_manager.get(pk=house.pk)
    house.owning = hub_owner()
    house.save()
    GroupPagePermission.objects.filter(page=house.pk).delete()
    onboard_page(house, house.owning)
    if take_down and house.live:
        house.unpublish(user=user, log_action=True)


def _move_files(owner: Owner, to: Owner) -> None:
    """The collection goes inside the other's; those of communities went along with their pages."""
    if owner.collection and to.collection:
        collection = Collection.objects.get(pk=owner.collection.pk)
        collection.move(Collection.objects.get(pk=to.collection.pk), pos="sorted-child")


def _move_what_waits(owner: Owner, workflow: Workflow) -> None:
    """What was submitted waits for the people of the new owner."""
    tasks = EditorsApproval.objects.filter(owner=owner)
    new = workflow.tasks.first()
    waiting = WorkflowState.objects.active().filter(workflow=owner.workflow_id)
    TaskState.objects.filter(
        workflow_state__in=waiting.values("pk"), task__in=tasks.values("pk")
    ).update(task=new)
    waiting.update(workflow=workflow)
    EditorsApproval.objects.filter(pk__in=list(tasks.values_list("pk", flat=True))).update(
        active=False
    )
    Workflow.objects.filter(pk=owner.workflow_id).update(active=False)


def _end(owner: Owner) -> None:
    """No owner and no groups any more: their people keep their accounts and lose these rights."""
    groups = owner.groups
    owner.delete()
    for group in groups:
        group.delete()
