"""“Ofsted found that we look after 196 children”: a source that a live figure does not have."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.figure_texts import faults_around
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule

_BODY = (
    r"(?:Ofsted|(?:the\s+)?inspectors?|(?:the\s+)?inspectorate|(?:the\s+)?CQC|(?:the\s+)?DfE|"
    r"(?:the\s+)?Department\s+for\s+Education|the\s+Care\s+Quality\s+Commission|"
    r"(?:the\s+)?(?:Local\s+Government\s+)?Association|(?:the\s+)?National\s+Audit\s+Office|"
    r"(?:the\s+)?ombudsman|(?:the\s+)?(?:internal|external)\s+audit(?:ors?)?|the\s+Government|"
    r"(?:the\s+)?independent\s+(?:reviewing\s+officers?|auditors?|chair|consultants?)|the\s+police|"
    r"(?:the\s+)?Office\s+for\s+National\s+Statistics|the\s+courts?)"
)
_STATES = (
    r"(?:found|finds|stated?|states|reported|reports|confirmed|confirms|verified|validated|counted|"
    r"recorded|noted|agreed|established|concluded|certified)"
)
_BEFORE = re.compile(
    rf"(?:^|[,;(]\s*(?:and\s+|as\s+)?)(?:according\s+to\s+{_BODY}\b|"
    rf"{_BODY}\s+(?:has\s+|have\s+)?{_STATES}\s+(?:that\s+)?|"
    r"(?:validated|verified|confirmed|certified|audited|(?:quality[\s-])?assured|endorsed|accredited|checked|counted|approved|published|signed\s+off)\s+"
    rf"(?:[a-z]+ly\s+)?by\s+{_BODY}\b)[^.;]{{0,80}}$",
    re.I,
)
_BEHIND = re.compile(
    r"[^.;]{0,80}?\b(?:validated|verified|confirmed|certified|audited|(?:quality[\s-])?assured|endorsed|accredited|checked|counted|approved|published|"
    rf"signed\s+off)\s+(?:[a-z]+ly\s+)?by\s+{_BODY}\b|[^.;]{{0,80}}?,?\s+according\s+to\s+{_BODY}\b",
    re.I,
)
_INDEPENDENT = re.compile(
    r"[^.;]{0,60}?\b(?:has|have|was|were|is|are)\s+(?:been\s+)?(?:independently|externally|nationally)\s+"
    r"(?:validated|verified|confirmed|certified|audited|checked|counted)\b",
    re.I,
)
# Figures of what others found, answered or published.
_OF_OTHERS = ("reviews", "surveys", "measures")
_MEND = "Leave the source out, or write the number with its source as a typed number."


@rule("figure-attributed", Severity.ERROR, "decisions §11", family="numbers")
def attributions(reading: Reading, _known) -> Iterator[Fault]:
    """A live figure is given as from the source that it was counted from, and no other."""
    yield from faults_around(reading, _of_others)


def _of_others(line: Line) -> Iterator[Fault]:
    for live in line.live:
        subject = current_key(live.entry.key).partition(".")[0]
        phrase = "" if subject in _OF_OTHERS else _attributed(line, live)
        if phrase and phrase.casefold() not in _sources(live):
            says = f"“{phrase}”: {live.entry.text} is from {live.entry.source or 'our records'}."
            yield fault(line, live, says, _MEND)


def _attributed(line: Line, live: LiveFigure) -> str:
    """The words that give a figure another source; or none."""
    sentence = line.sentence_at(live.start)
    lead = line.text[sentence.start : live.start]
    match = _BEFORE.search(lead)
    if match and not any(sentence.start <= item.start < live.start for item in line.live):
        return re.search(_BODY, match.group(), re.I).group()
    rest = line.text[live.end : sentence.end]
    match = _BEHIND.match(rest) or _INDEPENDENT.match(rest)
    if not match or any(live.end <= item.start < live.end + match.end() for item in line.live):
        return ""
    body = re.search(_BODY, match.group(), re.I)
    return body.group() if body else match.group().strip()


def _sources(live: LiveFigure) -> str:
    entry = live.entry
    return " ".join((entry.source, entry.rule, entry.title, entry.counts)).casefold()
