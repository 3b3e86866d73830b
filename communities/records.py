"""What communities have and need: records that follow their community, not pages."""

from collections.abc import Mapping

from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail.permissions import policy_registry
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from communities.proofs import photo_has_words, solved_need_leads_to_its_solution
from hub.advice.panels import AdvicePanel
from hub.blocks.text import RICH_TEXT_FEATURES
from hub.catalogue import plain_text
from hub.head import Told
from hub.localised import localised_by_id
from hub.navigation import absolute
from hub.places import Located
from hub.structured_data import village
from hub.transliteration import to_ascii
from hub.vocabulary import Availability, NeedStatus, ResourceKind, Visibility


class ResourceQuerySet(models.QuerySet):
    """Resources by what a reader may see."""

    def public(self):
        is_current = models.Q(expire_at=None) | models.Q(expire_at__gt=timezone.now())
        return self.filter(
            is_current, live=True, visibility=Visibility.PUBLIC, community__live=True
        )

    def offered_to(self, user):
        """Those that `user` may refer to: the own ones and everybody's public ones."""
        policy = policy_registry.get_by_type(self.model)
        own = policy.instances_user_has_permission_for(user, "change")
        public = self.model.objects.public()
        return self.filter(models.Q(pk__in=own.values("pk")) | models.Q(pk__in=public.values("pk")))


class Resource(
    Located, DraftStateMixin, RevisionMixin, TranslatableMixin, index.Indexed, models.Model
):
    """One thing a community has and others may ask for."""

    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=16, choices=ResourceKind.choices)
    community = models.ForeignKey(
        "communities.CommunityPage",
        verbose_name=_("community"),
        on_delete=models.CASCADE,
        related_name="resources",
    )
    description = RichTextField(_("description"), features=RICH_TEXT_FEATURES, blank=True)
    availability = models.CharField(
        _("availability"), max_length=16, choices=Availability.choices, blank=True
    )
    owner_organisation = models.CharField(
        _("owner"), max_length=160, blank=True, help_text=_("An organisation, not a person.")
    )
    conditions = models.CharField(
        _("conditions"), max_length=250, blank=True, help_text=_("Opening hours, price, key.")
    )
    accessibility = models.CharField(
        _("accessibility"),
        max_length=250,
        blank=True,
        help_text=_("How to get there and in with a pram or a wheelchair."),
    )
    photo = models.ForeignKey(
        "hub.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    photo_alt = models.CharField(_("what the picture shows"), max_length=250, blank=True)
    last_confirmed = models.DateField(_("last confirmed"), null=True, blank=True)
    visibility = models.CharField(
        _("who sees it"), max_length=12, choices=Visibility.choices, default=Visibility.PUBLIC
    )

    objects = ResourceQuerySet.as_manager()

    panels = [
        AdvicePanel(),
        FieldRowPanel(["name", "kind"]),
        "community",
        "description",
        MultiFieldPanel(
            [
                FieldRowPanel(["availability", "visibility"]),
                "owner_organisation",
                "conditions",
                "accessibility",
                "last_confirmed",
            ],
            heading=_("Use"),
            icon="key",
        ),
        Located.place_panel,
        MultiFieldPanel(["photo", "photo_alt"], heading=_("Picture"), icon="image"),
        PublishingPanel(),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("community"),
        index.FilterField("locale"),
    ]
    override_translatable_fields = [
        SynchronizedField("place"),
        SynchronizedField("owner_organisation"),
    ]

    pack_type = "resource"
    follows_community = True
    main_stream = "description"
    proofs = (photo_has_words,)
    catalogue_kind = "resource"
    catalogue_text = ["description", "conditions", "accessibility", "owner_organisation"]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def catalogue_fields(self) -> dict:
        """What a resource has to say to the catalogue beyond its place."""
        return {
            "variety": self.kind,
            "date": self.last_confirmed,
            "fact": self.get_availability_display(),
        }

    @property
    def slug(self) -> str:
        """The readable end of its address."""
        return slugify(to_ascii(self.name))[:60] or "resurss"

    @property
    def is_public(self) -> bool:
        """Whether a reader may see it, its community being public."""
        return self.live and self.visibility == Visibility.PUBLIC


def told_of(resource: Resource, addresses: Mapping[str, str]) -> Told:
    """What the page of a resource says of it; `addresses` are where it is told, by language."""
    community = resource.community
    kind = resource.get_kind_display()
    words = plain_text(resource, ["description", "conditions"]).replace("\n", " ")
    changed = resource.last_published_at
    return Told(
        title=resource.name,
        description=f"{kind[:1].upper()}{kind[1:]}, {community.title}. {words}",
        addresses=addresses,
        version=str(int(changed.timestamp())) if changed else "",
        facts={"contentLocation": village(community.title, absolute(community.url or ""))},
    )


class NeedQuerySet(models.QuerySet):
    """Needs, the most pressing first."""

    def pressing_first(self):
        return self.order_by("priority", "-votes", "text")


class Need(TranslatableMixin, index.Indexed, models.Model):
    """What a community lacks, as voiced at a workshop, and what became of it."""

    text = models.CharField(_("need"), max_length=250)
    theme = models.ForeignKey(
        "hub.Theme",
        verbose_name=_("theme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    community = models.ForeignKey(
        "communities.CommunityPage",
        verbose_name=_("community"),
        on_delete=models.CASCADE,
        related_name="needs",
    )
    workshop = models.ForeignKey(
        "events.EventPage",
        verbose_name=_("workshop where it was voiced"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)
    priority = models.PositiveSmallIntegerField(
        _("priority"), default=5, help_text=_("1 is the most pressing.")
    )
    status = models.CharField(
        _("state"), max_length=16, choices=NeedStatus.choices, default=NeedStatus.VOICED
    )
    solution = models.ForeignKey(
        "communities.SolutionPage",
        verbose_name=_("solution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="needs",
    )

    objects = NeedQuerySet.as_manager()

    panels = [
        AdvicePanel(),
        "text",
        "community",
        MultiFieldPanel(
            [FieldRowPanel(["theme", "status"]), FieldRowPanel(["votes", "priority"]), "workshop"],
            heading=_("At a glance"),
            icon="info-circle",
        ),
        FieldPanel("solution"),
    ]
    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("community"),
        index.FilterField("locale"),
    ]

    pack_type = "need"
    follows_community = True
    advised = (solved_need_leads_to_its_solution,)

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["priority", "text"]

    def __str__(self):
        return self.text


def needs_of(community) -> list[Need]:
    """What a community needs, the most pressing first, each in its language if it is told in it.

    A translated need still lies with the community it was translated from. `answer` is the
    solution as a page of the same language, None without a public one.
    """
    told = Need.objects.filter(community__translation_key=community.translation_key)
    needs = list(told.select_related("locale").pressing_first())
    locale = community.locale
    here = {need.translation_key for need in needs if need.locale_id == locale.pk}
    shown = [n for n in needs if n.locale_id == locale.pk or n.translation_key not in here]
    chosen = {need.solution_id for need in shown if need.solution_id}
    solutions = localised_by_id(chosen, locale.language_code) if chosen else {}
    for need in shown:
        need.answer = solutions.get(need.solution_id)
    return shown
