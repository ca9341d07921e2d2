"""Numbers that only their names lead to, and what a sentence makes of those right before it: right
ones in peace, wrong ones found."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.constraints.test_constraints import keys
from tests.constraints.test_steps_and_ranks import _EDIT

_PLACED = """Table: Where children live
| Kind | March 2018 | March 2019 |
| Own foster homes | 140 | 151 |
| Hostels | 22 | 27 |
| With kin | 40 | 36 |
| Total | 202 | 214 |

"""
_GRADED = """Of the 60 files, four were outstanding, 29 good, 21 as requiring improvement and six inadequate.

"""
# `«right|wrong»`: each is read both ways.
TOLD = (
    "We took 84 calls in May. In the same month of 2014 there were 70, so the number has gone up by «20%|30%».",
    "We took 84 calls in May. That is «double|three times» the 42 calls of May 2014.",
    "Fifty-two of the 80 reviews were on time. At 65% this has «improved|slipped» compared with 58% last year.",
    "More of them came in the spring than in the term before it («41 compared with 36|36 compared with 41»).",
    "We closed 70 cases in the period. We helped 31, sent on 22 and refused 12. The other «five|nine» were withdrawn.",
    "How often the 99 children went missing was as follows:\n\n* fewer than 6 times: 51 children\n* 6 to 8 times: 22 children\n* 9 to 12 times: «13|31» children\n* 13 times or more: 13 children",
    "A place in the home costs £1,240 a week on average. The 21 such places therefore cost £«26,040|20,640» a week.",
    "The census puts the number of residents under 18 at 48,200. It will be counted anew.\n\nWe looked after 311 children in May.\n\nThe 311 children are of all ages. In all, we looked after «64.5|54.6» children for every 10,000 residents under 18.",
    "There are five reviewing officers.\n\nWe looked after 325 children in May.\n\nNobody waits. The 325 are all known.\n\nThe officers are busy, with an average of «65|56» children each.",
    "We had 2,310 contacts, of which 840 went on to become referrals.\n\nRepeats numbered 168, or «20%|30%» of all referrals.",
    f"{_PLACED}The biggest rise was in «own foster homes|with kin».",
    f"{_GRADED}«Just over half|Nearly three quarters» of the files were good or better.",
    "There were 88 carers in May. Since then six were approved and 11 left, a net «loss|gain» of five.",
    "By May 112 of the 121 homes had been visited, that is all but «nine|nineteen».",
    "There were 27 moves in the half-year. This is «lower|higher» than in the same half of 2014, when there were 33.",
    "Nine of the staff were dismissed, and eight resigned before a hearing. All «17|19» were referred on.",
    "There were 210 open plans in May. In the summer 96 were opened and 88 closed, leaving «218|281» open.",
    "They left for «three|four» reasons: retirement (6), a special guardianship order for the child who lived with them for many years (3) and illness (2).",
)


@pytest.mark.parametrize("text", TOLD)
def test_right_ones_rest_and_wrong_ones_are_found(text):
    right, wrong = (_EDIT.sub(rf"\{place}", text) for place in (1, 2))
    assert not keys(right)
    assert keys(wrong)
