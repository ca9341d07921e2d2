"""A return that was withdrawn by mistake comes back exactly as it stood, whatever is held beside
it."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from assurance.figures.figure import FigureRequest
from assurance.looked_after.figures import FIGURES
from assurance.looked_after.models.censuses import Census, UnitCost
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.replaced import ReplacedReturn, why_not_take_back
from assurance.looked_after.models.returns import Child, Return
from assurance.looked_after.models.withdrawn import WithdrawnReturn
from assurance.looked_after.operations import returns
from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import When, this_moment
from reports.service.retention import forget_due
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.imports.registers import everything
from tests.make import compared
from tests.make.looked_after import whole_return

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 1)
TRIED = written_cases(suppress_health_check=[HealthCheck.function_scoped_fixture])
YEARS = (2016, 2017, 2018)
CHILDREN = [f"{n},1,05/05/{2001 + n},WBRI,,," for n in range(4)]
# Of one return: the year that it closes, who began to be looked after how many days into it and
# whose UASC file says until when.
STAYS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 360)), min_size=1, max_size=4)
MARKS = st.dictionaries(st.integers(0, 3), st.sampled_from(("", "05/05/2018", "01/09/2019")))
RETURNS = st.lists(
    st.tuples(st.sampled_from(YEARS), STAYS, MARKS, st.booleans()), min_size=1, max_size=4
)


def written(child, start):
    """A line of the episodes file: one that is open since `start`."""
    return f"{child},{start:%d/%m/%Y},S,C2,N1,U4,PR4,,,,,,"


def files(year, stays, marks):
    """The return of a year, with somebody who comes in March so that all of it is told."""
    opens = date(year - 1, 4, 1)
    lines = {(child, opens + timedelta(days)): None for child, days in dict(stays).items()}
    lines[9, date(year, 3, 15)] = None
    marked = [f"{child},1,05/05/{2001 + child},{until}" for child, until in marks.items()]
    return whole_return(*(written(*line) for line in lines), children=CHILDREN, uasc=marked)


def read(whole, by):
    """The return of the files, or None where the same were read already."""
    council = make_council()
    if Return.objects.read_from(council, whole.fingerprint).exists():
        return None
    return returns.read_return(council=council, whole=whole, by=by, on=ON)


def held(drawn, by):
    """Every return that was drawn, read; some with what they offer put in force."""
    rows = []
    for year, stays, marks, takes in drawn:
        record = read(files(year, stays, marks), by)
        rows += [record] if record else []
        if record and takes and record.offers.open().exists():
            returns.take_offers(record=record, by=by, on=ON)
    return rows


def withdrawn(record, by):
    record = Return.objects.get(pk=record.pk)
    values = {"version": record.version, "because": "The wrong year", "by": by, "on": ON}
    return returns.withdraw_return(record=record, **values)


def undone(record, by, **more):
    record = Return.objects.get(pk=record.pk)
    values = {"version": record.version, "at": this_moment(), "by": by, "on": ON, **more}
    return returns.undo_withdrawal(record=record, **values)


def tables():
    """Every row of every table but the version of a return."""
    rows = everything()
    for row in rows["looked_after.Return"]:
        del row["version"]
    return rows


def figures():
    """What every figure of looked-after children says of three days."""
    query = [FigureRequest(make_council(), When.at(date(year, 3, 31)), None) for year in YEARS]
    said = {(one.key, asked.when): one.measure(asked) for one in FIGURES for asked in query}
    return {
        key: {member: (value.count, value.base, value.mark) for member, value in values.items()}
        for key, values in said.items()
    }


@TRIED
@given(drawn=RETURNS, which=st.integers(0, 3))
def test_withdrawing_a_return_and_undoing_it_leaves_every_table_and_figure_as_it_was(drawn, which):
    with transaction.atomic():
        by = officer()
        rows = held(drawn, by)
        record = rows[which % len(rows)]
        census = record.censuses.in_force().first()
        if census:
            UnitCost.objects.create(census=census, group="kin", pounds=9, source="Finance")
            compared.location(census=census, children=1)
        before, told = tables(), figures()
        gone = withdrawn(record, by)
        assert not gone.censuses.in_force().exists() and tables() != before
        entries = HistoryEntry.objects.count()
        undone(record, by)
        assert tables() == before
        assert figures() == told
        assert HistoryEntry.objects.count() == entries + 1
        assert history_chain.damage(make_council().slug) is None
        transaction.set_rollback(True)


@pytest.mark.long
@TRIED
@given(drawn=RETURNS, order=st.permutations(range(4)))
def test_what_was_withdrawn_last_is_undone_first_as_often_as_anybody_likes(drawn, order):
    with transaction.atomic():
        by = officer()
        rows = held(drawn, by)
        states = []
        for place in [place for place in order if place < len(rows)]:
            states.append((rows[place], tables()))
            withdrawn(rows[place], by)
        for record, before in reversed(states):
            undone(record, by)
            kept = {"looked_after.WithdrawnReturn", "looked_after.ReplacedReturn"}
            assert {k: v for k, v in tables().items() if k not in kept} == {
                k: v for k, v in before.items() if k not in kept
            }
        assert tables() == states[0][1]
        transaction.set_rollback(True)


def in_force():
    """Day → total and every count of the census in force."""
    return {
        census.date: (
            census.total,
            {(one.breakdown, one.member): one.children for one in census.counts.all()},
        )
        for census in Census.objects.in_force()
    }


@pytest.mark.long
@TRIED
@given(drawn=RETURNS, which=st.integers(0, 3), year=st.sampled_from(YEARS), days=STAYS)
def test_a_return_read_in_its_place_is_withdrawn_and_the_first_comes_back(drawn, which, year, days):
    with transaction.atomic():
        by = officer()
        rows = held(drawn, by)
        record = rows[which % len(rows)]
        before = in_force()
        withdrawn(record, by)
        newer = read(files(year, days, {0: ""}), by)
        if newer:
            withdrawn(newer, by)
        undone(record, by)
        assert in_force() == before
        transaction.set_rollback(True)


def test_a_count_that_replaced_that_of_the_returned_one_stays_in_force():
    by = officer()
    first, _ = held(ANOTHER_YEAR_IN_ITS_PLACE, by)
    before = in_force()
    withdrawn(first, by)
    withdrawn(read(files(2016, [(0, 0)], {0: ""}), by), by)
    undone(first, by)
    assert in_force() == before


def test_its_history_says_once_what_came_back_and_what_went():
    by = officer()
    first, second = held(ONE_AFTER_THE_OTHER, by)
    withdrawn(second, by)
    undone(second, by)
    entry = HistoryEntry.objects.about(second).first()
    assert entry.what == "looked_after.undo_withdrawal"
    assert entry.changes["withdrawn_on"] == {"from": ON.isoformat(), "to": None}
    told = [entry.changes[name]["to"] for name in ("censuses_restored", "censuses_removed")]
    # On 30 April there is another child, in May one begins who had not.
    assert told == ["30 April 2017, 31 May 2017"] * 2
    assert not first.censuses.in_force().filter(date=date(2017, 4, 30)).exists()


# Two returns of one year; the second counts one child more in April, and is put in force.
ONE_AFTER_THE_OTHER = (
    (2018, [(1, 0), (2, 40)], {1: ""}, False),
    (2018, [(1, 0), (2, 10)], {1: "05/05/2018"}, True),
)
# The second, of the year after, counts the last day of the first otherwise, and is put in force.
ANOTHER_YEAR_IN_ITS_PLACE = (
    (2016, [(1, 0)], {1: ""}, False),
    (2017, [(1, 0)], {1: ""}, True),
)
TWO_YEARS = ((2017, [(1, 0)], {1: ""}, False), (2018, [(1, 0)], {1: "05/05/2018"}, False))


def test_a_return_of_another_year_read_since_keeps_what_it_said_of_the_same_child():
    by = officer()
    [first] = held(TWO_YEARS[:1], by)
    withdrawn(first, by)
    [later] = held(((2019, [(1, 0)], {1: "01/09/2019"}, False),), by)
    child = Child.objects.get(uasc_marks__held_return=first)
    assert (child.uasc, child.uasc_until) == (True, date(2019, 9, 1))
    undone(first, by)
    child.refresh_from_db()
    assert (child.uasc, child.uasc_until) == (True, date(2019, 9, 1))
    # What it had found is no longer what it would find, so it is not taken back by that.
    assert "no longer kept" in why_not_take_back(later)
    withdrawn(later, by)
    child.refresh_from_db()
    assert (child.uasc, child.uasc_until) == (True, None)


def test_what_is_kept_for_it_goes_with_the_day_and_with_the_rows():
    by = officer()
    first, second = held(TWO_YEARS, by)
    withdrawn(second, by)
    assert WithdrawnReturn.objects.get().held_return == second
    assert [row.held_return for row in second.set_aside.all()] == [second]
    assert forget_due(by=by, on=ON) == []
    WithdrawnReturn.objects.update(kept_until=this_moment() - timedelta(seconds=1))
    assert forget_due(by=by, on=ON) == [f"{second}: earlier values removed"]
    assert HistoryEntry.objects.latest("seq").what == "looked_after.forget_withdrawn"
    assert not WithdrawnReturn.objects.exists() and not second.set_aside.exists()
    assert forget_due(by=by, on=ON) == []
    withdrawn(first, by)
    first.refresh_from_db()
    returns.remove_rows(record=first, version=first.version, by=by, on=ON)
    assert not WithdrawnReturn.objects.exists() and not ReplacedReturn.objects.exists()


def test_what_stands_beside_is_as_before_while_it_can_be_undone():
    by = officer()
    first, second = held(ONE_AFTER_THE_OTHER, by)
    day = date(2017, 4, 30)
    withdrawn(second, by)
    back = Census.objects.in_force().get(date=day)
    assert (back.held_return, back.total) == (first, 1)
    assert not CountOffer.objects.open().filter(held_return=second).exists()
    assert "withdrawn since" in why_not_take_back(first)
    undone(second, by)
    assert Census.objects.in_force().get(date=day).held_return == second
