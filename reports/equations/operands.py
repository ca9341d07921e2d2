"""The numbers that one of a paragraph is a consequence of, and what they come to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.equations.links import is_linked, opens_new_subject
from reports.equations.markers import Form
from reports.equations.solutions import (
    EACH,
    Solution,
    flow_sign,
    from_opening,
    products,
    shares,
    solutions,
)
from reports.equations.terms import Term
from reports.prose.numbers import COUNT, LABEL, MONEY, PERCENT, RATIO
from reports.prose.quantities.arithmetic import last_word
from reports.prose.quantities.claims import FRACTION
from reports.quantities.model import Statement

# So many numbers it may follow from.
_MOST = 6
# The signs in which a verb before a number stands.
_VERB = 40
_RESTS = (Form.REST, Form.OTHERS, Form.FLOW, Form.RESULT)
_SUMS = (Form.SUM, Form.RESULT)
_OVERLAP = re.compile(
    r"\b(?:some\s+(?:of|see|saw|had|have|were)|more\s+than\s+one|both|as\s+well|several|including|twice)\b",
    re.I,
)
# “Half of the 46 girls”.
_PART_OF = re.compile(
    rf"(?:\b(?:{FRACTION})\s+of|\btwice|\bdouble|⟦p\d+⟧\s+of)\s+(?:the\s+|our\s+|all\s+)*$", re.I
)
_OF = re.compile(r"\b(?:of|among|out\s+of|all)\s+(?:the\s+|our\s+|these\s+|all\s+)*$", re.I)
_OF_THESE = (
    re.compile(r"\bof\s+(?:these|those|them|whom|which),?\s+$", re.I),
    re.compile(r"\s+of\s+(?:these|those|them|whom|which)\b", re.I),
)
_THE_CHANGE = re.compile(
    r"\b(?:the|this|that)\s+(?:net\s+|overall\s+)?[a-z-]+\s+(?:of|is|was)\s+$", re.I
)


@dataclass(frozen=True)
class Consequence:
    """A number (`target`) with the form in which it follows from others of `every` one of
    its paragraph."""

    target: Term
    form: Form
    every: Sequence[Term]

    def solutions(self, passage: Sequence[Statement]) -> list[Solution]:
        """The values that may be meant: the results of the numbers before it in its sentence, the
        last of a passage, or with the fewest sentences before it that give an equation."""
        for many in range(1, len(passage) + 1):
            rows = passage[-many:]
            if self._is_unclear(rows):
                return []
            if result := self._found(passage, rows):
                return result if is_linked(rows) else []
        return []

    def _found(self, passage: Sequence[Statement], rows: Sequence[Statement]) -> list[Solution]:
        before = self._before(rows)
        each = EACH.search(" ".join(row.sentence.text for row in rows))
        if self.form != Form.DIFFERENCE and each:
            return self._products(before, each, len(rows) == 1)
        if self.form == Form.RESULT and self.target.unit == PERCENT and not self.target.is_points:
            return shares(_parts(before))
        found, longer = self._added(before), len(passage) > len(rows)
        if found and longer and self.form in _RESTS:
            return self._with_whole(passage[-len(rows) - 1], before) or found
        return found

    def _before(self, rows: Sequence[Statement]) -> list[Term]:
        own = self.target.row
        near = [x for x in self.every if x.row in rows]
        return [x for x in near if x.row is not own or x.start < self.target.start]

    def _is_unclear(self, rows: Sequence[Statement]) -> bool:
        """True if a sentence has a number that is read as a label, or a part of one, or things of
        which some are counted once more."""
        before = self._before(rows)
        if self.form == Form.OTHERS and any(x.is_name for x in before):
            return True
        last = max((x.end for x in before if x.row is self.target.row), default=0)
        if self.form == Form.DIFFERENCE and last and opens_new_subject(self.target.ahead[last:]):
            return True
        # “588 out of 612 were in date. The workforce has grown by 28.”
        grew = self.form == Form.DIFFERENCE and last_word(self.target.ahead[-_VERB:])
        if grew and any(_is_part(x, y) for x in before for y in before):
            return True
        if self.form in _SUMS and any(_OVERLAP.search(row.sentence.text) for row in rows):
            return True
        labels = (x.kind in (LABEL, RATIO) for row in rows for x in row.sentence.marks("x"))
        return any(labels) or any(_PART_OF.search(x.ahead) for x in before)

    def _products(self, before: Sequence[Term], each: re.Match, is_alone: bool) -> list[Solution]:
        factors = [x for x in before if x.is_factor]
        if any(x.number.bound for x in factors):
            return []
        if not is_alone and self.target.head not in {"", *(x.head for x in factors)}:
            return []
        return products(factors, self.target.unit, (each["time"] or "").casefold())

    def _with_whole(self, row: Statement, before: Sequence[Term]) -> list[Solution]:
        """The rest of the one number of a sentence before some, where it is larger than they
        are together."""
        parts = [x for x in before if self._is_operand(x)]
        whole = [x for x in self.every if x.row is row and x.unit == self.target.unit]
        alone = len(whole) == 1 and whole[0].is_operand
        is_larger = alone and whole[0].value >= sum(x.value for x in parts)
        return self._added([*whole, *before]) if is_larger else []

    def _added(self, before: Sequence[Term]) -> list[Solution]:
        """The results of the numbers of one unit before it."""
        operands = from_opening([x for x in before if self._is_operand(x)])
        # What came and went may be named otherwise than what there was, and “the fall of 19” not.
        named = [x for x in (*operands, self.target) if not flow_sign(x) and not _is_anaphor(x)]
        heads = {x.head for x in named} - {""}
        if not 2 <= len(operands) <= _MOST or len(heads) > 1:
            return []
        if self.form == Form.OTHERS and not _has_whole(operands):
            return []
        return [] if any(x.number.bound for x in operands) else solutions(self.form, operands)

    def _is_operand(self, term: Term) -> bool:
        mean = self.form == Form.DIFFERENCE and term.is_mean
        change = term.is_change and term.row is self.target.row and self.form not in _RESTS
        return term.unit == self.target.unit and (term.is_operand or mean) and not change


def _is_part(term: Term, other: Term) -> bool:
    """True if a sentence states one number out of the other."""
    both = term.item and other.item and term.row is other.row
    return bool(both) and term.item.phrase.base == other.item.phrase.mark


def _parts(before: Sequence[Term]) -> list[Term]:
    """The counts and sums of which one may be a share of the other."""
    alike = [x for x in before if x.is_operand and x.unit in (COUNT, MONEY)]
    return [x for x in alike if x.value and not x.number.bound]


def _is_anaphor(term: Term) -> bool:
    """True if a change is one that was spoken of before: “the fall of 19”."""
    return bool(_THE_CHANGE.search(term.ahead))


def _has_whole(operands: Sequence[Term]) -> bool:
    """True if the first of some numbers is the whole of the others: by its words, or because it
    is in a sentence or clause of its own."""
    first, second = operands[0], operands[1]
    if first.value <= max(x.value for x in operands[1:]):
        return False
    linked = {x.item.phrase.base for x in operands} & {first.item.phrase.mark}
    linked |= {x for x in operands[1:] if _is_of_these(x)}
    own = second.row is not first.row or re.search("[:;]", first.behind[: second.start - first.end])
    return bool(linked or own or _OF.search(first.ahead))


def _is_of_these(term: Term) -> bool:
    return bool(_OF_THESE[0].search(term.ahead) or _OF_THESE[1].match(term.behind))
