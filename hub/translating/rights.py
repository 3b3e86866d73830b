"""Who may translate what: who may edit it may translate it, who may publish it its translation."""

from functools import wraps
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.models import DraftStateMixin, LockableMixin, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

_READING = ("GET", "HEAD", "OPTIONS")


def may_translate(user, thing: Any) -> bool:
    """Whether `user` may edit this page, in its own type, or this record."""
    if isinstance(thing, Page):
        return thing.permissions_for_user(user).can_edit()
    policy = policy_registry.get_by_type(type(thing))
    return policy.user_has_permission_for_instance(user, "change", thing)


def may_publish(user, thing: Any) -> bool:
    """Whether `user` may publish it; what has no drafts is public once it is saved."""
    if isinstance(thing, Page):
        return thing.permissions_for_user(user).can_publish()
    policy = policy_registry.get_by_type(type(thing))
    action = "publish" if isinstance(thing, DraftStateMixin) else "change"
    return policy.user_has_permission_for_instance(user, action, thing)


def may_publish_translation(user, translation: Translation) -> bool:
    """Whether `user` may publish both the original and its translation."""
    return all(may_publish(user, version) for version in versions_of(translation))


def versions_of(translation: Translation) -> tuple[Any, Any]:
    """The original and the translated page or record. Raises Http404 if one is gone."""
    try:
        return translation.source.get_source_instance(), translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None


def is_locked_for(user, thing: Any) -> bool:
    """Whether somebody else has locked it, or it waits for others to decide."""
    lock = thing.get_lock() if isinstance(thing, LockableMixin) else None
    return bool(lock and lock.for_user(user))


def require_own(user, translation: Translation, is_reading: bool) -> None:
    """Raises PermissionDenied unless `user` may edit both, and nobody locked the translation."""
    original, translated = versions_of(translation)
    if not (may_translate(user, original) and may_translate(user, translated)):
        raise PermissionDenied
    if not is_reading and is_locked_for(user, translated):
        raise PermissionDenied


def of_own_translation(view):
    """`view` of a translation, for those who may edit the original and the translation."""

    @wraps(view)
    def guarded(request, translation_id, **kwargs):
        translations = Translation.objects.select_related("source", "target_locale")
        translation = get_object_or_404(translations, pk=translation_id)
        require_own(request.user, translation, request.method in _READING)
        return view(request, translation_id=translation_id, **kwargs)

    return guarded
