"""Grades in order, and the words that take several of them: `good or better`, `less than good`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assurance.runtime.digits import whole
from reports.prose.quantities.phrases import stem

# Each grade that services are known by, with those that mean as much, the best first.
_LADDER = (
    r"outstanding|excellent|exceptional",
    r"very\s+(?:good|strong|satisfied)|strong|always|strongly\s+agree",
    r"good|green|fully\s+(?:met|compliant)|met|high|satisfied|agree|usually|complete",
    r"adequate|satisfactory|fair|amber|part(?:ly|ially)\s+\w+|medium|moderate|acceptable|sometimes",
    r"(?:requir\w+|needs?)\s+improvement|weak|poor|low|limited|dissatisfied|disagree|rarely",
    r"inadequate|un(?:satisfactory|acceptable|met)|red|not\s+\w+|very\s+(?:poor|dissatisfied)|never",
)
_RUNGS = tuple(re.compile(pattern, re.I) for pattern in _LADDER)
# What names one end of any ladder.
_TOP, _BOTTOM = r"(?:highest|top|best|upper)", r"(?:lowest|bottom|worst|poorest)"
_OF_LADDER = r"(?:grades?|gradings?|ratings?|categor(?:y|ies)|judge?ments?|bands?)"
_TWO = r"(?:two\s+|⟦c\d+⟧\s+)"
_ENDS = re.compile(
    rf"\bthe\s+(?:(?P<top>{_TOP})|{_BOTTOM})\s+(?P<two>{_TWO})?(?:possible\s+)?{_OF_LADDER}\b", re.I
)
_FEWEST, _SHORT = 3, 4


@dataclass(frozen=True)
class Taken:
    """A stretch that takes some grades of a ladder, by their places, the best first."""

    start: int
    end: int
    places: frozenset[int]


def rung(name: str) -> int | None:
    """The place of a grade among all that are known, the best first; None where it is none."""
    rows = (at for at, item in enumerate(_RUNGS) if item.fullmatch(name.strip()))
    return next(rows, None)


def in_order(names: Sequence[str]) -> tuple[int, ...]:
    """The places of the names that are grades, the best first; nothing where they are too few or
    are in no order."""
    known = [(rung(name), place) for place, name in enumerate(names)]
    known = [(rank, place) for rank, place in known if rank is not None]
    ranks = [rank for rank, _ in known]
    if len(known) < _FEWEST or len(set(ranks)) < len(ranks):
        return ()
    return tuple(place for _, place in sorted(known)) if ranks in _both_ways(ranks) else ()


def _both_ways(ranks):
    return sorted(ranks), sorted(ranks, reverse=True)


def taken_in(names: Sequence[str], text: str) -> list[Taken]:
    """The grades that a text takes of a ladder, which is given the best first."""
    every = frozenset(range(len(names)))
    result = [_end_of(match, len(names)) for match in _ENDS.finditer(text)]
    for match in _pattern(tuple(names)).finditer(text):
        [*firsts], groups = _named(match), match.groupdict()
        place = firsts[0]
        better, worse = frozenset(range(place)), frozenset(range(place + 1, len(names)))
        if groups["least"] or groups["or_better"]:
            places = better | {place}
        elif groups["below"]:
            places = worse
        elif groups["above"]:
            places = better
        elif groups["or_worse"]:
            places = worse | {place}
        else:
            places = frozenset(firsts)
        if places and places != every:
            result.append(Taken(*match.span(), places))
    return sorted(result, key=lambda item: item.start)


def _end_of(match, many):
    size = 2 if match["two"] else 1
    places = range(size) if match["top"] else range(many - size, many)
    return Taken(*match.span(), frozenset(places))


def _named(match) -> Iterator[int]:
    """The places of the grades that a match names, in the order of its words."""
    spans = [(match.start(name), name) for name, value in match.groupdict().items() if value]
    for _, name in sorted(spans):
        if place := re.fullmatch(r"[ab](\d+)", name):
            yield whole(place[1])


@lru_cache(1 << 8)
def _pattern(names: tuple[str, ...]) -> re.Pattern:
    """The pattern of one grade with the words that widen it: `at least`, `or better`."""
    # The longer name first: “very good” is no “good”.
    order = sorted(range(len(names)), key=lambda at: -len(names[at]))
    first, second = (
        "|".join(rf"(?P<{letter}{at}>{_loosely(names[at])})" for at in order) for letter in "ab"
    )
    judged = r"(?:(?:rated|judged|graded|found)\s+(?:as\s+|to\s+be\s+)?)?"
    return re.compile(
        rf"\b(?:(?P<least>at\s+least|no\s+(?:worse|lower|less)\s+than|not\s+(?:below|less\s+than))\s+"
        rf"|(?P<below>(?:less|worse|lower|poorer)\s+than|below|short\s+of|under)\s+"
        rf"|(?P<above>(?:better|higher)\s+than|above)\s+)?{judged}(?:{first})"
        r"(?:(?P<or_better>\s+(?:or|and)\s+(?:better|above|higher|over))"
        r"|(?P<or_worse>\s+(?:or|and)\s+(?:worse|below|lower|less))"
        rf"|\s+or\s+(?:to\s+be\s+)?(?:{second}))?(?!\w)",
        re.I,
    )


def _loosely(name):
    """A grade in other forms of its words: “requiring improvement” is “requires improvement”."""
    roots = (re.sub(r"(?:ment|e)$", "", stem(word)) for word in re.findall(r"[A-Za-z]+", name))
    words = (root + (r"\w*" if len(root) > _SHORT else "") for root in roots)
    return r"\s+".join(words)
