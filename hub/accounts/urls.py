"""Addresses that stand before Wagtail's own of the same name: all that is open before log-in."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.generic import RedirectView
from wagtail.admin.urls import display_custom_404
from wagtail.utils.urlpatterns import decorate_urlpatterns

from hub.accounts.invitation_views import AcceptView
from hub.accounts.login import CodeView, LoginView
from hub.accounts.passwords import PasswordResetConfirmView, PasswordResetView

urlpatterns = [
    path("admin/login/", LoginView.as_view(), name="wagtailadmin_login"),
    path("admin/login/code/", CodeView.as_view(), name="sign_in_code"),
    path("admin/password_reset/", PasswordResetView.as_view(), name="wagtailadmin_password_reset"),
    path(
        "admin/password_reset/confirm/<uidb64>/<token>/",
        PasswordResetConfirmView.as_view(),
        name="wagtailadmin_password_reset_confirm",
    ),
    path("admin/invitation/<str:token>/", AcceptView.as_view(), name="accept_invitation"),
    # Wagtail's log-in for private pages would ask for no code.
    path(
        "_util/login/",
        RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True),
        name="wagtailcore_login",
    ),
]
for _decorator in (display_custom_404, never_cache):
    urlpatterns = decorate_urlpatterns(urlpatterns, _decorator)
