"""A value that a sentence says meets or misses a limit: `waited 23 days on average, meeting the
target of 20 days or fewer`."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.prose.numbers import PERCENT, Number
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import is_less_better
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import statements

_LIMITED = SentencePattern(
    r"⟦[cpx](?P<value>\d+)⟧(?P<between>[^⟦;:.]{0,60}?)\W+(?:which\s+)?"
    r"(?:(?P<met>meet(?:s|ing)|met|beat(?:s|ing)?|achiev(?:es|ed|ing)|reach(?:es|ed|ing)|within|inside)|"
    r"(?P<missed>miss(?:es|ed|ing)|outside|fail(?:s|ed|ing)\s+to\s+meet))\s+"
    r"(?:the|our|its|their)\s+(?:[a-z-]+\s+){0,2}?(?:target|standard|limit|aim|goal)\s+of\s+"
    r"(?:(?P<least>at\s+least|no\s+(?:fewer|less)\s+than)|(?P<most>at\s+most|no\s+more\s+than|up\s+to))?"
    r"\s*⟦[cpx](?P<limit>\d+)⟧(?P<unit>(?:\s+[a-z]+){0,3}?)"
    r"(?:\s+or\s+(?:(?P<fewer>fewer|less|under|sooner)|(?P<more>more|over|above|better)))?(?=\W*$|[,;])",
    re.I,
)
_WORD = re.compile(r"[a-z]{3,}", re.I)
_MEND = "Use the word that the two numbers show."


def stated_limits(reading: Reading) -> Iterator[Denial]:
    """`They waited 23 school days on average, meeting the target of 20 days or fewer.`"""
    for row in statements(reading):
        for match in _LIMITED.finditer(row.sentence.text):
            yield from _denied(row, match)


def _denied(row: Statement, match: re.Match) -> Iterator[Denial]:
    value, limit = (row.sentence.thing(match[name]) for name in ("value", "limit"))
    is_least = _is_least(row, match, limit)
    are_alike = (value.kind == PERCENT) == (limit.kind == PERCENT) and _is_of_one_unit(match)
    # “Approximately 20 days”, or days against a share.
    if is_least is None or value.bound or not are_alike:
        return
    is_met = value.value >= limit.value if is_least else value.value <= limit.value
    if is_met == bool(match["missed"]):
        word = row.sentence.said((match["met"] or match["missed"]).strip())
        bound = f"{'at least' if is_least else 'at most'} {limit.words}"
        says = f"The report uses “{word}”, but the limit is {bound} and the value {value.words}."
        yield Denial(row.line, value, says, _MEND)


def _is_least(row: Statement, match: re.Match, limit: Number) -> bool | None:
    """True if a limit is the least that is good, False if it is the most, None where nothing shows
    which: a share is good from its limit upwards, where its words are not of something bad."""
    if match["least"] or match["more"]:
        return True
    if match["most"] or match["fewer"]:
        return False
    is_share = limit.kind == PERCENT and not is_less_better(row.sentence.said())
    return True if is_share else None


def _is_of_one_unit(match: re.Match) -> bool:
    """True if what the limit counts, such as days, is among the words behind the value."""
    units = {word.casefold() for word in _WORD.findall(match["unit"])}
    return not units or bool(units & {word.casefold() for word in _WORD.findall(match["between"])})
