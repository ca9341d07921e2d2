"""“8, which exceeds 12”, “12 of the 24”: two live figures of a sentence, one against the other."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from assurance.figures.keys import current_key
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.live.surroundings import is_hedged
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.numbers import COUNT
from reports.prose.quantities.bands import bands_told

_BE = r"(?:is|are|was|were|remains?|stays?)\s+(?:now\s+|still\s+|far\s+|well\s+|slightly\s+)*"
_MORE = re.compile(
    rf"\b(?:exceed(?:s|ed)?|outnumber(?:s|ed)?|surpass(?:es|ed)?|{_BE}(?:above|higher|more|greater|larger)"
    r"(?:\s+than)?)\b",
    re.I,
)
_LESS = re.compile(
    rf"\b(?:{_BE}(?:below|lower|fewer|less|smaller)(?:\s+than)?|f[ae]ll(?:s)?\s+short\s+of)\b", re.I
)
_TIMES = re.compile(
    r"\b(?P<times>twice|double|three\s+times|four\s+times|half)\s+(?:as\s+(?:many|much)|the\s+number)\b"
    r"[^.;]{0,80}$",
    re.I,
)
_FACTORS = {"twice": 2, "double": 2, "three times": 3, "four times": 4, "half": Fraction(1, 2)}
_ROUND = Fraction(15, 100)
_OF = re.compile(
    r"\s+(?:[a-z-]+\s+){0,3}?(?:out\s+)?of\s+(?:(?:the|these|those|our|all|a|total\s+of)\s+)*", re.I
)
_OF_FIRST = re.compile(
    r"(?:^|[;:]\s+)(?:out\s+)?of\s+(?:(?:the|these|those|our|all|a|total\s+of)\s+)*$", re.I
)
# “Of these 20 and 137” are parts next to each other.
_AND = re.compile(r"\s*(?:,|and|or|,\s*and)\s*", re.I)
# What gives parts as all that there are.
_ALL_PARTS = re.compile(
    r"\b(?:made\s+up\s+of|make\s+up|consist(?:s|ed|ing)?\s+of|compris\w+|divided\s+(?:in|between)\w*|"
    r"split\s+(?:in|between)\w*|namely|as\s+follows|all\s+(?:\w+\s+)?accounted\s+for|"
    r"the\s+(?:rest|others|remainder|remaining|balance|other)\b,?(?=\s*\(?(?:of\s+)?█))",
    re.I,
)
_MEND = "Compare what the figures bear out, or quote the figure of the whole that is meant."


@rule(
    "figures-compared",
    Severity.ERROR,
    "C15; decisions §11",
    family="numbers",
    follows=("change-denied", "live-course-denied"),
)
def pairs(reading: Reading, _known) -> Iterator[Fault]:
    """Two live figures of a sentence compare as it gives them, and one is part of the other."""
    yield from faults_around(reading, _in_line)


def _in_line(line: Line) -> Iterator[Fault]:
    for sentence in line.sentences if len(line.live) > 1 else ():
        lives = [item for item in line.live if sentence.holds(item.start)]
        for first, second in pairwise(lives):
            if _are_counts(line, first, second):
                yield from _compared(line, sentence, first, second, len(lives))
                yield from _part(line, sentence, first, second)
        if _are_counts(line, *lives):
            yield from _parts_of_all(line, sentence, lives)


def _parts_of_all(line: Line, sentence, lives: Sequence[LiveFigure]) -> Iterator[Fault]:
    """The fault of members of one breakdown that are given as all of a whole and are not."""
    parts = [item for item in lives if item.entry.member]
    wholes = [item for item in lives if not item.entry.member]
    same = {(x.entry.key, x.entry.start, x.entry.end, x.entry.population) for x in parts}
    text = line.text[sentence.start : sentence.end]
    for item in reversed(lives):
        first, last = item.start - sentence.start, item.end - sentence.start
        text = text[:first] + "█" * (last - first) + text[last:]
    cue = _ALL_PARTS.search(text)
    typed = [x for x in line.numbers if sentence.holds(x.start) and x.is_to_settle]
    if not cue or len(wholes) != 1 or len(parts) < 2 or len(same) != 1:
        return
    [whole], total = wholes, sum(item.entry.count for item in parts)
    ours = {current_key(item.entry.key).partition(".")[0] for item in lives}
    ages = [(first, last) for _band, first, last in bands_told(line.text)]
    others = [x for x in typed if x.kind == COUNT and line.entry_at(x.start) is None]
    alone = all(any(a <= x.start < b for a, b in ages) for x in others)
    if (
        alone
        and len(ours) == 1
        and whole.entry.end == parts[0].entry.end
        and (total != whole.entry.count)
    ):
        sums = " + ".join(item.entry.text for item in parts)
        says = f"“{cue.group().strip('█ ,')}”: {sums} is {total:,}, not {whole.entry.text}."
        yield fault(line, whole, says, _MEND)


def _are_counts(line: Line, *lives: LiveFigure) -> bool:
    """True of counts that are printed as such, of one unit or of people."""
    printed = all(line.text[item.start : item.end].replace(",", "").isdecimal() for item in lives)
    return printed and not any(item.entry.made_of or item.entry.count is None for item in lives)


def _compared(line: Line, sentence, first: LiveFigure, second: LiveFigure, many: int):
    between = line.text[first.end : second.start]
    if many != 2 or first.entry.unit != second.entry.unit or is_hedged(between):
        return
    own, other = first.entry.count, second.entry.count
    for pattern, is_right in ((_MORE, own > other), (_LESS, own < other)):
        match = pattern.search(between)
        if match and not is_right:
            yield _fault(line, first, second, match.group())
            return
    times = _TIMES.search(line.text[sentence.start : first.start])
    factor = _FACTORS[" ".join(times["times"].casefold().split())] if times else 0
    led = factor and other and re.search(r"\b(?:as|of)\b", between)
    if led and abs(Fraction(own, other) / factor - 1) > _ROUND:
        yield _fault(line, first, second, times["times"])


def _fault(line: Line, first: LiveFigure, second: LiveFigure, phrase: str) -> Fault:
    says = f"The report uses “{phrase}” of {first.entry.text} and {second.entry.text}."
    return fault(line, first, says, _MEND)


def _part(line: Line, sentence, first: LiveFigure, second: LiveFigure) -> Iterator[Fault]:
    """The fault of a figure that is given as part of another which is not its whole."""
    part, whole = first, second
    if _AND.fullmatch(line.text, first.end, second.start):
        return
    if _OF_FIRST.search(line.text[sentence.start : first.start]):
        part, whole = second, first
    elif not _OF.fullmatch(line.text, first.end, second.start):
        return
    entry, other = part.entry, whole.entry
    subjects = {current_key(item.key).partition(".")[0] for item in (entry, other)}
    alike = len(subjects) == 1
    if alike and (entry.start, entry.end) != (other.start, other.end):
        return
    if entry.base_count is not None and entry.base_count != other.count:
        says = (
            f"{entry.text} is out of {entry.base_count:,}, not of {other.text} (“{other.title}”)."
        )
        yield fault(line, part, says, _MEND)
