"""What a paper may quote of records besides figures: a field of one record, such as
`[[record:review/ofsted-2016.published_on]]`, and lists of them, read at assembly and frozen
at issue.

A block's `data["records"]` is {"what", "filter": {field: value}, "columns": [names], "group":
name}. A group is a column put first. Nothing about a person has a column here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assurance.figures.quotable import LISTS, RECORDS
from assurance.runtime.periods import say_day, today


def field_text(
    council, kind: str, slug: str, name: str, at: date | None = None, paper=None
) -> str | None:
    """The field in words at the end of the day `at` (today), as `paper` may tell it; or None."""
    known = RECORDS.get(kind)
    if known is None or name not in known.fields:
        return None
    row = known.find(council, slug)
    values = row and known.for_paper(known.at_day(row, at or today()), paper)
    value = None if row is None else known.fields[name](values)
    if isinstance(value, date):
        return say_day(value)
    return None if value in (None, "") else str(value)


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that can be said; empty for an unknown kind."""
    return tuple(RECORDS[kind].fields) if kind in RECORDS else ()


@dataclass(frozen=True)
class RecordList:
    """A list as words: headings and rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ListRefused(ValueError):
    """A list that cannot be made; the message is one sentence for the writer."""


def listed(council, mapping: Mapping, at: date | None = None, paper=None) -> RecordList:
    """The list at the end of the day `at` (today), as `paper` prints it; raises `ListRefused`."""
    kind, chosen, filters = check(mapping)
    own = kind.of_paper(paper) if kind.of_paper and paper else kind.rows(council)
    rows = kind.at_day(own, at or today())
    for name, value in filters.items():
        try:
            rows = rows.filter(**{kind.filters[name]: value})
        except ValueError:
            raise ListRefused(f"“{value}” is no {name} of this list: write a number.") from None
    headings = tuple(kind.columns[name][0] for name in chosen)
    return RecordList(
        headings,
        tuple(tuple(str(kind.columns[name][1](row)) for name in chosen) for row in rows.distinct()),
    )


def check(wanted: Mapping):
    """(kind, column names, filters) of a list; raises `ListRefused` at the first unknown."""
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
    return kind, chosen, filters


def _refuse_strange(what, names, known):
    for name in names:
        if name not in known:
            raise ListRefused(f"“{name}” is not a {what} of this list: use {', '.join(known)}.")
