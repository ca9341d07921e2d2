"""Wholes, groups, changes and means are held against what stands elsewhere in the passage or paper.

Each is a passage with `«right|wrong»`: it is warned of with the one, and with the other it is not.
"""

# ruff: noqa: E501

import re

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

CASES = """\
There are 112 fostering households. They fall into three groups. General carers make up most of them at 71. Kinship carers come next with «28|38», and the remaining 13 offer short breaks only.
===
Our pupils received 52 exclusions over the year. In 31 instances the school set work at home; in «14|24» the pupil went to another site, and in seven nothing at all was arranged.
===
The borough has seven family hubs. Each of the «seven|eight» hubs has had its yearly conversation.
===
Nine of the children had been placed here by other councils. The social workers of all «nine|ten» have been sent a summary.
===
There were 62 leavers. Each of the «62|72» was offered an interview.
===
The officer received 187 referrals.

In the year before there were 163 referrals. This year therefore saw an increase of «24|34».
===
In the quarter 63 applications for a certificate were sent.

Fees came to £3,024 in all, an average of «£48|£54» for each application.
===
A total of 2,358 school days were lost, an average of «1.8|2.4» days for each suspension.

There were 1,310 suspensions.
===
An officer holds 64 cases on average, whereas it was 71 a year before. The load has «lightened|become heavier».
===
At the end of the year we had 188 carers. We had begun it with 176. Numbers have «grown|shrunk».
===
Overtime cost £61,000 against £54,000 in the previous year. Its cost has «gone up|come down».
===
The average time to match a child was 118 days. The national threshold is 121 days, so we are «inside|outside» it.
===
Income from lettings was £41,200, where £38,000 had been expected; it was «above|below» expectation.
===
The county has 24 beds in four homes, and so there are «six|eight» to a home.
===
Of 2,315 applicants 2,061 were offered their first choice. As a share, «89%|94%» of applicants had what they wanted.
===
Sixty of 80 audits met the standard. «Three quarters|Two thirds» did so.
===
The number on the register was 410. It had been 385. During the year 96 joined and «71|81» left.
===
We have 271 households, eight more than a year ago. We welcomed 34 households and said goodbye to «26|36».
===
Of those who answered (312), 198 were satisfied, 71 had no view and «43|53» were dissatisfied.
===
Fourteen officers hold cases. The grant brought in £655,000. By August £641,000 had been spent, so that spending was «below|above» the grant."""
# What is told of others, of another time, or of some, and is right.
RIGHT = """\
Sixty-four actions are complete. Work on six is behind schedule; three had not been started, as they wait for a new system.
===
Six of seven homes are good. No home was inadequate.
===
Seventeen actions had been completed by the end of June: five fewer than now. Fifteen had been planned.
===
Prices went from £41 a day to £45 within one school year. Coach prices moved far less.
===
Two of the four localities met the target, and the city as a whole was above it."""


def warned(text):
    """The findings of a text that are more than advice."""
    rows = found(f"# A\n\n{text}", rules=RULES)
    rows = [row for row in rows if row.severity != "advice"]
    return [row.fault.says for row in rows if row.rule.key != "percent-without-base"]


@pytest.mark.parametrize("case", CASES.split("\n===\n"))
def test_a_wrong_passage_is_warned_of_and_its_right_twin_is_not(case):
    right, wrong = (re.sub(r"«([^|]*)\|([^»]*)»", side, case) for side in (r"\1", r"\2"))
    assert warned(wrong)
    assert warned(right) == []


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_what_looks_like_it_and_is_right_is_left_alone(text):
    assert warned(text) == []
