"""What a paper says of each number: what it counts, of what whole, when, and how sure that is."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property, lru_cache, wraps
from typing import Any

from reports.checks.context import EarlierFigure
from reports.checks.reading import Line, Reading
from reports.checks.rule import QUANTITIES, Fault, Rule, Severity, fault, rule
from reports.prose.content import roots
from reports.prose.marks import Marked
from reports.quantities.grammar import Phrase
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, TARGET

# In these roles a number is no part of a whole.
NO_PARTS = (BOUND, CHANGE, RATE, TARGET, MEAN)


class Sure(IntEnum):
    """How an answer was come by: guessed, joined from another sentence, read where it stands, or
    known from a record, a live figure or the head of a table. What is only guessed is advice, which
    asks nobody for a reason."""

    GUESSED = 0
    JOINED = 1
    READ = 2
    KNOWN = 3


_SEVERITY = {
    Sure.GUESSED: Severity.ADVICE,
    Sure.JOINED: Severity.WARNING,
    Sure.READ: Severity.ERROR,
    Sure.KNOWN: Severity.ERROR,
}


# “Care leavers in touch with the council”: the words behind the first of these narrow it.
_NARROWER = re.compile(r"\s+(?:in|with|at|from|on|of|for|under|who|that|whose|by)\s+", re.I)
# What every count of a council is of, whether it says so or not.
_EVERYWHERE = "council county borough city area service team report year quarter month period end"


@lru_cache
def _ends_of(stops: str) -> re.Pattern:
    """The pattern that ends the words of one number: the next number, or one of some stops."""
    return re.compile(rf"⟦[cpm]\d+⟧|[{stops}]")


@dataclass(frozen=True, eq=False)
class Quantity:
    """A number of a paper with what its sentence says of it; `section` counts the stretches of
    text under one heading, `order` the sentences of the paper."""

    line: Line
    sentence: Marked
    phrase: Phrase
    section: int
    order: int

    @property
    def value(self):
        """Its exact value."""
        return self.phrase.number.value

    @property
    def is_live(self) -> bool:
        """True if a live figure prints it, so that it was counted from records."""
        return self.line.entry_at(self.phrase.number.start) is not None

    def beside(self, stops: str, reach: int = 120) -> tuple[str, str]:
        """The words before and behind it, up to the next number or to one of `stops`."""
        text, ends = self.sentence.text, _ends_of(stops)
        ahead = ends.split(text[max(0, self.phrase.start - reach) : self.phrase.start])[-1]
        behind = ends.split(text[self.phrase.end : self.phrase.end + reach])[0]
        return self.sentence.said(ahead), self.sentence.said(behind)

    @cached_property
    def dates(self) -> frozenset[tuple]:
        """First and last day of every date that its sentence names."""
        return frozenset(
            (mention.first, mention.last) for mention in self.sentence.marks("d") if mention.first
        )


@dataclass(frozen=True, eq=False)
class Statement:
    """A sentence, or one clause of a long one, with its quantities in order."""

    line: Line
    sentence: Marked
    quantities: tuple[Quantity, ...]
    section: int
    order: int
    is_clause: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends in its line."""
        return self.sentence.start, self.sentence.end

    @cached_property
    def as_read(self) -> tuple[str, str, int]:
        """What makes it another sentence to a reader of its words: the kind and the text of its
        line, and where it begins there."""
        return self.line.kind, self.line.text, self.sentence.start

    @cached_property
    def counts(self) -> tuple[Quantity, ...]:
        """Its exact counts."""
        return tuple(item for item in self.quantities if item.phrase.is_count)


@dataclass(frozen=True)
class Denial:
    """What a constraint found in a line, where (`span`, as for `fault`), and how sure it is;
    `weight` where it weighs less or more than that, `swap` as for `fault`; `is_proved` if its
    reading found faults in papers that it was not built with and left right ones in peace."""

    line: Line
    span: Any
    says: str
    mend: str
    sure: Sure = Sure.JOINED
    weight: Severity | None = None
    swap: tuple[str, str] = ("", "")
    is_proved: bool = True

    @classmethod
    def of(
        cls, item: Quantity, says: str, mend: str, sure: Sure = Sure.JOINED, **more: Any
    ) -> "Denial":
        """The denial of a quantity, with `more` of its fields."""
        return cls(item.line, item.phrase.number, says, mend, sure, **more)


def guesses(denials: Iterable[Denial]) -> Iterator[Denial]:
    """The denials of a reading that is not proved on papers it was not built with: only advice."""
    for denial in denials:
        yield replace(denial, is_proved=False)


def of_readings(
    proved: Iterable[Callable[..., Iterator[Denial]]],
    others: Iterable[Callable[..., Iterator[Denial]]],
    *given: Any,
) -> Iterator[Denial]:
    """What each reading finds in what is `given`: of those that proved themselves on papers that
    they were not built with, and as guesses of the others."""
    for read in proved:
        yield from read(*given)
    for read in others:
        yield from guesses(read(*given))


def earlier_figures(reading: Reading) -> tuple[EarlierFigure, ...]:
    """What issued papers before this one counted."""
    return reading.made.get(earlier_figures, ())


def earlier_stocks(reading: Reading, least: int) -> list[EarlierFigure]:
    """Those of them that are counts of `least` or more, and no members of a breakdown."""
    return [x for x in earlier_figures(reading) if (x.count or 0) >= least and not x.member]


def is_of_a_part(item: EarlierFigure, text: str) -> bool:
    """True if an earlier count is of a part that a text does not name: of care leavers “in touch
    with the council”, where the text has care leavers."""
    _thing, *parts = _NARROWER.split(item.words)
    named = roots(" ".join(parts)) - roots(_EVERYWHERE)
    return bool(named) and not named & roots(text)


def constraint(
    key: str, source: str, *, follows: Sequence[str] = (), family: str = QUANTITIES
) -> Callable:
    """Makes a rule of a function that yields `Denial`s of a reading; its docstring opens with what
    the rule demands. How much each weighs follows from how sure its reading is: a guess is advice,
    what was joined over sentences is a warning, what was read where it stands an error."""

    def declared(find: Callable[[Reading], Iterator[Denial]]) -> Rule:
        @wraps(find)
        def check(reading: Reading, known: Any) -> Iterator[Fault]:
            reading.made[earlier_figures] = known.told
            for denial in find(reading):
                severity = denial.weight or _SEVERITY[denial.sure]
                if not (denial.is_proved or known.full_weight):
                    severity = Severity.ADVICE
                place, text = (denial.line, denial.span), (denial.says, denial.mend)
                yield fault(*place, *text, severity=severity, swap=denial.swap)

        declare = rule(key, Severity.WARNING, source, follows=tuple(follows), family=family)
        return declare(check)

    return declared
