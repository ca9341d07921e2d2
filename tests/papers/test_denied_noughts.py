"""“No children were looked after on 1 December 2015” where the records count some is an error."""

import pytest

from assurance.looked_after.models.censuses import Census
from reports.papers.models.papers import Paper
from reports.papers.source_faults import NOUGHT_DENIED
from reports.verdicts.paper.verdict import verdict
from tests.make import papers

pytestmark = pytest.mark.django_db
CHILDREN = "the records count 188 by “Children looked after, 1 December 2015”"


def denied(paper, text):
    """The sentences on noughts that the verdict on a paper with this paragraph has."""
    papers.block(paper=paper, slug="own", part="body", text=text)
    rows = verdict(Paper.objects.get(pk=paper.pk)).errors
    return [row.sentence for row in rows if row.rule.key == NOUGHT_DENIED]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There were no looked-after children on 1 December 2015.", "no looked-after children"),
        ("We looked after no children on [[date:position]].", "no children on"),
        ("On 1 December 2015 no children were looked after.", "no children were"),
    ],
)
def test_a_nought_that_the_records_deny_is_an_error(paper, text, words):
    end = "Use that figure, or explain in the sentence which others are meant."
    assert denied(paper, text) == [f"“{words}”: {CHILDREN}. {end}"]


@pytest.mark.parametrize(
    "text",
    [
        "No looked-after children on 1 December 2015 were without a plan.",
        "There were no more looked-after children on 1 December 2015.",
        "There were no looked-after children on 1 December 2013.",
        "There were no looked-after children in the report.",
    ],
)
def test_other_noughts_are_none(paper, text):
    assert denied(paper, text) == []


def test_a_nought_that_the_records_have_is_none(paper):
    Census.objects.filter(total=188).update(total=0)
    assert denied(paper, "There were no looked-after children on 1 December 2015.") == []
