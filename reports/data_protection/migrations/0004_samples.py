"""Cases of random samples join what a schedule speaks of."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('data_protection', '0003_audits_and_lookups'),
    ]

    operations = [
        migrations.AlterField(
            model_name='retentionpolicy',
            name='kind',
            field=models.CharField(choices=[('reports', 'Published reports'), ('background', 'Background papers'), ('staff', 'People in the DBS register'), ('lookups', 'Answers of the Update Service'), ('audits', 'Case audits'), ('samples', 'Cases of random samples'), ('child_rows', 'Children’s rows, by return'), ('writers', 'Names and addresses of contributors'), ('early', 'Addresses of early readers'), ('outside', 'Addresses of outside approvers'), ('history', 'Personal values in history'), ('access_log', 'Access log'), ('sign_in', 'Sign-in attempts')], max_length=20),
        ),
    ]
