"""A site that runs for the browser on a database of its own, filled once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test.testcases import LiveServerThread

from tests import databases


class OwnMediaHandler(StaticFilesHandler):
    """Static files and the site; Django would answer for media itself, whole and all of them."""

    def __init__(self, application):
        super().__init__(WSGIHandler())


@contextmanager
def running_site(name: str, fill: Callable[[], object]) -> Iterator[str]:
    """The address of a site whose database, the file `name`, holds what `fill` puts there."""
    before = connection.settings_dict["NAME"]
    ours = settings.SCRATCH / name
    databases.provide(ours)
    databases.use(ours)
    fill()
    server = LiveServerThread("localhost", OwnMediaHandler, connections_override={})
    server.daemon = True
    server.start()
    server.is_ready.wait()
    assert server.error is None
    yield f"http://localhost:{server.port}"
    server.terminate()
    databases.use(before)
