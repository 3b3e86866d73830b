"""The hub's addresses as a developer has them: with the gallery before the pages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from hub import urls

handler404 = urls.handler404
urlpatterns = [
    *i18n_patterns(path("", include("gallery.urls")), prefix_default_language=False),
    *urls.urlpatterns,
]
