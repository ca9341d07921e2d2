"""Weekdays that are kept to, or follow a date, against the calendar."""

# ruff: noqa: E501
import pytest

from tests.checks.drawn import found

RIGHT = (
    "The panel of Fri 8 March 2024 had no quorum. It met on the following Mon 11 March 2024.",
    "The panel kept to Tuesdays. It sat on 5 September, 3 October and 7 November 2023.",
    "The panel kept to Tuesdays except once. It sat on 5 September, 3 October and 8 November 2023.",
    "The panel kept to Tuesdays. It sat on 6 September, 4 October and 7 November 2023.",
    "It meets on the second Wednesday of the month. It met on 12 April, 10 May, 14 June and 12 July 2023.",
    "It meets on the second Wednesday of the month except in August. It met on 12 April, 10 May, 14 June and 11 July 2023.",
    "It meets on the second Wednesday of the month. It met on 12 April, 11 May, 15 June and 12 July 2023.",
)
WRONG = (
    "The panel of Fri 8 March 2024 had no quorum. It met on the following Mon 13 March 2024.",
    "The panel of Friday 8 March 2024 had no quorum. It met on the next Monday, 18 March 2024.",
    "The panel kept to Tuesdays. It sat on 5 September, 3 October and 9 November 2023.",
    "It meets on the second Wednesday of the month. It met on 12 April, 10 May, 14 June and 11 July 2023.",
)


def denied(text):
    """What the readings of passages find in a text; none of them fails."""
    return [row.fault.says for row in found(text) if row.rule.key == "passage-denied"]


@pytest.mark.parametrize("text", RIGHT)
def test_dates_that_fit_their_weekdays_are_left_alone(text):
    assert denied(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_date_of_another_weekday_is_found(text):
    assert denied(text) or "wrong-weekday" in {row.rule.key for row in found(text)}
