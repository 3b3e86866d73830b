"""The hub's home page takes the place of the page that Wagtail puts into an empty site."""

from wagtail.models import Page, Site


def welcome_pages():
    """What Wagtail's first migration made: a page of no type of ours at the top."""
    return Page.objects.filter(depth=2, content_type__model="page")


def make_room(root: Page, slug: str) -> None:
    """Let a home page have its slug, although Wagtail's own page has it."""
    for page in welcome_pages().filter(slug=slug or "home"):
        page.slug = f"wagtail-{page.slug}"
        page.save()


def adopt_as_site_root(home: Page) -> None:
    """Make `home` what the site shows first, if it shows Wagtail's page or nothing."""
    welcome = list(welcome_pages())
    Site.objects.filter(root_page__in=welcome).update(root_page=home)
    if not Site.objects.exists():
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    Site.clear_site_root_paths_cache()
    for page in welcome:
        page.delete()
