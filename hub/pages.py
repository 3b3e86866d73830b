"""What every page of the hub has, whatever its type."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.dispatch import Signal
from django.forms import CheckboxSelectMultiple
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.fields import StreamField
from wagtail.locks import BasicLock
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from hub.blocks import SourceBlock
from hub.fields import ChoiceListField
from hub.moderation.locks import ReasonedLock
from hub.page_links import know_links_of
from hub.structured_data import work
from hub.taxonomy import ThemeName
from hub.vocabulary import Audience, Licence
from hub.wall.forms import HubPageForm
from hub.wall.rights import HubPagePermissionTester

# Wagtail's three, the phone as wide as phones are now.
PREVIEW_SIZES = (
    ("mobile", "mobile-alt", 390, _("Preview as on a phone, 390 pixels wide")),
    ("tablet", "tablet-alt", 768, _("Preview as on a tablet, 768 pixels wide")),
    ("desktop", "desktop", 1280, _("Preview as on a computer, 1280 pixels wide")),
)

LICENCE_HELP = _("What others may do with it; CC BY: everything, if they name the author.")

# A page's content has been written, with all that belongs to it; `instance` is the page.
# Sent however it came about: by publishing, unpublishing, copying, or by code.
page_saved = Signal()


class HubPage(Page):
    """A page with a summary, a picture, themes, sources and a date to look at it again.

    Abstract over Wagtail's own `Page`: wagtail-localize knows no other base.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("Two sentences at most: on cards, in search and when the page is shared."),
    )
    lead_image = models.ForeignKey(
        "hub.Image",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_image_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("Read aloud to those who do not see it; left empty, it is a decoration."),
    )
    themes = ParentalManyToManyField("hub.Theme", verbose_name=_("themes"), blank=True)
    audience = ChoiceListField(_("for whom"), vocabulary=Audience)
    licence = models.CharField(
        _("licence"), max_length=24, choices=Licence.choices, default=Licence.CC_BY
    )
    sources = StreamField(
        [("source", SourceBlock())],
        verbose_name=_("sources"),
        blank=True,
        collapsed=True,
        help_text=_("Where the facts come from, so that a reader can check them."),
    )
    is_example = models.BooleanField(
        _("made up to show how it is done"),
        default=False,
        help_text=_("The page then says plainly that it is an example."),
    )
    review_by = models.DateField(
        _("look at it again by"),
        null=True,
        blank=True,
        help_text=_("When the facts should be checked again; nothing is unpublished by itself."),
    )

    base_form_class = HubPageForm

    # What a subclass may add to

    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("lead_image", help_text=_("At the head of the page and on its card.")),
                "lead_image_alt",
            ],
            heading=_("Lead picture"),
            icon="image",
        ),
    ]
    about_panels = [
        FieldPanel(
            "themes",
            widget=CheckboxSelectMultiple,
            help_text=_("One to four; lists and the search filter by them."),
        ),
        FieldPanel("audience", help_text=_("Who can use it; tick nothing if everybody can.")),
        FieldPanel("sources"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("licence", help_text=LICENCE_HELP), "review_by"]),
                "is_example",
            ],
            heading=_("Use and care"),
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
    ]
    override_translatable_fields = [
        SynchronizedField("themes"),
        SynchronizedField("audience"),
    ]

    # How the page speaks for itself; the catalogue reads these

    pack_type = ""
    main_stream = "body"
    is_owner_root = False
    is_community_root = False
    private_page_options = ["password", "groups"]  # an account alone opens nothing
    needs_sources = False  # whether a reader asks where the facts come from

    # What the picture to share it with says above and below the title, where it is in no catalogue

    eyebrow = ""
    line = ""

    # How it is served (`hub.routing`): what is read together with it from other tables; whether
    # no page on the way to it is private; the pages around it

    shown_with: tuple[str, ...] = ("locale",)
    is_known_public = False
    found_with: Any = None

    class Meta:
        abstract = True

    @classproperty
    def edit_handler(cls) -> TabbedInterface:
        """Wagtail's tabs with one more: what the page is about and where it comes from."""
        return TabbedInterface(
            [
                ObjectList(cls.content_panels, heading=_("Content")),
                ObjectList(cls.about_panels, heading=_("About this page")),
                ObjectList(cls.promote_panels, heading=_("Promote")),
                ObjectList(cls.settings_panels, heading=_("Settings")),
            ],
            base_form_class=cls.base_form_class,
        )

    @property
    def preview_sizes(self) -> list[dict]:
        keys = ("name", "icon", "device_width", "label")
        return [dict(zip(keys, size, strict=True)) for size in PREVIEW_SIZES]

    def save(self, *args, **kwargs):
        result = super().save(*args, **kwargs)
        is_draft = "latest_revision" in (kwargs.get("update_fields") or ())
        if not is_draft:
            page_saved.send(sender=type(self), instance=self)
        return result

    def get_lock(self):
        lock = super().get_lock()
        return ReasonedLock(self) if type(lock) is BasicLock else lock

    def get_view_restrictions(self):
        if self.is_known_public:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request, *args, **kwargs):
        know_links_of(self)
        return super().get_context(request, *args, **kwargs)

    def permissions_for_user(self, user):
        return HubPagePermissionTester(user, self)

    def schema_org(self, head) -> list[dict]:
        """What the page is in the words of schema.org (`hub.structured_data`)."""
        return [work(head, "WebPage")]

    def catalogue_fields(self) -> dict:
        """What a type has to say to the catalogue beyond what all pages say."""
        return {}

    def own_findings(self) -> Iterator[Any]:
        """What is still to be done about a page of this type (`hub.desk.findings`)."""
        yield from ()

    @cached_property
    def named_themes(self) -> list[tuple[str, str]]:
        """Slug and name of each theme, in the page's language."""
        chosen = self.themes.all()
        themes = chosen if isinstance(chosen, models.QuerySet) else list(chosen)
        names = ThemeName.objects.filter(theme__in=themes, language=self.locale.language_code)
        ordered = names.order_by("theme__order", "theme__slug")
        return list(ordered.values_list("theme__slug", "name"))

    @cached_property
    def path_to_here(self) -> list[Page]:
        """The pages above this one, from the home page down, each of its own type."""
        return list(self.get_ancestors().filter(depth__gt=1).specific(defer=True))

    @cached_property
    def owner_page(self):
        """The partnership's page above this one or this one itself; None for the hub's own."""
        return next((p for p in [*self.path_to_here, self] if is_owner_root(p)), None)

    @cached_property
    def community_page(self):
        """The community's page above this one or this one itself; None if there is none."""
        return next((p for p in [*self.path_to_here, self] if is_community_root(p)), None)


def is_owner_root(page: Page) -> bool:
    """Whether everything below `page` belongs to the owner it names."""
    return getattr(page, "is_owner_root", False)


def is_community_root(page: Page) -> bool:
    """Whether everything below `page` is about one community."""
    return getattr(page, "is_community_root", False)
