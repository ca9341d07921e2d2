"""What a question names: words that no report has, months, minutes, thousands, pages."""

import pytest

from reports.editions.models.editions import Edition
from reports.publication.search.sections import sections
from reports.vocabulary.thesaurus import FIGURE, RECOMMENDATION
from tests.make import promised
from tests.make.published_figures import BEFORE, END, entry, indexed
from tests.page_requests import words
from tests.publication.search.published_papers import edition
from tests.publication.search.test_answers import CHILDREN, anchors, asked

pytestmark = pytest.mark.django_db
PAGE = "/netherby/search/"


@pytest.mark.long
def test_words_that_no_report_has_are_named_and_what_has_most_of_the_others_is_first(client):
    edition("Bicycles are lent.", "Bicycles and helmets are lent to pupils.")
    assert asked("bicycles").answers.missing == ()
    search = asked("bicycles zeppelins helmets trombones")
    assert search.answers.missing == ("zeppelins", "trombones")
    assert anchors(search)[0] == "para-2"
    page = words(client.get(PAGE, {"words": "bicycles zeppelins helmets trombones"}))
    assert "No report has the words “zeppelins” or “trombones”. 1 result without them." in page
    page = words(client.get(PAGE, {"words": "bicycles zeppelins"}))
    assert "No report has the word “zeppelins”. 2 results without it." in page


def test_where_reports_have_each_word_apart_that_is_said(client):
    edition("Bicycles are lent.", "Helmets are lent.")
    page = words(client.get(PAGE, {"words": "bicycles helmets"}))
    assert "Nothing has all of these words. 2 results with some of them, those with most" in page


def of_month(typed):
    """(value, date) of the first figure that answers."""
    search = asked(typed)
    editions = Edition.objects.public_in("netherby").readable()
    [first, *_] = sections(search, "netherby", editions, "", ())
    assert first.kind == FIGURE
    point = first.rows[0].point
    return point.text, point.entry.end


@pytest.mark.long
def test_a_figure_answers_with_its_value_of_the_month_or_year_that_is_named(client):
    indexed(entry("201", BEFORE, count=201, **CHILDREN), period_end=BEFORE)
    year = {"start": "2014-01-01", "end": "2014-12-31", "when": "2014"}
    last = (entry("188", count=188, **CHILDREN), entry("7", count=7, **year, **CHILDREN))
    indexed(*last)
    assert of_month("children in care") == ("188", END)
    assert of_month("children in care June 2015") == ("201", BEFORE)
    assert of_month("children looked after in 2014") == ("7", "2014-12-31")
    page = words(client.get(PAGE, {"words": "children in care June 2015"}))
    assert "Figure, value of the date in your words" in page
    page = words(client.get(PAGE, {"words": "children in care"}))
    assert "Figure, latest published value" in page


def test_a_decision_answers_by_its_minute():
    paper = edition("Nothing of it.").paper
    decided = {"decision": "noted", "decided_on": paper.period_end, "minute": "30"}
    row = promised.recommendation(paper=paper, wording="note the plan", **decided)
    assert asked("minute 30").answers.keys[RECOMMENDATION] == (row.pk,)


@pytest.mark.parametrize("typed", ["£58,000", "58k", "58000"])
def test_thousands_are_found_in_full_and_in_short(typed):
    edition("A place costs £58k a year.")
    assert anchors(asked(typed)) == ["para-1"]


def test_a_word_of_a_page_of_the_service_is_no_typing_error():
    edition("The point is plain.")
    assert asked("report in large print").near == {}
