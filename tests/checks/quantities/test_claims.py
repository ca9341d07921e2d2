"""All, none, both and most of a whole, against what the next clause or sentence says again."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.checks.quantities.test_constraints import keys

KEY = "claim-unlike-number"
WRONG = (
    "Every child had been seen alone: of the 31, 27 had.",
    "None of the schools failed to send a return: of the 62, 59 sent one.",
    "All of the plans were signed: 44 of the 52 were.",
    "Neither of the two inspections led to a requirement: the first led to none and the second did.",
    "All seven of the apprentices, three in the North Hub and three in the South Hub, passed.",
    "Of the 88 foster carers, 71 attended the training. All foster carers therefore attended the training.",
    "A minority of families kept the appointment: 60 of the 90 did so.",
    "Eighteen complaints were received. All 18 were upheld in full and six in part.",
    "Half of the referrals came from schools: 40 of the 120 did.",
    "In 57 of the 60 reviews the chair saw the child first, which is to say in every review.",
    "Both of the reviews, one of a death, one of an injury and one of an assault, are published.",
    "All 15 of the visits were made. Four of the visits were not made.",
    "No home was rated below good: Ash House is outstanding and Elm House requires improvement.",
    "Not one of the 23 requests was refused: 20 were granted and three refused.",
    "Forty of the 48 wards sent a member to the seminar. Every ward was thus represented at it.",
)
RIGHT = (
    "Nearly every child had been seen alone: of the 31, 29 had.",
    "None of the schools failed to send a return: of the 62, 62 sent one.",
    "Most of the plans were signed: 44 of the 52 were.",
    "Neither of the two inspections led to a requirement: the first led to none and the second did not.",
    "All seven of the apprentices, three in the North Hub and four in the South Hub, passed.",
    "Of the 88 foster carers, 71 attended the training. Most foster carers therefore attended the training.",
    "A majority of families kept the appointment: 60 of the 90 did so.",
    "Eighteen complaints were received. Twelve were upheld in full and six in part.",
    "A third of the referrals came from schools: 40 of the 120 did.",
    "In 57 of the 60 reviews the chair saw the child first, which is to say in nearly every review.",
    "Both of the reviews, one of a death and one of an injury, are published.",
    "Eleven of the 15 visits were made. Four of the visits were not made.",
    "No home was rated below good: Ash House is outstanding and Elm House is good.",
    "Not one of the 23 requests was refused: 20 were granted and three withdrawn.",
    "Forty of the 48 wards sent a member to the seminar. Most wards were thus represented at it.",
    "All of the 12 homes were visited: eight did well and four did less well.",
    "Every child had a plan: of the 31, 12 had one that was reviewed in May.",
    "All nine were seen in May and five in June.",
    "None of the 14 was late: two were early.",
    "All 26 of the workers were invited, and 26 came. Three did not stay to the end.",
    "Both of the reviews, one of which was of a death, are published.",
    "All seven of the apprentices, two of whom are in care and one of whom has left it, passed.",
    "Each of the 12 homes was inspected, four of them twice, and three in the night.",
    "No home was rated below good: Ash House requires staff, and is outstanding.",
    "Each of the 40 files was read, and most were good: 31 had a plan and 29 a chronology.",
    "None of the 60 reviews was late, although nine were moved. All were moved within the month.",
    "All 14 of the homes are good or outstanding, three of them outstanding; a further two homes, which have closed, were not.",
)


@pytest.mark.parametrize("text", WRONG)
def test_a_claim_that_its_counts_deny_is_found(text):
    assert keys(text)


@pytest.mark.parametrize("text", RIGHT)
def test_a_claim_that_its_counts_bear_is_left_in_peace(text):
    assert KEY not in keys(text)
