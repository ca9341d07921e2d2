"""What a paper may quote of records besides figures: a field of one record, such as
`[[record:review/ofsted-2016.published_on]]`, and lists of them, read at assembly as they were on
the report's date and frozen at issue.

A block's `data["records"]` is {"what", "filter": {field: value}, "columns": [names], "group":
name, "when": day}. A group is a column put first; `when` is a date of the paper's or an ISO day.
Nothing about a person has a column here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assurance.figures.quotable import LISTS, RECORDS, STATES, QuotedList
from assurance.runtime.periods import When, say_day, today
from reports.papers.language.grammar import days_of, why_not_days


def field_text(
    council, kind: str, slug: str, name: str, at: date | None = None, paper=None
) -> str | None:
    """The field in words at the end of the day `at` (today), as `paper` may tell it; or None."""
    known = RECORDS.get(kind)
    if known is None or name not in known.fields:
        return None
    row = known.find(council, slug)
    row = row and known.at_day.row(row, at or today())
    value = row and known.fields[name](known.for_paper(row, paper))
    if isinstance(value, date):
        return say_day(value)
    return None if value in (None, "") else str(value)


def why_no_text(council, kind: str, slug: str, name: str, at: date) -> str:
    """Why `field_text` gives nothing at the end of the day `at`, to follow the token."""
    known = RECORDS.get(kind)
    row = known and name in known.fields and known.find(council, slug)
    if not row:
        return "names no record that stands, or no field of it: check its name."
    if known.at_day.row(row, at):
        return f"names no record that stands, or nothing is entered there by {say_day(at)}."
    begun = "has no state recorded" if known.at_day.basis == STATES else "had not begun"
    return (
        f"{begun} on {say_day(at)}, the day that this report speaks of: take it out, or change "
        "the date of the report."
    )


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that can be said; empty for an unknown kind."""
    return tuple(RECORDS[kind].fields) if kind in RECORDS else ()


@dataclass(frozen=True)
class RecordList:
    """A list as words: headings and rows, its kind's title and its sentence without rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    when_empty: str = ""


class ListRefused(ValueError):
    """A list that cannot be made; the message is one sentence for the writer."""


def day_of(manuscript, mapping: Mapping) -> date:
    """The day of a list in `manuscript`: its `when`, else the report's date. Raises `ListRefused`
    at a date that the report has not set."""
    when = mapping.get("when")
    if not when:
        return manuscript.report_date
    if wrong := why_not_days(when):
        raise ListRefused(wrong)
    days = days_of(when)
    named = When(*days) if days else manuscript.names.get(when)
    if named is None:
        raise ListRefused(f"The list names the date “{when}”, which this report has not set.")
    return named.end


def listed(council, mapping: Mapping, at: date | None = None, paper=None) -> RecordList:
    """The list at the end of the day `at` (today), as `paper` prints it; raises `ListRefused`."""
    kind, chosen, filters = check(mapping, council)
    day = at or today()
    rows = filtered(kind, council, filters, day, paper)
    columns = [kind.columns[name] for name in chosen]
    return RecordList(
        tuple(heading for heading, _ in columns),
        tuple(tuple(str(read(row)) for _, read in columns) for row in rows),
        kind.title,
        kind.when_empty,
    )


def filtered(kind: QuotedList, council, filters: Mapping, day: date, paper=None) -> list:
    """The rows of a list at the end of `day` that its `filters` leave; raises `ListRefused`."""
    own = kind.of_paper(paper) if kind.of_paper and paper else kind.rows(council)
    if unknown := kind.at_day.without_state(own, day):
        raise ListRefused(
            f"“{unknown}” had begun by {say_day(day)}, and no state of it is recorded by then: "
            "record what it was, or list a later day."
        )
    rows = kind.at_day.filtered(own, day)
    for name, value in filters.items():
        try:
            rows = rows.filter(**{kind.filters[name].lookup: value})
        except ValueError:
            raise ListRefused(f"“{value}” is no {name} of this list: write a number.") from None
    read = (kind.at_day.before_later(row, day) for row in rows.distinct())
    return [kind.for_paper(row, paper) for row in read]


def check(wanted: Mapping, council=None) -> tuple[QuotedList, list, dict]:
    """(kind, column names, filters) of a list; raises `ListRefused` at the first unknown, and with
    a `council` at a filter that names nothing there."""
    kind = LISTS.get(wanted.get("what", ""))
    if kind is None:
        raise ListRefused(
            f"A list of “{wanted.get('what', '')}” is not known: use {', '.join(LISTS)}."
        )
    group = [wanted["group"]] if wanted.get("group") else []
    chosen = [
        *group,
        *(name for name in wanted.get("columns") or kind.columns if name not in group),
    ]
    filters = dict(wanted.get("filter") or {})
    _refuse_strange("column", chosen, kind.columns)
    _refuse_strange("filter", filters, kind.filters)
    for name, value in filters.items() if council else ():
        if sentence := kind.filters[name].why_not(name, value, council):
            raise ListRefused(sentence)
    return kind, chosen, filters


def _refuse_strange(what, names, known):
    for name in names:
        if name not in known:
            raise ListRefused(f"“{name}” is not a {what} of this list: use {', '.join(known)}.")
