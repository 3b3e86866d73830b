"""The people of a house: who is there, who is invited; let go, let in again, help with a phone."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import TemplateView, View
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name

from hub.accounts import audit
from hub.accounts.invitations import revoke, send_again, waiting_invitations
from hub.accounts.leaving import come_back, leave, traces_of
from hub.accounts.limits import INVITATIONS, too_many
from hub.accounts.own_views import OwnPasswordForm
from hub.accounts.people import (
    Managing,
    Roles,
    houses_to_leave,
    keeps_people,
    may_manage,
    may_reset_second_factor,
    may_return,
    people_seen_by,
)
from hub.accounts.people_forms import LeaveForm
from hub.accounts.second_factor import remove_second_factor
from hub.accounts.sign_ins import end
from hub.accounts.tries import count_try
from hub.admin_screens import ReservedView, Screen
from hub.letters import send_letter
from hub.permissions import keeps_the_hub

A_PAGE = 50


class PeopleView(ReservedView, Screen, TemplateView):
    """Everybody whom the visitor keeps, and the invitations that wait."""

    template_name = "hub/accounts/people.html"
    is_open_to = staticmethod(keeps_people)
    page_title = gettext_lazy("People")
    header_icon = "group"

    def get_context_data(self, **kwargs):
        user, roles = self.request.user, Roles()
        manage = Managing(user)
        sought = self.request.GET.get("q", "").replace("\x00", "").strip()[:100]
        page = Paginator(self.people(sought), A_PAGE).get_page(self.request.GET.get("p"))
        for person in page:
            person.roles = [roles.name(group) for group in person.groups.all()]
            person.actions = manage.actions(person)
        invitations = Paginator(waiting_invitations(user), A_PAGE).get_page(
            self.request.GET.get("i")
        )
        for invitation in invitations:
            invitation.role = roles.name(invitation.group)
        return super().get_context_data(
            people=page, invitations=invitations, sought=sought,
            is_keeper=keeps_the_hub(user), **kwargs,
        )  # fmt: skip

    def people(self, sought: str):
        """Those who are there first, by name."""
        people = people_seen_by(self.request.user).prefetch_related("groups")
        if sought:
            names = ("username", "first_name", "last_name", "email")
            found = Q()
            for name in names:
                found |= Q(**{f"{name}__icontains": sought})
            people = people.filter(found)
        devices = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        return people.annotate(has_factor=Exists(devices)).order_by("-is_active", "username")


class InvitationView(View):
    """Resend or revoke one invitation."""

    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        if not keeps_people(request.user):
            raise PermissionDenied
        own = waiting_invitations(request.user).filter(pk=kwargs["pk"])
        invitation = get_object_or_404(own)
        if "revoke" in request.POST:
            revoke(own, request.user)
            messages.success(request, _("The invitation no longer opens."))
        elif "again" in request.POST:
            self.send_again(invitation)
        return redirect("people")

    def send_again(self, invitation):
        until = count_try([INVITATIONS.key(self.request.user.pk)])
        if until:
            messages.error(self.request, " ".join(too_many(until).messages))
            return
        send_again(invitation, self.request.user)
        messages.success(
            self.request, _("Invited again, for a week. The link before it no longer opens.")
        )


class PersonView(Screen, TemplateView):
    """What the views about one person share: who it is, and that the visitor may see them."""

    def dispatch(self, request, *args, **kwargs):
        if not keeps_people(request.user):
            raise PermissionDenied
        if not self.is_allowed():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self):
        return get_object_or_404(people_seen_by(self.request.user), pk=self.kwargs["pk"])

    def is_allowed(self) -> bool:
        return may_manage(self.request.user, self.person)

    def get_page_subtitle(self):
        return get_user_display_name(self.person)

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, **kwargs)


class LeaveView(PersonView):
    """Shows what hangs on a person, asks who takes it over, and closes the account."""

    template_name = "hub/accounts/leave.html"
    page_title = gettext_lazy("Leave")
    header_icon = "logout"

    def is_allowed(self):
        return super().is_allowed() and self.person.is_active

    def post(self, request, *args, **kwargs):
        form = LeaveForm(request.POST, by=request.user, person=self.person)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        leave(self.person, request.user, form.cleaned_data["successor"], self.houses)
        name = {"name": get_user_display_name(self.person)}
        if self.houses is None:
            text = _("%(name)s can no longer log in. What they wrote stays.")
        else:
            text = _("%(name)s has left your house and keeps what they do elsewhere.")
        messages.success(request, text % name)
        return redirect("people")

    @cached_property
    def houses(self):
        return houses_to_leave(self.request.user, self.person)

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", LeaveForm(by=self.request.user, person=self.person))
        traces = traces_of(self.person, self.houses)
        return super().get_context_data(
            houses=self.houses,
            counts={
                "pages": traces.pages.count(),
                "locks": traces.count_of_locks,
                "submitted": traces.submitted.count(),
                "invitations": traces.invitations.count(),
                "links": traces.preview_links.count(),
            },
            **kwargs,
        )


class ReturnView(PersonView):
    """Opens an account again."""

    http_method_names = ["post"]

    def is_allowed(self):
        return may_return(self.request.user, self.person) and not self.person.is_active

    def post(self, request, *args, **kwargs):
        come_back(self.person, request.user)
        name = {"name": get_user_display_name(self.person)}
        messages.success(request, _("%(name)s can log in again.") % name)
        return redirect("people")


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class ResetSecondFactorView(PersonView):
    """For somebody who lost the phone and the paper; whoever resets it says their own password."""

    template_name = "hub/accounts/reset_second_factor.html"
    page_title = gettext_lazy("Reset the second factor")
    header_icon = "key"

    def is_allowed(self):
        return may_reset_second_factor(self.request.user, self.person)

    def post(self, request, *args, **kwargs):
        form = OwnPasswordForm(request.POST, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if remove_second_factor(self.person):
            end(self.person.sign_ins.all())
            audit.note(self.person, audit.FACTOR_RESET, request.user)
            send_letter("second_factor_off", [self.person], by=request.user)
        messages.success(
            request, _("The second factor is reset. The person was logged out and gets a letter.")
        )
        return redirect("people")

    def get_context_data(self, **kwargs):
        kwargs.setdefault("form", OwnPasswordForm(user=self.request.user))
        return super().get_context_data(**kwargs)
