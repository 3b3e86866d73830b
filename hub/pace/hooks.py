"""Registers what keeps the admin quick."""

from django.urls import path
from wagtail import hooks

from hub.pace.explorer import SET_POSITION, SetPositionView
from hub.wall.pages import of_pages_seen


@hooks.register("register_admin_urls")
def address_for_putting_in_order():
    view = of_pages_seen(SetPositionView.as_view())
    address = "pages/<int:page_to_move_id>/set_position/from/<int:first>/"
    return [path(address, view, name=SET_POSITION)]
