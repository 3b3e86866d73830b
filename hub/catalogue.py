"""What a page or record says of itself to the catalogue, the one read model of all that is public.

A model takes part with `catalogue_kind`, `catalogue_text` (names of the fields whose words are
found) and, if it has more to say, `catalogue_fields()`. A part of a recording names the field
that leads to it as `catalogued_with`. The catalogue knows no model by name.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue
from wagtail.models import Page

from hub.ownership import HUB_KEY
from hub.pages import HubPage


class Kind(models.TextChoices):
    """The kinds of thing in the catalogue; their slugs stand in addresses."""

    COMMUNITY = "community", _("community")
    SOLUTION = "solution", _("solution")
    STORY = "story", _("video story")
    METHOD = "method", _("method")
    GUIDE = "guide", _("guide")
    EVENT = "event", _("event")
    RESOURCE = "resource", _("resource")
    DOCUMENT = "document", _("document")
    PAGE = "page", _("page")
    PARTNERSHIP = "partnership", _("partnership")


@dataclass(frozen=True)
class CatalogueRecord:
    """All that a card, a pin, a feed line or a search hit shows, and that a filter needs.

    Points are WGS 84 in degrees; `owner`, `community`, `municipality` and `themes` are keys
    that are the same in every language.
    """

    kind: str
    uuid: UUID
    language: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    date: datetime.date | None = None
    starts_at: datetime.datetime | None = None
    ends_at: datetime.datetime | None = None
    expires_at: datetime.datetime | None = None
    published_at: datetime.datetime | None = None
    changed_at: datetime.datetime | None = None
    owner: str = HUB_KEY
    owner_name: str = ""
    community: str = ""
    community_name: str = ""
    municipality: str = ""
    municipality_name: str = ""
    place: str = ""
    parish: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    precision: str = ""
    themes: list[str] = field(default_factory=list)
    audience: list[str] = field(default_factory=list)
    variety: str = ""
    stage: str = ""
    phase: str = ""
    fact: str = ""
    number: str = ""
    image: Any = None
    image_alt: str = ""
    recording: Any = None
    has_captions: bool = False
    is_example: bool = False


def catalogued_models() -> list[type[models.Model]]:
    """Every concrete model that takes part."""
    return [model for model in apps.get_models() if getattr(model, "catalogue_kind", "")]


def plain_text(instance: models.Model, names: Iterable[str]) -> str:
    """The words of these fields, one line each, without markup."""
    lines: list[str] = []
    for name in names:
        value = getattr(instance, name)
        if isinstance(value, StreamValue):
            lines.extend(value.stream_block.get_searchable_content(value))
        elif value:
            lines.append(strip_tags(str(value).replace("</", " </")))
    return "\n".join(" ".join(str(line).split()) for line in lines if line)


def _place_of(instance, community) -> dict:
    """Place, municipality and point: its own, else its community's."""
    own, theirs = instance, community
    municipality = getattr(own, "municipality", None) or getattr(theirs, "municipality", None)
    language = instance.locale.language_code
    located = own if getattr(own, "public_point", None) else theirs
    point = getattr(located, "public_point", None)
    return {
        "municipality": municipality.slug if municipality else "",
        "municipality_name": municipality.name_in(language) if municipality else "",
        "place": getattr(own, "place", "") or (community.title if community else ""),
        "parish": getattr(own, "parish", "") or getattr(theirs, "parish", ""),
        "latitude": point[0] if point else None,
        "longitude": point[1] if point else None,
        "precision": located.point_precision if point else "",
    }


def record_of_page(page: HubPage) -> CatalogueRecord:
    """What `page` says of itself; it need not be public."""
    owner, community = page.owner_page, page.community_page
    fields: dict[str, Any] = {
        "kind": page.catalogue_kind,
        "uuid": page.translation_key,
        "language": page.locale.language_code,
        "title": page.title,
        "url": page.get_url() or "",
        "summary": page.summary,
        "body": plain_text(page, page.catalogue_text),
        "expires_at": page.expire_at,
        "published_at": page.first_published_at,
        "changed_at": page.last_published_at,
        "owner": owner.owner_key if owner else HUB_KEY,
        "owner_name": owner.title if owner else "",
        "community": community.key if community else "",
        "community_name": community.title if community else "",
        "themes": [theme.slug for theme in page.themes.all()],
        "audience": list(page.audience or []),
        "image": page.lead_image,
        "image_alt": page.lead_image_alt,
        "is_example": page.is_example,
        **_place_of(page, community),
    }
    return CatalogueRecord(**{**fields, **page.catalogue_fields()})


def record_of_resource(resource, url: str) -> CatalogueRecord:
    """What a record of a community says of itself; `url` is where a reader finds it."""
    community = resource.community
    owner = community.owner_page
    fields: dict[str, Any] = {
        "kind": resource.catalogue_kind,
        "uuid": resource.translation_key,
        "language": resource.locale.language_code,
        "title": str(resource),
        "url": url,
        "body": plain_text(resource, resource.catalogue_text),
        "expires_at": resource.expire_at,
        "published_at": resource.first_published_at,
        "changed_at": resource.last_published_at,
        "owner": owner.owner_key if owner else HUB_KEY,
        "owner_name": owner.title if owner else "",
        "community": community.key,
        "community_name": community.title,
        "image": resource.photo,
        "image_alt": resource.photo_alt,
        **_place_of(resource, community),
    }
    return CatalogueRecord(**{**fields, **resource.catalogue_fields()})


def resource_address(resource, inventories: dict[str, str]) -> str:
    """Where a reader finds `resource`: below its language's inventory page."""
    inventory = inventories.get(resource.locale.language_code, "")
    return f"{inventory}{resource.pk}-{resource.slug}/" if inventory else ""


def is_page_model(model: type[models.Model]) -> bool:
    """Whether the catalogued model is a page, not a record."""
    return issubclass(model, Page)
