"""The page of children in care, as officers and clerks are shown it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from tests.cast import clerk, make_council, officer
from tests.looked_after import invented
from tests.looked_after.pages import text
from tests.make import compared, looked_after

ASKED = {"day_day": "1", "day_month": "12", "day_year": "2017"}
SINCE = {"since_day": "31", "since_month": "3", "since_year": "2017"}
OWN = "E06000014"

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    """The page's words for an officer (or `user`), the drawings left out."""

    def shown(user=None, **asked):
        client.force_login(user or officer())
        answer = client.get(reverse("looked_after:performance"), asked)
        assert answer.status_code == 200
        main = text(answer).partition("<main")[2]
        plain = re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", main, flags=re.DOTALL))
        return re.sub(r"\s+", " ", plain)

    return shown


NOW = (
    "On 31 March 2018 1,201 children",
    "Source: Counted from the SSDA903 return to 31 March 2018",
    "A year before, on 31 March 2017: 1,764 (−563)",
    "Small numbers are shown in full",
    "any date from 31 March 2017 to 31 March 2018",
)
THEN = (
    "On 1 December 2017 1,363 children",
    "Counted now from the SSDA903 return",
    "Nothing is recorded for the year before, 1 December 2016",
    "Looked after on 1 December 2017 1,363 1,347",
    "The two ways differ by 16 children",
    "Every placement group, month by month",
)


def test_without_a_census_or_a_return_the_page_says_so(page):
    said = page()
    assert "No count and no return is recorded. An officer" in said
    assert "Compared with England" not in said


@pytest.mark.long
def test_the_latest_day_is_shown_first_and_any_other_in_as_many_queries_as_of_few_children(
    page, client, django_assert_max_num_queries
):
    invented.import_files()
    said = page()
    assert [words for words in NOW if words not in said] == []
    with django_assert_max_num_queries(50):
        client.get(reverse("looked_after:performance"), {**ASKED, **SINCE})
    said = page(clerk(), **ASKED, **SINCE)
    assert [words for words in THEN if words not in said] == []


def test_a_period_whose_codes_agree_says_so(page):
    looked_after.episode(decom=date(2017, 6, 1))
    said = page(day_day="1", day_month="7", day_year="2017", **SINCE)
    assert "Looked after on 1 July 2017 1 1" in said
    assert "The two ways agree" in said
    assert "On 1 July 2017 1 child " in said


def test_reasons_are_not_counted_where_no_return_tells_of_every_day_between(page):
    first = looked_after.held_return()
    later = {"covers_from": date(2019, 3, 31), "covers_to": date(2020, 3, 31)}
    second = looked_after.held_return(**later, year_end=date(2020, 3, 31))
    looked_after.episode(held_return=first, dec=date(2017, 8, 1), rec="E4A")
    looked_after.episode(held_return=second, decom=date(2019, 5, 1))
    said = page(day_day="1", day_month="6", day_year="2019",
                since_day="1", since_month="7", since_year="2017")  # fmt: skip
    assert "No returns tell of every day between" in said
    assert "who are gone; periods that ended −1 –" in said


def test_a_day_that_nothing_is_held_of_is_said_and_the_days_that_can_be_asked_are_listed(page):
    looked_after.census()
    said = page(**{**ASKED, "day_year": "2001"})
    assert "No record covers 1 December 2001" in said
    assert "1 December 2015" in said
    assert "Movements need the rows of a return that covers both dates" in said
    assert "No count is recorded for the end of any of the 24 months" in said


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({**ASKED, "day_month": "13"}, "The date shown must be a real date"),
        ({**ASKED, "day_year": "2099"}, "must be today or in the past"),
        ({**ASKED, "since_day": "1", "since_month": "12", "since_year": "2017"},
         "The start of the period must be before the date shown"),
        ({"since_day": "x", "since_month": "1", "since_year": "2017"},
         "The start of the period must be a real date"),
    ],
)  # fmt: skip
def test_a_day_that_cannot_be_is_refused_in_a_sentence_and_the_latest_shown(page, asked, sentence):
    looked_after.census()
    said = page(**asked)
    assert sentence in said
    assert "On 1 December 2015 188 children" in said or "1 December 2017" in said


def test_england_and_the_neighbours_stand_beside_the_council(page):
    looked_after.census(date=date(2015, 12, 1), total=200)
    compared.compared_area(role="own", area_code=OWN, area_name="Netherby")
    for number, rate in enumerate(("50", "55", None), 1):
        area = compared.compared_area(area_code=f"E9000000{number}", area_name=f"Town {number}")
        compared.published(area.area_code, area.area_name, rate, children=90)
    compared.published()
    compared.published(date=date(2014, 3, 31), rate="59.5")
    compared.published(OWN, "Netherby", "52", children=181, population=34_900)
    compared.published("E10000009", "Not compared with", "99")
    said = page()
    assert "That is 57.3 for every 10,000 children by our own reckoning" in said
    assert "Netherby not published 52 181" in said
    assert "England 59.5 69,540 60 69,540" in said
    assert "mean of their rates not published 52.5 (2 of 3)" in said
    assert "Town 3 not published not published" in said
    assert "Not compared with" not in said
    assert "Department for Education, Open Government Licence v3.0" in said


def test_what_is_published_later_or_withdrawn_is_not_shown(page):
    looked_after.census(date=date(2014, 12, 1))
    compared.published()
    someone = officer()
    compared.published(date=date(2014, 3, 31), measure="starting", withdrawn_on=date(2016, 1, 1),
                       withdrawn_by=someone, withdrawn_because="Wrong")  # fmt: skip
    assert "There are no published figures up to 1 December 2014" in page(someone)


def test_nothing_of_another_council_is_shown(page):
    elsewhere = make_council("elsewhere")
    looked_after.census(council=elsewhere)
    compared.published(council=elsewhere)
    assert "No count and no return is recorded. An officer" in page()
