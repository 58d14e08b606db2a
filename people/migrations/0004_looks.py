import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_substitutions")]

    operations = [
        migrations.CreateModel(
            name='FileLook',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('application', 'application'), ('stay', 'stay'), ('station', 'station'), ('note', 'weekly note'), ('absences', 'absences and exams'), ('calendar', 'training calendar'), ('certificate', 'certificate')], max_length=12, verbose_name='looked at')),
                ('about', models.CharField(blank=True, max_length=160, verbose_name='about')),
                ('day', models.DateField(verbose_name='day')),
                ('times', models.PositiveIntegerField(default=1, verbose_name='how often')),
                ('last_at', models.DateTimeField(verbose_name='last')),
                ('subject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='looks', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('viewer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='seen by')),
            ],
            options={
                'verbose_name': 'look at a file',
                'verbose_name_plural': 'looks at files',
                'ordering': ['-last_at', '-pk'],
                'indexes': [models.Index(fields=['subject', '-last_at'], name='look_of_person')],
                'constraints': [models.UniqueConstraint(fields=('viewer', 'subject', 'what', 'day'), name='look_once_a_day'), models.CheckConstraint(condition=models.Q(('viewer', models.F('subject')), _negated=True), name='look_by_somebody_else'), models.CheckConstraint(condition=models.Q(('times__gte', 1)), name='look_at_least_once')],
            },
        ),
    ]
