"""Tables of typed numbers of people: which cells the public does not get.

A table says in its data what its numbers count, which row and column are totals and which rows are
parts of the total. Small numbers are then protected as those of figures are, by the same rule, also
against what an earlier edition printed in the same cell: that of the same caption, row and column,
on the same day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from math import trunc

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import Figure, Mark, Timing, Unit, Value
from assurance.figures.models import DisclosurePolicy
from assurance.figures.relations import Identity, Sum
from assurance.figures.small_numbers import usual_policy
from assurance.runtime.periods import When
from reports.documents.data.tables import tables_of, value
from reports.documents.document import Cell, Document
from reports.papers.language.inline import parse_inline
from reports.papers.language.tokens import Quote, StatedNumber
from reports.papers.manuscript import Manuscript
from reports.prose.dates import dates
from reports.prose.numbers import COUNT, numbers

# What a table's numbers may count → the unit that they are protected as.
COUNTED = {"children": Unit.CHILDREN, "people": Unit.PEOPLE}
KEY = "typed"
# What a row's label is besides its words: tokens, and signs of bold.
_LABEL = re.compile(r"\[\[[^\]]*\]\]|\*")
_FIGURES = {
    KEY: Figure(KEY, *[KEY] * 2, Unit.PEOPLE, Timing.AT, *[KEY] * 3, reckon=lambda asked: None)
}


def counts_people(cells: Mapping) -> bool:
    """Whether a table's data says that its numbers count people."""
    return cells.get("counts", "") in COUNTED


def hidden_cells(
    cells: Mapping,
    title: tuple[str, tuple[Cell, ...]],
    manuscript: Manuscript,
    value_of,
    earlier: Iterable[PublishedCount] = (),
) -> frozenset[tuple[int, int]]:
    """(row, column) of each cell, from nought, that is not shown to the public; `title` is the
    caption and the heads as printed, `value_of` gives the exact value of a live figure in a cell,
    or None, and `earlier` what editions printed. A table that does not count people hides
    nothing."""
    if not counts_people(cells):
        return frozenset()
    unit = COUNTED[cells["counts"]]
    counts = _counts(cells, value_of)
    day = manuscript.policy_day
    policies = DisclosurePolicy.objects.all().by_unit(manuscript.council, day)
    policy = policies.get(unit) or usual_policy()
    identities = _identities(counts, title, [row[0] for row in cells["rows"]], manuscript.period)
    values = {
        identity: Value(
            KEY,
            identity[1],
            When.at(identity[2]),
            counts[place],
            unit=unit,
            threshold=policy.threshold,
            nought_shown=policy.nought_shown,
        )
        for place, identity in identities.items()
    }
    declared = list(_sums(cells, identities))
    public = protect(values, _FIGURES, earlier, declared)
    hidden = {place for place, item in identities.items() if public[item].mark == Mark.WITHHELD}
    return frozenset(hidden | _beside(cells, hidden, counts))


def printed_cells(document: Document, period: When) -> Iterator[PublishedCount]:
    """The whole numbers that the tables of an edition print, each by its caption, row and column;
    `period` is the edition's."""
    for table, _ in tables_of(document.sections):
        cells = {
            (row, column): value(cell)
            for row, line in enumerate(table.rows)
            for column, cell in enumerate(line)
            if column
        }
        counts = {place: count for place, count in cells.items() if isinstance(count, int)}
        labels = [_text(row[0]) for row in table.rows]
        title = table.caption, table.columns
        for place, identity in _identities(counts, title, labels, period).items():
            yield PublishedCount(identity, counts[place])


def _identities(places, title, labels, period) -> dict[tuple[int, int], Identity]:
    """Place → what makes a cell the same in another edition; where no date stands over it, its day
    is the last of the report's period."""
    caption, heads = title
    identities, used = {}, set()
    for row, column in sorted(places):
        names = (caption, _text(heads[column]), _LABEL.sub("", labels[row]).strip())
        name = " | ".join(" ".join(name.split()) for name in names)
        # Rows of one name are told apart by their order.
        name = name if name not in used else f"{name} {row} {column}"
        used.add(name)
        day = date.max if dates(" ".join(names)) else period.end
        identities[row, column] = (KEY, name, day, day, "")
    return identities


def _text(cell):
    return "".join(run.text for run in cell.runs)


def _counts(cells, value_of):
    """Place → the count of each cell that holds one whole number and nothing else."""
    counts = {}
    for row, line in enumerate(cells["rows"]):
        for column, written in enumerate(line):
            pieces = [piece for piece in parse_inline(written) if piece != ""]
            if column and len(pieces) == 1 and (count := _count(pieces[0], value_of)) is not None:
                counts[row, column] = count
    return counts


def _count(piece, value_of):
    if isinstance(piece, Quote):
        value = value_of(piece)
        plain = value is not None and piece.form in ("number", "words", "none")
        return value.count if plain else None
    text = piece.words if isinstance(piece, StatedNumber) else piece
    if not isinstance(text, str):
        return None
    result = numbers(text)
    if len(result) != 1 or result[0].kind != COUNT or result[0].value.denominator != 1:
        return None
    return trunc(result[0].value)


def _sums(cells, identities):
    """The sums that the table says hold: down to its total row, and across to its total column."""
    rows, width = len(cells["rows"]), len(cells["columns"])
    last_row, last_column = rows - 1, width - 1
    if cells.get("total_row"):
        parts = [part - 1 for part in cells.get("parts") or range(1, rows)]
        for column in range(1, width):
            yield from _sum(identities, (last_row, column), [(row, column) for row in parts])
    if cells.get("total_column"):
        for row in range(rows):
            inner = [(row, column) for column in range(1, last_column)]
            yield from _sum(identities, (row, last_column), inner)


def _sum(identities, whole, parts):
    known = tuple(identities[part] for part in parts if part in identities)
    if whole in identities and known:
        yield Sum(identities[whole], known)


def _beside(cells, hidden, counts):
    """Numeric cells that are no counts, such as shares, in a row with one that is hidden."""
    rows = {row for row, _ in hidden}
    return {
        (row, column)
        for row in rows
        for column, head in enumerate(cells["columns"])
        if column and head.get("numeric") and (row, column) not in counts
    }
