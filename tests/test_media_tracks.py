"""Captions and chapters are put beside a recording by its own form, and refused when unreadable."""

import pytest
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Collection

from stories.models import Media, MediaTrack

pytestmark = pytest.mark.django_db

CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:03.000\nLabdien, kaimi\xc5\x86i!\n"


@pytest.fixture
def recording(client):
    client.force_login(get_user_model().objects.create_superuser("admin"))
    return Media.objects.create(
        title="Stāsts", type="video", duration=9, file=ContentFile(b"film", "stasts.mp4")
    )


def save(client, recording, **files):
    """Send the form of the recording with these files and choices."""
    data = {
        "title": recording.title,
        "collection": Collection.get_first_root_node().pk,
        "duration": 9,
        "licence": "cc-by-4.0",
        **files,
    }
    return client.post(reverse("wagtailmedia:edit", args=[recording.pk]), data)


def vtt(content: bytes, name="subtitri.vtt"):
    return SimpleUploadedFile(name, content, "text/vtt")


def test_uploaded_captions_become_a_track_with_its_cues(client, recording):
    assert save(client, recording, captions_lv=vtt(CAPTIONS)).status_code == 302

    track = MediaTrack.objects.get(media=recording)
    assert (track.kind, track.language) == ("captions", "lv")
    assert track.cues == [{"start": 1.0, "end": 3.0, "text": "Labdien, kaimiņi!"}]


def test_new_captions_take_the_place_of_the_old(client, recording):
    save(client, recording, captions_lv=vtt(CAPTIONS))
    save(client, recording, captions_lv=vtt(CAPTIONS.replace(b"Labdien", b"Sveiki")))

    assert MediaTrack.objects.get(media=recording).cues[0]["text"] == "Sveiki, kaimiņi!"


def test_saving_without_a_file_keeps_the_track(client, recording):
    save(client, recording, captions_lv=vtt(CAPTIONS))
    save(client, recording)

    assert MediaTrack.objects.filter(media=recording).count() == 1


def test_cleared_field_takes_the_track_away(client, recording):
    save(client, recording, captions_lv=vtt(CAPTIONS))
    save(client, recording, **{"captions_lv-clear": "on"})

    assert not MediaTrack.objects.filter(media=recording).exists()


@pytest.mark.parametrize(
    "file",
    [
        vtt(b"1\n00:00:01,000 --> 00:00:03,000\nSRT\n"),
        vtt(b"WEBVTT\n\n"),
        vtt("WEBVTT\n\n00:01.000 --> 00:03.000\nLatviešu".encode("utf-16")),
        vtt(CAPTIONS, "subtitri.txt"),
        vtt(b"WEBVTT\n" + b"x" * 1_100_000),
    ],
    ids=["not WebVTT", "no line", "not UTF-8", "other ending", "too large"],
)
def test_unreadable_captions_are_refused_beside_their_field(client, recording, file):
    response = save(client, recording, captions_lv=file)

    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"captions_lv"}
    assert not MediaTrack.objects.exists()


def shown_at_the_start(recording, language: str) -> list[str]:
    with override(language):
        tracks = Media.objects.get(pk=recording.pk).tracks_to_show
    return [track.language for track, is_on in tracks if is_on]


def test_captions_that_are_on_at_the_start_are_in_the_reader_s_language(client, recording):
    save(client, recording, captions_lv=vtt(CAPTIONS), captions_en=vtt(CAPTIONS))
    MediaTrack.objects.update(is_default=False)
    assert shown_at_the_start(recording, "en") == []

    MediaTrack.objects.filter(language="lv").update(is_default=True)
    assert shown_at_the_start(recording, "lv") == ["lv"]
    assert shown_at_the_start(recording, "en") == ["en"]


def test_without_captions_in_the_reader_s_language_others_are_on(client, recording):
    save(client, recording, captions_lv=vtt(CAPTIONS))
    MediaTrack.objects.update(is_default=True)
    assert shown_at_the_start(recording, "en") == ["lv"]
