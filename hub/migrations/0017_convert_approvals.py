"""Approval by an owner's editors in place of approval by groups.

The steps keep their numbers, and with them what waits and what was decided. The coordinators no
longer need the right to publish in the partnerships, with which they could also unpublish.

Apart from the migration that makes the tables: PostgreSQL alters none with changes pending.
"""

from django.db import migrations


def convert_tasks(apps, schema_editor):
    old_task = apps.get_model("wagtailcore", "GroupApprovalTask")
    new_task = apps.get_model("hub", "EditorsApproval")
    content_type, _created = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="hub", model="editorsapproval"
    )
    for owner in apps.get_model("hub", "Owner").objects.exclude(key="hub"):
        for old in old_task.objects.filter(name=f"{owner.key}: editors"):
            old.groups.clear()
            new = new_task(task_ptr_id=old.task_ptr_id, owner=owner)
            new.name, new.active, new.content_type = old.name, old.active, content_type
            new.save()
            old_task.objects.filter(pk=old.pk)._raw_delete(schema_editor.connection.alias)


def take_right_to_publish(apps, schema_editor):
    hub = apps.get_model("hub", "Owner").objects.filter(key="hub").first()
    if hub is None:
        return
    approvals = apps.get_model("hub", "EditorsApproval").objects.values("task_ptr")
    pages = apps.get_model("wagtailcore", "WorkflowPage").objects.filter(
        workflow__workflow_tasks__task__in=approvals
    )
    apps.get_model("wagtailcore", "GroupPagePermission").objects.filter(
        group=hub.editors_id, permission__codename="publish_page", page__in=pages.values("page")
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("hub", "0016_invitations"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [
        migrations.RunPython(convert_tasks, migrations.RunPython.noop),
        migrations.RunPython(take_right_to_publish, migrations.RunPython.noop),
    ]
