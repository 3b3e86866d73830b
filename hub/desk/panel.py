"""The first screen: what is to be done, counted, with the first pages of each kind."""

from urllib.parse import urlencode

from django.db.models import Count, Subquery
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from hub.desk.anchors import anchor_of
from hub.desk.matters import MATTERS, reviews_of_outer_page
from hub.own_pages import own_pages
from hub.ownership import HUB_KEY
from hub.permissions import keeps_the_hub

ROWS = 3
WAITING = "waiting-for-me"


class ToDoPanel(Component):
    """Counts what is to be done; each row leads to where it is done."""

    name = "to_do"
    template_name = "hub/desk/to_do.html"
    order = 90

    def __init__(self, user):
        super().__init__()
        self.user = user

    def get_context_data(self, parent_context):
        own = own_pages(self.user)
        counts = own.aggregate(
            **{
                key.replace("-", "_"): Count("pk", filter=matter.pages_of(self.user))
                for key, matter in MATTERS.items()
                if key != WAITING
            }
        )
        matters = [self._waiting()]
        matters += [
            self._told(key, counts[key.replace("-", "_")], own) for key in MATTERS if key != WAITING
        ]
        return {
            "matters": [matter for matter in matters if matter["count"]],
            "address": reverse("to-do:index"),
        }

    def _waiting(self) -> dict:
        """Also what waits elsewhere, for those who decide there; a row leads to the decision."""
        reviews = Subquery(reviews_of_outer_page(self.user).values("pk")[:1])
        waiting = Page.objects.annotate(review=reviews).filter(review__isnull=False)
        rows = [
            {"title": page.draft_title, "url": reverse("review", args=[page.review])}
            for page in waiting.order_by("-latest_revision_created_at")[:ROWS]
        ]
        count = waiting.count() if len(rows) == ROWS else len(rows)
        return self._tile(WAITING, count, rows)

    def _told(self, key: str, count: int, own) -> dict:
        if not count:
            return self._tile(key, 0, [])
        pages = own.filter(MATTERS[key].pages_of(self.user)).order_by("-latest_revision_created_at")
        if MATTERS[key].finding:
            pages = pages.prefetch_related("findings")
        return self._tile(key, count, [self._row(page, key) for page in pages[:ROWS]])

    def _tile(self, key: str, count: int, rows: list[dict]) -> dict:
        choices = {"matter": key}
        is_coordinator = keeps_the_hub(self.user) and not self.user.is_superuser
        if is_coordinator and key != WAITING:
            choices["partnership"] = HUB_KEY
        address = f"{reverse('to-do:index')}?{urlencode(choices)}"
        return {"label": MATTERS[key].label, "count": count, "url": address, "rows": rows}

    def _row(self, page, key: str) -> dict:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        if not (kind := MATTERS[key].finding):
            return {"title": page.draft_title, "url": edit}
        finding = next(one for one in page.findings.all() if one.kind == kind)
        anchor = anchor_of(page.specific_class, finding.field)
        return {"title": page.draft_title, "url": f"{edit}#{anchor}", "note": finding.note}
