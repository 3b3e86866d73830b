"""Files in the admin API and in choosers: the own ones and the hub's shared ones."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry
from wagtailmedia.models import get_media_model
from wagtailmedia.views import chooser, media

from hub.wall.sight import files_seen_by


class OwnFiles:
    """An endpoint of the admin API that knows only what its reader may choose."""

    def get_queryset(self):
        seen = files_seen_by(self.request.user, self.model)
        return super().get_queryset().filter(pk__in=seen.values("pk"))


class OwnImagesAPIViewSet(OwnFiles, ImagesAdminAPIViewSet):
    """Pictures."""


class OwnDocumentsAPIViewSet(OwnFiles, DocumentsAdminAPIViewSet):
    """Documents."""


def usage_of_recording(request, media_id):
    """wagtailmedia's view asks for no right and shows the title."""
    recording = get_object_or_404(get_media_model(), pk=media_id)
    policy = policy_registry.get_by_type(type(recording))
    if not policy.user_has_any_permission_for_instance(
        request.user, ["change", "delete"], recording
    ):
        raise PermissionDenied
    return media.usage(request, media_id)


def chosen_recording(request, media_id):
    """A chosen recording; unlike wagtailmedia's view, also one of the hub's shared ones."""
    recording = get_object_or_404(files_seen_by(request.user, get_media_model()), pk=media_id)
    result = chooser.get_media_json(recording)
    return chooser.render_modal_workflow(
        request, None, None, None, json_data={"step": "media_chosen", "result": result}
    )
