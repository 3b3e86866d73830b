"""An index that finds the pages of one depth: the menu is asked for on every page."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("hub", "0003_municipalities"), ("wagtailcore", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "CREATE INDEX hub_page_depth ON wagtailcore_page (depth)",
            "DROP INDEX hub_page_depth",
        )
    ]
