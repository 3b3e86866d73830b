"""Which translations are missing, unfinished or older than their original."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from hub.ownership import record_models
from hub.permissions import keeps_the_hub


def not_told_in(locale: Locale) -> Exists:
    """Of a page: whether it is not told in `locale` at all; an alias tells nothing."""
    told = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale=locale, alias_of=None
    )
    return ~Exists(told)


def missing_translations(pages: QuerySet[Page], locale: Locale) -> QuerySet[Page]:
    """Those of `pages` that are live, in another language and not told in `locale` at all."""
    return pages.filter(not_told_in(locale), live=True, alias_of=None, depth__gt=1).exclude(
        locale=locale
    )


def outdated_translations(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` whose original changed after they were translated, the oldest first.

    Each has `older_than_original.original_changed_at`.
    """
    outdated = pages.filter(older_than_original__isnull=False)
    order = "older_than_original__original_changed_at"
    return outdated.select_related("older_than_original", "locale").order_by(order, "pk")


def unfinished_translations(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of `pages` that are translations with texts that nobody translated yet."""
    waiting = Translation.objects.filter(
        is_waiting(),
        enabled=True,
        source__object_id=OuterRef("translation_key"),
        target_locale=OuterRef("locale"),
    )
    return pages.filter(Exists(waiting))


def is_waiting() -> Exists:
    """Of a translation: whether one of its texts is not translated, or with a mistake."""
    translated = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=OuterRef(OuterRef("target_locale")),
        has_error=False,
    )
    segments = StringSegment.objects.filter(source=OuterRef("source"))
    return Exists(segments.filter(~Exists(translated)))


def translations_seen_by(user, translations: QuerySet[Translation]) -> QuerySet[Translation]:
    """Those of the pages and records that `user` may edit; all for who keeps the hub."""
    if keeps_the_hub(user):
        return translations
    pages = page_permission_policy.instances_user_has_any_permission_for(
        user, ["add", "change", "publish"]
    )
    own = Q(source__object_id__in=pages.values("translation_key"))
    for model in record_models():
        records = policy_registry.get_by_type(model).instances_user_has_permission_for(
            user, "change"
        )
        own |= Q(source__object_id__in=records.values("translation_key"))
    return translations.filter(own)
