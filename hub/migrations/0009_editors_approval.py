"""Approval by an owner's editors in place of approval by groups.

The steps keep their numbers, and with them what waits and what was decided. The coordinators no
longer need the right to publish in the partnerships, with which they could also unpublish.
"""

import django.db.models.deletion
from django.db import migrations, models


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
        ('hub', '0008_appointment'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='CoordinatorCalled',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('called_at', models.DateTimeField(auto_now_add=True)),
                ('task_state', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.taskstate')),
            ],
        ),
        migrations.CreateModel(
            name='EditorsApproval',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('owner', models.ForeignKey(blank=True, help_text='Whose editors decide; without one, the coordinators do.', null=True, on_delete=django.db.models.deletion.SET_NULL, to='hub.owner', verbose_name='owner')),
            ],
            options={
                'verbose_name': 'approval by the owner’s editors',
                'verbose_name_plural': 'approvals by the owner’s editors',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.RunPython(convert_tasks, migrations.RunPython.noop),
        migrations.RunPython(take_right_to_publish, migrations.RunPython.noop),
    ]
