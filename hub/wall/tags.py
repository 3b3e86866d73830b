"""Tags offered while typing: those of files that the user may see."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from taggit.models import Tag

from hub.ownership import file_models
from hub.wall.sight import files_seen_by

_OFFERED = 10


def autocomplete(request: HttpRequest, app_name: str = "", model_name: str = "") -> JsonResponse:
    """Wagtail's own offers every tag that anybody ever gave to anything."""
    seen = Q()
    for model in file_models():
        files = files_seen_by(request.user, model)
        seen |= Q(
            taggit_taggeditem_items__content_type=ContentType.objects.get_for_model(model),
            taggit_taggeditem_items__object_id__in=files.values("pk"),
        )
    begun = request.GET.get("term", "")
    tags = Tag.objects.filter(seen, name__istartswith=begun) if begun else Tag.objects.none()
    names = tags.order_by("name").values_list("name", flat=True).distinct()
    return JsonResponse(list(names[:_OFFERED]), safe=False)
