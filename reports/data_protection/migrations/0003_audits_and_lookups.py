"""Case audits and answers of the Update Service join what a schedule speaks of, and audits what a
legal hold keeps."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('data_protection', '0002_rows_by_return'),
    ]

    operations = [
        migrations.AlterField(
            model_name='legalhold',
            name='subject',
            field=models.CharField(choices=[('person', 'Person in the DBS register'), ('account', 'Account'), ('child', 'Child in a return'), ('audit', 'Case audit'), ('address', 'E-mail address')], max_length=10),
        ),
        migrations.AlterField(
            model_name='retentionpolicy',
            name='kind',
            field=models.CharField(choices=[('reports', 'Published reports'), ('background', 'Background papers'), ('staff', 'People in the DBS register'), ('lookups', 'Answers of the Update Service'), ('audits', 'Case audits'), ('child_rows', 'Children’s rows, by return'), ('writers', 'Names and addresses of contributors'), ('early', 'Addresses of early readers'), ('outside', 'Addresses of outside approvers'), ('history', 'Personal values in history'), ('access_log', 'Access log'), ('sign_in', 'Sign-in attempts')], max_length=20),
        ),
    ]
