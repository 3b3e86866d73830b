"""Addresses that stand before Wagtail's own and answer in their place."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.admin.views import workflows
from wagtail.contrib.forms.views import FormPagesListView
from wagtail.utils.urlpatterns import decorate_urlpatterns

from hub.wall import choosers, closed, files
from hub.wall.bulk import bulk_action
from hub.wall.closed import for_keepers_of_workflows as keepers
from hub.wall.people import PageFilterSet
from hub.wall.privacy import collection_privacy
from hub.wall.reports import OwnHistoryView, OwnPageTypesUsageView
from hub.wall.tags import autocomplete

_REPORT = "reports/page-types-usage/"

urlpatterns = [
    path("bulk/<str:app_label>/<str:model_name>/<str:action>/", bulk_action),
    path("choose-page/", choosers.BrowseView.as_view()),
    path("choose-page/<int:parent_page_id>/", choosers.BrowseView.as_view()),
    path("choose-page/search/", choosers.SearchView.as_view()),
    path("choose-page/chosen-multiple/", choosers.ChosenMultipleView.as_view()),
    path("choose-external-link/", choosers.ExternalLinkView.as_view()),
    path("media/usage/<int:media_id>/", files.usage_of_recording),
    path("media/chooser/<int:media_id>/", files.chosen_recording),
    path(_REPORT, OwnPageTypesUsageView.as_view()),
    path(f"{_REPORT}results/", OwnPageTypesUsageView.as_view(results_only=True)),
    path("reports/site-history/", OwnHistoryView.as_view()),
    path("reports/site-history/results/", OwnHistoryView.as_view(results_only=True)),
    path("forms/", FormPagesListView.as_view(filterset_class=PageFilterSet)),
    path(
        "forms/results/",
        FormPagesListView.as_view(filterset_class=PageFilterSet, results_only=True),
    ),
    path("collections/<int:collection_id>/privacy/", collection_privacy),
    path("tag-autocomplete/", autocomplete),
    path("tag-autocomplete/<slug:app_name>/<slug:model_name>/", autocomplete),
    path("workflows/task_chooser/", keepers(workflows.TaskChooserView.as_view())),
    path("workflows/task_chooser/results/", keepers(workflows.TaskChooserResultsView.as_view())),
    path("workflows/task_chooser/create/", keepers(workflows.TaskChooserCreateView.as_view())),
    path("workflows/task_chooser/<int:task_id>/", keepers(workflows.task_chosen)),
    path("redirects/import/process/", closed.process_import_after_a_file),
    # Things of the hub's lists are made in the lists; without a form this view fails.
    path("snippets/choose/<slug:app>/<slug:model>/create/", closed.not_found),
    # They show the pages for errors, and write an error into the log.
    path("failwhale/", closed.not_found),
    path("test404/", closed.not_found),
]
# In the order of Wagtail's own addresses.
for _decorator in (require_admin_access, display_custom_404, never_cache):
    urlpatterns = decorate_urlpatterns(urlpatterns, _decorator)
