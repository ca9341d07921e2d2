"""The lists of records in a paper as checks read them, with the figures that count them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assurance.figures.registry import FIGURES
from assurance.runtime.digits import whole
from assurance.runtime.periods import When
from reports.checks.reading import Grid, ListedRecords
from reports.documents.entries import Entry
from reports.papers.assembly import records
from reports.papers.manuscript import Manuscript
from reports.prose.quantities.phrases import phrase_after, stems


def with_records(manuscript: Manuscript, grids: Iterable[Grid]) -> tuple[Grid, ...]:
    """The tables, those made of records with what they list."""
    listed = {
        block.slug: block.data["records"] for block in manuscript.blocks if "records" in block.data
    }
    return tuple(
        with_entry(replace(grid, records=_listed(manuscript, grid, listed[grid.block])))
        if grid.block in listed
        else grid
        for grid in grids
    )


def with_entry(grid: Grid) -> Grid:
    """A list of records with what it lists as the figure of the same things would print it."""
    listed = grid.records
    figure = FIGURES.get(listed.key) if listed and grid.rows else None
    if figure is None:
        return grid
    entry = Entry(
        number=0,
        key=listed.key,
        title=figure.title_of(listed.member.replace("_", " ")),
        text=f"{len(grid.rows):,}",
        counts=figure.counts,
        out_of="",
        when=str(When(listed.start, listed.end)),
        cohort="",
        # The plan and the grouping that its caption names are of the list alone.
        source=grid.caption,
        rule=figure.rule,
        citation="",
        member=listed.member,
        unit=str(figure.unit),
        start=listed.start.isoformat(),
        end=listed.end.isoformat(),
        count=len(grid.rows),
    )
    return replace(grid, records=replace(listed, entry=entry))


def _listed(manuscript, grid, mapping):
    try:
        kind, _, filters = records.check(mapping)
        day = records.day_of(manuscript, mapping)
    except records.ListRefused:
        return None
    values = (str(value).replace("_", " ") for value in filters.values())
    choices = [value for value in values if value.replace(" ", "").isalpha()]
    nouns = stems(" ".join((kind.title, phrase_after(grid.caption), *choices)))
    counted = kind.figure_of(filters)
    if counted is None or mapping.get("within") or mapping.get("limit"):
        return ListedRecords(nouns, day)
    item, member = counted
    when = _year(filters[item.by], day) if item.year else When.at(day)
    return ListedRecords(nouns, day, item.key, member, when.start, when.end)


def _year(value, day):
    """The year up to `day`: nothing later is listed."""
    year = whole(str(value))
    return When(date(year, 1, 1), min(date(year, 12, 31), max(day, date(year, 1, 1))))
