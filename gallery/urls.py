"""The gallery's addresses; `hub.urls` has them in development only."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from gallery import views

urlpatterns = [
    path(_("gallery/"), views.index, name="gallery"),
    path(_("gallery/<slug:folder>/<slug:name>/"), views.component, name="gallery_component"),
]
