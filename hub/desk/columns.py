"""Columns of lists of pages: whose they are, what they are about, what is to be done."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail.admin.ui.tables import BaseColumn, Column
from wagtail.admin.ui.tables.pages import PageTitleColumn

from hub.desk.anchors import anchor_of
from hub.desk.matters import MATTERS, Matter


class TitleColumn(PageTitleColumn):
    """The title without Wagtail's menu of actions, which asks the database twice for each row."""

    cell_template_name = "hub/desk/title_cell.html"


class ThemesColumn(Column):
    """The themes of the newest version."""

    def get_value(self, instance):
        return ", ".join(str(row.theme) for row in instance.desk_themes.all())


def fixes_of(page, user) -> list[dict]:
    """What is to be done about the page: its name and the part of the editor where it is done."""
    if not page.permissions_for_user(user).can_edit():
        return [{"label": matter.label, "note": note} for matter, note, _field in open_of(page)]
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return [
        {
            "label": matter.label,
            "note": note,
            "url": f"{edit}#{anchor_of(page.specific_class, field)}",
        }
        for matter, note, field in open_of(page)
    ]


def open_of(page) -> Iterator[tuple[Matter, str, str]]:
    """What is to be done about the page now: the matter, a note, the field."""
    by_finding = {matter.finding: matter for matter in MATTERS.values() if matter.finding}
    for finding in page.findings.all():
        if finding.is_due:
            yield by_finding[finding.kind], finding.note, finding.field


class FixesColumn(BaseColumn):
    """Each thing to be done as a link to where it is done."""

    cell_template_name = "hub/desk/fixes_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        context["fixes"] = fixes_of(instance, parent_context["request"].user)
        return context
