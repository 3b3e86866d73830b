"""Filters that offer people by name: only those of the own house."""

from django.forms import CheckboxSelectMultiple
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import EditedByFilter, GenericPageFilterSet

from hub.wall.sight import colleagues

_STOCK = GenericPageFilterSet.base_filters


def _colleagues(request):
    return colleagues(request.user)


def _of_colleagues(kind: type[MultipleUserFilter], name: str) -> MultipleUserFilter:
    return kind(label=_STOCK[name].label, queryset=_colleagues, widget=CheckboxSelectMultiple)


class PageFilterSet(GenericPageFilterSet):
    """The explorer's filters."""

    owner = _of_colleagues(MultipleUserFilter, "owner")
    edited_by = _of_colleagues(EditedByFilter, "edited_by")
