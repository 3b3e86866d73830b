"""Addresses that stand before wagtail-localize's own and answer in their place."""

from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.utils.urlpatterns import decorate_urlpatterns
from wagtail_localize.views import edit_translation as stock

from hub.translating import drafts, editing
from hub.translating.rights import of_own_translation as own
from hub.translating.submitting import SubmitPageView, SubmitRecordView
from hub.translating.updating import OwnTranslationsReportView, OwnUpdateView
from hub.wall.closed import not_found

_ONE = "translate/<int:translation_id>/"
_SNIPPETS = "api/snippets/<slug:app_label>/<slug:model_name>/"

urlpatterns = [
    path("submit/page/<int:page_id>/", SubmitPageView.as_view()),
    path("submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/", SubmitRecordView.as_view()),
    path("update/<int:translation_source_id>/", OwnUpdateView.as_view()),
    path(f"{_ONE}strings/<int:string_segment_id>/edit/", editing.edit_string),
    path(f"{_ONE}overrides/<int:overridable_segment_id>/edit/", own(stock.edit_override)),
    path(f"{_ONE}pofile/download/", own(stock.download_pofile)),
    path(f"{_ONE}pofile/upload/", editing.upload_po),
    path(f"{_ONE}machine_translate/", require_POST(own(stock.machine_translate))),
    path(f"{_ONE}preview/", own(stock.preview_translation)),
    path(f"{_ONE}preview/<str:mode>/", own(stock.preview_translation)),
    path(f"{_ONE}disable/", require_POST(own(stock.stop_translation))),
    path(f"{_ONE}draft/", drafts.save_draft, name="save_translated_draft"),
    path("reports/translations/", OwnTranslationsReportView.as_view()),
    path("reports/translations/results/", OwnTranslationsReportView.as_view(results_only=True)),
    # An alias would show the original's text under the other language's address.
    path("page/<int:page_id>/convert_to_alias/", not_found),
    # It lists every record to everybody.
    path(_SNIPPETS, not_found),
    path(f"{_SNIPPETS}<str:pk>/", not_found),
]
# In the order of Wagtail's own addresses.
for _decorator in (require_admin_access, display_custom_404, never_cache):
    urlpatterns = decorate_urlpatterns(urlpatterns, _decorator)
