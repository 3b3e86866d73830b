"""Inviting, and the page that the link of an invitation opens."""

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.log_actions import LogContext

from hub.accounts.invitations import accept, find_invitation, send
from hub.accounts.login import welcome
from hub.accounts.people import Roles, keeps_people
from hub.accounts.people_forms import AcceptForm, InviteForm
from hub.admin_screens import ReservedView, Screen


class InviteView(ReservedView, Screen, FormView):
    """Invites one person."""

    template_name = "hub/accounts/invite.html"
    form_class = InviteForm
    is_open_to = staticmethod(keeps_people)
    page_title = gettext_lazy("Invite")
    header_icon = "mail"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "by": self.request.user}

    @transaction.atomic
    def form_valid(self, form):
        form.instance.invited_by = self.request.user
        invitation = form.save()
        send(invitation)
        if "EMAIL_HOST" in settings.MAIL_SERVER:
            text = _("Invited: a letter to %(email)s is on its way. The link opens for a week.")
        else:
            text = _("Invited. The hub sends no letters: pass the link to %(email)s yourself.")
        messages.success(self.request, text % {"email": invitation.email})
        return redirect("people")


@method_decorator(sensitive_post_parameters("password", "password_again"), name="dispatch")
class AcceptView(TemplateView):
    """Makes the account, or gives the role to whoever is logged in."""

    template_name = "hub/accounts/accept.html"

    def dispatch(self, request, *args, **kwargs):
        self.invitation = find_invitation(kwargs["token"])
        if self.invitation is None:
            raise Http404
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        with translation.override(chosen or self.invitation.language):
            response = self.answer(request)
            if hasattr(response, "render"):
                response.render()
        # The address is the key. With „no-referrer” forms would be sent without an origin.
        response["Referrer-Policy"] = "same-origin"
        return response

    def answer(self, request):
        if not self.invitation.is_open:
            return render(request, "hub/accounts/invitation_over.html", status=410)
        return super().dispatch(request, *self.args, **self.kwargs)

    def post(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            return self.join(request.user)
        form = AcceptForm(request.POST, invitation=self.invitation)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        user = form.user()
        if not accept(self.invitation, user, form.cleaned_data["language"]):
            return redirect(request.path)
        begin_session(request, user)
        return welcome(request, redirect("wagtailadmin_home"), user)

    def join(self, user):
        """Whoever has an account gets the role besides."""
        with LogContext(user=user):
            if not accept(self.invitation, user):
                return redirect(self.request.path)
        role = {"role": Roles().name(self.invitation.group)}
        messages.success(self.request, _("From now on you are here as: %(role)s.") % role)
        return redirect("wagtailadmin_home")

    def get_context_data(self, **kwargs):
        if self.request.user.is_anonymous:
            kwargs.setdefault("form", AcceptForm(invitation=self.invitation))
        return super().get_context_data(
            invitation=self.invitation, role=Roles().name(self.invitation.group), **kwargs
        )
