"""Typed counts that, together, leave few of a count that is shown: “27 live with agencies”, “158
live with our own carers” next to a live 188 and a number that is not shown."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations

from assurance.figures.small_numbers import is_small
from assurance.runtime.digits import whole
from reports.checks.numbers.disclosure.people_counts import CHILDREN
from reports.checks.numbers.disclosure.sentences import (
    VERB,
    WORD,
    is_plain,
    tells_of_children,
)
from reports.checks.numbers.disclosure.share_counts import counts_of
from reports.checks.reading import CELL, ITEM, PROSE, SIDE_BY_SIDE, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.documents.entries import Entry
from reports.figure_constraints.hidden.parts import (
    OF_PEOPLE,
    Passage,
    hidden_parts,
    is_of_another_time,
    passages,
    shown_wholes,
)
from reports.prose.numbers import COUNT, PERCENT, Number
from reports.prose.quantities.arithmetic import rounded
from reports.prose.quantities.phrases import PEOPLE, phrase_after

# What one child can be or do besides something else.
_MAY_OVERLAP = re.compile(
    r"\b(?:had|have|has|having|also|both|some\s+of|several|as\s+well|attended|received|completed|took|"
    r"seen|visited|wanted|used|reviewed)\b",
    re.I,
)
_OF_A_WHOLE = re.compile(
    r"\s*(?:in|of|out\s+of|/)\s*(?:(?:the|our|all)\s+)*(?P<whole>\d[\d,]*)", re.I
)
_CHILDREN = re.compile(rf"\s+(?:of\s+)?(?:{WORD}\s+){{0,3}}?{CHILDREN.pattern}(?![’'])", re.I)
_BARE = re.compile(rf"\s*(?:,?\s*{VERB}|[.;)])|\s*$", re.I)
_PLACED = re.compile(r"\s+(?:with|in|at|by|under|near|outside)\b", re.I)
_TOTAL = re.compile(r"\b(?:total|together|altogether|all\s+of\s+these|sum)\b", re.I)
_TOGETHER = (
    "{} leave so few of the {} that this report shows that a number not shown could be worked out."
)
_MEND = "Make them live figures, put groups together, or leave one of them out."


@dataclass(frozen=True)
class _Part:
    """A typed number that counts people, with its section. `is_named` where it names children
    itself, `of_others` where it names other people."""

    passage: Passage
    number: Number
    section: tuple
    is_named: bool
    of_others: bool

    @property
    def may_overlap(self) -> bool:
        """True if others may count the same people as well."""
        return bool(_MAY_OVERLAP.search(self.passage.text))

    def counts(self, whole: int) -> tuple[Fraction, Fraction] | None:
        """The least and the most that it counts of a whole; None where it is no part of it."""
        fits = counts_of(replace(self.number, bound=""), Fraction(whole))
        if self.number.kind == PERCENT and not fits:
            # A share that was cut, or is “about” so much, is of the nearest count.
            fits = [rounded(whole * self.number.value / 100, 0)]
        return (min(fits), max(fits)) if fits and max(fits) < whole else None


@rule(
    "hidden-number-rest",
    Severity.ERROR,
    "disclosure design on coincidences",
    family="numbers",
    follows=("gives-away", "small-number", "two-values"),
)
def rests(reading: Reading, known) -> Iterator[Fault]:
    """Typed counts do not add up to all but a few of what a hidden number is part of."""
    wholes = {entry.count: entry for entry in shown_wholes(reading)}
    parts = tuple(_parts(reading, {*wholes})) if wholes else ()
    hiding = {line.block or line.where for line in reading.lines for x in line.live if x.entry.mark}
    for base in wholes.values():
        places = set()
        own = [part for part in parts if _is_of(part, base)]
        near = [part for part in own if _stands_alone(part, base, hiding)]
        rows = [((part,), True) for part in near]
        for group, is_sure in (*rows, *(() if base.member else _groups(own))):
            place = id(group[-1].passage.line), group[-1].number.start
            if place not in places and _leaves_few(group, base, known.small_up_to):
                places.add(place)
                yield _fault(group, base, is_sure)


def _is_of(part: _Part, whole: Entry) -> bool:
    """True if a number may be part of a whole: of the same people and no other time."""
    alike = whole.unit == "people" or not part.of_others
    return alike and not is_of_another_time(part.passage, whole)


def _stands_alone(part: _Part, whole: Entry, hiding) -> bool:
    """True if one number tells by itself: of a whole that its sentence states, or, where it names
    children, of all of them; next to a hidden number everything typed is refused anyway."""
    line = part.passage.line
    if (line.block or line.where) in hiding:
        return False
    values = {number.value for number, _entry in part.passage.numbers} - {part.number.value}
    in_sentence = whole.count in values and PEOPLE.search(part.passage.text)
    is_next = _whole_behind(line.text[part.number.end : part.number.end + 120]) == whole.count
    return is_next or bool(in_sentence) or (part.is_named and not whole.member)


def _parts(reading, counts) -> Iterator[_Part]:
    """The typed numbers of people in a report, without those that repeat a whole, and those that
    are shares of what is hidden itself."""
    hidden = hidden_parts(reading)
    for passage in passages(reading):
        section = (passage.line.trail, passage.line.annex)
        names_hidden = any(part.is_named_in(passage.words) for part in hidden)
        for number, entry in passage.numbers:
            is_typed = entry is None and number.bound in ("", "~") and number.value not in counts
            is_share = number.kind == PERCENT and (names_hidden or passage.line.kind == CELL)
            if is_typed and number.kind in (COUNT, PERCENT) and not is_share:
                yield from _part(passage, number, section, counts)


def _part(passage: Passage, number: Number, section, wholes) -> Iterator[_Part]:
    """A number as a part, where it counts or shares people: by its own noun, by its heads, of a
    whole that it names, or where it has no noun and a verb, or nothing, behind it."""
    line, after = passage.line, passage.line.text[number.end : number.end + 120]
    phrase = re.split(r"\bof\b", phrase_after(after))[0]
    if number.kind == PERCENT:
        is_named, of_others = bool(OF_PEOPLE.match(after)), False
    elif line.kind == CELL:
        is_named, of_others = False, not CHILDREN.search(passage.heads)
    else:
        is_named = line.kind in PROSE and bool(_CHILDREN.match(after))
        of_others = not is_named and bool(PEOPLE.search(phrase))
    named = passage.heads if line.kind == CELL else phrase
    people = PEOPLE.search(named)
    is_item = line.kind == ITEM and not phrase
    is_bare = line.kind in PROSE and _BARE.match(after)
    # “27 children live with agencies and 158 with us”.
    ahead = passage.text[: max(0, number.start - passage.sentence.start)]
    goes_on = line.kind in PROSE and tells_of_children(ahead) and _PLACED.match(after)
    plain = people and is_plain(named[people.end() :])
    # The total of the parts that a table shows is a number by itself.
    is_total = line.kind == CELL and not of_others and bool(_TOTAL.search(passage.heads))
    if is_named or plain or is_item or is_bare or goes_on or _whole_behind(after) in wholes:
        yield _Part(passage, number, section, is_named or is_total, of_others)


def _whole_behind(after):
    """The number of people that a count is out of; None where it names none."""
    match = _OF_A_WHOLE.match(after)
    phrase = phrase_after(after, match.end()) if match else ""
    is_thing = not PEOPLE.search(phrase) and re.search(r"(?<!s)s\b", phrase)
    return whole(match["whole"].replace(",", "")) if match and not is_thing else None


def _groups(parts: Sequence[_Part]) -> Iterator[tuple[tuple[_Part, ...], bool]]:
    """(parts, whether they belong together): those of a sentence, a paragraph, a list, a column and
    a section do, any other two of a section may, and of a report where both name children."""
    groups = defaultdict(list)
    for part in parts:
        line, heads = part.passage.line, part.passage.heads
        groups["sentence", id(line), part.passage.sentence.start].append(part)
        groups["line", id(line)].append(part)
        groups["block", line.block or line.where, heads.rpartition(" ")[2]].append(part)
        groups["section", part.section].append(part)
    for group in groups.values():
        if len(group) > 1:
            yield tuple(group), not any(part.may_overlap for part in group)
    sections = [group for name, group in groups.items() if name[0] == "section"]
    for group in (*sections, [part for part in parts if part.is_named]):
        yield from ((pair, False) for pair in combinations(group[:SIDE_BY_SIDE], 2))


def _leaves_few(group: Sequence[_Part], whole: Entry, most: int | None) -> bool:
    """True if all that the parts can count leaves few of a whole, and not none."""
    spans = [part.counts(whole.count) for part in group]
    if None in spans:
        return False
    ends = [whole.count - sum(span[end] for span in spans) for end in (1, 0)]
    return all(is_small(rest, most) for rest in ends)


def _fault(group, whole, is_sure) -> Fault:
    *most, last = [part.number.words.strip() for part in group]
    words = f"“{', '.join(most)}” and “{last}”" if most else f"“{last}”"
    says = _TOGETHER.format(words, whole.text)
    severity = None if is_sure else Severity.WARNING
    return fault(group[-1].passage.line, group[-1].number, says, _MEND, severity=severity)
