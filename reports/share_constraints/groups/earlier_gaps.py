"""By how many there are more or fewer than the last report counted, however that is named: `172
pupils, six more than at the close of the year before`, where it counted 164."""

import re
from collections.abc import Iterator, Sequence

from reports.checks.context import EarlierFigure
from reports.checks.reading import Reading
from reports.prose.asides import AIMS, EXPECTATIONS, OTHER_AREAS
from reports.prose.content import roots
from reports.prose.numbers import COUNT
from reports.prose.quantities.phrases import stems
from reports.quantities.model import Denial, Quantity, Statement, earlier_stocks, is_of_a_part
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import before, statements
from reports.quantities.roles import CHANGE

_WAY = (
    re.compile(r"\b(?:more|higher|up|increase|rise|growth|grown|rose|risen|above|larger)\b", re.I),
    re.compile(
        r"\b(?:fewer|less|lower|down|decrease|fall|drop|reduction|fell|fallen|below|smaller)\b",
        re.I,
    ),
)
_SINCE = re.compile(
    r"^[^⟦;.]{0,40}?\b(?:than|since|compared\s+with)\b(?P<when>(?:[^⟦;:.]|⟦d\d+⟧){0,90})", re.I
)
# What is compared with others, or with a time before the last report.
_OTHERS = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EXPECTATIONS}|forecast|plan\w*|estimat\w+|budget\w*|average|"
    r"limit|guideline|boys|girls|need\w*|now|ever|any|other|two\s+years|same|usual|"
    r"set\s+out)\b",
    re.I,
)
_LAST = re.compile(
    r"\b(?:last|previous|before|earlier|ago|gave|told|reported|report|briefing|update|opening|start|beginning|close|end)\b|⟦d",
    re.I,
)
_SUBJECT = re.compile(r"\W*([A-Z][a-z]+s)\s+(?:from|of|by|to|for|about|against)\b")
_BEHIND_HEAD = re.compile(
    r"\s+(?:[a-z]+(?:ing|ed)|with|of|in|who|that|whose|on|at|for|from|to|open|under|over)\b", re.I
)
_BEHIND_NOUN = re.compile(r"\s+(?:with|of|in|who|that|whose|on|at|for|from|to)\b", re.I)
_LEAST, _BACK, _HALF, _TIMES = 2, 2, 2, 3
_MEND = "Use the change that the two counts come to, or write that the earlier one was corrected."


def earlier_gaps(reading: Reading) -> Iterator[Denial]:
    """`Seven on 31 March, up by four since the last briefing`, which had eleven."""
    known = earlier_stocks(reading, _LEAST)
    rows = statements(reading) if known else ()
    for place, row in enumerate(rows):
        changes = [x for x in row.quantities if x.phrase.role == CHANGE]
        if len(changes) == 1 and changes[0].phrase.number.kind == COUNT:
            yield from _of_change(reading, rows, place, changes[0], known)


def _of_change(reading, rows, place, change: Quantity, known) -> Iterator[Denial]:
    row = rows[place]
    since = _SINCE.match(row.sentence.text[change.phrase.end :])
    when = since["when"] if since else ""
    if not _LAST.search(when) or _OTHERS.search(when) or change.phrase.number.bound:
        return
    ahead = row.sentence.text[max(0, change.phrase.start - 30) : change.phrase.start]
    around = f"{ahead} {since.group()}"
    ways = [bool(x.search(around)) for x in _WAY]
    passage = [row, *before(rows, place, _BACK)]
    now = _now(row, change, passage)
    if now is None:
        return
    item = _thing(row, passage, _of_noun(now, known)) or _of_head(now, known)
    if ways[0] == ways[1] or item is None or not _is_of(row, when, item):
        return
    gap = now.value - item.count
    stated = change.value * (1 if ways[0] else -1)
    values = {x.value for other in passage for x in other.counts if x is not change}
    if (
        gap != stated
        and now.value - stated not in values
        and abs(gap) <= change.value * _TIMES + _TIMES
    ):
        says = f"“{item.paper}” had {item.text}, and {now.phrase.number.words} is {abs(gap)} "
        says += (
            f"{'more' if gap >= 0 else 'fewer'}, but the report has {change.phrase.number.words}."
        )
        is_whole = not is_of_a_part(item, " ".join(x.sentence.said() for x in passage))
        yield Denial.of(change, says, _MEND, is_proved=is_whole)


def _now(row: Statement, change: Quantity, passage) -> Quantity | None:
    """The count that a change is of: the last before it in its sentence, else the only one of the
    sentence before in its paragraph."""
    own = [x for x in row.counts if x.phrase.is_stock and x.phrase.start < change.phrase.start]
    if own:
        return own[0] if len(own) == 1 else None
    near = [x for x in passage[1:2] if x.line is row.line]
    counts = [x for other in near for x in other.counts if x.phrase.is_stock]
    return counts[0] if len(counts) == 1 else None


def _thing(row: Statement, passage: Sequence[Statement], known) -> EarlierFigure | None:
    """The one earlier count of which the passage has most words, half of them at least."""
    here = roots(" ".join((*(x.sentence.said() for x in passage), *row.line.trail[-1:])))
    ranked = [(len(roots(item.words) & here), len(roots(item.words)), item) for item in known]
    best = max((many for many, *_ in ranked), default=0)
    best_items = [
        (size, item) for many, size, item in ranked if many == best and many * _HALF >= size
    ]
    return best_items[0][1] if len(best_items) == 1 and best >= _LEAST else None


def _of_noun(now: Quantity, known) -> list[EarlierFigure]:
    """Those that may be of the noun of a count: compliments are no complaints, and orders are no
    children with an order."""
    own = stems(now.phrase.head) if now.phrase.head not in PLAIN else frozenset()
    return [x for x in known if not own or own & stems(_BEHIND_NOUN.split(x.words)[0])]


def _of_head(now: Quantity, known) -> EarlierFigure | None:
    """The one earlier count of the same noun: “158 approved households”, of fostering ones."""
    heads = [(_BEHIND_HEAD.split(item.words)[0].split()[-1:], item) for item in known]
    own = stems(now.phrase.head)
    items = [item for words, item in heads if own and stems(" ".join(words)) == own]
    return items[0] if len(items) == 1 else None


def _is_of(row: Statement, when: str, item: EarlierFigure) -> bool:
    """True unless what a change is since names a date that is not that of the earlier count, or
    its sentence opens with other things: `Complaints from carers`, of allegations against them."""
    subject = _SUBJECT.match(row.sentence.text)
    if subject and not roots(subject[1]) <= roots(item.words):
        return False
    days = row.sentence.marks("d", when)
    return all(x.last is None or x.last.isoformat() == item.end for x in days)
