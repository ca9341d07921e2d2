"""Who asks for the recommendations of a month without any is shown those of the nearest report."""

from datetime import date
from types import SimpleNamespace

import pytest

from reports.publication.search.direct.nearest import names_time_alone, of_time
from reports.publication.search.question import read_question
from reports.vocabulary.synonyms import synonyms_with
from tests import cast
from tests.make import promised
from tests.publication.search.published_papers import edition

KNOWN = synonyms_with(())
JULY, NOVEMBER, JANUARY = date(2016, 7, 11), date(2016, 11, 14), date(2017, 1, 16)


def question(text):
    return read_question(text, KNOWN)


def rows(*days):
    return [SimpleNamespace(paper=SimpleNamespace(told_on=day)) for day in days]


@pytest.mark.parametrize(
    ("text", "is_alone"),
    [
        ("recommendations december 2016", True),
        ("what were the recommendations in 2018", True),
        ("recommendations of the committee, dec 2016", True),
        ("recommendations on fostering december 2016", False),
        ("rejected recommendations 2016", False),
        ("recommendations", False),
        ("december 2016", False),
    ],
)
def test_a_list_of_a_time_is_asked_for_by_nothing_else(text, is_alone):
    assert names_time_alone(question(text)) is is_alone


@pytest.mark.parametrize(
    ("text", "days", "note"),
    [
        ("recommendations november 2016", [NOVEMBER], ()),
        ("recommendations 2016", [JULY, NOVEMBER], ()),
        # Of two as near the one that was there by then.
        ("recommendations december 2016", [NOVEMBER], ("December 2016", "November 2016")),
        ("recommendations june 2016", [JULY], ("June 2016", "July 2016")),
        ("recommendations 2018", [JANUARY], ("2018", "January 2017")),
        ("recommendations 2014", [JULY], ("2014", "July 2016")),
    ],
)
def test_the_nearest_report_stands_for_a_time_without_one(text, days, note):
    result = of_time(question(text), rows(JANUARY, NOVEMBER, JULY))
    assert {row.paper.told_on for row in result.rows} == {*days}
    assert all(words in result.note for words in note) and bool(result.note) is bool(note)


def test_no_record_at_all_is_no_nearest_one():
    result = of_time(question("recommendations 2018"), [])
    assert (result.rows, result.note) == ((), "")


@pytest.mark.django_db
def test_the_page_shows_them_and_says_whose_they_are(client):
    paper = edition("In December 2016 the zebra was counted.").paper
    promised.recommendation(paper=paper, wording="note the zebra")
    month = f"{paper.told_on:%B %Y}"
    page = client.get(
        f"/{cast.make_council().slug}/search/", {"words": "recommendations december 2016"}
    ).content.decode()
    assert f"Those of the nearest report, {month}, come first." in page
    assert "ote the zebra" in page
    own = client.get(f"/{cast.make_council().slug}/search/", {"words": f"recommendations {month}"})
    assert "nearest report" not in own.content.decode()


@pytest.mark.django_db
def test_a_report_of_a_month_without_one_is_the_nearest(client):
    paper = edition("The zebra was counted.").paper
    year, own = paper.told_on.year - 1, f"{paper.told_on:%B %Y}"
    address = f"/{cast.make_council().slug}/search/"
    page = client.get(address, {"words": f"report of march {year}"}).content.decode()
    assert f"There is no report of March {year}. The nearest is of {own}." in page
    for other in (f"report {own}", f"zebra report march {year}", "reports"):
        assert "The nearest is" not in client.get(address, {"words": other}).content.decode()
