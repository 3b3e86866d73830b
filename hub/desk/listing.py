"""What is to be done, as one list that filters and exports."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from hub.desk.columns import FixesColumn, ThemesColumn, TitleColumn, open_of
from hub.desk.filters import PageFilters
from hub.desk.houses import name_owners
from hub.desk.matters import any_matter, pages_in_view
from hub.moderation.locks import with_reasons
from hub.permissions import keeps_the_hub
from hub.spreadsheets import HarmlessExport


class ToDoIndexView(HarmlessExport, IndexView):
    """The own pages with what is to be done about each; everybody's for those who keep the hub."""

    page_title = _("What is to be done")
    list_export = [
        "draft_title", "owner_name", "kind_name", "status_string", "locale.language_code",
        "theme_names", "to_do", "latest_revision_created_at", "full_url",
    ]  # fmt: skip
    export_headings = {
        "draft_title": _("Title"),
        "owner_name": _("Partnership"),
        "kind_name": _("Type"),
        "status_string": _("Status"),
        "locale.language_code": _("Language"),
        "theme_names": _("Themes"),
        "to_do": _("To be done"),
        "latest_revision_created_at": _("Updated"),
        "full_url": _("Address"),
    }

    @cached_property
    def columns(self):
        stock = {column.name: column for column in IndexView.base_columns}
        owner = [Column("owner_name", label=_("Partnership"))]
        return [
            TitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
            *(owner if keeps_the_hub(self.request.user) else []),
            Column("kind_name", label=_("Type")),
            ThemesColumn("themes", label=_("Themes")),
            stock["status"],
            stock["latest_revision_created_at"],
            FixesColumn("fixes", label=_("To be done")),
        ]

    def get_base_queryset(self):
        pages = with_reasons(pages_in_view(self.request.user))
        if not self.request.GET.get("matter"):
            pages = pages.filter(any_matter(self.request.user))
        return self.annotate_queryset(pages).prefetch_related(
            "findings", "desk_themes__theme__names"
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["object_list"] = self.described(context["object_list"])
        return context

    def described(self, pages):
        """The pages with what columns and exports say of each."""
        name_owners(pages)
        for page in pages:
            page.kind_name = page.page_type_display_name
            page.theme_names = ThemesColumn("themes").get_value(page)
            page.to_do = ", ".join(str(matter.label) for matter, _note, _field in open_of(page))
        return pages


class ToDoViewSet(PageListingViewSet):
    """The report behind each number of the desk."""

    model = Page
    icon = "tasks"
    menu_label = _("What is to be done")
    menu_order = 95
    add_to_admin_menu = True
    url_prefix = name = "to-do"
    index_name = "to-do:index"
    index_view_class = ToDoIndexView
    filterset_class = PageFilters
    export_filename = "to-do"

    def get_index_view_kwargs(self, **kwargs):
        kwargs = super().get_index_view_kwargs(**{"add_url_name": None, **kwargs})
        kwargs.pop("columns")
        return kwargs

    def get_urlpatterns(self):
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "choose_parent"]
