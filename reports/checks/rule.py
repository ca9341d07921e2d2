"""What a check is: a named rule with a sentence and a severity; and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reports.checks.context import CheckContext
from reports.checks.reading import Line, Reading


class Severity(StrEnum):
    """How much a finding weighs: an error stops issue, a warning wants a look and a reason to pass
    it over, advice wants neither."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True)
class Mend:
    """What would put it right, in words; where one press can do it, `old` becomes `new` in the
    written text of the block."""

    words: str
    block: str = ""
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Fault:
    """What a rule found at a place. `says` is what is wrong, in plain words with the numbers;
    `sentence` is the paper's own sentence; `about` is the stretch of it that is meant."""

    where: str
    at: str
    says: str
    sentence: str = ""
    about: str = ""
    block: str = ""
    mend: Mend | None = None
    severity: Severity | None = None


@dataclass(frozen=True)
class Rule:
    """One check. `key` is its identifier, for ever; `statement` what it demands, in one sentence;
    `source` the item of the list of real errors or the statute that it comes from. `follows` names
    rules that rightly find the same fault as well."""

    key: str
    family: str
    severity: Severity
    statement: str
    check: Callable[[Reading, CheckContext], Iterable[Fault]]
    source: str = ""
    follows: tuple[str, ...] = ()


def fault(line: Line, place: int, says: str, *, end: int | None = None, **more) -> Fault:
    """A fault of `line` at the stretch from `place` to `end` of its text, with its sentence."""
    sentence = line.sentence_at(place)
    about = line.text[place:end] if end is not None else ""
    return Fault(line.where, line.at, says, sentence.text, about, line.block, **more)
