"""A sentence by a table: the cell of the row that it names, a sum of its bands, the share and the
place of a row."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assurance.runtime.digits import ORDINALS
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EARLIER_TIMES, EXCEPTIONS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import WRONG, number_text, rounded, verdict
from reports.quantities.derivation.slips import is_slip
from reports.quantities.model import NO_PARTS, Denial, Quantity, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import CHANGE
from reports.quantities.selections import (
    OF_EACH,
    beside_tables,
    is_of_table,
    rows_counted,
    rows_named,
)
from reports.quantities.tables import Shown
from reports.share_constraints.explanations.known import Known, is_explained, known

# What makes a number one of more than a row, or of something that no row has.
_MORE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|{NEGATIONS}|{EXCEPTIONS}|or|others?|"
    r"another|rest|remain\w*|next|no|without|between|combined|together|than|both|"
    r"either|further|but|including|before|last|each|every|average|rose|fell|"
    r"increase\w*|decrease\w*|rise|fall|up|down|of\s+(?:whom|which|these|those|them))\b",
    re.I,
)
_LIMIT = re.compile(
    r"\b(?:longer|more|over|at\s+least|older|beyond|above|exceed\w*|within|less|under|fewer|shorter|younger|up\s+to|below)\b",
    re.I,
)
_MOST = re.compile(
    r"\b(?:(?:make|made|makes|sent|send|account\w*\s+for|bring|brought|had|has|have|saw|with|is|are|were|was|by\s+far)\s+the\s+(?:most|largest|greatest|"
    r"highest|biggest)|(?:largest|biggest|commonest)|most\s+(?:common|frequent|often)|more\s+than\s+any)\b",
    re.I,
)
_NTH = ORDINALS[:6]
_PLACED = re.compile(
    rf"\b(?:come|comes|came|is|are|was|were|ranks?|ranked|placed|stands?)\s+(?:a\s+[a-z]+\s+|in\s+)?(?P<nth>{'|'.join(_NTH[:5])}|last)"
    r"(?=\s*(?:[,;.]|$|\bwith\b|\bat\b|\bplace\b))",
    re.I,
)
_OUT_OF = re.compile(r"\bof(?:\s+(?:the|all|these|our))?$", re.I)
_OF_A_SET = re.compile(r"^\W*(?:of|among|amongst|out\s+of)\b", re.I)
_REST = re.compile(r"\b(?:others?|unknown|not\s+(?:known|recorded|stated)|remaining|none)\b", re.I)
_FEWEST, _LARGE, _MEND = 3, 10, "Use the table’s value, or explain the difference."


def rows_of_tables(reading: Reading) -> Iterator[Denial]:
    """`The social work teams account for 15 files`, where their row has 11 and another one 15."""
    every = known(reading)
    for row, tables in beside_tables(reading):
        near = [x for x in tables if not x.is_list and is_of_table(row, x)]
        counts = [
            x for x in row.counts if x.phrase.role not in NO_PARTS and not x.phrase.number.bound
        ]
        shares = [x for x in row.quantities if x.phrase.number.kind == PERCENT]
        if len(near) != 1:
            continue
        text = row.sentence.text
        of_row = counts and counts[0].phrase.base is None and not _OF_A_SET.match(text)
        if len(counts) == 1 and of_row and not _MORE.search(text):
            yield from _of_row(every, row, near[0], counts[0])
        if len(counts) == 1 and _LIMIT.search(text):
            yield from _of_bands(every, row, near[0], counts[0])
        if len(shares) == 1 and not row.counts and _MOST.search(text):
            yield from _of_largest(row, near[0], shares[0].phrase.number)
        if len(shares) == 1 and not row.counts and shares[0].phrase.role == CHANGE:
            yield from _of_change(row, near[0], shares[0].phrase.number)
        yield from _placed(row, near[0])


def _of_row(every: Known, row: Statement, table: Shown, item: Quantity) -> Iterator[Denial]:
    """A number that the one row named has not, and another row has, or that is a slip of one."""
    places, value = rows_named(table, row.sentence.said()), item.value
    figure = every.of(item)
    if len(places) != 1 or figure is None or _OUT_OF.search(item.phrase.label):
        return
    # “Prevent was lowest with 12 a session.”
    if OF_EACH.match(row.sentence.text, item.phrase.end):
        return
    cells = [x for x in table.numbers[places[0]] if x and x.kind == COUNT]
    values = {x.value for x in cells}
    known_here = values | {abs(a - b) for a in values for b in values} | {sum(values)}
    if (
        not cells
        or value in known_here
        or len(cells) < len([x for x in table.numbers[places[0]] if x])
    ):
        return
    own = {x.value for at, line in enumerate(table.numbers) if at != places[0] for x in line if x}
    others = [x.value for x in every.alike(figure) if x.group != ("table", table.grid.where)]
    slips = [x for x in cells if value >= _LARGE and is_slip(x.value, value)]
    if value in others or not (slips or (value in own and len(table.headings) > 2)):
        return
    if value not in own and is_explained(every, figure):
        return
    nearest = min(slips or cells, key=lambda x: abs(x.value - value))
    says = f"For “{table.rows[places[0]]}” the table ({table.grid.at}) has {nearest.words}, but "
    yield Denial.of(item, f"{says}the report gives {item.phrase.number.words}.", _MEND)


def _of_bands(every: Known, row: Statement, table: Shown, item: Quantity) -> Iterator[Denial]:
    """A number beyond a limit that no run of bands at an end of the table comes to."""
    column = _column(table, COUNT)
    figure, places = every.of(item), rows_counted(table)
    bands = [x for x in places if re.search(r"\d", table.rows[x])]
    units = {x for at in bands for x in stems_in(table.rows[at])} & stems_in(row.sentence.said())
    if column is None or figure is None or len(bands) < _FEWEST or not units:
        return
    values = [table.numbers[at][column].value for at in places]
    sums = {sum(run) for ends in (values, values[::-1]) for run in _runs(ends)}
    near = [x for x in sums if is_slip(x, item.value)]
    if item.value in sums or is_explained(every, figure) or not near or item.value < _LARGE:
        return
    nearest = min(near, key=lambda x: abs(x - item.value))
    says = (
        f"The rows of the table ({table.grid.at}) come to {number_text(nearest)}, but the report "
    )
    yield Denial.of(item, f"{says}gives {item.phrase.number.words}.", _MEND)


def _runs(values: Sequence[Fraction]) -> list[Sequence[Fraction]]:
    return [values[: at + 1] for at in range(len(values))]


def _column(table: Shown, kind: str) -> int | None:
    """The only column of numbers, all of one kind."""
    places = rows_counted(table)
    columns = {at for row in places for at, x in enumerate(table.numbers[row]) if x}
    if len(columns) != 1:
        return None
    [column] = columns
    cells = [table.numbers[at][column] for at in places if column < len(table.numbers[at])]
    whole = len(cells) == len(places) and all(x and x.kind == kind for x in cells)
    return column if whole else None


def _of_largest(row: Statement, table: Shown, number: Number) -> Iterator[Denial]:
    """The share of the largest row."""
    column, places = _column(table, COUNT), rows_counted(table)
    if column is None or len(places) < _FEWEST or number.bound or _MORE.search(row.sentence.text):
        return
    values = [table.numbers[at][column].value for at in places]
    total = sum(values)
    shares = [x * 100 / total for x in values] if total else []
    if not shares or any(verdict(number, x, x) != WRONG for x in shares):
        return
    share = rounded(max(shares), number.places)
    says = f"{number_text(max(values))} of {number_text(total)} in the table ({table.grid.at}) is "
    says += f"{number_text(share, number.places)}%, but the report gives {number.words}."
    yield Denial(row.line, number, says, _MEND)


def _of_change(row: Statement, table: Shown, number: Number) -> Iterator[Denial]:
    """The change of the one row named, in per cent, between the two periods of a table."""
    places = rows_named(table, row.sentence.said())
    cells = table.in_periods(places[0]) if len(places) == 1 else {}
    values = [x.value for x in cells.values() if x.kind == COUNT]
    if len(values) != 2 or number.bound or not values[0] or values[0] == values[1]:
        return
    first, last = values
    exact = abs(last - first) * 100 / first
    known_shares = (exact, abs(last - first) * 100 / last if last else exact)
    if any(verdict(number, x, x) != WRONG for x in known_shares):
        return
    says = f"From {number_text(first)} to {number_text(last)} in the table ({table.grid.at}) is "
    says += f"{number_text(rounded(exact, number.places), number.places)}%, but the report gives "
    yield Denial(row.line, number, f"{says}{number.words}.", _MEND)


def _placed(row: Statement, table: Shown) -> Iterator[Denial]:
    """The place of a row among all."""
    match = _PLACED.search(row.sentence.text)
    column = _column(table, COUNT) if match else None
    if column is None or _MORE.search(row.sentence.text):
        return
    places = [at for at in rows_counted(table) if not _REST.search(table.rows[at])]
    named = rows_named(table, row.sentence.said(row.sentence.text[: match.start()]))
    if len(named) != 1 or named[0] not in places or len(places) < _FEWEST:
        return
    values = {at: table.numbers[at][column].value for at in places}
    own = values[named[0]]
    above = sum(x > own for x in values.values())
    alike = sum(x == own for x in values.values())
    nth = (
        len(places) - 1
        if match["nth"].casefold() == "last"
        else _NTH.index(match["nth"].casefold())
    )
    if not above <= nth < above + alike:
        says = f"By the table ({table.grid.at}) “{table.rows[named[0]]}” comes "
        place = _NTH[above] if above < len(_NTH) else above + 1
        says += f"{place}, but the report has “{match['nth']}”."
        yield Denial(row.line, row.span, says, "Put the order or the number right.")
