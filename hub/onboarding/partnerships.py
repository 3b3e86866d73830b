"""Onboards a partnership in one action; done again it repairs and doubles nothing."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Locale, Page, get_page_models
from wagtail_localize.operations import TranslationCreator

from hub.onboarding.community_files import ensure_community_collection
from hub.onboarding.houses import mend_hub, onboard_owner, onboard_page
from hub.onboarding.report import HouseReport
from hub.onboarding.supporters import all_communities, communities_of, let_support
from hub.ownership import HUB_KEY, Owner, Supporter
from hub.pages import is_owner_root

# Apps say with what a new partnership begins: it is called with the partnership's page and
# answers pages that are not saved yet.
find_starter_pages: Callable = hooks.register("find_starter_pages")


def house_model() -> type[Page]:
    """The type of a partnership's page."""
    return next(model for model in get_page_models() if is_owner_root(model))


def house_of(owner: Owner) -> Any:
    """The owner's page in the first language, or in another if there is none; None without."""
    pages = house_model()._default_manager.filter(owning=owner).select_related("locale")
    return min(
        pages, default=None, key=lambda p: (p.locale.language_code != settings.LANGUAGE_CODE, p.pk)
    )


def lists_of_houses() -> dict[str, Page]:
    """The pages below which partnerships stand, by language; those that are nobody's alias."""
    found: dict[str, Page] = {}
    for model in house_model().allowed_parent_page_models():
        for page in model._default_manager.filter(alias_of=None).select_related("locale"):
            found.setdefault(page.locale.language_code, page)
    return found


def language_name(code: str) -> str:
    """The language's name as the settings tell it."""
    return str(dict(settings.LANGUAGES).get(code, code))


def check_new(key: str, name: str) -> None:
    """Raises ValidationError if no new partnership can have this key and name."""
    Owner(key=key, name=name).clean_fields(exclude=["collection", "authors", "editors", "workflow"])
    if key == HUB_KEY or Owner.objects.filter(key=key).exists():
        raise ValidationError({"key": _("Another owner has this key already.")})
    names = Owner.objects.values_list("name", flat=True)
    if name.casefold() in {taken.casefold() for taken in names}:  # SQLite folds ASCII only
        raise ValidationError({"name": _("Another owner has this name already.")})
    if settings.LANGUAGE_CODE not in lists_of_houses():
        raise ValidationError(
            _("There is no list of partnerships yet in the first language of the site.")
        )


@transaction.atomic
def onboard_partnership(
    key: str, name: str = "", languages: Iterable[str] = (), user=None
) -> tuple[Owner, HouseReport]:
    """Make the partnership's house, page in each language and first pages, or repair them.

    `languages` are codes, all of the site's if none are given; the first language is always one.
    Raises ValidationError where nothing can be made; then nothing is.
    """
    owner = Owner.partnerships().filter(key=key).first()
    report = HouseReport(is_new=owner is None)
    if owner is None:
        check_new(key, name)
    mend_hub()
    owner = onboard_owner(key, name, report)
    house = house_of(owner)
    if house is None:
        house = _make_house(owner, user, report)
    _translate(house, list(languages) or list(dict(settings.LANGUAGES)), user, report)
    lost = house.get_translations().filter(owning=None)
    lost.update(owning=owner)
    onboard_page(house, owner, report)
    for community in all_communities().filter(path__startswith=house.path):
        ensure_community_collection(community)
    return owner, report


def _make_house(owner: Owner, user, report: HouseReport) -> Page:
    """A draft in the first language, with the first pages below it."""
    parent = lists_of_houses().get(settings.LANGUAGE_CODE)
    if parent is None:
        raise ValidationError(
            _("There is no list of partnerships yet in the first language of the site.")
        )
    slug = find_available_slug(parent, owner.key)
    house = house_model()(title=owner.name, slug=slug, owning=owner)
    _add_draft(parent, house, user)
    report.note(_("page “%(title)s”, a draft") % {"title": owner.name})
    for find in hooks.get_hooks("find_starter_pages"):
        for page in find(house):
            _add_draft(house, page, user)
            report.note(_("page “%(title)s” below it, a draft") % {"title": page.title})
    return house


def _add_draft(parent: Page, page: Page, user) -> None:
    page.live, page.has_unpublished_changes = False, True
    page.owner, page.locale = user, parent.locale
    parent.add_child(instance=page)
    page.save_revision(user=user)
    log(instance=page, action="wagtail.create", user=user, content_changed=True)


def _translate(house: Page, codes: list[str], user, report: HouseReport) -> None:
    """The page in each of the languages, as a translation that is a draft and no alias."""
    lists = lists_of_houses()
    for code in codes:
        if code == house.locale.language_code:
            continue
        locale = Locale.objects.filter(language_code=code).first()
        here = locale and house.get_translation_or_none(locale)
        if here and not here.alias_of_id:
            continue
        words = {"title": house.title, "language": language_name(code)}
        if not locale or code not in lists:
            report.missing.append(
                _("No page in this language: %(language)s. The list of partnerships is not "
                  "translated yet.") % words
            )  # fmt: skip
            continue
        TranslationCreator(user, [locale]).create_translations(house, False)
        report.note(_("page “%(title)s” in this language: %(language)s, a draft") % words)


@transaction.atomic
def mend_everything() -> None:
    """All owners' and supporters' rights as the code wants them now; no page is made."""
    mend_hub()
    for owner in Owner.partnerships():
        onboard_owner(owner.key, owner.name)
        house = house_of(owner)
        if house:
            onboard_page(house, owner)
    for supporter in Supporter.objects.select_related("group"):
        let_support(supporter, communities_of(supporter))
