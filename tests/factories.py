"""The world of the tests: a small tree with the hub's lists, partnerships and communities.

Three houses recur: Pierīga with Babīte, Cēsis with Taurene, and the hub's own shelf.
"""

import itertools
from datetime import datetime
from io import BytesIO
from random import Random
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from PIL import Image as Picture
from wagtail.models import Locale, Page, Site

from communities.index_pages import PartnershipIndexPage, ResourceIndexPage, SolutionIndexPage
from communities.models import CommunityPage, PartnershipPage, Resource, SolutionPage
from events.models import EventIndexPage, EventPage
from home.models import HomePage, NewsIndexPage, NewsPage, StandardPage
from hub.files import Document, Image
from hub.onboarding import onboard_owner
from hub.taxonomy import Municipality, Theme, ThemeName
from stories.media import Media, MediaTrack
from stories.models import StoryIndexPage, StoryPage
from toolkit.models import GuidePage, MethodPage, ToolkitIndexPage

_numbers = itertools.count(1)
RIGA = ZoneInfo("Europe/Riga")


def make_locale(code: str = "lv") -> Locale:
    """The locale of that language."""
    return Locale.objects.get_or_create(language_code=code)[0]


def make_site() -> HomePage:
    """An empty site: the Latvian home page and nothing below it."""
    root = Page.get_first_root_node()
    for page in root.get_children():
        page.specific.delete()
    root = Page.get_first_root_node()
    home = root.add_child(
        instance=HomePage(title="KOPA", slug="kopa", claim="Ciemi dalās.", locale=make_locale())
    )
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True)
    return home


def make_page(parent: Page, model: type[Page], title: str, **fields) -> Page:
    """A live page below `parent`, published as an editor would; `themes` are slugs.

    `live=False` leaves it a draft.
    """
    is_live = fields.pop("live", True)
    themes = fields.pop("themes", [])
    fields.setdefault("locale", parent.locale)
    page = parent.add_child(instance=model(title=title, live=False, **fields))
    page.themes = [make_theme(slug) for slug in themes]
    revision = page.save_revision()
    if is_live:
        revision.publish()
    return model.objects.get(pk=page.pk)


def make_theme(slug: str, name: str = "", name_en: str = "", synonyms: str = "") -> Theme:
    """The theme of that slug, with its names."""
    theme, is_new = Theme.objects.get_or_create(slug=slug)
    if is_new:
        names = {"lv": name or slug.capitalize(), "en": name_en or f"Theme {slug}"}
        for language, said in names.items():
            ThemeName.objects.create(theme=theme, language=language, name=said, synonyms=synonyms)
    return theme


def make_indexes(home: HomePage) -> dict[str, Page]:
    """The lists of design below the home page, by pack type."""
    lists = [
        (PartnershipIndexPage, "Partnerības", "partneribas"),
        (SolutionIndexPage, "Viedie risinājumi", "risinajumi"),
        (StoryIndexPage, "Video stāsti", "stasti"),
        (ToolkitIndexPage, "Rīki kopienai", "riki"),
        (EventIndexPage, "Notikumi", "notikumi"),
        (ResourceIndexPage, "Resursi", "resursi"),
        (NewsIndexPage, "Aktualitātes", "aktualitates"),
    ]
    return {
        model.pack_type: make_page(home, model, title, slug=slug) for model, title, slug in lists
    }


def standing_home() -> HomePage:
    """The home page that stands before each test."""
    return HomePage.objects.get()


def leave_a_bare_site() -> None:
    """What migrations leave, in place of what stands before each test."""
    home = standing_home()
    welcome = home.get_parent().add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.update(root_page=welcome)
    home.delete()


def standing_lists() -> dict[str, Page]:
    """The lists below it, by pack type."""
    return {page.pack_type: page for page in standing_home().get_children().specific()}


def make_partnership(parent: Page, key: str, name: str = "", **fields) -> PartnershipPage:
    """A partnership with its house: owner, groups, collection."""
    owner = onboard_owner(key, name or f"Partnerība {key}")
    return make_page(parent, PartnershipPage, owner.name, slug=key, owning=owner, **fields)


def make_community(partnership: Page, key: str, title: str = "", **fields) -> CommunityPage:
    """A community of the partnership."""
    fields.setdefault("slug", key)
    return make_page(partnership, CommunityPage, title or key.capitalize(), key=key, **fields)


def make_solution(parent: Page, title: str = "", **fields) -> SolutionPage:
    """A solution below a community or the list of solutions."""
    return make_page(parent, SolutionPage, title or f"Risinājums {next(_numbers)}", **fields)


