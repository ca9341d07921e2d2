"""Tables of records in a paper: what, filter, columns; read at assembly and frozen at issue like a
figure.

A block's `data["records"]` is {"what", "filter": {field: value}, "columns": [names], "group":
name}. A group is a column put first. Nothing about a person has a column here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assurance.figures.quotable import LISTS
from assurance.runtime.periods import today


@dataclass(frozen=True)
class RecordList:
    """A list as words: headings and rows."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class ListRefused(ValueError):
    """A list that cannot be made; the message is one sentence for the writer."""


def listed(council, mapping: Mapping, at: date | None = None, paper=None) -> RecordList:
    """The list that `wanted` describes, true at the end of the day `at` (today where none is
    given), as `paper` prints it where one is given; raises `ListRefused` naming the first thing
    that is not known."""
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
    """(kind, column names, filters) of a list; raises `ListRefused` naming the first thing that is
    not known."""
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
