"""“Completed in full”, “independent audits”, “the best in the region”: words that claim more of
what a live figure counts than its definition has."""

import re
from collections.abc import Iterator

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext, no_states
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.claims.figure_days import ends_of
from reports.checks.reading import Line, LiveFigure, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.clauses import has_source, why_ask
from reports.prose.quantities import figure_claims as claims

# The subjects of which such words can be meant; None of whatever is counted.
_SUBJECTS = {
    claims.RATING: None,
    claims.TIMELY: ("audits", "actions", "dbs", "developments", "reviews"),
    claims.COMPLETE: ("audits", "actions", "dbs", "developments"),
    claims.SUCCESS: ("audits", "actions", "dbs", "developments", "looked_after"),
    claims.OTHERS: ("audits", "dbs", "actions"),
    claims.REFUSED: ("dbs",),
    claims.WISHED: ("looked_after",),
    claims.ADOPTED: ("looked_after",),
    claims.RECEIVED: ("audits",),
    claims.FLOW: ("looked_after", "dbs"),
}
# Of these a figure is the opposite, or another thing: no source makes it so.
_OTHERWISE = (claims.FLOW, claims.REFUSED, claims.ADOPTED, claims.RECEIVED)
_SOURCE = "Write what the figure counts, or name the source of the words."
_MEND = "Write what the figure counts, or quote the figure of what the words name."


@rule(
    "claim-without-record",
    Severity.ERROR,
    "decisions §11; sources of error 5",
    family="numbers",
    follows=(
        *("share-of-figure", "figure-of-another-part", "figure-outside-period"),
        *("figure-of-other-things", "figure-unlike-state"),
    ),
)
def claims_of_figures(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """Words that claim more of a live figure than its number are in its definition or sourced."""
    if known.parts is not no_states:
        yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    places = [(live.start, live.end) for live in line.live]
    for claim in claims.figure_claims(line.text, places):
        live, phrase = line.live[claim.figure], line.text[claim.start : claim.end]
        if claim.kind == claims.EVENT or not _is_undefined(live.entry, claim.kind, phrase, known):
            continue
        if has_source(line, claim.start, claim.end) or _is_compared(reading, line, live, claim):
            continue
        if claim.kind in _OTHERWISE:
            says = f"“{phrase}”: {live.entry.text} counts “{live.entry.title}”, another thing."
            yield fault(line, (claim.start, claim.end), says, _MEND)
        else:
            yield fault(line, (claim.start, claim.end), why_ask(phrase, live), _SOURCE)
        return


def _is_undefined(entry: Entry, kind: str, phrase: str, known: CheckContext) -> bool:
    """True if the definition of a figure has nothing of what is claimed of it."""
    subject, subjects = current_key(entry.key).partition(".")[0], _SUBJECTS[kind]
    if entry.made_of or (subjects is not None and subject not in subjects):
        return False
    text = " ".join((entry.title, entry.counts, entry.out_of, entry.rule, entry.cohort, entry.unit))
    if kind == claims.FLOW:
        return (
            entry.start == entry.end and not known.of_events(entry) and not _has_word(text, phrase)
        )
    if kind == claims.RECEIVED:
        who = claims.PATTERNS[kind].match(phrase)
        return bool(who) and not _has_word(text, who["who"])
    return not claims.PATTERNS[kind].search(text)


def _has_word(text: str, phrase: str) -> bool:
    stem = phrase.split()[-1].casefold().rstrip("s")[:5]
    first = phrase.split()[0].casefold()[:4]
    return any(
        re.search(rf"\b{re.escape(item)}", text.casefold())
        for item in {stem, first}
        if len(item) > 2
    )


def _is_compared(reading: Reading, line: Line, live: LiveFigure, claim) -> bool:
    """True of a rating next to the figure of another area, in its sentence or in the report: other
    rules weigh one against the other."""
    if claim.kind != claims.RATING:
        return False
    sentence, own = line.sentence_at(live.start), live.entry
    here = [x.entry for x in line.live if x is not live and sentence.holds(x.start)]
    same = [x for x in reading.figures if x.key == own.key and x.member != own.member]
    of_areas = current_key(own.key).endswith((".rate", ".value"))
    return bool(here) or (of_areas and any(ends_of(live) and x.end == own.end for x in same))
