"""The explorer with what the pages are about and whose they are."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from hub.desk.columns import ThemesColumn
from hub.desk.houses import name_owners
from hub.pace.explorer import PagedExplorerView
from hub.permissions import keeps_the_hub


class DescribedExplorerView(PagedExplorerView):
    """Themes for everybody; the partnership for those who see several."""

    @cached_property
    def explorable_columns(self):
        columns = super().explorable_columns
        added = [ThemesColumn("themes", label=_("Themes"))]
        if keeps_the_hub(self.request.user):
            added.append(Column("owner_name", label=_("Partnership")))
        place = next(n for n, column in enumerate(columns) if column.name == "status")
        return [*columns[:place], *added, *columns[place:]]

    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("desk_themes__theme__names")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        name_owners(context["object_list"])
        return context
