"""The explorer in the order of the tree: fifty pages at a time, as in any other order."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views import View
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.models import Page

SET_POSITION = "set_position_from"


class PagedExplorerView(ExplorableIndexView):
    """Wagtail shows all children at once where they can be put in order by hand."""

    def get_paginate_by(self, queryset):
        return self.paginate_by

    def get_reorder_url(self) -> str:
        # The script that drags counts the rows that it sees.
        page = self.request.GET.get(self.page_kwarg, "1")
        first = (max(int(page), 1) - 1) * self.paginate_by if page.isdecimal() else 0
        return reverse(SET_POSITION, args=[999999, first])


class SetPositionView(View):
    """Puts a page at a place among its siblings; `first` is the place of the list's first row."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, page_to_move_id: int, first: int = 0) -> HttpResponse:
        page = get_object_or_404(Page, pk=page_to_move_id)
        parent = page.get_parent()
        if not parent.permissions_for_user(request.user).can_reorder_children():
            raise PermissionDenied
        position = request.GET.get("position", "")
        siblings = parent.get_children()
        there = siblings[first + int(position) :].first() if position.isdecimal() else None
        if there is None:
            page.move(parent, pos="last-child", user=request.user)
        elif there.path < page.path:
            page.move(there, pos="left", user=request.user)
        elif there.path > page.path:
            page.move(there, pos="right", user=request.user)
        return HttpResponse("")
