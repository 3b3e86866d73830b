"""The fullest page of each type in each language: the demo's best examples."""

from django.apps import apps
from wagtail.models import Locale

from communities.models import Resource
from hub.catalogue import plain_text
from hub.navigation import home_address
from hub.pages import HubPage


def fullest_pages() -> dict[str, str]:
    """Addresses by type and language: „method-lv”."""
    addresses = {}
    for locale in Locale.objects.all():
        language = locale.language_code
        home = home_address(language)
        for model in apps.get_models():
            if issubclass(model, HubPage):
                pages = model.objects.live().filter(locale=locale)
                if page := max(pages, key=_length, default=None):
                    addresses[f"{model.pack_type}-{language}"] = page.url
        resources = Resource.objects.public().filter(locale=locale)
        if resource := max(resources, key=_length, default=None):
            inventory = addresses[f"resource-index-{language}"]
            addresses[f"resource-{language}"] = f"{inventory}{resource.pk}-{resource.slug}/"
        addresses[f"search-{language}"] = f"{home}search/?q=LEADER"
        addresses[f"nothing-found-{language}"] = f"{home}search/?q=zilonis"
        addresses[f"missing-{language}"] = f"{home}tadas-lapas-nav/"
    return addresses


def _length(thing) -> int:
    return len(plain_text(thing, getattr(thing, "catalogue_text", ())))
