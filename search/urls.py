"""Addresses of what is drawn from the whole catalogue, in each language."""

from django.urls import path, re_path

from search import feeds, llms, views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("feed.atom", feeds.of_everything, name="feed"),
    re_path(r"^((?:[\w\-]+/)+)feed\.atom$", feeds.of_list),
    path("llms.txt", llms.llms, name="llms"),
]
