"""The values next to a printed figure: rates of other areas, the target, England's value. A report
keeps the mark of each headline figure as it was when it was published.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from assurance.accounts.models.accounts import Council
from assurance.figures.keys import current_key
from assurance.governance.models.measures import Measure
from assurance.governance.rules import choices
from assurance.looked_after.rates import ENGLAND
from reports.documents.document import Document
from reports.documents.entries import Entry
from reports.documents.headlines import headline_entries, parted, with_leading
from reports.editions.other_areas import OTHERS, OWN_NOW, RATE, rates_beside

MEASURED, NATIONAL = "measures.", "England"
# Neither is printed in the edition: each is what the records hold on the day that it is read.
TARGET_NOW, ENGLAND_NOW = "Target, as recorded today", "England, as recorded today"


def comparison_values(council, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(name, words) of the target and of England's value for a measure, of the rates of other
    areas for looked-after children; empty where none is recorded. A number of few people is never
    among them."""
    return _values(council, entry, _measures(council, [entry]))


@dataclass(frozen=True)
class _Measures:
    """The measures of some entries by their slugs, with targets, and those of the same titles and
    units for England, with values."""

    own: dict[str, Measure] = field(default_factory=dict)
    national: dict[tuple[str, str], Measure] = field(default_factory=dict)


def _measures(council, entries):
    """In four statements, however many measures there are."""
    slugs = {entry.member for entry in entries if _is_measured(entry)}
    if not slugs:
        return _Measures()
    rows = Measure.objects.of(council).active()
    own = {row.slug: row for row in rows.filter(slug__in=slugs).prefetch_related("targets")}
    titles = {row.title for row in own.values()}
    england = rows.filter(title__in=titles, area__iexact=NATIONAL).prefetch_related("values")
    return _Measures(own, {(row.title, row.unit): row for row in reversed(england)})


def _is_measured(entry):
    return current_key(entry.key).startswith(MEASURED) and entry.end and not entry.mark


def _values(council, entry, measures):
    if rates := tuple(rates_beside(council, entry)):
        return rates
    measure = measures.own.get(entry.member) if _is_measured(entry) else None
    if measure is None:
        return ()
    day = date.fromisoformat(entry.end)
    national = "" if measure.area == NATIONAL else _england(measure, day, measures)
    matches = ((TARGET_NOW, _target(measure, day)), (ENGLAND_NOW, national))
    return tuple((name, text) for name, text in matches if text)


def _target(measure, day):
    current = [target for target in measure.targets.all() if not target.is_withdrawn]
    target = choices.target_on(current, day)
    if target is None:
        return ""
    verdict = {"higher": "or more", "lower": "or less"}.get(measure.better, "")
    return f"{target.words} {verdict}".strip()


def _england(measure, day, measures):
    """The value of the measure of the same title for England, the last one by `day`."""
    national = measures.national.get((measure.title, measure.unit))
    values = national.values.all() if national else ()
    rows = [value for value in values if not value.is_withdrawn and value.to_date <= day]
    last = max(rows, key=lambda item: item.to_date, default=None)
    if last is None or last.gives_away():
        return ""
    return f"{last.words}, {last.when} ({last.where_from})"


def with_marks(document: Document, council: Council) -> Document:
    """The document whose opening figures have what each is compared with."""
    leading, _ = parted(document)
    if leading is None:
        return document
    pairs = headline_entries(document, leading)
    marks = marks_of(council, [entry for _, entry in pairs if entry])
    items = tuple(replace(item, mark=next(marks)) if entry else item for item, entry in pairs)
    return with_leading(document, leading, replace(leading, items=items))


def marks_of(council: Council, entries: Iterable[Entry]) -> Iterator[str]:
    """The mark of each of `entries`: the rate of children with that of England, else the target,
    else the value for England; empty where none is recorded."""
    # A rate has the rates of other areas beside it, and no mark among them.
    rows = [(entry, current_key(entry.key) != RATE) for entry in entries]
    measures = _measures(council, [entry for entry, _ in rows])
    for entry, has_mark in rows:
        yield _mark(dict(_values(council, entry, measures)) if has_mark else {})


def mark_of(council: Council, entry: Entry) -> str:
    """The mark of one entry."""
    return next(marks_of(council, [entry]))


def _mark(values):
    england = _without_source(values.get(OTHERS[ENGLAND], ""))
    if own := values.get(OWN_NOW):
        rate, year = own.partition(",")[0], own.rpartition(" ")[2]
        of_england = f". England: {england}" if england else ""
        return f"{rate} per 10,000 children (population of {year}){of_england}."
    target, national = values.get(TARGET_NOW), values.get(ENGLAND_NOW)
    if target:
        return f"Target: {target}."
    return f"England: {_without_source(national)}." if national else ""


def _without_source(words):
    """A value without its source, which the figure's own page names."""
    return words.partition(" (")[0]
