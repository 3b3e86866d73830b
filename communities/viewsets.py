"""What editors see of the records: lists, forms, filters; each only of their own communities."""

from functools import wraps

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import ObjectList
from wagtail.permissions import policy_registry
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.snippets import EditView, SnippetViewSet, SnippetViewSetGroup

from communities.permissions import communities_editable_by
from communities.records import Need, Resource
from hub.moderation.record_editing import TellsOfNewerVersion
from hub.permissions import pages_offered_to
from hub.wall.references import OfferedReferences

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


class RecordForm(OfferedReferences, WagtailAdminModelForm):
    """Offers only communities whose records the user may edit, and pages the user may link to."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user:
            for name in {"workshop", "solution"} & self.fields.keys():
                field = self.fields[name]
                field.queryset = pages_offered_to(self.for_user, field.queryset)
            community = self.fields["community"]
            community.queryset = communities_editable_by(self.for_user)
            community.error_messages["invalid_choice"] = _("Choose one of your own communities.")


class RecordViewSet(SnippetViewSet):
    """A kind of record that follows its community."""

    list_per_page = 50
    search_backend_name = None  # by the letters: on SQLite the index has no columns to search in

    def construct_view(self, view_class, **kwargs):
        return own_records_only(super().construct_view(view_class, **kwargs), self.model)

    def register_chooser_viewset(self):
        """No chooser: nothing refers to a record, and it would show everybody's."""

    def get_queryset(self, request):
        policy = policy_registry.get_by_type(self.model)
        return policy.instances_user_has_any_permission_for(
            request.user, _ANY_RIGHT
        ).select_related("community")

    def get_edit_handler(self):
        return ObjectList(self.model.panels, base_form_class=RecordForm).bind_to_model(self.model)


class ResourceEditView(TellsOfNewerVersion, EditView):
    """Wagtail's, which overwrites no version that its editor has not seen."""


class ResourceViewSet(RecordViewSet):
    """The inventory."""

    model = Resource
    edit_view_class = ResourceEditView
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


class RecordDeleteBulkAction(DeleteBulkAction):
    """Deletes several records at once; says nothing of those that are not the user's."""

    models = [Resource, Need]

    def get_actionable_objects(self):
        records, _refused = super().get_actionable_objects()
        return records, {"items_with_no_access": []}


class RecordsGroup(SnippetViewSetGroup):
    """One place in the menu for what communities have and need."""

    items = (ResourceViewSet, NeedViewSet)
    menu_label = _("Resources and needs")
    menu_icon = "list-ul"
    menu_order = 250
