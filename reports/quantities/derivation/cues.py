"""The words that say of a number that it follows from others, and how."""

import re
from collections.abc import Iterator

from assurance.runtime.digits import whole
from reports.prose.marks import Marked
from reports.prose.patterns import SentencePattern

DIFFERENCE, CHANGE, SUM, REST, POINTS = "difference", "change", "sum", "rest", "points"
_MARK = r"⟦(?P<kind>[cmq])(?P<mark>\d+)⟧"
_FEW = r"(?:[a-z]+\s+){0,2}"
_NOUN = (
    r"(?<!requires )(?<!require )(?<!requiring )(?<!needed )(?<!needs )(?<!need )"
    r"(?:gap|difference|improvement|increase|decrease|"
    r"loss|drop|fall|rise|growth|gain|reduction|shortfall|surplus|deficit|overspend|underspend|variance)"
)
_COMPARED = r"(?:exceed\w*|outran|outnumber\w*|outstrip\w*|overran|that\s+is|that\s+is\s+to\s+say)"
_WENT = (
    r"(?:fell|fallen|rose|risen|grew|grown|went\s+(?:up|down)|gone\s+(?:up|down)|dropped|declined|"
    r"reduced|increased|decreased|smaller|larger|higher|lower|down|up|ahead|behind)"
)
_BEYOND = r"(?:more\s+(?:[a-z]+\s+)?than|fewer|short\s+of|below|above)"
# How far a number may stand behind its word, in signs without another number.
_WITHIN = r"[^⟦.;:]{0,60}?"
# “Nine held more than 18” tells no difference.
_NO_VERB = r"(?!(?:held|hold|had|have|has|[a-z]+ed)\b)"
CUES = tuple(
    (role, SentencePattern(pattern, re.I))
    for role, pattern in (
        (DIFFERENCE, rf"\b{_COMPARED}\b{_WITHIN},?\s+by\s+(?:just\s+|only\s+)?{_MARK}"),
        (CHANGE, rf"\b{_WENT}\b{_WITHIN},?\s+by\s+(?:just\s+|only\s+)?{_MARK}"),
        (
            DIFFERENCE,
            rf"\b{_NOUN},?\s+(?:(?:is|was|of|being)\s+)?(?:therefore\s+|thus\s+|one\s+of\s+)?{_MARK}",
        ),
        (
            DIFFERENCE,
            rf"{_MARK}\s+(?:{_NO_VERB}[a-z]+\s+){{0,2}}?{_BEYOND}\b(?!\s+(?:or|and)\b)",
        ),
        (
            DIFFERENCE,
            rf"{_MARK}(?:(?<=⟦q\d⟧)|\s+(?:percentage\s+)?points?)\s+(?:better|worse|higher|lower|ahead)\b",
        ),
        (
            DIFFERENCE,
            rf"\bnet\s+(?:plus|minus|change|movement|error)\s+(?:of\s+|is\s+|was\s+)?{_MARK}",
        ),
        (REST, rf"\b(?:leaving|leaves|all\s+but|remainder|so\s+that)\s+(?:{_FEW}of\s+)?{_MARK}"),
        (SUM, rf"\b(?:together(?!\s+with\b)|altogether|combined|in\s+all)\b[^⟦.;]{{0,60}}?{_MARK}"),
        (SUM, rf"\b(?:making|being)\s+(?:a\s+total\s+of\s+)?{_MARK}"),
        (SUM, rf"^\W*(?:so|thus|therefore|hence)\b[^⟦.;]{{0,60}}\baccounts?\s+for\s+{_MARK}"),
        (SUM, rf"{_MARK}\s+(?:[a-z]+\s+){{0,2}}(?:altogether|in\s+all)\b"),
    )
)
_OF_POINTS = re.compile(r"\s+(?:percentage\s+)?points?\b", re.I)


def cued(sentence: Marked) -> Iterator[tuple[int, str]]:
    """(mark of a number, how it follows) for each number of a sentence that is said to follow."""
    known = set()
    for role, pattern in CUES:
        for match in pattern.finditer(sentence.text):
            mark = whole(match["mark"])
            points = match["kind"] == "q" or _OF_POINTS.match(sentence.text, match.end("mark") + 1)
            if mark not in known:
                known.add(mark)
                yield mark, POINTS if points else role
