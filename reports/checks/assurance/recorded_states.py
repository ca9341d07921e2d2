"""“All of them have been reminded” and its like, against what records say of the same things."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.checks.context import CheckContext, RecordedState
from reports.checks.reading import STATING, Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.prose.marks import Marked
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems

_OF = r"(?:\s+of\s+(?:them|these|those|whom|which)|(?:\s+of\s+(?:the|these|those))?\s+⟦c\d+⟧)?"
_STILL = r"(?:(?:now|since|already|also|by\s+then|been|being|all)\s+)*"
_AUX = rf"\s+(?:have|has|had|were|was|are|is|remains?|remained)\s+{_STILL}"
_CLAIM = SentencePattern(
    rf"\b(?P<none>(?:none|neither|not\s+one|no\s+one){_OF}){_AUX}(?P<of_none>[a-z].*)"
    rf"|\b(?P<all>(?:all|each|every\s+one|both){_OF}){_AUX}(?P<of_all>[a-z].*)"
    rf"|\b(?:they|who){_AUX.removesuffix(_STILL)}(?P<they>all|both)\s+{_STILL}(?P<of_they>[a-z].*)"
    rf"|⟦c(?P<count>\d+)⟧\s+of\s+(?:them|these|those|whom){_AUX}(?P<of_count>[a-z].*)"
    rf"|\band\s+(?P<and>have|had)\s+{_STILL}(?P<of_and>[a-z].*)",
    re.I,
)
# “All audits were shared”, “no action is overdue”: the things themselves are named.
_NAMED = SentencePattern(
    rf"\b(?P<every>all|each|every|none|no|both|neither)(?:\s+one)?(?:\s+of)?(?:\s+(?:the|these|those|"
    rf"our|its))?\s+(?P<noun>(?:[a-z][a-z-]*\s+){{0,3}}?[a-z][a-z-]*){_AUX}(?P<state>[a-z].*)",
    re.I,
)
_THINGS = r"(?:[a-z][a-z-]*\s+){0,3}?[a-z][a-z-]*"
# “The actions are all on track”, “all the ⟦c1⟧ actions”, “not a single action”, “no action late”.
_OTHERWISE = SentencePattern(
    rf"(?:(?:^|[;:,]\s+)(?:the\s+|our\s+)?(?P<noun_of_all>{_THINGS})\s+(?:are|were|is|was|remain)\s+all\s+"
    rf"|\ball\s+(?:of\s+)?(?:the\s+|our\s+)?⟦c\d+⟧\s+(?P<noun_counted>{_THINGS}){_AUX}"
    rf"|\bnot\s+(?:a\s+single|one)\s+(?P<single>{_THINGS}){_AUX}"
    rf"|\b(?:there\s+(?:is|are|was|were)|we\s+ha(?:ve|d))\s+no\s+(?P<none>{_THINGS})\s+"
    r"(?:(?:that|which|who)\s+(?:is|are|was|were)\s+)?(?=overdue\b|late\b|behind\b|delayed\b))"
    r"(?P<state>[a-z].*)",
    re.I,
)
# “There were no overdue actions”.
_NO_SUCH = SentencePattern(r"\bno\s+(?P<things>(?:[a-z][a-z-]*\s+){1,5}[a-z][a-z-]*)", re.I)
_AFTER_THINGS = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:at\s+all|now|left|and|but|so|to\s+report)\b)", re.I
)
# “In the north, all audits were good” speaks of some of them.
_PLACED = re.compile(r"\b(?:in|at|for|among|within|across|from|on|by|of)\b", re.I)
_NONE = ("none", "no", "neither")
# “Nearly all”, “not all” and “in all” are no claim about each; nor is what is asked or aimed at.
_HEDGED = re.compile(
    r"\b(?:nearly|almost|virtually|practically|not|but|in|at|for|if|whether|when|that|until|once|"
    r"unless|ensure|where)\s+$",
    re.I,
)
# Another time, place or owner than that of the figure.
ELSEWHERE = SentencePattern(
    r"⟦d|\b(?:last|previous|next|earlier|formerly|then|years?|months?|quarters?|weeks?|england|region\w*|"
    r"national\w*|neighbours?|other|partners?|should|must|will|would|may|could|can|target|aim\w*)\b",
    re.I,
)
# Of none of them a narrower state is said: some may be in the wider one that is recorded.
_NARROWED = re.compile(
    r"(?:[a-z-]+\s+){1,2}?(?:by|in|at|on)\s+(?!⟦d|the\s+(?:period|year)\b)", re.I
)
_DENIED = re.compile(r"(?:not|to|due|about|expected|planned)\b", re.I)
_MARK = re.compile(r"⟦c(\d+)⟧")
MEND = "Use a live figure, or write what is recorded."


@rule("state-unlike-records", Severity.ERROR, "decisions §11; sources of error 5")
def unlike_records(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A statement about all, none or some of what a figure counts agrees with the records."""
    before = None
    for line in (item for item in reading.lines if item.kind in STATING):
        for sentence in line.marked:
            claim = _CLAIM.search(sentence.text)
            if claim and not _HEDGED.search(sentence.text, 0, claim.start()):
                yield from _denials(line, sentence, before, claim, known)
            elif not claim:
                yield from _named(reading, line, sentence, known)
            before = line, sentence


