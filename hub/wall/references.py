"""What a text or block refers to: a form takes nothing that its choosers would not offer."""

from collections import defaultdict
from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import CollectionMember, Page, ReferenceIndex

from hub.permissions import pages_offered_to
from hub.wall.sight import files_seen_by

# The kind of thing, its key, and the field that refers to it.
Reference = tuple[int, str, str]


def offered_to(user, things: QuerySet) -> QuerySet:
    """Of pages, files and records those that `user` may refer to; of other things all."""
    if issubclass(things.model, Page):
        return pages_offered_to(user, things)
    if issubclass(things.model, CollectionMember):
        return things.filter(pk__in=files_seen_by(user, things.model).values("pk"))
    return things.offered_to(user) if hasattr(things, "offered_to") else things


class OfferedReferences:
    """A form whose texts and blocks may newly refer only to what its user is offered."""

    def _post_clean(self):
        before = {reference[:2] for reference in _references(self.instance)}
        super()._post_clean()
        if self.for_user:
            new = [found for found in _references(self.instance) if found[:2] not in before]
            for name in _fields_with_foreign(new, self.for_user):
                self.add_error(
                    name if name in self.fields else None,
                    _("Something chosen here is not yours and not public. Choose something else."),
                )


def _references(thing: Model) -> Iterator[Reference]:
    found = ReferenceIndex._extract_references_from_object(thing)
    for content_type, key, _model_path, path in found:
        yield content_type, str(key), path.split(".")[0]


def _fields_with_foreign(references: list[Reference], user) -> set[str]:
    """The fields that refer to a page, file or record that `user` is not offered."""
    fields = defaultdict(lambda: defaultdict(set))
    for content_type, key, field in references:
        fields[content_type][key].add(field)
    foreign: set[str] = set()
    for content_type, by_key in fields.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        there = model._default_manager.filter(pk__in=by_key)
        offered = {str(pk) for pk in offered_to(user, there).values_list("pk", flat=True)}
        known = {str(pk) for pk in there.values_list("pk", flat=True)}
        foreign.update(*(by_key[key] for key in known - offered))
    return foreign
