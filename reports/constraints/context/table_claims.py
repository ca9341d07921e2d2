"""Claims about tables near: the share of a column, one period against another, the periods in which
a row has any, and what bands come to."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXCEPTIONS, NEGATIONS, OTHER_AREAS
from reports.prose.numbers import COUNT, value_of
from reports.prose.quantities.arithmetic import DIRECTION, number_text
from reports.prose.quantities.bands import ENDLESS, band_of, bands_told
from reports.prose.quantities.claims import CLAIM
from reports.quantities.derivation.claimed_shares import ClaimedShare
from reports.quantities.derivation.slips import is_mistyped, is_within
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.selections import beside_tables, is_of_table, row_meant
from reports.quantities.tables import TOTAL, Shown, names, names_loosely

_HIGHER = "more|higher|greater|larger|bigger|longer"
_LOWER = "fewer|lower|smaller|less|shorter"
_THAN_IN = re.compile(
    rf"\b(?:(?P<up>{_HIGHER})|{_LOWER})\b(?P<of>[^.;:]{{0,60}})\b(?:in|at|on|by)\s+(?P<first>[^.;:]{{2,40}}?)\s+than\s+"
    r"(?:in|at|on|by)\s+(?P<second>[^.;:,]{2,40})",
    re.I,
)
# “Visits in the last quarter were fewer than in the second.”
_IN_THAN = re.compile(
    rf"\b(?:in|at|on)\s+(?P<first>[^.;:]{{2,40}}?)\s+(?:was|were|is|are)\s+(?:(?P<up>{_HIGHER})|{_LOWER})(?P<of>)\s+than\s+"
    r"(?:in|at|on)\s+(?P<second>[^.;:,]{2,40})",
    re.I,
)
_ANY_OTHER = re.compile(
    r"^(?:any|all|every)\s+(?:the\s+)?others?\b|^any\s+of\s+the\s+others?\b", re.I
)
_IN_PERIODS = re.compile(
    r"\bin\s+(?:(?:all\s+|each\s+of\s+)?(?:the\s+)?(?P<many>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"|every|each)\s+(?:[a-z]+\s+)?(?:quarters?|months?|years?|terms?|half-years?)\b",
    re.I,
)
_PEAKED = re.compile(
    r"\b(?:(?:peaked|(?:was|were)\s+(?:at\s+(?:its|their)\s+)?highest|reached\s+(?:its|their|a)\s+(?:highest|peak))"
    r"|(?P<low>(?:was|were)\s+(?:at\s+(?:its|their)\s+)?lowest|reached\s+(?:its|their|a)\s+(?:lowest|low)))\b"
    r"(?:\s+(?:point|level|number))?\s+(?:in|at|on)\s+(?P<when>[^.;:,]{2,40})",
    re.I,
)
_HAD = re.compile(
    r"\b(?:was|were|had|has|have|made|took|taken|received|recorded|logged|held|used|came|occurred)\b",
    re.I,
)
_EXCEPT = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{EXCEPTIONS}|but|other|save|bar|no|none|"
    r"nearly|almost|only|without|average|mean)\b",
    re.I,
)
_HELD_AGAINST = re.compile(
    r"\b(?:than|above|below|over|under|exceed\w*|least|most|met|missed|up|down|better|worse)\b",
    re.I,
)
_WORD, _NUMBER = "Write what the table shows.", "Use the table’s value, or explain the difference."
_TIMES, _FEW, _QUARTER = 3, 3, 4


def claims_of_tables(reading: Reading) -> Iterator[Denial]:
    """The claims of sentences that the cells of a table or list near deny."""
    for row, tables in beside_tables(reading):
        for table in tables:
            if row.line.at == table.grid.at:
                continue
            yield from _bands_together(reading, row, table)
            if not table.is_list:
                yield from _share_of_column(row, table)
                for visible in (table, *table.turned):
                    if len(visible.periods) > 1:
                        yield from _than_in(row, visible)
                        yield from _in_periods(row, visible)
                        yield from _peaked(row, visible)


def _rows_of(table: Shown, text) -> list[int]:
    """The places of the rows that a text names; the total's where it names what the table counts
    and no row."""
    places = [at for at, label in enumerate(table.rows) if label and names_loosely(text, label)]
    if not places and stems_in(text) & stems_in(table.grid.caption):
        return [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    return places


def _than_in(row: Statement, table: Shown) -> Iterator[Denial]:
    """`It was higher in 2015 than in 2013`: a row in two periods, or in one and all others."""
    written = row.sentence.said()
    match = _THAN_IN.search(written) or _IN_THAN.search(written)
    if not match or _EXCEPT.search(written[: match.start("first")]):
        return
    firsts, seconds = (
        [at for at, head in table.periods if names(_with_quarter(match[name], written), head)]
        for name in ("first", "second")
    )
    places = _rows_of(table, f"{written[: match.start()]} {match['of']}")
    if len(firsts) != 1 or len(places) != 1:
        return
    cells = table.in_periods(places[0])
    if _ANY_OTHER.match(match["second"]):
        seconds = [at for at in cells if at != firsts[0]]
    elif len(seconds) != 1 or seconds == firsts:
        return
    way, mine = 1 if match["up"] else -1, cells.get(firsts[0])
    against = [cells[at] for at in seconds if at in cells and mine]
    wrong = [x for x in against if x.kind == mine.kind and (mine.value - x.value) * way <= 0]
    if wrong:
        says = (
            f"For “{table.rows[places[0]]}” the table ({table.grid.at}) has {mine.words} against "
        )
        yield Denial(row.line, row.span, f"{says}{wrong[0].words}.", _WORD)


def _with_quarter(stretch, written):
    """“The second” of a sentence about quarters, as the second quarter."""
    bare = re.sub(r"\blast\s+quarter", "fourth quarter", stretch.strip(), flags=re.I)
    if "quarter" not in written:
        return bare
    is_short = re.fullmatch(r"the\s+(?:first|second|third|fourth|last)", bare, re.I)
    return f"{bare.replace('last', 'fourth')} quarter" if is_short else bare


def _in_periods(row: Statement, table: Shown) -> Iterator[Denial]:
    """`Calls about health were logged in all four quarters`, with a nought among them."""
    text = row.sentence.said()
    match = _IN_PERIODS.search(text)
    rest = text.replace(match.group(), " ") if match else ""
    if not match or not _HAD.search(rest) or re.search(DIRECTION, text, re.I):
        return
    if _EXCEPT.search(rest) or _HELD_AGAINST.search(rest) or row.sentence.marks("p"):
        return
    places = [
        at for at, label in enumerate(table.rows) if names_loosely(row.sentence.said(), label)
    ]
    cells = list(table.in_periods(places[0]).values()) if len(places) == 1 else []
    if len(cells) < _FEW or len(cells) < len(table.periods) or any(x.kind != COUNT for x in cells):
        return
    some = sum(1 for cell in cells if cell.value)
    stated = value_of(match["many"]) if match["many"] else len(cells)
    if some < len(cells) and stated != some and stated <= len(cells):
        says = f"“{table.rows[places[0]]}” ({table.grid.at}) has a number other than nought in "
        says += f"{some} of {len(cells)}, but the report has “{match.group()}”."
        yield Denial(row.line, row.span, says, _WORD)


def _peaked(row: Statement, table: Shown) -> Iterator[Denial]:
    """`Calls about housing peaked in the third quarter`: the period of a row's greatest number."""
    written = row.sentence.said()
    match = _PEAKED.search(written)
    if not match or _EXCEPT.search(written):
        return
    places = _rows_of(table, written[: match.start()])
    if not places and (meant := row_meant(table, written[: match.start()])) is not None:
        places = [meant]
    columns = [at for at, head in table.periods if names(match["when"], head)]
    cells = table.in_periods(places[0]) if len(places) == 1 else {}
    if len(columns) != 1 or columns[0] not in cells or len(cells) < _FEW:
        return
    mine, way = cells[columns[0]], -1 if match["low"] else 1
    passing = [x for x in cells.values() if (x.value - mine.value) * way > 0]
    if passing:
        says = f"“{table.rows[places[0]]}” ({table.grid.at}) has {mine.words} then and "
        yield Denial(row.line, row.span, f"{says}{passing[0].words} at another time.", _WORD)


