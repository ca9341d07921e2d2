"""A change since the last report, in a number, a per cent or a word, against what that report
counted and what is counted now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from itertools import permutations

from assurance.runtime.digits import whole
from assurance.runtime.periods import MONTHS
from reports.checks.context import EarlierFigure
from reports.checks.reading import Reading
from reports.prose.content import roots
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text, times_of
from reports.prose.quantities.claims import FRACTION, fraction
from reports.quantities.derivation.slips import is_within
from reports.quantities.model import Denial, Quantity, Statement, earlier_stocks, is_of_a_part
from reports.quantities.passages import after, before, statements
from reports.quantities.roles import CHANGE
from reports.quantities.tables import TOTAL, shown_tables

_WHO = r"(?:we|i|you|it|this|members|councillors|(?:the|this)\s+[a-z-]+)"
_PERIOD = r"(?:year|quarter|half-year|report|time|paper|update|meeting|review|round|season|term)"
_MONTHS = "|".join(MONTHS)
# What sets a change beside the last report: “since members last considered it”, “than last year”.
_SINCE = re.compile(
    rf"\bsince\s+(?:then\b|{_WHO}\s+(?:(?:was|were|had|has|have)\s+)?last\b|(?:our|the|this)\s+(?:last|previous)\b|last\s+{_PERIOD})"
    rf"|\b(?:than|on|from|with|against|over)\s+(?:(?:in|at|for|on)\s+)?(?:last|(?:the|our)\s+(?:last|previous|preceding))\s+{_PERIOD}\b"
    rf"|\bthan\s+(?:the\s+(?:number|figure|total)\s+)?{_WHO}\s+(?:last\s+)?(?:reported|told|gave|recorded|counted|wrote)\b"
    r"|\bthan\s+in\s+the\s+[^.;:]{0,40}\bcovered\s+by\s+(?:the|our|this)\b"
    r"|\b(?:than\s+)?(?:a|one)\s+year\s+(?:ago|before|earlier)\b"
    r"|\bthan\s+in\s+(?:quarter\s+⟦x\d+⟧|the\s+(?:first|second|third|fourth)\s+quarter)"
    rf"|\b(?P<own>(?:during|over)\s+the\s+(?:half-?\s?)?{_PERIOD})\b"
    r"|\bon\s+the\s+(?:year|quarter|month|half-year|term|round)\b"
    rf"|\bthan\s+(?:it\s+was\s+)?(?:at|in|on)\s+(?:the\s+(?:end|start)\s+of\s+)?(?:(?P<month>{_MONTHS})\b|⟦d(?P<day>\d+)⟧)",
    re.I,
)
_UP = (
    r"(?:more|higher|up|rose|risen|rise|grew|grown|growth|gone\s+up|went\s+up|increas\w+|climb\w+|"
    r"added)"
)
_DOWN = (
    r"(?:fewer|less|lower|down|fell|fallen|fall|dropp?\w*|gone\s+down|went\s+down|decreas\w+|"
    r"declin\w+|reduc\w+|lost)"
)
_WAY = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_LOOSE = (
    r"(?P<loose>(?:(?:about|around|nearly|almost|roughly|some|just|only|over|under|well|more|less|"
    r"than|a\s+further)\s+){0,3})"
)
_ABOUT = _LOOSE.replace("loose", "about")
_OTHER_WAY = _WAY.replace("up>", "rise>").replace("down>", "drop>")
# “Has grown by 565”, “growth of 14.8%”, “rose 9%”.
_BY = re.compile(
    rf"\b{_WAY}\s+(?:(?:by|of)\s+)?{_LOOSE}(?:an?\s+)?⟦(?P<kind>[cp])(?P<mark>\d+)⟧", re.I
)
# “Twenty fewer than”, “9% up on”.
_AMOUNT = re.compile(
    rf"{_LOOSE}⟦(?P<kind>[cp])(?P<mark>\d+)⟧\s+(?:[a-z]+\s+)?{_WAY}\s+(?:than|on|since)\b", re.I
)
# “Gone up by more than half”, “a quarter more than”.
_PART = re.compile(
    rf"\b{_WAY}\s+by\s+{_LOOSE}(?P<part>{FRACTION})\b"
    rf"|{_ABOUT}\b(?P<other>{FRACTION})\s+{_OTHER_WAY}\s+(?:than|on)\b",
    re.I,
)
_TIMES = re.compile(
    r"(?P<loose>(?:(?:nearly|almost|all\s+but|more\s+than|over|about|roughly|just)\s+){0,2})"
    r"(?P<times>doubled|trebled|tripled|quadrupled|halved)\b",
    re.I,
)
# “Nine lower than in 2023, when 31 left.”
_STATES_THEN = re.compile(r"\bthan\b[^;.]{0,40}?,\s+when\s+(?:[a-z]+\s+){0,3}⟦c", re.I)
_TO = re.compile(r"\s+(?:[a-z]+\s+)?to\s+(?:just\s+|only\s+)?⟦c(\d+)⟧", re.I)
_OVER = re.compile(r"\b(?:over|more)\b", re.I)
_SHORT = re.compile(r"\b(?:nearly|almost|all\s+but|under|less|just)\b", re.I)
_LEAST, _NEAR, _CLOSE, _TWO, _BACK, _MOST = 8, 3, 6, 2, 2, 12
_MEND = "Use the change that the two counts come to, or write that the earlier one was corrected."


@dataclass(frozen=True)
class Growth:
    """A change as a sentence has it: by `count` or by the `share` of what there was, of which
    `leeway` may be off on either side; `span` in the marked text, `to` what it came to."""

    phrase: str
    count: Fraction | None
    share: Fraction | None
    least: Fraction
    most: Fraction
    at: object
    to: Fraction | None = None


def earlier_changes(reading: Reading) -> Iterator[Denial]:
    """`251 contacts, 14% more than last year`, where the last report counted 214."""
    known = earlier_stocks(reading, _LEAST)
    rows = statements(reading) if known else ()
    for place, row in enumerate(rows):
        since = _SINCE.search(row.sentence.text)
        growth = _growth(row) if since else None
        if growth is None or _STATES_THEN.search(row.sentence.text):
            continue
        if since["own"] and not _is_of_own_period(reading, known):
            continue
        near = [row, *before(rows, place, _BACK), *after(rows, place, 1)]
        item = _thing(near, known) or _subject(row, known)
        now = _now(near, item) if growth.to is None else growth.to
        now = _now(_with_both(rows, row, item), item) if now is None else now
        if item is None and (item := _distinct(row, known)):
            now = None
        now = _in_a_row(reading, item) if now is None and item else now
        if item is None or now is None or _follows(growth, near, item):
            continue
        if _is_then(row, since, item) and _is_wrong(growth, now, item):
            true = _words_of(growth, now, item.count)
            says = f"“{item.paper}” had {item.text}, and {number_text(now)} is {true}, but the "
            is_whole = not is_of_a_part(item, " ".join(x.sentence.said() for x in near))
            says += f"report has “{growth.phrase}”."
            yield Denial(row.line, growth.at, says, _MEND, is_proved=is_whole)


def _follows(growth: Growth, near: Sequence[Statement], item: EarlierFigure) -> bool:
    """True if a change in per cent is that of two counts near it: `404 children. In September 2023
    there were 412, so the figure is 1.9% lower than a year ago`."""
    if growth.share is None:
        return False
    counts = {x.value for row in near for x in row.counts if x.value != item.count}
    pairs = permutations(sorted(counts)[:_MOST], _TWO)
    return any(not _is_wrong(growth, now, replace(item, count=then)) for now, then in pairs)


def _is_of_own_period(reading: Reading, known: Sequence[EarlierFigure]) -> bool:
    """True if the earlier counts are of the day before the period of the report."""
    start = reading.period[0] if reading.period else None
    return start is not None and all(x.end == str(start - timedelta(days=1)) for x in known)


def _subject(row: Statement, known: Sequence[EarlierFigure]) -> EarlierFigure | None:
    """The one earlier count that names what the only stock of a sentence is of."""
    stocks = [x for x in row.counts if _is_now(x)]
    named = roots(" ".join(stocks[0].phrase.noun)) if len(stocks) == 1 else frozenset()
    chosen = [x for x in known if named and named <= roots(x.words)]
    close = chosen and is_within(chosen[0].count, stocks[0].value, _TWO)
    return chosen[0] if len(chosen) == 1 and close else None


def _distinct(row: Statement, known: Sequence[EarlierFigure]) -> EarlierFigure | None:
    """The one earlier count of which a sentence has a word that no other of them has."""
    here, every = roots(row.sentence.said()), [roots(item.words) for item in known]
    chosen = [
        item
        for place, item in enumerate(known)
        if here & every[place].difference(*every[:place], *every[place + 1 :])
    ]
    return chosen[0] if len(chosen) == 1 and len(known) > 1 else None


def _in_a_row(reading: Reading, item: EarlierFigure) -> Fraction | None:
    """What the one row of a table has that an earlier count names, with its caption."""
    words, values = roots(item.words), set()
    for table in shown_tables(reading):
        caption = roots(table.grid.caption)
        for label, numbers in zip(table.rows, table.numbers, strict=True):
            counts = [x for x in numbers if x and x.kind == COUNT]
            own = roots(label)
            named = own and own <= words and len(words - own - caption) <= 1 and words & caption
            if named and len(counts) == 1 and not TOTAL.match(label):
                values.add(Fraction(counts[0].value))
    return values.pop() if len(values) == 1 else None


def _is_then(row: Statement, since: re.Match, item: EarlierFigure) -> bool:
    """True unless the change is from a month or a date that is not that of the earlier count."""
    if since["month"]:
        return MONTHS.index(since["month"].casefold()) + 1 == whole(item.end[5:7])
    day = row.sentence.thing(since["day"]).last if since["day"] else None
    return day is None or day.isoformat() == item.end


def _growth(row: Statement) -> Growth | None:
    """The one change of a sentence; None where it has none, or several."""
    text = row.sentence.text
    if sum(x.phrase.role == CHANGE for x in row.quantities) > 1:
        return None
    finds = [x for pattern in (_BY, _AMOUNT) for x in pattern.finditer(text)]
    if len({x["mark"] for x in finds}) == 1:
        return _of_number(row, finds[0])
    parts, times = [*_PART.finditer(text)], [*_TIMES.finditer(text)]
    if finds or len(parts) + len(times) != 1:
        return None
    return _of_part(row, parts[0]) if parts else _of_times(row, times[0])


def _of_number(row: Statement, match: re.Match) -> Growth | None:
    number, way = row.sentence.thing(match["mark"]), 1 if match["up"] else -1
    to = _TO.match(row.sentence.text, match.end())
    came_to = row.sentence.thing(to[1]).value if to else None
    phrase = row.sentence.said(match.group()).strip()
    if match["kind"] == "c":
        end = Fraction(number.value) * way
        return Growth(phrase, end, None, end, end, number, came_to)
    share = Fraction(number.value) * way / 100
    leeway = Fraction(3, 100) if match["loose"].strip() else Fraction(6, 1000) / 10**number.places
    return Growth(phrase, None, share, share - leeway, share + leeway, number, came_to)


def _of_part(row: Statement, match: re.Match) -> Growth | None:
    share = fraction(match["part"] or match["other"])
    way = 1 if match["up"] or match["rise"] else -1
    if not share:
        return None
    least, most = _ends(share, match["loose"] or match["about"] or "")
    phrase = row.sentence.said(match.group()).strip()
    ends = sorted((least * way, most * way))
    return Growth(phrase, None, share * way, *ends, row.span)


def _of_times(row: Statement, match: re.Match) -> Growth | None:
    share = times_of(match["times"]) - 1
    least, most = _ends(abs(share), match["loose"])
    ends = sorted((least, most)) if share > 0 else sorted((-least, -most))
    return Growth(match.group().strip(), None, Fraction(share), *ends, row.span)


def _ends(share: Fraction, loose: str) -> tuple[Fraction, Fraction]:
    """The least and the most that a fraction of change allows, by the words before it."""
    if _OVER.search(loose):
        return share, share * 2
    if _SHORT.search(loose):
        return share * Fraction(4, 5), share * Fraction(101, 100)
    return share * Fraction(4, 5), share * Fraction(6, 5)


def _thing(near: Sequence[Statement], known: Sequence[EarlierFigure]) -> EarlierFigure | None:
    """The one earlier count whose words the sentences have most of, two or more."""
    here = roots(" ".join((*near[0].line.trail[-1:], *(row.sentence.said() for row in near))))
    weighed = [(len(roots(item.words) & here), len(roots(item.words)), item) for item in known]
    best = max((row[0] for row in weighed), default=0)
    chosen = [item for number, size, item in weighed if number == best and number * 2 >= size]
    return chosen[0] if len(chosen) == 1 and best >= _TWO else None


def _now(near: Sequence[Statement], item: EarlierFigure | None):
    """The value of the only stock of the first of the sentences that has one besides `item`."""
    for row in near if item else ():
        items = [x for x in row.counts if _is_now(x) and x.value != item.count]
        if items:
            return Fraction(items[0].value) if len(items) == 1 else None
    return None


def _with_both(rows: Sequence[Statement], row: Statement, item: EarlierFigure | None):
    """The one sentence elsewhere that names an earlier count and has it: `271, against 286`."""
    named = roots(item.words) if item else frozenset()
    some = [
        x
        for x in rows
        if named and x is not row and any(other.value == item.count for other in x.counts)
    ]
    some = [x for x in some if named <= roots(x.sentence.said())]
    return some if len(some) == 1 else []


def _is_now(item: Quantity) -> bool:
    phrase = item.phrase
    return phrase.is_stock and not phrase.number.bound and item.value >= _LEAST


def _is_wrong(growth: Growth, now: Fraction, item: EarlierFigure) -> bool:
    """True if the change is not that from what was counted to now, though it may be of it."""
    change = now - item.count
    if growth.count is not None:
        then = now - growth.count
        return change != growth.count and abs(then - item.count) * _CLOSE <= item.count
    share = change / item.count
    if growth.least <= share <= growth.most or not now:
        return False
    size, stated = abs(share), abs(growth.share)
    return is_within(stated, size, _NEAR)


def _words_of(growth: Growth, now: Fraction, then) -> str:
    change = now - then
    word = "more" if change >= 0 else "fewer"
    if growth.count is not None:
        return f"{number_text(abs(change))} {word}"
    return f"{number_text(abs(change) / then * 100, 1)}% {word}"
