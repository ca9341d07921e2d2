"""Plans of any actions, done by operations in any order: figures, lists and gaps say what a plain
diary of the same steps says."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from assurance.figures.figure import FigureRequest
from assurance.figures.registry import FIGURES
from assurance.improvement import operations as plans
from assurance.improvement.models.actions import Action, DueChange
from assurance.records import operations
from assurance.records.refusals import Refused
from assurance.reviews.models.findings import Finding
from assurance.runtime.periods import When
from tests.cases import written_cases
from tests.cast import make_council, officer
from tests.make.findings import finding, review
from tests.make.improvements import priority
from tests.make.people import holder, post, posts

pytestmark = pytest.mark.django_db
FIRST = date(2017, 5, 1)
RATINGS = ("not_started", "on_track", "at_risk", "overdue", "done")
KINDS = ("area", "strength", "recommendation", "priority")
STEP = st.tuples(
    st.sampled_from(
        (*["act", "rate", "move"] * 3, "withdraw", "explain", "withdraw_finding", "link")
    ),
    st.integers(0, 7),
    st.integers(0, 40),
)


@dataclass
class Noted:
    """What the diary holds of an action: its due day and rating on each day, and what it answers
    now."""

    starts: date
    due: dict
    rating: dict
    withdrawn: bool = False
    answers: set = field(default_factory=set)

    def at(self, told, day):
        """The last of `told` (day → value) that stood at the end of `day`, or the first there
        was."""
        known = [when for when in sorted(told) if when <= day]
        return told[known[-1]] if known else told[min(told)]

    def came_to(self, day):
        """done, overdue or the rating, at the end of `day`."""
        rating = self.at(self.rating, day)
        if rating == "done":
            return "done"
        return "overdue" if self.at(self.due, day) < day else rating


class Diary:
    """The steps, done by operations and noted by hand."""

    def __init__(self):
        self.council, self.by = make_council(), officer()
        self.under = priority(council=self.council)
        self.head, self.director = posts("Head", "Director", council=self.council)
        self.checker = holder(post=self.director).account
        of = review(council=self.council)
        self.findings = [finding(review=of, kind=kind) for kind in KINDS]
        self.gone, self.explained = set(), set()
        self.day, self.noted, self.moves = FIRST, {}, 0

    def told(self):
        """Who and when."""
        return {"by": self.by, "on": self.day}

    def pick(self, which):
        """One of the standing actions, or None."""
        held = [pk for pk, one in self.noted.items() if not one.withdrawn]
        return Action.objects.get(pk=held[which % len(held)]) if held else None

    def act(self, which, number):
        """A new action that answers the finding picked, due some days after it begins."""
        due, answered = self.day + timedelta(days=number), self.findings[which % len(KINDS)]
        said = {"priority": self.under, "reference": f"A{len(self.noted)}", "text": "Words."}
        said |= {"starts_on": self.day, "due_on": due, "status": "on_track"}
        said |= {"owner": self.head, "findings": [answered] if number % 2 else []}
        row = operations.create(model=Action, council=self.council, **said, **self.told())
        answers = {answered.pk} if number % 2 else set()
        begun = {self.day: due}, {self.day: "on_track"}
        self.noted[row.pk] = Noted(self.day, *begun, answers=answers)

    def rate(self, which, number):
        """Another rating, with evidence; done with its day and a second role."""
        row, status = self.pick(which), RATINGS[number % len(RATINGS)]
        if row is None:
            return
        said = {"status": status, "evidence": "Read.", "done_on": None, "checker": None}
        if status == "done":
            said |= {"done_on": row.done_on or self.day, "checker": self.director}
        said["status_reason"] = "" if row.status == status else "Files were read."
        if status == "done" != row.status:
            self.close(row)
        else:
            plans.change_action(record=row, version=row.version, **said, **self.told())
        self.noted[row.pk].rating[self.day] = status

    def close(self, row):
        """The action marked as done, and checked by another person."""
        values = {"finished_on": self.day, "evidence": "Forty files were read."}
        row = plans.mark_done(record=row, version=row.version, **values, **self.told())
        told = {"checker": self.director, "by": self.checker, "on": self.day}
        plans.confirm_done(record=row, version=row.version, **told)

    def move(self, which, number):
        """Another due day, with its reason; refused of what is done and to the same day."""
        row = self.pick(which)
        if row is None:
            return
        noted, to_day = self.noted[row.pk], row.starts_on + timedelta(days=number % 20)
        allowed = noted.at(noted.rating, self.day) != "done" and to_day != row.due_on
        said = {"to_day": to_day, "reason": f"Reason {self.moves}", **self.told()}
        try:
            plans.move_due(record=row, version=row.version, **said)
        except Refused:
            assert not allowed
        else:
            assert allowed
            noted.due[self.day] = to_day
            self.moves += 1

    def withdraw(self, which, number):
        """An action entered by mistake, taken away now and then."""
        row = self.pick(which)
        if row is not None and number > 30:
            said = {"record": row, "version": row.version, "because": "Twice", **self.told()}
            operations.withdraw(**said)
            self.noted[row.pk].withdrawn = True

    def link(self, which, number):
        """An action that answers another finding from now on."""
        row, other = self.pick(which), self.findings[number % len(KINDS)]
        if row is not None:
            said = {"record": row, "version": row.version, "findings": [other], **self.told()}
            plans.change_action(**said)
            self.noted[row.pk].answers = {other.pk}

    def explain(self, which, number):
        """A reason why there is no action, of the findings that ask for one."""
        one = Finding.objects.get(pk=self.findings[which % len(KINDS)].pk)
        if one.kind != "strength" and one.pk not in self.gone:
            said = {"no_action_because": "Done", "decider": post("Director"), **self.told()}
            operations.change(record=one, version=one.version, **said)
            self.explained.add(one.pk)

    def withdraw_finding(self, which, number):
        """A finding withdrawn, which asks for nothing any more."""
        one = Finding.objects.get(pk=self.findings[which % len(KINDS)].pk)
        if number > 30 and one.pk not in self.gone:
            said = {"record": one, "version": one.version, "because": "Twice", **self.told()}
            operations.withdraw(**said)
            self.gone.add(one.pk)

    def standing(self, day):
        """What is noted of the standing actions that had begun by `day`."""
        return [one for one in self.noted.values() if not one.withdrawn and one.starts <= day]


def counts(diary, key, day):
    """Member → count that a figure says at the end of `day`, nought left out."""
    told = FIGURES[key].measure(FigureRequest(diary.council, When.at(day)))
    return {name: value.count for name, value in told.items() if value.count}


def written_in(steps):
    """The diary of the steps, each some days after the one before."""
    diary = Diary()
    for step, which, number in steps:
        getattr(diary, step)(which, number)
        diary.day += timedelta(days=3)
    return diary


def agrees(diary, day):
    """The four figures of the end of `day` are what the diary says of it."""
    begun = diary.standing(day)
    told = Counter(one.came_to(day) for one in begun)
    assert counts(diary, "actions.total", day).get("", 0) == len(begun)
    assert counts(diary, "actions.by_status", day) == told
    late = [one for one in begun if one.at(one.due, day) < day]
    overdue = sum(one.came_to(day) != "done" for one in late)
    assert counts(diary, "actions.overdue", day).get("", 0) == overdue
    live = {one.pk for one in diary.findings} - diary.gone
    answering = sum(bool(one.answers & live) for one in begun)
    assert counts(diary, "actions.per_finding", day).get("", 0) == answering


@pytest.mark.long
@written_cases(7)
@given(st.lists(STEP, min_size=4, max_size=12))
def test_figures_of_any_day_gaps_and_moves_are_what_the_diary_says(steps):
    with transaction.atomic():
        diary = written_in(steps)
        days = [FIRST + timedelta(days=3 * place) for place in range(-1, len(steps) + 1)]
        for day in (*days, diary.day + timedelta(days=40)):
            agrees(diary, day)
        standing = [one for one in diary.noted.values() if not one.withdrawn]
        answered = set().union(*(one.answers for one in standing))
        asking = {one.pk for one in diary.findings if one.kind != "strength"}
        rows = Action.objects.of(diary.council)
        left = rows.leave_unanswered(Finding.objects.of(diary.council))
        open_ones = asking - diary.gone - diary.explained - answered
        assert {one.pk for one in left} == open_ones
        without = {
            pk
            for pk, one in diary.noted.items()
            if not one.withdrawn and not one.answers - diary.gone
        }
        assert {one.pk for one in rows.without_a_finding()} == without
        reasons = DueChange.objects.order_by("pk").values_list("reason", flat=True)
        assert list(reasons) == [f"Reason {number}" for number in range(diary.moves)]
        for pk, one in diary.noted.items():
            assert Action.objects.get(pk=pk).due_on == one.due[max(one.due)]
        transaction.set_rollback(True)
