"""Whole returns of lives that hang together: their movements balance, the order of their rows and
files says nothing, and they may be read twice, late or in two halves.
"""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Child, Return
from assurance.looked_after.operations import definitions, returns
from assurance.looked_after.rules.counts import describing, whole_years
from assurance.looked_after.rules.days import month_ends
from assurance.looked_after.rules.notices import notices
from assurance.looked_after.rules.return_files import read
from assurance.looked_after.rules.returns import cover_of, put_together
from assurance.records.refusals import Refused
from tests.cases import random_cases
from tests.cast import make_council, officer
from tests.looked_after.measures import counts
from tests.make.looked_after import EPISODES, HEADER, csv
from tests.make.people import LONG_AGO

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
OPENING, YEAR_END = date(2017, 3, 31), date(2018, 3, 31)
MONTHS = month_ends(OPENING + timedelta(1), YEAR_END)
ON = date(2018, 6, 1)
TRIED = random_cases(3, suppress_health_check=[HealthCheck.function_scoped_fixture])
PLACES = st.sampled_from((("U4", "PR4"), ("U1", ""), ("K2", "PR2"), ("P1", "PR0"), ("H5", "")))
# How long each episode lasts, whether another follows on the same day, and where it was.
STAYS = st.lists(st.tuples(st.integers(1, 200), st.booleans(), PLACES), min_size=1, max_size=5)
LIVES = st.lists(st.tuples(st.integers(0, 500), STAYS), min_size=1, max_size=4)


def written(child, starts, why, place, ends, reason):
    """A line of the episodes file."""
    last = f"{ends:%d/%m/%Y}" if ends else ""
    cells = (child, f"{starts:%d/%m/%Y}", why, "C2", "N1", *place, last, reason if ends else "")
    return ",".join((*cells, "", "", "", ""))


def lines_of(child, begins, stays):
    """One child's episodes: each follows the one before on its last day, or a month after it."""
    lines, starts, why = [], OPENING - timedelta(300) + timedelta(begins), "S"
    for length, goes_on, place in stays:
        ends = starts + timedelta(length)
        if ends > YEAR_END:
            return [*lines, written(child, starts, why, place, None, "")]
        lines.append(written(child, starts, why, place, ends, "X1" if goes_on else "E4A"))
        starts, why = (ends, "P") if goes_on else (ends + timedelta(31), "S")
        if starts > YEAR_END:
            break
    if lines[-1].split(",")[8] == "X1":
        # What goes on has to go on with something.
        lines.append(written(child, starts, why, ("K2", "PR2"), None, ""))
    return lines


def files_of(lives):
    """The lines of the header and of the episodes file, with somebody on the year's last day."""
    header = [f"{n},{1 + n % 2},{1 + n:02}/03/20{5 + n:02},WBRI,,," for n in range(len(lives) + 1)]
    late = written(str(len(lives)), YEAR_END, "S", ("U1", ""), None, "")
    episodes = [line for n, life in enumerate(lives) for line in lines_of(str(n), *life)]
    return header, [*episodes, late]


def whole(header, episodes, turned=False):
    """The return of these lines; `turned` gives its files in the other order."""
    files = [("header.csv", csv(HEADER, *header)), ("episodes.csv", csv(EPISODES, *episodes))]
    return put_together([read(*file) for file in (files[::-1] if turned else files)])


def bring(told, council=None, **said):
    """Brings a return in."""
    said = {"by": officer(council), "on": ON, **said}
    return returns.read_return(council=council or make_council(), whole=told, **said)


def said_by(council):
    """Day → total and every count of the census in force."""
    return {
        census.date: (
            census.total,
            {(one.breakdown, one.member): one.children for one in census.counts.all()},
        )
        for census in Census.objects.in_force().filter(council=council)
    }


def looked_after_on(day, episodes):
    """Child → the episode that describes the child, told by going through every row."""
    children = {row.child for row in episodes}
    found = {
        child: describing([r for r in episodes if r.child == child], day) for child in children
    }
    return {child: row for child, row in found.items() if row}


