"""A sentence that opens with a date or a period has live figures of that time."""

import pytest

from reports.verdicts.paper.verdict import verdict
from reports.verdicts.registry import rule_called
from tests import cast
from tests.checks.drawn import found
from tests.make import drafts

RULES = [rule_called("figure-of-another-day")]
CHILDREN = "{{228|looked_after.children|2015-12-31}}"
RATE = "{{61.2|looked_after.rate|2015-12-31}}"
AUDITS = "{{432|audits.done|2015-07-01/2015-12-31}}"
EARLIER = "{{210|looked_after.children|2015-01-01}}"
LATER = "{{191|looked_after.children|2016-02-29}}"
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
    f"There were {CHILDREN} children on 31 December 2015 and 31 January 2016.",
    f"We looked after {CHILDREN} children on 31 December 2015 and again on 1 January 2016.",
    f"We looked after {CHILDREN} children, against {EARLIER} two years before.",
    f"We looked after {CHILDREN} children; there were {EARLIER} six months earlier.",
    f"We looked after {LATER} children, and {CHILDREN} of them a year earlier.",
    f"We looked after {CHILDREN} children, against {EARLIER} 3 weeks before.",
]
RIGHT = [
    f"There were {CHILDREN} children on 31 December 2015 and {LATER} on 29 February 2016.",
    f"We looked after {CHILDREN} children, against {EARLIER} a year earlier.",
    f"We looked after {CHILDREN} children, against {EARLIER} twelve months before.",
    f"We looked after {LATER} children, and {CHILDREN} of them two months before.",
    f"We looked after {CHILDREN} children, and {RATE} two years before.",
    f"We looked after {CHILDREN} children, against {EARLIER} two years before publishing this.",
    f"We saw the {CHILDREN} children, and met on 31 December 2015 and 31 January 2016.",
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


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("since", "is_wrong"),
    [
        ("1 January 2014", True),
        ("the end of December 2013", True),
        ("January 2015", False),
        ("1 January 2015", False),
        ("the strategy of 1 May 2014", False),
    ],
)
def test_a_comparison_runs_since_its_own_first_date(since, is_wrong):
    paper = drafts.written(cast.clerk())
    text = f"Since {since} the number [[compare looked_after.children @comparison @position]]."
    paper.blocks.filter(slug="children").update(text=text)
    keys = {row.checked.rule.key for row in verdict(paper).rows if row.fault.block == "children"}
    assert ("figure-of-another-day" in keys) == is_wrong


@pytest.mark.parametrize(
    ("head", "span", "is_wrong"),
    [
        ("2015-16", "2015-01-01/2015-12-31", True),
        ("2015/16", "2014-04-01/2015-03-31", True),
        ("2015–16", "2015-04-01/2016-03-31", False),
        ("2015–16", "2015-10-01/2016-03-31", False),
        ("2015–16", "2013-04-01/2016-03-31", False),
    ],
)
def test_a_financial_year_is_no_calendar_year(head, span, is_wrong):
    table = f"Table: Audits\n| What | {head} |\n| Done | {{{{3|audits.done|{span}}}}} |"
    rules = [rule_called("date-over-figures")]
    assert bool(found(table, rules=rules)) == is_wrong
