"""Every label and help of a form, block, panel, list and filter is said in both languages."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.forms.models import ModelForm
from django.urls import reverse
from django.utils.encoding import force_str
from django.utils.functional import Promise
from django.utils.translation import override
from wagtail import blocks
from wagtail.admin.panels import InlinePanel, Panel, get_edit_handler
from wagtail.documents import get_document_model
from wagtail.documents.forms import get_document_form
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form
from wagtail.models import get_page_models
from wagtail.snippets.models import get_snippet_models
from wagtailmedia.forms import get_media_form
from wagtailmedia.models import get_media_model

from communities.models import Need, Resource
from hub.taxonomy import Theme
from tests import factories

pytestmark = pytest.mark.once

OURS = {"hub", "home", "communities", "stories", "toolkit", "events", "search"}
# Said alike in both languages.
ALIKE = {"", "Video", "Audio", "Licence", "lv, en, ltg …"}

Said = dict[str, str]


def own_models() -> list[type]:
    """Page types and records that editors fill in."""
    models = [*get_page_models(), *get_snippet_models()]
    return sorted((m for m in models if m._meta.app_label in OURS), key=lambda m: m._meta.label)


def handler_of(model):
    """The panels of its form, bound to it."""
    if viewset := getattr(model, "snippet_viewset", None):
        return viewset.get_edit_handler()
    if hasattr(model, "get_edit_handler"):
        return model.get_edit_handler()
    return get_edit_handler(model)


def form_classes() -> dict[str, type[ModelForm]]:
    forms = {model.__name__: handler_of(model).get_form_class() for model in own_models()}
    forms["Image"] = get_image_form(get_image_model())
    forms["Document"] = get_document_form(get_document_model())
    forms["Media"] = get_media_form(get_media_model())
    return forms


def said_in_forms() -> Said:
    """Label and help of each field of each form."""
    return {
        f"{form}.{name} {part}": force_str(getattr(field, part) or "")
        for form, form_class in form_classes().items()
        for name, field in form_class.base_fields.items()
        for part in ("label", "help_text")
        if not field.widget.is_hidden
    }


def panels_below(panel: Panel) -> Iterator[Panel]:
    for child in getattr(panel, "children", ()):
        yield child
        yield from panels_below(child)
    if isinstance(panel, InlinePanel):
        yield from panels_below(panel.child_edit_handler)


def said_on_panels() -> Said:
    """The heading of each tab and group, and the name of what is added one by one."""
    said = {}
    for model in own_models():
        for number, panel in enumerate(panels_below(handler_of(model))):
            for part in ("heading", "label", "help_text"):
                said[f"{model.__name__} {number} {part}"] = force_str(getattr(panel, part, ""))
    return said


def blocks_below(block: blocks.Block, path: str) -> Iterator[tuple[str, blocks.Block]]:
    """Each block with a name inside `block`, and where it is."""
    if isinstance(block, blocks.ListBlock):
        yield from blocks_below(block.child_block, f"{path}[]")
    for name, child in getattr(block, "child_blocks", {}).items():
        yield f"{path}.{name}", child
        yield from blocks_below(child, f"{path}.{name}")


def stream_blocks() -> Iterator[tuple[str, blocks.Block]]:
    for model in own_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField) and field.model is model:
                yield from blocks_below(field.stream_block, f"{model.__name__}.{field.name}")


def said_in_blocks() -> Said:
    said = {}
    for path, block in stream_blocks():
        said[f"{path} label"] = force_str(block.meta.label or "")
        said[f"{path} description"] = force_str(getattr(block.meta, "description", "") or "")
        field = getattr(block, "field", None)
        said[f"{path} help_text"] = force_str((field and field.help_text) or "")
    return said


def said_of_models() -> Said:
    """How each type is named, and how it stands in the menu with its columns and filters."""
    said = {}
    for model in own_models():
        options = model._meta
        said[f"{options.label} one"] = force_str(options.verbose_name)
        said[f"{options.label} many"] = force_str(options.verbose_name_plural)
        if viewset := getattr(model, "snippet_viewset", None):
            said[f"{options.label} menu"] = force_str(viewset.menu_label)
    return said


@pytest.mark.parametrize("gather", [said_in_forms, said_on_panels, said_in_blocks, said_of_models])
def test_everything_is_said_in_latvian_and_in_english(gather):
    with override("en"):
        english = gather()
    with override("lv"):
        latvian = gather()
    alike = [
        f"{where}: {text}"
        for where, text in english.items()
        if latvian[where] == text and text not in ALIKE
    ]

    assert len(english) > 20
    assert alike == []


def test_every_block_has_a_label_of_its_own():
    nameless = [
        path for path, block in stream_blocks() if not isinstance(block.meta.label, Promise)
    ]

    # Wagtail's own, below the label of our figure.
    assert [path for path in nameless if not path.endswith(".image.image")] == []


def make_one(model) -> None:
    """So that its list has columns."""
    lists = factories.make_indexes(factories.make_site())
    partnership = factories.make_partnership(lists["partnership-index"], "pierigas", "Pierīga")
    community = factories.make_community(partnership, "babite", "Babīte")
    if model is Resource:
        factories.make_resource(community)
    elif model is Need:
        Need.objects.create(text="Soliņš", community=community, locale=community.locale)
    elif model is Theme:
        factories.make_theme("vide")


@pytest.mark.django_db
@pytest.mark.parametrize("model", [m for m in own_models() if hasattr(m, "snippet_viewset")])
def test_columns_and_filters_of_records_are_said_in_both_languages(admin_client, model):
    make_one(model)
    address = reverse(model.snippet_viewset.get_url_name("list"))
    said = {}
    for language in ("en", "lv"):
        admin_client.cookies["django_language"] = language
        page = BeautifulSoup(admin_client.get(address).content, "html.parser")
        found = page.select("th, .w-drilldown__toggle, .w-drilldown legend, h1")
        said[language] = {" ".join(one.get_text().split()) for one in found}

    assert said["en"]
    assert said["en"] & said["lv"] <= ALIKE
