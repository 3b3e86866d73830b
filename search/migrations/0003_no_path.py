"""An entry finds its page by the page's id: where the page lies in the tree is the tree's matter."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0002_engine")]
    operations = [
        migrations.RemoveIndex("entry", "entry_path"),
        migrations.RemoveField("entry", "path"),
    ]
