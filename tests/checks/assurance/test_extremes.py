"""Claims of the highest, the lowest, doubled or halved, against records of 210 children and then
of 188, whatever words say it; a narrower group and another thing are not weighed."""

import pytest

from reports.papers.models.papers import Paper
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts, papers

pytestmark = pytest.mark.django_db
WRONG = (
    "The number of children looked after has never been higher.",
    "The number of looked-after children is at its highest in five years.",
    "The number of looked-after children has more than doubled in two years.",
    "The number of looked-after children has halved.",
    "There are more looked-after children than ever before.",
    "The number of looked-after children reached an all-time high.",
    "The upward trend in looked-after children continues.",
    "The number of looked-after children keeps growing.",
    "The number of looked-after children continues to rise.",
)
RIGHT = (
    "The number of children looked after has never been lower.",
    "The number of looked-after children was at its highest in January 2015.",
    "There are fewer looked-after children than ever before.",
    "The number of looked-after children has not doubled.",
    "The number of looked-after children in foster care has never been higher.",
    "The number of children looked after by relatives has doubled.",
    "The number of looked-after children is one of the highest ever.",
    "Our aim is that the number of looked-after children is at its lowest level.",
    "The cost of looked-after children has never been higher.",
    "The cost of looked-after children has grown continuously.",
)
RULES = ("course-unlike-records", "extreme-unlike-records")


def denied(texts):
    """Which of `texts`, each a paragraph of a draft, records deny."""
    paper = drafts.written(cast.clerk())
    for number, text in enumerate(texts):
        papers.block(paper=paper, slug=f"own-{number}", part="body", text=text)
    rows = verdict(Paper.objects.get(pk=paper.pk)).rows
    blocks = {row.fault.block for row in rows if row.checked.rule.key in RULES}
    return [text for number, text in enumerate(texts) if f"own-{number}" in blocks]


@pytest.mark.parametrize(("texts", "expected"), [(WRONG, [*WRONG]), (RIGHT, [])])
def test_what_records_deny_is_found_and_nothing_else(texts, expected):
    assert denied(texts) == expected
