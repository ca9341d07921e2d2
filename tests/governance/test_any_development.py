"""Developments of any doings, in any order: pages and figures say what a plain diary of the same
steps says."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import FigureRequest
from assurance.figures.registry import FIGURES
from assurance.governance import operations
from assurance.governance.models.developments import Development
from assurance.records.history import HistoryEntry
from assurance.records.operations import withdraw
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.papers.assembly import records
from tests.cases import written_cases
from tests.cast import make_council, officer

pytestmark = pytest.mark.django_db
FIRST, ONE = date(2015, 1, 5), timedelta(days=1)
STATES = ("planned", "under_way", "done", "partly_done", "not_done", "stopped")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "change", "change", "change", "withdraw")),
        st.integers(0, 3),
        st.sampled_from(STATES),
        st.integers(0, 20),
    ),
    max_size=14,
)


class Diary:
    """What each development had come to, day → state, and whether it was withdrawn."""

    def __init__(self):
        self.told, self.gone = {}, set()

    def may(self, name, state, day):
        """Whether a state from `day` on fits after what is there: the same one moves its day."""
        days = sorted(self.told[name])
        if self.told[name][days[-1]] == state:
            return len(days) == 1 or day > days[-2]
        return day >= days[-1]

    def change(self, name, state, day):
        """Notes a state that may be."""
        last = max(self.told[name])
        if self.told[name][last] == state or last == day:
            del self.told[name][last]
        self.told[name][day] = state

    def counts(self, day):
        """State → how many stood under it at the end of `day`."""
        found = Counter()
        for name, told in self.told.items():
            known = [when for when in told if when <= day]
            if known and name not in self.gone:
                found[told[max(known)]] += 1
        return found


def do(diary, by, step):
    """Does a step by its operation and in the diary, or is refused in both."""
    what, which, state, later = step
    name, day = f"Development {which}", FIRST + later * ONE
    rows = Development.objects.filter(title=name)
    who = {"by": by, "on": FIRST}
    if what == "add":
        said = {"title": name, "kind": "project", "state": state, "state_on": day}
        council = by.council
        fits = name not in diary.told
        if attempt(operations.record_development, council=council, **said, **who):
            diary.told[name] = {day: state}
        else:
            assert not fits
        return
    row = rows.first()
    if row is None or name in diary.gone:
        return
    seen = {"record": row, "version": row.version, **who}
    if what == "withdraw":
        assert attempt(withdraw, because="Entered twice", **seen)
        diary.gone.add(name)
        return
    fits = diary.may(name, state, day)
    assert attempt(operations.change_development, state=state, state_on=day, **seen) is fits
    if fits:
        diary.change(name, state, day)


def attempt(operation, **said):
    """Whether the operation was done; refused, nothing is changed."""
    before = HistoryEntry.objects.count()
    try:
        with transaction.atomic():
            operation(**said)
    except Refused as refused:
        assert refused.sentence
        assert HistoryEntry.objects.count() == before
        return False
    assert HistoryEntry.objects.count() == before + 1
    return True


@pytest.mark.long
@given(STEPS)
@written_cases(6)
def test_figures_say_what_a_diary_of_the_same_steps_says(steps):
    with transaction.atomic():
        by, diary = officer(), Diary()
        for step in steps:
            # Once withdrawn a name is free again, and the diary would take both for one.
            if step[0] == "add" and f"Development {step[1]}" in diary.gone:
                continue
            do(diary, by, step)
        check(diary, by)
        transaction.set_rollback(True)


def check(diary, by):
    """Each figure, list and page against the diary."""
    council = make_council()
    for later in range(-1, 22):
        day = FIRST + later * ONE
        told, asked = diary.counts(day), FigureRequest(council, When.at(day))
        values = FIGURES["developments.by_state"].measure(asked)
        counted = {name: value.count for name, value in values.items() if value.count}
        assert counted == {state: number for state, number in told.items() if number}
        total = FIGURES["developments.total"].measure(asked)[""].count
        assert total == (sum(told.values()) or None)
    standing = {name: told for name, told in diary.told.items() if name not in diary.gone}
    rows = records.listed(council, {"what": "developments", "columns": ["title"]}).rows
    assert sorted(rows) == sorted((name,) for name in standing)
    words = dict(Development.STATES)
    client = Client()
    client.force_login(by)
    for name, told in standing.items():
        slug = name.lower().replace(" ", "-")
        assert records.field_text(council, "development", slug, "state") == words[told[max(told)]]
        row = Development.objects.active().get(slug=slug)
        assert dict(row.states.values_list("from_date", "state")) == told
    page = client.get("/matters/developments/").context
    assert [line["record"].title for line in page["lines"]] == sorted(standing)
