"""Children who came and went between two days, from the rows of held returns."""

from datetime import timedelta

from assurance.looked_after.models.positions import return_telling_of
from assurance.looked_after.models.returns import Episode, Return
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.comparison import Movement


def movement_between(council, since, until):
    """The `Movement` after `since` and by `until`, or None where no held rows tell of both days."""
    first, last = (return_telling_of(council, day) for day in (since, until))
    if first is None or last is None:
        return None
    gone, new = counting.change(_children(first, since), _children(last, until))
    at_start = Episode.objects.carried_by(first).children_on(since)
    moved = {"since": since, "until": until, "at_start": at_start}
    moved |= {"gone": len(gone), "new": len(new)}
    if not _every_day_is_told(council, since, until):
        return Movement(**moved)
    after = since + timedelta(days=1)
    carried = Episode.objects.carried_by(first)
    return Movement(
        **moved,
        starts=carried.starting(after, until).count() if after <= until else 0,
        ends=carried.ceasing(after, until).count() if after <= until else 0,
    )


def _children(current, day):
    children = Episode.objects.carried_by(current).counted_on(day).values_list("child", flat=True)
    return set(children)


def _every_day_is_told(council, since, until):
    spans = Return.objects.of(council).active().filter(rows_removed_on__isnull=True)
    values = since
    for first, last in sorted(spans.values_list("covers_from", "covers_to")):
        if first <= values:
            values = max(values, last)
    return values >= until
