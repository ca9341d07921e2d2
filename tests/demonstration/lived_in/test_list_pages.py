"""Every list of the application, opened with the demonstration's rows: its number, its orders, what
its filters leave and its pages agree with its file."""

import csv
from io import StringIO
from itertools import islice

import pytest
from django.forms import ChoiceField, ModelChoiceField
from django.test import Client

from assurance.accounts.models.accounts import Council
from assurance.govuk.lists import ROWS_TO_A_PAGE
from tests.cast import ROLES, make_user
from tests.demonstration.lived_in.test_rows import SHORT
from tests.page_requests import words
from tests.registers.test_every_register import registers

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
LISTS = {name: register for name, register in registers().items() if register.filters}
# How many of what a filter offers are tried, and filters that bring rows in that a list leaves out.
TRIED = 3
WIDER = {"withdrawn", "editions", "before"}
# Lists of a part of what is of one model.
OF_A_PART = {"editor:committee"}


@pytest.fixture
def reader():
    """The browser of somebody with every role in the demonstration's council."""
    council = Council.objects.get(slug="eborford")
    client = Client()
    client.force_login(make_user(*ROLES, council=council, email="every.role@eborford.example"))
    return client


def opened(client, register, **query):
    """A page of a list, asked for with a query."""
    answer = client.get(register.address("list"), query)
    assert answer.status_code == 200, query
    return answer


def lines(client, register, **query):
    """The lines of the list's file without its headings, every page of it, in its order."""
    answer = client.get(register.address("csv"), query)
    assert answer.status_code == 200, query
    heads, *rows = csv.reader(StringIO(answer.getvalue().decode("utf-8-sig")))
    assert {len(row) for row in rows} <= {len(heads)}
    return rows


@pytest.mark.sampled(12)
@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_how_many_it_has_and_links_each_to_its_page(reader, name):
    register = LISTS[name]
    answer = opened(reader, register)
    page, rows = answer.context["page"], lines(reader, register)
    if register.model.__name__ not in SHORT and name not in OF_A_PART:
        assert len(rows) >= 3
    assert f"{len(rows):,} found" in words(answer)
    assert page.paginator.count == len(rows)
    assert page.paginator.num_pages == max(1, -(-len(rows) // ROWS_TO_A_PAGE))
    text = answer.content.decode()
    for row in islice(page, 2):
        address = register.address("record", row.pk)
        assert address in text
        assert reader.get(address).status_code == 200


@pytest.mark.sampled(12)
@pytest.mark.parametrize("name", LISTS)
def test_every_order_of_a_list_has_the_same_rows_on_its_pages(reader, name):
    register = LISTS[name]
    usual = sorted(lines(reader, register))
    for sort in register.sorts:
        for word in (sort, f"-{sort}"):
            assert sorted(lines(reader, register, sort=word)) == usual, word
            last = opened(reader, register, sort=word, page="9999").context["page"]
            assert last.number == last.paginator.num_pages
            assert len(list(last)) == len(usual) - (last.number - 1) * ROWS_TO_A_PAGE, word


@pytest.mark.sampled(12)
@pytest.mark.parametrize("name", LISTS)
def test_what_a_filter_offers_leaves_rows_of_the_list(reader, name):
    register = LISTS[name]
    usual = lines(reader, register)
    # A list without fields to filter by has no form.
    form = opened(reader, register).context.get("form")
    for field, choices in offered(form) if form else ():
        for value in islice(choices, TRIED):
            query = {field: value}
            answer, rows = opened(reader, register, **query), lines(reader, register, **query)
            assert f"{len(rows):,} found" in words(answer), query
            if field not in WIDER:
                assert all(row in usual for row in rows), query


def offered(form):
    """(name, its values) of each filter that offers a choice, but for an empty one."""
    for bound in form:
        if isinstance(bound.field, ModelChoiceField):
            yield bound.html_name, [row.pk for row in bound.field.queryset]
        elif isinstance(bound.field, ChoiceField):
            yield bound.html_name, [key for key, _ in bound.field.choices if key]
