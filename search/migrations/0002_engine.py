"""What the database's own engine needs: an FTS5 table, or a vector column with its index."""

from django.db import migrations

from search.engines import postgresql, sqlite


def _execute(schema_editor, name: str) -> None:
    engine = postgresql if schema_editor.connection.vendor == "postgresql" else sqlite
    for statement in getattr(engine, name):
        schema_editor.execute(statement)


def create(apps, schema_editor):
    _execute(schema_editor, "CREATE")


def drop(apps, schema_editor):
    _execute(schema_editor, "DROP")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
