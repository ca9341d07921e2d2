"""Lists on a small screen: rows as cards, and the filters in use as links that drop them."""

from datetime import date

import pytest
from django import forms
from django.http import QueryDict

from assurance.govuk.cards import as_cards
from assurance.govuk.chips import chips, query_without_filters
from assurance.govuk.templatetags.lists import breakable
from assurance.people.models.people import Engagement
from assurance.registers.forms import ListFilters, day, yours_filter
from tests import cast
from tests.make import people
from tests.page_requests import browser_of

TABLE = (
    '<table class="a"><caption>Teams</caption><thead><tr>'
    '<th scope="col"><a href="?sort=x">Name<span aria-hidden="true"> ▲</span></a></th>'
    '<th scope="col">Said "yes"</th>'
    '<th scope="col"><span class="govuk-visually-hidden">Actions</span></th>'
    '</tr></thead><tbody><tr><th scope="row">North</th><td>4</td><td></td><td>More</td></tr>'
    "</tbody></table>"
)


def test_every_part_of_a_table_keeps_its_role():
    page = as_cards(TABLE)
    for part in (
        '<table class="a" role="table">',
        '<thead role="rowgroup">',
        '<tbody role="rowgroup">',
        '<tr role="row">',
        '<th scope="col" role="columnheader">',
        '<th scope="row" role="rowheader" data-label="Name">North',
        '<td role="cell" data-label="Said &quot;yes&quot;">4',
        # A column whose words only screen readers get, and a cell beyond the columns.
        '<td role="cell" data-label=""></td>',
        '<td role="cell" data-label="">More',
    ):
        assert part in page


def test_an_address_may_break_after_its_sign_and_is_escaped():
    assert breakable("a<b@c.example") == "a&lt;b@<wbr>c.example"
    assert breakable("") == ""


def test_a_table_without_heads_gets_no_labels():
    page = as_cards("<table><tr><td>4</td></tr></table>")
    assert page == (
        '<table role="table"><tr role="row"><td role="cell" data-label="">4</td></tr></table>'
    )


def test_a_cell_after_one_that_spans_two_columns_has_the_words_of_the_third():
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Number", "Where", "Source"))
    rows = '<tr><th scope="rowgroup" colspan="2">All</th><td>Minutes</td></tr>'
    page = as_cards(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>")
    assert 'colspan="2" role="rowheader" data-label="Number">All' in page
    assert '<td role="cell" data-label="Source">Minutes' in page


def test_the_words_of_a_head_on_two_lines_are_parted_in_a_cell():
    page = as_cards(
        "<table><thead><tr><th>May 2016<br><small>Annual</small></th></tr></thead>"
        "<tbody><tr><td>4</td></tr></tbody></table>"
    )
    assert 'data-label="May 2016, Annual">4' in page


class Filters(ListFilters):
    text = ListFilters.base_fields["withdrawn"].__class__(
        label="Kind", choices=[("", "Every kind"), ("Groups", Engagement.GROUPS)]
    )
    on = day("the day", "On")
    late = forms.BooleanField(label="Late")
    yours = yours_filter(("me", "You"))
    teams = forms.MultipleChoiceField(label="Teams", choices=[("n", "North"), ("s", "South")])


def chips_of(query):
    query = QueryDict(query)
    return [(c.label, c.value, c.query) for c in chips(Filters(query, council=None), query)]


def test_a_chip_says_what_was_chosen_and_leads_to_the_list_without_it():
    query = "text=employee&on_day=1&on_month=2&on_year=2016&sort=-name&page=3&withdrawn="
    label = dict(Engagement.GROUPS)["employee"]
    assert chips_of(query) == [
        ("Kind", label, "on_day=1&on_month=2&on_year=2016&sort=-name&withdrawn="),
        ("On", "1 Feb 2016", "text=employee&sort=-name&withdrawn="),
    ]
    assert chips_of("late=on") == [("Late", "Yes", "")]
    assert chips_of("teams=n&teams=s&page=2") == [("Teams", "North, South", "")]
    assert chips_of("sort=name") == []
    # What is wrong filters nothing, so nothing of it is in use.
    assert chips_of("on_day=31&on_month=2&on_year=2016") == []
    assert chips_of("yours=me&late=on") == [
        ("Late", "Yes", "yours=me"),
        ("Waits for", "You", "late=on"),
    ]
    assert query_without_filters(QueryDict(query)) == "sort=-name"
    assert query_without_filters(QueryDict("text=employee")) == ""


@pytest.fixture
def client(db):
    return browser_of(cast.make_user(*cast.ROLES, council=cast.make_council()))


def test_a_list_shows_the_filters_in_use_above_its_rows_and_its_filter_after_them(client):
    people.team(name="North", from_date=date(2014, 1, 1))
    page = client.get("/teams/", {"text": "<North>", "sort": "-name"}).content.decode()
    assert "Words: &lt;North&gt;" in page
    assert '<span class="govuk-visually-hidden">Remove </span>Words: ' in page
    assert 'href="?sort=-name"' in page and "Clear all" in page
    assert page.index("Filters in use") < page.index('role="status"')
    assert page.index('role="status"') < page.index('id="filter-fields"')
    assert 'href="#filter-fields">Filter this list (1 in use)' in page
    plain = client.get("/teams/").content.decode()
    assert "Filters in use" not in plain and ">Filter this list</a>" in plain
    assert 'role="rowheader" data-label="Team">' in plain


@pytest.mark.parametrize(
    "address", ["/dbs/position/", "/audits/themes/again/", "/looked-after/performance/"]
)
def test_results_come_before_what_chooses_them(client, address):
    people.cohort()
    page = client.get(address, follow=True).content.decode()
    assert page.index("app-list__rows") < page.index("app-list__filter")
    assert page.count('id="filter-heading"') <= 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/audits/shown/", "Filter these results"),
        ("/audits/themes/again/", "Filter these themes"),
        ("/teams/", "Filter this list"),
    ],
)
def test_the_link_to_a_filter_has_the_words_of_the_filter(client, address, words):
    people.team()
    page = client.get(address, follow=True).content.decode()
    assert f'href="#filter-fields">{words}</a>' in page
    assert f">{words}</summary>" in page


def test_a_choice_that_is_not_offered_gets_a_sentence_of_ours(client):
    page = client.get("/dbs/", {"service": "Nowhere"}).content.decode()
    assert "Choose “Service” from the list" in page and "Select a valid choice" not in page