def _share_of_column(row: Statement, table: Shown) -> Iterator[Denial]:
    """`Fewer than one in ten places are empty`: a column of a table with totals."""
    text, written = row.sentence.text, row.sentence.said()
    claims = [x for x in CLAIM.finditer(text) if x["fraction"] or _opens(x, text)]
    numbers = row.sentence.marks("p")
    if len(claims) + len(numbers) != 1 or row.counts or _EXCEPT.search(written):
        return
    if not is_of_table(row, table):
        return
    heads = list(enumerate(table.headings))[1:]
    wholes = [at for at, head in heads if TOTAL.match(head)]
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    named = [at for at, head in heads if at not in wholes and head and names_loosely(written, head)]
    rows = [at for at, label in enumerate(table.rows) if label and names_loosely(written, label)]
    if not (len(wholes) == len(totals) == len(named) == 1) or len(rows) > 1:
        return
    if table.periods or not stems_in(written) & stems_in(table.grid.caption):
        return
    place = rows[0] if rows else totals[0]
    corners = ((place, named[0]), (place, wholes[0]), (totals[0], named[0]))
    part, across, down = (_count_at(table, *corner) for corner in corners)
    if not part or not across or not down:
        return
    shares = [Fraction(part, across), *([Fraction(part, down)] if rows else [])]
    claim = ClaimedShare.of_words(claims[0]) if claims else ClaimedShare.of_number(numbers[0])
    if not claim or not all(map(claim.denies, shares)):
        return
    if is_within(claim.bound, shares[0], _TIMES):
        says = f"By the table ({table.grid.at}) it is {number_text(shares[0] * 100, 1)}%, "
        says += f"but the report has “{claim.words}”."
        yield Denial(row.line, claim.number or row.span, says, _WORD)


