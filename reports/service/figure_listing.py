"""Every declared figure of a council for one span of time, as plain rows."""

from datetime import date

from assurance.figures.figure import FigureRequest, Mark, Timing, Value
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import When, month_of
from reports.papers.assembly.tokens import in_form


def figures_of(council, *, since: date, at: date) -> list[dict]:
    """A row per figure and member: {key, member, cohort, from, at, value, base, unit, text, mark}.

    A figure of one month is counted for the month that holds `at`.
    """
    spans = {Timing.AT: When.at(at), Timing.IN: When(since, at), Timing.MONTH: month_of(at)}
    return [
        _row(value)
        for figure in FIGURES.values()
        for value in figure.measure(
            FigureRequest(council, spans[figure.timing], since=since)
        ).values()
    ]


def as_table(rows: list[dict]) -> str:
    """The rows as lines for a terminal."""
    return "\n".join(map(_line, rows))


def _line(row):
    name = f"{row['key']}:{row['member']}" if row["member"] else row["key"]
    return f"{name}  {row['text']}  ({row['from']} to {row['at']})"


def _row(value: Value) -> dict:
    return {
        "key": value.key,
        "member": value.member,
        "cohort": value.cohort,
        "from": value.when.start.isoformat(),
        "at": value.when.end.isoformat(),
        "value": value.count,
        "base": value.base,
        "unit": str(value.unit),
        "text": str(value.mark) if value.mark != Mark.SHOWN else in_form([value], "number"),
        "mark": str(value.mark),
    }
