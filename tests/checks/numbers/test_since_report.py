"""A change since the last report is counted from a date that it had."""

from dataclasses import replace

import pytest

from reports.verdicts.registry import rule_called
from tests.checks.drawn import KNOWN, found
from tests.checks.numbers.findings import CHANGE, LOOKED_AFTER, LOOKED_AFTER_IN_MARCH, TWO_COUNTS

RULES = [rule_called("since-other-report")]
TEXTS = [
    f"Since the last report the number of children grew by {CHANGE}.",
    f"The increase of {CHANGE} children since the report of September was expected.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(("day", "is_error"), [("2015-06-30", False), ("2015-03-31", True)])
def test_it_begins_with_a_date_of_an_earlier_report(text, day, is_error):
    known = replace(KNOWN, told=(replace(LOOKED_AFTER, start=day, end=day),))
    assert bool(found(TWO_COUNTS + text, rules=RULES, known=known)) == is_error


def test_without_such_a_report_or_such_words_nothing_is_wrong():
    assert not found(TWO_COUNTS + TEXTS[0], rules=RULES)
    known = replace(KNOWN, told=(LOOKED_AFTER_IN_MARCH,))
    text = f"Since June the number of children grew by {CHANGE}."
    assert not found(TWO_COUNTS + text, rules=RULES, known=known)
