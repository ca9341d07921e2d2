"""A table of the answers that drafts propose to commitments."""

import django.db.models.deletion
import reports.papers.models.papers
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('papers', '0002_labels_of_dates'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProposedAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('open', 'Open'), ('kept', 'Kept'), ('late', 'Kept late'), ('changed', 'Changed to another day'), ('dropped', 'Dropped'), ('refused', 'Not a commitment')], max_length=10)),
                ('because', models.TextField(blank=True)),
                ('evidence', models.CharField(blank=True, max_length=300)),
                ('answered_on', models.DateField()),
                ('block', models.SlugField(blank=True, max_length=60)),
                ('commitment', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='papers.commitment')),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposed_answers', to='papers.paper')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('commitment', 'paper'), name='answer_proposed_once_in_a_paper'), models.CheckConstraint(condition=models.Q(('state__in', ('open', 'refused')), _negated=True), name='answer_proposed_is_one'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('dropped', 'changed')), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='answer_proposed_with_a_reason')],
            },
            bases=(reports.papers.models.papers.OfPaper, models.Model),
        ),
    ]
