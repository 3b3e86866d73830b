"""Every address of the hub."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.i18n import set_language
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub import page_forms, routing, views
from hub.moderation.preview_views import preview_link
from hub.untranslated import not_translated

handler403 = "hub.views.permission_denied"
handler404 = "hub.views.page_not_found"
handler500 = "hub.views.server_error"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("", include("search.sitemap_urls")),
    path("manifest.webmanifest", views.web_manifest, name="web_manifest"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("media/<path:path>", views.media, name="media"),
    path("preview/<str:token>/", preview_link, name="preview_link"),
    path("documents/", include(wagtaildocs_urls)),
    path("admin/language/", set_language, name="set_language"),
    path("admin/", include("hub.wall.urls")),
    path("", include("hub.accounts.urls")),
    path("admin/localize/", include("hub.translating.urls")),
    path("admin/", include(wagtailadmin_urls)),
]

if settings.DEBUG:
    from django.contrib.staticfiles.urls import staticfiles_urlpatterns

    urlpatterns += staticfiles_urlpatterns()
    urlpatterns += i18n_patterns(path("", include("gallery.urls")), prefix_default_language=False)

urlpatterns += i18n_patterns(
    path("", include("search.urls")),
    re_path(r"^((?:[\w\-]+/)*)index\.md$", page_forms.as_text),
    re_path(r"^((?:[\w\-]+/)*)picture\.png$", page_forms.as_picture),
    path("not-translated/<int:pk>/", not_translated, name="not_translated"),
    re_path(wagtail_urls.serve_pattern, routing.serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
