"""“Half of the 228 children are boys”: a share in words of what a live figure counts."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assurance.figures.keys import current_key
from reports.checks.context import CheckContext, RecordedState, no_states
from reports.checks.figure_texts import faults_around
from reports.checks.numbers.live.other_parts import ages_in, own_words
from reports.checks.numbers.live.part_words import parts_named
from reports.checks.numbers.live.surroundings import clause_of
from reports.checks.reading import Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.papers.typed_numbers import SETTLE
from reports.prose.numbers import Number
from reports.prose.quantities.arithmetic import number_text, rounded
from reports.prose.quantities.bands import band_of
from reports.prose.quantities.phrases import stems
from reports.prose.quantities.shares_of_figures import FigureShare, shares_of_figures

_AUX = re.compile(
    r"^\W*(?:[a-z’-]+\s+){0,4}?(?:have|has|had|were|was|are|is|remained|remains?)\s+"
    r"(?:(?:now|since|already|also|by\s+then|been|being|all)\s+)*",
    re.I,
)
_AUX_FIRST = re.compile(r"\W*(?:have|has|had|were|was|are|is|remain)", re.I)
# What a share comes to is printed behind it: “nearly all of the 40 (38)”.
_SUPPORT = re.compile(
    r"[^.;()]{0,60}?(?:[(:–—]|,\s+(?:or|that\s+is),?)\s*(?:some\s+|about\s+)?$", re.I
)
_IN_COMMAS = re.compile(r"[^.;(),:–—]{0,40}?,\s*")
_CLOSED = re.compile(r"\s*,")
_ONE_BY_ONE = re.compile(
    r"\b(?:own|different|separate|between|respective|another|its|in\s+turn|one)\b|\d|⟦", re.I
)
_MEND = "Quote the figure of that part, or write what the records bear out."
_SOURCE = "Quote the figure of that part, or name the source of the words."


@rule(
    "share-of-figure",
    Severity.ERROR,
    "decisions §11; sources of error 5",
    family="numbers",
    follows=("claim-unlike-number", "all-unlike-some", "state-unlike-records"),
)
def shares(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A share in words of what a live figure counts is what records or a named source show."""
    yield from faults_around(reading, lambda line: _in_line(reading, line, known))


def _in_line(reading: Reading, line: Line, known: CheckContext) -> Iterator[Fault]:
    places = [(live.start, live.end) for live in line.live]
    for share in shares_of_figures(line.text, places):
        entry = line.live[share.figure].entry
        if entry.count and not entry.made_of:
            yield from _weighed(reading, line, share, known)


def _weighed(reading: Reading, line: Line, share: FigureShare, known: CheckContext):
    live = line.live[share.figure]
    state = clause_of(line.text[slice(*share.state)])
    support = _support(line, share)
    entry = line.entry_at(support.start) if support else None
    if entry and entry.count is not None and not entry.made_of:
        row = RecordedState(entry.title, entry.when, entry.count)
        if _is_denied(share, row, live.entry):
            span = (share.start, share.end)
            says = (
                f"“{line.text[slice(*span)]}” of {live.entry.text}: {_share_text(row, live.entry)}."
            )
            yield fault(line, span, says, _MEND)
        return
    # Of all and of none the records of their state are weighed by rules of their own.
    is_weighed = share.claim.least == 1 or (share.claim.most == 0 and _AUX_FIRST.match(state))
    if is_weighed and known.states(live.entry, _predicate(state)):
        return
    counts = _counts(reading, live.entry, state, known) if share.is_sure else ()
    recorded = [row for row in counts if row.count is not None]
    span, claimed = (share.start, share.end), line.text[share.start : share.end]
    if recorded:
        wrong = [row for row in recorded if _is_denied(share, row, live.entry)]
        # Of none, one part that has some is enough.
        if wrong and (share.claim.most == 0 or len(wrong) == len(recorded)):
            says = f"“{claimed}” of {live.entry.text}: {_share_text(wrong[0], live.entry)}."
            yield fault(line, span, says, _MEND)
    elif known.parts is not no_states and not (
        _is_each(line, share) or line.source_at(share.start) or _support(line, share)
    ):
        says = f"“{claimed}” is of {live.entry.text}, with no record or source behind it. {SETTLE}"
        yield fault(line, span, says, _SOURCE)


def _is_denied(share: FigureShare, row: RecordedState, entry: Entry) -> bool:
    return share.claim.is_denied(Fraction(row.count, entry.count))


def _share_text(row: RecordedState, entry: Entry) -> str:
    """The recorded number with its share; of a small one only that it is another."""
    if not row.is_shown:
        return f"the records show another number (“{row.title}”, {row.when})"
    per_cent = number_text(rounded(Fraction(row.count * 100, entry.count), 0), 0)
    return f"it is {row.count:,} of {entry.count:,}, {per_cent}% (“{row.title}”, {row.when})"


def _counts(
    reading: Reading, entry: Entry, state: str, known: CheckContext
) -> tuple[RecordedState, ...]:
    """How many of the things of a figure are in a state: as the report prints it, else as records
    have it."""
    return (
        known.states(entry, _predicate(state))
        or known.parts(entry, state)
        or tuple(_printed(reading, entry, state))
    )


def _predicate(state: str) -> str:
    """The words for a state of some things, without their auxiliary."""
    aux = _AUX.match(state)
    return state[aux.end() :] if aux else state.strip()


def _printed(reading: Reading, entry: Entry, state: str) -> Iterator[RecordedState]:
    """The figures of the report that count just the part that a state names."""
    subject = current_key(entry.key).partition(".")[0]
    named, bands, around = parts_named(subject, state).keys(), [*ages_in(state)], stems(state)
    for other in reading.figures:
        if not _is_part(other, entry) or other.count is None:
            continue
        own = own_words(other)
        # “16 to 18” has no word that “up to date” names.
        title = {word for word in stems(own) - stems(entry.title) if len(word) > 2}
        band = band_of(own) if other.member else None
        is_aged = (
            len(bands) == 1 and band and (band.first, band.last) == (bands[0].first, bands[0].last)
        )
        is_named = len(named) == 1 and parts_named(subject, own).keys() == named
        if is_aged or (not bands and (is_named or (other.member and title and title <= around))):
            yield RecordedState(other.title, other.when, other.count)


def _is_part(other: Entry, entry: Entry) -> bool:
    """True if a figure may count some of what another does, at the same time."""
    return (
        (other.start, other.end, other.unit, other.population)
        == (entry.start, entry.end, entry.unit, entry.population)
        and not other.made_of
        and (other.key, other.member) != (entry.key, entry.member)
        and current_key(other.key).partition(".")[0] == current_key(entry.key).partition(".")[0]
    )


def _is_each(line: Line, share: FigureShare) -> bool:
    """True of “each of them had its own …”, which tells of one after another."""
    state = line.text[slice(*share.state)]
    phrase = line.text[share.start : share.end].casefold()
    return phrase in ("each", "every") and bool(_ONE_BY_ONE.search(state))


def _support(line: Line, share: FigureShare) -> Number | None:
    """The number that a share comes to, printed next to it; or none."""
    for item in line.numbers:
        if item.is_to_settle and item.start >= share.state[0]:
            closed = _CLOSED.match(line.text, item.end)
            if _SUPPORT.fullmatch(line.text, share.state[0], item.start) or (
                closed and _IN_COMMAS.fullmatch(line.text, share.state[0], item.start)
            ):
                return item
    return None