def make_story(parent: Page, title: str = "", **fields) -> StoryPage:
    """A story without a video."""
    return make_page(parent, StoryPage, title or f"Stāsts {next(_numbers)}", **fields)


def make_method(parent: Page, title: str = "", **fields) -> MethodPage:
    """A method of an hour."""
    fields = {"phase": "needs", "aim": "Saprast vajadzības.", "duration_minutes": 60, **fields}
    return make_page(parent, MethodPage, title or f"Metode {next(_numbers)}", **fields)


def make_guide(parent: Page, title: str = "", **fields) -> GuidePage:
    """A guide without lessons."""
    return make_page(parent, GuidePage, title or f"Ceļvedis {next(_numbers)}", **fields)


def make_event(parent: Page, title: str = "", day: str = "2031-05-04", **fields) -> EventPage:
    """An event at six in the evening of `day`."""
    starts_at = datetime.fromisoformat(f"{day} 18:00").replace(tzinfo=RIGA)
    fields = {"kind": "forum", "starts_at": starts_at, **fields}
    return make_page(parent, EventPage, title or f"Notikums {next(_numbers)}", **fields)


def make_news(parent: Page, title: str = "", **fields) -> NewsPage:
    """A piece of news of one day."""
    fields.setdefault("date", "2026-03-01")
    return make_page(parent, NewsPage, title or f"Ziņa {next(_numbers)}", **fields)


def make_standard(parent: Page, title: str = "", **fields) -> StandardPage:
    """A plain page."""
    return make_page(parent, StandardPage, title or f"Lapa {next(_numbers)}", **fields)


def make_resource(community: CommunityPage, name: str = "", **fields) -> Resource:
    """A public resource of the community."""
    fields = {"kind": "places", "locale": community.locale, "live": True, **fields}
    return Resource.objects.create(
        name=name or f"Resurss {next(_numbers)}", community=community, **fields
    )


def make_municipality(slug: str = "marupes-novads") -> Municipality:
    """One of today's municipalities, as migrated."""
    return Municipality.objects.get(slug=slug)


def picture_bytes(colour: str = "teal") -> bytes:
    """A small JPEG of one colour."""
    file = BytesIO()
    Picture.new("RGB", (80, 50), colour).save(file, "JPEG")
    return file.getvalue()


def photograph_bytes(colour: str = "teal") -> bytes:
    """A JPEG as large as a photograph and about as hard to compress: noise of all sizes."""
    noise = Random(colour)
    width, height = 1600, 1000
    picture = Picture.new("RGB", (width, height), colour)
    for cell, share in ((200, 0.5), (50, 0.35), (12, 0.2), (4, 0.1)):
        size = (width // cell, height // cell)
        grain = Picture.frombytes("RGB", size, noise.randbytes(3 * size[0] * size[1]))
        layer = grain.resize((width, height), Picture.Resampling.BICUBIC)
        picture = Picture.blend(picture, layer, share)
    file = BytesIO()
    picture.save(file, "JPEG", quality=90)
    return file.getvalue()


def make_image(title: str = "Attēls", content: bytes = b"") -> Image:
    """A picture in the root collection, small unless its content is given."""
    file = ContentFile(content or picture_bytes(), f"attels-{next(_numbers)}.jpg")
    return Image.objects.create(title=title, file=file)


def make_video(title: str = "Video", **fields) -> Media:
    """A recording whose file nobody can play."""
    file = ContentFile(b"video", f"video-{next(_numbers)}.mp4")
    return Media.objects.create(title=title, type="video", file=file, duration=0, **fields)


def make_captions(video: Media, words: str) -> MediaTrack:
    """Captions of one line."""
    text = f"WEBVTT\n\n00:00.000 --> 00:02.000\n{words}\n"
    file = ContentFile(text.encode(), f"subtitri-{next(_numbers)}.vtt")
    return MediaTrack.objects.create(media=video, kind="captions", language="lv", file=file)


def make_document(title: str = "Veidlapa", **fields) -> Document:
    """A text file to download."""
    file = ContentFile(b"Veidlapa", f"veidlapa-{next(_numbers)}.txt")
    return Document.objects.create(title=title, file=file, **fields)


def translated(page: Page, parent: Page | None = None, language: str = "en", **fields) -> Page:
    """A live version of `page` in another language, with the same translation key."""
    fields.setdefault("title", f"{page.title} ({language})")
    locale = make_locale(language)
    if parent is None:
        version = page.copy_for_translation(locale)
    else:
        values = {"translation_key": page.translation_key, "locale": locale, **fields}
        version = parent.add_child(instance=type(page)(live=False, **values))
    for name, value in fields.items():
        setattr(version, name, value)
    version.save_revision().publish()
    return type(page).objects.get(pk=version.pk)
