"""“A handful (146)”, “hardly any children: 188”, “dozens (8)”: words for how many next to a live
figure that is another number."""

import re
from collections.abc import Iterator
from fractions import Fraction

from reports.checks.figure_texts import faults_around
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule

_NO = (
    r"(?:hardly|scarcely|barely)\s+any(?:one|body|thing)?|"
    r"(?:virtually|almost|practically|next\s+to)\s+(?:none|no(?:\s+one|body)?)"
)
_FEW = (
    r"(?:(?:only|just|but|no\s+more\s+than)\s+)?(?:a\s+)?(?:mere\s+|very\s+small\s+|small\s+)?handful|"
    r"(?:an?|the)\s+(?:tiny|minute|minuscule|negligible|insignificant|vanishingly\s+small)\s+(?:number|fraction|minority|few|part|share)|"
    r"(?:very|precious|extremely)\s+few|(?:only|just)\s+a\s+few|a\s+(?:mere\s+)?(?:trickle|sprinkling)"
)
# Words with the least and most that they can be meant for, and the largest share.
_EXTENTS = tuple(
    (re.compile(rf"\b(?:{phrase})\b", re.I), least, most, share)
    for phrase, least, most, share in (
        (_NO, 0, 5, Fraction(1, 20)),
        (_FEW, 0, 12, Fraction(1, 10)),
        (r"one\s+or\s+two", 0, 2, None),
        (r"a\s+couple(?:\s+of)?", 0, 3, None),
        (r"(?:a|the)\s+pair(?:\s+of)?", 2, 2, None),
        (r"dozens", 24, None, None),
        (r"scores(?=\s+of)", 40, None, None),
        (r"(?:many\s+)?hundreds", 150, None, None),
        (r"(?:many\s+)?thousands", 1500, None, None),
    )
)
_LEADS = re.compile(
    r"(?:(?!\b(?:not|than|and|but|while|which|who)\b)[^.;(),:–—]){0,70}?\s*(?:\(|:|–|—|,\s+(?:or|that\s+is|namely)[,:]?)\s*"
    r"(?:(?:some|about|only|just|at|in\s+all)\s+)*",
    re.I,
)
_IN_COMMAS = re.compile(
    r"(?:(?!\b(?:not|than|and|but|while|which|who)\b)[^.;(),:–—]){0,70}?,\s*", re.I
)
_OF = re.compile(r"\s+(?:of\s+)?(?:some\s+|about\s+)?")
_BEHIND = re.compile(
    r"(?:\s+[a-z’-]+){0,2}?\s*(?:,|\(|–|—|:)\s*(?:or\s+|only\s+|just\s+|that\s+is,?\s+)*", re.I
)
_MEND = "Leave the words out, or write what the number bears out."


@rule(
    "extent-unlike-figure",
    Severity.ERROR,
    "decisions §11; sources of error 5",
    family="numbers",
    follows=("share-of-figure", "claim-unlike-number"),
)
def extents(reading: Reading, _known) -> Iterator[Fault]:
    """A word for how many, next to a live figure, is true of its number or of its share."""
    yield from faults_around(reading, _in_line)


def _in_line(line: Line) -> Iterator[Fault]:
    for live in line.live:
        entry, sentence = live.entry, line.sentence_at(live.start)
        if entry.count is None or "%" in line.text[live.start : live.end]:
            continue
        for pattern, least, most, share in _EXTENTS:
            for match in pattern.finditer(line.text, sentence.start, sentence.end):
                part = Fraction(entry.count, entry.base_count) if entry.base_count else None
                small = share is not None and part is not None and part <= share
                right = entry.count >= least and (most is None or entry.count <= most or small)
                if not right and _is_of(line, live, match):
                    says = f"The report uses “{match.group()}” of {entry.text}."
                    yield fault(line, match, says, _MEND)


def _is_of(line: Line, live: LiveFigure, match: re.Match) -> bool:
    """True if a word for how many is put for the number of a figure."""
    text = line.text
    if match.end() <= live.start:
        commas = _IN_COMMAS.fullmatch(text, match.end(), live.start)
        closed = re.match(r"\s*(?:[,.)]|$)", text[live.end :])
        leads = _LEADS.fullmatch(text, match.end(), live.start)
        return bool(leads or (commas and closed) or _OF.fullmatch(text, match.end(), live.start))
    behind = _BEHIND.fullmatch(text, live.end, match.start())
    return bool(behind) and not re.match(r"\s+of\s", text[match.end() :])
