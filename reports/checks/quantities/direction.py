"""Better and worse, more and less, over and under a budget, against the two values they are of."""

import re
from collections.abc import Iterator

from reports.checks.quantities.changes import BUDGET, SAME, Step, denials, main_values
from reports.checks.quantities.grammar import CHANGE
from reports.checks.quantities.model import Denial, Quantity, Statement, Sure, constraint
from reports.checks.quantities.passages import before, statements
from reports.checks.reading import Reading
from reports.prose.numbers import COUNT, MONEY, SPAN
from reports.prose.quantities.phrases import stems

_UP = r"increas\w+|rose|risen|rise|rising|grew|grown|growth|higher|more|longer|up|climbed|twice"
_DOWN = (
    r"decreas\w+|loss|fell|fallen|fall|falling|drop|dropped|reduc\w+|declin\w+|lower|fewer|less|shorter|down|"
    r"shrank|half\s+as\s+many"
)
_GOOD, _BAD = r"improv\w+|better", r"worse\w*|deteriorat\w+"
_WORD = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<good>{_GOOD})|(?P<bad>{_BAD}))\b", re.I
)
# Whether more of what a sentence speaks of is better: late and missing things, things done.
_LESS_IS_BETTER = re.compile(
    r"\b(?:inadequate|late|missing|overdue|reoffen\w+|vacanc\w+|absen\w+|wait\w*|turnover|left|sick\w*|"
    r"excluded|exclusions?|suspensions?|re-?referr\w+|delay\w*|backlog|breach\w*|complaints?|accidents?|failed|caseloads?|without)\b",
    re.I,
)
_MORE_IS_BETTER = re.compile(
    r"\b(?:on\s+time|in\s+date|complete[d]?|good|up\s+to\s+date|stab\w+|attend\w*|satisf\w+|trained|"
    r"safe|seen|within|timel\w+|pass\w*|response|reviewed)\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b(?:not|no|never|without|unless|should|aim\w*|hope|want|expect\w*|will|if|despite|although|"
    r"but|until|short|than\s+(?:expected|planned)|target|threshold|per)\b",
    re.I,
)
_OLD = re.compile(
    r"\b(?:from|than|after|was|had\s+been|were|last|previous|before|earlier|on|the)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_THEN = re.compile(r"\b(?:before|last|previous\w*|earlier|had\s+been|ago|reported)\b", re.I)
_CALLED_THEN = re.compile(
    r"\b(?:last|previous|preceding)\s+(?:half-?)?(?:year|quarter|period|report|month|term|time)\b|\bin\s+the\s+"
    r"first\b|\b(?:earlier|originally|ago)\b",
    re.I,
)
_CALLED_NOW = re.compile(
    r"\b(?:now|currently|today|at\s+present|this\s+(?:half-?)?(?:year|quarter|period|month|term|time))\b"
    r"|\bin\s+the\s+second\b",
    re.I,
)
_NOW = re.compile(r"\b(?:now|to|currently|is|are|latest|at)\s+(?:[a-z]+\s+)?$", re.I)
_REASON = re.compile(r"\b(?:because|as|since|when|while|whilst|so|and|but)\b", re.I)
_THIS = re.compile(r"\W*(?:this|that|it)\s+(?:is|was|represents|amounts|means)\b", re.I)
_NUMBER_OF = re.compile(r"\bnumber\s+of\s+((?:[a-z’-]+\s+){0,2}[a-z’-]+)", re.I)
_DATE_BEHIND = re.compile(r"(?:[^⟦(]|\([^)]*\))*?⟦d(\d+)⟧")
_QUARTER_BEHIND = re.compile(r"(?:[^⟦(]|\([^)]*\))*?\bquarter\s+⟦x(\d+)⟧")
_UNDER = re.compile(
    r"\b(?:under-?\s?spen\w+|(?:below|under|within)\s+(?:the\s+|its\s+)?budget|less\s+than|saving|"
    r"below|under)\b",
    re.I,
)
_OVER = re.compile(
    r"\b(?:over-?\s?spen\w+|(?:above|over)\s+(?:the\s+|its\s+)?budget|more\s+than|above|over|exceed\w*)\b",
    re.I,
)


@constraint(
    "direction-denied", "C15; source of error 9a", follows=("change-denied", "parts-of-whole")
)
def directions(reading: Reading) -> Iterator[Denial]:
    """Better and worse, over and under a budget are what the two values beside them show."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        for step in (_directed(rows, place, row), _budgeted(rows, place, row)):
            yield from denials(step) if step else ()


def _directed(rows, place, row: Statement):
    """The step between two values of a sentence whose words all go one way."""
    text = row.sentence.text
    matches = [match for match in _WORD.finditer(text) if not _is_amount(match)]
    amounts = any(item.phrase.role == CHANGE for item in row.quantities)
    pair = (
        _pair(row) or _pair_before(rows, place, row)
        if matches or amounts or SAME.search(text)
        else None
    )
    if not pair and amounts and _THIS.match(text):
        pair = next(map(_pair, before(rows, place, 1)), None)
    ways = {_way(match, row, pair) for match in matches} - {0} if pair else ()
    # A number that is said twice is one number, and no change.
    if not pair or len(ways) > 1 or _UNSURE.search(text) or pair[0].value == pair[1].value:
        return None
    own = [item.phrase.end for item in pair if item.order == row.order]
    behind = max(own) if len(own) == 2 else 0
    word = matches[0].group() if matches else ""
    return Step(row, *pair, word, max(ways, default=0), ((behind, len(text)),), Sure.JOINED)


def _is_amount(match):
    """Whether a word only weighs a number: `more than 40`, `at least half`."""
    return bool(
        re.match(r"\s+than\s+(?:a\s+)?(?:⟦|half|third|quarter)", match.string[match.end() :])
    )


def _way(match, row: Statement, pair):
    """1 for up, -1 for down, as a word has it for what its sentence speaks of; 0 where unsure."""
    if match["up"] or match["down"]:
        return 1 if match["up"] else -1
    if pair[1].phrase.number.kind == SPAN:
        return -1 if match["good"] else 1
    less, more = (
        _LESS_IS_BETTER.search(row.sentence.text),
        _MORE_IS_BETTER.search(row.sentence.text),
    )
    if bool(less) == bool(more):
        return 0
    return (1 if more else -1) * (1 if match["good"] else -1)


def _pair(row: Statement):
    """(what was, what is) where a sentence has two values and says which came first."""
    values = _values(row)
    if len(values) != 2:
        return None
    first, second = values
    text = row.sentence.text
    between = text[first.phrase.end : second.phrase.start]
    if re.search(r"\bfrom\s+(?:[a-z]+\s+){0,2}$", text[: first.phrase.start]):
        return first, second
    times = [_time_of(item, values) for item in values]
    if times[0] != times[1]:
        return (first, second) if times[0] < times[1] else (second, first)
    if _NOW.search(between[-12:]) and _day_of(first):
        return first, second
    dates = _day_of(first), _day_of(second)
    if all(dates) and dates[0] != dates[1]:
        return (first, second) if _is_earlier(*dates) else (second, first)
    if _OLD.search(between) or _THEN.search(text[second.phrase.end :][:40]):
        return second, first
    return None


def _time_of(item: Quantity, values):
    """-1 for what the words around a value call of then, 1 for now, else nought."""
    text = item.sentence.text
    ends = [other.phrase.end for other in values if other.phrase.end <= item.phrase.start]
    starts = [other.phrase.start for other in values if other.phrase.start >= item.phrase.end]
    lead = re.split(r"[,;:]|\band\b", text[max(ends, default=0) : item.phrase.start])[-1]
    around = lead + re.split(r"[,;:]", text[item.phrase.end : min(starts, default=len(text))])[0]
    then, now = _CALLED_THEN.search(around), _CALLED_NOW.search(around)
    return 0 if bool(then) == bool(now) else -1 if then else 1


def _day_of(item: Quantity):
    """(year, month, quarter) of the date right behind a value, before the next value; each nought
    where it is not said, and None where no date is."""
    text = item.sentence.text[item.phrase.end :][:80]
    if match := _QUARTER_BEHIND.match(text):
        return 0, 0, item.sentence.thing(match[1]).words
    lead = re.search(r"⟦d(\d+)⟧[^⟦]*(?:⟦[^d][^⟦]*)?$", item.sentence.text[: item.phrase.start])
    match = _DATE_BEHIND.match(text) or (lead if ";" in item.sentence.text else None)
    day = item.sentence.thing(match[1]) if match else None
    return (day.year, day.month, str(day.day)) if day and (day.year or day.month) else None


def _is_earlier(day, other):
    """Whether one date is before another; one without a year is of the other's."""
    if not (day[0] and other[0]):
        day, other = (0, *day[1:]), (0, *other[1:])
    return day < other


def _pair_before(rows, place, row: Statement):
    """(what was, what is) where a sentence and that before it each give one value of one thing."""
    for kind in (COUNT, ""):
        for earlier in before(rows, place, 1):
            old, new = _single(earlier, kind), _single(row, kind)
            if not (old and new) or old.phrase.number.kind != new.phrase.number.kind:
                continue
            days = [item.sentence.marks("d") for item in (old, new)]
            then = [bool(_THEN.search(item.sentence.text)) for item in (old, new)]
            named = _NUMBER_OF.search(row.sentence.text)
            if named and not stems(named[1]) & stems(earlier.sentence.text):
                continue
            alike = not (old.phrase.head and new.phrase.head) or old.phrase.head == new.phrase.head
            if (then[0] or days[0]) and _NOW.search(_lead(new)) and not then[1]:
                return old, new
            if alike and then == [False, True]:
                return new, old
            if alike and [len(item) for item in days] == [1, 1] and all(map(_is_known, days)):
                first, second = days[0][0].first, days[1][0].first
                return None if first == second else (old, new) if first < second else (new, old)
    return None


def _single(row: Statement, kind):
    values = _values(row, kind)
    return values[0] if len(values) == 1 else None


def _values(row: Statement, kind=""):
    """The values of a sentence, without those that explain an amount of change behind it."""
    values, text = main_values(row, kind), row.sentence.text
    amounts = [item.phrase.end for item in row.quantities if item.phrase.role == CHANGE]
    reason = _REASON.search(text, min(amounts)) if amounts else None
    return [item for item in values if not reason or item.phrase.start < reason.start()]


def _lead(item: Quantity):
    return item.sentence.text[: item.phrase.start][-20:]


def _is_known(days):
    return days[0].first is not None


def _budgeted(rows, place, row: Statement):
    """The step from a budget to what was spent, where one sentence calls it over or under."""
    under, over = _UNDER.search(row.sentence.text), _OVER.search(row.sentence.text)
    sums = _sums(row)
    if bool(under) == bool(over) or re.search(r"\bnot\b", row.sentence.text):
        return None
    near = [item for other in before(rows, place, 1) for item in _sums(other)]
    if not sums and not re.search(r"\bbudget", row.sentence.text, re.I):
        return None
    pair = _budget_and_spent(sums) or _budget_and_spent([*near, *sums][-2:])
    whole = ((0, len(row.sentence.text)),)
    word = (under or over).group()
    return Step(row, *pair, word, 1 if over else -1, whole, Sure.JOINED) if pair else None


def _sums(row: Statement):
    kinds = [item for item in row.quantities if item.phrase.number.kind == MONEY]
    return [item for item in kinds if item.phrase.role != CHANGE and not item.phrase.number.bound]


def _budget_and_spent(sums):
    """(the budget, what was spent) of two sums of which one is called the budget, or None."""
    if len(sums) != 2:
        return None
    called = [bool(BUDGET.search(_words(item))) for item in sums]
    if called[0] == called[1]:
        return None
    return sums if called[0] else sums[::-1]


def _words(item: Quantity):
    """What stands right before a sum, back to the one before it, and the words behind it."""
    before = re.split(r"⟦m\d+⟧|;", item.sentence.text[: item.phrase.start])[-1]
    behind = " ".join(item.phrase.clause.split()[:2])
    return f"{before} {behind.removeprefix('against')}"
