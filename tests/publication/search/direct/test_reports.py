"""A report that a question names by its title, series, month or year leads, and its paragraphs are
found by their numbers."""

from datetime import date

import pytest

from reports.publication.models.passages import Passage
from reports.publication.search.direct.reports import Naming
from reports.vocabulary.thesaurus import PARAGRAPH, REPORT
from tests.make import papers
from tests.make.published_figures import entry, indexed
from tests.publication.search.published_papers import edition
from tests.publication.search.test_answers import CHILDREN, asked

pytestmark = pytest.mark.django_db


def published(title, day, *texts):
    """A published report of this title about the half-year to a day."""
    paper = papers.issued_paper(
        title=title, period_start=date(2014, 7, 1), period_end=day, paper_date=day, meeting=None
    )
    return edition(*texts, paper=paper, title=title)


@pytest.fixture
def three():
    """Three reports of two titles."""
    return {
        "old": published("Report on the front door", date(2015, 12, 31), "Doors.", "Doors again."),
        "new": published("Report on the front door", date(2016, 6, 30), "Doors once more."),
        "other": published("Overview of fostering", date(2016, 6, 30), "Homes.", "More homes."),
    }


def named(typed):
    """The keys of the reports that lead the answers to `typed`; none where none leads."""
    answers = asked(typed).answers
    return answers.keys[REPORT] if answers.kinds[:1] == (REPORT,) else ()


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("december 2015 report", ("old",)),
        ("report of 2015", ("old",)),
        ("front door report", ("new", "old")),
        ("front door report december 2015", ("old",)),
        ("overview of fostering", ("other",)),
        ("who wrote the overview of fostering", ("other",)),
        ("fostering report", ("other",)),
        # None is of that month: the nearest, which the page says.
        ("report of march 2011", ("old",)),
        ("zebra report", ()),
        ("front door", ("new", "old")),
        ("door", ()),
        ("how many reports on fostering", ()),
        ("recommendations of the fostering report", ()),
    ],
)
def test_a_report_is_named_by_its_title_its_month_or_its_year(three, typed, keys):
    assert named(typed) == tuple(three[key].pk for key in keys)


@pytest.mark.long
def test_the_latest_reports_are_those_of_the_last_date(three):
    for typed in ("latest report", "who wrote the report", "newest reports"):
        assert set(named(typed)) == {three["new"].pk, three["other"].pk}, typed
        assert set(asked(typed).answers.keys) == {REPORT}


def test_a_report_is_shown_with_its_date_committee_and_author(three, client):
    edition = three["old"]
    row = Passage.objects.filter(edition=edition).first()
    Passage.objects.filter(pk=row.pk).update(anchor="", words="Report of: Director; Date: 1 May")
    page = client.get("/netherby/search/", {"words": "december 2015 report"})
    text = page.content.decode()
    assert page.context["answer"] is None
    assert "Report of Director<" in text and "Report on the front door" in text
    assert f"/netherby/reports/assurance/{edition.paper.slug}/" in text


def test_a_paragraph_is_found_by_its_number_in_the_report_named_or_the_latest(three):
    for row in Passage.objects.filter(anchor__startswith="para-"):
        Passage.objects.filter(pk=row.pk).update(label=f"paragraph {row.anchor[5:]}")

    def first(typed):
        answers = asked(typed).answers
        assert answers.kinds[0] == PARAGRAPH, typed
        return Passage.objects.get(pk=answers.keys[PARAGRAPH][0])

    assert first("paragraph 2").edition == three["other"]
    assert first("para 2 of the december 2015 report").edition == three["old"]
    assert first("paragraph 1 of the front door report").edition == three["new"]


def test_a_number_of_something_else_is_no_paragraph():
    assert Naming("paragraph 27").place == "paragraph 27"
    assert Naming("what does Table 3 show").place == "table 3"
    assert Naming("27 paragraphs").place == ""


def test_a_question_about_a_figure_is_not_led_by_a_report():
    indexed(entry("188", **CHILDREN), says="Of children.")
    assert named("how many children are looked after") == ()
