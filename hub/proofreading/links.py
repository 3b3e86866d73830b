"""Links: whether what they lead to is there and public, and how addresses are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.urls import Resolver404, resolve
from wagtail import blocks
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField
from wagtail.models import Page

from hub.proofreading.reading import Part, Subject
from hub.proofreading.rules import ADDRESSES, LINKS, Fault
from hub.proofreading.subjects import SiteContent

PLAIN_HTTP = Path(__file__).parent.parent / "data" / "http-hosts.txt"

_WELL_WRITTEN = re.compile(r"https://[^\s/]+\.[^\s]+$|mailto:[^\s@]+@[^\s@]+$|tel:\+?[\d\s-]+$")
_TEMPLATE_ANCHOR = re.compile(r'\bid="([a-z][a-z0-9-]*)"')


@dataclass(frozen=True)
class Link:
    """What a part leads to: a page or file by its model and id, or an address as written."""

    path: str
    words: str
    model: type[models.Model] | None = None
    key: Any = None
    address: str = ""
    is_quoted: bool = False  # a source stands where it was read


def links_of(part: Part) -> Iterator[Link]:
    """All links that a field or block holds itself."""
    source, raw = part.source, part.raw
    if raw in (None, ""):
        return
    if isinstance(source, (RichTextField, blocks.RichTextBlock)):
        yield from _links_in_text(part)
    elif isinstance(source, (models.URLField, blocks.URLBlock)):
        yield Link(part.path, raw, address=raw, is_quoted=part.is_quoted)
    elif isinstance(source, blocks.ChooserBlock):
        yield Link(part.path, str(raw), source.model_class, raw)
    elif isinstance(source, models.ForeignKey) and issubclass(source.related_model, Page):
        yield Link(part.path, str(raw), source.related_model, raw)


def _links_in_text(part: Part) -> Iterator[Link]:
    if "<a" not in part.raw:
        return
    kinds = {"page": Page, "document": get_document_model()}
    for element in BeautifulSoup(part.raw, "html.parser").find_all("a"):
        words, kind = element.get_text(), kinds.get(str(element.get("linktype")))
        if kind:
            yield Link(part.path, words, kind, element.get("id"))
        else:
            address = str(element.get("href", ""))
            yield Link(part.path, words, address=address)


@cache
def plain_http_hosts() -> set[str]:
    """The hosts that may be linked to without https."""
    lines = PLAIN_HTTP.read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def is_well_written(address: str, is_quoted: bool = False) -> bool:
    """Whether an address outside the hub is whole, without spaces, and safe to send to."""
    host = urlsplit(address).netloc
    if address.startswith("http://") and (is_quoted or host in plain_http_hosts()):
        address = address.replace("http://", "https://", 1)
    return _WELL_WRITTEN.match(address) is not None


@cache
def _anchors_of_templates() -> set[str]:
    """The words after # that the templates themselves give to parts of a page."""
    files = (settings.ROOT / "templates").rglob("*.html")
    return {anchor for file in files for anchor in _TEMPLATE_ANCHOR.findall(file.read_text())}


def anchors_of(subject: Subject) -> set[str]:
    """The words after # that a thing's headings and lessons have."""
    speaking = (
        part.source.to_python(part.raw)
        for part in subject.parts
        if isinstance(part.source, blocks.StructBlock)
        and hasattr(part.source.meta.value_class, "id")
    )
    return {value.id for value in speaking if value.id}


class LinkChecker:
    """Knows what is there and public; built once for a whole reading."""

    def __init__(self, site: SiteContent, subjects: list[Subject]):
        self.site = site
        self._by_address = {subject.address: subject for subject in subjects if not subject.prefix}
        self._public_addresses = {site.addresses[pk] for pk in site.public_pages}
        self._routable = tuple(
            site.addresses[pk]
            for pk, page in site.public_pages.items()
            if isinstance(page, RoutablePageMixin)
        )
        self._ids: dict[type[models.Model], set[str]] = {}

    def faults(self, subject: Subject) -> Iterator[Fault]:
        """The links of a thing that lead nowhere, and addresses that are not written well."""
        for part in subject.parts:
            for link in links_of(part):
                if link.model is not None:
                    if not self._is_there(link.model, link.key):
                        yield Fault(LINKS, link.path, f"[{link.words}]")
                elif self._is_internal(link.address):
                    if not self._leads_somewhere(link.address, subject):
                        yield Fault(LINKS, link.path, f"{link.words} [{link.address}]")
                elif not is_well_written(link.address, link.is_quoted):
                    yield Fault(ADDRESSES, link.path, f"[{link.address}]")

    def _is_there(self, model: type[models.Model], key: Any) -> bool:
        if issubclass(model, Page):
            return str(key).isdecimal() and int(key) in self.site.public_pages
        if model not in self._ids:
            self._ids[model] = set(map(str, model._default_manager.values_list("pk", flat=True)))
        return str(key) in self._ids[model]

    def _is_internal(self, address: str) -> bool:
        return address.startswith(("/", "#", settings.SITE_URL)) or not address

    def _leads_somewhere(self, address: str, subject: Subject) -> bool:
        parts = urlsplit(address.removeprefix(settings.SITE_URL))
        if not parts.path:
            return bool(parts.fragment) and self._has_anchor(subject, parts.fragment)
        if parts.path not in self._public_addresses:
            return self._is_route(parts.path)
        there = self._by_address.get(parts.path)
        return not parts.fragment or there is None or self._has_anchor(there, parts.fragment)

    def _has_anchor(self, subject: Subject, anchor: str) -> bool:
        return anchor in _anchors_of_templates() or anchor in anchors_of(subject)

    def _is_route(self, path: str) -> bool:
        """Whether an address that is no page's belongs to a view, or to a page that has more."""
        try:
            is_page = resolve(path).url_name == "wagtail_serve"
        except (Resolver404, ImproperlyConfigured):
            return False
        return path.startswith(self._routable) if is_page else True
