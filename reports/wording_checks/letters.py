"""Abbreviations as a reader meets them: where each is used, and what it is said to stand for."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reports.checks.reading import FACT, HEADING, RUN_IN, Line, Reading, shared
from reports.prose.abbreviations import explanation, fits, is_letters, is_shouted, name_called
from reports.prose.patterns import SentencePattern

_TOKEN = SentencePattern(
    r"(?<![\w&/@.#’'-])(?P<short>[A-Z](?:[A-Za-z0-9]|[&/](?=[A-Z])){0,9}[A-Z0-9])"
    r"(?P<plural>[’']?s)?(?![\w&@]|[/’'-][A-Z0-9])"
)


@dataclass(frozen=True)
class Use:
    """A place where letters stand: a line, where in it, and the place of the line in the paper."""

    line: Line
    start: int
    end: int
    order: int


@dataclass(frozen=True)
class ExpandedAbbreviation:
    """Words that a line says letters stand for, and whether the initials of the words fit them."""

    long: str
    use: Use
    fits: bool


@dataclass
class Letters:
    """One abbreviation: where it is used, where it is explained in the text, what the list has."""

    short: str
    uses: list[Use] = field(default_factory=list)
    explained: list[ExpandedAbbreviation] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)


def letters_of(reading: Reading) -> dict[str, Letters]:
    """Every abbreviation that the paper uses or lists, by its letters, first uses first."""
    index = {}
    for short, long in reading.listed:
        index.setdefault(short.strip(), Letters(short.strip())).listed.append(long.strip())
    for order, line in enumerate(reading.lines):
        if _is_of_the_list(reading, line):
            continue
        shouted = is_shouted(line.text)
        for match in _TOKEN.finditer(line.text):
            short = match["short"]
            # In a line of capitals only what stands in brackets behind its words is letters.
            if shouted and not explanation(line.text, match):
                continue
            if short in index or is_letters(short, line.text):
                item = index.setdefault(short, Letters(short))
                use = Use(line, match.start(), match.end(), order)
                item.uses.append(use)
                value = explanation(line.text, match)
                if value:
                    apt = fits(short, value) or value == name_called(line.text, match)
                    item.explained.append(ExpandedAbbreviation(value, use, apt))
    return index


def _is_of_the_list(reading, line):
    if line.kind != FACT:
        return False
    return line.label in shared(reading, _shorts)


def _shorts(reading):
    return {short for short, _long in reading.listed}


def is_heading(use: Use) -> bool:
    """Whether letters stand in a heading, which may go before their explanation."""
    return use.line.kind in (HEADING, RUN_IN)


def first_in_text(uses: Iterable[Use]) -> Use | None:
    """The first use that is not in a heading, or None."""
    return next((use for use in uses if not is_heading(use)), None)
