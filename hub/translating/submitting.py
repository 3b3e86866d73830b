"""The form that begins a translation of an own page or record."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
    SubmitTranslationForm,
)

from hub.translating.beginning import begin_translation, missing_above, translate_below
from hub.translating.rights import may_translate


class PageTranslationForm(SubmitTranslationForm):
    """Says which pages above have to be translated first, and offers to begin with them."""

    include_above = forms.BooleanField(
        label=gettext_lazy("Begin with the pages above that are not translated yet"),
        help_text=gettext_lazy("They become drafts; readers see none of them until published."),
        required=False,
    )

    def __init__(self, instance, user, *args, **kwargs):
        super().__init__(instance, *args, **kwargs)
        self.page, self.user = instance, user
        locales = self.fields["locales"].queryset
        self.above = {locale.pk: missing_above(instance, locale) for locale in locales}
        if not any(self.above.values()):
            self.fields["include_above"].widget = forms.HiddenInput()

    def clean(self):
        for locale in self.cleaned_data.get("locales", ()):
            self._check_above(locale)
        return self.cleaned_data

    def _check_above(self, locale: Locale) -> None:
        missing = self.above.get(locale.pk, [])
        words = {"language": locale.get_display_name(), "titles": _titles(missing)}
        if any(not may_translate(self.user, page) for page in missing):
            text = _("Not into %(language)s yet: first those who keep them translate %(titles)s.")
            self.add_error("locales", text % words)
        elif missing and not self.cleaned_data["include_above"]:
            text = _(
                "First translate into %(language)s what stands above this page: %(titles)s. "
                "Or tick that the translation is to begin with it."
            )
            self.add_error("locales", text % words)


def _titles(pages: list[Page]) -> str:
    return ", ".join(_("“%s”") % page.title for page in pages)


class _OwnThing:
    """Begins the translation of what the user may edit."""

    def post(self, request, **kwargs):
        form = self.form
        if not (form.is_valid() and self.components.is_valid()):
            return self.render_to_response(self.get_context_data(**kwargs))
        try:
            with transaction.atomic():
                self.begin(form.cleaned_data)
        except ValidationError as error:
            form.add_error("locales", _why(error))
            return self.render_to_response(self.get_context_data(**kwargs))
        return self.go_on(form.cleaned_data["locales"])

    def get_form(self):
        return self.form

    @cached_property
    def form(self):
        return super().get_form()

    def begin(self, chosen):
        for locale in chosen["locales"]:
            begin_translation(self.object, locale, self.request.user)

    def go_on(self, locales):
        """Say what was begun and lead to it."""
        names = ", ".join(str(locale.get_display_name()) for locale in locales)
        messages.success(self.request, self.get_success_message(names))
        translated = self.object.get_translation(locales[0]) if len(locales) == 1 else None
        return redirect(self.get_success_url() or self.get_default_success_url(translated))


def _why(error: ValidationError) -> str:
    """What stands against it, with the names of the fields."""
    if not hasattr(error, "message_dict"):
        return " ".join(error.messages)
    return " ".join(f"{name}: {' '.join(told)}" for name, told in error.message_dict.items())


class SubmitPageView(_OwnThing, SubmitPageTranslationView):
    """Begins the translation of a page, with those above and below it where that is asked for."""

    def get_object(self):
        page = super().get_object()
        if page.alias_of_id:
            raise Http404
        if not may_translate(self.request.user, page):
            raise PermissionDenied
        return page

    @cached_property
    def form(self):
        user, data = self.request.user, self.request.POST or None
        language = self.request.GET.get("select_locale")
        chosen = Locale.objects.filter(language_code=language).first()
        initial = {"locales": [chosen]} if chosen else None
        return PageTranslationForm(self.object, user, data, initial=initial)

    def begin(self, chosen):
        for locale in chosen["locales"]:
            for page in missing_above(self.object, locale):
                begin_translation(page, locale, self.request.user)
        super().begin(chosen)
        if chosen["include_subtree"]:
            locales = [locale.pk for locale in chosen["locales"]]
            translate_below.enqueue(self.object.pk, locales, self.request.user.pk)


class SubmitRecordView(_OwnThing, SubmitSnippetTranslationView):
    """Begins the translation of a record."""

    def get_object(self):
        record = super().get_object()
        if not may_translate(self.request.user, record):
            raise Http404
        return record

    @cached_property
    def form(self):
        return SubmitTranslationForm(self.object, self.request.POST or None)
