"""Which numbers of a sentence are those of the one thing that it ranks."""

import re
from collections.abc import Iterable
from fractions import Fraction

from reports.constraints.claims.entries import LEADING, Entry, Series, tokens
from reports.prose.marks import MARK
from reports.prose.numbers import COUNT, PERCENT
from reports.prose.quantities.betterment import better_way, is_less_better
from reports.quantities.model import Statement

# “With 72%, York had the highest share”: what opens a sentence is of what is ranked behind it.
HAVING = re.compile(
    r"(?:^|;\s+)\W*(?:with|at|having|on)\s+(?:[a-z]+\s+){0,2}(?=⟦)[^;:]*?,[^,;:⟦]*$", re.I
)
# “Theft was the largest group: 29 in quarter 1; 34 in quarter 2”: its own numbers, and no rivals.
_OF_SUBJECT = re.compile(
    r"\b(?:was|were|is|are|remain\w*|became)\s+(?:again\s+|still\s+)?(?:the\s+)?$",
    re.I,
)
_NOUN_ENDS = re.compile(
    r"[,;:.⟦(]|\b(?:was|were|is|are|than|in|at|with|of\s+any|of\s+the|of\s+all)\b", re.I
)
# “Caseloads are lowest at the front door.”
_AHEAD = re.compile(r"\W*(?P<noun>(?:[a-z]+\s+){1,2})(?:is|are|was|were)\s+(?:the\s+)?$", re.I)
_RATE_OF = re.compile(r"\s+(?:[a-z]+\s+)?(?:rate|share|proportion|percentage)\b", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIODS = tokens(
    """quarter half first second third fourth last this previous year month week term period spring
    summer autumn winter january february march april may june july august september october
    november december"""
)
# What makes what is ranked some of what a series counts.
_STATES = tokens(
    "late overdue missed open closed vacant empty repeat unallocated unmet incomplete outstanding"
)
_AFTER = re.compile(
    r"\W*(?:after|behind|next\s+to)\s+(?P<first>[^⟦,;:.]{3,50}?),?\s+(?=the\s)", re.I
)


def noun_ranked(text: str, match: re.Match) -> str:
    """The words of what a rank counts: ahead of it as a subject, else behind it."""
    ahead = _AHEAD.match(text[: match.start()])
    return ahead["noun"] if ahead else _NOUN_ENDS.split(text[match.end() :])[0]


def of_that_state(series: Iterable[Series], named: frozenset[str]) -> list[Series]:
    """The series that may be of what is `named`: all calls are not ranked by the late ones."""
    return [item for item in series if item.own or named & _STATES <= item.about]


def are_periods(text: str, match: re.Match, series: Series) -> bool:
    """Whether the numbers behind what is called the largest are its own at several times."""
    named = _OF_SUBJECT.search(text[: match.start()])
    subject = named and tokens(MARK.sub(" ", text[: named.start()])) - LEADING - _PERIODS
    behind = all(item.start > match.end() for item in series.entries)
    dated = all(
        item.names & _PERIODS or any(map(str.isdigit, item.names)) for item in series.entries
    )
    timed = series.about & _PERIODS or any(_YEAR.fullmatch(name) for name in series.about)
    return bool(subject and behind and dated and timed)


def in_brackets(row: Statement) -> frozenset[Fraction]:
    """The counts that a sentence states in brackets: `most in the fourth quarter (502)`."""
    pieces = re.findall(r"\([^()]*\)", row.sentence.text)
    values = (item.value for piece in pieces for item in row.sentence.marks("cp", piece))
    return frozenset(values)


def has_one(series: Series, values: frozenset[Fraction]) -> bool:
    """True if some number of a series is one of these."""
    return any(item.number.value in values for item in series.entries)


def is_here(series: Series, row: Statement) -> bool:
    """True if the numbers of a series are in a sentence, not in one before it."""
    first = series.entries[0]
    return first.line is row.line and row.sentence.start <= first.number.start < row.sentence.end


def way_of_rank(row: Statement, match: re.Match, series: Series) -> int:
    """1 where a rank counts from the greatest down, -1 from the least, 0 where that is unsure."""
    wording = match.groupdict()
    if wording.get("best") or wording.get("worst") or wording.get("leads"):
        about = f"{row.sentence.text} {series.entries[0].line.text} {' '.join(series.about)}"
        more = series.entries[0].number.kind == PERCENT and not is_less_better(about)
        better = better_way(about) or bool(wording.get("leads") or more)
        return -better if wording.get("worst") else better
    is_low = any(map(wording.get, ("low", "least", "fewer", "little")))
    order = wording.get("order") or wording.get("place") or ""
    return -1 if is_low or order.casefold() == "last" else 1


_RATES = tokens("rate share proportion percentage")


def is_of_other_numbers(text: str, match: re.Match, series: Series, mine: Entry) -> bool:
    """True if a rate or a share is ranked among counts, or a count among rates: `the fewest`."""
    if match.group().casefold() == "fewest":
        return any(item.number.places for item in series.entries)
    of_rates = _RATE_OF.match(text, match.end()) and not series.about & _RATES
    return bool(of_rates and mine.number.kind == COUNT)


def behind_another(text: str, match, series) -> tuple[str | None, object]:
    """(the text without the one after which a rank comes, its entry): `After schools, the most
    frequent source was health`; no text where that one has no entry."""
    after = _AFTER.match(text)
    if not after or after.end() > match.start():
        return text, None
    first = series.entry_named(after["first"])
    return (" " * after.end() + text[after.end() :], first) if first else (None, None)
