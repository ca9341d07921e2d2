"""What a paper may quote of records besides figures: a field of one record, such as
`[[record:review/ofsted-2016.published_on]]`, and lists of them, read at assembly as they were on
the report's date (today if that is to come and they would change) and frozen at issue.

A block's `data["records"]` is {"what", "filter": {field: value}, "columns": [names], "group":
name, "when": day, "within": name, "order": name, "limit": number}. A group is a column put first,
whose rows are together; `when` is a date of the paper's or an ISO day; `within` names a period of
the paper and keeps to what happened in it; `order` is the column that it is sorted by, the last
first behind a `-`; `limit` is how many rows print at most.
Nothing about a person has a column here."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from assurance.figures.labels import RECORD_NAMES
from assurance.figures.quotable import LISTS, RECORDS, STATES, QuotedList
from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS, When, say_day, today
from assurance.runtime.typography import typographic
from reports.language.grammar import PERIOD, days_of, why_not_days

_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})", re.ASCII)
# A sort compares numbers in words by their value: “Area 9” comes before “Area 10”.
# A number with its unit and the whole that it is of: “£1,240,000”, “17.9% (15 of 106)”.
_VALUE = re.compile(
    r"[-−+]?£?\d[\d,]*(\.\d+)?(%|[kmbn]{1,2}\b)?( of [\d,]+)?( [a-z]+){0,2}( \([^)]*\))?"
)
_PARTS = re.compile(r"[0-9]{1,9}|[^0-9]+")


def field_text(
    council, kind: str, slug: str, name: str, at: date | None = None, paper=None
) -> str | None:
    """The field in words at the end of the day `at` (today), as `paper` may tell it; or None."""
    known = RECORDS.get(kind)
    if known is None or name not in known.fields:
        return None
    row = known.find(council, slug)
    row = row and known.at_day.row(row, at or today())
    return text_of_value(row and known.fields[name](known.for_paper(row, paper)))


def text_of_value(value) -> str | None:
    """The value of a record's field as a report prints it; None of one that is empty."""
    if isinstance(value, date):
        return say_day(value)
    return None if value in (None, "") else typographic(str(value))


def why_no_text(council, kind: str, slug: str, name: str, at: date) -> str:
    """Why `field_text` gives nothing at the end of the day `at`."""
    known, names = RECORDS.get(kind), RECORD_NAMES.get(kind)
    label = f"“{names.name}: {names.label_of(name)}”" if names else f"“{kind}/{slug}.{name}”"
    row = known and name in known.fields and known.find(council, slug)
    if not row:
        return f"{label} names no current record, or no field of it. Check its name."
    if known.at_day.row(row, at):
        day = say_day(at)
        return (
            f"{label} names no current record, or nothing is entered there by {day} that a report "
            "may print: a number of few people is not printed."
        )
    begun = "has no state recorded" if known.at_day.basis == STATES else "had not begun"
    return (
        f"{label} {begun} on {say_day(at)}, the date of this report’s figures. Take it out, or "
        "change the date of the report."
    )


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields of a kind that can be said; empty for an unknown kind."""
    return tuple(RECORDS[kind].fields) if kind in RECORDS else ()


@dataclass(frozen=True)
class RecordList:
    """A list as words: headings and rows, its kind's title, its sentence without rows, and `count`
    of all rows, of which the first are printed; `numeric` says of each column whether it has
    values and nothing else."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    when_empty: str = ""
    count: int = 0
    numeric: tuple[bool, ...] = ()

    @property
    def filled(self) -> "RecordList":
        """The list without the columns that are empty in each of its rows."""
        places = [place for place, cells in enumerate(zip(*self.rows, strict=True)) if any(cells)]
        if not places:
            return self

        def of(row):
            return tuple(row[place] for place in places)

        rows = tuple(map(of, self.rows))
        return replace(self, headings=of(self.headings), rows=rows, numeric=of(self.numeric))


class ListRefused(ValueError):
    """A list that cannot be made; the message is one sentence for the writer."""


def day_of(manuscript, mapping: Mapping) -> date:
    """The day of a list in `manuscript`; raises `ListRefused` as `listed_in` does."""
    day = _day_named(manuscript, mapping)
    return day if day <= manuscript.present_day else listed_in(manuscript, mapping)[0]


def listed_in(manuscript, mapping: Mapping) -> tuple[date, RecordList]:
    """(day, list) of a list in `manuscript`: its `when`, else the report's date, or the present day
    if that is to come and the rows would change by then. Raises `ListRefused` as `listed` does, at
    a date that the report has not set, and at one to come."""

    def listed_at(day):
        return listed(manuscript.council, mapping, day, manuscript.paper)

    return as_known(manuscript, _day_named(manuscript, mapping), listed_at)


def field_in(manuscript, kind: str, slug: str, name: str) -> tuple[date, str | None]:
    """(day, text) of a record's field in `manuscript`, as a list would have it (`listed_in`)."""

    def text_at(day):
        return field_text(manuscript.council, kind, slug, name, day, manuscript.paper)

    return as_known(manuscript, manuscript.report_date, text_at)


