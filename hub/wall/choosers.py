"""Page choosers: own pages and everybody's public ones, under the titles that readers know."""

from django.http import Http404
from wagtail.admin.views import chooser
from wagtail.models import Page

from hub.permissions import pages_offered_to
from hub.wall.sight import has_a_right_on, may_choose_page, may_see_page, with_public_title


class TitleColumn(chooser.PageTitleColumn):
    """The title, for others' pages as it was published."""

    def __init__(self, column: chooser.PageTitleColumn, user):
        super().__init__(
            column.name, label=column.label, is_multiple_choice=column.is_multiple_choice
        )
        self.user = user

    def get_value(self, page):
        return super().get_value(with_public_title(page, self.user))


class ParentColumn(chooser.ParentPageColumn):
    """The page above, unless that is a draft of others."""

    def __init__(self, column: chooser.ParentPageColumn, user):
        super().__init__(column.name, label=column.label)
        self.user = user

    def get_value(self, page):
        parent = super().get_value(page)
        if parent is None or not (parent.live or has_a_right_on(self.user, parent)):
            return None
        return with_public_title(parent, self.user)


_COLUMNS = {chooser.PageTitleColumn: TitleColumn, chooser.ParentPageColumn: ParentColumn}


def _walled(columns: list, user) -> list:
    return [
        _COLUMNS[type(column)](column, user) if type(column) in _COLUMNS else column
        for column in columns
    ]


class BrowseView(chooser.BrowseView):
    """Opens only pages that the user may see or link to."""

    @property
    def columns(self):
        return _walled(super().columns, self.request.user)

    def get(self, request, parent_page_id=None):
        if parent_page_id and not (
            may_choose_page(request.user, parent_page_id)
            or may_see_page(request.user, parent_page_id)
        ):
            raise Http404
        return super().get(request, parent_page_id)


class SearchView(chooser.SearchView):
    """Finds what the hook offers."""

    @property
    def columns(self):
        return _walled(super().columns, self.request.user)


class ChosenMultipleView(chooser.ChosenMultipleView):
    """Tells of several chosen pages only what the chooser has shown of them."""

    def get(self, request):
        asked = [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
        offered = pages_offered_to(request.user, Page.objects.filter(pk__in=asked))
        allowed = request.GET.copy()
        allowed.setlist("id", offered.values_list("pk", flat=True))
        request.GET = allowed
        return super().get(request)


class ExternalLinkView(chooser.ExternalLinkView):
    """Answers an empty form with the form; Wagtail's view fails where the address is missing."""

    def post(self, request):
        name = f"{self.form_prefix}-url"
        if name not in request.POST:
            request.POST = request.POST.copy()
            request.POST[name] = ""
        return super().post(request)
