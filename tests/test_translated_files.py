"""A PO file that does not fit is refused by line and reason, and nothing of it is taken over."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from hub.translating.beginning import begin_translation
from hub.translating.po_files import RefusedFile, read_po
from hub.translating.wording import what_is_wrong
from tests import factories
from tests.houses import houses_in_english, person

pytestmark = pytest.mark.django_db

TITLE = 'msgctxt "title"\nmsgid "Zupa"\nmsgstr "{}"\n'


@pytest.fixture
def world(lists):
    return houses_in_english("pieriga")


@pytest.fixture
def translation(world) -> Translation:
    soup = factories.make_news(
        world["pieriga"], "Zupa", body=[("text", "<p>Kopā <b>vārīta</b>.</p>")]
    )
    return begin_translation(soup, factories.make_locale("en"), None)


def file_of(translation: Translation, *entries: str) -> bytes:
    head = f'msgid ""\nmsgstr ""\n"X-WagtailLocalize-TranslationID: {translation.uuid}\\n"\n\n'
    return (head + "\n".join(entries)).encode()


def mistakes(content: bytes, translation: Translation) -> list[str]:
    with pytest.raises(RefusedFile) as refused:
        read_po(content, translation)
    return [str(mistake) for mistake in refused.value.mistakes]


def test_what_is_downloaded_can_be_filled_in_and_taken_over(client, world, translation):
    person(client, "pierigas", "authors")
    address = reverse("wagtail_localize:download_pofile", args=[translation.pk])
    file = client.get(address).content.decode()
    filled = file.replace('msgid "Zupa"\nmsgstr ""', 'msgid "Zupa"\nmsgstr "Soup"')
    assert filled != file

    upload = SimpleUploadedFile("zupa-en.po", filled.encode())
    client.post(reverse("wagtail_localize:upload_pofile", args=[translation.pk]), {"file": upload})
    assert StringTranslation.objects.get(context__path="title").data == "Soup"


def test_a_file_of_another_page_is_refused(world, translation):
    other = begin_translation(
        factories.make_news(world["pieriga"], "Cita"), factories.make_locale("en"), None
    )
    told = mistakes(file_of(other, TITLE.format("Soup")), translation)

    assert told == ["3. rinda: Šī datne ir no citas lapas vai citai valodai."]


def test_other_encodings_are_refused_at_the_first_wrong_line(translation):
    content = file_of(translation, TITLE.format("Soupé")).decode().encode("latin-1")

    assert mistakes(content, translation)[0].startswith("7. rinda: Tas nav UTF-8.")


@pytest.mark.parametrize("content", [b"", b"Sveiki", b"\xff\xd8\xff", b"/etc/passwd"])
def test_what_is_no_po_file_is_refused(translation, content):
    assert len(mistakes(content, translation)) == 1


def test_a_broken_line_is_named(translation):
    content = file_of(translation, TITLE.format("Soup"), 'oops "x')

    assert mistakes(content, translation) == ["9. rinda: No šīs vietas PO datni nevar izlasīt."]


def test_texts_that_the_page_does_not_have_are_named(translation):
    told = mistakes(file_of(translation, TITLE.replace("Zupa", "Svešs").format("X")), translation)

    assert told == ["5. rinda: Lapā tāda teksta nav. Lejupielādējiet datni no jauna."]


@pytest.mark.once
@pytest.mark.parametrize(
    ("original", "translated", "reason"),
    [
        ("Kopā <b>vārīta</b>", "<b>Cooked</b> together", ""),
        ("Kopā <b>vārīta</b>", "Cooked together", "Trūkst <b>."),
        ("Kopā", "<script>x</script>", None),
        ("Kopā", "<i>together</i>", "Oriģinālā nav <i>."),
        ('<a id="a1">šeit</a>', '<a id="a2">here</a>', 'Trūkst <a id="a1">.'),
        ('<a id="a1">šeit</a>', '<a href="javascript:x">here</a>', None),
        ("%(name)s raksta", "%(nme)s writes", "Trūkst %(name)s."),
        ("{count} lapas", "pages", "Trūkst {count}."),
    ],
)
def test_tags_and_placeholders_stay_as_they_are(original, translated, reason):
    told = what_is_wrong(original, translated)

    assert told == reason if reason is not None else told


def test_a_refused_file_changes_nothing_and_says_where(client, world, translation):
    person(client, "pierigas", "authors")
    upload = SimpleUploadedFile(
        "zupa.po", file_of(translation, TITLE.format("Soup"), TITLE.format("<b>Soup</b>"))
    )
    edit = reverse("wagtailadmin_pages:edit", args=[translation.get_target_instance().pk])
    address = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
    client.post(address, {"file": upload, "next": edit})

    told = client.get(edit).content.decode()
    assert "9. rinda: Oriģinālā nav &lt;b&gt;." in told
    assert not StringTranslation.objects.exists()
