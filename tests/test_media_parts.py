"""A video can be wound forward: files are served in parts; private folders are not served."""

from pathlib import Path

import pytest

# The page that says „not found” has the site's menu.
pytestmark = [pytest.mark.once, pytest.mark.django_db]

FOLDER = "media"


@pytest.fixture
def recording(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = tmp_path / FOLDER / "klips.mp4"
    file.parent.mkdir()
    file.write_bytes(bytes(range(200)))
    return f"/media/{FOLDER}/klips.mp4"


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_whole_file_says_that_parts_can_be_had(client, recording):
    response = client.get(recording)

    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Type"] == "video/mp4"
    assert body(response) == bytes(range(200))


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [("bytes=10-19", 10, 19), ("bytes=150-", 150, 199), ("bytes=-5", 195, 199)],
)
def test_part_is_served(client, recording, header, first, last):
    response = client.get(recording, headers={"range": header})

    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/200"
    assert body(response) == bytes(range(first, last + 1))


@pytest.mark.parametrize("header", ["bytes=500-", "bytes=9-3", "bytes=-"])
def test_part_that_is_not_there_is_refused(client, recording, header):
    response = client.get(recording, headers={"range": header})

    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */200"


def test_part_of_a_changed_file_is_served_whole(client, recording):
    headers = {"range": "bytes=0-9", "if-range": "Mon, 01 Jan 2024 00:00:00 GMT"}

    assert client.get(recording, headers=headers).status_code == 200


# The page that says so has the menu, which is in the database.
@pytest.mark.django_db
@pytest.mark.parametrize("path", ["documents/plans.pdf", "original_images/a.jpg", "klips.mp4"])
def test_other_folders_are_not_served(client, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path
    file = tmp_path / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"slepens")

    assert client.get(f"/media/{path}").status_code == 404


def test_path_cannot_leave_the_folder(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media-root"
    Path(settings.MEDIA_ROOT).mkdir()
    (tmp_path / "noslepums.txt").write_text("slepens")

    assert client.get("/media/media/../../noslepums.txt").status_code in (400, 404)
