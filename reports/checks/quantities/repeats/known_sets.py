"""A group that is spoken of as known: all of it, those without what others have, and a summary."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction

from reports.checks.quantities.derivation.slips import NEAR, is_mistyped, slip
from reports.checks.quantities.derivation.support import is_borne
from reports.checks.quantities.grammar import OPENING_BASE, TOTAL
from reports.checks.quantities.model import Denial, Quantity, Statement
from reports.checks.quantities.passages import statements
from reports.checks.quantities.repeats.roots import stems_in, worded
from reports.checks.reading import ITEM, Reading, shared
from reports.prose.numbers import COUNT
from reports.prose.quantities.arithmetic import number_text, plain

# “The 35 who had not seen a dentist”, “the files that held no chronology”.
_WITHOUT = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?(?:who|that|which|where|whose)\s+(?:(?:had|have|has|did|do|does|was|were|is|are|could|still|held|"
    r"got|[a-z]+ed)\s+){0,2}?(?:not|no|never)\s+(?P<told>[^⟦,;:.()]{3,80})",
    re.I,
)
# “All 86 children and …”: what goes on restricts the group no further.
_WHOLE = re.compile(
    r"\s+(?:young\s+)?[a-z]+(?:\s*[,;:.)]|\s*$|\s+(?:and|but|to|will|were|was|are|is|have|had|has|can|may|must|should|now|"
    r"in\s+time|on\s+time)\b)",
    re.I,
)
_SUMMARY = re.compile(
    r"^\W*(?:summary|in\s+(?:brief|short|sum|summary)|to\s+sum\s+up|key\s+(?:points|figures|numbers|messages|facts)|"
    r"headlines?|at\s+a\s+glance|the\s+year\s+in\s+brief|overview|executive\s+summary)\b",
    re.I,
)
_LEAST = 10
_SPLIT = re.compile(r"⟦[cmp]\d+⟧|[.;:]")
_MEND = "Use one value for one thing, or explain the difference."


def known_sets(reading: Reading) -> Iterator[Denial]:
    """What is spoken of as known has the number that the rest of the paper gives it."""
    rows = statements(reading)
    for row in rows:
        is_summary = _SUMMARY.match(row.line.text) or any(map(_SUMMARY.match, row.line.trail[-1:]))
        for item in row.counts:
            phrase = item.phrase
            if phrase.article == "all" and phrase.head and phrase.role == TOTAL:
                yield from _of_all(reading, rows, item)
            elif phrase.article == "the" or phrase.label.endswith((" the", " those")):
                yield from _without(rows, item)
            elif is_summary and item.value >= _LEAST and phrase.role == TOTAL:
                yield from _summed_up(reading, rows, item)


def _of_all(reading: Reading, rows, item: Quantity) -> Iterator[Denial]:
    """`All 86 children`: so many as the paper counted."""
    text, end = item.sentence.text, item.phrase.end
    if not _WHOLE.match(text, end) or item.value < _LEAST or _is_elsewhere(reading, item):
        return
    alike = [
        x
        for row in rows
        for x in row.counts
        if x is not item and x.phrase.noun == item.phrase.noun and _is_plain(x)
    ]
    is_one = len({x.value for x in alike}) == 1 and is_mistyped(item.value, alike[0].value)
    if is_one and not is_borne(reading, item.line, item.phrase.number):
        yield _denial(item, alike[0])


def _is_plain(item: Quantity):
    """Whether a number counts a whole group."""
    phrase = item.phrase
    return phrase.role == TOTAL and phrase.base is None and not phrase.anaphor


def _without(rows, item: Quantity) -> Iterator[Denial]:
    """`The 35 who had not seen a dentist`: those of a whole that are left by those who had."""
    match = _WITHOUT.match(item.sentence.text, item.phrase.end)
    told = stems_in(worded(match["told"], item.sentence)) if match else ()
    rests = {}
    for row in rows if told else ():
        for part, base in _parts(row) if row.order < item.order else ():
            clause = _SPLIT.split(row.sentence.text[part.phrase.end :].replace("⟦p", "("))[0]
            if told <= stems_in(worded(clause, row.sentence)):
                rests[base - part.value] = part
    if len(rests) == 1 and item.value not in rests:
        [(value, part)] = rests.items()
        says = f"{plain(part.phrase.number)} ({part.line.at}) leave {number_text(value)}, but the "
        says += f"report has {item.phrase.number.words} here."
        yield Denial.of(item, says, "Put the wrong number right.")


def _parts(row: Statement) -> Iterator[tuple[Quantity, Fraction]]:
    """(a count, what it is of) of each that its sentence tells with its base."""
    opening = OPENING_BASE.match(row.sentence.text)
    first = row.sentence.thing(opening["base"]) if opening else None
    for part in row.counts:
        base = row.sentence.thing(part.phrase.base) if part.phrase.base is not None else first
        if base and base is not part.phrase.number and base.value > part.value:
            yield part, base.value


def _summed_up(reading: Reading, rows, item: Quantity) -> Iterator[Denial]:
    """A number of a summary that stands nowhere else, beside one that it was mistyped for."""
    if _is_elsewhere(reading, item) or is_borne(reading, item.line, item.phrase.number):
        return
    text, phrase = item.sentence.text, item.phrase
    lead = [x for x in _SPLIT.split(text[: phrase.start]) if x.strip()][-1:]
    own = stems_in(worded(" ".join((*lead, phrase.clause)), item.sentence))
    # A section of that name is laid beside the others alone, a paragraph beside all.
    opened, alike = _SUMMARY.match(item.line.text), []
    for row in rows:
        beside = row.line is item.line or (row.line.trail == item.line.trail and opened is None)
        for x in row.counts if not beside and row.line.kind != ITEM else ():
            named = own & stems_in(worded(row.sentence.text, row.sentence))
            if named and slip(item.value, x.value, COUNT) > NEAR:
                alike.append((len(named), x))
    best = [x for weight, x in alike if weight == max(alike, key=lambda y: y[0])[0]]
    if len({x.value for x in best}) == 1:
        yield _denial(item, best[0])


def _denial(item: Quantity, other: Quantity):
    says = f"The report has {item.phrase.said} here and {plain(other.phrase.number)} at "
    return Denial.of(item, f"{says}{other.line.at}.", _MEND)


def _is_elsewhere(reading: Reading, item: Quantity):
    return shared(reading, _times)[item.value] > 1


def _times(reading: Reading) -> Mapping[Fraction, int]:
    """Value → how often a paper has it."""
    return Counter(number.value for line in reading.lines for number in line.numbers)
