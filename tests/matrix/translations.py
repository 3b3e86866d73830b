"""Translations in the world of the matrix: the tree in English, a page half translated."""

from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    Translation,
    TranslationSource,
)

from tests import factories


def add_translations(world, own: Page, hubs: Page) -> None:
    """Translate what is below `own` and `hubs` into English, as wagtail-localize does."""
    factories.translated(factories.standing_home())
    for place, prefix in ((own, ""), (hubs, "hub:")):
        for page in place.get_ancestors(inclusive=True).filter(depth__gt=2).specific():
            if not page.get_translations().exists():
                factories.translated(page)
        page = Page.objects.get(pk=world.objects[f"{prefix}page"]["page_id"]).specific
        world.objects[f"{prefix}translation"] = _translation_of(page)


def _translation_of(page: Page) -> dict[str, object]:
    source, _is_new = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(
        source=source, target_locale=factories.make_locale("en")
    )
    translation.save_target(publish=False)
    target = translation.get_target_instance()
    overridable = OverridableSegment.objects.filter(source=source).first()
    return {
        "page_id": target.pk,
        "translation_source_id": source.pk,
        "translation_id": translation.pk,
        "string_segment_id": StringSegment.objects.filter(source=source).first().pk,
        "overridable_segment_id": overridable.pk if overridable else 0,
        "mode": "",
    }
