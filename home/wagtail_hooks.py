"""Registers what this app adds to the admin."""

from wagtail.snippets.models import register_snippet

from home import starter_pages  # noqa: F401 – registers itself
from home.viewsets import SurroundingsViewSet

register_snippet(SurroundingsViewSet)
