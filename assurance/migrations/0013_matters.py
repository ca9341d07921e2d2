from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assurance", "0012_reviews_and_plans_followed")]

    operations = []
