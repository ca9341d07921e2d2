"""A typed number of what registers hold at a report's dates is an error that offers the count."""

from datetime import date

import pytest

from assurance.governance.models.documents import Document
from reports.papers import source_faults
from reports.papers.manuscript import read
from tests.make import matters, papers

pytestmark = pytest.mark.django_db
COUNTED = {
    "We did [[stated 44: register]] audits in the half-year.": "Case-file audits done",
    "In the half-year [[stated 44: register]] case-file audits were done.": "Case-file audits done",
    "We have [[stated 13: register]] storyboards.": "Documents: storyboards",
}
# Which ones are meant is said, or another had them, or the number is an aim or a bound.
OTHERS = (
    "We saw [[stated 44: register]] audits of partner homes.",
    "We did [[stated 44: register]] audits a month.",
    "Leeds did [[stated 44: register]] audits.",
    "In the region Leeds did [[stated 44: register]] audits.",
    "We have a target of [[stated 44: register]] audits.",
    "We read [[stated 44: register]] thematic audits.",
    "We met [[stated 44: register]] councillors.",
    "We met [[stated 44%: register]] audits.",
    "We have [[stated 9: register]] milestones.",
)


@pytest.fixture
def sentences(paper):
    """What is wrong with the sources of the paper once its paragraph reads as given."""
    matters.document(council=paper.council, kind="storyboard", from_date=date(2015, 10, 1))

    def found(text, **data):
        paper.blocks.filter(slug="children").update(text=text, data=data)
        return [one.sentence for one in source_faults.faults(read(paper))]

    return found


@pytest.mark.parametrize(("text", "title"), COUNTED.items())
def test_what_a_register_counts_is_quoted_and_not_typed(sentences, paper, text, title):
    papers.source(paper=paper)
    (sentence,) = sentences(text)
    assert "the records count them" in sentence and f"Quote “{title}”" in sentence
    bare = text.replace("[[stated ", "").replace(": register]]", "")
    (again,) = sentences(bare, stated={"source": "register"})
    assert again == sentence


@pytest.mark.parametrize("text", OTHERS)
def test_what_may_be_another_number_keeps_its_source(sentences, paper, text):
    papers.source(paper=paper)
    assert sentences(text) == []


def test_what_no_register_holds_at_the_dates_of_the_report_is_typed(sentences, paper):
    papers.source(paper=paper)
    Document.objects.update(from_date=date(2017, 1, 1))
    assert sentences("We have [[stated 13: register]] storyboards.") == []
