"""What the coordinator sees of menus and footers."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from home.surroundings import Surroundings


class SurroundingsViewSet(SnippetViewSet):
    """Menu and footer, one a language."""

    model = Surroundings
    icon = "list-ul"
    menu_label = _("Menu and footer")
    menu_order = 150
    add_to_settings_menu = True
    copy_view_enabled = False
