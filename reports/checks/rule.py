"""What a check is, what it finds, and which finding a reason was given for."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from inspect import signature
from types import ModuleType
from typing import Any

from assurance.runtime.typography import typographic
from reports.checks.context import CheckContext
from reports.checks.reading import Line, Reading

# Modules of later apps whose rules come behind those of the registry.
JOINED: list[ModuleType] = []
# Families of rules that stand in apps of their own.
QUANTITIES, WORDING = "quantities", "wording"


class Severity(StrEnum):
    """How much a finding weighs: an error stops issue, a warning wants a reason, advice neither;
    waiting is for a step that others have yet to take."""

    ERROR = "error"
    WAITING = "waiting"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Mend:
    """What would put it right, in words; with one press `old` becomes `new` in the block's text."""

    words: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Fault:
    """What a rule found at a place. `says` is what is wrong, in plain words with the numbers;
    `sentence` is the paper's own sentence; `about` is the stretch of it that is meant; `part` the
    part of the template where it is in no block; `figure` the key of one that has no value."""

    where: str
    at: str
    says: str
    sentence: str = ""
    about: str = ""
    block: str = ""
    mend: Mend | None = None
    severity: Severity | None = None
    part: str = ""
    figure: str = ""


@dataclass(frozen=True)
class Rule:
    """One check. `key` is its identifier, for ever; `statement` what it demands, in one sentence;
    `source` the item of the list of real errors or the statute that it comes from. `follows` names
    rules that rightly find the same fault as well."""

    key: str
    family: str
    severity: Severity
    statement: str
    check: Callable[[Reading, CheckContext], Iterable[Fault]] = lambda _reading, _known: ()
    source: str = ""
    follows: tuple[str, ...] = ()

    @cached_property
    def of_paper_alone(self) -> bool:
        """True where it asks nothing but the report: its check has no second argument, or one whose
        name begins with an underscore."""
        _reading, *others = signature(self.check).parameters
        return all(name.startswith("_") for name in others)


# Only words and structure: numbers, dates, people and small numbers are looked at one by one.
TOGETHER, ONE_BY_ONE = ("structure", WORDING), ("person-named",)


def may_pass_together(rule: Rule) -> bool:
    """Whether all that a rule finds in a report may be accepted with one reason."""
    own = rule.severity == Severity.WARNING and rule.family in TOGETHER
    return own and rule.key not in ONE_BY_ONE


def rule(
    key: str,
    severity: Severity,
    source: str,
    *,
    follows: tuple[str, ...] = (),
    family: str = "",
    statement: str = "",
) -> Callable[[Callable], Rule]:
    """Makes a rule of a function, whose docstring opens with the statement, unless it is given.

    The family is the folder in which the function stands, unless it is named.
    """

    def declared(check):
        sentence = statement or " ".join(check.__doc__.partition("\n\n")[0].split())
        folder = family or check.__module__.split(".")[2]
        return Rule(key, folder, severity, typographic(sentence), check, source, follows)

    return declared


def fault(
    line: Line,
    span: Any,
    says: str,
    mend: str = "",
    *,
    swap: tuple[str, str] = ("", ""),
    severity: Severity | None = None,
) -> Fault:
    """A fault of `line` with its sentence, and with what would put it right.

    `span` is the place in its text, or what has a start and an end there, such as a match or a
    number; `swap` the old and the new words where one press can mend it.
    """
    start, end = _ends(span)
    sentence, about = line.sentence_at(start).text, line.text[start:end]
    put_right = Mend(mend, *swap) if mend else None
    return Fault(line.where, line.at, says, sentence, about, line.block, put_right, severity)


def _ends(span):
    """Where `span` begins and ends; a place alone is a stretch of nothing."""
    if isinstance(span, re.Match):
        return span.span()
    if isinstance(span, tuple):
        return span
    return (span, span) if isinstance(span, int) else (span.start, span.end)


LONGEST_REASON = 500


def digest_of(rule: str, fault: Fault) -> str:
    """SHA-256, in hexadecimal, of a rule and the sentence that it found wrong; where the fault is
    about no sentence, of what it says and where. Numbers printed in the sentence count, so a
    changed figure is looked at again; a paragraph that only moved is not."""
    items = (rule, fault.block or fault.where, fault.sentence or fault.says, fault.about)
    return hashlib.sha256("\x1f".join(items).encode()).hexdigest()


def why_not_pass_over(severity: str, reason: str) -> str:
    """Why a finding of `severity` cannot be passed over for `reason`, or nothing."""
    if severity == "error":
        return "You cannot accept an error. Fix it."
    return _why_no_reason(reason, "Enter why it is right.")


def why_not_turn_off(severity: str, reason: str) -> str:
    """Why a rule of `severity` cannot be turned off for `reason`, or nothing."""
    if severity == "error":
        return "A rule whose findings are errors cannot be turned off."
    return _why_no_reason(reason, "Enter why this council does not use the rule.")


def _why_no_reason(reason, query):
    """Why `reason` is none, or nothing; `asked` is what an empty one is answered with."""
    if not reason.strip():
        return query
    if len(reason) > LONGEST_REASON:
        return f"The reason is {len(reason)} letters long, and {LONGEST_REASON} are the most."
    return ""
