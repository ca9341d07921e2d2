"""The audit programme on the assurance map: the last result of each kind, and what is under way.

A round has a result once it is closed, or once its period is over and audits were done in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from assurance.accounts.models.accounts import Council
from assurance.audits.models.rounds import AuditRound
from assurance.meetings.intervals import months_between
from assurance.runtime.periods import say_day
from assurance.tables.phrases import several

NO_RESULT = "No result yet"
# A cell of the map; the whole text is on the round's page.
LONGEST = 240
# From so many months on an age is in years as well.
IN_YEARS = 24


@dataclass(frozen=True)
class RoundThen:
    """A round as it was on `day`: `days` are those of its standing audits by then."""

    row: object
    days: tuple[date, ...]
    day: date

    @property
    def is_closed(self) -> bool:
        """Whether it was closed with its result by then."""
        return self.row.closed_on is not None and self.row.closed_on <= self.day

    @property
    def result_on(self) -> date | None:
        """The day of its result, or None where it had none."""
        if self.is_closed:
            return self.row.closed_on
        return self.row.end if self.days and self.row.end < self.day else None

    @property
    def has_begun(self) -> bool:
        """True where it had begun by then, by the date entered or with an audit."""
        begun_on = self.row.begun_on
        return bool(self.days) or (begun_on is not None and begun_on <= self.day)

    @property
    def result_words(self) -> str:
        """The result of a closed round in the council's words, and the audits done where any."""
        done = f"{several(len(self.days), 'audit')} done"
        if not self.is_closed:
            return f"{done}, its result is awaited"
        text = shorten(self.row.result, LONGEST, placeholder=" …").rstrip(".")
        return f"{text} ({done})" if self.days else text

    @property
    def words(self) -> str:
        """How a round without a result stands, with its age."""
        done, row = f"{several(len(self.days), 'audit')} done", self.row
        if row.end < self.day:
            age = age_words(months_between(row.end, self.day))
            return f"the round that ended on {say_day(row.end)} ({age} ago) has no result: {done}"
        age = age_words(months_between(row.start, self.day))
        if not self.has_begun:
            return f"the round due from {say_day(row.start)} ({age} ago) has not begun"
        return f"a round is under way since {say_day(row.start)} ({age}): {done}"


def results_of_rounds(
    council: Council, day: date
) -> Iterator[tuple[str, str, date | None, int | None]]:
    """(kind of audit, result in words, its day, key of the round) of each kind whose rounds had
    started by `day`; the result and the round under way after it."""
    kinds = {}
    for item in _started_by(council, day):
        kinds.setdefault(item.row.kind, []).append(item)
    for kind, items in kinds.items():
        over = [place for place, item in enumerate(items) if item.result_on]
        last = items[over[-1]] if over else None
        after = items[over[-1] + 1 :] if over else items
        done = last.result_words if last else NO_RESULT
        result = f"{done}; {after[-1].words}" if after else done
        visible = last or after[-1]
        yield str(kind), result, visible.result_on, visible.row.pk


def age_words(months: int) -> str:
    """An age in words, within a sentence: “13 months”, “3 years 10 months”."""
    if months < 1:
        return "less than a month"
    years, rest = divmod(months, 12) if months >= IN_YEARS else (0, months)
    texts = several(years, "year") if years else "", several(rest, "month") if rest else ""
    return " ".join(filter(None, texts))


def _started_by(council, day):
    """The rounds that had started by `day` and were not cancelled by then, in turn."""
    rows = AuditRound.objects.of(council).active().filter(start__lte=day).select_related("kind")
    for row in rows.prefetch_related("audits").order_by("start", "pk"):
        if row.cancelled_on is None or day < row.cancelled_on:
            audits = [item for item in row.audits.all() if not item.is_withdrawn]
            days = tuple(item.audited_on for item in audits if item.audited_on <= day)
            yield RoundThen(row, days, day)
