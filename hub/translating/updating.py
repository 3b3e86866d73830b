"""Brings the changes of an original into its translations."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.utils.functional import cached_property
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from hub.translating.rights import may_publish_translation, require_own
from hub.translating.state import translations_seen_by


class OwnUpdateView(UpdateTranslationsView):
    """Wagtail-localize's own, for who may edit all versions; who may publish them publishes."""

    def get_object(self):
        source = super().get_object()
        try:
            source.get_source_instance()
        except ObjectDoesNotExist:
            raise Http404 from None
        enabled = source.translations.filter(enabled=True).select_related("target_locale")
        self.translations: list[Translation] = list(enabled)
        if not self.translations:
            raise Http404
        for translation in self.translations:
            require_own(self.request.user, translation, self.request.method in ("GET", "HEAD"))
        return source

    def get_form(self):
        return self.form

    @cached_property
    def form(self):
        form = super().get_form()
        user = self.request.user
        if not all(may_publish_translation(user, each) for each in self.translations):
            del form.fields["publish_translations"]
        return form

    def form_valid(self, form):
        if self.request.POST.get("publish_translations") and (
            "publish_translations" not in form.fields
        ):
            raise PermissionDenied
        form.cleaned_data.setdefault("publish_translations", False)
        return super().form_valid(form)


class OwnTranslationsReportView(TranslationsReportView):
    """All translations of what the user may edit."""

    def get_queryset(self):
        return translations_seen_by(self.request.user, super().get_queryset()).order_by("-pk")
