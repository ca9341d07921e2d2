"""The part that a sentence tells of, with its whole there or in a sentence before."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.quantities.grammar import REST, TOTAL
from reports.quantities.model import Quantity, Statement

# So many sentences before may have the whole of a part.
_BACK, _MOST = 4, 3


@dataclass(frozen=True, eq=False)
class Pair:
    """A part and its whole, which is larger; `is_stated` where one sentence gives it out of
    the other, and is not only joined to it."""

    part: Quantity
    whole: Quantity
    is_stated: bool

    @property
    def text(self) -> str:
        """The two as they were written."""
        return f"{self.part.phrase.number.words} of {self.whole.phrase.number.words}"


def pair_of(row: Statement, earlier: Sequence[Statement], *, alone: bool = True) -> Pair | None:
    """The one part of a sentence with its whole; None where it has several parts. `earlier` are the
    sentences before it, the nearest first; `alone` where nothing else may be counted there."""
    stocks = [
        x for x in row.counts if x.phrase.role in (TOTAL, REST) and not x.phrase.number.places
    ]
    index = {x.phrase.mark: x for x in row.counts}
    parts = [x for x in stocks if x.phrase.base in index]
    if len(parts) > 1 or (alone and len(stocks) > 2):
        return None
    if parts:
        return _pair(parts[0], index[parts[0].phrase.base], is_stated=True)
    if len(stocks) == 2:
        part, whole = sorted(stocks, key=lambda x: x.value)
        joined = (
            part.phrase.anaphor or part.phrase.of or part.phrase.head in ("", whole.phrase.head)
        )
        return _pair(part, whole, is_stated=bool(part.phrase.anaphor)) if joined else None
    if len(stocks) == 1 and len(row.counts) == 1:
        whole = whole_before(stocks[0], earlier)
        return _pair(stocks[0], whole, is_stated=False) if whole else None
    return None


def whole_before(part: Quantity, earlier: Sequence[Statement]) -> Quantity | None:
    """The count that a part without a whole of its own goes back to: the nearest larger one of the
    things that it is of, or, where it names none, that of the sentence right before."""
    phrase = part.phrase
    named = phrase.of or frozenset(phrase.noun)
    if not (phrase.anaphor or phrase.of or not phrase.noun):
        return None
    for place, row in enumerate(earlier[:_BACK]):
        stocks = [
            x for x in row.counts if x.phrase.role in (TOTAL, REST) and not x.phrase.number.bound
        ]
        larger = [x for x in stocks if x.value > part.value]
        alike = [x for x in larger if not named or named & {*x.phrase.noun}]
        if len(alike) == 1 and (named or place == 0) and len(stocks) <= _MOST:
            return alike[0]
        if larger and not named:
            return None
    return None


def _pair(part: Quantity, whole: Quantity, *, is_stated: bool) -> Pair | None:
    exact = not (part.phrase.number.bound or whole.phrase.number.bound)
    return Pair(part, whole, is_stated) if exact and part.value < whole.value else None
