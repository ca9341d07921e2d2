"""Whole returns made at random, read through the product and counted again in plain Python.

The days are few and near each other, so that every kind of edge meets every other.
"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.replaced import ReplacedReturn
from assurance.looked_after.models.returns import Child, Episode
from assurance.looked_after.operations import returns
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules.returns import why_not_read
from assurance.records.history import CommandLine
from assurance.runtime.periods import end_of_month
from tests.cases import written_cases
from tests.cast import make_council
from tests.looked_after.measures import counts
from tests.make.looked_after import whole_return

YEAR_END = date(2018, 3, 31)
# The days of a fortnight around a month's end, and the last of the year.
FIRST, LAST = date(2018, 2, 24), date(2018, 3, 31)
DAYS = st.integers(0, 14).map(lambda more: FIRST + timedelta(days=more))
ENDS = st.one_of(st.none(), st.integers(0, 20))
STATUSES = st.sampled_from(("C2", "E1", "V2", "V3", "V4"))
PLACES = st.sampled_from((("U4", "PR4"), ("U1", ""), ("K2", "PR2"), ("S1", "PR1"), ("T0", "")))
ASKED = [FIRST, date(2018, 2, 28), date(2018, 3, 1), date(2018, 3, 5), LAST]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def written(child, start, length, status, place, reason):
    """A line of the episodes file."""
    end = start + timedelta(days=length) if length is not None else None
    ended = (f"{end:%d/%m/%Y}", reason) if end else ("", "")
    code, provider = place
    return ",".join(
        (child, f"{start:%d/%m/%Y}", "S", status, "N1", code, provider, *ended, "", "", "", "")
    )


EPISODES = st.builds(
    written,
    child=st.sampled_from("12345"),
    start=DAYS,
    length=ENDS,
    status=STATUSES,
    place=PLACES,
    reason=st.sampled_from(("X1", "E4A")),
)


def one_start_each(lines):
    """The lines without a second of one child and start, which a return is refused for."""
    return list({tuple(line.split(",")[:2]): line for line in lines}.values())


def born(child):
    """A line of the header file."""
    return f"{child},1,{int(child):02}/03/201{child},WBRI,,,"


def looked_after(episodes, day):
    """The describing episode of each child at `day`."""
    found = (
        counting.describing([row for row in episodes if row.child == child], day)
        for child in {row.child for row in episodes}
    )
    return [row for row in found if row]


CROWDS = st.lists(EPISODES, min_size=1, max_size=12).map(one_start_each)
TRIED = written_cases(5, suppress_health_check=[HealthCheck.function_scoped_fixture])


def bring(lines):
    """The return of these lines, with its last line late enough to make the year whole."""
    late = written("9", LAST, None, "C2", ("R5", ""), "")
    children = [born(child) for child in "12345"] + ["9,2,05/05/2003,OOTH,,,"]
    whole = whole_return(*lines, late, children=children)
    held = returns.read_return(
        council=make_council(), whole=whole, as_at=ASKED, by=CommandLine("test"), on=YEAR_END
    )
    return whole, held


def take_away(held):
    """Removes what a trial left, so that the next begins with nothing."""
    ReplacedReturn.objects.all().delete()
    CountOffer.objects.all().delete()
    Episode.objects.all().delete()
    Child.objects.all().delete()
    for census in Census.objects.all():
        census.counts.all().delete()
    Census.objects.all().delete()
    held.delete()


def counted_as_plain_python_counts(whole):
    """Holds each day asked for, and each two of them, against the rows."""
    there = {day: looked_after(whole.episodes, day) for day in ASKED}
    for day, described in there.items():
        assert counts("children", day) == {"": len(described)}
        placed = counts("placement", day)
        assert placed["agency_foster"] == sum(row.place == "U4" for row in described)
        assert placed["foster_relative"] == sum(row.place == "U1" for row in described)
        outside = [row for row in described if (row.place, row.place_provider) == ("K2", "PR2")]
        assert counts("external_residential", day) == {"": len(outside)}
        for breakdown in ("placement", "age_band", "legal_status", "sex"):
            assert sum(counts(breakdown, day).values()) == len(described)
    for earlier, later in pairwise(ASKED):
        before, after = ({row.child for row in there[day]} for day in (earlier, later))
        gone, new = counting.change(before, after)
        assert len(there[earlier]) - len(gone) + len(new) == len(there[later])


def moved_as_plain_python_counts(whole):
    """Holds what began and ended in two months against the rows."""
    for end in (date(2018, 2, 28), YEAR_END):
        first = end.replace(day=1)
        assert end == end_of_month(first)
        for name, moves in (("started", counting.starts_period), ("ceased", counting.ends_period)):
            moved = sum(moves(row, first, end) for row in whole.episodes)
            assert counts(name, end, start=first) == {"": moved}


@pytest.mark.long
@TRIED
@given(lines=CROWDS)
def test_every_crowd_is_counted_as_plain_python_counts_it(lines):
    whole, held = bring(lines)
    counted_as_plain_python_counts(whole)
    moved_as_plain_python_counts(whole)
    pseudonyms = set(Child.objects.values_list("pseudonym", flat=True))
    assert not pseudonyms & set("123459"), "nothing that is kept names a child"
    assert all(len(one) == 64 for one in pseudonyms)
    take_away(held)


@pytest.mark.long
@TRIED
@given(lines=CROWDS, again=CROWDS)
def test_a_second_return_of_the_year_speaks_alone_for_its_days_once_its_counts_are_taken(
    lines, again
):
    told, first = bring(lines)
    whole, second = None, None
    if why_not_read(whole_return(*again), False) is None and set(again) != set(lines):
        whole, second = bring(again)
        for day in ASKED:
            assert counts("children", day) == {"": len(looked_after(told.episodes, day))}
        for offer in second.offers.all():
            returns.take_offer(record=offer, by=CommandLine("test"), on=YEAR_END)
        for day in ASKED:
            assert counts("children", day) == {"": len(looked_after(whole.episodes, day))}
        take_away(second)
    take_away(first)
