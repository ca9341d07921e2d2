"""Rows of the tables of published reports, as answers of their own: what each row is called, its
value with its date, and the earlier values of the same."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from itertools import starmap

from reports.documents.document import EMPHASIS, PLAIN, STRONG, Document, Table
from reports.documents.document import FIGURE as COUNTED
from reports.documents.html.places import Place
from reports.editions.models.editions import Edition
from reports.prose.dates import dates
from reports.publication.latest_figures import month_words
from reports.publication.models.tables import EditionTable
from reports.publication.search.query import passage_address
from reports.publication.search.scores import Candidate, ranked
from reports.publication.search.texts import printed_words
from reports.vocabulary.stems import stems
from reports.vocabulary.terms import Term
from reports.vocabulary.thesaurus import ROW

# So many tables are read for one question, and so many rows of each.
TABLES, ROWS = 6, 300
# What is printed of a number: of money, of a share, about so many.
_VALUE = re.compile(r"(?:(?:about|almost|nearly|over|under) )?[−–-]?£?\d[\d,.]*\b.{0,40}")
# A value that may be read: no other kind of run is printed without its number being counted, kept
# back or in doubt.
OPEN_KINDS = frozenset((PLAIN, STRONG, EMPHASIS))

# Heads of columns that add nothing to the name of a row.
NO_HEADS = frozenset(("value", "number", "total"))


@dataclass(frozen=True)
class Value:
    """One value of a row: its words, the head of its column and its date in words."""

    text: str
    head: str = ""
    when: str = ""

    @property
    def about(self) -> str:
        """The head of its column where that adds to the name of the row, and its date."""
        head = "" if self.head.casefold() in NO_HEADS else self.head
        return ", ".join(filter(None, (head, self.when)))

    @property
    def iso(self) -> str:
        """Its date as `2019-12-31`, empty without one."""
        return str(_day(self.when) or "")


@dataclass(frozen=True)
class TableRow:
    """One row as a page shows it: its name, its values, the newest first, and its other cells with
    the heads of their columns."""

    edition: Edition
    address: str
    label: str
    caption: str
    name: str
    values: tuple[Value, ...]
    others: tuple[tuple[str, str], ...]
    month: str = ""

    @property
    def absent(self) -> str:
        """The month or year that was asked for, in words, where it has values of others alone."""
        days = [value.iso for value in self.values if value.iso]
        is_absent = self.month and days and not any(day.startswith(self.month) for day in days)
        return month_words(self.month) if is_absent else ""

    @property
    def value(self) -> Value:
        """The newest value."""
        return self.values[0]

    @property
    def earlier(self) -> tuple[Value, ...]:
        """The values before the newest."""
        return self.values[1:]


def rows_in(
    terms: Sequence[Term], paragraphs: Iterable[Candidate], month: str = ""
) -> Iterator[Candidate]:
    """The rows of those tables among `paragraphs` that have most of `terms`, with their values of
    `month` first where they have one."""
    of_tables = (item for item in paragraphs if item.record.label.startswith("Table"))
    best = [row.candidate.record for row in ranked(terms, of_tables)[:TABLES]]
    if not best:
        return
    editions = Edition.objects.with_papers().in_bulk({row.edition_id for row in best})
    tables = EditionTable.objects.at((row.edition_id, row.anchor) for row in best)
    known = {(table.edition_id, table.anchor): table for table in tables}
    for passage in best:
        table = known.get((passage.edition_id, passage.anchor))
        edition = editions[passage.edition_id]
        for place, row in enumerate(table_rows(edition, passage, table, month) if table else ()):
            yield _candidate((passage.pk, place), row)


def table_rows(
    edition: Edition, passage, table: EditionTable, month: str = ""
) -> Iterator[TableRow]:
    """The rows of `table` as pages show them, the value of `month` first in each."""
    address = passage_address(edition, table.anchor)
    for name, values, others in table.rows:
        ordered = _newest_first(starmap(Value, values), month)
        pairs = tuple(map(tuple, others))
        yield TableRow(edition, address, passage.label, table.caption, name, ordered, pairs, month)


def tables_of(document: Document, known: Mapping[str, Place]) -> list[dict]:
    """The fields of an `EditionTable` for each table of `document` with a row that has a value."""
    tables = (place.thing for place in known.values() if isinstance(place.thing, Table))
    fields = ({"anchor": t.anchor, "caption": t.caption, "rows": open_rows(t)} for t in tables)
    return [row for row in fields if row["rows"]]


def open_rows(table: Table) -> list[list]:
    """The rows of `table` that have a value, in the form of `EditionTable.rows`, but those of
    counted figures, which are found by themselves, and those kept back; values of one measure at
    several dates are one row where all else in it is alike."""
    heads = [printed_words(cell.runs) for cell in table.columns]
    until = next((item.words for item in dates(table.caption)[::-1] if item.last), "")
    gathered: dict[tuple, tuple[list[Value], tuple]] = {}
    for cells in table.rows[:ROWS]:
        if not _is_counted(cells):
            name, values, others = _read(_open_cells(heads, cells), until)
            # What stands beside one value, its result or state, is said of no other.
            gathered.setdefault((name, others), ([], others))[0].extend(values)
    return [
        [name, [[*astuple(value)] for value in values], [[*pair] for pair in others]]
        for (name, _), (values, others) in gathered.items()
        if name and values
    ]


def _is_counted(cells):
    return any(run.kind == COUNTED for cell in cells for run in cell.runs)


def _open_cells(heads, cells):
    """(head, words) of each cell that has words, but of what is kept back or in doubt, and of the
    number that only counts the rows."""
    return [
        (head, text)
        for head, cell in zip(heads, cells, strict=False)
        if (text := printed_words(cell.runs))
        and OPEN_KINDS.issuperset(run.kind for run in cell.runs)
        and not (cell.header and text.isdecimal())
    ]


def _read(cells, until):
    """The name of a row, its values and its other cells: the name is the first cell of words, a
    value is of the date of its column, else of its row, else `until`."""
    days = [text for _, text in cells if _day(text)]
    texts = [pair for pair in cells if not _day(pair[1])]
    name = next((pair for pair in texts if not _VALUE.fullmatch(pair[1])), ("", ""))
    numbers = [pair for pair in texts if pair != name and _VALUE.fullmatch(pair[1])]
    of_columns = [Value(text, "", head) for head, text in numbers if _day(head)]
    when = (days or [until])[-1]
    values = of_columns or [Value(text, head, when) for head, text in numbers[:1]]
    printed = {value.text for value in values} | ({*days} if values else set())
    others = tuple(pair for pair in cells if pair != name and pair[1] not in printed)
    return name[1], values, others


def _day(text):
    """The last date of `text` where it is nothing but a date or two."""
    days = dates(text)
    last = days[-1].last if days else None
    return last if last and len(text) - sum(len(item.words) for item in days) <= 4 else None


def _newest_first(values, month):
    """The values by date, the newest first, that of `month` before all."""
    rows = sorted(values, key=lambda value: _day(value.when) or date.min, reverse=True)
    return tuple(sorted(rows, key=lambda value: not (month and value.iso.startswith(month))))


def _candidate(key, row):
    values = " ".join(f"{value.text} {value.when}" for value in row.values)
    others = " ".join(f"{head} {text}" for head, text in row.others)
    return Candidate(
        ROW,
        key,
        stems(f"{row.name} {row.value.head} {values}"),
        stems(f"{row.caption} {others} {row.edition.title}"),
        _day(row.value.when) or row.edition.paper.period_end,
        stems(row.name),
        record=row,
    )
