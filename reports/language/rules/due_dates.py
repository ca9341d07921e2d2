"""When something promised falls due, what became of it, and what a committee may decide."""

import re
from datetime import date

from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_capital

DAY, PAPER, NEXT = "day", "paper", "next"
CHOICES = [
    (DAY, "By that date"),
    (PAPER, "To the report or meeting of that month"),
    (NEXT, "To the next report"),
]
OPEN, MET, LATE, CHANGED, DROPPED, REFUSED = (
    *("open", "kept", "late", "changed", "dropped", "refused"),
)
STATES = [
    (OPEN, "Open"),
    (MET, "Kept"),
    (LATE, "Kept late"),
    (CHANGED, "Changed to another date"),
    (DROPPED, "Dropped"),
    (REFUSED, "Not a commitment"),
]
ANSWERS = (MET, LATE, CHANGED, DROPPED)
OVERDUE = "overdue"
# The states that the public may know of.
PUBLIC_STATES = [(OPEN, "Open"), (OVERDUE, "Overdue"), *STATES[1:-1]]
# The same in words within a sentence, those that need a reader's eye last.
PUBLIC_WORDS = {state: dict(PUBLIC_STATES)[state].lower() for state in (*ANSWERS, OVERDUE, OPEN)}


def due_text(due_to: str, due_on: date | None, next_report: date | None = None) -> str:
    """“by 31 March 2016”, “in a report by 31 March 2016” or “in the next report of its series”; of
    one that is due in the month of `next_report`, “in the next report, expected in March 2016”."""
    if due_to == NEXT or due_on is None:
        return "in the next report of its series"
    if due_to != PAPER:
        return f"by {say_day(due_on)}"
    if next_report and (next_report.year, next_report.month) == (due_on.year, due_on.month):
        return f"in the next report, expected in {due_on:%B %Y}"
    return f"in a report by {say_day(due_on)}"


def due_entry(words: str) -> str:
    """The words of `due_text` in a table: “31 March 2016”, “Next report, expected in March 2016”"""
    if words == due_text(NEXT, None):
        return "Next report"
    return with_capital(re.sub(r"^(?:by|in an?|in the) ", "", words))


def why_not_due(due_to: str, due_on: date | None) -> str:
    """Why a commitment cannot be due so, or nothing."""
    if due_to == NEXT:
        return (
            "A commitment due to the next report has no date: leave the date empty"
            if due_on
            else ""
        )
    if due_on is None:
        return "Enter the date by which it is due, or the last date of the month of its report"
    return ""


def why_not_answer(state: str, because: str, new_day: date | None, day: date | None) -> str:
    """Why a commitment that was due on `day` cannot be answered so, or nothing."""
    if state not in ANSWERS:
        return "Enter its outcome: kept, late, changed or dropped"
    if state == DROPPED and not because.strip():
        return "Enter why it was dropped"
    if state == CHANGED and not because.strip():
        return "Enter why its date was changed"
    if state == CHANGED and new_day is None:
        return "Enter the new date"
    if state == CHANGED and day and new_day <= day:
        return "The new date must be after the date by which it was due"
    return ""


def why_not_on_time(state: str, due_to: str, day: date | None, report_on: date) -> str:
    """Why a report dated `report_on` cannot give that outcome of a commitment due on `day`, or
    nothing. Only of a commitment to report does the date show by itself that it was late."""
    if day is None:
        return ""
    if state == LATE and report_on <= day:
        return (
            f"This report is dated {say_day(report_on)}, and it was due by {say_day(day)}: not late"
        )
    if state == MET and due_to == PAPER and report_on > day:
        return f"It was due in a report by {say_day(day)}, and this one is later: choose kept late"
    return ""


AGREED, AMENDED, NOTED, DEFERRED, NOT_AGREED = (
    *("agreed", "amended", "noted", "deferred", "not_agreed"),
)
DECISIONS = [
    (AGREED, "Agreed"),
    (AMENDED, "Agreed as amended"),
    (NOTED, "Noted"),
    (DEFERRED, "Deferred"),
    (NOT_AGREED, "Not agreed"),
]
WAITING = "waiting"
NOT_YET = "No decision is recorded yet"


def why_not_decide(decision, decided_on, amended, issued_on, on):
    """Each (field, sentence) that refuses a decision recorded `on` a date; an empty one takes it
    away."""
    if not decision:
        return
    if why_not := _why_not_decided_on(decided_on, issued_on, on):
        yield "decided_on", why_not
    if decision == AMENDED and not amended.strip():
        yield "amended", "Write the recommendation as the committee amended it"


def _why_not_decided_on(decided_on, issued_on, on):
    if decided_on is None:
        return "Enter the date of the meeting that decided it"
    if decided_on < issued_on:
        return "The committee’s decision must be on or after the date of publication"
    if decided_on > on:
        return f"The committee’s decision must be on or before today, {say_day(on)}"
    return ""
