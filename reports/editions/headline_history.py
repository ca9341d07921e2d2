"""The headline figures that open a report, each compared with its earlier values in words."""

from collections.abc import Iterable
from dataclasses import replace

from assurance.charts.directions import are_shares
from assurance.charts.findings import span, steps_of
from assurance.figures.comparison import why_not_comparable
from assurance.figures.rules.units import unit_noun
from reports.documents.document import Document, HeadlinePoint
from reports.documents.entries import STATED, Entry
from reports.documents.figure_pairs import (
    text_of_base,
)
from reports.documents.headlines import headline_entries, parted, with_leading
from reports.documents.series.shares import (
    NO_CHANGE,
    count_direction,
    share_direction,
    steps_of_shares,
)
from reports.documents.series.waves import moment_of

NOTHING_EARLIER = "No earlier value to compare with"
NOT_COMPARABLE = "Not comparable with the value {}: {}"
# A line shows so many values at most.
MOST_OF_A_LINE = 8


def with_history(document: Document, earlier: Iterable[Iterable[Entry]]) -> Document:
    """The document whose opening figures are compared with their earlier values: those that it
    prints itself, then those of `earlier` reports, the last report first."""
    leading, _ = parted(document)
    if leading is None:
        return document
    reports = (tuple(document.counted), *map(tuple, earlier))
    pairs = headline_entries(document, leading)
    items = tuple(_with_history(item, entry, reports) for item, entry in pairs)
    return with_leading(document, leading, replace(leading, items=items))


def _with_history(headline, entry, reports):
    if entry is None or entry.mark or entry.count is None or entry.is_difference:
        return headline
    is_share = headline.value[0].text.endswith("%")
    before = [row for row in _before(entry, reports) if not is_share or row.base_count]
    alike = [row for row in before if not why_not_comparable(entry, row)]
    return replace(
        headline,
        unit="" if is_share else unit_of(entry),
        change=_change(entry, alike, before, is_share),
        series=_series(entry, alike),
    )


def unit_of(entry: Entry) -> str:
    """What the number of an entry is out of, else what it counts where print does not say so."""
    if entry.base:
        return f"of {entry.base}"
    is_named = entry.text == f"{entry.count:,}" and "as the" not in entry.unit
    return unit_noun(entry.unit, entry.count) if is_named else ""


def _before(entry, reports) -> list[Entry]:
    """The values of the same figure before `entry`, each day or period once, the last first: as the
    report itself prints it, else as the last report does."""
    index = {}
    for row in (row for report in reports for row in report):
        same = (row.key, row.member) == (entry.key, entry.member) and row.key != STATED
        earlier = row.end < entry.end and moment_of(row) != moment_of(entry)
        if same and earlier and not row.mark and row.count is not None:
            index.setdefault((*moment_of(row), row.population or row.cohort), row)
    return sorted(index.values(), key=lambda row: (row.end, row.start), reverse=True)


def _change(entry, alike, before, is_share):
    if not before:
        return f"{NOTHING_EARLIER}."
    if not alike:
        reason = why_not_comparable(entry, before[0])
        return f"{NOT_COMPARABLE.format(_at(before[0]), reason)}."
    then = alike[0]
    as_shares = are_shares((row.text, row.count, row.base) for row in _series(entry, alike)) or None
    if of_shares := steps_of_shares(then, entry, then.when, as_shares=as_shares):
        return of_shares
    verb = share_direction(then, entry) if is_share else count_direction(then, entry)
    if verb == NO_CHANGE:
        return f"{NO_CHANGE} from {text_of_base(then)} {_at(then)}"
    return steps_of(verb, text_of_base(then), text_of_base(entry), then.when)


def _at(entry):
    return f"{'on' if entry.start == entry.end else 'for'} {span(entry.when)}"


def _series(entry, alike) -> tuple[HeadlinePoint, ...]:
    """The comparable values to the one of `entry`, one for each last day."""
    index = {}
    for row in (entry, *alike):
        index.setdefault(row.end, row)
    rows = sorted(index.values(), key=lambda row: row.end)[-MOST_OF_A_LINE:]
    return tuple(HeadlinePoint(row.end, row.text, row.count, row.base_count) for row in rows)
