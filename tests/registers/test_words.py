"""Values as words for a page and as cells for a file."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from assurance.registers import values
from tests.sweeping import swept


def test_what_is_read_is_followed_through_attributes_and_methods():
    record = SimpleNamespace(team=SimpleNamespace(name="North"), label=lambda: "Desk", none=None)
    assert values.value_of(record, "team.name") == "North"
    assert values.value_of(record, "label") == "Desk"
    assert values.value_of(record, "none.name") is None
    assert values.value_of(record, lambda one: one.team.name.upper()) == "NORTH"


@swept(
    [
        (None, ""),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        ("Good", "Good"),
        (date(2016, 3, 3), "3 March 2016"),
        (datetime(2016, 6, 3, 23, 30, tzinfo=UTC), "4 June 2016, 00:30"),
        (["North", date(2016, 3, 3)], "North, 3 March 2016"),
        (["Fill the posts.", "Train the staff."], "Fill the posts. Train the staff."),
    ]
)
def test_a_value_is_said_as_a_page_says_it(value, said):
    assert values.display_value(value) == said


@swept(
    [
        (None, ""),
        (False, "No"),
        ("Good", "Good"),
        (date(2016, 3, 3), "3 Mar 2016"),
        (date(2016, 9, 30), "30 Sep 2016"),
        (datetime(2016, 6, 3, 23, 30, tzinfo=UTC), "4 Jun 2016, 00:30"),
    ]
)
def test_a_list_has_short_dates(value, short):
    assert values.short_value(value) == short


@pytest.mark.parametrize(
    ("told", "said"), [("2016-03-03", "3 March 2016"), ("Good", "Good"), (None, ""), (True, "Yes")]
)
def test_what_history_holds_is_said_again(told, said):
    assert values.say_told(told) == said


@swept(
    [
        *((date(2016, 3, 3), date(2016, 3, 3)), (12, 12), (1.5, 1.5), (True, "Yes"), (None, "")),
        *(
            ("Good", "Good"),
            (["North", "South"], "North, South"),
            (Decimal("1.50"), Decimal("1.50")),
        ),
        (datetime(2016, 6, 3, 23, 30, tzinfo=UTC), "4 June 2016, 00:30"),
    ]
)
def test_a_cell_keeps_dates_and_numbers_for_the_file(value, held):
    assert values.cell(value) == held
