"""Tables of typed numbers of people: which cells the public does not get.

A table says in its data what its numbers count, which row and column are totals and which rows are
parts of the total. Small numbers are then protected as those of figures are, by the same rule, all
tables of a report together, also against what an earlier edition printed in the same cell: that of
the same caption, row and column, or of the same place in a table that has another name now, on the
same day. A column or row that comes to a whole of the report is taken for all of its parts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import trunc

from assurance.figures.disclosure import PublishedCount, protect
from assurance.figures.figure import Figure, Mark, Timing, Unit, Value
from assurance.figures.models import DisclosurePolicy
from assurance.figures.relations import Identity
from assurance.figures.small_numbers import usual_policy
from assurance.runtime.periods import When
from reports.documents.data.tables import tables_of, value
from reports.documents.document import Cell, Document
from reports.language.inline import parse_inline
from reports.language.tokens import Quote, StatedNumber
from reports.papers.assembly.typed_cells.shares import telling_shares
from reports.papers.assembly.typed_cells.sums import sums_of
from reports.papers.manuscript import Manuscript
from reports.prose.dates import dates
from reports.prose.numbers import COUNT, PERCENT, numbers

# What a table's numbers may count → the unit that they are protected as.
COUNTED = {"children": Unit.CHILDREN, "people": Unit.PEOPLE}
KEY = "typed"
# What a row's label is besides its words: tokens, and signs of bold.
_LABEL = re.compile(r"\[\[[^\]]*\]\]|\*")
# Between a count and its base, and what a cell has that prints more than a count.
_OF = re.compile(r"\s*(?:of|/|out\s+of)\s*(?:the\s+)?")
_HAS_SHARE = re.compile(r"%|per\s?cent|\d\s*(?:of|/|out\s+of)\s*\d", re.I)
# The forms of a live figure that print its count.
PLAIN_FORMS = ("number", "words", "none")


def _figure(key):
    words = dict.fromkeys(("title", "counts", "source", "rule", "citation"), key)
    sentence = {"unit": Unit.PEOPLE, "timing": Timing.AT, "relate": lambda asked: (), **words}
    return Figure(key=key, reckon=lambda asked: None, **sentence)


def counts_people(cells: Mapping) -> bool:
    """Whether a table's data says that its numbers count people."""
    return cells.get("counts", "") in COUNTED


@dataclass(frozen=True)
class TypedTable:
    """The data of a table that counts people, its place in the report, its caption and heads as
    printed, and the exact count of each cell that holds one, by row and column."""

    place: int
    cells: Mapping
    caption: str
    heads: tuple[Cell, ...]
    counts: Mapping[tuple[int, int], int]

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns it has."""
        return len(self.cells["rows"]), len(self.cells["columns"])

    @cached_property
    def names(self):
        """Place of a cell → (its name in any edition, the day that it names or None)."""
        return _names(self.counts, self.caption, self.heads, [row[0] for row in self.cells["rows"]])


def hidden_cells(
    tables: Sequence[TypedTable],
    manuscript: Manuscript,
    printed: Iterable[Value] = (),
    earlier: Iterable[PublishedCount] = (),
) -> list[frozenset[tuple[int, int]]]:
    """(row, column) of each cell, from nought, that is not shown to the public, of each table;
    `printed` are the figures that the report quotes, and `earlier` what editions printed."""
    rows = DisclosurePolicy.objects.all()
    policies = rows.by_unit(manuscript.council, manuscript.policy_day)
    last = manuscript.period.end
    index = [_identities(table, last) for table in tables]
    values = {
        identity: _value(table, place, identity, policies)
        for table, identities in zip(tables, index, strict=True)
        for place, identity in identities.items()
    }
    quoted = [item for item in printed if item.count is not None and item.unit.of_people]
    declared, wholes = sums_of(tables, index, values, quoted)
    values |= {item.identity: item for item in wholes}
    before = [*_before(tables, index, tuple(earlier)), *_quoted(quoted, last)]
    figures = {identity[0]: _figure(identity[0]) for identity in values}
    public = protect(values, figures, before, declared)
    result = []
    for table, identities in zip(tables, index, strict=True):
        hidden = {place for place, item in identities.items() if public[item].mark == Mark.WITHHELD}
        policy = policies.get(COUNTED[table.cells["counts"]]) or usual_policy()
        telling = telling_shares(table, hidden, policy.threshold)
        result.append(frozenset(hidden | _beside(table.cells, hidden, table.counts) | telling))
    return result


def _value(table, place, identity, policies):
    unit = COUNTED[table.cells["counts"]]
    policy = policies.get(unit) or usual_policy()
    return Value(
        KEY,
        identity[1],
        When.at(identity[2]),
        table.counts[place],
        unit=unit,
        evidence=f"table {table.place}",
        threshold=policy.threshold,
        nought_shown=policy.nought_shown,
        weighed_on=table.names[place][1],
    )


def _quoted(values, last):
    """What the report's own figures print, at their day and as cells that name none have it."""
    for item in values:
        yield PublishedCount(item.identity, item.count)
        yield PublishedCount((item.key, item.member, last, last, item.cohort), item.count)


