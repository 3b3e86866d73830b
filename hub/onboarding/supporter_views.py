"""Which organisations support which communities: each decides it for the own communities."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.permissions import page_permission_policy

from hub.admin_screens import ReservedView, Screen
from hub.onboarding.forms import NewSupporterForm, SupportedForm
from hub.onboarding.supporters import (
    RIGHT_TO_CHOOSE_SUPPORTERS,
    choose_for,
    communities_given_by,
    communities_of,
    dismiss,
    onboard_supporters,
    supporters_of,
)
from hub.onboarding.views import KeepersOnly
from hub.ownership import Supporter
from hub.permissions import keeps_the_hub


def chooses_supporters(user) -> bool:
    """Whether `user` decides for any community who supports it."""
    may_publish = page_permission_policy.user_has_permission(user, RIGHT_TO_CHOOSE_SUPPORTERS)
    return may_publish or keeps_the_hub(user)


class OfChoosers(ReservedView):
    """For those who decide on communities."""

    is_open_to = staticmethod(chooses_supporters)


class SupportersView(OfChoosers, Screen, FormView):
    """All supporters with the communities that the user decides on; keepers add one."""

    template_name = "hub/onboarding/supporters.html"
    form_class = NewSupporterForm
    page_title = gettext_lazy("Supporters")
    header_icon = "group"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["keeps_the_hub"] = keeps_the_hub(self.request.user)
        context["supporters"] = supporters_of(communities_given_by(self.request.user))
        return context

    def form_valid(self, form):
        if not keeps_the_hub(self.request.user):
            raise PermissionDenied
        name = form.cleaned_data["name"]
        onboard_supporters(name, [])
        supporter = Supporter.objects.get(name=name)
        messages.success(self.request, _("“%(name)s” is here now.") % {"name": name})
        return redirect("supported_communities", supporter.pk)


class SupportedCommunitiesView(OfChoosers, Screen, FormView):
    """For which communities an organisation writes."""

    template_name = "hub/onboarding/supported_communities.html"
    form_class = SupportedForm
    header_icon = "group"

    @cached_property
    def supporter(self) -> Supporter:
        return get_object_or_404(Supporter, pk=self.kwargs["pk"])

    def get_page_title(self):
        return self.supporter.name

    def get_form_kwargs(self):
        own = communities_given_by(self.request.user)
        return {**super().get_form_kwargs(), "communities": own}

    def get_initial(self):
        return {"communities": communities_of(self.supporter)}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["supporter"] = self.supporter
        context["keeps_the_hub"] = keeps_the_hub(self.request.user)
        return context

    def form_valid(self, form):
        choose_for(self.request.user, self.supporter, form.cleaned_data["communities"])
        text = _("“%(name)s” now writes for: %(communities)s.")
        names = ", ".join(page.title for page in form.cleaned_data["communities"]) or "–"
        messages.success(self.request, text % {"name": self.supporter.name, "communities": names})
        return redirect("supporters")


class DismissView(KeepersOnly):
    """Lets an organisation go."""

    http_method_names = ["post"]

    def post(self, request, pk):
        supporter = get_object_or_404(Supporter, pk=pk)
        dismiss(supporter)
        text = _("“%(name)s” supports nobody any more; its people keep their accounts.")
        messages.success(request, text % {"name": supporter.name})
        return redirect("supporters")
