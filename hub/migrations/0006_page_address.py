"""An index that finds pages by their whole address: it is asked for on every page.

PostgreSQL's is a hash: an address may be longer than an entry of its trees.
"""

from django.db import migrations

NAME = "hub_page_url_path"


def add(apps, schema_editor):
    using = "USING hash" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"CREATE INDEX {NAME} ON wagtailcore_page {using} (url_path)")


def remove(apps, schema_editor):
    schema_editor.execute(f"DROP INDEX {NAME}")


class Migration(migrations.Migration):
    dependencies = [("hub", "0005_packrecord"), ("wagtailcore", "0001_initial")]
    operations = [migrations.RunPython(add, remove)]
