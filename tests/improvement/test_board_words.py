"""What a board is told of each change, on the days around its meetings, from rows made by hand."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from types import SimpleNamespace

import pytest

from assurance.improvement.models.actions import Action
from assurance.improvement.rules import board
from tests.sweeping import swept

ONE = timedelta(days=1)
SINCE, DAY = date(2016, 2, 28), date(2016, 3, 31)
AROUND = (SINCE - ONE, SINCE, SINCE + ONE, DAY - ONE, DAY, DAY + ONE)


def rows(*held):
    """What a related manager gives."""
    return SimpleNamespace(all=lambda: list(held))


def row(day=SINCE + ONE, withdrawn_on=None, **said):
    """A note, a link, a file or a change, kept on a day."""
    days = dict.fromkeys(("created_on", "moved_on", "changed_on"), day)
    return SimpleNamespace(withdrawn_on=withdrawn_on, **days, **said)


@dataclass(frozen=True)
class Told:
    """An action as a board's page has fetched it."""

    STATUSES = Action.STATUSES
    IMPACTS = Action.IMPACTS

    reference: str = "A1"
    status: str = "on_track"
    impact: str = "not_known"
    due_on: date = date(2017, 1, 1)
    created_on: date = date(2015, 1, 1)
    withdrawn_on: date | None = None
    withdrawn_because: str = ""
    priority: str = "Front door"
    due_changes: object = field(default_factory=rows)
    status_changes: object = field(default_factory=rows)
    impact_changes: object = field(default_factory=rows)
    notes: object = field(default_factory=rows)
    evidence_links: object = field(default_factory=rows)
    attachments: object = field(default_factory=rows)
    findings: object = field(default_factory=rows)


def said(action, since=SINCE, day=DAY):
    """(kind, sentence) of what changed."""
    return [(one.kind, one.said) for one in board.changed([action], since, day)]


def note(day):
    """A note that was kept on a day."""
    return row(day, post="Manager", noted_on=date(2016, 2, 1), text="Going well")


MOVE = {"from_day": date(2016, 2, 29), "to_day": date(2016, 6, 30), "reason": "Late supplier"}
KEPT = {
    "due_changes": lambda day: row(day, **MOVE),
    "status_changes": lambda day: row(day, from_status="on_track", to_status="at_risk"),
    "impact_changes": lambda day: row(day, from_impact="early", to_impact="worse", reason=""),
    "notes": note,
    "evidence_links": row,
    "attachments": row,
}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("day", AROUND, ids=str)
def test_what_was_kept_after_the_last_meeting_and_by_the_day_is_told(name, day):
    told = said(Told(**{name: rows(KEPT[name](day))}))
    assert len(told) == (SINCE < day <= DAY)


@pytest.mark.parametrize("day", AROUND, ids=str)
def test_an_action_is_added_after_the_last_meeting_or_was_there(day):
    told = said(Told(created_on=day))
    assert told == ([("Added", "Due on 1 January 2017.")] if SINCE < day <= DAY else [])


@swept([*product(AROUND, AROUND)])
def test_a_withdrawn_action_is_told_where_the_last_meeting_knew_it(added, gone):
    held = {"created_on": added, "withdrawn_on": gone, "withdrawn_because": "Entered twice"}
    told = said(Told(**held, notes=rows(note(SINCE + ONE)), due_on=SINCE))
    known = added <= SINCE and SINCE < gone <= DAY
    assert told == ([("Withdrawn", "Entered twice")] if known else [])


@pytest.mark.parametrize(
    ("due", "status", "fell"),
    [
        (SINCE - ONE, "on_track", None),
        (SINCE, "on_track", date(2016, 2, 29)),
        (date(2016, 2, 29), "at_risk", date(2016, 3, 1)),
        (DAY - ONE, "not_started", DAY),
        (DAY, "on_track", None),
        (SINCE, "done", None),
        (SINCE, "overdue", date(2016, 2, 29)),
    ],
)
def test_an_action_falls_overdue_on_the_day_after_it_was_due(due, status, fell):
    changes = board.changed([Told(due_on=due, status=status)], SINCE, DAY)
    assert [one.on for one in changes] == ([fell] if fell else [])
    assert all(one.kind == "Fell overdue" for one in changes)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("on_track", "at_risk", "Progress"),
        ("at_risk", "on_track", "Progress"),
        ("on_track", "done", "Closed"),
        ("done", "on_track", "Reopened"),
        ("done", "overdue", "Reopened"),
        ("overdue", "done", "Closed"),
    ],
)
def test_a_rating_is_progress_a_closing_or_a_reopening_in_its_words(before, after, kind):
    words = dict(Action.STATUSES)
    changes = rows(row(from_status=before, to_status=after))
    wanted = f"From “{words[before]}” to “{words[after]}”."
    assert said(Told(status_changes=changes)) == [(kind, wanted)]


