"""Claims of a sentence about two rows of a table, about a row over all its periods, about each row,
and about what is left when a row is taken from its whole."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

from reports.checks.reading import Reading
from reports.prose.asides import EXCEPTIONS, NEGATIONS
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import DIRECTION, UP, number_text, way_of
from reports.quantities.derivation.slips import NEAR, slip
from reports.quantities.derivation.support import is_borne
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import before, statements
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import CHANGE
from reports.quantities.selections import beside_tables
from reports.quantities.tables import TOTAL, Shown, names

_WORD, _NUMBER = "Write what the table shows.", "Put the wrong number right."
_MORE_THAN = re.compile(
    r"\b(?P<word>more|fewer|less)\s+(?P<first>[^⟦.;:]{3,60}?)\s+than\s+(?P<second>[^⟦.;:,]{3,60})",
    re.I,
)
_EACH_TIME = re.compile(
    r"\b(?:each|every)\s+(?:quarter|month|year|term|period|week)\b|\b(?:every|each)\s+time\b|\bthroughout\b|"
    r"\bquarter\s+(?:by|on|after)\s+quarter\b|\byear\s+(?:by|on|after)\s+year\b|\bsteadily\b|\bcontinu\w+\b|\bconsistently\b",
    re.I,
)
_IN_ALL = re.compile(
    r"\b(?:taken\s+together|together|in\s+all|in\s+total|altogether|over\s+(?:the|all)\s+(?:[a-z]+\s+)?(?:years|quarters|months|terms)|"
    r"(?:in|over|across)\s+the\s+(?:two|three|four|five|six|twelve)\s+(?:years|quarters|months|terms))\b",
    re.I,
)
_EVERY = re.compile(
    r"\b(?:every|each|all)\s+(?!but\b)(?P<kind>(?:[a-z-]+\s+){1,3})(?!but\b)[^.;:⟦]{0,60}?\bat\s+least\s+(?:one|⟦c\d+⟧)\b",
    re.I,
)
_EXCEPT = re.compile(rf"\b(?:{NEGATIONS}|{EXCEPTIONS}|but|save|bar|no|nearly|almost)\b", re.I)
_LACKING = re.compile(
    r"\b(?:missing|lacking|absent|without|had\s+no|not\s+(?:recorded|held|seen|found|present|on\s+file|in\s+place))\b",
    re.I,
)
_LEFT = re.compile(
    r"(?:(?P<none>\bnone)|⟦c(?P<count>\d+)⟧)(?:\s+of\s+(?:the|our|these|all)\s+⟦c(?P<base>\d+)⟧|\s+[a-z]+)",
    re.I,
)
_TURNS = {"more": 1, "fewer": -1, "less": -1}


def rows_of_tables(reading: Reading) -> Iterator[Denial]:
    """The claims about rows of tables near that their cells deny."""
    rows = statements(reading)
    for row, tables in beside_tables(reading):
        for table in tables:
            if table.is_list:
                continue
            yield from _left(row, table)
            yield from _every(row, table)
            for visible in (table, *table.turned):
                if len(visible.periods) > 1:
                    yield from _more_than(row, visible)
                    yield from _each_time(row, visible)
                    yield from _together(reading, row, visible)
                    yield from _changed(row, before(rows, row.order - 1, 1), visible)


def _roots(text) -> frozenset[str]:
    return stems_in(text)


def _candidates(table: Shown, text) -> list[int]:
    """The rows that a stretch may be about: those that share most of its words."""
    spoken = _roots(text)
    shared = [len(_roots(label) & spoken) for label in table.rows]
    most = max(shared, default=0)
    return [place for place, many in enumerate(shared) if most and many == most]


def _series(table: Shown, place) -> list[Number]:
    """The numbers of a row in the periods of its table; nothing where one is missing."""
    cells = [*table.in_periods(place).values()]
    return cells if len(cells) == len(table.periods) else []


def _more_than(row: Statement, table: Shown) -> Iterator[Denial]:
    """`More left than were approved in 2018/19`: two rows in one period."""
    written = row.sentence.said()
    match = _MORE_THAN.search(row.sentence.text)
    columns = [at for at, head in table.periods if names(written, head)]
    if not match or len(columns) != 1 or _EXCEPT.search(row.sentence.text[: match.end()]):
        return
    second = re.split(r"\b(?:in|at|on|during)\b", row.sentence.said(match["second"]))[0]
    firsts, seconds = (
        _candidates(table, row.sentence.said(match["first"])),
        _candidates(table, second),
    )
    cells = [
        (table.numbers[a][columns[0]], table.numbers[b][columns[0]])
        for a, b in product(firsts, seconds)
        if a != b
    ]
    way = _TURNS[match["word"].casefold()]
    if cells and all(a and b and (a.value - b.value) * way <= 0 for a, b in cells):
        first, last = cells[0]
        says = f"The report has “{match['word']}”, but the table ({table.grid.at}) has "
        yield Denial(row.line, row.span, f"{says}{first.words} against {last.words}.", _WORD)


def _each_time(row: Statement, table: Shown) -> Iterator[Denial]:
    """`It has risen in each quarter`: no row does, and one that is named falls in each."""
    words = list(re.finditer(DIRECTION, row.sentence.text, re.I))
    if len(words) != 1 or not _EACH_TIME.search(row.sentence.text) or row.counts:
        return
    way = 1 if way_of(words[0]) == UP else -1
    steps = {}
    for place in range(len(table.rows)):
        values = [cell.value for cell in _series(table, place)]
        steps[place] = [(b > a) - (b < a) for a, b in pairwise(values)]
    if len(table.periods) < 3 or any(each and set(each) == {way} for each in steps.values()):
        return
    subject = _roots(row.sentence.said(row.sentence.text[: words[0].start()]))
    for place, each in steps.items():
        if each and set(each) == {-way} and _share_words(subject, table.rows[place]):
            says = f"The report uses “{words[0].group()}”, but “{table.rows[place]}” "
            says += f"({table.grid.at}) goes the other way each time."
            yield Denial(row.line, row.span, says, _WORD)
            return


def _share_words(subject, label) -> bool:
    """True if a label has a word of the subject, or that word compared: `late`, `later`."""
    own = _roots(label)
    return bool(own & subject) or bool({word.removesuffix("r") for word in own} & subject)


def _together(reading: Reading, row: Statement, table: Shown) -> Iterator[Denial]:
    """`In the three years together 65 were approved`: what the periods of a row come to."""
    if not _IN_ALL.search(row.sentence.text):
        return
    sums = {place: sum(x.value for x in _series(table, place)) for place in range(len(table.rows))}
    for item in row.counts:
        ahead, behind = item.beside(";,")
        behind = re.split(r"\band\b", behind)[0]
        if item.value in table.values or item.value in sums.values() or item.value < 10:
            continue
        for stretch in (behind, ahead):
            places = _candidates(table, stretch)
            places = [at for at in places if _of_counts(table, at)]
            if len(places) == 1 and slip(item.value, sums[places[0]], COUNT) > NEAR:
                if not is_borne(reading, item.line, item.phrase.number):
                    says = f"“{table.rows[places[0]]}” ({table.grid.at}) comes to "
                    says += f"{number_text(sums[places[0]])}, but the report gives "
                    yield Denial.of(item, f"{says}{item.phrase.number.words}.", _NUMBER)
                break


def _of_counts(table: Shown, place) -> bool:
    cells = _series(table, place)
    return bool(cells) and all(x.kind == COUNT and not x.places for x in cells)


def _changed(row: Statement, earlier, table: Shown) -> Iterator[Denial]:
    """`There were 167. Over the year the number fell by three`: a step of a row that went up."""
    words = list(re.finditer(DIRECTION, row.sentence.text, re.I))
    changes = [x for x in row.counts if x.phrase.role == CHANGE]
    if len(words) != 1 or len(changes) != 1 or re.search(r"\bnot\b", row.sentence.text):
        return
    way, by = 1 if way_of(words[0]) == UP else -1, changes[0].value
    known = {x.value for other in (row, *earlier) for x in other.counts} - {by}
    steps = [
        (a.value, b.value)
        for place in range(len(table.rows))
        for a, b in pairwise(_series(table, place))
        if {a.value, b.value} & known
    ]
    if any((b - a) == by * way for a, b in steps):
        return
    against = [(a, b) for a, b in steps if (a - b) == by * way]
    if against:
        first, last = map(number_text, against[0])
        says = f"The report uses “{words[0].group()}”, but the table ({table.grid.at}) goes "
        yield Denial(row.line, row.span, f"{says}from {first} to {last}.", _WORD)


def _every(row: Statement, table: Shown) -> Iterator[Denial]:
    """`Every employer had at least one in each quarter`, with a nought in the table."""
    match = _EVERY.search(row.sentence.text)
    if not match or _EXCEPT.search(row.sentence.text):
        return
    if not re.search(r"\bin\s+(?:each|every)\b", row.sentence.text) or not _is_cited(row, table):
        return
    for label, cells in zip(table.rows, table.numbers, strict=True):
        if not TOTAL.match(label) and any(x and x.kind == COUNT and not x.value for x in cells[1:]):
            says = f"The report has “{match.group().strip()}”, but “{label}” has a nought "
            yield Denial(row.line, row.span, f"{says}in the table ({table.grid.at}).", _WORD)
            return


def _is_cited(row: Statement, table: Shown) -> bool:
    """True if a sentence speaks of the table, or of what its first column names."""
    head = _roots(table.headings[0]) if table.headings else frozenset()
    return bool(
        re.search(r"\btable\b", row.sentence.text, re.I) or head & _roots(row.sentence.said())
    )


def _left(row: Statement, table: Shown) -> Iterator[Denial]:
    """`It was missing from none of the 120`, of which the table has 117."""
    lack = _LACKING.search(row.sentence.text)
    start = (
        max(map(row.sentence.text[: lack.start()].rfind, (", and ", "; ", ", but ")), default=0)
        if lack
        else 0
    )
    match = _LEFT.search(row.sentence.text, max(start, 0)) if lack else None
    written = row.sentence.said(row.sentence.text[max(start, 0) :])
    places = [
        place
        for place, label in enumerate(table.rows)
        if names(written, label) or table.distinguishes(written, label)
    ]
    if not match or len(places) != 1:
        return
    base = row.sentence.thing(match["base"]).value if match["base"] else None
    bases = {x.value for x in row.counts} | {x.value for x in table.grid.columns[-1].numbers}
    base = base or max(table.values & bases, default=None)
    stated = row.sentence.thing(match["count"]).value if match["count"] else 0
    cells = [x for x in table.numbers[places[0]] if x and x.kind == COUNT]
    if base is None or len(cells) != 1 or not base >= cells[0].value > base / 2:
        return
    if stated not in (base - cells[0].value, cells[0].value, base):
        says = f"{number_text(base)} − {cells[0].words} = {number_text(base - cells[0].value)} for "
        says += (
            f"“{table.rows[places[0]]}” ({table.grid.at}), but the report has “{match.group()}”."
        )
        yield Denial(row.line, row.span, row.sentence.said(says), _NUMBER)
