"""Addresses of the sitemap, which is one for all languages."""

from django.urls import path, re_path

from search import sitemap

urlpatterns = [
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    re_path(r"^sitemap-([0-9a-f])\.xml$", sitemap.sitemap_part),
]