def as_known(manuscript, day: date, read: Callable[[date], Any]) -> tuple[date, Any]:
    """(day, what `read` gives of its end), or of the present day if `day` is to come and it would
    change by then."""
    value, now = read(day), manuscript.present_day
    # No record tells yet how it will be then; what begins by then is known of that day alone.
    current = value if day <= now else read(now)
    return (day, value) if current in (None, value) else (now, current)


def _day_named(manuscript, mapping):
    when = mapping.get("when")
    if not when:
        return manuscript.report_date
    if wrong := why_not_days(when):
        raise ListRefused(wrong)
    days = days_of(when)
    named = When(*days) if days else manuscript.names.get(when)
    if named is None:
        raise ListRefused(f"The list names the date “{when}”, which this report has not set.")
    _refuse_ahead(named, named.end, manuscript.paper)
    return named.end


def _refuse_ahead(when, day, paper):
    """Raises `ListRefused` where a list is of a `day` to come: its rows are not known yet."""
    if day > paper.present_day:
        raise ListRefused(f"The list is of {when}, which is still to come. Use a date in the past.")


def listed(council, mapping: Mapping, at: date | None = None, paper=None) -> RecordList:
    """The list at the end of the day `at` (today), as `paper` prints it; raises `ListRefused`."""
    kind, chosen, filters = check(mapping, council)
    day = at or today()
    rows = filtered(kind, council, filters, day, paper, within_of(paper, mapping))
    columns = [kind.columns[name] for name in chosen]
    order = mapping.get("order", "")
    if order:
        rows = _sorted(rows, kind.columns[order.removeprefix("-")][1], order.startswith("-"))
    texts = [tuple(typographic(str(read(row))) for _, read in columns) for row in rows]
    if mapping.get("group"):
        texts = _together(texts)
    return RecordList(
        tuple(heading for heading, _ in columns),
        tuple(texts[: mapping.get("limit")]),
        kind.title,
        kind.when_empty,
        len(texts),
        tuple(
            name not in kind.identifiers and _has_values([row[place] for row in texts])
            for place, name in enumerate(chosen)
        ),
    )


def _has_values(column):
    texts = list(filter(None, column))
    return bool(texts) and all(_VALUE.fullmatch(text) for text in texts)


def within_of(paper, mapping: Mapping) -> When | None:
    """The period that a list of `paper` keeps to, None for none; raises `ListRefused` for one that
    the report has not set."""
    name = mapping.get("within")
    if not name or paper is None:
        return None
    when = paper.period if name == PERIOD else paper.names.get(name)
    if when is None:
        raise ListRefused(f"The list keeps to “{name}”, a date that this report has not set.")
    _refuse_ahead(when, when.start, paper)
    return when


def _sorted(rows, read, is_last_first):
    """The rows by one column; those that have nothing in it come last either way."""
    keyed = [(_sort_key(read(row)), row) for row in rows]
    named = sorted(
        (item for item in keyed if item[0] is not None),
        key=lambda item: item[0],
        reverse=is_last_first,
    )
    return [row for _key, row in named] + [row for key, row in keyed if key is None]


def _sort_key(value):
    """How a cell is sorted: days and numbers by what they are, words by their letters; or None."""
    text = str("" if value is None else value).strip()
    match = _DAY.fullmatch(text)
    if match and match["month"].lower() in MONTHS:
        month = MONTHS.index(match["month"].lower())
        return ((0, whole(match["year"]) or 0), (0, month), (0, whole(match["day"]) or 0))
    parts = (
        (0, whole(part)) if part.isdigit() else (1, part)
        for part in _PARTS.findall(text.casefold())
    )
    return tuple(parts) or None


def _together(texts):
    """The rows with those of one group together, groups as each first comes."""
    first = {}
    for row in texts:
        first.setdefault(row[0], len(first))
    return sorted(texts, key=lambda row: first[row[0]])


def filtered(
    kind: QuotedList, council, filters: Mapping, day: date, paper=None, when: When | None = None
) -> list:
    """The rows of a list at the end of `day` that its `filters` leave, in `when` where that is
    given; raises `ListRefused`."""
    own = kind.of_paper(paper) if kind.of_paper and paper else kind.rows(council)
    if unknown := kind.at_day.without_state(own, day):
        raise ListRefused(
            f"“{unknown}” had begun by {say_day(day)}, and no state of it is recorded by then: "
            "record what it was, or list a later date."
        )
    rows = kind.at_day.filtered(kind.rows_within(own, when) if when else own, day)
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
    if wanted.get("within") and not kind.within:
        raise ListRefused(f"“{kind.title}” are listed at one date: leave out the period.")
    order = [wanted["order"].removeprefix("-")] if wanted.get("order") else []
    _refuse_strange("column", [*chosen, *order], kind.columns)
    _refuse_strange("filter", filters, kind.filters)
    for name, value in filters.items() if council else ():
        if sentence := kind.filters[name].why_not(name, value, council):
            raise ListRefused(sentence)
    return kind, chosen, filters


def _refuse_strange(what, names, known):
    for name in names:
        if name not in known:
            raise ListRefused(f"“{name}” is not a {what} of this list: use {', '.join(known)}.")
