"""An editor's own pages: how many are in which state, and the list of them."""

from django.db.models import CharField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.forms import RadioSelect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ChoiceFilter
from wagtail.admin.ui.components import Component
from wagtail.admin.views.pages.listing import GenericPageFilterSet, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, Revision, WorkflowState, get_default_page_content_type
from wagtail.permissions import page_permission_policy

from hub.moderation.locks import with_reasons

STATES = {
    "draft": _("Drafts nobody sees yet"),
    "changed": _("Published, with changes not published yet"),
    "waiting": _("Waiting for review"),
    "scheduled": _("To appear at a set time"),
    "published": _("Published as they are"),
}


def own_pages(user) -> QuerySet[Page]:
    """The pages that `user` may change."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.filter(depth__gt=1)


def with_states(pages: QuerySet[Page]) -> QuerySet[Page]:
    """The pages; `is_waiting` for a review, `is_scheduled` for a time."""
    of_page = {
        "base_content_type": get_default_page_content_type(),
        "object_id": Cast(OuterRef("pk"), CharField()),
    }
    reviewed = WorkflowState.objects.active().filter(**of_page)
    scheduled = Revision.objects.filter(**of_page, approved_go_live_at__isnull=False)
    return pages.annotate(is_waiting=Exists(reviewed), is_scheduled=Exists(scheduled))


def in_state(state: str) -> Q:
    """The condition for one of `STATES`; each page is in one of them."""
    is_at_rest = Q(is_waiting=False, is_scheduled=False)
    is_changed = Q(has_unpublished_changes=True)
    return {
        "waiting": Q(is_waiting=True),
        "scheduled": Q(is_waiting=False, is_scheduled=True),
        "draft": is_at_rest & Q(live=False),
        "changed": is_at_rest & Q(live=True) & is_changed,
        "published": is_at_rest & Q(live=True) & ~is_changed,
    }[state]


class OwnPagesPanel(Component):
    """The user's pages counted by state, each number a way to them."""

    name = "own_pages"
    template_name = "hub/admin/own_pages.html"
    order = 100

    def __init__(self, user):
        super().__init__()
        self.user = user

    def get_context_data(self, parent_context):
        counts = with_states(own_pages(self.user)).aggregate(
            **{state: Count("pk", filter=in_state(state)) for state in STATES}
        )
        address = reverse(OwnPagesViewSet.index_name)
        return {
            "address": address,
            "total": sum(counts.values()),
            "states": [
                {"name": name, "count": counts[state], "url": f"{address}?state={state}"}
                for state, name in STATES.items()
            ],
        }


class StateFilter(ChoiceFilter):
    """Pages in one of the states."""

    def __init__(self):
        super().__init__(
            label=_("State"),
            choices=list(STATES.items()),
            empty_label=_("In any state"),
            widget=RadioSelect,
        )

    def filter(self, pages, value):
        return with_states(pages).filter(in_state(value)) if value else pages


class OwnPagesFilterSet(GenericPageFilterSet):
    """Wagtail's filters without those that name other partnerships' people."""

    state = StateFilter()
    owner = edited_by = site = None


class OwnPagesIndexView(IndexView):
    """Lists what the user may change, wherever it stands in the tree."""

    page_title = _("Our pages")

    def get_base_queryset(self):
        return self.annotate_queryset(with_reasons(own_pages(self.request.user)))


class OwnPagesViewSet(PageListingViewSet):
    """One's own pages as one list; Wagtail's tree begins with everybody's."""

    model = Page
    icon = "doc-full"
    menu_label = _("Our pages")
    menu_order = 90
    add_to_admin_menu = True
    url_prefix = name = "own-pages"
    index_name = "own-pages:index"
    index_view_class = OwnPagesIndexView
    filterset_class = OwnPagesFilterSet

    def get_index_view_kwargs(self, **kwargs):
        # A page is added where it belongs, from the page above it.
        return super().get_index_view_kwargs(**{"add_url_name": None, **kwargs})
