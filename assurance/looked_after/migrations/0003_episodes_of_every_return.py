"""An episode stands once in each return that carried it, no longer once for all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0002_national_code_lists")]
    operations = [
        migrations.RemoveConstraint(model_name="episode", name="episode_start_once"),
        migrations.AddConstraint(
            model_name="episode",
            constraint=models.UniqueConstraint(
                fields=("child", "decom", "held_return"), name="episode_start_once"
            ),
        ),
    ]
