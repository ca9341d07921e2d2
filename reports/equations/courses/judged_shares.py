"""A target or promise that is called met or missed, against a share that its passage leaves to be
reckoned: `The pledge is nine in ten. It was done for 133`, of 150 who are counted elsewhere."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reports.checks.reading import Reading
from reports.prose.asides import CONDITIONS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.arithmetic import number_text
from reports.prose.quantities.betterment import is_less_better
from reports.prose.quantities.claims import CLAIM, fraction
from reports.quantities.model import Denial, Quantity, Statement
from reports.quantities.passages import statements
from reports.quantities.repeats.roots import root, stems_in

_AIM = (
    r"(?:targets?|standards?|pledges?|promises?|aims?|goals?|rules?|commitments?|thresholds?|"
    r"benchmarks?|ambitions?)"
)
# What a sentence asks for, of what it has a share of.
_DEMAND = re.compile(
    rf"\b(?:{_AIM}|wants?|wanted|asks?|asked|expects?|requires?|required|must|should|promis\w+|"
    r"(?:is|are|was|were)\s+(?:meant|supposed|expected|to)\b)",
    re.I,
)
_HOW = r"(?:(?:therefore|thus|so|just|only|narrowly|easily|comfortably|clearly|again|also)\s+)*"
_VERDICT = SentencePattern(
    rf"\b(?P<not>(?:not|did\s+not|have\s+not|has\s+not|was\s+not|were\s+not)\s+)?{_HOW}(?:(?P<met>"
    r"(?:meets?|met|kept|keep|reached|reach|achieved|achieve|honoured|fulfilled|beat|beaten|passed|exceeded|satisfied)"
    rf"(?=\W*$|[.;:]|,\s+(?!⟦)|\s+(?:it|this|that|by)\b|\s+(?:the|our|its|their|this|that)\s+(?:[a-z]+\s+)?{_AIM}\b)|"
    rf"(?:got|did)\s+what\s+(?:it|they|was|we|he|she)\s+(?:had\s+)?asked(?:\s+for)?|as\s+(?:promised|asked|required)|on\s+target)|"
    r"(?P<missed>(?:miss(?:ed|es)?|broken?|broke)"
    rf"(?=\W*$|[.;:]|,\s+(?!⟦)|\s+(?:it|this|that|by)\b|\s+(?:the|our|its|their|this|that)\s+(?:[a-z]+\s+)?{_AIM}\b)|"
    r"f[ae]ll(?:s|en)?\s+short|short\s+of\s+(?:it|this|that|the)|off\s+target))\b",
    re.I,
)
_ALL = re.compile(r"\bthat\s+(?:all|every|each)\b", re.I)
_RESULT = re.compile(r"⟦c\d+⟧\s+\(⟦p")
_LIMIT = re.compile(r"\b(?:at\s+most|no\s+more|not\s+more|fewer|less|under|below|up\s+to)\b", re.I)
_UNSURE = re.compile(
    rf"\b(?:{OTHER_AREAS}|{EARLIER_TIMES}|{CONDITIONS}|nearly|almost|both|neither|each|"
    r"every|all|quarters?|months?\s+in)\b",
    re.I,
)
# “Among those who are in touch”, “of the interviews that were accepted”.
_OF = re.compile(
    r"\b(?:among(?:st)?|of|for)\s+(?:(?:all|the|our|those|these|them)\s+)+(?P<named>[a-z][^⟦.;:,()]{3,60})",
    re.I,
)
_PLAIN = stems_in(
    "child young person case time year month week day hour number target took take taken place "
    "within made"
)
_BACK, _WIDE, _LEAST, _TWO, _MEND = 4, Fraction(1, 4), 5, 2, "Use the word that the numbers show."


def judged_shares(reading: Reading) -> Iterator[Denial]:
    """`609 of the interviews that were accepted were in time. The target is 80%, and was met.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        verdicts = [*_VERDICT.finditer(row.sentence.text)]
        if len(verdicts) != 1 or is_less_better(row.sentence.said()):
            continue
        near = rows[max(0, place - _BACK) : place + 1]
        near = [x for x in near if x.line is row.line]
        text = " ".join(x.sentence.text for x in near)
        aim = _aim(near)
        if aim is not None and not _UNSURE.search(text[-len(row.sentence.text) :]):
            yield from _denied(rows, row, near, verdicts[0], aim)


def _aim(near: Sequence[Statement]) -> Fraction | None:
    """The one share in a passage, where a word makes it what was to be."""
    shares = []
    for row in near:
        demand, text = _DEMAND.search(row.sentence.text), row.sentence.text
        fractions = [x for x in CLAIM.finditer(text) if x["fraction"]]
        made = [x.value / 100 for x in row.sentence.marks("p")]
        made += [x for x in (fraction(y["fraction"]) for y in fractions) if x]
        made += [Fraction(1)] * bool(not made and demand and _ALL.search(text))
        # “251 (65%)” is what was done.
        if made and (
            not demand
            or _RESULT.search(text)
            or _LIMIT.search(text)
            or is_less_better(row.sentence.said())
        ):
            return None
        shares += made
    return shares[0] if len(shares) == 1 else None


def _denied(rows, row: Statement, near, verdict: re.Match, aim: Fraction) -> Iterator[Denial]:
    counts = [x for other in near for x in other.counts if x.phrase.is_stock]
    parts = [x for x in counts if x.value >= _LEAST]
    pairs = [(x, y) for x in parts for y in parts if x.phrase.base == y.phrase.mark and x is not y]
    pairs = [(x, y) for x, y in pairs if x.order == y.order and x.value <= y.value]
    if len(parts) == _TWO and parts[1].phrase.anaphor and parts[1].value <= parts[0].value:
        pairs = [(parts[1], parts[0])]
    if len(parts) == _TWO and len(pairs) == 1:
        part, bases = pairs[0][0], [pairs[0][1]]
    elif len(parts) == 1 and len(counts) == 1:
        part = parts[0]
        bases = _bases(rows, near, part, aim)
    else:
        return
    missed = bool(verdict["missed"]) != bool(verdict["not"])
    verdicts = {part.value / Fraction(x.value) < aim for x in bases}
    if verdicts == {not missed}:
        share = number_text(100 * part.value / Fraction(bases[0].value), 1)
        says = f"{part.phrase.number.words} of {bases[0].phrase.number.words} is {share}%, "
        says += (
            f"against {number_text(100 * aim)}%, but the report has “{verdict.group().strip()}”."
        )
        yield Denial(row.line, row.span, says, _MEND)


def _bases(rows, near, part: Quantity, aim: Fraction) -> list[Quantity]:
    """The counts that one may be of: those of which the passage has a word, else those before it
    in its section; with them a share that is not far from the aim."""
    text = " ".join(x.sentence.said() for x in near)
    named = frozenset().union(*(stems_in(x["named"]) for x in _OF.finditer(text))) - _PLAIN
    own = {x.order for x in near}
    every = [x for row in rows for x in row.counts if x.phrase.is_stock and x.order not in own]
    every = [x for x in every if x.value > part.value and not x.phrase.number.bound]
    every = [x for x in every if abs(part.value / Fraction(x.value) - aim) <= _WIDE]
    linked = {}
    for item in every:
        near_by = stems_in(" ".join(item.beside(".;")))
        linked.setdefault(len(named & near_by), []).append(item)
    best = max(linked, default=0)
    if best:
        return linked[best]
    before = [x for x in every if x.order < part.order and x.section == part.section]
    if before:
        return before
    # Of what the sentence of the aim names: “four in five plans”.
    heads = stems_in(text) - _PLAIN
    return [x for x in every if x.order < part.order and {*map(root, x.phrase.noun[-1:])} & heads]
