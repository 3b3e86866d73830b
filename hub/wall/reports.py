"""Reports that name pages of everybody, made to name only what the reader may see."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.models import ModelLogEntry
from wagtail.permissions import page_permission_policy, policy_registry

from hub.ownership import record_models
from hub.permissions import keeps_the_hub
from hub.wall.sight import colleagues


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


class OwnHistoryFilterSet(SiteHistoryReportFilterSet):
    """Offers the names of colleagues only."""

    def get_users_queryset(self):
        known = colleagues(self.request.user)
        return super().get_users_queryset().filter(pk__in=known.values("pk"))


class OwnHistoryView(LogEntriesView):
    """What was done to the own pages and records, and not what others did to theirs."""

    filterset_class = OwnHistoryFilterSet

    def filter_queryset(self, entries):
        if entries.model is ModelLogEntry and not keeps_the_hub(self.request.user):
            entries = entries.filter(_of_own_records(self.request.user))
        return super().filter_queryset(entries)


def _of_own_records(user) -> Q:
    """Of records that follow a community only the own ones; Wagtail asks about the kind alone."""
    others, own = Q(), Q()
    for model in record_models():
        kind = ContentType.objects.get_for_model(model)
        others |= Q(content_type=kind)
        own |= Q(content_type=kind, object_id__in=_keys(_own_records(model, user)))
    return ~others | own


def _own_records(model, user) -> QuerySet:
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")


def _keys(records: QuerySet) -> QuerySet:
    return records.annotate(key=Cast("pk", CharField())).values("key")
