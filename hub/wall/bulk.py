"""Actions on several things at once: they neither touch nor name what is not the user's."""

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from hub.wall.sight import may_see


def bulk_action(request: HttpRequest, app_label: str, model_name: str, action: str) -> HttpResponse:
    """Wagtail's dispatcher, with actions that keep silent about the things of others."""
    action_class = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if action_class is None:
        raise Http404
    return _silent(action_class)(request, apps.get_model(app_label, model_name)).dispatch(request)


def _silent(action_class: type) -> type:
    """The action, whose lists of what it leaves alone hold only what the user may see."""

    class SilentAction(action_class):
        def get_actionable_objects(self):
            things, left_alone = super().get_actionable_objects()
            user = self.request.user
            return things, {
                reason: [thing for thing in others if may_see(user, thing)]
                for reason, others in left_alone.items()
            }

    return SilentAction
