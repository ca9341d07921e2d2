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
    "Half of the 80 files were read twice, and a quarter of those, ten, were graded anew.",
    "We had exceeded the target of 8.5% (currently 7.1%) for three or more placement moves.",
    "Visits must be within the limit of 5 days; the average was 6 days.",
    "The team took 412 calls, up from 375 last year, a tenth more.",
    "May stood at 75 contacts a day and June was below the average of 70.",
    "Attendance in the north was 95% and the south was below the standard of 92%.",
    (
        "Outturn was £20.1m. Budget: £18.4m. Pressure: £1.7m net, more than half of it "
        "(£0.9m) on agency fostering."
    ),
    "The waiting list, 64 in January, had more than halved to 30 by June.",
    (
        "In the autumn the average was 24 days. It went down to 19 in the spring and by the "
        "summer was 12, so that the wait has halved."
    ),
    "74 of 402 (18%) were repeats, down from 95 of 431 (22%). The target of 15% was not met.",
    "The list has halved in two years. There were 12 boys and 14 girls on it in May 2015.",
    "In 2016 it was 52, so 16 fewer were excluded than the 36 of this year.",
    (
        "Visits fell from 92 in 2014 to 90 in 2015 and calls rose from 15 in 2014 to 18 in "
        "2015, having increased steadily."
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


def test_mean_of_two_parts_of_a_base_is_left_alone():
    text = """
Of the 174 posts 139 had a permanent holder, 23 were covered by agency staff and 12 were empty.

# Caseloads

On the last day of September 2,430 children were open to a social worker. On the basis of those
in post, permanent and agency together, the average was 15.0 children each.
"""
    known = CheckContext(today=date(2016, 5, 3))
    rows = found(f"# Report\n{text}", known=known)
    assert "mean-denied" not in [x.rule.key for x in rows]
