"""May a section be asked of somebody, written, accepted: a sentence that refuses, or nothing."""

from datetime import date, timedelta

from assurance.runtime.periods import say_day

WRITING, ISSUED = "writing", "issued"
REQUESTED, HANDED, SENT_BACK = "asked", "handed", "sent_back"
# A link outlives the day by which it is asked, because people are late.
LINK_DAYS = 14
REMIND_DAYS = 3


def why_not_ask(
    status: str, due_on: date, on: date, is_asked: bool, meeting: date | None = None
) -> str:
    """Why a section cannot be asked for; `is_asked`: the same person has been asked already, and
    `meeting` the date of the report's meeting where it has one."""
    if status != WRITING:
        return "Sections are asked for while a report is being written."
    if due_on < on:
        return "Enter a date in the future."
    # A report that is late has its meeting behind it, and still needs its texts.
    if meeting and on < meeting < due_on:
        return f"Enter a date on or before the meeting, {say_day(meeting)}."
    return "They have been asked for this section already." if is_asked else ""


def why_not_write(state: str, status: str) -> str:
    """Why its writer cannot change a contribution any more, or nothing."""
    if state == "withdrawn":
        return "This section is no longer asked for."
    if state == "accepted":
        return "This contribution is now in the report."
    return "The report has been published." if status == ISSUED else ""


def why_not_accept(state: str, status: str) -> str:
    """Why what was handed in cannot be taken into the paper, or nothing."""
    if status != WRITING:
        return "The report is not being written: take it back first."
    return "" if state == HANDED else "Nothing that was handed in waits to be looked at."


def why_not_send_back(state: str, text: str) -> str:
    """Why a contribution cannot go back to its writer, or nothing."""
    if state != HANDED:
        return "Nothing that was handed in waits to be looked at."
    return "" if text.strip() else "Enter what should change."


def why_not_withdraw(is_open: bool) -> str:
    """Why a section cannot be asked for no longer, or nothing."""
    return "" if is_open else "This has been closed already."


def link_until(due_on: date, on: date) -> date:
    """The last day of a link that is made on `on`."""
    return max(due_on, on) + timedelta(days=LINK_DAYS)
