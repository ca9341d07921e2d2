"""What an action had come to on any day, against a diary kept day by day while it changed."""

from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.improvement.rules import actions
from assurance.improvement.rules.actions import faults_of
from tests.cases import random_cases
from tests.sweeping import swept

BEGINS, ONE = date(2017, 1, 1), timedelta(days=1)
RATINGS = ("not_started", "on_track", "at_risk", "done")
IMPACTS = ("not_known", "worse", "no_change", "early", "improving")
LAST = 12


def day(number):
    """The day that comes so many after the first."""
    return BEGINS + number * ONE


def events():
    """What is done to an action on its days: at most one thing of each kind on a day."""
    one = st.tuples(
        st.integers(1, LAST), st.sampled_from(("move", "rate", "impact")), st.integers(0, 11)
    )
    return st.lists(one, max_size=8, unique_by=lambda said: said[:2]).map(sorted)


def lived(doings):
    """An action that was lived through (with its moves, ratings and impacts), and number of a
    day → (due day, rating, impact) as its diary has them at the end of that day."""
    action = SimpleNamespace(
        starts_on=BEGINS, due_on=day(6), done_on=None, status="not_started", impact="not_known",
        withdrawn_on=None,
    )  # fmt: skip
    moves, ratings, impacts, diary = [], [], [], {}
    for number in range(LAST + 2):
        for _, kind, what in (one for one in doings if one[0] == number):
            if kind == "move" and action.status != "done" and day(what) != action.due_on:
                moves.append(
                    SimpleNamespace(moved_on=day(number), from_day=action.due_on, to_day=day(what))
                )
                action.due_on = day(what)
            elif kind == "rate" and RATINGS[what % 4] != action.status:
                ratings.append(SimpleNamespace(changed_on=day(number), from_status=action.status))
                action.status = RATINGS[what % 4]
                action.done_on = day(number) if action.status == "done" else None
            elif kind == "impact" and IMPACTS[what % 5] != action.impact:
                impacts.append(SimpleNamespace(changed_on=day(number), from_impact=action.impact))
                action.impact = IMPACTS[what % 5]
        diary[number] = (action.due_on, action.status, action.impact)
    return action, (moves, ratings, impacts), diary


@given(events())
@random_cases(60)
def test_every_day_reads_as_its_diary(doings):
    action, (moves, ratings, impacts), diary = lived(doings)
    for number, (due, status, impact) in diary.items():
        on = day(number)
        late = due < on and status != "done"
        assert actions.due_at(action, moves, on) == due
        assert actions.impact_at(action, impacts, on) == impact
        assert actions.status_at(action, moves, ratings, on) == ("overdue" if late else status)
        assert actions.overdue(action, moves, ratings, on) is late
    now = diary[LAST + 1][0]
    assert day(6) + actions.slipped(moves) * ONE == now


@given(events(), st.integers(0, LAST + 1))
@random_cases(30)
def test_a_withdrawn_action_and_one_not_begun_are_never_overdue(doings, number):
    action, (moves, ratings, _), _ = lived(doings)
    action.withdrawn_on = day(0)
    assert not actions.overdue(action, moves, ratings, day(number))
    action.withdrawn_on, action.starts_on = None, day(LAST + 2)
    assert not actions.overdue(action, moves, ratings, day(number))


DONE_LATER = {"status": "done", "done_on": day(8), "due_on": day(6)}


@pytest.mark.parametrize(
    ("number", "status", "late"),
    [(0, "not_known", False), (6, "not_known", False), (7, "overdue", True), (8, "done", False),
     (9, "done", False)],
)  # fmt: skip
def test_of_what_came_done_from_a_file_nothing_is_made_up_before_its_day(number, status, late):
    action = SimpleNamespace(starts_on=BEGINS, withdrawn_on=None, **DONE_LATER)
    assert actions.status_at(action, [], [], day(number)) == status
    assert actions.overdue(action, [], [], day(number)) is late
    assert actions.display_status(action, day(number)) == "done"


def test_what_a_page_shows_is_overdue_from_the_day_after():
    for status, number in product(RATINGS, range(4, 9)):
        action = SimpleNamespace(status=status, due_on=day(6))
        late = number > 6 and status != "done"
        assert actions.display_status(action, day(number)) == ("overdue" if late else status)


SAID = {"starts_on": day(2), "due_on": day(6), "next_report_on": None, "owner": "Head of care",
        "status": "on_track", "done_on": None, "evidence": "", "checker": None}  # fmt: skip
DONE = {"status": "done", "done_on": day(5), "evidence": "Minutes", "checker": "Chair"}
STARTS = "The action starts on 3 January 2017"
CHECKED = "An action is checked by a post other than its owner’s: select another post"
EVIDENCED = "Describe the evidence that progress is better than it was rated before"


