"""What is shown of a report before it is public: who is waited for, and the hour set for it."""

# ruff: noqa: F811

import pytest

from reports.approvals.operations import approvals
from reports.issue.models.jobs import IssueSchedule
from reports.papers.models.papers import Paper
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.issue.pages.test_issue import (  # noqa: F401
    BEFORE,
    clerk,
    clock,
    no_poll_is_near,
    paper,
    post,
    ready,
    set_for,
)
from tests.make import drafts, papers
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_before_every_approval_the_page_names_who_is_waited_for_once_and_has_no_button(
    browser, paper, clerk
):
    lawyer = cast.make_user("approver", name="Lena Law")
    for scope in ("recommendations", "introduction"):
        papers.approval_rule("legal", scope=scope, approver=lawyer)
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)
    for page in (words(browser.get(at(paper, "issue"))), words(post(browser, paper, "issue", {}))):
        assert page.count("Legal (Lena Law)") == 1
        assert "Legal (Lena Law) for “" in page and "” and “" in page
        assert "Publish the report</button>" not in page
        assert "with every figure as approved" not in page
    assert paper.editions.count() == 0


def test_a_report_with_an_hour_names_it_wherever_its_publication_is_named(
    browser, ready, clerk, monkeypatch
):
    clock(monkeypatch, BEFORE)
    set_for(ready, clerk)
    hour = "on 19 January 2016 at 17:00"
    [need] = [one for one in needs_of(clerk, drafts.ON) if one.words == ready.title]
    assert need.status == f"Approved: is published {hour}"
    assert f"Planned {hour}" in words(browser.get(at(ready, "report-job")))
    page = words(browser.get(at(ready, "issue")))
    assert f"The report will be public {hour}. All approvals are given." in page
    assert "if every approval is given" not in page
    IssueSchedule.objects.update(missed="It was not approved in time.")
    ready = Paper.objects.get(pk=ready.pk)
    statuses = [one.status for one in needs_of(clerk, drafts.ON) if one.words == ready.title]
    assert "Approved: can be published" in statuses
    assert f"Planned {hour}" not in words(browser.get(at(ready, "report-job")))
