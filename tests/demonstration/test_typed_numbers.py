"""Given the published report alone, each number in it is a counted figure or names its source."""

import re

import pytest

from reports.documents.document import FIGURE, HIDDEN, REFERENCE, TYPED, Cell, Run, Text
from reports.editions.models.editions import Edition
from reports.papers.addresses import edition_address, figure_address
from reports.papers.rules.sources import why_not_source
from reports.papers.typed_numbers import bare_numbers, must_be_settled
from tests.demonstration.reading import document, each

pytestmark = pytest.mark.django_db
ISSUED = ("july-2015", "january-2016")
RESOLVED = (FIGURE, HIDDEN, TYPED, REFERENCE)


def left_over(report):
    """The numbers of paragraphs and cells of written tables that lead to nothing, as typed."""
    for passage in (*each(report.sections, Text), *each(report.sections, Cell)):
        words = "".join(" · " if run.kind in RESOLVED else run.text for run in passage.runs)
        for number in bare_numbers(words):
            if must_be_settled(number):
                yield words[max(0, number.start - 30) : number.end + 20]


@pytest.mark.parametrize("slug", ISSUED)
def test_every_number_of_an_issued_report_is_counted_or_names_its_source(demonstration, slug):
    report = document(slug)
    assert list(left_over(report)) == []
    runs = [run for run in each(report.sections, Run) if run.kind in (FIGURE, HIDDEN, TYPED)]
    rows = {str(row.number): row for row in report.figures}
    assert all(row.places for row in report.typed)
    for run in runs:
        assert (rows[run.to].key == "stated") == (run.kind == TYPED)
    for row in report.typed:
        assert why_not_source(row.source, ()) == ""
        assert row.text in row.counts and not re.search(r"[\[\]]", row.counts)
        assert {row.text} == {run.text for run in runs if run.to == str(row.number)}


def test_no_page_says_that_all_numbers_are_counted_where_some_are_typed(client, demonstration):
    issued = Edition.objects.published().get(paper__slug="january-2016")
    page = client.get(edition_address(issued)).content.decode()
    typed = document("january-2016").typed
    assert "Each figure in this table was counted" in page
    assert f"{len(typed)} numbers in this paper were not counted" in page
    first = typed[0]
    panel = client.get(figure_address(issued, first.number)).content.decode()
    assert f"{first.source}. Not counted from the council’s records." in panel
    assert "Its last positions" not in panel and "through all papers" not in panel
