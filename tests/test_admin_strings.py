"""Editors meet Wagtail's admin in Latvian: what its packages leave in English, we translate."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
import polib
import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext, override
from wagtail.admin.templatetags.wagtailadmin_tags import timesince_simple
from wagtail.users.models import UserProfile

from tests import factories

pytestmark = pytest.mark.once

OURS = Path(settings.ROOT) / "hub" / "locale_wagtail" / "lv" / "LC_MESSAGES"
PLURALS = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")
SAID_IN_ENGLISH = re.compile(r"\b(Publish|Save draft|Images|Documents|Reports)\b")
SENTENCE = re.compile(r"\w{4,}\W+\w{4,}")
IN_PLACE_OF = "In place of: "
# What Wagtail writes past gettext, so that no catalogue can reach it.
PAST_GETTEXT = {
    "None",  # a hidden counter that has nothing to count
}

Key = tuple[str, str]


def package_folders() -> list[Path]:
    """The locale folders of installed packages that are neither ours nor Django's."""
    root = Path(settings.ROOT)
    folders = [
        Path(app.path) / "locale"
        for app in apps.get_app_configs()
        if not app.name.startswith("django.") and Path(app.path).parent != root
    ]
    return [folder for folder in folders if folder.is_dir()]


def django_folders() -> list[Path]:
    """Django's own locale folders: they serve the packages too."""
    contrib = [app for app in apps.get_app_configs() if app.name.startswith("django.")]
    return [
        Path(django.__file__).parent / "conf" / "locale",
        *(Path(app.path) / "locale" for app in contrib),
    ]


def key(entry: polib.POEntry) -> Key:
    return (entry.msgctxt or "", entry.msgid)


@cache
def asked_by(folder: Path, domain: str) -> set[Key]:
    """What a package says in English; one without an English catalogue is read in the others."""
    english = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
    files = [english] if english.exists() else folder.glob(f"*/LC_MESSAGES/{domain}.po")
    return {key(entry) for file in files for entry in polib.pofile(str(file)) if not entry.obsolete}


@cache
def said_by(folder: Path, domain: str) -> set[Key]:
    """What a package says in Latvian.

    A sentence that repeats the English counts as none. So do plurals: theirs and Django's have
    their forms in another order than their headers say („2 diena”).
    """
    compiled = folder / "lv" / "LC_MESSAGES" / f"{domain}.mo"
    if not compiled.exists():
        return set()
    return {
        key(entry)
        for entry in polib.mofile(str(compiled))
        if not entry.msgid_plural
        and (entry.msgstr != entry.msgid or not SENTENCE.search(entry.msgid))
    }


def gap(domain: str) -> set[Key]:
    """What no installed package says in Latvian, or not rightly.

    Django joins the catalogues of pages; each package's scripts see only its own.
    """
    if domain == "djangojs":
        return {
            one
            for folder in package_folders()
            for one in asked_by(folder, domain) - said_by(folder, domain)
        }
    folders = [*package_folders(), *django_folders()]
    asked = set().union(*(asked_by(folder, domain) for folder in folders))
    return asked - set().union(*(said_by(folder, domain) for folder in folders))


