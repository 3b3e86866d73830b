"""What the coordinator sees of the shared lists."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from hub.taxonomy import Theme


class ThemeViewSet(SnippetViewSet):
    """The themes, with their names and synonyms."""

    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "slug", "order"]

    def get_queryset(self, request):
        return Theme.objects.with_names()
