"""Rights and workflow follow a page to its translations, whenever those are made."""

from wagtail.models import GroupPagePermission, Page, WorkflowPage


def follow_to_translation(page: Page) -> None:
    """Give the new page what stands on its other languages: rights of groups, and workflow.

    It covers partnerships, supporters and the hub's own pages alike; a page without
    translations, a copy for instance, gets nothing.
    """
    others = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    rights = GroupPagePermission.objects.filter(page__in=others)
    for group, permission in set(rights.values_list("group", "permission")):
        GroupPagePermission.objects.get_or_create(
            page_id=page.pk, group_id=group, permission_id=permission
        )
    row = WorkflowPage.objects.filter(page__in=others).first()
    if row:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": row.workflow})