@swept([
        ({}, "", []),
        ({"due_on": day(2)}, "", []),
        (
            {"due_on": day(1)},
            "",
            [("due_on", f"{STARTS}, so it cannot be due on 2 January 2017: check both dates")],
        ),
        ({"next_report_on": day(2)}, "", []),
        (
            {"next_report_on": day(1)},
            "",
            [("next_report_on", f"{STARTS}: its next report comes on or after it")],
        ),
        ({**DONE}, "on_track", []),
        ({**DONE, "done_on": day(2)}, "on_track", []),
        (
            {**DONE, "done_on": day(1)},
            "on_track",
            [("done_on", (f"{STARTS}, so it cannot have been done on 2 January 2017: "
              "check both dates"))],
        ),
        (
            {**DONE, "done_on": None},
            "",
            [("done_on", "Enter the date the action was done: it is marked as done and checked")],
        ),
        (
            {"done_on": day(5)},
            "",
            [("done_on", ("Only an action that is done and checked has a date it was done: "
              "leave it empty"))],
        ),
        (
            {**DONE, "evidence": " \n"},
            "done",
            [("evidence", "Describe the evidence that the action is done")],
        ),
        (
            {**DONE, "checker": None},
            "",
            [("checker", "Select the post that checked that the action is done")],
        ),
        (
            {**DONE, "checker": "Head of care"},
            "",
            [("checker", CHECKED)],
        ),
        ({"status": "on_track"}, "at_risk", [("evidence", EVIDENCED)]),
        ({"status": "at_risk"}, "overdue", [("evidence", EVIDENCED)]),
        ({"status": "not_started"}, "overdue", [("evidence", EVIDENCED)]),
        ({"status": "at_risk"}, "on_track", []),
        ({"status": "on_track"}, "done", []),
        ({"status": "on_track", "evidence": "Visit"}, "at_risk", []),
    ])  # fmt: skip
def test_an_action_that_does_not_fit_together_is_told_in_these_words(own, before, expected):
    assert actions.faults({**SAID, **own}, before) == expected


def test_faults_are_told_in_the_order_of_the_form():
    wrong = {**SAID, **DONE, "due_on": day(1), "next_report_on": day(0), "done_on": None}
    wrong |= {"evidence": "", "checker": None}
    fields = [field for field, _ in actions.faults(wrong)]
    assert fields == ["due_on", "next_report_on", "done_on", "checker", "evidence"]
    assert set(fields) == set(actions.SPEAKS_OF)


MOVED = "Explain why the due date is moved"
CLOSED = "This action is done: change its progress first, if it is to go on"


@swept(
    [
        ("on_track", {"due_on": day(9), "reason": "A post is empty"}, []),
        ("on_track", {"due_on": day(9), "reason": " "}, [MOVED]),
        ("on_track", {"due_on": day(9)}, [MOVED]),
        ("on_track", {"due_on": day(6)}, []),  # due that day already: nothing to move
        ("on_track", {"due_on": day(2), "reason": "Sooner"}, []),
        (
            "on_track",
            {"due_on": day(1), "reason": "Sooner"},
            [f"{STARTS}, so it cannot be due on 2 January 2017: check both dates"],
        ),
        ("on_track", {"owner": "Chair"}, []),
        ("on_track", {"owner": "Chair", "due_on": day(9)}, [MOVED]),
        ("done", {"due_on": day(9), "reason": "Later"}, [CLOSED]),
        ("done", {"due_on": day(6), "reason": "Later"}, []),
        ("done", {"owner": "Chair"}, [CHECKED]),
        ("done", {"owner": "Deputy"}, []),
        ("done", {"owner": "Chair", "due_on": day(9), "reason": "x"}, [CHECKED, CLOSED]),
        ("done", {}, []),
    ]
)
def test_what_changes_for_many_is_refused_for_each_in_these_words(status, said, expected):
    action = SimpleNamespace(status=status, checker="Chair", starts_on=day(2), due_on=day(6))
    action.withdrawn_on = action.marked_done_on = None
    assert faults_of(action, said) == expected


def test_an_impact_is_rated_better_with_something_to_show_it():
    asked = actions.why_not_impact("worse", "improving", is_shown=False, reason="\t")
    assert asked == (
        "Explain why the difference made is rated better than before, or first attach a file "
        "or link a case audit or a figure that shows it"
    )
    assert actions.why_not_impact("worse", "not_known", is_shown=False, reason="") is None
    assert actions.why_not_impact("worse", "improving", is_shown=True, reason="") is None
    assert set(actions.HOW_GOOD) == set(IMPACTS)
