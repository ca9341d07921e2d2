"""Every rule that a paper is checked by; a family adds its line."""

from reports.checks.assurance import asked, cadences, plans, reviews
from reports.checks.numbers import declared as numbers
from reports.checks.rule import Rule
from reports.checks.structure import (
    annexes,
    asking,
    citations,
    covering,
    labels,
    missing,
    parts,
    seen,
)
from reports.checks.timing import days, replies, spans, standing, tense, vague
from reports.checks.wording import abbreviations, councils, house, length, names, unfinished

_FAMILIES = (
    *(days, spans, replies, tense, standing, vague),
    *(labels, citations, annexes, asking, covering, parts, missing, seen),
    *(unfinished, abbreviations, house, names, councils, length),
    *(cadences, reviews, plans, asked, numbers),
)
RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)


def rule_called(key: str) -> Rule | None:
    """The rule of that identifier, or None."""
    return next((rule for rule in RULES if rule.key == key), None)
