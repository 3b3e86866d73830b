"""Who may read what is private: members of groups. An account alone opens nothing."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from wagtail.admin.forms.collections import CollectionViewRestrictionForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Collection, CollectionViewRestriction
from wagtail.permissions import policy_registry

# Of pages it is `HubPage.private_page_options` that says so.
_NOT_OFFERED = CollectionViewRestriction.LOGIN


class PrivacyForm(CollectionViewRestrictionForm):
    """Nobody, those with a password, or groups."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["restriction_type"]
        field.choices = [choice for choice in field.choices if choice[0] != _NOT_OFFERED]


def collection_privacy(request: HttpRequest, collection_id: int) -> HttpResponse:
    """Wagtail's view, whose form cannot be replaced, with a form of ours."""
    collection = get_object_or_404(Collection, pk=collection_id)
    policy = policy_registry.get_by_type(Collection)
    if not policy.user_has_permission_for_instance(request.user, "change", collection):
        raise PermissionDenied
    known = collection.get_view_restrictions().order_by("collection__depth").first()
    if known and known.collection_id != collection.pk:
        template = "wagtailadmin/collection_privacy/ancestor_privacy.html"
        context = {"collection_with_restriction": known.collection}
        return render_modal_workflow(request, template, None, context)
    initial = {} if known else {"restriction_type": CollectionViewRestriction.NONE}
    form = PrivacyForm(request.POST or None, instance=known, initial=initial)
    if request.method == "POST" and form.is_valid():
        is_public = _save(form, collection, known)
        done = {"step": "set_privacy_done", "is_public": is_public}
        return render_modal_workflow(request, None, None, None, json_data=done)
    address = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    context = {"action_url": address, "object": collection, "form": form}
    return render_modal_workflow(
        request, "wagtailadmin/shared/set_privacy.html", None, context,
        json_data={"step": "set_privacy"},
    )  # fmt: skip


def _save(form: PrivacyForm, collection: Collection, known) -> bool:
    """Write what was chosen; whether the collection is public now."""
    if form.cleaned_data["restriction_type"] == CollectionViewRestriction.NONE:
        if known:
            known.delete()
        return True
    form.instance.collection = collection
    form.save()
    return False
