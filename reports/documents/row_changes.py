"""The rows and cells of tables, and the numbers of rows in sentences, that two documents print
otherwise, each named in a sentence, and the earlier document as it reads without these; and the
links of one text that lead elsewhere.

A cell with a figure or a typed number is left to what compares those, and a row with a value that
is not shown is left as a whole. A row of typed words that is taken out may be so for the sake of a
person: it is not named, while that of a list of records is, which has no column about a person.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from assurance.runtime.typography import with_capital
from reports.documents.document import (
    FIGURE,
    HIDDEN,
    LINK,
    TYPED,
    Cell,
    Document,
    Run,
    Table,
    references_in,
    text_of,
)
from reports.documents.front.changes import change_of
from reports.documents.html.places import places, said_at
from reports.documents.sources.notes import runs_in
from reports.prose.numbers import value_of

_COUNTED = (FIGURE, HIDDEN, TYPED)
Row = Mapping[str, Cell]


@dataclass(frozen=True)
class _Pair:
    """One table as two documents print it, the column that names its rows, and whether it lists
    records."""

    before: Table
    after: Table
    column: str
    of_records: bool

    @property
    def rows(self) -> tuple[dict[str, Row], dict[str, Row]]:
        """Name → row of both."""
        return tuple(
            {text_of(row[self.column].runs): row for row in rows}
            for rows in _rows(self.before, self.after)
        )


def row_changes(before: Document, after: Document) -> tuple[tuple[str, ...], Document]:
    """(a sentence for each change in rows, `before` as it reads with these changes made)."""
    known, pairs = places(after), tuple(_pairs(before, after))
    counts = dict(_changed_counts(before, after, pairs))
    tables = {pair.before.anchor: _aligned(pair) for pair in pairs}

    def changed(value):
        if isinstance(value, Table):
            return tables.get(value.anchor, value)
        return counts.get(value, value) if isinstance(value, Run) else value

    def named(anchor, other):
        return with_capital(said_at(known, anchor)) or other

    sentences = [
        f"{named(pair.after.anchor, 'A table')}{rest}"
        for pair in pairs
        for rest in (*_columns(pair), *_cells(pair), *_whole_rows(pair))
    ]
    sentences += [
        f"{named(now.to, 'A list')}, the number of rows: {then.text} is corrected to {now.text}."
        for then, now in counts.items()
    ]
    return tuple(sentences), replace(before, sections=_mapped(before.sections, changed))


def link_changes(before: Document, after: Document) -> Iterator[str]:
    """A sentence for each link whose words are in both editions and lead elsewhere now."""
    old, new = map(_links_of, (before, after))
    known = places(after)
    for words, links in new.items():
        pairs = zip(old.get(words, ()), links, strict=False)
        for run in (run for then, run in pairs if then.to != run.to):
            # The last place with the link is the least.
            where = [place.words for place in known.values() if run in runs_in(place.thing)][-1:]
            name = with_capital("".join(where)) or "A line"
            yield f"{name}: the link “{words}” leads to another address."


def _links_of(document):
    links: dict[str, list[Run]] = {}
    for run in runs_in((document.head, document.sections)):
        if run.kind == LINK:
            links.setdefault(run.text, []).append(run)
    return links


def _pairs(before, after) -> Iterator[_Pair]:
    """The tables that both print: those of one caption first, then those of one place."""
    left = list(_tables(after.sections))
    lists = {place for row in before.records if row.rows is not None for place in row.places}
    waiting = list(_tables(before.sections))
    for same in ((lambda one: one.caption), (lambda one: one.anchor)):
        for table in tuple(waiting):
            other = next((one for one in left if same(one) == same(table)), None)
            if other is None:
                continue
            waiting.remove(table)
            left.remove(other)
            column = _naming_column(table, other)
            if column is not None and table != other:
                yield _Pair(table, other, column, table.anchor in lists)


def _naming_column(before, after) -> str | None:
    """The first column of words that names each row of both by itself; None where none does."""
    heads = [_heads(table) for table in (before, after)]
    if any(len(set(of)) < len(of) for of in heads):
        return None
    both = _rows(before, after)
    for name in heads[1]:
        if all(_tells_apart(rows, name) for rows in both):
            return name
    return None


def _tells_apart(rows, name):
    cells = [row.get(name, Cell()) for row in rows]
    texts = {text_of(cell.runs) for cell in cells}
    return len(texts) == len(cells) and all(texts) and all(map(_is_plain, cells))


def _columns(pair):
    old, new = _heads(pair.before), _heads(pair.after)
    if len(old) != len(new):
        yield from (f": the column “{name}” is added." for name in new if name not in old)
        yield from (f": the column “{name}” is taken out." for name in old if name not in new)


def _cells(pair):
    """Each difference in the rows that both have; typed words are not printed again."""
    old, new = pair.rows
    for name in new:
        for column, (then, now) in _changed_cells(old.get(name), new[name]).items():
            change = change_of(then, now) if pair.of_records else "words are changed."
            yield f", “{name}”, “{column}”: {change}"


def _changed_cells(old: Row | None, new: Row) -> dict[str, tuple[str, str]]:
    """Column → its text before and after, of plain cells that differ; of a row with a value that is
    not shown, none."""
    if old is None or not all(map(_is_open, (old, new))):
        return {}
    both = {name: (old.get(name, Cell()), cell) for name, cell in new.items()}
    texts = {
        name: tuple(text_of(cell.runs) for cell in cells)
        for name, cells in both.items()
        if all(map(_is_plain, cells))
    }
    return {name: (then, now) for name, (then, now) in texts.items() if then != now}


def _whole_rows(pair):
    """Each row that is added or taken out, and another order of the rest."""
    old, new = pair.rows
    yield from (f": the row “{name}” is added." for name in new if name not in old)
    if pair.of_records:
        yield from (f": the row “{name}” is taken out." for name in old if name not in new)
    orders = [[name for name in own if name in other] for own, other in ((old, new), (new, old))]
    if orders[0] != orders[1]:
        yield ": its rows are in another order."


def _aligned(pair) -> Table:
    """The table before with the columns, rows and cells of the one after that are named."""
    old, new = pair.rows
    rows = []
    for name, row in new.items():
        then = old.get(name, {})
        named = _changed_cells(then, row).keys() | (row.keys() - then.keys())
        rows.append(tuple(row[one] if one in named else then[one] for one in row))
    if not pair.of_records:
        rows += (tuple(row.values()) for name, row in old.items() if name not in new)
    is_same = len(pair.before.columns) == len(pair.after.columns)
    columns = pair.before.columns if is_same else pair.after.columns
    return replace(pair.before, columns=columns, rows=tuple(rows))


def _changed_counts(before, after, pairs) -> Iterator[tuple[Run, Run]]:
    """Each number of rows in words or digits that differs, as both print it."""
    matched = {pair.before.anchor: pair.after.anchor for pair in pairs}
    now = {run.to: run for run in _counts(after)}
    for run in _counts(before):
        later = now.get(matched.get(run.to, run.to))
        if later and later.text != run.text:
            yield run, later


def _counts(document):
    for run in references_in(document.sections):
        if run.text.isdecimal() or value_of(run.text) is not None:
            yield run


def _rows(before, after) -> tuple[tuple[Row, ...], ...]:
    """The rows of both by the heads of their columns; as many columns are the same ones, whatever
    their heads."""
    heads = [_heads(table) for table in (before, after)]
    if len(heads[0]) == len(heads[1]):
        heads[0] = heads[1]
    return tuple(
        tuple(dict(zip(names, row, strict=False)) for row in table.rows)
        for names, table in zip(heads, (before, after), strict=True)
    )


def _heads(table):
    return [text_of(cell.runs) for cell in table.columns]


def _is_plain(cell):
    return not any(run.kind in _COUNTED for run in cell.runs)


def _is_open(row):
    return not any(run.kind == HIDDEN for cell in row.values() for run in cell.runs)


def _tables(value) -> Iterator[Table]:
    if isinstance(value, Table):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _tables(item)
    elif is_dataclass(value):
        yield from _tables(tuple(getattr(value, item.name) for item in fields(value)))


def _mapped(value, change: Callable):
    """`value` with each table and run in it as `change` has it."""
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)
    if isinstance(value, Table | Run):
        return change(value)
    if is_dataclass(value):
        inner = {item.name: _mapped(getattr(value, item.name), change) for item in fields(value)}
        return replace(value, **inner)
    return value
