"""What a sentence claims of a course: that something went one way from time to time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import trunc

from assurance.runtime.digits import whole
from reports.prose.asides import AIMS, CONDITIONS, EXPECTATIONS, NEGATIONS
from reports.prose.numbers import value_of

UP, DOWN, BETTER, WORSE = "up", "down", "better", "worse"
_TIME = (
    r"(?:time|year|term|wave|survey|census|count|quarter|round|month|report|return|audit|half-year|period|"
    r"inspection|occasion)"
)
_NUMBER = r"(?P<steps>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_NTH = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_MOVES = {
    UP: r"growing|growth|grown|grew|grows?|increas\w+|rise|rises|rising|risen|rose|climb\w*|"
    r"upwards?|higher|(?:gone|going|goes|went|moved|moving)\s+up",
    DOWN: r"fall|falls|falling|fallen|fell|declin\w+|decreas\w+|drop(?:s|ped|ping)?|reduc\w+|"
    r"shr[aiu]nk\w*|downwards?|lower|(?:gone|going|goes|went|moved|moving|come|came|coming)\s+down",
    BETTER: r"improv\w+|better|strengthen\w*",
    WORSE: r"worsen\w*|deteriorat\w+|worse|weaken\w*",
}
_MOVE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name}>{text})" for name, text in _MOVES.items()) + r")\b", re.I
)
# “Up” and “down” alone say a way only beside what says how steadily: “follow up” says none.
_ALONE = r"(?P<alone_up>up)|(?P<alone_down>down)"
_ALONE_NEAR = re.compile(
    rf"\b(?:steadily|continually|continuously|consistently|constantly)\s+(?:{_ALONE})\b"
    rf"|\b(?:is|are|was|were|been)\s+(?:{_ALONE.replace('alone', 'been')})\s+"
    rf"(?=in|at|each|every|with|{_TIME}[\s-])",
    re.I,
)
# Of each step, none excepted.
_EACH = (
    rf"(?:each|every)(?:\s+(?:single|successive|one\s+of\s+(?:the|our|its)))?"
    rf"(?:\s+[a-z]+)?\s+{_TIME}s?"
    rf"|{_TIME}[\s-](?:on|after|by|upon)[\s-]{_TIME}"
    rf"|from\s+(?:one\s+)?{_TIME}\s+to\s+(?:the\s+next\b|{_TIME})"
    r"|without\s+(?:interruption|exception|(?:a\s+)?(?:break|pause|setback))|uninterrupted(?:ly)?|unbroken"
)
_RUN = (
    rf"{_NUMBER}\s+(?:(?:consecutive|successive)\s+{_TIME}s|{_TIME}s\s+(?:running|in\s+a\s+row))"
    rf"|(?P<nth>{'|'.join(_NTH)})\s+(?:(?:consecutive|successive)\s+{_TIME}|{_TIME}\s+(?:running|in\s+a\s+row))"
)
# On the whole, with steps on which nothing moved.
_STEADY = (
    r"continu(?:al|ous|ing|ed)(?:ly)?|continues|keeps?|kept|stead(?:y|ily)|consistent(?:ly)?|sustained|constant(?:ly)?|"
    r"progressive(?:ly)?|relentless(?:ly)?|ever(?=[\s-](?:grow|ris|increas|improv|fall|declin|high|low|better))"
)
_TIMES = re.compile(rf"\b(?:(?P<each>{_EACH})|(?P<run>{_RUN})|(?P<steady>{_STEADY}))\b", re.I)
_YEARLY = re.compile(r"\b(?:years?|annual\w*)\b", re.I)
# What is wished, asked, doubted or foretold is claimed of nothing.
_DENIED = re.compile(
    rf"\b(?:{AIMS}|{NEGATIONS}|{CONDITIONS}|could|whether|{EXPECTATIONS}|forecast|no|cannot|(?-i:may)|want\w*|"
    r"ensure|until|planned\s+to)\b",
    re.I,
)
_BREAK = re.compile(
    r"[;:()\n]|\.(?=\s)|\b(?:while|whereas|but|although|though|because)\b|,\s+and\b", re.I
)
# So many letters at most stand between how steadily and which way.
_NEAR = 45


@dataclass(frozen=True)
class CourseClaim:
    """A claim at `start` to `end` of a text, in the clause from `first` to `last` that makes it.

    `way` is up, down, better or worse; `each` says that no step stood still, `yearly` that steps
    are years, and `steps` how many steps are meant, 0 for all.
    """

    start: int
    end: int
    first: int
    last: int
    way: str
    each: bool = False
    yearly: bool = False
    steps: int = 0


@lru_cache(1 << 12)
def course_claims(text: str) -> tuple[CourseClaim, ...]:
    """Every claim of a sentence that something went one way from time to time."""
    if not (times := [*_TIMES.finditer(text)]) or _DENIED.search(text):
        return ()
    return tuple(_claims(text, times))


def _claims(text, times) -> Iterator[CourseClaim]:
    moves = sorted(_moves(text))
    starts = [start for start, *_ in moves]
    breaks = [0, *(item.end() for item in _BREAK.finditer(text)), len(text)]
    for match in times:
        window = slice(
            bisect_left(starts, match.start() - 2 * _NEAR),
            bisect_right(starts, match.end() + _NEAR),
        )
        near = [
            (max(0, start - match.end(), match.start() - end), start, end, way)
            for start, end, way in moves[window]
            if not _BREAK.search(text[min(end, match.end()) : max(start, match.start())])
        ]
        if near and min(near)[0] <= _NEAR:
            _distance, start, end, way = min(near)
            start, end = min(start, match.start()), max(end, match.end())
            yield CourseClaim(
                start,
                end,
                first=breaks[bisect_right(breaks, start, hi=len(breaks) - 1) - 1],
                last=breaks[bisect_left(breaks, end)],
                way=way,
                each=not match["steady"],
                yearly=bool(_YEARLY.search(match[0])),
                steps=_steps(match),
            )


def _moves(text):
    for match in (*_MOVE.finditer(text), *_ALONE_NEAR.finditer(text)):
        [name] = {item for item, value in match.groupdict().items() if value}
        start, end = match.span(name)
        yield start, end, name.removeprefix("alone_").removeprefix("been_")


def _steps(match):
    if match["nth"]:
        return _NTH.index(match["nth"].casefold()) + 2
    steps = match["steps"]
    return (whole(steps) if steps.isdigit() else trunc(value_of(steps))) if steps else 0
