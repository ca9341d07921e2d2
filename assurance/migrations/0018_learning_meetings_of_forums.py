"""A learning meeting whose forum is one of the council's boards and forums is linked to it by its
name; the name itself stays as it was written."""

from django.db import migrations


def link(apps, schema_editor):
    """Links those that are of no forum yet."""
    forums = apps.get_model("assurance", "Forum").objects.filter(withdrawn_on=None).order_by("-pk")
    named = {(one.council_id, one.title.strip().casefold()): one.pk for one in forums}
    for meeting in apps.get_model("assurance", "LearningMeeting").objects.filter(body=None):
        key = named.get((meeting.council_id, meeting.forum.strip().casefold()))
        if key:
            meeting.body_id = key
            meeting.save(update_fields=["body"])


class Migration(migrations.Migration):
    dependencies = [("assurance", "0017_evidence_followed")]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
