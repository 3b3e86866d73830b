"""The editor of pages, in which the second of two who save at once loses nothing."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.edit import EditView

from hub.moderation.comment_letters import tell_of_comments
from hub.moderation.held_changes import HeldChange, revision_begun_from


class PageEditView(EditView):
    """Holds back what would overwrite a newer version, and lets its author choose."""

    def post(self, request, *args, **kwargs):
        if self.must_be_held():
            return self.hold()
        return super().post(request, *args, **kwargs)

    def must_be_held(self) -> bool:
        """Whether a person, not the autosave, saves over a version they have not seen."""
        is_left_to_wagtail = (
            self.expects_json_response
            or self.page.alias_of_id
            or self.locked_for_user
            or self.is_cancelling_workflow
        )
        return not is_left_to_wagtail and self.is_out_of_date

    def hold(self):
        """Keep what was written beside the page and ask; a mistake in it is told first."""
        newest = self.latest_revision
        begun_from = revision_begun_from(self.page, self.request.POST)
        if begun_from:
            self.page = begun_from.as_object()
        self.form = self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )
        self.form.defer_required_fields()
        if not self.form.is_valid():
            self.form.restore_required_fields()
            return self.say_what_is_wrong(begun_from)
        is_changed = self.form.has_changed()
        content = self.form.save(commit=False).serializable_data()
        self.save_comments()
        if not is_changed:
            return self.show_what_is_new(newest)
        held = HeldChange.objects.create(
            page_id=self.page.pk,
            user=self.request.user,
            content=content,
            begun_from=begun_from and begun_from.content,
        )
        return redirect("held_change", held.pk)

    def say_what_is_wrong(self, begun_from):
        """Show the form with its mistakes, still knowing from which version it began."""
        self.page.latest_revision_id = begun_from.pk if begun_from else 0
        self.latest_revision_created_at = begun_from.created_at.isoformat() if begun_from else "-"
        return self.form_invalid(self.form)

    def save_comments(self):
        """Comments stand beside the text and overwrite nothing: they are saved as they are."""
        if "comments" in self.form.formsets:
            self.form.formsets["comments"].save(commit=True)
            self.send_commenting_notifications(self.get_commenting_changes())

    def send_commenting_notifications(self, changes):
        return tell_of_comments(self.page, self.request.user, changes)

    def show_what_is_new(self, newest):
        """Nothing of one's own is at stake: show the version that came meanwhile."""
        person = newest.user
        messages.warning(
            self.request,
            _("%(name)s saved a new version, which you see now. Look at it before you go on.")
            % {"name": get_user_display_name(person) if person else "–"},
        )
        return self.redirect_and_remain()