def _denials(line: Line, sentence: Marked, before, claim, known: CheckContext):
    """The fault of a claim, where the records of exactly one figure before it say otherwise."""
    claimed = {name: text for name, text in claim.groupdict().items() if text}
    what = next(name for name in claimed if name.startswith("of_"))
    number = sentence.thing(claimed["count"]) if "count" in claimed else None
    typed = number is None or not (number.bound or line.entry_at(number.start))
    narrowed = what in ("of_none", "of_count") and _NARROWED.match(claimed[what])
    if _DENIED.match(claimed[what]) or narrowed or not typed:
        return
    rows = _live(line, sentence, sentence.text[: claim.start(what)])
    near = bool(rows or (before and before[0] is line))
    rows = rows or (_live(*before, before[1].text) if before else [])
    stated = [(live.entry.count, known.states(live.entry, claimed[what])) for live in rows]
    stated = [(whole, sorted(states, key=_order)) for whole, states in stated if states]
    if len(stated) != 1:
        return
    [(whole, states)] = stated
    count = number.value if number else 0 if "none" in claimed else whole
    both = claimed.get("all", claimed.get("they", "")).casefold().startswith("both")
    if _is_denied(states, count) and (whole == 2 or not both):
        sure = near and "and" not in claimed and states[0].count is not None
        yield _denied(line, sentence, claim, _Whole(states[0], whole), sure)


@dataclass(frozen=True)
class _Whole:
    """What is recorded of the things that a figure counts, and how many these are."""

    state: RecordedState
    count: int


def _denied(line: Line, sentence: Marked, claim: re.Match, known: _Whole, sure: bool) -> Fault:
    wording, span = claim_in_line(sentence, claim)
    says = records_show(wording, known.state, known.count)
    weight = None if sure else Severity.WARNING
    return fault(line, span, says, MEND, severity=weight)


def claim_in_line(sentence: Marked, claim: re.Match) -> tuple[str, tuple[int, int]]:
    """(the printed words of a claim, where they begin and end in its line)."""
    wording = sentence.said(claim.group()).rstrip(" .;")
    start = sentence.start + len(sentence.said(sentence.text[: claim.start()]))
    return wording, (start, start + len(wording))


def _named(reading: Reading, line: Line, sentence: Marked, known: CheckContext):
    """The fault of a claim that names its things, where the records of the one figure of all such
    things say otherwise: sure in its paragraph, likely elsewhere in its section."""
    for claim, of_none, noun, state in named_claims(sentence):
        rows = whole_figures(reading, line, noun)
        if len(rows) != 1:
            continue
        [entry] = rows.values()
        states = sorted(known.states(entry, state), key=_order)
        count = 0 if of_none else entry.count
        if states and _is_denied(states, count):
            near = _wholes(line.live, noun)
            sure = bool(near) and states[0].count is not None
            yield _denied(line, sentence, claim, _Whole(states[0], entry.count), sure)
            return


