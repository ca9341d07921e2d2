"""Issue in an emergency: one person alone, marked in every form, looked at again by a second."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals import rules as rules
from reports.approvals.models.emergency_issue import FINE, WRONG, EmergencyIssue
from reports.approvals.operations import approvals, emergency_issue
from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.pdf.file import PdfFault
from reports.editions.models.editions import Edition
from reports.issue import jobs
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.issue.test_issue import frozen, published
from tests.make import papers
from tests.make.drafts import ON, approve
from tests.page_requests import at, browser_of, errors, words

pytestmark = pytest.mark.django_db
WHY = "The court sits on Monday and members must know."
NEXT = ON + timedelta(days=1)


def allowed(paper, clerk, reason=WHY):
    """The row by which `clerk` issues `paper` alone."""
    said = {"seen": paper.frozen_digest, "reason": reason, "by": clerk, "on": ON}
    return emergency_issue.allow_emergency(paper=paper, **said)


def issued(paper, clerk):
    """The edition that `clerk` issues alone, without waiting for its PDF."""
    allowed(paper, clerk)
    return published(frozen(paper, clerk), clerk)


def wants(user):
    """The states of what needs `user`."""
    return [one.status for one in needs_of(user, ON)]


@pytest.mark.long
def test_one_person_issues_with_a_reason_and_every_form_says_so(sent, client):
    paper, clerk = sent
    edition = issued(paper, clerk)
    document = from_json(edition.document)
    said = f"Published in an emergency on 18 January 2016 by the {clerk.name} alone"
    files = formats.render(document, "x", ["html", "data"])
    assert said in files[0].content.decode() and WHY in files[0].content.decode()
    told = json.loads(formats.manifest(document, files).content)
    assert told["notices"][0].startswith(said) and told["notices"][1] == f"Reason: {WHY}"
    page = words(client.get("/netherby/reports/assurance/january-2016/"))
    assert said in page and WHY in page and "No approver has reviewed this edition yet." in page
    # A notice reads the same on the page as in print: neither speaks of the other.
    assert "page on the web" not in page and "published online with this report" in page
    paper.refresh_from_db()
    assert paper.status == Paper.ISSUED and not paper.approvals.exists()
    row = EmergencyIssue.objects.get()
    assert (row.edition, row.council) == (edition, paper.council)
    assert HistoryEntry.objects.get(what="papers.allow_emergency").who == clerk.history_name


@pytest.mark.long
def test_the_clerk_issues_alone_on_a_page_that_keeps_the_reason(sent, client):
    paper, clerk = sent
    browser = browser_of(clerk)
    assert at(paper, "emergency") in words(browser.get(at(paper, "draft")))
    page = words(browser.get(at(paper, "emergency")))
    assert f'value="{paper.frozen_digest}"' in page
    assert errors(browser.post(at(paper, "emergency"), {"seen": paper.frozen_digest}))["reason"]
    stale = browser.post(at(paper, "emergency"), {"seen": "0", "reason": WHY})
    assert "has changed since" in errors(stale)["reason"][0] and WHY in words(stale)
    done = browser.post(at(paper, "emergency"), {"seen": paper.frozen_digest, "reason": WHY})
    assert done.status_code == 302 and Edition.objects.published().count() == 1
    assert "Another person must look at it again." in words(browser.get(at(paper, "draft")))


def test_where_a_file_would_be_faulty_nothing_is_published_and_it_can_be_tried_again(
    sent, monkeypatch
):
    paper, clerk = sent

    def faulty(*_args, **_said):
        raise PdfFault(["A table has no header row."])

    with monkeypatch.context() as broken:
        broken.setattr(jobs.subprocess, "made", faulty)
        said = {"seen": paper.frozen_digest, "reason": WHY}
        answer = browser_of(clerk).post(at(paper, "emergency"), said, follow=True)
    assert "no header row" in words(answer) and "Publish again</button>" in words(answer)
    assert not Edition.objects.published().exists()
    assert issued(paper, clerk).number == 1 and EmergencyIssue.objects.count() == 1


@pytest.mark.long
def test_a_paper_that_was_taken_back_or_approved_meanwhile_is_issued_as_any_other(sent):
    paper, clerk = sent
    allowed(paper, clerk)
    frozen(paper, clerk)
    paper = approvals.take_back(paper=paper, by=clerk, on=ON)
    assert EmergencyIssue.objects.get().edition is None
    with pytest.raises(Refused):
        frozen(paper, clerk)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    with pytest.raises(Refused, match="approval of another person"):
        frozen(paper, clerk)
    allowed(paper, clerk)
    assert not from_json(frozen(approve(paper), clerk).document).notices


def test_every_approver_is_asked_to_look_again_until_one_has(sent, client):
    paper, clerk = sent
    issued(paper, clerk)
    one, other = cast.approver(), cast.approver()
    look = "Published in an emergency: look again"
    assert look in wants(one) and look in wants(other)
    assert look not in wants(clerk) and look not in wants(cast.approver(cast.make_council("else")))
    address = reverse("issue:look-again-at", args=[EmergencyIssue.objects.get().pk])
    browser = browser_of(one)
    assert WHY in words(browser.get(address))
    assert errors(browser.post(address, {}))["outcome"]
    assert errors(browser.post(address, {"outcome": WRONG}))["words"]
    page = words(browser.post(address, {"outcome": FINE, "words": "As it should."}, follow=True))
    assert "Found in order" in page and "As it should." in page
    assert look not in wants(one) and look not in wants(other)
    late = browser_of(other).post(address, {"outcome": FINE})
    assert "already" in errors(late)["__all__"][0]
    page = words(client.get("/netherby/reports/assurance/january-2016/"))
    row = EmergencyIssue.objects.get()
    assert f"by the {one.name}: found in order." in page and row.looked_by == one
    assert "As it should." not in page


def test_what_was_found_wrong_waits_for_its_correction(sent):
    paper, clerk = sent
    issued(paper, clerk)
    row = EmergencyIssue.objects.get()
    said = {"outcome": WRONG, "words": "Table 2.", "by": cast.approver(), "on": NEXT}
    emergency_issue.look_again(row=row, **said)
    assert "Second look: to be corrected" in wants(clerk)
    paper.refresh_from_db()
    approvals.begin_correction(paper=paper, by=clerk, on=NEXT)
    assert "Second look: to be corrected" not in wants(clerk)


def test_the_database_keeps_the_second_look_whole_and_by_a_second():
    row = papers.emergency_issue()
    assert str(row).endswith("published in an emergency")
    rows = EmergencyIssue.objects.filter(pk=row.pk)
    own = {"outcome": FINE, "looked_on": ON, "looked_by": row.issued_by}
    for broken in ({"reason": ""}, {"outcome": FINE}, own):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**broken)
