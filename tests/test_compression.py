"""Pages travel compressed to whoever can unpack them; films and their parts as they are."""

import gzip

import pytest

pytestmark = [pytest.mark.once, pytest.mark.django_db]


def test_page_travels_compressed(client):
    response = client.get("/", headers={"accept-encoding": "gzip"})

    assert response["Content-Encoding"] == "gzip"
    assert b"Ciemi dal" in gzip.decompress(response.content)
    assert "Accept-Encoding" in response["Vary"]


def test_page_is_plain_for_those_who_ask_so(client):
    response = client.get("/")

    assert "Content-Encoding" not in response
    assert b"Ciemi dal" in response.content


def test_film_is_served_as_it_is(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "klips.mp4").write_bytes(b"0" * 5000)
    headers = {"accept-encoding": "gzip", "range": "bytes=0-999"}
    response = client.get("/media/media/klips.mp4", headers=headers)

    assert response.status_code == 206
    assert response["Content-Length"] == "1000"
    assert "Content-Encoding" not in response
