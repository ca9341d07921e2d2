"""A sentence that opens with a date or a period has live figures of that time."""

import pytest

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found

RULES = [rule_called("figure-of-another-day")]
CHILDREN = "{{228|looked_after.children|2015-12-31}}"
RATE = "{{61.2|looked_after.rate|2015-12-31}}"
AUDITS = "{{432|audits.done|2015-07-01/2015-12-31}}"
WRONG = [
    f"In November 2015 the Council looked after {CHILDREN} children.",
    f"In 2014 the Council looked after {CHILDREN} children.",
    f"At the end of March 2015 our social workers were responsible for {CHILDREN} children.",
    f"In January 2016 the city’s carers and homes looked after {CHILDREN} children.",
    f"On 30 November 2015 our rate of {RATE} was below that of England, 66.",
    f"On 30 November 2015 none of the {CHILDREN} children was without a worker.",
    f"On 30 November 2015 the Council cared for more children than ever: {CHILDREN}.",
    f"Between 1 January and 31 December 2015 managers carried out {AUDITS} audits.",
    f"From July to September 2015 managers carried out {AUDITS} audits.",
    f"During 2015 the audit team finished {AUDITS} audits.",
    f"In November 2015 managers carried out {AUDITS} audits.",
    f"Last week the Council looked after {CHILDREN} children.",
    f"Over the past year managers carried out {AUDITS} audits.",
    f"During the last three months managers carried out {AUDITS} audits.",
]
RIGHT = [
    f"In December 2015 the Council looked after {CHILDREN} children.",
    f"In 2015 the number of children that it looked after rose to {CHILDREN}.",
    f"At the end of December 2015 our social workers were responsible for {CHILDREN} children.",
    f"In November 2015 the Committee asked for the number, which was {CHILDREN} in December.",
    f"In January 2015 members agreed a plan for the {CHILDREN} children.",
    f"On 30 November 2015 we had 220 children, and {CHILDREN} on 31 December 2015.",
    f"Since November 2015 the number has been near {CHILDREN}.",
    f"In the half-year to 31 December 2015 managers carried out {AUDITS} audits.",
    f"From July to December 2015 managers carried out {AUDITS} audits.",
    f"By 31 December 2015 managers had carried out {AUDITS} audits.",
    f"Over the past half-year managers carried out {AUDITS} audits.",
    f"Today more is known of the {CHILDREN} children.",
    f"This month the Committee met; the Council looked after {CHILDREN} children.",
]


@pytest.mark.parametrize("text", WRONG)
def test_another_time_than_the_figure_s_is_an_error(text):
    assert [one.rule.key for one in found(text, rules=RULES)] == ["figure-of-another-day"]


@pytest.mark.parametrize("text", RIGHT)
def test_its_own_time_and_that_of_something_else_are_right(text):
    assert not found(text, rules=RULES)
