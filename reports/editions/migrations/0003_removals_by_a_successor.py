"""What a correction took away for a person’s sake names its successor, and stays away."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editions', '0002_editions_never_change'),
        ('papers', '0007_released_numbers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='editionremoval',
            name='successor',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='editions.edition'),
        ),
        migrations.AddConstraint(
            model_name='editionremoval',
            constraint=models.CheckConstraint(condition=models.Q(('successor__isnull', True), models.Q(('decision', 'undone'), _negated=True), _connector='OR'), name='edition_removal_by_a_successor_stays'),
        ),
    ]
