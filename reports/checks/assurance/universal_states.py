"""“Every action is on track”, “no action is late”: against lists, live figures and records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from assurance.figures.keys import current_key
from reports.checks.assurance.recorded_states import (
    MEND,
    claim_in_line,
    named_claims,
    whole_figures,
)
from reports.checks.context import CheckContext
from reports.checks.numbers.live.other_parts import apart_in, counted_in, own_words
from reports.checks.numbers.live.part_words import parts_named
from reports.checks.numbers.live.surroundings import clause_of
from reports.checks.reading import STATING, Grid, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.prose.marks import Marked
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import stems


@dataclass(frozen=True)
class _Kind:
    """A state of all things (or, `of_none`, of none): its words, the parts that deny it, and the
    cells of a list that do."""

    words: re.Pattern
    parts: tuple[str, ...]
    cells: re.Pattern
    of_none: bool = False


_HOW = r"(?:all|now|still|currently|fully|being|met|kept|sent|made|held|done|completed)"


def _words(pattern: str) -> re.Pattern:
    return re.compile(rf"(?:{_HOW}\s+)*(?:{pattern})\b", re.I)


_LATE = r"(?:overdue|late)\b.*|\d+\s+(?:working\s+)?days?\s+(?:late|overdue)"
_LATE_CELL = re.compile(_LATE, re.I)
_RISKY_CELL = re.compile(rf"{_LATE}|at\s+risk\b.*", re.I)
_OPEN_CELL = re.compile(
    rf"{_LATE}|(?:at\s+risk|on\s+track|not\s+(?:yet\s+)?started|in\s+progress|under\s+way|to\s+be\s+done|"
    r"open)\b.*",
    re.I,
)
_LATE_PARTS, _RISKY_PARTS = ("overdue",), ("overdue", "at risk")
_OPEN_PARTS = (*_RISKY_PARTS, "on track", "not started", "open", "to be done")
_KINDS = (
    _Kind(
        _words(
            r"late|overdue|behind(?:\s+(?:schedule|time))?|delayed|past\s+(?:its|their)\s+(?:due\s+)?dates?"
        ),
        *(_LATE_PARTS, _LATE_CELL, True),
    ),
    _Kind(_words(r"on\s+track|on\s+schedule"), _RISKY_PARTS, _RISKY_CELL),
    _Kind(
        _words(
            r"(?:on|in)\s+time|in\s+date|within\s+(?:(?:the|their|its)\s+)?(?:timescale|deadline)s?"
        ),
        *(_LATE_PARTS, _LATE_CELL),
    ),
    _Kind(_words("done|completed?|finished|closed|met|kept|fulfilled"), _OPEN_PARTS, _OPEN_CELL),
    _Kind(_words(r"outstanding|unfinished|incomplete|still\s+open"), _OPEN_PARTS, _OPEN_CELL, True),
)
_LATE_NOUNS = stems("late overdue past")
_EXCEPT = SentencePattern(
    r"\b(?:except\w*|apart\s+from|other\s+than|bar|but\s+for|aside|now|since|today|any\s+longer)\b",
    re.I,
)
# How long before the report's day a list or figure may be of for a claim without a date.
_RECENT = 122
# What the people whose checks are counted are called, besides the words of the figures.
_NOUNS = {"dbs": stems("staff dbs check re-check certificate member of")}


@dataclass(frozen=True)
class _Claim:
    """A claim about all of some things, or (`of_none`) about none of them: its words, its noun,
    the state, and the `kind` of a state that lists and records have."""

    line: Line
    sentence: Marked
    match: re.Match
    noun: frozenset[str]
    state: str
    of_none: bool
    kind: _Kind | None

    @property
    def is_of_time(self) -> bool:
        """True if it claims that the things are in time or done."""
        return self.kind is not None and self.kind.of_none == self.of_none


@rule(
    "all-unlike-some",
    Severity.ERROR,
    "decisions §11; sources of error 5",
    follows=("state-unlike-records",),
)
def unlike_some(reading: Reading, known: CheckContext) -> Iterator[Fault]:
    """A claim about all things of a kind is true of those that lists, figures and records have."""
    for line in (item for item in reading.lines if item.kind in STATING):
        for sentence in line.marked:
            denials = (
                denied
                for claim in _claims(line, sentence)
                for denied in _denials(reading, claim, known)
            )
            yield from islice(denials, 1)


def _denials(reading: Reading, claim: _Claim, known: CheckContext) -> Iterator[Fault]:
    yield from _against_figures(reading, claim, known)
    if claim.is_of_time and not _is_weighed(reading, claim, known):
        yield from _against_lists(reading, claim)
        yield from _against_records(reading, claim, known)
        yield from _against_owed(reading, claim, known)


def _claims(line: Line, sentence: Marked) -> Iterator[_Claim]:
    """The claims of a sentence on all or none of some things, which has no exception."""
    if not _EXCEPT.search(sentence.text):
        for match, of_none, noun, state in named_claims(sentence):
            kind = next((item for item in _KINDS if item.words.match(state)), None)
            clause = clause_of(sentence.said(state))
            yield _Claim(line, sentence, match, stems(noun), clause, of_none, kind)


def _is_weighed(reading: Reading, claim: _Claim, known: CheckContext) -> bool:
    """True if the records of the one figure of these things, near the claim, answer already."""
    rows = whole_figures(reading, claim.line, " ".join(claim.noun))
    return len(rows) == 1 and bool(known.states(*rows.values(), claim.state))


def _against_lists(reading: Reading, claim: _Claim) -> Iterator[Fault]:
    for grid in reading.grids:
        if grid.records and claim.noun <= grid.records.nouns and _is_recent(reading, grid):
            row = _contrary_row(grid, claim.kind.cells)
            if row:
                yield _denied(reading, claim, f"“{grid.caption}” has {row}", grid.where)
                return


def _contrary_row(grid: Grid, pattern: re.Pattern) -> str:
    """The first row of a list that is late, or not done, in words."""
    listed = grid.records
    if grid.rows and (listed.nouns & _LATE_NOUNS or listed.member == "overdue"):
        return f"“{grid.rows[0][0].text}”"
    for row in grid.rows:
        for cell in row[1:]:
            if pattern.fullmatch(cell.text.strip()):
                return f"“{row[0].text}” as “{cell.text}”"
    return ""


def _against_figures(reading: Reading, claim: _Claim, known: CheckContext) -> Iterator[Fault]:
    for entry in reading.figures:
        contrary = entry.count and not entry.made_of and _is_contrary(claim, entry)
        if contrary and _is_latest(reading, entry) and not _is_weighed(reading, claim, known):
            says = f"{entry.text} is printed for “{entry.title}”, {entry.when}"
            yield _denied(reading, claim, says, *entry.places)
            return


def _is_contrary(claim: _Claim, entry: Entry) -> bool:
    """True if a figure counts some of the things of a claim that contradict it."""
    subject, _, _ = current_key(entry.key).partition(".")
    about = stems(" ".join((entry.unit, entry.cohort, entry.title.partition(": ")[0])))
    if not claim.noun <= about | _NOUNS.get(subject, frozenset()):
        return False
    if claim.is_of_time:
        named = parts_named(subject, own_words(entry)).keys()
        return bool(named) and named <= set(claim.kind.parts)
    # What began or ended in a period may have been otherwise before and after.
    if claim.kind or (entry.start != entry.end and not entry.member):
        return False
    return counted_in(entry, claim.state) if claim.of_none else bool(apart_in(entry, claim.state))


def _against_records(reading: Reading, claim: _Claim, known: CheckContext) -> Iterator[Fault]:
    for entry in known.wholes(" ".join(claim.noun)):
        for state in (*claim.kind.parts, *([claim.state] if claim.of_none else ())):
            for found in known.states(entry, state):
                if found.count:
                    count = f"{found.count:,}" if found.is_shown else "some"
                    says = f"the records have {count} for “{found.title}”, {found.when}"
                    yield _denied(reading, claim, says)
                    return


def _against_owed(reading: Reading, claim: _Claim, known: CheckContext) -> Iterator[Fault]:
    for item in known.unmentioned:
        if claim.noun and claim.noun <= stems(item.list):
            sentence = item.sentence.rstrip(".")
            yield _denied(reading, claim, f"the records have “{item.title}”: {sentence}")
            return


def _is_recent(reading: Reading, grid: Grid) -> bool:
    day = reading.dated
    return day is None or abs((day - grid.records.day).days) <= _RECENT


def _is_latest(reading: Reading, entry: Entry) -> bool:
    """True if no figure of the same things is of a later day."""
    return not any(
        (other.key, other.member, other.cohort) == (entry.key, entry.member, entry.cohort)
        and other.end > entry.end
        for other in reading.figures
    )


def _denied(reading: Reading, claim: _Claim, evidence: str, *places: str) -> Fault:
    """The fault of a claim: sure where what denies it is in its own section."""
    line = claim.line
    wording, span = claim_in_line(claim.sentence, claim.match)
    near = (reading.by_anchor.get(place) for place in places)
    sure = any(other and other.trail == line.trail for other in near)
    weight = None if sure else Severity.WARNING
    says = f"“{wording}”, but {evidence}."
    return fault(line, span, says, MEND, severity=weight)
