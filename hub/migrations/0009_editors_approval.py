import django.db.models.deletion
from django.db import migrations, models


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
    ]
