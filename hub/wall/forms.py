"""Forms of pages: they offer and take only what the editor may refer to."""

from django.db.models import Q
from django.forms import ModelChoiceField
from wagtail.admin.forms import WagtailAdminPageForm

from hub.wall.references import OfferedReferences, offered_to


class HubPageForm(OfferedReferences, WagtailAdminPageForm):
    """Pages, files and records: the own ones and what everybody may use."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField):
                offered = offered_to(self.for_user, field.queryset)
                kept = Q(pk__in=_chosen_before(self, name))
                field.queryset = field.queryset.filter(Q(pk__in=offered.values("pk")) | kept)


def _chosen_before(form: WagtailAdminPageForm, name: str) -> list[int]:
    """What the page refers to already, whoever chose it."""
    chosen = form.initial.get(name)
    if chosen is None:
        return []
    # Several are a list, a query, or what modelcluster has of a draft in place of a query.
    several = chosen if hasattr(chosen, "__iter__") else [chosen]
    return [getattr(one, "pk", one) for one in several]
