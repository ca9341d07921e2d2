"""Outcome sets of two series of people and one of settings on and about edge days, over periods
too; one withdrawn."""

from datetime import date
from itertools import cycle

from tests.crowds.days import CENSUS, EDGES, LONG_AGO, ONE, around, withdrawn
from tests.make.outcomes import outcome_set

SHAPES = (
    (("With a carer", 12), ("Alone", 30), ("Not known", 8)),
    (("With a carer", 0), ("Alone", 3)),
    (("With a carer", 5), ("Alone", 6), ("Abroad", 100)),
)


def build(council, by, every):
    """One set in `every` of the days."""
    shapes, starts = cycle(SHAPES), cycle((None, LONG_AGO, date(2014, 12, 31)))
    days = [day for edge in EDGES for day in around(edge)]
    for number, day in enumerate(sorted({*days, date(2014, 3, 31), date(2015, 3, 1)})):
        if number % every:
            continue
        for title in ("Where care leavers live", "Why children left care"):
            start = next(starts) if title.startswith("Why") else None
            outcome_set(next(shapes), council=council, title=title, to_date=day, from_date=start)
        own = {"title": "Childminders by grade", "unit": "settings"}
        outcome_set(next(shapes), council=council, to_date=day, **own)
    gone = {"to_date": CENSUS + 2 * ONE, **withdrawn(by)}
    outcome_set(council=council, title="Where care leavers live", **gone)
