"""The English half of the world: a true translation of each type of page, plain words besides."""

from wagtail.models import Page

from communities.models import CommunityPage, Need, Resource, SolutionPage
from events.models import EventPage
from home.models import HomePage, NewsPage, StandardPage
from stories.models import StoryPage
from tests import factories
from tests.browser import texts
from toolkit.models import GuidePage, MethodPage

LISTS = {
    "partnership-index": ("Partnerships", "partnerships"),
    "solution-index": ("Smart solutions", "solutions"),
    "story-index": ("Video stories", "stories"),
    "toolkit-index": ("Tools for a community", "toolkit"),
    "event-index": ("Events", "events"),
    "resource-index": ("Resources", "resources"),
    "news-index": ("News", "news"),
}


def make_english(home: HomePage, lists: dict[str, Page]) -> None:
    """Translate the ways that a foreign guest would go; the Latvian pages stand already."""
    english = factories.translated(
        home, title="KOPA", claim="What villages did by themselves, and how to begin.",
        strips=texts.STRIPS["en"], slug="kopa-en",
    )  # fmt: skip
    lists = {
        kind: factories.translated(lists[kind], english, title=title, slug=slug)
        for kind, (title, slug) in LISTS.items()
    }
    village = translate_places(lists["partnership-index"])
    solution = translate_solutions(village, lists["solution-index"])
    translate_stories(village, lists["story-index"], solution)
    translate_toolkit(lists["toolkit-index"], solution)
    translate_events(village, lists["event-index"])
    make_records(village, solution)
    translate_news_and_plain_pages(english, lists["news-index"], solution)


def translate_places(index: Page) -> CommunityPage:
    babite = CommunityPage.objects.get(slug="babite")
    house = babite.get_parent().specific
    pieriga = factories.translated(
        house, index, title="Pierīga Partnership", slug="pieriga", owning=house.owning,
        summary="Where the city meets the country.", role="lead partner", founded="2006",
        website="https://example.org/", email="info@example.org",
        territory="<p>Four municipalities until 2021, two now.</p>", facts=texts.RESULTS["en"],
        body=[("text", "<p>We work with nine communities.</p>")],
    )  # fmt: skip
    factories.translated(
        CommunityPage.objects.get(slug="starppaaudzu-ciems"), pieriga,
        title="Intergenerationalexperienceexchangecooperation neighbourhood", slug="long-name",
        key="starppaaudzu-ciems",
    )  # fmt: skip
    return factories.translated(
        babite, pieriga, title="Babīte", slug="babite", key="babite", kind="village",
        municipality=babite.municipality, latitude="56.95800", longitude="24.10500",
        summary="A village by a lake.", lead_image=babite.lead_image, residents_number=2140,
        lead_image_alt="A path through pines", story=texts.STORY["en"],
        organisations=texts.ORGANISATIONS["en"], sources=texts.SOURCES["en"],
    )  # fmt: skip


def translate_solutions(village: CommunityPage, index: Page) -> SolutionPage:
    factories.make_solution(index, "A shared greenhouse", slug="greenhouse")
    factories.translated(
        SolutionPage.objects.get(slug="starppaaudzu-pieredze"), index, is_example=True,
        title="Intergenerationalagriculturalservicescooperative", slug="long-name",
    )  # fmt: skip
    return factories.translated(
        SolutionPage.objects.get(slug="mezinieku-norades"), village,
        title="Foresters’ signposts", slug="signposts", stage="sustained", year_from=2020,
        summary="Seventy wooden signposts made by neighbours.", year_to=2022, place="Babīte",
        municipality=village.municipality, volunteer_hours=320, **texts.SOLUTION["en"],
        contacts=texts.ORGANISATIONS["en"], sources=texts.SOURCES["en"],
        lead_image=village.lead_image, lead_image_alt="A wooden signpost by the path",
    )  # fmt: skip


def translate_stories(village: CommunityPage, index: Page, solution: SolutionPage) -> None:
    walk = StoryPage.objects.get(slug="pastaiga")
    factories.translated(
        walk, village, title="A walk along the forest path", slug="walk", video=walk.video,
        consent_confirmed=True, year=2023, summary="How the signposts came to be.",
        solution=solution, body=[("text", "<p>Told by those who marked the path.</p>")],
    )  # fmt: skip
    factories.translated(
        StoryPage.objects.get(slug="citur"), index, title="A story shown elsewhere",
        slug="elsewhere", external_url="https://example.org/video", year=2021,
    )  # fmt: skip


def translate_toolkit(index: Page, solution: SolutionPage) -> None:
    factories.translated(
        MethodPage.objects.get(slug="apkaimes-darbnica"), index, duration_minutes=150,
        title="Neighbourhood workshop", slug="neighbourhood-workshop", **texts.METHOD["en"],
        used_by=[("used_by", {"page": solution, "note": "in 2019"})],
    )  # fmt: skip
    factories.translated(
        GuidePage.objects.get(slug="pirma-darbnica"), index, title="Your first workshop",
        slug="first-workshop", summary="Two lessons on the way to your first workshop.",
        lessons=[("lesson", texts.LESSON_IN_ENGLISH)],
    )  # fmt: skip


def translate_events(village: CommunityPage, index: Page) -> None:
    forum = EventPage.objects.get(slug="forums")
    factories.translated(
        forum, village, title="Community forum", slug="forum", kind="forum", place="Village hall",
        summary="We talk about next year.", starts_at=forum.starts_at, ends_at=forum.ends_at,
        registration="link", registration_url="https://example.org/come", capacity=60,
        agenda=texts.AGENDA["en"],
    )  # fmt: skip
    talka = EventPage.objects.get(slug="talka")
    factories.translated(
        talka, index, title="Spring work day", slug="work-day", kind="work-day",
        starts_at=talka.starts_at, is_all_day=True, minutes_after="<p>Thirty trees planted.</p>",
    )  # fmt: skip


def make_records(village: CommunityPage, solution: SolutionPage) -> None:
    factories.make_resource(
        village, "Babīte village hall", pk=3, description="<p>A room with a stage.</p>",
        availability="arrangement", conditions="The keeper has the key.", place="Babīte",
        translation_key=Resource.objects.get(pk=1).translation_key,
    )  # fmt: skip
    Need.objects.create(
        text="Marked forest paths", community=village, locale=village.locale, status="solved",
        solution=solution,
        translation_key=Need.objects.get(text="Iezīmētas meža takas").translation_key,
    )  # fmt: skip


def translate_news_and_plain_pages(home: Page, news: Page, solution: SolutionPage) -> None:
    factories.translated(
        NewsPage.objects.get(slug="viedais-ciems"), news, title="Smart Village contest",
        slug="smart-village", date="2026-03-01", summary="Apply until May.",
        body=[("text", "<p>Do apply.</p>")],
    )  # fmt: skip
    factories.translated(
        StandardPage.objects.get(slug="par-projektu"), home, title="About the project",
        slug="about", body=[
            ("text", "<p>Four rural partnerships.</p>"),
            ("related_pages", {"title": "", "pages": [solution]}),
        ],
    )  # fmt: skip
