"""A value answers by itself only where its name, member or definition has all that was asked."""

import pytest

from tests.make.published_figures import entry, indexed
from tests.page_requests import words
from tests.publication.search.test_answers import CHILDREN, DBS
from tests.publication.search.test_table_rows import cells, published

pytestmark = pytest.mark.django_db
USERS = {
    "key": "measures.value",
    "member": "authorities",
    "title": "Authorities that use Wayfinder",
}
THEME = {"key": "reviews.strengths_by_theme", "member": "adoption", "title": "Strengths: Adoption"}
COST_OF = "Average yearly cost of a placement: Foster care through an independent agency"
COST = {"key": "looked_after.unit_cost", "member": "agency_foster", "title": COST_OF}


def answer(client, typed):
    """What the page gives as the answer by itself, or None."""
    return client.get("/netherby/search/", {"words": typed}).context["answer"]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("children in care", "looked_after.children"),
        ("overdue DBS", "dbs.overdue"),
        ("authorities that use Wayfinder", "measures.value"),
        ("strengths in adoption", "reviews.strengths_by_theme"),
        ("cost of agency foster care", "looked_after.unit_cost"),
        ("Wayfinder", None),
        ("adoption", None),
        ("agency foster care", None),
        ("children in care of zebras", None),
        # Words that only frame a question are about nothing.
        ("get told when it comes out", None),
    ],
)
def test_a_value_is_given_only_where_it_has_what_carries_the_question(client, typed, key):
    named = (CHILDREN, DBS, USERS, THEME, COST)
    indexed(*(entry("30", **said) for said in named), says="Of Wayfinder, zebras and adoption.")
    found = answer(client, typed)
    assert (found.key if found else None) == key


def test_what_a_report_says_comes_before_a_value_of_something_else(client):
    indexed(entry("30", **USERS), says="Wayfinder is the new case system.")
    page = client.get("/netherby/search/", {"words": "Wayfinder"})
    assert [section.kind for section in page.context["sections"]] == ["paragraphs", "figures"]


def test_of_values_that_answer_alike_one_of_the_last_year_comes_first(client):
    indexed(
        entry("0", "2013-01-08", key="dbs.without_check", title="People without a DBS check"),
        entry("14", **DBS),
        says="Of checks.",
    )
    assert answer(client, "DBS checks").key == "dbs.overdue"
    assert answer(client, "people without a DBS check").key == "dbs.without_check"


ROUNDS = (
    ("30 June 2019", "Case-file audit", "52", "Half is good."),
    ("31 December 2019", "Case-file audit", "54", "More is good than a year ago."),
)
HEADS = ("To", "What is audited", "Audits planned", "Result")


def test_a_value_under_a_head_that_is_not_asked_for_is_no_answer(client):
    published(*map(cells, ROUNDS), heads=HEADS)
    assert answer(client, "case-file audit of zebras") is None
    assert answer(client, "case-file audit") is None
    assert answer(client, "case-file audits planned").value.text == "54"


def test_the_result_beside_a_value_is_that_of_its_own_row(client):
    published(*map(cells, ROUNDS), heads=HEADS)
    found = answer(client, "case-file audit result")
    assert (found.value.text, found.earlier) == ("54", ())
    assert found.others == (("Result", "More is good than a year ago."),)
    page = words(client.get("/netherby/search/", {"words": "case-file audit result"}))
    text = page.partition("app-answer__value")[2]
    assert text.index("54") < text.index("More is good than a year ago.") < text.index("52")
