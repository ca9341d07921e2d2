"""A typed table that hides its cells is not told again by numbers typed from the same source."""

from datetime import date

import pytest

from reports.checks.numbers.disclosure.protection import KEY
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts, papers

pytestmark = pytest.mark.django_db
SOURCE = "school roll, 29 February 2016"


def table(small):
    """A table of children by school, one of them with so many."""
    rows = [["North", "12"], ["South", f"{small}"], ["West", "31"], ["All", f"{43 + small}"]]
    cells = {
        "columns": [{"label": "School"}, {"label": "Children", "numeric": True}],
        "rows": rows,
        "counts": "children",
    }
    data = {"caption": "Children by school", "cells": cells, "total_row": True}
    return {
        "slug": "schools",
        "part": "body",
        "kind": "table",
        "parent": "work",
        "heading": "",
        "text": "",
        "data": {**data, "stated": {"source": SOURCE}},
    }


def given_away(text, small=2):
    """How many numbers of a paragraph beside the table tell what it hides."""
    paragraph = {**table(small), "slug": "told", "kind": "paragraph", "text": text, "data": {}}
    paper = drafts.written(cast.clerk(), table(small), paragraph)
    papers.source(paper=paper, slug="other", date=date(2016, 2, 29))
    rows = [row.checked for row in verdict(paper).rows]
    return sum(row.rule.key == KEY and row.fault.block == "told" for row in rows)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Most of the {45} children, {43}, go to North or West.", 1),
        ("Those in North and West come to {43}.", 1),
        ("{12} children go to North and {31} to West.", 2),
        ("At South there were {14} on the roll.", 1),
        # What the table shows, what names no row, and what is from elsewhere.
        ("{45} children go to North, South and West.", 0),
        ("{60} children walk to school.", 0),
        ("[[stated 43: other]] buses go to North and West.", 0),
    ],
)
def test_a_number_of_the_same_source_tells_no_row_that_a_table_hides(text, many):
    written = text.replace("{", "[[stated ").replace("}", f": {SOURCE}]]")
    assert given_away(written) == many


def test_a_table_that_hides_nothing_may_be_told_again():
    text = f"Those in North and West come to [[stated 43: {SOURCE}]]."
    assert given_away(text, small=20) == 0
