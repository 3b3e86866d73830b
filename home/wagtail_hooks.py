"""Registers what this app adds to the admin."""

from wagtail.snippets.models import register_snippet

from home.viewsets import SurroundingsViewSet

register_snippet(SurroundingsViewSet)
