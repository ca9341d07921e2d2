"""The number of rows of a list that prints its first rows is that of all, as its note gives it."""

from datetime import date

import pytest

from reports.papers.assembly.row_counts import row_count
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.make import findings
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
DAY = date(2015, 9, 1)


@pytest.mark.parametrize("limit", [{}, {"limit": 2}, {"limit": 5}])
def test_a_sentence_counts_all_that_a_list_has(limit):
    paper = written(cast.clerk())
    for number in range(3):
        days = dict.fromkeys(("started_on", "ended_on", "published_on", "created_on"), DAY)
        findings.review(council=paper.council, title=f"Review {number}", **days)
    data = {"records": {"what": "reviews", "columns": ["title"], **limit}}
    block = BlockText("of-records", "body", "records", "work", "", "", data)
    assert row_count(read(paper).with_block(block), "of-records") == 3
