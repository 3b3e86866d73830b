"""When a thing was published first and last, for feeds; what file a story is told in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_no_path")]
    operations = [
        migrations.AddField("entry", "published_at", models.DateTimeField(null=True)),
        migrations.AddField("entry", "changed_at", models.DateTimeField(null=True)),
        migrations.AddField("entry", "recording", models.JSONField(default=dict)),
        migrations.AddIndex(
            "entry", models.Index(fields=["language", "-published_at"], name="entry_latest")
        ),
    ]
