"""The groups of people whom a review met: added one after another, compared with what its report
states, printed without giving a small one away, and counted."""

from datetime import date

import pytest

from assurance.figures.figure import WHOLE, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.reviews.models.met_groups import MetGroup
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.findings import met_group, review
from tests.page_requests import errors, words

pytestmark = pytest.mark.django_db
ON_SITE = date(2016, 11, 15)
YEAR = When(date(2016, 1, 1), date(2016, 12, 31))
GONE = {"withdrawn_on": date(2017, 3, 1), "withdrawn_because": "Twice"}


@pytest.fixture
def signed_in(client):
    """An officer who records reviews."""
    client.force_login(officer())
    return client


def sent(group="Foster carers", number="12", day=ON_SITE):
    """A form as it is sent."""
    parts = zip(("day", "month", "year"), (day.day, day.month, day.year), strict=True)
    return {"group": group, "number": number, **{f"met_on_{name}": str(n) for name, n in parts}}


def test_groups_are_added_one_after_another_and_compared_with_the_report(signed_in):
    of = review(people_met="over 15")
    address = f"/reviews/{of.pk}/met/add/"
    assert "Add a group of people met</a>" in words(signed_in.get(f"/reviews/{of.pk}/"))
    page = signed_in.post(address, {**sent(), "another": "1"}, follow=True)
    assert "Group of people met added." in words(page)
    assert page.redirect_chain[-1][0] == address
    nothing_more = {"group": "Young people", "number": ""}
    page = signed_in.post(address, nothing_more, follow=True)
    # Of a group without a number nobody knows how many were met, nor of all.
    partly = "12 people in the groups with a number; how many were met in all is not recorded."
    assert partly in words(page) and "Stated: over 15; listed" not in words(page)
    signed_in.post(address, {"group": "Social workers", "number": "4"})
    MetGroup.objects.filter(number=None).update(withdrawn_by=officer(), **GONE)
    page = words(signed_in.get(f"/reviews/{of.pk}/"))
    assert "16 people in these groups." in page
    assert "Stated: over 15; listed: 16. They agree." in page
    assert "Add another group of people met" in page and "15 Nov 2016" in page
    assert list(MetGroup.objects.order_by("pk").values_list("group", "number", "met_on")) == [
        ("Foster carers", 12, ON_SITE),
        ("Young people", None, None),
        ("Social workers", 4, None),
    ]


def test_a_group_is_refused_at_its_field_with_what_to_do(signed_in):
    of = met_group().review
    address = f"/reviews/{of.pk}/met/add/"
    for typed, field, told in (
        (sent("foster carers"), "group", "“foster carers” on 15 November 2016 is listed already"),
        (sent(number="0"), "number", "“How many people” must be 1 or more"),
        (sent(number="many"), "number", "must be a whole number"),
        (sent(day=date(2016, 11, 13)), "met_on", "was on site from 14 November 2016 to 8 Dec"),
        ({**sent(), "group": ""}, "group", "Enter the group"),
    ):
        assert told in errors(signed_in.post(address, typed))[field][0]
    assert MetGroup.objects.count() == 1
    met_group(of, group="Young people", met_on=None)
    refused = errors(signed_in.post(address, {"group": "young people", "number": "3"}))
    assert "without a date is listed already" in refused["group"][0]


def test_a_small_group_is_given_away_by_no_row_and_no_figure():
    council = make_council()
    large, other = met_group(), met_group(group="Young people", number=20)
    assert [large.printed_number, other.printed_number] == ["12", "20"]
    few = met_group(large.review, group="Parents", number=3)
    unknown = met_group(large.review, group="Governors", number=None)
    shown = [row.printed_number for row in (large, other, few, unknown)]
    assert shown == ["not shown", "not shown", "fewer than six", "not counted"]
    key = "reviews.people_met_by_group"
    queries = [FigureQuery(name, "", YEAR) for name in (key, "reviews.people_met")]
    values = measure(council, queries, FIGURES)
    # Whom nobody counted is no part of a whole, which nobody knows then.
    for query in queries:
        assert values.value(query, WHOLE).mark == Mark.NOT_RETURNED
    MetGroup.objects.filter(pk=unknown.pk).update(withdrawn_by=officer(), **GONE)
    values = measure(council, queries, FIGURES)
    names = ("parents", "foster-carers", "young-people")
    withheld = [name for name in names if values.value(queries[0], name).mark == Mark.WITHHELD]
    assert "parents" in withheld and len(withheld) > 1
    assert values.value(queries[1], WHOLE).count == 35
    MetGroup.objects.filter(pk=few.pk).update(withdrawn_by=officer(), **GONE)
    assert large.printed_number == "12"


def test_a_group_counts_on_its_day_and_with_its_review_alone():
    council, key = make_council(), "reviews.people_met"
    assert value_of(council, key, YEAR).mark == Mark.NOT_RETURNED
    dated = met_group()
    undated = met_group(met_on=None, number=7)
    unknown = met_group(number=None)
    assert value_of(council, key, YEAR).mark == Mark.NOT_RETURNED
    MetGroup.objects.filter(pk=unknown.pk).update(number=1)
    assert value_of(council, key, YEAR).count == 20
    MetGroup.objects.filter(pk=unknown.pk).update(withdrawn_by=officer(), **GONE)
    assert value_of(council, key, YEAR).count == 19
    day = undated.review.ended_on
    assert value_of(council, key, When(day, day)).count == 7
    type(dated.review).objects.filter(pk=dated.review_id).update(withdrawn_by=officer(), **GONE)
    assert value_of(council, key, YEAR).count == 7
    assert value_of(make_council("elsewhere"), key, YEAR).mark == Mark.NOT_RETURNED


def value_of(council, key, when):
    """The whole of a figure in a period."""
    query = FigureQuery(key, "", when)
    return measure(council, [query], FIGURES).value(query, WHOLE)