def whole_figures(reading: Reading, line: Line, noun: str) -> dict[tuple, Entry]:
    """The figures of all the things that a noun of `line` names, by what they are of: those of the
    line, else those of its section."""
    section = (live for other in reading.prose() if other.trail == line.trail
               for live in other.live)  # fmt: skip
    return _wholes(line.live, noun) or _wholes(section, noun)


def named_claims(sentence: Marked) -> Iterator[tuple[re.Match, bool, str, str]]:
    """(claim, whether it is of none, the things that it names, their state) of a sentence that
    names no other time or place."""
    for claim, of_none, noun, state in _claims_of_things(sentence):
        before = re.split(r"[;:]", sentence.text[: claim.start()])[-1]
        placed = "⟦c" not in before and _PLACED.search(before)
        if not (placed or _DENIED.match(state) or _HEDGED.search(before)):
            yield claim, of_none, noun, state


def _claims_of_things(sentence):
    if ELSEWHERE.search(sentence.text):
        return
    for claim in _OTHERWISE.finditer(sentence.text):
        of_none = not (claim["noun_of_all"] or claim["noun_counted"])
        noun = next(filter(None, claim.group("noun_of_all", "noun_counted", "single", "none")))
        yield claim, of_none, noun, claim["state"]
    for claim in _NAMED.finditer(sentence.text):
        of_none = claim["every"].casefold() in _NONE
        if not (of_none and _NARROWED.match(claim["state"])):
            yield claim, of_none, claim["noun"], claim["state"]
    for claim in _NO_SUCH.finditer(sentence.text):
        tokens = claim["things"].split()
        for at in range(1, len(tokens)):
            # What follows the things is no part of their name.
            for end in range(at + 1, min(at + 4, len(tokens) + 1)):
                rest = " ".join(tokens[end:]) + sentence.text[claim.end() :]
                if _AFTER_THINGS.match(rest):
                    yield claim, True, " ".join(tokens[at:end]), " ".join(tokens[:at])


def _wholes(live: Iterable[LiveFigure], noun: str) -> dict[tuple, Entry]:
    """The figures among `live` that count all the things that a noun names, by what they are of."""
    entries = (item.entry for item in live)
    return {
        (entry.key, entry.cohort, entry.start, entry.end): entry
        for entry in entries
        if entry.count is not None and not (entry.base or entry.member)
        if _is_of(stems(noun), entry)
    }


def _is_of(noun: frozenset[str], entry: Entry) -> bool:
    """Whether a noun names what a figure counts: by its unit or population, and by no other word
    than those of its title."""
    known = stems(entry.unit) | stems(entry.cohort)
    return bool(noun & known) and noun <= known | stems(entry.title)


def _is_denied(states: Iterable[RecordedState], count: int) -> bool:
    """True if no state has so many; of none, if any has some."""
    counts = [state.count for state in states]
    return any(counts) or None in counts if not count else count not in counts


def _order(state: RecordedState) -> tuple[bool, int]:
    return state.count is None, -(state.count or 0)


def _live(line: Line, sentence: Marked, text: str) -> list[LiveFigure]:
    """The live figures with a count in a stretch of a sentence."""
    places = [sentence.thing(match[1]).start for match in _MARK.finditer(text)]
    return [
        live
        for live in line.live
        if live.entry.count is not None and any(live.start <= at < live.end for at in places)
    ]


def records_show(words: str, state: RecordedState, whole: int) -> str:
    """The sentence on words for a state that records do not bear out, `whole` being all of them."""
    if state.count is None:
        return f"“{words}”: nothing is recorded for “{state.title}” at {state.when}."
    count = f"{state.count:,} of the {whole:,}" if state.is_shown else "another number"
    return f"“{words}”: the records show {count} (“{state.title}”, {state.when})."
