"""Onboard a partnership, or repair one."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from hub.management.pack_command import without_small_talk
from hub.onboarding.partnerships import onboard_partnership


class Command(BaseCommand):
    """Make a partnership's page, files, groups, workflow and first pages; say what was made."""

    help = (
        "Onboard a partnership: its page in each language, collection, groups, workflow and "
        "first pages. Run again it repairs what is missing and doubles nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("key", help="its key, the same in every language: small letters")
        parser.add_argument("--name", default="", help="the name of a new partnership")
        parser.add_argument(
            "--languages", default="", help="codes divided by commas; all of the site's if left out"
        )

    def handle(self, *, key, name, languages, **options):
        codes = [code.strip() for code in languages.split(",") if code.strip()]
        unknown = set(codes) - set(dict(settings.LANGUAGES))
        if unknown:
            raise CommandError(f"the site has no language {', '.join(sorted(unknown))}")
        with translation.override("en"), without_small_talk():
            try:
                owner, report = onboard_partnership(key, name, codes)
            except ValidationError as refusal:
                raise CommandError(said(refusal)) from refusal
        for word, sentences in (("made", report.made), ("put right", report.mended)):
            for sentence in sentences:
                self.stdout.write(f"{word}: {sentence}")
        for sentence in report.missing:
            self.stderr.write(f"missing: {sentence}")
        if not (report.made or report.mended):
            self.stdout.write(f"{owner.name}: Nothing was missing.")


def said(refusal: ValidationError) -> str:
    """The refusal in one line, each field by its name."""
    if not hasattr(refusal, "error_dict"):
        return " ".join(refusal.messages)
    return "; ".join(f"{name}: {' '.join(told)}" for name, told in refusal.message_dict.items())
