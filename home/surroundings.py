"""What editors arrange around every page: menu, footer, contacts, who pays; one a language."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import DraftStateMixin, Page, PreviewableMixin, RevisionMixin

from home.footer_blocks import AddressBlock, ColumnBlock, EmblemBlock, PageLinkBlock
from hub.arrangement import Arrangement, ChosenLink, Column, Emblem
from hub.navigation import home_address, language_name

# Twice as large as shown, so that it is sharp; without loss, for it is drawn in plain colours.
EMBLEM_SIZE = "max-560x200|format-webp-lossless"


def languages() -> list:
    """A callable keeps the words out of migrations."""
    return settings.LANGUAGES


class SurroundingsQuerySet(models.QuerySet):
    """Arrangements by what readers see."""

    def in_use(self, language: str):
        """What readers of `language` see: one row at most."""
        return self.filter(language=language, live=True)


class Surroundings(PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """Menu and footer of one language."""

    language = models.CharField(_("language"), max_length=12, unique=True, choices=languages)
    menu = StreamField(
        [("page", PageLinkBlock())],
        verbose_name=_("main menu"),
        blank=True,
        max_num=9,
        help_text=_("Left empty, it is made of the pages that are marked “show in menus”."),
    )
    about = models.CharField(
        _("words about the hub"),
        max_length=250,
        blank=True,
        help_text=_("Left empty, the hub’s usual sentence stands there."),
    )
    columns = StreamField(
        [("column", ColumnBlock())],
        verbose_name=_("links of the footer"),
        blank=True,
        max_num=4,
        collapsed=True,
        help_text=_("Left empty, they are the home page’s other pages."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    address = models.CharField(_("postal address"), max_length=200, blank=True)
    profiles = StreamField(
        [("address", AddressBlock())],
        verbose_name=_("elsewhere on the web"),
        blank=True,
        max_num=6,
        help_text=_("Facebook, YouTube …: shown as words, nothing of theirs is loaded."),
    )
    funders = models.TextField(
        _("who pays, in words"),
        max_length=400,
        blank=True,
        help_text=_("With neither words nor emblems the hub’s usual line stands there."),
    )
    emblems = StreamField(
        [("emblem", EmblemBlock())],
        verbose_name=_("emblems"),
        blank=True,
        max_num=8,
        help_text=_("In the order that the rules of the funding ask for, on white plates."),
    )
    changed_at = models.DateTimeField(auto_now=True, editable=False)

    objects = SurroundingsQuerySet.as_manager()

    panels = [
        "language",
        "menu",
        MultiFieldPanel(["about", "columns"], heading=_("Footer"), icon="list-ul"),
        MultiFieldPanel(
            [FieldRowPanel(["email", "phone"]), "address", "profiles"],
            heading=_("Contacts"),
            icon="mail",
        ),
        MultiFieldPanel(
            [FieldPanel("funders"), FieldPanel("emblems")], heading=_("Who pays"), icon="image"
        ),
        PublishingPanel(),
    ]

    pack_type = "surroundings"
    arranges_surroundings = True
    belongs_to_hub = True

    class Meta:
        verbose_name = _("menu and footer")
        verbose_name_plural = _("menus and footers")
        ordering = ["-language"]

    def __str__(self):
        return language_name(self.language) if self.language else ""

    def save(self, *args, **kwargs):
        result = super().save(*args, **kwargs)
        if self.live:
            list(self._drawn_emblems())  # so that no reader waits for them
        return result

    @property
    def is_public(self) -> bool:
        """Whether readers see it."""
        return self.live

    def as_arrangement(self) -> Arrangement:
        """Everything it says as plain values; pages that are gone are left out."""
        keys = _keys_of(self._page_ids())
        columns = [
            Column(block.value["title"], _links(block.value["links"], keys))
            for block in self.columns
        ]
        return Arrangement(
            changed_at=self.changed_at,
            menu=_links(self.menu, keys),
            columns=tuple(columns),
            about=self.about,
            email=self.email,
            phone=self.phone,
            address=self.address,
            profiles=_links(self.profiles, keys),
            funders=self.funders,
            emblems=tuple(self._drawn_emblems()),
        )

    def _page_ids(self) -> Iterator[int]:
        for links in (self.menu, *(block.value["links"] for block in self.columns)):
            for block in links.get_prep_value():
                if page_id := block["value"].get("page"):
                    yield page_id

    def _drawn_emblems(self) -> Iterator[Emblem]:
        for block in self.emblems:
            if emblem := _draw(block.value):
                yield emblem

    # How it is previewed: around the home page of its language

    def get_full_url(self) -> str:
        return settings.SITE_URL + home_address(self.language)

    full_url = property(get_full_url)

    def serve_preview(self, request, mode_name):
        homes = Page.objects.live().filter(depth=2, locale__language_code=self.language)
        home = homes.specific().first()
        context = home.get_context(request) if home else {}
        template = home.get_template(request) if home else "base.html"
        return TemplateResponse(
            request, template, {**context, "arrangement": self.as_arrangement()}
        )


def _keys_of(page_ids: Iterable[int]) -> dict[int, UUID]:
    """The keys that the translations of these pages share, by the pages' numbers."""
    return dict(Page.objects.filter(pk__in=set(page_ids)).values_list("pk", "translation_key"))


def _links(blocks, keys: dict[int, UUID]) -> tuple[ChosenLink, ...]:
    links = []
    for block in blocks.get_prep_value():
        value = block["value"]
        if block["type"] == "address":
            links.append(ChosenLink(value["label"], url=value["url"]))
        elif key := keys.get(value["page"]):
            links.append(ChosenLink(value["label"] or "", key))
    return tuple(links)


def _draw(value: Any) -> Emblem | None:
    """The emblem in the size it is shown; None if its picture is gone or cannot be read."""
    try:
        picture = value["image"].get_rendition(EMBLEM_SIZE) if value["image"] else None
    except (SourceImageIOError, InvalidFilterSpecError):
        return None
    if picture is None:
        return None
    url = value["url"] or ""
    return Emblem(picture.url, picture.width // 2, picture.height // 2, value["name"], url)
