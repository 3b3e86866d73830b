"""When a thing was published first and last, for feeds; what file a story is told in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_no_path")]
    operations = [
        migrations.AddField("entry", "published_at", models.DateTimeField(null=True)),
        migrations.AddField("entry", "changed_at", models.DateTimeField(null=True)),
        # Without a default: SQLite would make the table anew, and drop the engine's triggers.
        migrations.AddField("entry", "recording", models.JSONField(null=True)),
        migrations.AddIndex(
            "entry", models.Index(fields=["language", "-published_at"], name="entry_latest")
        ),
    ]
