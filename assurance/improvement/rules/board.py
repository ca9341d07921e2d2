"""What a board sees of a plan: what needs it, and what changed since it last met.

Domain 4.4: delivery and impact are rated apart; an action past its day is red until it is done. The
actions come with their changes, notes, links and files. A change made on the day of the last
meeting itself was before it: what counts is after that day, up to the end of the day it is read.
"""

from dataclasses import dataclass
from datetime import date

from assurance.improvement.rules.actions import DONE, NOT_KNOWN, OVERDUE, display_status
from assurance.reviews.rules.findings import listed
from assurance.runtime.periods import say_day

AT_RISK = "at_risk"
COLOURS = {
    "not_started": "grey",
    "on_track": "green",
    AT_RISK: "orange",
    OVERDUE: "red",
    DONE: "turquoise",
}


@dataclass(frozen=True)
class Group:
    """The actions that need the board for one reason; `nothing` is said where there is none."""

    slug: str
    title: str
    nothing: str
    actions: tuple


@dataclass(frozen=True)
class Change:
    """One thing that changed: on which day, of which action, and a sentence."""

    on: date
    action: object
    kind: str
    said: str


@dataclass(frozen=True)
class Line:
    """One action on the page of its plan."""

    action: object
    colour: str
    moves: int
    answers: int


def active_rows(rows):
    """Those of `rows` that were not withdrawn."""
    return [row for row in rows if row.withdrawn_on is None]


def is_shown(action):
    """Whether a standing file, case audit or figure shows how `action` goes."""
    return bool(active_rows(action.evidence_links.all()) or active_rows(action.attachments.all()))


def needing_the_board(actions, day):
    """A list of `Group`: the standing actions that are overdue on `day`, at risk, done without
    anything to show it, and done without a difference known."""
    here = active_rows(actions)
    late = [item for item in here if display_status(item, day) == OVERDUE]
    risky = [item for item in here if display_status(item, day) == AT_RISK]
    done = [item for item in here if item.status == DONE]
    unshown = [item for item in done if not is_shown(item)]
    unknown = [item for item in done if item.impact == NOT_KNOWN]
    return [
        Group("overdue", "Overdue", "No action is overdue.", tuple(late)),
        Group("at-risk", "At risk", "No action is at risk.", tuple(risky)),
        Group(
            "unshown",
            "Done, with no file, case audit or figure to show it",
            "Every action that is done has something to show it.",
            tuple(unshown),
        ),
        Group(
            "no-impact",
            "Done, with no difference for children known yet",
            "Of every action that is done it is known what difference it made.",
            tuple(unknown),
        ),
    ]


def by_priority(actions, day):
    """A list of (priority, list of `Line`) of the standing actions, in the order of `actions`."""
    groups = {}
    for item in active_rows(actions):
        answers = sum(listed(finding) for finding in item.findings.all())
        line = Line(item, COLOURS[display_status(item, day)], len(item.due_changes.all()), answers)
        groups.setdefault(item.priority, []).append(line)
    return list(groups.items())


def changed(actions, since, day):
    """A list of `Change` after `since` and by the end of `day`, the latest first; of an action that
    was withdrawn, only that it was."""
    matches = [
        change
        for action in actions
        for change in _of(action, since, day)
        if since < change.on <= day
    ]
    return sorted(matches, key=lambda item: (-item.on.toordinal(), item.action.reference))


def _of(action, since, day):
    if action.withdrawn_on:
        # What was added and taken back between two meetings never was for the board.
        if action.created_on <= since:
            yield Change(action.withdrawn_on, action, "Withdrawn", action.withdrawn_because)
        return
    if action.created_on > since:
        yield Change(action.created_on, action, "Added", f"Due on {say_day(action.due_on)}.")
    yield from _moves(action)
    yield from _ratings(action)
    yield from _fallen_overdue(action, since, day)
    for note in active_rows(action.notes.all()):
        text = f"{note.post}, {say_day(note.noted_on)}: {note.text}"
        yield Change(note.created_on, action, "Note", text)
    for item in (*active_rows(action.evidence_links.all()), *active_rows(action.attachments.all())):
        yield Change(item.created_on, action, "Evidence", str(item))


def _moves(action):
    for move in action.due_changes.all():
        text = f"From {say_day(move.from_day)} to {say_day(move.to_day)}: {move.reason}"
        yield Change(move.moved_on, action, "Due date moved", text)


def _ratings(action):
    text, impacts = dict(action.STATUSES), dict(action.IMPACTS)
    for change in action.status_changes.all():
        sentence = f"From “{text[change.from_status]}” to “{text[change.to_status]}”."
        yield Change(change.changed_on, action, _kind_of(change), sentence)
    for change in action.impact_changes.all():
        sentence = f"From “{impacts[change.from_impact]}” to “{impacts[change.to_impact]}”."
        why = f" {change.reason}" if change.reason else ""
        yield Change(change.changed_on, action, "Difference made", f"{sentence}{why}")


def _kind_of(change):
    if change.to_status == DONE:
        return "Closed"
    return "Reopened" if change.from_status == DONE else "Progress"


def _fallen_overdue(action, since, day):
    # The first day on which it was late, where it still is.
    if display_status(action, day) == OVERDUE and since <= action.due_on < day:
        late_from = date.fromordinal(action.due_on.toordinal() + 1)
        yield Change(late_from, action, "Fell overdue", f"It was due on {say_day(action.due_on)}.")
