"""The municipalities of today and those of before July 2021, from `hub/data`."""

import json
from pathlib import Path

from django.db import migrations

FILE = Path(__file__).parent.parent / "data" / "municipalities.json"


def load(apps, schema_editor):
    Municipality = apps.get_model("hub", "Municipality")
    rows = json.loads(FILE.read_text(encoding="utf-8"))
    for row in sorted(rows, key=lambda row: not row["is_current"]):
        successor = row.pop("successor", None)
        if successor:
            row["successor"] = Municipality.objects.get(slug=successor)
        Municipality.objects.update_or_create(slug=row.pop("slug"), defaults=row)


class Migration(migrations.Migration):
    dependencies = [("hub", "0002_kernel")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
