"""“30 were overdue and 14 were re-checked, leaving 16”: what live figures leave."""

import re
from collections.abc import Iterator
from itertools import combinations
from math import trunc

from reports.checks.figure_texts import faults_around
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.numbers import COUNT, Number
from reports.prose.quantities.arithmetic import plain
from reports.prose.quantities.phrases import phrase_after, stems

_FEW = (
    r"(?:(?:us|only|just|some|about|a|further|total|of|with|the|other|last|remaining|behind)\s+)*"
)
_LEAVES = re.compile(rf"\b(?:leaving|leaves|(?:which|that|this|it)\s+left)\s+{_FEW}$", re.I)
_SO = re.compile(rf"\b(?:so|hence|therefore|meaning)\s+(?:that\s+)?{_FEW}$", re.I)
_REMAINS = re.compile(
    r"\s+(?:[a-z’'-]+\s+){0,3}?(?:(?:are|were|is|was)\s+(?:still\s+)?left|remain(?:ed|s)?)\b", re.I
)
# “… and 3 remain.”
_ENDS = re.compile(
    r"\s+(?:of\s+them\s+)?(?:still\s+)?(?:(?:are|were|is|was)\s+(?:still\s+)?left|remain(?:ed|s)?)\s*(?:$|[.,;])",
    re.I,
)
# More make too many sums for one of them to be meant.
_MOST_TERMS = 8


@rule("live-rest", Severity.ERROR, "sources of error 1; C01", follows=("follows-from-none",))
def live_rests(reading: Reading, _known) -> Iterator[Fault]:
    """The number that live figures of a sentence leave is the first of them less the others."""
    yield from faults_around(reading, _in_line)


def _in_line(line: Line) -> Iterator[Fault]:
    for number in line.numbers:
        terms = _terms(line, number) if _is_rest(line, number) else ()
        if terms and not _follows(number.value, [term.value for term in terms]):
            whole, *parts = (plain(term) for term in terms)
            rest = trunc(2 * terms[0].value - sum(term.value for term in terms))
            says = f"The text gives {plain(number)} as left, but {whole}"
            says += "".join(f" − {part}" for part in parts) + f" is {rest:,}."
            yield fault(line, number, says, "Quote what is left, or name the parts left out.")


def _is_rest(line: Line, number: Number) -> bool:
    """True if the words around a count present it as what others leave."""
    sentence = line.sentence_at(number.start)
    before = line.text[sentence.start : number.start]
    leaves = _LEAVES.search(before)
    leaves = leaves or (_SO.search(before) and _REMAINS.match(line.text, number.end))
    leaves = leaves or _ENDS.match(line.text, number.end)
    return bool(leaves) and number.kind == COUNT and not number.bound


def _terms(line: Line, rest: Number) -> tuple[Number, ...]:
    """The counts that a rest is left of, from the largest live one on; none where it may be of
    other things."""
    sentence = line.sentence_at(rest.start)
    terms = _counts(line, sentence.start, rest.start)
    if len(terms) < 2 and sentence.start:
        before = line.sentence_at(max(0, sentence.start - 2))
        terms = _counts(line, before.start, rest.start)
    live = [line.entry_at(term.start) for term in terms]
    if len(terms) < 2 or len(terms) > _MOST_TERMS or live.count(None) > len(live) - 2:
        return ()
    if any(entry and (entry.count is None or entry.made_of) for entry in live):
        return ()
    first = max(range(len(terms)), key=lambda at: (live[at] is not None, terms[at].value))
    whole = live[first]
    return terms[first:] if len(terms) - first > 1 and _is_alike(line, rest, whole) else ()


def _counts(line: Line, start: int, end: int) -> tuple[Number, ...]:
    return tuple(
        number
        for number in line.numbers
        if start <= number.start < end and number.kind == COUNT and not number.bound
    )


def _is_alike(line: Line, rest: Number, whole) -> bool:
    """True if a rest counts what its whole counts, as far as words and units tell."""
    if own := line.entry_at(rest.start):
        return own.unit == whole.unit and own.count is not None and not own.made_of
    noun = stems(phrase_after(line.text, rest.end))
    return noun <= stems(" ".join((whole.unit, whole.title, whole.cohort, "staff carer child")))


def _follows(value: int, terms: list[int]) -> bool:
    """True if a rest is any of the terms less one or more of those behind it."""
    return any(
        value == term - sum(parts)
        for at, term in enumerate(terms)
        for many in range(1, len(terms) - at)
        for parts in combinations(terms[at + 1 :], many)
    )
