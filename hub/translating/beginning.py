"""Begins translations: from the top of the tree down, as drafts, never as aliases."""

import logging
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django_tasks import task
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, TranslationSource

from hub.translating.rights import may_translate
from hub.translating.state import not_told_in

logger = logging.getLogger(__name__)


def missing_above(page: Page, locale: Locale) -> list[Page]:
    """The pages above `page` that are not told in `locale`, from the home page down."""
    above = page.get_ancestors().filter(depth__gt=1)
    told = Page.objects.filter(
        translation_key__in=above.values("translation_key"), locale=locale, alias_of=None
    )
    keys = set(told.values_list("translation_key", flat=True))
    return [page for page in above.specific() if page.translation_key not in keys]


@transaction.atomic
def begin_translation(thing: Any, locale: Locale, user) -> Translation:
    """A translation of the page or record as it is now; a draft, if it can be one.

    The page above is translated already. Raises ValidationError, and then nothing is made.
    """
    source, _is_new = TranslationSource.update_or_create_from_instance(thing)
    translation, _is_new = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    translation.save_target(user=user, publish=not isinstance(thing, DraftStateMixin))
    return translation


@task()
def translate_below(page_id: int, locale_ids: list[int], user_id: int) -> int:
    """Begin translations of all pages below that the user may edit; returns their number."""
    page, user = Page.objects.get(pk=page_id), get_user_model().objects.get(pk=user_id)
    number = 0
    for locale in Locale.objects.filter(pk__in=locale_ids):
        for below in _untranslated_below(page, locale, user):
            number += _begin_if_possible(below.specific, locale, user)
    return number


def _untranslated_below(page: Page, locale: Locale, user) -> list[Page]:
    own = page_permission_policy.instances_user_has_permission_for(user, "change")
    below = page.get_descendants().filter(not_told_in(locale), alias_of=None, locale=page.locale_id)
    return list(below.filter(pk__in=own.values("pk")).order_by("path"))


def _begin_if_possible(page: Page, locale: Locale, user) -> bool:
    """A page that cannot be translated does not stop the others."""
    if not may_translate(user, page) or missing_above(page, locale):
        return False
    try:
        begin_translation(page, locale, user)
    except ValidationError as error:
        logger.warning("No translation of page %s into %s: %s", page.pk, locale, error)
        return False
    return True
