"""The log of accounts, for those who keep the hub: filterable, and as a table to take along."""

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from hub.accounts.invitations import Invitation
from hub.accounts.second_factor import SecondFactorRule
from hub.admin_screens import ReservedView
from hub.permissions import keeps_the_hub
from hub.spreadsheets import HarmlessExport
from hub.users import User


def entries_about_accounts():
    """What the log says of people, groups, invitations and the rule."""
    types = ContentType.objects.get_for_models(User, Group, Invitation, SecondFactorRule)
    return ModelLogEntry.objects.filter(content_type__in=types.values())


class AccountsFilterSet(SiteHistoryReportFilterSet):
    """Wagtail's filters, with the choices that occur here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("object_type", "is_commenting_action"):
            self.filters.pop(name, None)

    def get_action_choices(self):
        used = entries_about_accounts().get_actions()
        return [choice for choice in registry.get_choices() if choice[0] in used]

    def get_user_choices(self):
        return User.objects.filter(pk__in=entries_about_accounts().get_user_ids())


class AccountsLogView(ReservedView, HarmlessExport, LogEntriesView):
    """Wagtail's site history, of accounts."""

    is_open_to = staticmethod(keeps_the_hub)
    page_title = _("Accounts: who did what")
    header_icon = "user"
    results_template_name = "hub/accounts/log_results.html"
    filterset_class = AccountsFilterSet
    index_url_name = "accounts_log"
    index_results_url_name = "accounts_log_results"
    export_headings = {
        "label": _("Whose account"),
        "message": _("What happened"),
        "user_display_name": _("Who did it"),
        "timestamp": _("When"),
    }
    list_export = ["timestamp", "label", "message", "user_display_name"]

    def get_filtered_queryset(self):
        entries = entries_about_accounts().select_related("user__wagtail_userprofile")
        return self.filter_queryset(entries).order_by("-timestamp", "-pk")

    def decorate_paginated_queryset(self, queryset):
        return queryset

    def get_filename(self):
        return "accounts-log"
