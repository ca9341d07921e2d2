"""Right passages that look at odds: what a claim is of stands elsewhere, or is of some things."""

from datetime import date

import pytest

from reports.checks.context import CheckContext
from reports.prose.dates import dates
from reports.prose.numbers import COUNT, PERCENT, numbers
from tests.checks.drawn import found
from tests.share_constraints.candidates.cases import assert_left_alone

RIGHT = (
    (
        "The standard is 90 per cent, and it was reached in five of the six months. "
        "November was 93 per cent and August 87."
    ),
    (
        "Nine of the 12 inadequate files, which is three quarters, came from two teams, "
        "though they supplied 58 of the 96 files."
    ),
    (
        "All 12 young people were offered an advocate; the offer was accepted by nine, "
        "or three quarters."
    ),
    (
        "Nine of them have started, so fewer than a tenth of the enquiries have given us "
        "nearly half of the 17 starters."
    ),
    (
        "More than four fifths of the actions (31) are on track.\n"
        "\n"
        "# Table\n"
        "\n"
        "There are 38 actions. All 38 have an owner."
    ),
    (
        "It is therefore 4.3 points better than a year ago at 87% and above England, but "
        "below the local target of 90%."
    ),
    "The first two categories account for three in five of the deaths reviewed (27 of 45).",
    "The year brought 486 requests, 158 from parents and 57 from others, most of them colleges.",
    (
        "In the half-year there were 12. It should be doubled before comparison with the "
        "annual rate, which was 30."
    ),
    (
        "The guide is 50 to 70. Adjusted caseloads lay between 49 and 66, so one officer "
        "was marginally below the range."
    ),
    "Compared with 61 in 2023/24 we had seventy-four referrals: thirteen more, or a rise of 21%.",
    "We had 52 in June and there has been a reduction of eight over the half-year, to 44.",
    (
        "The police sent fewest, about half as many as the voluntary sector.\n"
        "\n"
        "Table: Referrals\n"
        "| Source | Referrals |\n"
        "| Voluntary sector | 40 |\n"
        "| Police | 21 |\n"
        "| Schools | 90 |"
    ),
    "The ceiling is 18. The average caseload is 16. Nine workers (7.8%) are above it.",
    "If all of them had come the target of 90% would have been met; 84% did.",
    (
        "In the borough 29% of the caseload are; in the population the share is 14%, "
        "about half that. There are 52 in all."
    ),
    "She met them twice, on 21 November and 9 January, and read 22 files. There were 40.",
    (
        "With one officer off sick the figure touched 71. The range is 50 to 70, and we "
        "are inside the range at 64."
    ),
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_passage_is_left_alone(text):
    assert_left_alone(text)


def test_claim_is_only_advice():
    text = "Members set a ceiling of 20%. The rate is 21%, so the ceiling has now been respected."
    known = CheckContext(today=date(2016, 5, 3))
    rows = found(f"# Report\n\n{text}\n", known=known)
    rows = [x for x in rows if "respected" in x.fault.says]
    assert [str(x.severity) for x in rows] == ["advice"]


def test_day_before_a_thousand_is_a_number():
    text = "By the end of March 1,340 had done so, by May 12.5 per cent. We met on March 12, 2016."
    assert [x.value for x in numbers(text) if x.kind in (COUNT, PERCENT)] == [1340, 12.5]
    assert [x.day for x in dates(text)] == [12]
