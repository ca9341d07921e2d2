"""So many more or fewer than before, than a budget, than others, and than another group."""

import pytest

from reports.share_constraints.candidates.gaps import gaps
from reports.share_constraints.candidates.others import others
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        gaps,
        "The quarter began with 1,206. The caseload stood at 1,159, 47 ",
        "fewer",
        "more",
        " than when it began.",
    ),
    (
        gaps,
        "The budget was £96,400. Spending came to £93,900, and so we finished £2,500 ",
        "under",
        "over",
        " budget.",
    ),
    (
        gaps,
        (
            "The aim was for 1,250 staff to complete it. By the end of March 1,340 had "
            "done so, and the aim was "
        ),
        "met with 90 to spare",
        "missed by 90",
        ".",
    ),
    (
        gaps,
        "We ended the year with 398 children, 14 ",
        "fewer",
        "more",
        " than the 412 we had at the close of the year before.",
    ),
    (
        gaps,
        "Referrals numbered 640, against 610 in the previous year; they are ",
        "up",
        "down",
        " 30.",
    ),
    (
        gaps,
        "Compared with 212 last year we received 236 complaints, ",
        "a rise",
        "a fall",
        " of 24.",
    ),
    (
        gaps,
        "The grant was £48,000 and the budget £45,500. We spent £43,100, £2,400 ",
        "below",
        "above",
        " the budget of £45,500.",
    ),
    (
        gaps,
        "At 84% we are six points ",
        "above",
        "below",
        " the 78% of the year before.",
    ),
    (
        gaps,
        "Last year the figure was 37. It is 17 now and has ",
        "come down",
        "gone up",
        " by 20.",
    ),
    (
        gaps,
        "A year earlier there were 61 open cases. There are now 74, 13 ",
        "more",
        "fewer",
        " than then.",
    ),
    (
        gaps,
        (
            "In-house places rose from 128 to 131, and agency places from 109. Agency "
            "places are now 117, eight "
        ),
        "more",
        "fewer",
        " than the 109 of June.",
    ),
    (
        gaps,
        "The budget was £412,300. Costs came to £420,900: £8,600 ",
        "over",
        "under",
        " it.",
    ),
    (
        gaps,
        "The target is 95%. We reached 92%, three points ",
        "below",
        "above",
        " it.",
    ),
    (
        gaps,
        "Last year 310 came. This year 285 did, ",
        "down",
        "up",
        " 25.",
    ),
    (
        others,
        "There are 129,750 children, and so 40 in every ten thousand are on a plan. This is ",
        "below",
        "above",
        " the average of our statistical neighbours, which the return puts at 44.1.",
    ),
    (
        others,
        "The rate was 62 per 10,000, ",
        "lower",
        "higher",
        " than the national rate of 71.",
    ),
    (
        others,
        "Absence cost 9.4 days a post. That is ",
        "more",
        "less",
        " than last year’s figure of 8.7 days.",
    ),
    (
        others,
        "Our average is 291 days, ",
        "shorter",
        "longer",
        " than the regional median of 318 days.",
    ),
    (
        others,
        "We spend £58 a child, ",
        "above",
        "below",
        " the average for similar councils of £51.",
    ),
    (
        others,
        "Our rate is 5.3%, ",
        "below",
        "above",
        " the neighbours’ average of 11%.",
    ),
    (
        others,
        "Each officer has 17 cases. That is ",
        "fewer than",
        "more than",
        " the regional average, which is 21.",
    ),
    (
        others,
        "Ninety-two per cent were seen, ",
        "above",
        "below",
        " the national figure of 86 per cent.",
    ),
    (
        others,
        "The cost is £1,130 a week, ",
        "less than",
        "more than",
        " the average for our neighbours of £1,260.",
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
