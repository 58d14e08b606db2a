import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchange", "0006_offers"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name='HostVerdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('listed', 'not judged yet'), ('host_ok', 'suitable'), ('ranked', 'ranked'), ('asked', 'unsuitable, waits for the countersignature'), ('returned', 'returned by the training office'), ('unsuitable', 'unsuitable, countersigned')], default='listed', editable=False, max_length=10, verbose_name='status')),
                ('rank', models.PositiveSmallIntegerField(editable=False, null=True, verbose_name='rank')),
                ('reason', models.CharField(blank=True, choices=[('occupation', 'The occupation does not fit the tasks.'), ('knowledge', 'Knowledge the tasks require is missing, or the course that prepares for them.'), ('level', 'The tasks need what is taught only in a later year of training.'), ('time', 'The tasks cannot be done in the weeks in which the person would be there.'), ('protection', 'The working hours that must be kept cannot be kept at this workplace.'), ('supervision', 'There are not enough people to supervise one more guest in these weeks.')], editable=False, max_length=12, verbose_name='reason')),
                ('judged_at', models.DateTimeField(editable=False, verbose_name='judged at')),
                ('countersigned_at', models.DateTimeField(editable=False, null=True)),
                ('return_reason', models.CharField(blank=True, choices=[('tasks', 'The reason does not follow from the tasks of the offer.'), ('arrange', 'It can be arranged: other hours, another supervisor, preparation before the stay.'), ('another', 'Another reason of the list fits better.')], editable=False, max_length=12, verbose_name='returned because')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='exchange.application', verbose_name='application')),
                ('countersigned_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='countersigned by')),
                ('judged_by', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='judged by')),
                ('offer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='exchange.hostoffer', verbose_name='offer')),
            ],
            options={
                'verbose_name': 'verdict of a host',
                'verbose_name_plural': 'verdicts of hosts',
                'ordering': ['offer', 'rank', 'pk'],
                'constraints': [
                    models.UniqueConstraint(fields=('application', 'offer'), name='verdict_once_per_wish'),
                    models.UniqueConstraint(fields=('offer', 'rank'), name='verdict_rank_once_per_offer'),
                    models.CheckConstraint(condition=models.Q(models.Q(('rank__gte', 1), ('rank__isnull', False), ('status', 'ranked')), models.Q(models.Q(('status', 'ranked'), _negated=True), ('rank__isnull', True)), _connector='OR'), name='verdict_ranked_has_a_rank'),
                    models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['asked', 'unsuitable', 'returned']), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='verdict_unsuitable_has_a_reason'),
                    models.CheckConstraint(condition=models.Q(('countersigned_by', models.F('judged_by')), _negated=True), name='verdict_countersigned_by_somebody_else'),
                    models.CheckConstraint(condition=models.Q(models.Q(('status', 'unsuitable'), _negated=True), ('countersigned_by__isnull', False), _connector='OR'), name='verdict_unsuitable_is_countersigned'),
                ],
            },
        ),
    ]
