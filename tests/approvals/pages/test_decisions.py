"""From the last word to the issue: sent, taken back, approved, returned, issued."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.checks.models import CheckException
from reports.documents.document import to_json
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import drafts, papers
from tests.page_requests import at, boxes, errors, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def approver(clerk):
    """An approver of the same council."""
    return cast.approver()


@pytest.mark.long
def test_a_paper_is_sent_read_as_it_was_frozen_and_taken_back(browser, paper):
    assert "Sending fixes the words" in words(browser.get(at(paper, "send")))
    forms = {
        at(paper, "block", "audits"): {"text": "Late.", "version": 1},
        at(paper, "add-block", "paragraph", part="body"): {"text": "Late."},
        at(paper, "dates"): {"version": 2},
        at(paper, "details"): {
            **{"title": "Late", "version": 2},
            **boxes(period_start="1 7 2015", period_end="31 12 2015"),
        },
    }
    answer = browser.post(at(paper, "send"), follow=True)
    assert "The report has been sent for approval." in words(answer)
    for address, said in forms.items():
        answer = browser.post(address, said)
        assert "has been sent for approval" in str(errors(answer)), address
    assert not paper.blocks.filter(text="Late.").exists()
    paper.blocks.filter(slug="children").update(text="Other words.")
    assert "188 children" in words(browser.get(at(paper, "preview")))
    browser.post(at(paper, "take-back"))
    paper.refresh_from_db()
    assert (paper.status, paper.round) == (Paper.WRITING, 2)
    twice = browser.post(at(paper, "take-back"))
    assert "being written already" in errors(twice)["__all__"][0]


@pytest.mark.long
def test_a_refused_paper_is_checked_once_and_shows_what_the_refusal_found(browser, paper):
    paper.blocks.filter(slug="audits").update(text="There are [[no.such.figure]] of them.")
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post(at(paper, "send"))
    # The reasons of accepted warnings are read once for each verdict.
    reasons = [row for row in asked if f'FROM "{CheckException._meta.db_table}"' in row["sql"]]
    assert len(reasons) == 1
    [error] = errors(answer)["__all__"]
    causes = answer.context["verdict"].errors
    assert causes and error.endswith(causes[0].sentence)
    assert words(browser.get(at(paper, "send"))).count(causes[0].sentence) == 1


@pytest.mark.long
def test_the_approver_approves_what_was_read_or_returns_it_with_remarks(
    client, browser, clerk, paper, approver
):
    browser.post(at(paper, "send"))
    client.force_login(approver)
    page = client.get(at(paper, "approve"))
    assert "188 children" in words(page)
    seen = page.context["form"]["seen"].value()
    unread = client.post(at(paper, "approve"), {"seen": seen})
    assert "Confirm that you have read the report" in errors(unread)["read"][0]
    answer = client.post(at(paper, "approve"), {"seen": seen, "read": "on"}, follow=True)
    assert "You have approved the report." in words(answer)
    again = client.post(at(paper, "approve"), {"seen": seen, "read": "on"})
    assert "approved this report already" in errors(again)["__all__"][0]
    empty = client.post(at(paper, "return"), {"remarks": ""})
    assert "Enter what should change" in errors(empty)["remarks"]
    client.post(at(paper, "return"), {"remarks": "Say why."})
    twice = client.post(at(paper, "return"), {"remarks": "Again."})
    assert "Only a report that was sent" in errors(twice)["remarks"][0]
    client.force_login(clerk)
    draft = words(client.get(at(paper, "draft")))
    assert f"{approver} sent this report back on" in draft and "Say why." in draft


@pytest.mark.long
def test_an_approved_paper_is_issued_to_everyone(client, paper, clerk, monkeypatch):
    drafts.sent_and_approved(paper, clerk)
    client.force_login(clerk)
    # A day on which no poll is near.
    monkeypatch.setattr("reports.issue.views.schedule.today", lambda: drafts.ON)
    answer = client.post(at(paper, "issue"))
    page = words(client.get(answer.headers["Location"]))
    public = "/netherby/reports/assurance/january-2016/"
    assert "The report is public." in page and public in page
    client.logout()
    assert "188" in words(client.get(public))
    files = {one.name for one in paper.editions.get().files.all()}
    said = {f"january-2016{ends}" for ends in (".pdf", ".html", ".docx", "-figures.csv")}
    assert files >= {*said, "january-2016-figures.json", "january-2016-tables.json"}
    assert files >= {"paper.css", "csv-metadata.json", "manifest.json"}


def test_the_draft_is_marked_as_one_on_the_screen_and_in_its_pdf(browser, paper):
    page = words(browser.get(at(paper, "preview")))
    assert "DRAFT</strong>: this is how readers will see the report." in page
    assert "188 children" in page
    assert page.count("<h1") == 1
    answer = browser.get(at(paper, "draft-pdf"))
    assert answer.headers["Content-Type"] == "application/pdf"
    assert 'filename="january-2016-DRAFT.pdf"' in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"%PDF")
    paper.blocks.filter(slug="children").update(text="\U00013000 [\u00a0](https://example.org/)")
    answer = browser.get(at(paper, "draft-pdf"), follow=True)
    assert "The PDF could not be made." in words(answer)


@pytest.mark.long
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
