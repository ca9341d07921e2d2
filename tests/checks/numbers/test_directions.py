"""Words such as “fell to” next to a live figure agree with its own earlier values."""

from dataclasses import replace

import pytest

from reports.verdicts.registry import rule_called
from tests.checks.drawn import KNOWN, found
from tests.checks.numbers.findings import LOOKED_AFTER

RULES = [rule_called("live-course-denied")]
NOW = "{{228|looked_after.children|2015-12-31}}"
BEFORE = "{{221|looked_after.children|2015-06-30}}"
RATE, ENGLAND = "{{61.5|looked_after.rate|2015-12-31}}", "{{66|looked_after.rate|2015-03-31}}"
EARLIER = f"We looked after {BEFORE} children on 30 June 2015.\n\n"
LINE = "Chart: {}\n"
WRONG = {
    f"The number of children fell to {NOW}.": "fell",
    f"By December the number that we looked after was down, at {NOW}.": "down",
    f"The number has fallen for three years in a row, to {NOW}.": "fallen",
    f"The number of children doubled to {NOW}.": "doubled",
    f"It was the lowest number since 2015: {NOW}.": "lowest number since",
    f"There were fewer children than at any time: {NOW}.": "fewer children than at any time",
    f"Our rate of {RATE} was above that of England, {ENGLAND}.": "above",
}
RIGHT = [
    f"The number of children rose to {NOW}.",
    f"The number of children did not fall to {NOW}.",
    f"It was the highest number since 2015: {NOW}.",
    f"The budget fell, and the number of children was {NOW}.",
    f"From 240 in March the number fell to {NOW}.",
    f"Our rate of {RATE} was below that of England, {ENGLAND}.",
    f"It was the lowest number since 2016: {NOW}.",
]


@pytest.mark.parametrize(("text", "word"), WRONG.items())
def test_a_word_that_earlier_values_deny_is_an_error(text, word):
    [one] = found(EARLIER + text, rules=RULES)
    assert one.fault.about == word, one.fault.says


@pytest.mark.parametrize("text", RIGHT)
def test_words_that_they_bear_out_or_that_are_about_something_else_are_right(text):
    assert not found(EARLIER + text, rules=RULES)


@pytest.mark.parametrize(("count", "is_error"), [(220, True), (240, False)])
def test_the_last_published_value_counts_as_well(count, is_error):
    before = replace(
        LOOKED_AFTER, key="looked_after.children", start="2015-06-30", end="2015-06-30"
    )
    known = replace(KNOWN, told=(replace(before, count=count),))
    faults = found(f"The number of children fell to {NOW}.", rules=RULES, known=known)
    assert bool(faults) == is_error
    assert all("Update of December 2015" in one.fault.says for one in faults)


def test_without_earlier_values_nothing_is_known():
    assert not found(f"The number of children fell to {NOW}.", rules=RULES)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            f"There were {NOW} children, slightly fewer than six months before.",
            "slightly fewer than six months before",
        ),
        (f"There were {NOW} children, fewer than in June 2015.", "fewer than in June 2015"),
        (f"There were {NOW} children, more than six months before.", ""),
        (f"There were {NOW} children, fewer than in 2014.", ""),
        (f"There were {NOW} children, fewer than a month before.", ""),
    ],
)
def test_less_or_more_than_at_another_time(text, word):
    assert [one.fault.about for one in found(EARLIER + text, rules=RULES)] == (
        [word] if word else []
    )
