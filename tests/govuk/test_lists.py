import pytest
from django.template import engines

from assurance.accounts.models.accounts import Council
from assurance.govuk.lists import ROWS_TO_A_PAGE, listed, sorted_lines
from tests.cast import make_council

SORTS = {"name": "name", "short": "short_name"}
HEADERS = (
    "{% load govuk %}{% sort_header 'name' 'Name' %}{% sort_header 'short' 'Short' 'numeric' %}"
)


@pytest.fixture
def councils(db):
    for number in range(60):
        make_council(f"council-{number:02}", short_name=f"Same {number % 2}")


def at(rf, query):
    request = rf.get(f"/list/?{query}")
    return request, listed(request, Council.objects.all(), SORTS, "name")


def test_a_page_holds_twenty_five_rows_sorted_both_ways(rf, councils):
    _, page = at(rf, "")
    assert len(page) == ROWS_TO_A_PAGE == 25
    assert page.paginator.num_pages == 3
    assert [one.slug for one in page][:2] == ["council-00", "council-01"]
    assert at(rf, "sort=-name")[1][0].slug == "council-59"
    assert at(rf, "sort=name")[1][0].slug == "council-00"


def test_a_page_or_a_sort_that_is_not_there_gives_one_that_is(rf, councils):
    for typed, given in (("2", 2), ("99", 3), ("0", 3), ("-1", 3), ("x", 1), ("", 1)):
        assert at(rf, f"page={typed}")[1].number == given, typed
    for sort in ("password", "--name", "-", "name__x", ""):
        assert at(rf, f"sort={sort}")[1].sort == "name", sort


def test_rows_alike_in_the_sorted_field_appear_once_over_all_pages(rf, councils):
    for sort in ("short", "-short"):
        pages = [at(rf, f"sort={sort}&page={number}")[1] for number in (1, 2, 3)]
        keys = [one.pk for page in pages for one in page]
        assert len(keys) == len(set(keys)) == 60, sort


def drawn(request, page, template):
    return engines["django"].from_string(template).render({"page": page}, request)


def test_headers_say_how_the_list_is_sorted_and_turn_it_round(rf, councils):
    html = drawn(*at(rf, "sort=name&team=a%26b&page=2"), HEADERS)
    assert html.count('aria-sort="ascending"') == 1
    assert html.count('aria-sort="none"') == 1
    assert "sort=-name" in html and "sort=short" in html
    assert html.count("team=a%26b") == 2
    assert "page=" not in html
    assert html.count("govuk-table__header--numeric") == 1
    html = drawn(*at(rf, "sort=-name"), HEADERS)
    assert 'aria-sort="descending"' in html
    assert "?sort=name" in html


def test_pages_keep_the_filter_mark_the_present_one_and_end(rf, councils):
    html = drawn(*at(rf, "sort=-name&team=north&page=2"), "{% include 'govuk/pagination.html' %}")
    assert html.count("team=north") == 5
    assert html.count("aria-current") == 1
    assert 'rel="prev"' in html and 'rel="next"' in html
    assert 'rel="prev"' not in drawn(*at(rf, ""), "{% include 'govuk/pagination.html' %}")
    assert 'rel="next"' not in drawn(*at(rf, "page=3"), "{% include 'govuk/pagination.html' %}")


def test_many_pages_are_shortened(rf, db, monkeypatch):
    monkeypatch.setattr("assurance.govuk.lists.ROWS_TO_A_PAGE", 1)
    for number in range(20):
        make_council(f"council-{number:02}")
    html = drawn(*at(rf, "page=10"), "{% include 'govuk/pagination.html' %}")
    assert html.count("⋯") == 2
    # A telephone shows the present page, the ends and what has this class of GOV.UK's styles.
    assert html.count("govuk-pagination__item--ellipsis") == 2
    assert 'aria-label="Page 20"' in html and 'aria-label="Page 5"' not in html


def test_a_list_of_one_page_has_no_pagination(rf, db):
    make_council()
    assert "<nav" not in drawn(*at(rf, ""), "{% include 'govuk/pagination.html' %}")


@pytest.mark.parametrize(
    ("query", "order", "sort"),
    [
        ("", "bad", ""),
        ("sort=size", "dba", "size"),
        # What has none comes last either way, and what is alike keeps its order.
        ("sort=-size", "bda", "-size"),
        ("sort=alike", "bad", "alike"),
        ("sort=-alike", "bad", "-alike"),
        ("sort=password", "bad", ""),
        ("sort=--size", "bad", ""),
    ],
)
def test_lines_that_no_table_has_are_sorted_as_asked(rf, query, order, sort):
    sizes = {"b": 7, "d": 3, "a": None}
    keys = {"size": sizes.get, "alike": lambda line: 0}
    lines = sorted_lines(rf.get(f"/list/?{query}"), "bad", keys)
    assert ("".join(lines), lines.sort) == (order, sort)
