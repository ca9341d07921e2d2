"""Every rule that a paper is checked by; a family adds its line."""

from reports.checks.assurance import cadences, contributions, plans, reviews
from reports.checks.numbers import registry as numbers
from reports.checks.rule import Rule
from reports.checks.structure import (
    accessibility,
    annexes,
    citations,
    labels,
    parts,
    recommendation_cover,
    recommendations,
)
from reports.checks.structure import missing_parts as missing
from reports.checks.timing import carried_dates, days, replies, spans, tense, vague
from reports.checks.wording import abbreviations, councils, house, length, names
from reports.checks.wording import unfinished_text as unfinished

_FAMILIES = (
    *(days, spans, replies, tense, carried_dates, vague),
    *(
        labels,
        citations,
        annexes,
        recommendations,
        recommendation_cover,
        parts,
        missing,
        accessibility,
    ),
    *(unfinished, abbreviations, house, names, councils, length),
    *(cadences, reviews, plans, contributions, numbers),
)
RULES: tuple[Rule, ...] = tuple(rule for family in _FAMILIES for rule in family.RULES)


def rule_called(key: str) -> Rule | None:
    """The rule of that identifier, or None."""
    return next((rule for rule in RULES if rule.key == key), None)