def _before(tables, index, earlier):
    """What editions printed, and under the names that its cells have now: those of the same name,
    or of the same place where a cell of that name is no more. One that has its name still is no
    other cell."""
    named, placed = defaultdict(list), defaultdict(list)
    known = {
        (table.names[place][0], identity[2])
        for table, identities in zip(tables, index, strict=True)
        for place, identity in identities.items()
    }
    for item in earlier:
        if item.identity[0] == KEY and item.identity[1:3] in known:
            named[item.identity[1:3]].append(item.count)
            continue
        placed[item.identity[2], item.place].append(item.count)
        yield item
    for table, identities in zip(tables, index, strict=True):
        for place, identity in identities.items():
            own = named.get((table.names[place][0], identity[2]), ())
            for count in own or placed.get((identity[2], (*table.shape, *place)), ()):
                yield PublishedCount(identity, count)


def printed_cells(document: Document, period: When) -> Iterator[PublishedCount]:
    """The whole numbers that the tables of an edition print, each by its caption, row and column;
    `period` is the edition's."""
    for table, _ in tables_of(document.sections):
        cells = {
            (row, column): cell
            for row, line in enumerate(table.rows)
            for column, cell in enumerate(line)
            if column
        }
        counts = {place: _printed_count(cell) for place, cell in cells.items()}
        counts = {place: count for place, count in counts.items() if count is not None}
        labels = [_text(row[0]) for row in table.rows]
        shape = len(table.rows), len(table.columns)
        names = _names(counts, table.caption, table.columns, labels)
        for place, (name, day) in names.items():
            identity = _identity(name, day or period.end)
            yield PublishedCount(identity, counts[place], (*shape, *place))


def _printed_count(cell):
    """The count that a cell of an edition prints, also where its share or its base is with it."""
    number = value(cell)
    if isinstance(number, int):
        return number
    return count_in(number) if isinstance(number, str) and _HAS_SHARE.search(number) else None


def _identities(table, last) -> dict[tuple[int, int], Identity]:
    """Place → what makes a cell one of the report; where no date stands over it, its day is the
    last of the report's period."""
    return {
        place: _identity(f"{name} {table.place}", day or last)
        for place, (name, day) in table.names.items()
    }


def _identity(name, day):
    return (KEY, name, day, day, "")


def _names(places, caption, heads, labels):
    """Place → (what makes a cell the same in another edition, the day that it names or None)."""
    names, used = {}, set()
    for row, column in sorted(places):
        parts = (caption, _text(heads[column]), _LABEL.sub("", labels[row]).strip())
        name = " | ".join(" ".join(part.split()) for part in parts)
        # Rows of one name are told apart by their order.
        name = name if name not in used else f"{name} {row} {column}"
        used.add(name)
        days = [mention.last or date.max for mention in dates(" ".join(parts))]
        names[row, column] = name, days[-1] if days else None
    return names


def _text(cell):
    return "".join(run.text for run in cell.runs)


def counts_of(cells: Mapping, value_of) -> dict[tuple[int, int], int]:
    """Place → the count of each cell that holds one whole number, by itself or with its share or
    its base; `value_of` gives the exact value of a live figure in a cell, or None."""
    counts = {}
    for row, line in enumerate(cells["rows"]):
        for column, written in enumerate(line):
            pieces = [piece for piece in parse_inline(written) if piece != ""]
            if column and (count := _count(pieces, value_of)) is not None:
                counts[row, column] = count
    return counts


def _count(pieces, value_of):
    quotes = [piece for piece in pieces if isinstance(piece, Quote)]
    texts = [piece.words if isinstance(piece, StatedNumber) else piece for piece in pieces]
    if not quotes and all(isinstance(text, str) for text in texts):
        return count_in("".join(texts))
    # A live share next to its live count is of it.
    values = {piece: value_of(piece) for piece in quotes if piece.form in PLAIN_FORMS}
    plain = [value for value in values.values() if value is not None]
    rest = [text for text in texts if isinstance(text, str)]
    alone = len(plain) == 1 and len(rest) + len(quotes) == len(pieces)
    return plain[0].count if alone and not count_in(" ".join(rest)) else None


def count_in(text: str) -> int | None:
    """The count that the words of a cell are, `3`, `3 (15%)`, `3 of 20`; None where they are of
    several counts or of none."""
    typed = numbers(text)
    shares = [number for number in typed if number.kind == PERCENT]
    counts = [number for number in typed if number not in shares]
    if len(counts) == 2 and _OF.fullmatch(text[counts[0].end : counts[1].start]):
        counts.pop()
    if len(counts) != 1 or counts[0].kind != COUNT or counts[0].value.denominator != 1:
        return None
    return trunc(counts[0].value)


def _beside(cells, hidden, counts):
    """Numeric cells that are no counts, such as shares, in a row with one that is hidden."""
    rows = {row for row, _ in hidden}
    return {
        (row, column)
        for row in rows
        for column, head in enumerate(cells["columns"])
        if column and head.get("numeric") and (row, column) not in counts
    }
