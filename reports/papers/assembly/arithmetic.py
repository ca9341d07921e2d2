"""The arithmetic of derived numbers: like with like, and nobody added twice.

A derived number is public only if every figure that it rests on is public.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from math import trunc

from assurance.figures.comparison import UNLIKE_PERIODS, why_not_comparable
from assurance.figures.figure import WHOLE, Figure, Mark, Unit, Value
from assurance.figures.registry import FIGURES
from assurance.figures.relations import Identity
from assurance.runtime.periods import When
from reports.language.tokens import DerivedNumber, Quote, StatedNumber
from reports.papers import typed_numbers
from reports.papers.assembly.derived_numbers import (
    STATED,
    Derived,
    closed_title,
    definition_of,
    distinct,
    member_of,
    name_of,
    source_of,
    tells_of_few,
    title_of,
)

_NOT_RECKONED = {
    *(Unit.PER_CENT, Unit.HUNDREDTHS_OF_A_PER_CENT, Unit.MORE_THAN),
    *(Unit.OVER_TENTHS_OF_A_PER_CENT, Unit.UNDER_TENTHS_OF_A_PER_CENT),
}
CHANGE_OF_UNLIKE = "The change of “{}” is of values that are not comparable: {}. Show each one."
# Typed numbers alone are of no day that the records know.
_NO_DAY = date.min


class NotDerived(ValueError):
    """What cannot be reckoned; the message is a sentence for the writer."""


class NotComparable(NotDerived):
    """A change between values that are not alike; `reason` ends a sentence that says why, and
    `cell` is what a table prints."""

    cell = "not comparable"

    def __init__(self, sentence, reason):
        super().__init__(sentence)
        self.reason = reason


@dataclass(frozen=True)
class _Term:
    """One operand: a count with its unit, what it is called, and what it is made of; a difference
    `is_fall` where it is of an earlier number less a later one."""

    count: int | None
    title: str
    parts: tuple[Value | StatedNumber, ...]
    base: Value | None = None
    out_of: int | None = None
    is_fall: bool = False

    @property
    def figures(self):
        return [part for part in self.parts if isinstance(part, Value)]


@dataclass(frozen=True)
class Readings:
    """How figures are read: `value` gives that of a quoted one, `whole` that of the figure or
    measure that several are parts of; `disjoint` are groups of members of which records say that
    they can be added. `public` protects small numbers."""

    value: Callable[[Quote], Value]
    whole: Callable[[Sequence[Quote]], Value | None]
    disjoint: Iterable[Set[Identity]] = ()
    public: bool = True


def derive(
    token: DerivedNumber, readings: Readings, source_text: Callable[[str], str] = str
) -> Derived:
    """The number that `token` means; `source_text` gives the words of a typed number's source.
    Raises `NotDerived` for what cannot be reckoned."""
    token = _with_sources(token, source_text)
    term = _sum(token, readings) if token.operation == "sum" else None
    if term is None:
        left, right = (_term(operand, readings) for operand in token.operands)
        refuse(_why_unlike(token.operation, left, right))
        term = (_change if token.form == "change" else _BINARY[token.operation])(left, right)
    figures = [*term.figures, *filter(None, [term.base])]
    hidden = any(value.mark != Mark.SHOWN for value in figures)
    if readings.public and not hidden:
        hidden = tells_of_few(token.operation, term.count, term.out_of, term.parts)
    return _named(token, term, hidden)


def _with_sources(operand, source_text):
    """The operand with the sources of its typed numbers in words."""
    if isinstance(operand, DerivedNumber):
        operands = tuple(_with_sources(item, source_text) for item in operand.operands)
        return replace(operand, operands=operands)
    if isinstance(operand, StatedNumber):
        return replace(operand, source=source_text(operand.source))
    return operand


def refuse(sentence: str):
    """Raises `NotDerived` with `sentence`, unless there is none."""
    if sentence:
        raise NotDerived(sentence)


def _term(operand, readings) -> _Term:
    if isinstance(operand, DerivedNumber):
        return _sum(operand, readings)
    if isinstance(operand, StatedNumber):
        return _Term(_typed(operand), f"{operand.words} (typed)", (operand,))
    value = readings.value(operand)
    return _Term(value.count, title_of(value), (value,))


def _typed(stated):
    exact = typed_numbers.as_shown(stated.words)
    if exact is None or exact.denominator != 1:
        raise NotDerived(
            f"“{stated.words}” is not a whole number to calculate with: type it in digits."
        )
    return trunc(exact)


def _sum(token, readings) -> _Term:
    terms = [_term(operand, readings) for operand in token.operands]
    figures = [value for term in terms for value in term.figures]
    refuse(why_not_add(figures, FIGURES, readings.disjoint))
    counts = [term.count for term in terms]
    title, base = " and ".join(term.title for term in terms), None
    of_figures = len(figures) == len(terms)
    if of_figures:
        figure = FIGURES[figures[0].key]
        title = figure.title_of(_listed([name_of(value) for value in figures]))
        base = readings.whole(token.operands)
        # Each measure has a day of its own.
        base = None if base and figure.relate and base.when != figures[0].when else base
    return _Term(
        None if None in counts else sum(counts),
        title,
        tuple(chain.from_iterable(term.parts for term in terms)),
        base,
        base.count if base else None,
    )


def why_not_add(
    values: list[Value], figures: Mapping[str, Figure], disjoint: Iterable[Set[Identity]] = ()
) -> str:
    """Why figures cannot be added, in a sentence, or nothing: only members of one breakdown, each
    once, of one day and of one population, that do not overlap are sure to count nobody twice."""
    first = values[0] if values else None
    for value in values[1:]:
        if value.key != first.key:
            titles = f"“{title_of(first)}” and “{title_of(value)}”"
            return f"{titles} may count the same twice: add parts of one breakdown."
        if value.when != first.when:
            days = f"{first.when} and another of {value.when}"
            return f"One number is of {days}: add numbers of the same date."
        if value.cohort != first.cohort:
            return "The numbers count different groups: add numbers of the same group."
    members = [value.member for value in values]
    twice = next((value for value in values if members.count(value.member) > 1), None)
    if twice:
        return f"“{title_of(twice)}” is added twice: remove one of them."
    if len(values) > 1 and WHOLE in members:
        return f"“{figures[first.key].title}” includes its own parts: add only the parts."
    return _why_overlapping(values, figures, disjoint) if len(values) > 1 else ""


def _why_overlapping(values, figures, disjoint):
    """Why members may count the same twice, or nothing."""
    first, second, *_others = values
    figure = figures[first.key]
    identities = {value.identity for value in values}
    if figure.whole or figure.disjoint or any(identities <= group for group in disjoint):
        return ""
    if not (figure.relate or figure.unit.of_people):
        return f"The parts of “{figure.title}” do not add up to a total: show each one."
    mend = "show each one"
    if figure.relate:
        mend += ", or record them as parts of a measure that do not overlap"
    return f"“{title_of(first)}” and “{title_of(second)}” may overlap: {mend}."


def _why_unlike(operation, left, right):
    """Why two numbers cannot be set against each other, or nothing."""
    for row in left.figures:
        for other in right.figures:
            if {row.unit, other.unit} & _NOT_RECKONED:
                return "A per cent or a bound is not a number to calculate with: use it unchanged."
            if row.unit != other.unit:
                return f"“{row.unit}” and “{other.unit}” cannot be combined in one calculation."
            both = (row.cohort and other.cohort) or row.key == other.key
            if both and row.cohort != other.cohort:
                return "The two numbers count different groups of people."
            if operation == "share" and row.when != other.when:
                days = f"{row.when}, the other of {other.when}"
                return f"A share needs two numbers of the same date: one is of {days}."
    return ""


def _change(left, right) -> _Term:
    """A difference that may be a fall, of the same thing at two times."""
    for pair in zip(left.figures, right.figures, strict=False):
        if reason := why_not_comparable(*pair):
            raise NotComparable(CHANGE_OF_UNLIKE.format(left.title, reason), reason)
    return _taken_from(left, right)


def _difference(left, right) -> _Term:
    if None not in (left.count, right.count) and left.count < right.count:
        raise NotDerived(
            f"{left.title} is {left.count:,} and {right.title} is {right.count:,}: the first is "
            "smaller. Swap the two, then check the words around them."
        )
    for first, other in zip(left.figures, right.figures, strict=False):
        reason = why_not_comparable(first, other) if _is_same_figure(first, other) else ""
        # What is left of a period is a count of its own: a year less its first half.
        if reason and not (reason in UNLIKE_PERIODS and _is_within(other.when, first.when)):
            raise NotComparable(CHANGE_OF_UNLIKE.format(left.title, reason), reason)
    return _taken_from(left, right)


def _is_same_figure(one, other):
    return (one.key, one.member) == (other.key, other.member)


def _is_within(inner, outer):
    return outer.start <= inner.start and inner.end <= outer.end


def _taken_from(left, right):
    count = None if None in (left.count, right.count) else left.count - right.count
    times = [min((value.when for value in item.figures), default=None) for item in (left, right)]
    is_fall = None not in times and times[0] < times[1]
    title = f"Difference between {left.title} and {right.title}"
    if left.title == right.title:
        # The days are printed beside it: a title without them is the same in every report.
        title = f"{'Fall' if is_fall else 'Change'}: {left.title}"
    # A change is a share of what it is a change from, a fall as well as a rise.
    out_of = left.count if is_fall else right.count
    return _Term(count, title, left.parts + right.parts, out_of=out_of, is_fall=is_fall)


def _share(left, right) -> _Term:
    if right.count == 0:
        raise NotDerived(f"“{right.title}” is 0: no share of it can be calculated. Write “none”.")
    if None not in (left.count, right.count) and left.count > right.count:
        raise NotDerived(
            f"{left.title} ({left.count:,}) is more than its whole, {right.title} ({right.count:,})"
        )
    title = f"Share: {left.title}, of {right.title}"
    return _Term(left.count, title, left.parts + right.parts, out_of=right.count)


_BINARY = {"difference": _difference, "share": _share}


def _named(token, term, hidden) -> Derived:
    """The derived number with a value of its own."""
    figures = term.figures
    first = figures[0] if figures else None
    times = [value.when for value in figures] or [When.at(_NO_DAY)]
    title = closed_title(term.title, term.parts) if hidden else term.title
    value = Value(
        key=first.key if first else STATED,
        member=member_of(token, figures, is_fall=term.is_fall, hidden=hidden),
        when=When(min(item.start for item in times), max(item.end for item in times)),
        count=None if hidden else term.count,
        base=None if hidden else term.out_of,
        unit=first.unit if first else Unit.MEASURED,
        cohort=first.cohort if first else "",
        source="; ".join(distinct(map(source_of, term.parts)))[:300],
        label=title,
        mark=Mark.WITHHELD if hidden else Mark.SHOWN,
        population=first.population if first else "",
        definition=definition_of(token.operation, (*term.parts, *filter(None, [term.base]))),
    )
    return Derived(value, title, token.operation, term.parts, term.base)


def _listed(names):
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
