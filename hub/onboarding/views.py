"""Where those who keep the hub bring partnerships in, mend them and hand them over."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from hub.admin_screens import ReservedView, Screen
from hub.onboarding.forms import ConfirmForm, NewOwnerForm, NewPartnershipForm
from hub.onboarding.hand_over_plan import plan_hand_over
from hub.onboarding.handing_over import hand_over
from hub.onboarding.houses import hub_owner
from hub.onboarding.houses_counted import houses_counted
from hub.onboarding.partnerships import house_of, onboard_partnership
from hub.onboarding.report import HouseReport
from hub.ownership import Owner
from hub.permissions import keeps_the_hub


class KeepersOnly(ReservedView):
    """For coordinators and administrators."""

    is_open_to = staticmethod(keeps_the_hub)


class PartnershipsView(KeepersOnly, Screen, TemplateView):
    """All partnerships: their people, pages, files, supporters, and whether the house is whole."""

    template_name = "hub/onboarding/partnerships.html"
    page_title = gettext_lazy("Partnerships")
    header_icon = "group"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, houses=houses_counted())


class NewPartnershipView(KeepersOnly, Screen, FormView):
    """One form, and the whole house stands."""

    template_name = "hub/onboarding/new_partnership.html"
    form_class = NewPartnershipForm
    page_title = gettext_lazy("New partnership")
    header_icon = "group"

    def form_valid(self, form):
        said = form.cleaned_data
        owner, report = onboard_partnership(
            said["key"], said["name"], said["languages"], self.request.user
        )
        tell(self.request, owner, report)
        return redirect("partnerships")


class RepairView(KeepersOnly):
    """Puts right what is missing in a house."""

    http_method_names = ["post"]

    def post(self, request, pk):
        owner = get_object_or_404(Owner.partnerships(), pk=pk)
        house = house_of(owner)
        versions = house.get_translations(inclusive=True) if house else []
        codes = [version.locale.language_code for version in versions]
        try:
            owner, report = onboard_partnership(owner.key, languages=codes, user=request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            tell(request, owner, report)
        return redirect("partnerships")


class HandOverView(KeepersOnly, Screen, TemplateView):
    """First to whom, then what exactly moves, then the name typed, then it is done."""

    template_name = "hub/onboarding/hand_over.html"
    header_icon = "logout"

    @cached_property
    def owner(self) -> Owner:
        hub_owner()
        return get_object_or_404(Owner.partnerships(), pk=self.kwargs["pk"])

    def get_page_title(self):
        return _("Hand over: %(name)s") % {"name": self.owner.name}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked = self.request.GET if "to" in self.request.GET else None
        context["owner"] = self.owner
        context["choice"] = choice = NewOwnerForm(self.owner, asked)
        if asked and choice.is_valid():
            context["plan"] = plan_hand_over(self.owner, choice.cleaned_data["to"])
            context.setdefault("confirmation", ConfirmForm(self.owner))
        return context

    def post(self, request, pk):
        choice = NewOwnerForm(self.owner, request.GET)
        form = ConfirmForm(self.owner, request.POST)
        if not (choice.is_valid() and form.is_valid()):
            return self.render_to_response(self.get_context_data(confirmation=form))
        to = choice.cleaned_data["to"]
        try:
            plan = hand_over(self.owner, to, request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(reverse("hand_over", args=[pk]))
        text = _("“%(name)s” is handed over to “%(to)s”. %(told)s.")
        told = ". ".join(plan.sentences)
        messages.success(request, text % {"name": plan.owner.name, "to": to.name, "told": told})
        return redirect("partnerships")


def tell(request, owner: Owner, report: HouseReport) -> None:
    """What was made, put right, and is still missing, as messages."""
    name = {"name": owner.name}
    if report.made:
        text = _("“%(name)s” is here now. Made: %(told)s.")
        messages.success(request, text % {**name, "told": "; ".join(report.made)})
    if report.mended:
        text = _("“%(name)s” is put right: %(told)s.")
        messages.success(request, text % {**name, "told": "; ".join(report.mended)})
    if not (report.made or report.mended):
        messages.success(request, _("“%(name)s” is whole: nothing was missing.") % name)
    for sentence in report.missing:
        messages.warning(request, sentence)
