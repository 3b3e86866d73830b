"""Registers what the kernel adds to the admin."""

from wagtail.snippets.models import register_snippet

from hub.viewsets import ThemeViewSet

register_snippet(ThemeViewSet)
