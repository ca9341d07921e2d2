"""Sums among the cells of typed tables: those that a table says hold, and those that show."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from assurance.figures.figure import Unit, Value
from assurance.figures.relations import Identity, Sum

Place = tuple[int, int]


def sums_of(
    tables: Sequence, index: Sequence[Mapping[Place, Identity]], values: Mapping, quoted: Sequence
) -> tuple[list[Sum], list[Value]]:
    """(the sums between cells of `tables` and with the figures `quoted`, those figures that are
    wholes); `index` gives the identities of each table's cells by place."""
    sums, wholes = [], defaultdict(list)
    for table, identities in zip(tables, index, strict=True):
        own = [_resolved(identities, *line) for line in _totals(table.cells, table.counts)]
        sums += filter(None, own)
    for item in dict.fromkeys(link.whole for link in sums):
        wholes[values[item].count].append(values[item])
    for value in quoted:
        wholes[value.count].append(value)
    known = {link.whole for link in sums} | {part for link in sums for part in link.parts}
    used = {}
    for table, identities in zip(tables, index, strict=True):
        for line in _lines(table):
            parts = [identities[place] for place in line if place in identities]
            if len(parts) < 2 or known & set(parts):
                continue
            total = sum(values[part].count for part in parts)
            for whole in wholes.get(total, ()):
                if _may_be_whole(whole, values[parts[0]]):
                    used[whole.identity] = whole
                    sums.append(Sum(whole.identity, tuple(parts)))
    return sums, [whole for identity, whole in used.items() if identity not in values]


def _may_be_whole(whole, part):
    """Whether a count may be the whole of some cells: of the same day and the same people."""
    same_time = None in (part.weighed_on, whole.weighed_on) or (
        whole.when.start == part.when.start and whole.when.end == part.when.end
    )
    staff = part.unit == Unit.CHILDREN and whole.unit == Unit.PEOPLE
    return same_time and whole.evidence != part.evidence and not (staff and whole.groups.slug)


def _lines(table) -> Iterator[list[Place]]:
    """The places of each column and of each row, without labels."""
    rows, columns = table.shape
    yield from ([(row, column) for row in range(rows)] for column in range(1, columns))
    yield from ([(row, column) for column in range(1, columns)] for row in range(rows))


def _totals(cells, counts) -> Iterator[tuple[Place, list[Place]]]:
    """The whole and the parts of every sum that a table says holds, or that all of its columns or
    rows show: down to its last row, and across to its last column."""
    rows, columns = len(cells["rows"]), len(cells["columns"])
    parts = [part - 1 for part in cells.get("parts") or range(1, rows)]
    down = [
        ((rows - 1, column), [(row, column) for row in parts if row != rows - 1])
        for column in range(1, columns)
    ]
    across = [
        ((row, columns - 1), [(row, column) for column in range(1, columns - 1)])
        for row in range(rows)
    ]
    yield from down if cells.get("total_row") or _all_hold(down, counts) else ()
    yield from across if cells.get("total_column") or _all_hold(across, counts) else ()


def _all_hold(lines, counts):
    """Whether two or more parts come to the last cell in every line that has one."""
    lines = [(counts[whole], parts) for whole, parts in lines if whole in counts]
    numbers = [
        (whole, [counts[part] for part in parts if part in counts]) for whole, parts in lines
    ]
    return bool(numbers) and all(len(parts) > 1 and sum(parts) == whole for whole, parts in numbers)


def _resolved(identities, whole, parts):
    known = tuple(identities[part] for part in parts if part in identities)
    return Sum(identities[whole], known) if whole in identities and known else None