def _opens(match, text):
    """Whether `most` or `few` opens a sentence: “the most delay” is no share."""
    return (match["most"] or match["minority"]) and not text[: match.start()].strip()


def _count_at(table: Shown, place, column):
    """The count in a cell, or None."""
    cells = table.numbers[place]
    cell = cells[column] if column < len(cells) else None
    return cell.value if cell and cell.kind == COUNT else None


def _bands_together(reading: Reading, row: Statement, table: Shown) -> Iterator[Denial]:
    """`There are 52 carers under 45`: what the bands of a list or table come to."""
    bands = [
        (band_of(label), [x for x in cells if x and x.kind == COUNT])
        for label, cells in zip(table.rows, table.numbers, strict=True)
        if not TOTAL.match(label)
    ]
    if len(bands) < _FEW or any(not band or len(cells) != 1 for band, cells in bands):
        return
    for item in row.counts:
        stated = list(bands_told(_behind(item)))
        if len(stated) != 1 or item.phrase.base is not None:
            continue
        total = _sum_within(bands, stated[0][0])
        if total is None or not set(item.phrase.noun) & (table.named | {""}):
            continue
        near = is_mistyped(item.value, total) or abs(item.value - total) * _QUARTER <= total
        if item.value != total and near and not is_borne(reading, item.line, item.phrase.number):
            says = f"The {table.kind} ({table.grid.at}) has {number_text(total)} for "
            says += (
                f"“{stated[0][0].words.strip()}”, but the report has {item.phrase.number.words}."
            )
            yield Denial.of(item, says, _NUMBER)


def _behind(item: Quantity):
    """The words behind a count, with the numbers of a band."""
    return item.sentence.said(re.split(r"[;,]", item.sentence.text[item.phrase.end :])[0])


def _sum_within(bands, asked):
    """The sum of the counts of two bands or more that make up the one that is asked for, or
    None where none begins or ends there."""
    first, last = min(x.first for x, _ in bands), max(x.last for x, _ in bands)
    begins = asked.first <= first or any(x.first == asked.first for x, _ in bands)
    ends = asked.last in (last, ENDLESS) or any(x.last == asked.last for x, _ in bands)
    inner = [
        cells[0].value for x, cells in bands if x.first >= asked.first and x.last <= asked.last
    ]
    return sum(inner) if begins and ends and 1 < len(inner) < len(bands) else None
