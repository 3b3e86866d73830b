"""Reports that name pages of everybody, made to name only what the reader may see."""

from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.permissions import page_permission_policy


class OwnPageTypesUsageView(PageTypesUsageReportView):
    """How often each type is used; the page edited last is named if it is an own one."""

    def decorate_paginated_queryset(self, page_types):
        asked = [kind.last_edited_page_id for kind in page_types if kind.last_edited_page_id]
        own = page_permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["add", "change", "publish"]
        )
        seen = set(own.filter(pk__in=asked).values_list("pk", flat=True))
        for kind in page_types:
            if kind.last_edited_page_id not in seen:
                kind.last_edited_page_id = None
        return super().decorate_paginated_queryset(page_types)
