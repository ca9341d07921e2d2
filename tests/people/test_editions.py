"""Positions through any sequence of entering, correcting and withdrawing: at most one is in force,
every edition keeps its numbers, and any day's knowledge can be read again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.operations import positions
from assurance.dbs.rules.positions import AUDIT
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.operations import censuses
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.people.rules import positions_as_known
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from tests.cases import written_cases
from tests.cast import officer
from tests.make import dbs
from tests.make.looked_after import children_looked_after

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
FIRST = date(2016, 1, 18)
SOURCE = "Monthly performance report"
TRIED = written_cases(6, suppress_health_check=[HealthCheck.function_scoped_fixture])
STEPS = st.lists(
    st.tuples(st.sampled_from(("enter", "correct", "correct", "withdraw")), st.integers(0, 400)),
    max_size=9,
)


@dataclass(frozen=True)
class Kind:
    """One kind of position: its model, its three operations, and how its numbers are read."""

    model: type
    enter: Callable
    correct: Callable
    withdraw: Callable
    numbers: Callable


def audit_of(people):
    """What is said of an audit of so many people, all in date."""
    whole = {"needing": people, "at_audit": {"IN_DATE": people}, "source": SOURCE}
    return whole | dict.fromkeys(("at_position", "follow_up", "due"))


def census_of(children):
    """What is said of a census of so many children, of whom no more is known."""
    return EnteredCensus(children, SOURCE, {"placement": {"not_broken_down": children}})


KINDS = {
    "DBS audit": Kind(
        DbsAudit,
        lambda number, **doing: dbs.dbs_audit(**audit_of(number), **doing),
        lambda row, number, **doing: positions.correct_dbs_audit(
            record=row, version=row.version, corrected_because="Late", **audit_of(number), **doing
        ),
        lambda row, **doing: operations.withdraw(
            record=row, version=row.version, because="Of another council", **doing
        ),
        lambda row: (row.needing, row.parts_at(AUDIT)["IN_DATE"]),
    ),
    "census": Kind(
        Census,
        lambda number, **doing: censuses.enter_census(
            cohort=children_looked_after(), day=FIRST, entered=census_of(number), **doing
        ),
        lambda row, number, **doing: censuses.correct(
            record=row, version=row.version, entered=census_of(number), because="Late", **doing
        ),
        lambda row, **doing: operations.withdraw(
            record=row, version=row.version, because="Of another council", **doing
        ),
        lambda row: (row.total, row.as_entered().parts["placement"]["not_broken_down"]),
    ),
}
every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def told_plainly(steps):
    """The numbers of every edition and, after each step, the one in force: reckoned on paper."""
    numbers, in_force, after = [], None, []
    for step, number in steps:
        if (step == "enter" and in_force is None) or (step == "correct" and in_force is not None):
            numbers.append(number)
            in_force = number
        elif step == "withdraw":
            in_force = None
        after.append(in_force)
    return numbers, after


def take(kind, step, number, **doing):
    """Takes one step with the newest edition; gives whether it went through."""
    newest = kind.model.objects.order_by("-edition").first()
    if step != "enter" and newest is None:
        return False
    try:
        if step == "enter":
            kind.enter(number, **doing)
        elif step == "correct":
            kind.correct(newest, number, **doing)
        else:
            kind.withdraw(newest, **doing)
    except Refused as refused:
        assert refused.sentence[0].isupper()
        return False
    return True


@pytest.mark.long
@every_kind
@TRIED
@given(steps=STEPS)
def test_any_sequence_leaves_at_most_one_in_force_and_what_was_known_can_be_read_again(kind, steps):
    numbers, after = told_plainly(steps)
    with transaction.atomic():
        by, told = officer(), HistoryEntry.objects.count()
        went = 0
        for place, (step, number) in enumerate(steps):
            went += take(kind, step, number, by=by, on=FIRST + timedelta(place))
            standing = kind.model.objects.in_force()
            expected = [] if after[place] is None else [(after[place], after[place])]
            assert [kind.numbers(row) for row in standing] == expected
        rows = kind.model.objects.order_by("edition")
        assert [row.edition for row in rows] == list(range(1, len(numbers) + 1))
        assert [kind.numbers(row) for row in rows] == [(one, one) for one in numbers]
        assert HistoryEntry.objects.count() == told + went
        for place, known in enumerate(after):
            with positions_as_known(FIRST + timedelta(place)):
                found = [kind.numbers(row)[0] for row in kind.model.objects.in_force()]
            assert found == ([] if known is None else [known])
        with positions_as_known(FIRST - timedelta(1)):
            assert not kind.model.objects.in_force().exists()
        transaction.set_rollback(True)


@every_kind
def test_of_two_people_who_correct_one_edition_the_second_is_told_and_nothing_is_lost(kind):
    by = officer()
    seen_by_both = kind.enter(30, by=by, on=FIRST)
    kind.correct(seen_by_both, 31, by=by, on=FIRST)
    with pytest.raises((EditConflict, Refused)):
        kind.correct(seen_by_both, 32, by=by, on=FIRST)
    assert sorted(kind.numbers(row)[0] for row in kind.model.objects.all()) == [30, 31]
    assert kind.numbers(kind.model.objects.in_force().get()) == (31, 31)


@every_kind
def test_of_two_people_one_of_whom_withdraws_the_other_is_told(kind):
    by = officer()
    seen_by_both = kind.enter(30, by=by, on=FIRST)
    kind.withdraw(seen_by_both, by=by, on=FIRST)
    with pytest.raises(Refused):
        kind.correct(seen_by_both, 31, by=by, on=FIRST)
    with pytest.raises(EditConflict) as changed:
        kind.withdraw(seen_by_both, by=by, on=FIRST)
    assert changed.value.newer.is_withdrawn
    assert kind.model.objects.count() == 1
