"""The editor of records with a history: whoever would save over a newer version sees it first."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name


class TellsOfNewerVersion:
    """Goes before an edit view of Wagtail's: the first press shows what the other changed.

    The form keeps what was written. The second press saves it; the other's version stays in the
    history, as it does in stock Wagtail without a word.
    """

    def is_valid(self, form):
        is_pressed = not self.expects_json_response and not self.locked_for_user
        if is_pressed and self.is_out_of_date:
            self.produced_error_message = self.what_the_other_changed()
            return False
        return super().is_valid(form)

    def what_the_other_changed(self):
        """Who saved a newer version, and what differs in it from the one before."""
        person = self.latest_revision.user
        name = get_user_display_name(person) if person else "–"
        lines = [(c.field_label(), c.htmldiff()) for c in self._changes()]
        return format_html(
            "{} {} {}",
            _("%(name)s saved a newer version while you were writing.") % {"name": name},
            format_html_join(" ", "<b>{}:</b> {}.", lines),
            _("Nothing of yours is saved yet. Save again, and your version stands; the other’s"
              " stays in the history."),
        )  # fmt: skip

    def _changes(self) -> list:
        """What the newest version changed in the one that was on the screen."""
        number = self.request.POST.get("loaded_revision_id", "")
        before = self.object.revisions.filter(pk=number).first() if number.isdecimal() else None
        if before is None or before == self.latest_revision:
            before = self.latest_revision.get_previous()
        panel = self.panel.get_bound_panel(instance=self.object, request=self.request, form=None)
        versions = before.as_object(), self.latest_revision.as_object()
        compared = [compare(*versions) for compare in panel.get_comparison()]
        return [comparison for comparison in compared if comparison.has_changed()]
