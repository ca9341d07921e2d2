"""A standard that was met each time, or missed, against the values and the standard."""

import re
from collections.abc import Iterator

from reports.checks.reading import Reading
from reports.equations.courses.value_lists import values_of
from reports.prose.asides import CONDITIONS
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.betterment import is_less_better
from reports.quantities.model import Denial, Statement
from reports.quantities.passages import just_before, statements

_STANDARD = SentencePattern(
    r"\b(?:standard|target|aim|goal|expectation|plan)\s+(?:is|was|for\s+us\s+is)\s+(?:that\s+|for\s+|to\s+[a-z]+\s+)?(?:at\s+least\s+)?"
    r"⟦(?P<kind>[cp])(?P<mark>\d+)⟧",
    re.I,
)
_EACH = SentencePattern(
    r"\b(?:it|this|that|the\s+(?:standard|target|aim))\s+(?:was|has\s+been)\s+(?P<how>met|reached|achieved|beaten|missed)\s+(?:in|on|at|for)\s+"
    r"(?:each|every|all)\b",
    re.I,
)
# “Youth centres missed their target. The plan was for 12,500 visits and the registers show 14,320.”
_HOW = SentencePattern(
    r"\b(?:(?P<missed>missed|fell\s+short\s+of|did\s+not\s+(?:meet|reach))|(?:beat|exceeded|surpassed|did\s+better\s+than|"
    r"met|reached|achieved))\s+(?:its|their|our|the)\s+(?:[a-z]+\s+){0,2}?(?:target|plan|aim|goal)s?\b",
    re.I,
)
_ACTUAL = re.compile(r"\b(?:and|but|while)\b[^.;⟦]{0,60}⟦c(?P<mark>\d+)⟧", re.I)
_COSTS = re.compile(r"\b(?:cost|spend\w*|budget|wait\w*|days|weeks|overspen\w+)\b|⟦m", re.I)
_UNSURE = re.compile(rf"\b(?:{CONDITIONS}|not|nearly|almost|except\w*|but)\b", re.I)
_MEND = "Use the word that the values show."


def met_targets(reading: Reading) -> Iterator[Denial]:
    """`The standard is 90%. It was met in each quarter: 92%, 91%, 84% and 90%.`"""
    rows = statements(reading)
    for place, row in enumerate(rows):
        earlier = just_before(rows, place)
        if earlier:
            yield from _each(row, earlier)
            yield from _once(earlier, row)


def _each(row: Statement, earlier: Statement) -> Iterator[Denial]:
    standard, claim = _STANDARD.search(earlier.sentence.text), _EACH.search(row.sentence.text)
    if not standard or not claim or _UNSURE.search(claim.string[: claim.end()]):
        return
    if _COSTS.search(earlier.sentence.text) or is_less_better(earlier.sentence.said()):
        return
    limit, values = earlier.sentence.thing(standard["mark"]), values_of(row)
    is_missed = claim["how"].casefold() == "missed"
    wrong = [x for x in values if x.kind == limit.kind and (x.value >= limit.value) == is_missed]
    if wrong:
        says = f"The report has “{claim.group()}”, with a standard of {limit.words}, and then "
        yield Denial(row.line, wrong[0], f"{says}{wrong[0].words}.", _MEND)


def _once(row: Statement, behind: Statement) -> Iterator[Denial]:
    how, plan = _HOW.search(row.sentence.text), _STANDARD.search(behind.sentence.text)
    text = f"{row.sentence.text} {behind.sentence.text}"
    if not how or not plan or plan["kind"] != "c" or row.counts or _COSTS.search(text):
        return
    actual = _ACTUAL.search(behind.sentence.text, plan.end())
    if not actual or len(behind.counts) != 2 or is_less_better(row.sentence.said()):
        return
    planned = behind.sentence.thing(plan["mark"])
    came_to = behind.sentence.thing(actual["mark"])
    is_short = came_to.value < planned.value
    if is_short != bool(how["missed"]) and not came_to.bound:
        says = f"It was to be {planned.words} and came to {came_to.words}, but the report has "
        yield Denial(row.line, row.span, f"{says}“{row.sentence.said(how.group())}”.", _MEND)
