"""One small but complete site: a page of each type, long words, both languages, a draft, an editor.

Where its pages stand is written in `addresses`.
"""

import io
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.models import Page

from communities.models import CommunityPage, Need, SolutionPage
from home.models import HomePage
from hub.deferral import putting_off
from hub.files import Image
from stories.models import Media, MediaTrack
from tests import factories
from tests.browser import texts
from tests.browser.english import make_english

PUBLISHED = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLIP = settings.ROOT / "demo/hub/media/resursu-karte.mp4"
EDITOR = "pierigas-redaktore"
PASSWORD = "loti-slepena-parole"


def build_world() -> None:
    """Fill the empty database."""
    with putting_off():
        home = factories.make_site()
        make_home(home)
        lists = factories.make_indexes(home)
        make_themes()
        pieriga = make_partnerships(lists["partnership-index"])
        babite = make_communities(pieriga)
        solution = make_solutions(babite, lists["solution-index"])
        make_stories(babite, lists["story-index"], solution)
        make_toolkit(lists["toolkit-index"], solution)
        make_events(babite, lists["event-index"])
        make_records(babite, solution)
        make_news_and_plain_pages(home, lists["news-index"], solution)
        make_english(home, lists)
    # Pages say when they were changed; a snapshot of them is not to change with the day.
    Page.objects.update(last_published_at=PUBLISHED)
    make_editor(pieriga)
    # For the one who edits; no list shows it.
    factories.make_standard(pieriga, "Redaktores lapa", slug="redaktores-lapa", summary="Sākumā.")


def make_home(home: HomePage) -> None:
    home.claim = "Ko ciemos paveikuši paši iedzīvotāji un kā to sākt pie sevis."
    home.summary = "Četru lauku partnerību kopīga krātuve."
    home.strips = texts.STRIPS["lv"]
    home.save_revision().publish()


def make_themes() -> None:
    factories.make_theme("turisms", "Tūrisms un maršruti", "Tourism and trails", "taka, norādes")
    factories.make_theme("energija", "Enerģija un energokopienas", "Energy")
    factories.make_theme("lidzdaliba", "Līdzdalība un kopienas veidošana", "Participation")


