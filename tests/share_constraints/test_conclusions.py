"""What a passage concludes from its own numbers is held against them: points, standards, net
changes, stocks, sums, means and ages.

A wrong wording and one that differs from it in what was wrong. Every second one only measures: no
rule was changed for it.
"""

# ruff: noqa: E501

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

BUILT = """\
In quarter 1 the share was 49%. By quarter 3 it stood at 67%, a rise of 18 {per cent|percentage points}.
Attendance went from 72% to 81%, an increase of {nine per cent|nine percentage points}.
Our standard is that 85% of children be seen. In the quarter it was 83%, which has {carried us past|left us below} the standard.
The target is 90%. The homes reached 94% this year, so they have {missed|met} their target.
The city looked after 425 children in September, compared with 412 in March. Ninety-seven children started and 84 ceased.\
 The net growth of {31|13} came in July.
We began the year with 12 auditors. Two have since left and three managers completed the course, giving us {11|13} in December.
The term opened with 34 volunteers. Five have resigned and nine were recruited, leaving {30|38}.
Certificates cost £10,164 and subscriptions £3,250. Total expenditure was accordingly {£14,314|£13,414}.
"""
MEASURED = """\
The share of plans on time fell from 90% to 75%, a reduction of 15 {per cent|percentage points}.
Last year 40% answered. This year 60% did, which is {20 per cent higher|20 percentage points higher}.
We aim for 95% of visits to be on time. The teams managed 91%, so the aim was {met|not met}.
A target of 80% was set in May. Only 71% of forms came back, and we {exceeded|fell short of} the target.
There were 310 plans in April and 298 now. In that time 46 plans were opened and 58 were closed.\
 That is a net reduction of {21|12}.
We started the year with 40 foster homes. Six have retired and four were approved, leaving {42|38}.
The panel began the year with 15 members. Three have stood down and two were appointed, so that we have {16|14}.
Repairs came to £24,310 and heating to £8,125. Together they cost {£32,345|£32,435}.
Rent was £41,200, wages were £86,450 and food was £12,300. The home cost {£139,590|£139,950} in all.
There were 842 reviews for 19 officers in 2013 and 798 reviews for 21 officers in 2014.\
 The average went from 44.3 to {36.5|38.0} each.
"""
RIGHT = (
    "The share went from 40% to 50%, a rise of 25 per cent.",
    "Our target is that no more than 15% move twice. It was 12%, below the target.",
    "The contract promises a net gain of 30 homes. This year 17 came and 11 left, so 196 became 202.",
    "We began with 12 drivers. Two have left, one of them to teach, giving us ten.",
    "Rent was £400 and food £300. The budget came to £900 in total.",
    "There were 90 visits by 9 workers and 80 by 10. The average wait went from 9.5 to 4.2 days.",
)


def warned(text):
    """The findings of a text that are more than advice."""
    rows = found(text, rules=RULES)
    skipped = ("small-number", "percent-without-base")
    return [x.fault.says for x in rows if x.severity != "advice" and x.rule.key not in skipped]


def wordings(line):
    """The wrong and the right wording of a line."""
    ahead, _, rest = line.partition("{")
    edit, _, behind = rest.partition("}")
    return tuple(ahead + word + behind for word in edit.split("|"))


@pytest.mark.parametrize("line", BUILT.splitlines())
def test_a_conclusion_is_held_against_its_numbers(line):
    wrong, right = wordings(line)
    assert warned(wrong)
    assert warned(right) == []


def test_most_wordings_that_no_rule_was_built_with_are_found_and_no_right_one():
    pairs = [wordings(line) for line in MEASURED.splitlines()]
    assert [right for _, right in pairs if warned(right)] == []
    assert sum(bool(warned(wrong)) for wrong, _ in pairs) >= 8


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_passage_is_left_alone(text):
    assert warned(text) == []
