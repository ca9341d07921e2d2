"""Counts name the return that they were made from by the last day that it tells of."""

from django.db import migrations

NAME = "SSDA903 return to {}"


def by_cover(apps, _editor):
    """Names each return by its cover, or the day it was read where that came first."""
    _rename(apps, lambda row: row.year_end, lambda row: min(row.covers_to, row.created_on))


def by_year(apps, _editor):
    """Names each return by the end of its year."""
    _rename(apps, lambda row: min(row.covers_to, row.created_on), lambda row: row.year_end)


def _rename(apps, before, after):
    Census = apps.get_model("looked_after", "Census")
    for row in apps.get_model("looked_after", "Return").objects.all():
        old, new = (NAME.format(f"{day.day} {day:%B %Y}") for day in (before(row), after(row)))
        if old == new:
            continue
        for census in Census.objects.filter(held_return=row):
            census.source = census.source.replace(old, new)
            census.corrected_because = census.corrected_because.replace(old, new)
            census.save(update_fields=["source", "corrected_because"])


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0006_census_differs_because")]
    operations = [migrations.RunPython(by_cover, by_year)]