def photograph() -> Image:
    """A picture of the width that pages show, with its author."""
    file = io.BytesIO()
    sky = Picture.linear_gradient("L").resize((1600, 1000))
    Picture.merge("RGB", (sky.point(lambda v: v // 3), sky.point(lambda v: v // 2), sky)).save(
        file, "JPEG"
    )
    return Image.objects.create(
        title="Meža taka", author="Babītes biedrība", has_consent=True,
        file=ContentFile(file.getvalue(), "taka.jpg"),
    )  # fmt: skip


def make_partnerships(index: Page) -> Page:
    index.summary = "Četras partnerības strādā ar ciemiem un apkaimēm."
    index.save_revision().publish()
    pieriga = factories.make_partnership(
        index, "pierigas", "Pierīgas partnerība",
        summary="Vieta, kur pilsēta satiekas ar laukiem.", role="vadošais partneris",
        legal_name="Biedrība „Pierīgas partnerība”", founded="2006", seat="Mārupes novads",
        website="https://example.org/", email="info@example.org", phone="+371 20 000 000",
        territory="<p>Līdz 2021. gadam četri novadi, tagad divi.</p>",
        body=[("text", "<p>Mēs strādājam ar deviņām kopienām.</p>")],
        facts=texts.RESULTS["lv"], supporters=texts.ORGANISATIONS["lv"],
    )  # fmt: skip
    factories.make_partnership(index, "cesu", "Cēsu rajona lauku partnerība", summary="Ziemeļi.")
    factories.make_partnership(index, "zied-zeme", "Partnerība „Zied zeme”")
    return pieriga


def make_communities(pieriga: Page) -> CommunityPage:
    babite = factories.make_community(
        pieriga, "babite", "Babīte",
        kind="village", parish="Babītes pagasts",
        municipality=factories.make_municipality("marupes-novads"),
        latitude="56.95800", longitude="24.10500", point_precision="approximate",
        summary="Ciems pie ezera, kurā kaimiņi paši iezīmēja meža takas.",
        lead_image=photograph(), lead_image_alt="Taka cauri priežu mežam", themes=["turisms"],
        residents_number=2140, residents_year=2021, residents_note="deklarētie ciemā",
        website="https://example.org/", leader_name="Ilze Bērziņa", leader_consent=True,
        recognitions=[("recognition", {"mark": "smart-village", "year": 2023})],
        organisations=texts.ORGANISATIONS["lv"], story=texts.STORY["lv"],
        sources=texts.SOURCES["lv"],
    )  # fmt: skip
    factories.make_community(
        pieriga, "starppaaudzu-ciems", "Starppaaudžulīdzdarbībaspieredzesapmaiņas apkaime",
        summary="Vieta ar garu vārdu un bez attēla.", latitude="56.83000", longitude="23.90000",
    )  # fmt: skip
    return babite


def make_solutions(babite: CommunityPage, index: Page) -> SolutionPage:
    index.introduction = ""
    solution = factories.make_solution(
        babite, "Mežinieku norādes", slug="mezinieku-norades",
        summary="Septiņdesmit koka norādes, ko kaimiņi izgatavoja paši.",
        themes=["turisms", "lidzdaliba"], audience=["residents", "leaders"],
        lead_image=Image.objects.get(title="Meža taka"), lead_image_alt="Koka norāde pie takas",
        stage="sustained", year_from=2020, year_to=2022, volunteer_hours=320, people_involved=45,
        place="Babīte", municipality=babite.municipality,
        latitude="56.95000", longitude="24.08000", author_name="Babītes biedrība",
        reviewed_on="2026-02-03", sources=texts.SOURCES["lv"], contacts=texts.ORGANISATIONS["lv"],
        **texts.SOLUTION["lv"],
    )  # fmt: skip
    factories.make_solution(
        babite, "Kopienas dārzs", slug="darzs", summary="Dobes pie bibliotēkas."
    )
    factories.make_solution(
        index, "Lauksaimniecībaspakalpojumukooperatīvsabiedrības pieredzes nodošana",
        slug="starppaaudzu-pieredze", themes=["energija"], is_example=True,
    )  # fmt: skip
    for number in range(1, 29):
        factories.make_solution(
            index, f"Saules paneļi ciema namam {number}", slug=f"paneli-{number}",
            themes=["energija"], year_from=2019, summary="Ciema nams pats ražo elektrību.",
        )  # fmt: skip
    factories.make_solution(index, "Neviens to vēl neredz", slug="melnraksts", live=False)
    return solution


CAPTIONS = (
    "WEBVTT\n\n00:01.000 --> 00:03.000\nLabdien, kaimiņi!\n\n00:03.500 --> 00:06.000\nEjam mežā.\n"
)
CHAPTERS = "WEBVTT\n\n00:00.000 --> 00:04.000\nSākums\n\n00:04.000 --> 00:09.000\nMežā\n"


def make_stories(babite: CommunityPage, index: Page, solution: SolutionPage) -> None:
    film = Media.objects.create(
        title="Pastaiga pa taku", type="video", duration=9, width=640, height=360,
        author="Babītes biedrība", has_consent=True,
        file=ContentFile(CLIP.read_bytes(), "pastaiga.mp4"),
    )  # fmt: skip
    for kind, text in (("captions", CAPTIONS), ("chapters", CHAPTERS)):
        MediaTrack.objects.create(
            media=film, kind=kind, language="lv", file=ContentFile(text.encode(), f"{kind}.vtt")
        )
    factories.make_story(
        babite, "Pastaiga pa meža taku", slug="pastaiga", video=film, consent_confirmed=True,
        year=2023, summary="Kā norādes tapa.", themes=["turisms"], solution=solution,
        description_note="Viss, ko rāda, ir arī pateikts.",
        body=[("text", "<p>Stāsta tie, kas taku iezīmēja.</p>")],
    )  # fmt: skip
    factories.make_story(
        index, "Stāsts, ko rāda citur", slug="citur", external_url="https://example.org/video",
        year=2021, summary="Saruna ar ciema ļaudīm.",
    )  # fmt: skip


def make_toolkit(index: Page, solution: SolutionPage) -> None:
    factories.make_method(
        index, "Apkaimes darbnīca", slug="apkaimes-darbnica", group_size_max=30,
        duration_minutes=150, duration_minutes_max=180, themes=["lidzdaliba"],
        templates=[("document", factories.make_document("Darbnīcas plāns"))],
        used_by=[("used_by", {"page": solution.get_parent().specific, "note": "2019. gadā"})],
        **texts.METHOD["lv"],
    )  # fmt: skip
    factories.make_method(index, "Prāta vētra", phase="solutions", slug="prata-vetra")
    factories.make_guide(
        index, "Pirmā apkaimes darbnīca", slug="pirma-darbnica", themes=["lidzdaliba"],
        summary="Divās nodarbībās līdz pirmajai darbnīcai.",
        introduction="<p>Katru nodarbību var iziet vakarā.</p>",
        lessons=texts.lessons(texts.body_with_every_block(photograph(), solution, index)),
    )  # fmt: skip


def make_events(babite: CommunityPage, index: Page) -> None:
    factories.make_event(
        babite, "Kopienas forums", slug="forums", summary="Spriežam, kas būs nākamgad.",
        ends_at="2031-05-04T20:00:00+03:00", place="Tautas nams", themes=["lidzdaliba"],
        municipality=babite.municipality, capacity=60, organiser="Babītes biedrība",
        registration="link", registration_url="https://example.org/nakt",
        agenda=texts.AGENDA["lv"], body=[("text", "<p>Ņemiet līdzi kaimiņu.</p>")],
        programme_files=[("document", factories.make_document("Programma"))],
    )  # fmt: skip
    factories.make_event(
        index, "Pavasara talka", slug="talka", day="2025-04-26", kind="work-day", is_all_day=True,
        minutes_after="<p>Iestādīti trīsdesmit koki.</p>",
    )  # fmt: skip


def make_records(babite: CommunityPage, solution: SolutionPage) -> None:
    factories.make_resource(
        babite, "Babītes tautas nams", pk=1, description="<p>Zāle ar skatuvi.</p>",
        availability="arrangement", owner_organisation="Mārupes novada pašvaldība",
        conditions="Atslēga pie vadītājas.", accessibility="Ieeja bez pakāpieniem.",
        last_confirmed="2026-01-15", place="Babīte", photo_alt="Tautas nams",
        photo=Image.objects.filter(title="Meža taka").first(),
    )  # fmt: skip
    factories.make_resource(babite, "Lauku labumu darbnīca", kind="businesses")
    lv = babite.locale
    Need.objects.create(text="Autobuss vakaros", community=babite, locale=lv, votes=24, priority=1)
    Need.objects.create(
        text="Iezīmētas meža takas", community=babite, locale=lv, status="solved",
        solution=solution,
    )  # fmt: skip


def make_news_and_plain_pages(home: HomePage, news: Page, solution: SolutionPage) -> None:
    factories.make_news(
        news, "Konkurss „Viedais ciems”", slug="viedais-ciems", themes=["lidzdaliba"],
        summary="Pieteikumi līdz maijam.", body=[("text", "<p>Piesakieties.</p>")],
    )  # fmt: skip
    factories.make_standard(
        home, "Par projektu", slug="par-projektu", summary="Kas mēs esam un kas mūs atbalsta.",
        body=texts.body_with_every_block(photograph(), solution, home),
    )  # fmt: skip
    factories.make_standard(home, "Kontakti", slug="kontakti")


def make_editor(pieriga: Page) -> None:
    """One who edits the pages of Pierīga and no others."""
    editor = get_user_model().objects.create_user(EDITOR, password=PASSWORD)
    editor.groups.add(pieriga.specific.owning.editors)
