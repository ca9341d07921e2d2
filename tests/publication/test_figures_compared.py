"""Another figure next to one on its page: what the table leaves out, and a press without a choice;
two reports that print one number of one date."""

import pytest

from reports.publication.comparison.figures import compared_figures
from tests.make.published_figures import BEFORE, edition, entry
from tests.page_requests import words
from tests.publication.test_latest_figures import PAGE, number

pytestmark = pytest.mark.django_db
HALF = {"start": "2015-07-01", "end": "2015-12-31", "when": "1 July 2015 to 31 December 2015"}


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Children looked after", "Children looked after"),
        ("Children by age: under 5", "Children by age: under 5"),
        ("People reached: Levels of need: schools", "People reached – Levels of need: schools"),
        ("Share: Councils: all, of Councils: all", "Share – Councils, all, of Councils, all"),
    ],
)
def test_the_heading_of_a_figure_has_one_colon_at_most(title, heading):
    assert entry("3", title=title).heading == heading


def test_values_of_another_length_are_named_below_the_table(client):
    edition(
        number("42", **HALF), number("30", "2016-01-31"), number("7", "2016-01-31", key="dbs.due")
    )
    page = words(client.get(PAGE, {"figure": "dbs.due"}))
    assert "Other values are not in this table" in page
    assert "(Staff: values over 6 months): 42 (1 July to 31 December 2015)" in page
    assert "Other values" not in words(client.get(PAGE))


def test_a_press_without_a_choice_is_answered_and_a_first_visit_is_not(client):
    edition(number("30"), number("7", key="dbs.due"))
    assert "Select another figure from the list" in words(client.get(PAGE, {"figure": ""}))
    assert "Select another figure from the list" not in words(client.get(PAGE))


def test_one_number_of_one_date_printed_twice_is_no_figure_that_did_not_change():
    twice, again = number("83", BEFORE, number=1), number("83", BEFORE, number=1)
    then = number("24", BEFORE, number=2, key="dbs.due")
    now = number("24", "2016-01-31", number=2, key="dbs.due")
    result = compared_figures("netherby", [twice, then], [again, now])
    assert [row.pair.entry.text for row in result.repeated] == ["83"]
    assert [row.pair.entry.text for row in result.same] == ["24"]
    assert result.in_both == 2
