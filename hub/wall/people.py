"""Filters that offer people by name: only those of the own house."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import EditedByFilter, GenericPageFilterSet

from hub.wall.sight import colleagues


def _colleagues(request):
    return colleagues(request.user)


class PageFilterSet(GenericPageFilterSet):
    """The explorer's filters."""

    owner = MultipleUserFilter(
        label=_("Owner"), queryset=_colleagues, widget=CheckboxSelectMultiple
    )
    edited_by = EditedByFilter(
        label=_("Edited by"), queryset=_colleagues, widget=CheckboxSelectMultiple
    )
