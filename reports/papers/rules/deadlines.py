"""When a report falls due, and by when each step towards its meeting is to be done."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from assurance.meetings.clear_days import publish_by, working_day_before
from assurance.meetings.intervals import INTERVALS as WORDS
from assurance.meetings.intervals import MONTHS_OF
from reports.prose.day_mentions import moved_by

INTERVALS = [(key, WORDS[key]) for key in ("monthly", "three_months", "six_months", "yearly")]
# Working days before the day of publication (domain.md 5.1: proposals, a series may have its own).
TEXTS_DAYS, SEND_DAYS, SUBMIT_DAYS = 11, 3, 1
BEGINS = timedelta(weeks=6)
START, TEXTS, SEND, SUBMIT, PUBLISH, MEET = ["start", "texts", "send", "submit", "publish", "meet"]
DONE, LATE, NEXT = "done", "late", "next"
STEPS = {
    START: "Start",
    TEXTS: "Texts in",
    SEND: "Send for approval",
    SUBMIT: "Approved, for the agenda",
    PUBLISH: "Publish, with the agenda",
    MEET: "Meeting",
}


@dataclass(frozen=True)
class Deadline:
    """The date `on` by which a step is to be done; `state` is DONE, LATE where the date has passed
    without it, NEXT of the first step to come, or an empty text."""

    step: str
    on: date
    state: str = ""

    @property
    def title(self) -> str:
        """The step, as pages call it."""
        return STEPS[self.step]


def months_of(interval: str) -> int:
    """How many months lie between two reports; nought where they come as needed."""
    return MONTHS_OF.get(interval) or 0


def next_due(last: date, interval: str) -> date | None:
    """When the report after that of `last` is expected; None where they come as needed."""
    months = months_of(interval)
    return moved_by(last, months) if months else None


def begins_on(meeting: date) -> date:
    """The day from which a report for `meeting` is a job of its council."""
    return meeting - BEGINS


def deadlines(
    meeting: date,
    today: date,
    before: tuple[int, int, int] = (TEXTS_DAYS, SEND_DAYS, SUBMIT_DAYS),
    closed: Collection[date] = (),
    done: Collection[str] = (),
) -> tuple[Deadline, ...]:
    """The steps of a report for `meeting` in their order, as of `today`; `before` are the working
    days before publication by which texts are in, it is sent and it is approved; `done` the steps
    that are."""
    entries = list(_days(meeting, before, closed))
    coming = next((step for step, on in entries if step not in done and on >= today), "")

    def state(step, on):
        if step in done:
            return DONE
        if on < today:
            return LATE
        return NEXT if step == coming else ""

    return tuple(Deadline(step, on, state(step, on)) for step, on in entries)


def texts_due(steps: Collection[Deadline], today: date) -> date:
    """The day by which what a report waits for should be there: when its texts are in, and no
    earlier than `today`."""
    return max([today, *(step.on for step in steps if step.step == TEXTS)])


def why_not_before(texts: int, send: int, submit: int) -> str:
    """Why the steps cannot lie so many working days before publication, or an empty text."""
    if texts > send >= submit:
        return ""
    return (
        "Texts come in before the report is sent for approval, and it is sent before it is "
        "approved: enter the most days for the texts and the fewest for the agenda"
    )


def _days(meeting, before, closed) -> Iterator[tuple[str, date]]:
    published = publish_by(meeting, closed)
    yield START, begins_on(meeting)
    for step, number in zip((TEXTS, SEND, SUBMIT), before, strict=True):
        yield step, working_day_before(published, number, closed)
    yield PUBLISH, published
    yield MEET, meeting
