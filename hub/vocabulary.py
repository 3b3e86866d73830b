"""The fixed lists: an English slug is stored, the word in the reader's language is shown."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Licence(TextChoices):
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0", "CC0"
    ALL_RIGHTS_RESERVED = "all-rights-reserved", _("All rights reserved")


class Audience(TextChoices):
    LEADERS = "leaders", _("community leaders")
    RESIDENTS = "residents", _("residents")
    LAG_STAFF = "lag-staff", _("local action group staff")
    MUNICIPALITIES = "municipalities", _("municipalities")
    NGOS = "ngos", _("associations (NGOs)")
    YOUTH = "youth", _("young people")
    SENIORS = "seniors", _("older people")
    ENTREPRENEURS = "entrepreneurs", _("entrepreneurs")
    SCHOOLS = "schools", _("schools")


class CommunityKind(TextChoices):
    VILLAGE = "village", _("village")
    TOWN = "town", _("town")
    STREET = "street", _("street")
    NEIGHBOURHOOD = "neighbourhood", _("neighbourhood")
    PARISH = "parish", _("parish")


class SolutionKind(TextChoices):
    IDEA = "idea", _("idea")
    PROJECT = "project", _("project")
    SERVICE = "service", _("service")
    TRADITION = "tradition", _("event or tradition")
    STRATEGY = "strategy", _("strategy or plan")


class SolutionStage(TextChoices):
    IDEA = "idea", _("idea")
    EXPLORING = "exploring", _("exploring")
    PLANNED = "planned", _("planned")
    PILOT = "pilot", _("pilot")
    IMPLEMENTED = "implemented", _("implemented")
    SUSTAINED = "sustained", _("sustained")
    REPLICATED = "replicated", _("adopted elsewhere")
    STOPPED = "stopped", _("stopped")


class ResourceKind(TextChoices):
    PEOPLE = "people", _("people and skills")
    GROUPS = "groups", _("associations and groups")
    INSTITUTIONS = "institutions", _("institutions")
    PLACES = "places", _("places and buildings")
    NATURE = "nature", _("nature")
    EQUIPMENT = "equipment", _("equipment")
    BUSINESSES = "businesses", _("businesses and producers")
    HERITAGE = "heritage", _("stories, traditions, heritage")
    CHANNELS = "channels", _("communication channels")
    FUNDING = "funding", _("funding")


class Availability(TextChoices):
    OPEN = "open", _("open to all")
    ARRANGEMENT = "arrangement", _("by arrangement")
    PAID = "paid", _("for a fee")
    MEMBERS = "members", _("for the community only")
    UNAVAILABLE = "unavailable", _("not available now")


class Visibility(TextChoices):
    PUBLIC = "public", _("everyone")
    PARTNERS = "partners", _("the partnerships")
    OWNER = "owner", _("the owner only")


class PointPrecision(TextChoices):
    EXACT = "exact", _("exact")
    APPROXIMATE = "approximate", _("approximate")
    HIDDEN = "hidden", _("hidden")


class Recognition(TextChoices):
    SMART_VILLAGE = "smart-village", _("Smart Village")
    ON_THE_WAY = "on-the-way", _("On the way to a Smart Village")


class EventKind(TextChoices):
    NEIGHBOURHOOD_WORKSHOP = "neighbourhood-workshop", _("neighbourhood workshop")
    SOLUTION_WORKSHOP = "solution-workshop", _("solution workshop")
    LEADER_TRAINING = "leader-training", _("training for community leaders")
    EXPERIENCE_TRIP = "experience-trip", _("experience trip")
    FORUM = "forum", _("community forum")
    WORK_DAY = "work-day", _("joint work day")
    SEMINAR = "seminar", _("seminar or discussion")
    ONLINE = "online", _("online meeting")


class NeedStatus(TextChoices):
    VOICED = "voiced", _("voiced")
    CONFIRMED = "confirmed", _("confirmed")
    IN_PROGRESS = "in-progress", _("being solved")
    SOLVED = "solved", _("solved")
    POSTPONED = "postponed", _("postponed")


class ParticipationLevel(TextChoices):
    INFORM = "inform", _("inform")
    CONSULT = "consult", _("consult")
    INVOLVE = "involve", _("involve")
    COLLABORATE = "collaborate", _("collaborate")
    EMPOWER = "empower", _("empower")


class MaterialKind(TextChoices):
    METHOD_CARD = "method-card", _("method card")
    LESSON = "lesson", _("lesson")
    TEMPLATE = "template", _("template")
    CHECKLIST = "checklist", _("checklist")
    VIDEO = "video", _("video story")
    SLIDES = "slides", _("slides")
    HANDBOOK = "handbook", _("handbook")
    STUDY = "study", _("study")


class Phase(TextChoices):
    MEET = "meet", _("Start and meet")
    MAP = "map", _("Know the place and its resources")
    NEEDS = "needs", _("Find the needs and goals")
    SOLUTIONS = "solutions", _("Make and choose solutions")
    ACT = "act", _("Plan and do")
    REVIEW = "review", _("Review, celebrate and pass on")

    @property
    def number(self) -> int:
        """Its place on the path, from 1 to 6."""
        return list(Phase).index(self) + 1


class CostLevel(TextChoices):
    FREE = "free", _("no cost")
    LOW = "low", _("low cost")
    MEDIUM = "medium", _("medium cost")
    HIGH = "high", _("high cost")


class Difficulty(TextChoices):
    EASY = "easy", _("easy")
    MEDIUM = "medium", _("takes some practice")
    HARD = "hard", _("needs experience")


class Registration(TextChoices):
    NONE = "none", _("not needed")
    LINK = "link", _("at another address")
    FORM = "form", _("with the hub’s own form")


class CalloutKind(TextChoices):
    INFO = "info", _("information")
    TIP = "tip", _("tip")
    WARNING = "warning", _("warning")
