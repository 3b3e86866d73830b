"""A request for the head alone is told the same as one for the whole, and gets no body."""

from wsgiref.util import FileWrapper

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

pytestmark = [pytest.mark.once, pytest.mark.django_db]
NOT_THE_SAME_TWICE = {"Date", "Set-Cookie"}


def asked(method, address, **headers):
    """What a web server gets from the hub: status, headers and body, as it would send them."""
    environ = RequestFactory().generic(method, address, headers=headers).environ
    environ["wsgi.file_wrapper"] = FileWrapper
    told = {}

    def start_response(status, headers, exc_info=None):
        told["status"] = status
        told["headers"] = {n: v for n, v in headers if n not in NOT_THE_SAME_TWICE}

    body = WSGIHandler()(environ, start_response)
    try:
        return told["status"], told["headers"], b"".join(body)
    finally:
        body.close()


@pytest.fixture
def film(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "klips.mp4").write_bytes(b"0" * 5000)


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/", {}),
        ("/", {"accept-encoding": "gzip"}),
        ("/robots.txt", {}),
        ("/tadas-lapas-nav/", {}),
        ("/media/media/klips.mp4", {}),
        ("/media/media/klips.mp4", {"range": "bytes=0-999"}),
    ],
)
def test_head_is_told_the_same_and_has_no_body(film, address, headers):
    status, told, body = asked("GET", address, **headers)
    same_status, told_alone, no_body = asked("HEAD", address, **headers)

    assert len(body) == int(told["Content-Length"]) > 0
    assert (same_status, no_body) == (status, b"")
    assert int(told_alone["Content-Length"]) > 0
    if "Content-Encoding" in told:  # of a random length, so that it gives nothing away
        told["Content-Length"] = told_alone["Content-Length"]
    assert told_alone == told


def test_the_server_is_not_handed_the_file_to_send(film):
    _status, told, body = asked("HEAD", "/media/media/klips.mp4")

    assert (told["Content-Length"], body) == ("5000", b"")


def test_a_body_is_there_for_those_who_ask_for_it(film):
    assert len(asked("GET", "/media/media/klips.mp4")[2]) == 5000
    assert asked("GET", "/healthz")[2] == b"ok\n"
