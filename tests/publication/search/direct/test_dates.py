"""A question for a date that has no value gets the values nearest to it, never one of another date
without a word."""

import pytest

from reports.publication.latest_figures import month_words
from tests.make.published_figures import entry, indexed
from tests.publication.search.test_answers import CHILDREN
from tests.publication.search.test_table_rows import WAITS, cells, published

pytestmark = pytest.mark.django_db


def count(number, end, **said):
    """So many children on a day."""
    return entry(str(number), end, count=number, **{**CHILDREN, **said})


def page(client, typed):
    """The page of a search with the answer that it gives by itself."""
    found = client.get("/netherby/search/", {"words": typed})
    return found.context["answer"], " ".join(found.content.decode().split())


def test_a_month_without_a_value_has_the_nearest_before_and_after(client):
    indexed(count(207, "2018-03-31"), count(212, "2018-09-30"), count(228, "2019-12-31"))
    found, text = page(client, "children in care june 2018")
    assert (found.absent.earlier.text, found.absent.later.text) == ("207", "212")
    assert found.point is found.absent.earlier
    assert "No value for June 2018 is published. Nearest before: <strong>207</strong>" in text
    assert "Nearest after: <strong>212</strong>" in text and "app-answer__value" not in text


def test_before_the_first_value_and_after_the_last_there_is_one_neighbour(client):
    indexed(count(207, "2018-03-31"), count(228, "2019-12-31"))
    found, text = page(client, "children in care 2012")
    assert (found.absent.earlier, found.absent.later.text) == (None, "207")
    assert "Nearest before" not in text
    found, _ = page(client, "children in care june 2021")
    assert (found.absent.earlier.text, found.absent.later) == ("228", None)


def test_a_date_with_a_value_has_it(client):
    indexed(count(207, "2018-03-31"), count(228, "2019-12-31"))
    found, text = page(client, "children in care march 2018")
    assert (found.point.text, found.absent) == ("207", None) and "No value for" not in text


def test_a_year_has_the_value_of_the_whole_of_it(client):
    done = {"key": "audits.done", "title": "Case-file audits done"}
    whole = count(83, "2015-12-31", start="2015-01-01", **done)
    indexed(count(42, "2015-06-30", start="2015-01-01", **done), whole)
    found, _ = page(client, "case-file audits 2015")
    assert found.point.text == "83"


def test_the_small_line_of_a_past_date_has_that_date(client):
    days = [f"{year}-{month:02}-28" for year in (2017, 2018, 2019) for month in range(1, 13)]
    indexed(*(count(100 + place, day) for place, day in enumerate(days)))
    found, _ = page(client, "children in care march 2017")
    assert found.point.text == "102" and "102 (2017-03-28)" in str(found.small_line)
    found, _ = page(client, "children in care")
    assert "135 (2019-12-28)" in str(found.small_line) and "102 (" not in str(found.small_line)


@pytest.mark.long
def test_a_row_of_a_table_says_that_it_has_no_value_of_the_date(client):
    published(*map(cells, WAITS))
    found, text = page(client, "waiting time for a life story book june 2018")
    assert found.absent == "June 2018" and "No value for June 2018 is published." in text
    assert page(client, "waiting time for a life story book june 2019")[0].absent == ""


def test_a_month_is_in_words():
    assert (month_words("2018-06"), month_words("2018")) == ("June 2018", "2018")