@pytest.mark.long
@TRIED
@given(lives=LIVES, chance=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_changes_no_census(lives, chance):
    header, episodes = files_of(lives)
    told = whole(header, episodes)
    chance.shuffle(header)
    chance.shuffle(episodes)
    again = whole(header, episodes, turned=True)
    with transaction.atomic():
        here, there = make_council(), make_council("elsewhere")
        bring(told, here)
        bring(again, there)
        assert said_by(here) == said_by(there)
        transaction.set_rollback(True)
    kinds = [
        sorted((one.kind, one.count) for one in notices(some, cover_of(some.episodes), {}))
        for some in (told, again)
    ]
    assert kinds[0] == kinds[1]


@TRIED
@given(lives=LIVES, which=st.integers(0, 99), times=st.integers(1, 3))
def test_a_row_that_stands_several_times_counts_once_and_is_told(lives, which, times):
    header, episodes = files_of(lives)
    repeated = [*episodes, *[episodes[which % len(episodes)]] * times]
    told = whole(header, repeated)
    assert told.faults == ()
    assert {(one.kind, one.count) for one in told.notices} == {("repeated", times)}
    rows = [row[1:] for row in told.episodes]
    assert rows == [row[1:] for row in whole(header, episodes).episodes]


@pytest.mark.long
@TRIED
@given(lives=LIVES)
def test_the_same_files_are_refused_and_once_withdrawn_give_the_same_again(lives):
    told = whole(*files_of(lives))
    with transaction.atomic():
        held = bring(told)
        once = said_by(held.council)
        rows = held.episodes.count(), Child.objects.count()
        with pytest.raises(Refused, match="nothing has changed"):
            bring(told)
        assert (said_by(held.council), Return.objects.count()) == (once, 1)
        returns.withdraw_return(record=held, version=1, because="A trial", by=officer(), on=ON)
        assert said_by(held.council) == {}
        again = bring(told)
        assert said_by(held.council) == once
        assert (again.episodes.count(), Child.objects.count()) == rows
        transaction.set_rollback(True)


@pytest.mark.long
@TRIED
@given(lives=LIVES)
def test_an_extract_of_half_the_year_before_the_whole_changes_nothing_of_the_whole(lives):
    header, episodes = files_of(lives)
    half = date(2017, 9, 30)
    early = [
        line for line, row in zip(episodes, whole(header, episodes).episodes, strict=True)
        if row.decom <= half
    ]  # fmt: skip
    with transaction.atomic():
        here, there = make_council(), make_council("elsewhere")
        if early:
            bring(whole(header, early), here, covers_to=half)
        bring(whole(header, episodes), here)
        bring(whole(header, episodes), there)
        assert said_by(here) == said_by(there)
        transaction.set_rollback(True)


def movements_account_for_every_change():
    """Holds each month against the one before it."""
    at = counts("children", OPENING)[""]
    for end in MONTHS:
        started = counts("started", end, start=end.replace(day=1))[""]
        ceased = counts("ceased", end, start=end.replace(day=1))[""]
        before, at = at, counts("children", end)[""]
        assert before + started - ceased == at, end


CUTS = st.sets(st.integers(1, 17), max_size=4).map(lambda some: [0, *sorted(some)])


@pytest.mark.long
@TRIED
@given(lives=LIVES, cuts=CUTS)
def test_movements_balance_and_bands_drawn_later_divide_who_was_counted_before(lives, cuts):
    told = whole(*files_of(lives))
    born = {child: row.dob for child, row in told.children.items()}
    ends = [*(cut - 1 for cut in cuts[1:]), None]
    bands = [(f"from-{a}", f"From {a}", a, z) for a, z in zip(cuts, ends, strict=True)]
    with transaction.atomic():
        held = bring(told)
        kept = said_by(held.council)
        movements_account_for_every_change()
        usual = {day: counts("age_band", day) for day in MONTHS[::4]}
        definitions.set_age_bands(
            council=held.council, bands=bands, from_date=LONG_AGO, by=officer(), on=ON
        )
        for day in usual:
            described = looked_after_on(day, told.episodes)
            ages = [whole_years(born[child], day) for child in described]
            expected = {
                slug: sum(a <= age and (z is None or age <= z) for age in ages)
                for slug, _, a, z in bands
            }
            assert counts("local_age_band", day) == expected
            assert sum(expected.values()) == counts("children", day)[""]
            assert counts("age_band", day) == usual[day]
        assert said_by(held.council) == kept, "what was counted stays as it was counted"
        transaction.set_rollback(True)
