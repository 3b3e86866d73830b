"""The root of the tree of pages heads the editors' explorer: it bears the hub's name, not „Root”."""

from django.db import migrations

NAME = "KOPA"


def name_it(apps, schema_editor):
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title="Root")
    root.update(title=NAME, draft_title=NAME)


class Migration(migrations.Migration):
    dependencies = [("hub", "0006_page_address")]
    operations = [migrations.RunPython(name_it, migrations.RunPython.noop)]
