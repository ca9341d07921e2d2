"""An amount of a balance by its role, and a balance with what is wrong with it."""

import re
from dataclasses import dataclass

from reports.checks.reading import Line
from reports.prose.numbers import MONEY, Number
from reports.prose.quantities.arithmetic import is_swapped, number_text
from reports.quantities.derivation.slips import is_of_one_slip
from reports.quantities.model import Denial, Sure
from reports.quantities.parts.terms import rounding

_PAIR = 2
_DIRECTED = re.compile(r"\b(?:over|under)-?\s?spen", re.I)


@dataclass(frozen=True)
class Amount:
    """An amount with the words it is told by, and where a fault of it is shown."""

    line: Line
    number: Number
    role: str
    head: str = ""
    sentence: str = ""
    is_opposite: bool = False

    @property
    def value(self):
        return abs(self.number.value)


@dataclass(frozen=True)
class Balance:
    """Amounts of which the last `taken` are taken away and the others added, and their result; a
    difference is of the larger and the smaller."""

    items: tuple[Amount, ...]
    result: Amount
    is_in_order: bool
    taken: int = 1

    @property
    def terms(self):
        """The amounts in the order in which they are reckoned, with their signs."""
        key = (lambda item: 0) if self.is_in_order else (lambda item: -item.value)
        signs = (*(1 for _item in self.items[: -self.taken]), *(-1,) * self.taken)
        return [
            item.value * sign for item, sign in zip(sorted(self.items, key=key), signs, strict=True)
        ]

    @property
    def gap(self):
        """How far what is said is from what they come to."""
        return abs(sum(self.terms) - self.result.value)

    @property
    def is_denied(self):
        """Whether it is not so, and near enough to be meant: else the words were of others."""
        room = sum(rounding(item.number) for item in (*self.items, self.result))
        most = max(item.value for item in self.items) * (1 if self.is_in_order else 2)
        near = self.gap * 4 <= most or is_swapped(sum(self.terms), self.result.value)
        return self.gap > room and near

    @property
    def is_directed(self):
        """Whether one sentence says it with a word of direction, which another rule weighs."""
        texts = {item.sentence for item in (*self.items, self.result)}
        return len(texts) == 1 and bool(_DIRECTED.search(self.result.sentence))

    @property
    def denial(self):
        """The denial of the balance."""
        money = "£" * (self.result.number.kind == MONEY)
        terms = " ".join(
            f"{'−' if term < 0 else '+'} {money}{number_text(abs(term))}" for term in self.terms
        )
        says = f"{terms[2:]} = {money}{number_text(sum(self.terms))}, but the report gives "
        says += f"{self.result.number.words}."
        likely = is_of_one_slip(self.terms, self.result.value, self.result.number.kind)
        sure = Sure.JOINED if likely else Sure.GUESSED
        mend = "Put the wrong number right."
        # The difference of two amounts may be of two others.
        is_proved = len(self.terms) > _PAIR
        place = self.result.line, self.result.number
        return Denial(*place, says, mend, sure, is_proved=is_proved)
