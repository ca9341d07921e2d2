"""Gives each return the rows that newer ones had taken over from it, as its counts read them."""

from django.db import migrations
from django.db.models import F, OuterRef, Q, Subquery

BATCH = 500
FIELDS = (
    *("line", "decom", "rne", "ls", "cin", "place", "place_provider", "dec", "rec"),
    *("reason_place_change", "child_id"),
)


def give(apps, schema_editor):
    Return, Episode = (apps.get_model("looked_after", name) for name in ("Return", "Episode"))
    given = []
    for held in Return.objects.filter(withdrawn_on=None, rows_removed_on=None):
        newer = Return.objects.filter(
            Q(covers_to__gt=held.covers_to) | Q(covers_to=held.covers_to, pk__gt=held.pk),
            council=held.council_id,
        )
        if gone := _gone(newer, held):
            # Rows of it went with that one, so that it could not be counted from any more.
            held.episodes.all().delete()
            Return.objects.filter(pk=held.pk).update(rows_removed_on=gone)
            continue
        rows = Episode.objects.filter(held_return__in=newer.filter(withdrawn_on=None))
        given += [Episode(held_return=held, **row) for row in rows.values(*FIELDS)]
    Episode.objects.bulk_create(given, batch_size=BATCH)
    # What a return replaced is rows of others, which stand again: only one alone is put back.
    several = Return.objects.filter(council=OuterRef("held_return__council")).order_by("pk")
    apps.get_model("looked_after", "ReplacedReturn").objects.annotate(
        first=Subquery(several.values("pk")[:1]),
        last=Subquery(several.reverse().values("pk")[:1]),
    ).exclude(first=F("last")).delete()


def _gone(newer, held):
    for item in newer:
        gone = item.withdrawn_on or item.rows_removed_on
        if gone and (item.pk > held.pk or gone > held.created_on):
            return gone
    return None


def take(apps, schema_editor):
    Episode = apps.get_model("looked_after", "Episode")
    newest = (
        Episode.objects.filter(child=OuterRef("child"), decom=OuterRef("decom"))
        .order_by(
            F("held_return__withdrawn_on").asc(nulls_first=True),
            "-held_return__covers_to",
            "-held_return",
        )
        .values("pk")[:1]
    )
    late = Episode.objects.annotate(newest=Subquery(newest)).exclude(pk=F("newest"))
    Episode.objects.filter(pk__in=list(late.values_list("pk", flat=True))).delete()


class Migration(migrations.Migration):
    dependencies = [("looked_after", "0003_episodes_of_every_return")]
    operations = [migrations.RunPython(give, take)]
