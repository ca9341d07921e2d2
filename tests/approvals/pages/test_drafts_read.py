"""A paper read before its issue, by those who may: as the public will, or with what is withheld."""

import pytest

from reports.approvals.operations import approvals
from reports.documents.document import to_json
from tests import cast
from tests.make import drafts, papers
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db


def test_the_preview_is_what_readers_will_have_marked_as_a_draft(browser, paper):
    page = words(browser.get(at(paper, "preview")))
    assert "DRAFT</strong>: this is how readers will see the paper." in page
    assert "188 children" in page
    assert page.count("<h1") == 1


def test_the_draft_is_downloaded_under_a_name_that_says_so(browser, paper):
    answer = browser.get(at(paper, "draft-pdf"))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert 'filename="january-2016-DRAFT.pdf"' in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"%PDF")


def test_a_pdf_that_cannot_be_made_is_said_on_the_papers_page(browser, paper):
    paper.blocks.filter(slug="children").update(text="\U00013000 [\u00a0](https://example.org/)")
    answer = browser.get(at(paper, "draft-pdf"), follow=True)
    assert "The PDF could not be made." in words(answer)


def test_the_restricted_version_is_marked_and_kept_nowhere(client, paper):
    client.force_login(cast.approver())
    answer = client.get(at(paper, "restricted"))
    assert "RESTRICTED</strong>" in words(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    file = client.get(at(paper, "restricted-pdf"))
    assert "january-2016-RESTRICTED-DRAFT.pdf" in file.headers["Content-Disposition"]
    assert file.headers["Cache-Control"] == "no-store"


def test_the_restricted_version_of_an_issued_paper_is_that_of_its_edition(client, db):
    plain = to_json(papers.document())
    frozen = {"public": plain, "restricted": {**plain, "audience": "restricted"}}
    edition = papers.edition(paper=papers.issued_paper(frozen=frozen))
    client.force_login(cast.approver())
    page = words(client.get(at(edition.paper, "restricted")))
    assert "RESTRICTED</strong>" in page
    assert "DRAFT</strong>" not in page


def test_a_sent_paper_is_read_as_it_was_frozen(browser, paper, clerk):
    approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    paper.blocks.filter(slug="children").update(text="Other words.")
    assert "188 children" in words(browser.get(at(paper, "preview")))
