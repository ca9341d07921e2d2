"""Words of rise and fall against the values of their brackets, clause or next sentence."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

import pytest

from tests.checks.quantities.test_constraints import keys

RIGHT = (
    "Plans fell during the year. We started it with 212 and ended it with 189.",
    "The bill halved: it had been £1.12m and was £0.56m.",
    "Own care became cheaper (£402 a week in 2013/14, £398 in 2014/15), and agency care went from £868 to £894.",
    "Calls taken on time improved: 78% in 2014, 84% in 2015.",
    "Vacancies have not fallen. They stood at 38 in 2014 and 41 in 2015.",
    "Costs rose. In 2014 there were 41 visits and in 2015 there were 38.",
    "Permanent staffing has been strengthened since May: ninety-eight posts were permanently filled on 30 September 2015 and ninety-one on 31 March 2015.",
)
WRONG = {
    "The bill doubled: it had been £1.12m and was £0.56m.": "direction-denied",
    "Vacancies dropped again. They stood at 38 in March 2014 and at 41 in March 2015.": "trend-denied",
    "Permanent staffing has been eroded since May: ninety-eight posts were permanently filled on 30 September 2015 and ninety-one on 31 March 2015.": "direction-denied",
    "Interviews followed 81 of the 103 (78.6%); last quarter it was 85 of 118 (72.0%). That is a poorer rate.": "direction-denied",
}


@pytest.mark.parametrize("text", RIGHT)
def test_words_that_their_values_bear_raise_nothing(text):
    assert not keys(text) & {"trend-denied", "direction-denied"}


@pytest.mark.parametrize("text", WRONG)
def test_words_that_their_values_deny_are_found(text):
    assert WRONG[text] in keys(text)


COMPARED = (
    "The police made 90 calls, schools 70 and shops 40. The police outnumber schools.",
    "The police made 90 calls, schools 70 and shops 40. Calls exceeded those of last year.",
    "The police made 90 calls, schools 70 and shops 40. Schools are not exceeded by shops.",
)


@pytest.mark.parametrize("text", COMPARED)
def test_a_comparison_that_holds_or_is_of_another_raises_nothing(text):
    assert keys(text) == set()


ONE_GROUP = (
    "Calls taken: 198 in 2014/15 (paid staff and volunteers) and 224 in 2015/16 (paid staff and volunteers).",
    "Answers came in time: 81% in 2013/14 and 87% in 2014/15. The first is for all complaints decided and the second for the same complaints.",
    "Volunteers are counted in 2014/15 for the first time, so that the two years cannot be compared.",
    "Calls taken: 198 in 2014/15 (paid staff and volunteers) and 224 in 2015/16 (up by a tenth).",
)
TWO_GROUPS = (
    "Calls taken: 198 in 2014/15 (paid staff and volunteers) and 224 in 2015/16 (paid staff only).",
    "Volunteers are counted in 2014/15 for the first time, so that the 224 of this year can be set beside the 198 of 2013/14 without adjustment.",
    "Table: Answers\n| Year | Per cent | Complaints counted |\n| 2013/14 | 81 | All decided |\n| 2014/15 | 87 | All decided from parents |",
)


@pytest.mark.parametrize("text", ONE_GROUP)
def test_values_of_one_group_raise_nothing(text):
    assert "groups-unlike" not in keys(text)


@pytest.mark.parametrize("text", TWO_GROUPS)
def test_values_of_two_groups_are_found(text):
    assert "groups-unlike" in keys(text)
