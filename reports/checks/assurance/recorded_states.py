"""“All of them have been reminded” and its like, against what records say of the same things."""

import re
from collections.abc import Iterator

from reports.checks.context import CheckContext, RecordedState
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.prose.marks import Marked

_OF = r"(?:\s+of\s+(?:them|these|those|whom)|(?:\s+of\s+(?:the|these|those))?\s+⟦c\d+⟧)?"
_STILL = r"(?:(?:now|since|already|also|by\s+then|been|being|all)\s+)*"
_AUX = rf"\s+(?:have|has|had|were|was|are|is)\s+{_STILL}"
_CLAIM = re.compile(
    rf"\b(?P<none>(?:none|neither|not\s+one|no\s+one){_OF}){_AUX}(?P<of_none>[a-z].*)"
    rf"|\b(?P<all>(?:all|each|every\s+one|both){_OF}){_AUX}(?P<of_all>[a-z].*)"
    rf"|\b(?:they|who){_AUX.removesuffix(_STILL)}(?P<they>all|both)\s+{_STILL}(?P<of_they>[a-z].*)"
    rf"|⟦c(?P<count>\d+)⟧\s+of\s+(?:them|these|those|whom){_AUX}(?P<of_count>[a-z].*)"
    rf"|\band\s+(?P<and>have|had)\s+{_STILL}(?P<of_and>[a-z].*)",
    re.I,
)
_DENIED = re.compile(r"(?:not|to|due|about|expected|planned)\b", re.I)
_MARK = re.compile(r"⟦c(\d+)⟧")
_MEND = "Quote the figure, or write what the records say."


@rule("state-unlike-records", Severity.ERROR, "decisions §11; sources of error 5")
def unlike_records(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """What is said of all, none or some of what a figure counts is what records say of them."""
    before = None
    for line in reading.prose():
        for sentence in line.marked:
            claim = _CLAIM.search(sentence.text)
            if claim:
                yield from _denials(line, sentence, before, claim, known)
            before = line, sentence


def _denials(line: Line, sentence: Marked, before, claim, known: CheckContext):
    """The fault of a claim, where the records of exactly one figure before it say otherwise."""
    said = {name: text for name, text in claim.groupdict().items() if text}
    what = next(name for name in said if name.startswith("of_"))
    number = sentence.thing(said["count"]) if "count" in said else None
    typed = number is None or not (number.bound or line.entry_at(number.start))
    if _DENIED.match(said[what]) or not typed:
        return
    rows = _live(line, sentence, sentence.text[: claim.start(what)])
    near = bool(rows or (before and before[0] is line))
    rows = rows or (_live(*before, before[1].text) if before else [])
    stated = [(live.entry.count, known.states(live.entry, said[what])) for live in rows]
    stated = [(whole, sorted(states, key=_is_unknown)) for whole, states in stated if states]
    if len(stated) != 1:
        return
    [(whole, states)] = stated
    count = number.value if number else 0 if "none" in said else whole
    both = said.get("all", said.get("they", "")).casefold().startswith("both")
    if all(state.count != count for state in states) and (whole == 2 or not both):
        wording = sentence.said(claim.group()).rstrip(" .;")
        start = sentence.start + len(sentence.said(sentence.text[: claim.start()]))
        sure = near and "and" not in said and states[0].count is not None
        weight = None if sure else Severity.WARNING
        says = _says(wording, states[0], whole)
        yield fault(line, (start, start + len(wording)), says, _MEND, severity=weight)


def _is_unknown(state: RecordedState) -> bool:
    return state.count is None


def _live(line: Line, sentence: Marked, text: str) -> list[LiveFigure]:
    """The live figures with a count in a stretch of a sentence."""
    places = [sentence.thing(match[1]).start for match in _MARK.finditer(text)]
    return [
        live
        for live in line.live
        if live.entry.count is not None and any(live.start <= at < live.end for at in places)
    ]


def _says(words: str, state: RecordedState, whole: int) -> str:
    if state.count is None:
        return f"“{words}”: nothing is recorded for “{state.title}” at {state.when}."
    count = f"{state.count:,} of the {whole:,}" if state.is_shown else "another number"
    return f"“{words}”: the records say {count} (“{state.title}”, {state.when})."
