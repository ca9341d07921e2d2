"""A row of a table of actions that is called overdue, not yet due or done in time, against its
dates: `Action 3 is not yet due`, whose day is past."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from assurance.runtime.periods import say_day
from reports.checks.reading import Grid, Line, Reading, shared
from reports.quantities.model import Denial
from reports.quantities.passages import statements
from reports.quantities.tables import Shown
from reports.table_constraints.claims.clauses import clause_around
from reports.table_constraints.claims.names import rows_meant

_DUE = re.compile(r"\b(?:due|deadline|by\s+when|target\s+date|complete\s+by)\b", re.I)
_STATE = re.compile(
    r"\b(?:state|status|progress|done|completed?|position|outcome|finished)\b", re.I
)
_OPEN = re.compile(
    r"\b(?:not|under\s+way|open|begun|started|progress|drafted|late|overdue)\b", re.I
)
_DONE = re.compile(r"\b(?:done|complete[d]?|finished|closed|delivered|met)\b", re.I)
_VERDICT = re.compile(
    r"\b(?:(?P<late>overdue|late|past\s+(?:its|their)\s+dates?)|(?P<to_come>not\s+yet\s+due|not\s+due\s+yet)|"
    r"(?P<timely>(?:in\s+(?:good\s+)?|on\s+|ahead\s+of\s+)time|early|before\s+(?:its|the)\s+date))\b",
    re.I,
)
_UNSURE = re.compile(r"\b(?:if|unless|nor|neither|none|would|not)\b", re.I)
_BREAKS = re.compile(r"[;:,]|\b(?:and|but|while|whereas)\b", re.I)
_MEND = "Use the word that the table’s dates show."


def row_deadlines(reading: Reading) -> Iterator[Denial]:
    """What is told of one row as late, done in time or not yet due is so by its dates."""
    tables = shared(reading, _tables) if reading.dated else ()
    for row in statements(reading) if tables else ():
        text = row.sentence.text
        for verdict in _VERDICT.finditer(text):
            start, _end = clause_around(text, verdict, _BREAKS)
            subject = row.sentence.said(text[start : verdict.start()])
            near = [x for x in tables if x.trail == row.line.trail]
            places = [(x, at) for x in near for at in rows_meant(x, subject)]
            if len(places) == 1 and not _UNSURE.search(subject):
                says = _unlike(*places[0], verdict, reading.dated)
                if says:
                    yield Denial(row.line, row.span, says, _MEND)


def _tables(reading: Reading) -> Sequence[Shown]:
    """The tables with a column of days by which something is due and one of how it stands."""
    made = []
    for grid in reading.grids:
        if grid.columns and _columns(grid) and all(len(x) == len(grid.columns) for x in grid.rows):
            place = reading.first_places.get(grid.where, 0)
            numbers = tuple((None,) * len(x) for x in grid.rows)
            made.append(Shown(grid, numbers, place, reading.lines[place].trail))
    return made


def _columns(grid: Grid) -> tuple[int, int] | None:
    due = [at for at, x in enumerate(grid.columns) if at and _DUE.search(x.text)]
    state = [at for at, x in enumerate(grid.columns) if at and _STATE.search(x.text)]
    state = [at for at in state if at not in due]
    return (due[0], state[0]) if len(due) == len(state) == 1 else None


def _unlike(table: Shown, at: int, verdict: re.Match, day: date) -> str:
    """What is wrong with a verdict on a row; nothing where it is right or unsure."""
    due_at, state_at = _columns(table.grid)
    due, state = table.grid.rows[at][due_at], table.grid.rows[at][state_at]
    last = due.dates[0].last if len(due.dates) == 1 else None
    if last is None:
        return ""
    done = _done_on(state)
    if done and not verdict["to_come"]:
        is_late, how = done > last, f"was done on {say_day(done)}"
    elif not done and not verdict["timely"] and _OPEN.search(state.text):
        is_late, how = day > last, f"is “{state.text}” in a report of {say_day(day)}"
    else:
        return ""
    if is_late == bool(verdict["late"]):
        return ""
    says = f"By the table ({table.grid.at}) “{table.rows[at]}” was due by {due.text} and {how}, "
    return f"{says}but the report has “{verdict.group()}”."


def _done_on(state: Line) -> date | None:
    """The day on which something was done, by its cell."""
    days = [x for x in state.dates if x.first and x.first == x.last]
    return days[0].first if len(days) == 1 and _DONE.search(state.text) else None