@pytest.fixture(scope="module", params=["django", "djangojs"])
def domain(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def catalogue(domain) -> polib.POFile:
    return polib.pofile(str(OURS / f"{domain}.po"))


def test_packages_of_the_admin_are_found():
    found = {folder.parent.name for folder in package_folders()}

    assert {"admin", "images", "wagtail_localize", "locales", "wagtailmedia", "taggit"} <= found
    assert ("", "Reports") in gap("django")
    assert ("A tag name", "name") in gap("django")


def test_everything_the_packages_leave_in_english_is_in_our_catalogue(domain, catalogue):
    assert sorted(gap(domain) - {key(entry) for entry in catalogue}) == []


def corrections(catalogue: polib.POFile) -> dict[Key, polib.POEntry]:
    """What we say better than a package does; its words stand in the comment."""
    return {key(entry): entry for entry in catalogue if entry.tcomment.startswith(IN_PLACE_OF)}


def test_what_a_package_already_says_is_translated_only_to_correct_it(domain, catalogue):
    theirs = {key(entry) for entry in catalogue} - gap(domain)

    assert theirs == set(corrections(catalogue))


def test_a_correction_names_what_the_package_says_now_and_says_something_else(domain, catalogue):
    said: dict[Key, set[str]] = defaultdict(set)
    for folder in package_folders():
        compiled = folder / "lv" / "LC_MESSAGES" / f"{domain}.mo"
        for entry in polib.mofile(str(compiled)) if compiled.exists() else ():
            said[key(entry)].add(entry.msgstr)
    wrong = [
        msgid
        for (context, msgid), entry in corrections(catalogue).items()
        if entry.tcomment != IN_PLACE_OF + " / ".join(sorted(map(str.strip, said[context, msgid])))
        or said[context, msgid] == {entry.msgstr}
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("english", "latvian"),
    [
        ("show in menus", "rādīt izvēlnēs"),
        ("User '%(object)s' created.", "Lietotājs „%(object)s” izveidots."),
        ("Login", "Pieslēgties"),
        ("Page %(page_num)s of %(total_pages)s", "%(page_num)s. lapa no %(total_pages)s"),
        ("View live", "Skatīt publicēto"),
        ("Live", "Publicēta"),
        ("live", "publicēta"),
        ("Current draft", "Pašreizējais melnraksts"),
        ("Revert", "Atjaunot"),
        ("To", "Uz"),
        ("Locale", "Valoda"),
        ("Sign in to Wagtail", "Ieiet"),
        ("Submit for moderation", "Iesniegt pārbaudei"),
        ("Parent", "Augstākā lapa"),
    ],
)
def test_admin_says_what_a_latvian_would(english, latvian):
    with override("lv"):
        assert gettext(english) == latvian


def test_no_translation_is_missing_twice_or_fuzzy(catalogue):
    keys = [key(entry) for entry in catalogue]

    assert len(keys) == len(set(keys))
    assert [entry.msgid for entry in catalogue if entry.fuzzy or not entry.translated()] == []


def test_translations_keep_placeholders_and_tags(catalogue):
    broken = []
    for entry in catalogue:
        wanted = [sorted(PLACEHOLDER.findall(text)) for text in (entry.msgid, entry.msgid_plural)]
        for said in [entry.msgstr, *entry.msgstr_plural.values()]:
            if said and sorted(PLACEHOLDER.findall(said)) not in wanted:
                broken.append(entry.msgid)
    assert broken == []


def test_translations_keep_the_blanks_at_their_ends(catalogue):
    broken = [
        entry.msgid
        for entry in catalogue
        for said in [entry.msgstr, *entry.msgstr_plural.values()]
        if said
        and (said[:1].isspace(), said[-1:].isspace())
        != (entry.msgid[:1].isspace(), entry.msgid[-1:].isspace())
    ]
    assert broken == []


def test_plurals_have_the_three_latvian_forms(catalogue):
    plurals = [entry for entry in catalogue if entry.msgid_plural]

    assert catalogue.metadata["Plural-Forms"] == PLURALS
    assert [entry.msgid for entry in plurals if sorted(entry.msgstr_plural) != [0, 1, 2]] == []


@pytest.mark.parametrize(
    "number, said",
    [(0, "0 dienu"), (1, "1 diena"), (2, "2 dienas"), (11, "11 dienas"), (21, "21 diena")],
)
def test_number_chooses_the_form(number, said):
    with override("lv"):
        assert ngettext("%(num)d day", "%(num)d days", number) % {"num": number} == said


def test_what_happened_this_minute_happened_just_now():
    with override("lv"):
        assert timesince_simple(timezone.now()) == "tikko"


def test_our_own_catalogue_has_the_first_word():
    with override("lv"):
        assert gettext("slug") == "īsvārds"
        assert gettext("Reports") == "Pārskati"


# What an editor sees


@pytest.fixture
def editor(client, db):
    """A superuser who works in Latvian."""
    user = get_user_model().objects.create_superuser("anna", "anna@example.org", "parole")
    UserProfile.objects.create(user=user, preferred_language="lv")
    client.force_login(user)
    return client


def words_of(html: str) -> set[str]:
    """All texts of a page: written, read aloud, and the menu that a script draws."""
    page = BeautifulSoup(html, "html.parser")
    words = set()
    if menu := page.find(id="wagtail-sidebar-props"):
        words |= set(labels_of(json.loads(menu.string)))
    for element in page(["script", "style"]):
        element.decompose()
    for element in page(True):
        words |= {element.get(name, "") for name in ("aria-label", "placeholder", "title")}
    words |= set(page.stripped_strings)
    return {" ".join(text.split()) for text in words}


def labels_of(menu) -> Iterator[str]:
    """What the menu is handed to write, at any depth."""
    if isinstance(menu, dict):
        yield from (menu[name] for name in ("label", "heading") if menu.get(name))
        menu = list(menu.values())
    if isinstance(menu, list):
        for part in menu:
            yield from labels_of(part)


def english_strings() -> set[str]:
    """What the admin would say in English, where Latvian says something else."""
    asked = set().union(*(asked_by(folder, "django") for folder in package_folders()))
    with override("lv"):
        return {msgid for context, msgid in asked if not context and gettext(msgid) != msgid}


def test_texts_of_a_page_and_its_menu_are_seen():
    html = """
        <script id="wagtail-sidebar-props">{"menu": [{"label": "Reports"}]}</script>
        <button aria-label="Publish">  Save
          draft </button>"""

    assert words_of(html) >= {"Reports", "Publish", "Save draft"}


def assert_latvian(response):
    assert response.status_code == 200
    words = words_of(response.content.decode())
    assert sorted(words & english_strings() - PAST_GETTEXT) == []
    assert [text for text in words if SAID_IN_ENGLISH.search(text)] == []


def test_login_is_in_latvian(client, db):
    response = client.get(reverse("wagtailadmin_login"))

    assert {"Lietotājvārds", "Parole", "Ieiet"} <= words_of(response.content.decode())
    assert_latvian(response)


def test_dashboard_and_menu_are_in_latvian(editor):
    response = editor.get(reverse("wagtailadmin_home"))

    assert words_of(response.content.decode()) >= {"Pārskati", "Attēli", "Dokumenti", "Palīdzība"}
    assert_latvian(response)


def test_page_explorer_is_in_latvian(editor):
    home = factories.standing_home()
    factories.make_standard(home)

    assert_latvian(editor.get(reverse("wagtailadmin_explore", args=[home.pk])))


def test_page_editor_is_in_latvian(editor):
    page = factories.make_standard(factories.standing_home())

    assert_latvian(editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))


def test_listing_of_images_is_in_latvian(editor):
    factories.make_image()

    assert_latvian(editor.get(reverse("wagtailimages:index")))


def test_scripts_speak_latvian(editor):
    response = editor.get(reverse("wagtailadmin_javascript_catalog"))

    said = response.content.decode()
    assert "Ievietot bloku" in said
    assert json.dumps("Parādīt jaunāko saturu") in said
