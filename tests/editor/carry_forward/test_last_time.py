"""How a copied block read in the report that it comes from, beside it while it is written."""

import pytest

from reports.documents.document import text_of
from reports.documents.html.places import places
from reports.editions.snapshot import draft
from reports.editor.carry_forward.last_time import last_time
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from tests.editor.carry_forward.test_next_paper import following, records_of_2016
from tests.make import papers
from tests.make.drafts import written
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
PART = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def report(clerk, browser):
    """The report after one that was written, with records for its dates."""
    records_of_2016(clerk.council)
    return following(written(clerk), clerk)


@pytest.mark.long
def test_a_copied_block_stands_beside_how_it_read_last_time(browser, report):
    before = report.series.papers.exclude(pk=report.pk).get()
    manuscript = read(before)
    known = places(draft(before))
    for block in manuscript.blocks:
        earlier = last_time(report, block.slug)
        assert (earlier.paper, earlier.slug) == (before, block.slug)
        printed = (
            text_of(known[manuscript.numbering.of(block.slug).anchor].thing.content)
            if (block.kind == "paragraph")
            else ""
        )
        assert printed in " ".join(earlier.texts)
    page = words(browser.get(at(report, "block-beside", "audits"), **PART))
    assert "Managers audited 2 files." in page and "<html" not in page
    assert at(before, "section", "audits") in page
    assert "[[" not in page


def test_what_was_not_copied_or_is_gone_from_the_last_report_has_no_words_of_it(report):
    papers.block(paper=report, slug="fresh", part="body", text="It is new.")
    assert last_time(report, "fresh") is None and last_time(report, "nowhere") is None
    Block.objects.filter(paper=report, slug="audits").update(carried_from="never")
    assert last_time(report, "audits") is None