def test_each_change_is_said_in_a_sentence():
    told = Told(**{name: rows(make(SINCE + ONE)) for name, make in KEPT.items() if name in (
        "due_changes", "impact_changes", "notes"
    )})  # fmt: skip
    assert said(told) == [
        ("Due date moved", "From 29 February 2016 to 30 June 2016: Late supplier"),
        ("Difference made", "From “Early signs” to “Worse”."),
        ("Note", "Manager, 1 February 2016: Going well"),
    ]


@pytest.mark.parametrize("name", ["notes", "evidence_links", "attachments"])
def test_what_was_withdrawn_is_not_told(name):
    gone = KEPT[name](SINCE + ONE)
    gone.withdrawn_on = DAY
    assert said(Told(**{name: rows(gone)})) == []


def test_the_latest_change_comes_first_and_actions_of_one_day_by_reference():
    late = Told("B1", notes=rows(note(DAY)))
    early = Told("A2", notes=rows(note(DAY - ONE)))
    same = Told("A1", notes=rows(note(DAY)))
    found = board.changed([early, late, same], SINCE, DAY)
    assert [one.action.reference for one in found] == ["A1", "B1", "A2"]


LINK, GONE = row(), row(withdrawn_on=DAY)


@pytest.mark.parametrize(
    ("links", "files", "shown"),
    [((), (), False), ((LINK,), (), True), ((), (LINK,), True), ((GONE,), (GONE,), False),
     ((GONE, LINK), (), True)],
)  # fmt: skip
def test_something_that_stands_shows_an_action(links, files, shown):
    held = Told(status="done", evidence_links=rows(*links), attachments=rows(*files))
    assert board.is_shown(held) is shown
    groups = {one.slug: list(one.actions) for one in board.needing_the_board([held], DAY)}
    assert groups["unshown"] == ([] if shown else [held])


def test_every_status_impact_and_day_stands_where_a_slow_reading_puts_it():
    days = (DAY - ONE, DAY, DAY + ONE)
    every = product(dict(Action.STATUSES), dict(Action.IMPACTS), days, (None, DAY))
    held = [
        Told(f"{number}", status=status, impact=impact, due_on=due, withdrawn_on=gone)
        for number, (status, impact, due, gone) in enumerate(every)
    ]
    wanted = {"overdue": [], "at-risk": [], "unshown": [], "no-impact": []}
    for one in held:
        if one.withdrawn_on:
            continue
        if one.status == "done":
            wanted["unshown"].append(one)
            if one.impact == "not_known":
                wanted["no-impact"].append(one)
        elif one.due_on < DAY or one.status == "overdue":
            wanted["overdue"].append(one)
        elif one.status == "at_risk":
            wanted["at-risk"].append(one)
    groups = board.needing_the_board(held, DAY)
    assert {one.slug: list(one.actions) for one in groups} == wanted
    lines = [line for _, own in board.by_priority(held, DAY) for line in own]
    assert [line.action for line in lines] == [one for one in held if not one.withdrawn_on]
    red = {line.action.reference for line in lines if line.colour == "red"}
    assert red == {one.reference for one in wanted["overdue"]}


def test_a_line_counts_moves_and_the_findings_that_stand_under_its_priority():
    stands, gone = SimpleNamespace(withdrawn_on=None), SimpleNamespace(withdrawn_on=DAY)
    findings = rows(
        SimpleNamespace(withdrawn_on=None, review=stands),
        SimpleNamespace(withdrawn_on=DAY, review=stands),
        SimpleNamespace(withdrawn_on=None, review=gone),
    )
    first = Told("A1", due_changes=rows(row(**MOVE), row(**MOVE)), findings=findings)
    held = [first, Told("A2", priority="Visits", status="done"), Told("A3", withdrawn_on=DAY)]
    told = [
        (priority, [(line.moves, line.answers, line.colour) for line in lines])
        for priority, lines in board.by_priority(held, DAY)
    ]
    assert told == [("Front door", [(2, 1, "green")]), ("Visits", [(0, 0, "turquoise")])]
    assert board.by_priority([], DAY) == []
    assert all(one.nothing and not one.actions for one in board.needing_the_board([], DAY))
