"""Sentences in which a rule of dates finds a fault itself, which is given once."""

from collections.abc import Iterable

from reports.checks.reading import Reading, shared
from reports.checks.rule import Rule
from reports.checks.timing.days.distances import days_apart
from reports.checks.timing.days.prospects import days_gone_by
from reports.checks.timing.spans import ends_before_starts, lengths_denied, limits_passed
from reports.checks.timing.tense import told_as_to_come
from reports.quantities.model import Statement

_OF_LENGTHS = (days_apart, lengths_denied, limits_passed, ends_before_starts)
_OF_TENSES = (told_as_to_come, days_gone_by)


def has_wrong_length(reading: Reading, row: Statement) -> bool:
    """True if a rule of two dates finds a fault in the paragraph of a sentence."""
    return row.line.where in shared(reading, _wrong_lengths)


def has_wrong_tense(reading: Reading, row: Statement) -> bool:
    """True if a rule of tenses finds a fault in the paragraph of a sentence."""
    return row.line.where in shared(reading, _wrong_tenses)


def _wrong_lengths(reading: Reading) -> frozenset[str]:
    return _places(reading, _OF_LENGTHS)


def _wrong_tenses(reading: Reading) -> frozenset[str]:
    return _places(reading, _OF_TENSES)


def _places(reading: Reading, rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(fault.where for rule in rules for fault in rule.check(reading, None))
