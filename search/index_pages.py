"""Placeholder until the catalogue's own is here."""

from hub.pages import HubPage


class CatalogueIndexPage(HubPage):
    gathers: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()

    class Meta:
        abstract = True
