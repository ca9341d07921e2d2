"""The number at the end of a period, compared with the one at its start, with arrivals and without
leavers: `41 waited in April. 29 more orders were made, five changed and 17 adopted. 38 wait.`"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.nouns import PLAIN
from reports.quantities.passages import by_line
from reports.quantities.roles import BOUND, MEAN, RATE, TARGET

_CAME = (
    r"joined|c[ao]me|coming|more|new|newly|add(?:ed|ing)|beg[au]n|started|approved|open(?:ed|ing)|"
    r"referr(?:ed|als)|issued|made|registered|received|recruited|arrived|entered|accepted|orders|became|"
    r"subject|gained|appointed|starters|joiners|lodged|admitted|others"
)
_WENT = (
    r"left|leaving|leavers|ended|closed|completed|concluded|went|gone|ceased|moved|withdrew|withdrawn|"
    r"resigned|retired|removed|de-?registered|died|found|adopted|adoptions|discharged|off|stopped|"
    r"finished|lost|changed|decided|settled|transferred|matched|aged|turned|stepped"
)
_MOVED = re.compile(rf"\b(?:(?P<came>{_CAME})|{_WENT})\b", re.I)
_FIRST = re.compile(
    r"\b(?:when|at\s+the\s+(?:start|beginning|end)|(?:on|at|in)\s+⟦d|began\s+with|started|stood|opened|"
    r"had\s+been|were|was|there\s+are|we\s+had)",
    re.I,
)
_LAST = re.compile(
    r"\b(?:so\s+that|leaving|left|remain\w*|still|now|at\s+(?:its|the)\s+(?:end|close)|on\s+that|brings?|"
    r"brought|took|takes?|result|stood|stands|there\s+(?:were|are|was)|ended\s+(?:the|with)|making|"
    r"year[- ]?end|therefore|accordingly)\b|\b(?:on|at|in|by)\s+⟦d",
    re.I,
)
# “In 2021 there had been 150” is of another period.
_THEN = re.compile(
    r"\b(?:had\s+been|earlier|ago|previous\w*|(?:year|quarter|month)\s+before|since|last\s+[a-z]+)\b",
    re.I,
)
_CLAUSE = re.compile(r"⟦[cmpqx]\d+⟧|[;:,.]")
# So many sentences tell a movement, with so many numbers; none is so many times the first.
_PASSAGE, _FEWEST, _MOST, _TIMES, _LEAST = 4, 4, 6, 9, 5
_MEND = "Put the wrong number right, or name what else came or went."


def movements(reading: Reading) -> Iterator[Denial]:
    """The number at the end is that at the start, with arrivals and without leavers."""
    for rows in filter(None, by_line(reading).values()):
        counts = [[x for x in row.counts if _is_plain(x)] for row in rows]
        for first in range(len(rows)):
            for last in range(first, min(len(rows), first + _PASSAGE)):
                passage = counts[first : last + 1]
                own = [x for items in passage for x in items]
                if passage[0] and passage[-1] and _FEWEST <= len(own) <= _MOST:
                    yield from _denied(own, rows)


def _is_plain(item: Quantity) -> bool:
    phrase = item.phrase
    is_other = phrase.role in (BOUND, MEAN, RATE, TARGET) or phrase.anaphor
    exact = not (phrase.number.bound or phrase.number.places)
    return exact and phrase.base is None and not is_other


def _denied(counts: Sequence[Quantity], rows: Sequence[Statement]) -> Iterator[Denial]:
    first, *moves, last = counts
    ways = [_ways(x) for x in moves]
    if not {1, -1} <= {way for some in ways for way in some[:1]} or not all(ways):
        return
    opening = first.sentence.text[: first.phrase.start] + _around(first)[1]
    end = " ".join(_around(last))
    if not (_FIRST.search(opening) and _LAST.search(end)) or _THEN.search(end):
        return
    heads = {first.phrase.head, last.phrase.head} - {"", "person", "child", *PLAIN}
    # “And in July 456 new parents came” is no number at the end.
    came = next(_MOVED.finditer(_around(last)[1]), None)
    if len(heads) > 1 or (came and came["came"]):
        return
    values = [x.value for x in moves]
    if min(first.value, last.value) < _LEAST or max(values) > _TIMES * first.value:
        return
    results = [
        first.value + sum(value * way for value, way in zip(values, signs, strict=True))
        for signs in product(*ways)
    ]
    # What else came or went may be told beside it.
    others = {x.value for row in rows for x in row.counts if x not in counts} | {0}
    if any(abs(x - last.value) in others for x in results) or last.value in (first.value, *values):
        return
    if results[0] > 0 and abs(results[0] - last.value) * 2 <= max(2 * len(moves), last.value):
        says = f"By what came and went it is {number_text(results[0])}, but the report gives "
        yield Denial.of(last, f"{says}{last.phrase.number.words}.", _MEND)


def _around(item: Quantity) -> tuple[str, str]:
    """The words before and behind a number, up to the next number or stop."""
    text = item.sentence.text
    ahead = _CLAUSE.split(text[: item.phrase.start])[-1]
    return ahead, _CLAUSE.split(text[item.phrase.end :])[0]


def _ways(item: Quantity) -> tuple[int, ...]:
    """1 for arrivals, -1 for leavers, the likelier first where a clause has words for both: by the
    first of them behind the number, or else by the last before it."""
    ahead, behind = ([*_MOVED.finditer(text)] for text in _around(item))
    ways = [1 if word["came"] else -1 for word in (*behind, *reversed(ahead))]
    return tuple(dict.fromkeys(ways))
