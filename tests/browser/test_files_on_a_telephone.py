"""An issued report's own page, opened as a file on a telephone: nothing runs out of the page, and
what is wider than it moves by itself."""

from datetime import date

import pytest

from tests.browser.reading import faults
from tests.issue.test_issue import frozen, published
from tests.make import drafts
from tests.make.promised import commitment

HEADS = ("Safeguarding arrangements", "Responsibilities", "Recommendations", "Accountabilities")
WIDE = {
    "slug": "wide",
    "kind": "table",
    "part": "body",
    "data": {
        "caption": "Who answers for what, and by when it is to be done",
        "cells": {
            "columns": [{"label": head} for head in (*HEADS, "Administration")],
            "rows": [["Commissioning", *HEADS]],
        },
    },
}
WIDTHS = (320, 1280)
RULER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def files(prepared, tmp_path):
    """The folder of an issued report with a table that is wider than a telephone."""
    paper = drafts.written(prepared, WIDE, with_records=False)
    # Its date is as long as dates are, and has half of a telephone's width.
    commitment(paper=paper, council=paper.council, due_on=date(2016, 9, 30), who="Head of Service")
    paper = drafts.sent_and_approved(paper, prepared)
    edition = published(frozen(paper, prepared), prepared)
    for file in edition.files.all():
        (tmp_path / file.name).write_bytes(file.content)
    return tmp_path


@pytest.mark.long
def test_an_issued_file_fits_a_telephone_and_a_desk(page, files):
    [html] = files.glob("*.html")
    page.goto(html.as_uri())
    assert page.locator("table:has-text('Accountabilities')").count() == 1
    assert page.get_by_role("cell", name="30 September 2016").count()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(RULER) == 0, width
    assert faults(page, widths=WIDTHS) == []
    # Who was sent the file alone has it without its sheet.
    (files / "paper.css").unlink()
    page.set_viewport_size({"width": 320, "height": 800})
    page.reload()
    assert page.evaluate(RULER) == 0
