"""Claims of a sentence about the one row of a table that it names, over its periods: more at the
end than at the start, so many more, the third year running, the second highest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reports.checks.reading import Reading
from reports.prose.asides import AIMS, CONDITIONS, EXCEPTIONS, EXPECTATIONS, NEGATIONS, OTHER_AREAS
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import DIRECTION, number_text
from reports.prose.quantities.betterment import better_way
from reports.prose.quantities.courses import BETTER, DOWN, WORSE, course_claims
from reports.quantities.model import Denial, Statement
from reports.quantities.repeats.roots import stems_in
from reports.quantities.roles import BOUND
from reports.quantities.selections import beside_tables, is_of_table, rows_counted
from reports.quantities.tables import TOTAL, Shown, names_loosely

_PERIOD = r"(?:year|quarter|month|term|half-year|period)"
# “More children at the end of the year than at its start”.
_THAN_THEN = re.compile(
    rf"\b(?:(?P<up>more|higher|greater|larger)|(?P<down>fewer|less|lower|smaller))\b[^⟦.;:]{{0,70}}?\bthan\s+"
    rf"(?:(?:at|in|on)\s+)?(?:(?:the|its)\s+(?:start|beginning|outset)\b|(?:the\s+)?{_PERIOD}\s+before\b|"
    rf"an?\s+{_PERIOD}\s+(?:earlier|before|ago)\b)",
    re.I,
)
_BY = re.compile(
    r"\bby\s+(?:(?:some|about|only|just)\s+)?⟦(?:c(?P<many>\d+)⟧(?!\s+(?:points?|percentage|per)\b)|"
    r"[cq](?P<points>\d+)⟧\s+(?:percentage\s+)?points?\b)",
    re.I,
)
# “Immunisations are up on the year before”, “performance on checks improved”.
_THAN_BEFORE = re.compile(
    rf"\b(?P<word>{DIRECTION}|better|worse|higher|lower)\s+(?:on|than)\s+(?:in\s+)?(?:the\s+(?:previous\s+)?{_PERIOD}"
    rf"(?:\s+before)?|last\s+{_PERIOD})\b",
    re.I,
)
_JUDGED = re.compile(
    r"\b(?:(?P<good>improved|has\s+improved|have\s+improved)|(?P<bad>worsened|deteriorated|slipped|declined|got\s+worse))\b"
    r"(?=\s*[.,;]|\s+(?:during|over|in|between|since|by|and|on)\b)",
    re.I,
)
# “This year's figure is the second highest of the four.”
_RANKED = re.compile(
    rf"(?:\b(?:this\s+{_PERIOD}(?:[’']s)?|the\s+latest|now)\b|⟦[cp](?P<value>\d+)⟧)[^⟦.;:]{{0,40}}?\b(?:is|was)\s+"
    r"(?:therefore\s+|thus\s+)?the\s+"
    r"(?:(?P<nth>second|third|fourth|fifth)[\s-]+)?(?:(?P<up>highest|largest)|(?P<down>lowest|smallest))\b"
    r"(?:\s+(?:of|in|for)\s+(?:(?:all|the|these|last)\s+)*⟦[cx](?P<many>\d+)⟧)?",
    re.I,
)
_NTH = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
# Said of no row, and so of the one row of shares that a table has.
_OF_ALL = re.compile(
    r"^\W*(?:(?:the|our|overall)\s+)*(?:performance|timeliness|compliance|results?|rates?|position|picture|"
    r"figures?|share|proportion|percentage)\b",
    re.I,
)
_BUT = re.compile(r"[^.;:,]{0,12}\s(?:but|except|bar|save|apart\s+from|other\s+than)\b", re.I)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{NEGATIONS}|{EXCEPTIONS}|{CONDITIONS}|{EXPECTATIONS}|no|"
    r"none|nearly|almost|combined|together|rate\s+of|both|"
    r"every\s+(?!(?:year|quarter|month|term)\b)[a-z]+\s+(?:had|has|have|was|were))\b",
    re.I,
)
_SHARE = re.compile(r"\b(?:share|proportion|percentage|rate)\b", re.I)
_PLAIN = stems_in("children child young people person number figure year end start march total all")
_PLAIN |= stems_in("second third fourth fifth")
# “In 2017/18 only 54% were in time, so we are 14 percentage points better off.”
_BETTER_OFF = re.compile(
    r"\b(?:so|thus|therefore|which)\b[^⟦.;]{0,40}⟦[cq](?P<points>\d+)⟧\s+(?:percentage\s+)?points?\s+"
    r"(?:better|worse|up|down|higher|lower|more|less|ahead)\b",
    re.I,
)
_LEAST, _FAR, _MEND = 2, 3, "Write what the table shows."


@dataclass(frozen=True)
class _Course:
    """A row with its numbers in the periods of a table, in their order."""

    table: Shown
    label: str
    numbers: tuple[Number, ...]

    @property
    def values(self):
        return [number.value for number in self.numbers]

    @property
    def kind(self):
        return self.numbers[0].kind

    @property
    def steps(self):
        """How far each period is from that before it."""
        return [last - first for first, last in pairwise(self.values)]

    @property
    def net(self):
        """How far the last period is from the first."""
        return self.values[-1] - self.values[0]

    def better_way(self, row: Statement) -> int:
        """1 if more is better, -1 if less is, as with `fewer late`, 0 if that is unsure; of a share
        more is."""
        text = f"{self.label} {self.table.grid.caption} {row.sentence.text}"
        return better_way(text) or (1 if self.kind == PERCENT else 0)


def row_moves(reading: Reading) -> Iterator[Denial]:
    """The course that a sentence gives a row over its periods is the course of its cells."""
    for row, tables in beside_tables(reading):
        yield from _points(row, tables)
        if len(_values_of(row)) > _LEAST:
            continue
        for table in chain.from_iterable(map(_with_columns, tables)):
            if table.is_list or len(table.periods) < _LEAST or not is_of_table(row, table):
                continue
            wrong = next(filter(None, (read(row, table) for read in _READERS)), None)
            if wrong:
                # Of rows that are periods one may be of another length.
                yield replace(wrong, is_proved=any(table is each for each in tables))
                break


def _points(row: Statement, tables: Sequence[Shown]) -> Iterator[Denial]:
    """`Last year it was 54%, so we are 14 percentage points better off`: of the share in a table's
    row of totals, where no share of it is so far from the one that is given."""
    match = _BETTER_OFF.search(row.sentence.text)
    shares = row.sentence.marks("p") if match and len(row.sentence.marks("cpmq")) == 2 else []
    printed = [x for table in tables for cells in table.numbers for x in cells if x]
    printed = [x.value for x in printed if x.kind == PERCENT]
    totals = [
        cell.value
        for table in tables
        for at, label in enumerate(table.rows)
        if TOTAL.match(label)
        for cell in table.numbers[at]
        if cell and cell.kind == PERCENT and cell.value != 100
    ]
    if len(shares) != 1 or len(set(totals)) != 1:
        return
    points, then = row.sentence.thing(match["points"]), shares[0].value
    gaps = {abs(value - then) for value in printed}
    if points.value not in gaps and abs(totals[0] - then) * _FAR >= points.value:
        says = f"From {shares[0].words} to {number_text(totals[0])}% is a change of "
        says += f"{number_text(abs(totals[0] - then))} points, but the report gives {points.words}."
        yield Denial(row.line, points, says, "Put the change right.")


def _with_columns(table: Shown) -> tuple[Shown, ...]:
    """A table, and itself turned where its rows, but for a total, are periods."""
    parts = rows_counted(table)
    dated = not table.is_list and _LEAST <= len(table.dated_rows) == len(parts)
    totals = [at for at, label in enumerate(table.rows) if TOTAL.match(label)]
    # Below the total of a year stands another year, and no period after the last.
    dated = dated and not any(min(parts) < at < max(parts) for at in totals)
    return (table, table.flipped) if dated else (table,)


def _ends(row: Statement, table: Shown) -> Denial | None:
    """`More at the end than at its start`, `grew by nine`, `are up on the year before`: of a table
    of two periods."""
    if len(table.periods) != _LEAST:
        return None
    text, by = row.sentence.text, _BY.search(row.sentence.text)
    for match, start in _moves(row, by):
        course = _course(row, table, text[start : match.end()], least=_LEAST)
        if course is None:
            continue
        way = _way_of(match, row, course)
        if way and course.net * way <= 0:
            return _denied(row, course, row.sentence.said(match.group()))
        # “Contacts rose by 5.6% and referrals by 11.”
        near = by and not MARK.search(text[match.end() : by.start()])
        mark = near and by["many" if course.kind == COUNT else "points"]
        if mark and row.sentence.thing(mark).value != abs(course.net):
            return _denied(row, course, row.sentence.said(by.group()))
    return None


def _moves(row: Statement, by) -> Iterator[tuple[re.Match, int]]:
    """(the words of a row's direction, where their clause begins) of a sentence."""
    text = row.sentence.text
    if match := _THAN_THEN.search(text):
        yield match, match.start()
        return
    directed = re.search(DIRECTION, text[: by.start()], re.I) if by else None
    judged = None if _values_of(row) else _JUDGED.search(text)
    if match := _THAN_BEFORE.search(text) or directed or judged:
        yield match, 0


def _values_of(row: Statement):
    """The numbers of a sentence, but for bounds: “with three or more moves” states none."""
    return [item for item in row.quantities if item.phrase.role != BOUND]


def _way_of(match: re.Match, row: Statement, course: _Course) -> int:
    """1 for up, -1 for down, as words have it for a row; 0 where that is unsure."""
    groups = match.groupdict()
    if groups.get("up") or groups.get("down"):
        return 1 if groups["up"] else -1
    word = (groups.get("word") or "").casefold()
    if word in ("higher", "lower"):
        return 1 if word == "higher" else -1
    good = course.better_way(row)
    return good if groups.get("good") or word == "better" else -good


def _runs(row: Statement, table: Shown) -> Denial | None:
    """`Up for the third year running`, `improved with each term`: each of the last steps."""
    text = row.sentence.said()
    claims = [claim for claim in course_claims(text) if claim.each]
    claim = claims[0] if len(claims) == 1 and not _values_of(row) else None
    # “In every quarter but the third.”
    claim = None if claim and _BUT.match(text, claim.end) else claim
    course = _course(row, table, text[claim.first : claim.end], least=1) if claim else None
    if course is None:
        return None
    good = course.better_way(row)
    way = {BETTER: good, WORSE: -good, DOWN: -1}.get(claim.way, 1)
    steps = course.steps[-claim.steps :]
    if way and any(step * way <= 0 for step in steps):
        return _denied(row, course, text[claim.start : claim.end])
    return None


def _ranked(row: Statement, table: Shown) -> Denial | None:
    """`This year's figure is the second highest of the four`: the last period among all."""
    match = _RANKED.search(row.sentence.text)
    clause = row.sentence.text[: match.start("up" if match["up"] else "down")] if match else ""
    course = _course(row, table, clause, least=1)
    if course is None:
        return None
    stated = row.sentence.thing(match["value"]).value if match["value"] else course.values[-1]
    if stated != course.values[-1]:
        return None
    many = row.sentence.thing(match["many"]).value if match["many"] else len(course.numbers)
    ahead = sum(
        value > course.values[-1] if match["up"] else value < course.values[-1]
        for value in course.values
    )
    place = _NTH.get((match["nth"] or "").casefold(), 1)
    if many == len(course.numbers) and ahead != place - 1:
        return _denied(row, course, row.sentence.said(match.group()))
    return None


_READERS = (_ends, _runs, _ranked)


def _course(row: Statement, table: Shown, clause: str, *, least: int) -> _Course | None:
    """The course of the one row that a clause names, or shares so many words with as no other."""
    if not clause or _UNSURE.search(clause):
        return None
    place = _place(row.sentence.said(clause), table, least)
    cells = table.in_periods(place) if place is not None else {}
    numbers = tuple(cells[at] for at, _ in table.periods if at in cells)
    alike = len({number.kind for number in numbers}) == 1
    whole = alike and len(numbers) == len(table.periods)
    return _Course(table, table.rows[place], numbers) if whole else None


def _place(text: str, table: Shown, least: int) -> int | None:
    counted = rows_counted(table)
    named = [at for at in counted if names_loosely(text, table.rows[at])]
    own = stems_in(text) - _PLAIN
    if len(named) > 1 and _SHARE.search(text):
        shares = [at for at in named if _is_of_shares(table, at)]
        return shares[0] if len(shares) == 1 else None
    if named:
        # “The number finished late” is not in the row of those that were finished.
        alone = stems_in(table.rows[named[0]])
        rest = own - alone - stems_in(table.grid.caption) if len(alone) == 1 else frozenset()
        return named[0] if len(named) == 1 and len(rest) < _LEAST else None
    shared = {at: len(own & (stems_in(table.rows[at]) - _PLAIN)) for at in counted}
    most = max(shared.values(), default=0)
    places: Sequence[int] = [at for at in counted if shared[at] == most]
    if not most and _OF_ALL.match(text):
        places = [at for at in counted if _is_of_shares(table, at)]
        return places[0] if len(places) == 1 else None
    return places[0] if most >= least and len(places) == 1 else None


def _is_of_shares(table: Shown, place: int) -> bool:
    kinds = {number.kind for number in table.in_periods(place).values()}
    return kinds == {PERCENT}


def _denied(row: Statement, course: _Course, words: str) -> Denial:
    marks = [f"{number_text(x.value, x.places)}{'%' * (x.kind == PERCENT)}" for x in course.numbers]
    values = f"{', '.join(marks[:-1])} and {marks[-1]}"
    says = f"For “{course.label}” the table ({course.table.grid.at}) has {values}, but the report "
    return Denial(row.line, row.span, f"{says}uses “{words.strip()}”.", _MEND)
