"""What editors see of the records: lists, forms, filters; each only of their own communities."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from communities.permissions import can_edit_records_of
from communities.records import Need, Resource

_ANY_RIGHT = ["view", "add", "change", "delete", "publish"]


def own_records_only(view, model):
    """`view`, answering 404 for a record of a community that is not the user's."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        pk = kwargs.get("pk")
        if pk is not None:
            policy = policy_registry.get_by_type(model)
            own = policy.instances_user_has_any_permission_for(request.user, _ANY_RIGHT)
            if not own.filter(pk=pk).exists():
                raise Http404
        return view(request, *args, **kwargs)

    return guarded


class RecordForm(WagtailAdminModelForm):
    """Takes only communities whose records the user may edit."""

    def clean_community(self):
        community = self.cleaned_data["community"]
        if self.for_user and not can_edit_records_of(self.for_user, community):
            raise ValidationError(_("Choose one of your own communities."))
        return community


class RecordViewSet(SnippetViewSet):
    """A kind of record that follows its community."""

    list_per_page = 50

    def construct_view(self, view_class, **kwargs):
        return own_records_only(super().construct_view(view_class, **kwargs), self.model)

    def get_queryset(self, request):
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(
            request.user, _ANY_RIGHT
        ).select_related("community")

    def get_edit_handler(self):
        return ObjectList(self.model.panels, base_form_class=RecordForm).bind_to_model(self.model)


class ResourceViewSet(RecordViewSet):
    """The inventory."""

    model = Resource
    icon = "key"
    menu_label = _("Resources")
    list_display = ["name", "community", "kind", "availability", "last_confirmed"]
    list_filter = ["kind", "availability", "visibility"]
    search_fields = ["name"]


class NeedViewSet(RecordViewSet):
    """What communities lack."""

    model = Need
    icon = "help"
    menu_label = _("Needs")
    list_display = ["text", "community", "status", "priority"]
    list_filter = ["status", "theme"]
    search_fields = ["text"]


class RecordsGroup(SnippetViewSetGroup):
    """One place in the menu for what communities have and need."""

    items = (ResourceViewSet, NeedViewSet)
    menu_label = _("Resources and needs")
    menu_icon = "list-ul"
    menu_order = 250
