"""Filters of lists of pages: state, what is to be done, partnership, theme."""

from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.translation import gettext_lazy as _
from django_filters.filters import ChoiceFilter, ModelMultipleChoiceFilter

from hub.desk.findings import PageTheme
from hub.desk.houses import below_house, owner_choices
from hub.desk.matters import MATTERS
from hub.own_pages import StateFilter
from hub.permissions import keeps_the_hub
from hub.taxonomy import Theme
from hub.wall.people import PageFilterSet


class MatterFilter(ChoiceFilter):
    """Pages with which something is to be done."""

    def filter(self, pages, value):
        return pages.filter(MATTERS[value].pages_of(self.parent.request.user)) if value else pages


class PartnershipFilter(ChoiceFilter):
    """Pages of one partnership, or the hub's own."""

    def filter(self, pages, value):
        return pages.filter(below_house(value)) if value else pages


class ThemeFilter(ModelMultipleChoiceFilter):
    """Pages with any of these themes in their newest version."""

    def filter(self, pages, value):
        if not value:
            return pages
        return pages.filter(pk__in=PageTheme.objects.filter(theme__in=value).values("page"))


class PageFilters(PageFilterSet):
    """The filters of the explorer, with the hub's own; each only where there is a choice."""

    state = StateFilter()
    matter = MatterFilter(
        label=_("To be done"),
        choices=[(key, matter.label) for key, matter in MATTERS.items()],
        empty_label=_("Anything or nothing"),
        widget=RadioSelect,
    )
    partnership = PartnershipFilter(
        label=_("Partnership"),
        choices=owner_choices,
        empty_label=_("Any partnership"),
        widget=RadioSelect,
    )
    theme = ThemeFilter(
        label=_("Theme"),
        queryset=lambda request: Theme.objects.with_names(),
        widget=CheckboxSelectMultiple,
    )
    site = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not keeps_the_hub(self.request.user):
            del self.filters["partnership"]
