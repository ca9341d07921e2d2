"""What a paper may quote of one record besides a figure: its dates, title, grade, state or wording.

`[[record:review/ofsted-2016.published_on]]` names a kind, a slug and a field; only fields that are
registered (`assurance.figures.quotable`) can be printed.
"""

from datetime import date

from assurance.figures.quotable import RECORDS
from assurance.runtime.periods import say_day, today


def field_text(
    council, kind: str, slug: str, name: str, at: date | None = None, paper=None
) -> str | None:
    """The field in words, true at the end of the day `at` (today where none is given) and as
    `paper` may tell it where one is given, or None where there is no such record, no such field,
    or nothing in it."""
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
