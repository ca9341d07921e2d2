"""Totals that are out of the bounds which their sentence sets: fewer events than each person had,
more money than a limit for each allows, more pupils than suspensions."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.quantities.arithmetic import number_text
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

# “Seven went missing five times or more, and between them they had 44 episodes.”
_TIMES_OR_MORE = re.compile(
    r"⟦c(?P<many>\d+)⟧[^⟦.;:]{0,60}\s⟦[cx](?P<each>\d+)⟧\s+(?:times|[a-z]+s)\s+or\s+more\b(?:[^⟦.;:]|⟦[dx]\d+⟧){0,80}?"
    r"\bbetween\s+them(?:,?\s+they)?\s+(?:had|have|were|made|account(?:s|ed)?\s+for)\s+⟦c(?P<total>\d+)⟧",
    re.I,
)
_UP_TO_EACH = re.compile(
    r"\b(?:up\s+to|no\s+more\s+than|not\s+more\s+than|at\s+most|a\s+maximum\s+of)\s+⟦m(?P<each>\d+)⟧\s+(?:each|apiece)\b",
    re.I,
)
_GRANTS = re.compile(
    r"⟦c(?P<many>\d+)⟧\s+(?:such\s+)?(?:grants|payments|awards|bursaries|allowances)\s+(?:were|have\s+been)\s+(?:paid|made|given|awarded),?\s+"
    r"(?:and\s+)?(?:amounting\s+to|totalling|costing|worth|coming\s+to|for)\s+(?:a\s+total\s+of\s+)?⟦m(?P<total>\d+)⟧",
    re.I,
)
# Of these each is of one person.
_OF_PERSONS = re.compile(
    r"⟦c(?P<events>\d+)⟧\s+(?:(?:fixed-term|permanent)\s+)?(?:suspensions|exclusions)\s+"
    r"(?:(?:were|was)\s+)?(?:imposed\s+on|given\s+to|received\s+by|of|for|involved|involving)\s+"
    r"⟦c(?P<persons>\d+)⟧\s+(?:different\s+)?(?:pupils|children|boys|girls|young\s+people)\b",
    re.I,
)
_MEND = "Put the wrong number right."


def least_and_most(reading: Reading) -> Iterator[Denial]:
    """The denials of totals that no numbers for each can come to."""
    rows = statements(reading)
    for place, row in enumerate(rows):
        yield from _too_few(row)
        yield from _too_much(row, just_before(rows, place))
        yield from _too_many(row)


def _too_few(row: Statement) -> Iterator[Denial]:
    if match := _TIMES_OR_MORE.search(row.sentence.text):
        many, each, total = (row.sentence.thing(match[x]) for x in ("many", "each", "total"))
        if total.value < many.value * each.value:
            says = f"{many.words} with {each.words} or more have at least "
            says += f"{number_text(many.value * each.value)}, but the report gives {total.words}."
            yield Denial(row.line, total, says, _MEND)


def _too_much(row: Statement, earlier: Statement | None) -> Iterator[Denial]:
    limits = [(x, _UP_TO_EACH.search(x.sentence.text)) for x in (row, earlier) if x]
    limit = next((x.sentence.thing(match["each"]) for x, match in limits if match), None)
    match = _GRANTS.search(row.sentence.text) if limit else None
    if match:
        many, total = (row.sentence.thing(match[x]) for x in ("many", "total"))
        most = many.value * limit.value
        if total.value > most and not total.bound:
            says = f"{many.words} of up to {limit.words} each are at most £{number_text(most)}, "
            yield Denial(row.line, total, f"{says}but the report gives {total.words}.", _MEND)


def _too_many(row: Statement) -> Iterator[Denial]:
    if match := _OF_PERSONS.search(row.sentence.text):
        events, persons = (row.sentence.thing(match[x]) for x in ("events", "persons"))
        if persons.value > events.value:
            says = f"Each of the {events.words} is of one person, but the report gives "
            yield Denial(row.line, persons, f"{says}{persons.words} persons.", _MEND)
