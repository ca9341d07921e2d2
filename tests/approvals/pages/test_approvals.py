"""The rule of approval as a clerk keeps it, and what an approver has before them."""

from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from reports.approvals.models.approvals import ApprovalRule
from reports.approvals.operations import approvals
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as operations
from tests import cast
from tests.make import audits, drafts, papers
from tests.page_requests import at, boxes, errors, words
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
LIST = "/committee/approvers/"
ADD = f"{LIST}add/"


@pytest.fixture
def sent(clerk, paper):
    """The paper once it has been sent for approval."""
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


def line(**said):
    """What a clerk types for a line of the rule."""
    dates = {"from_date": said.pop("from_date", "1 4 2015"), "to_date": said.pop("to_date", "")}
    usual = {"kind": "chief_officer", "called": "", "scope": "whole", "template": ""}
    if "approver" not in said:
        usual["approver"] = cast.approver().pk
    return {**usual, **boxes(**dates), **said}


def read_by(client, user, paper, name="approve"):
    """The page that `user` reads and decides on."""
    client.force_login(user)
    return client.get(at(paper, name))


def decide(client, page, paper, name="approve", **said):
    """The answer to the page's press."""
    seen = page.context["form"]["seen"].value()
    return client.post(at(paper, name), {"seen": seen, **said}, follow=True)


def change(paper, clerk, slug, text):
    """The paper taken back, a block of it changed, and sent again."""
    paper = approvals.take_back(paper=paper, by=clerk, on=drafts.ON)
    row = paper.blocks.get(slug=slug)
    said = {"version": row.version, "words": {"text": text}, "by": clerk, "on": drafts.ON}
    operations.change_block(block=row, **said)
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


def test_a_line_of_the_rule_is_added_changed_and_ended(browser):
    papers.report_template()
    who = cast.approver()
    said = {"kind": "legal", "scope": "implications/Legal", "approver": who.pk}
    page = browser.post(ADD, line(**said), follow=True)
    assert "Approver added." in words(page)
    kept = ApprovalRule.objects.get()
    assert (kept.kind, kept.scope, kept.approver, kept.template) == (
        *("legal", "implications/Legal", who, None),
    )
    listed = words(browser.get(LIST))
    assert "Implications: Legal" in listed and str(who) in listed
    browser.post(f"{LIST}{kept.pk}/change/", line(**said, to_date="31 12 2015"))
    kept.refresh_from_db()
    assert kept.to_date == date(2015, 12, 31)
    told = [one.what for one in HistoryEntry.objects.about(kept)]
    assert told == ["approvers.change", "approvers.add"]


WRONG = [
    ({"kind": ""}, "kind", "Choose which approval it is"),
    ({"kind": "other"}, "called", "Enter the name of the approval"),
    ({"approver": ""}, "approver", "Choose who gives the approval"),
    ({"from_date": "31 2 2015"}, "from_date", "must be a real date"),
    ({"to_date": "1 4 2014"}, "to_date", "must end on or after its start date"),
]


def test_a_wrong_line_gets_its_sentence(browser):
    papers.report_template()
    stranger = cast.approver(cast.make_council("elsewhere"))
    wrong = [*WRONG, ({"approver": stranger.pk}, "approver", "” from the list")]
    each_refused(browser, ADD, line, wrong, ApprovalRule)
    assert not ApprovalRule.objects.exists()


@pytest.mark.long
def test_the_paper_says_who_is_waited_for_and_each_reads_what_is_asked_of_them(
    client, sent, clerk, lawyer, settings
):
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    client.force_login(clerk)
    page = words(client.get(at(sent, "draft")))
    assert page.count("Not yet. It waits for Approver") == 2
    assert "Publish the report" not in page
    page = read_by(client, lawyer, sent)
    said = words(page)
    assert "You are asked to approve <strong>“Recommendations”</strong> as Legal" in said
    assert "2 approvals to come before this report can be published" in said
    assert "How each figure was counted" in said
    assert "Changes since" not in said
    assert "You have approved the report." in words(decide(client, page, sent, read="on"))
    assert "You have approved this report already" in words(client.get(at(sent, "approve")))
    client.force_login(clerk)
    page = words(client.get(at(sent, "draft")))
    assert f"18 January 2016 by {lawyer}" in page
    assert page.count("Not yet. It waits for Approver") == 1
    assert "Legal: “Recommendations”" in page


@pytest.mark.long
def test_a_changed_paper_is_approved_again_in_one_press_beside_the_difference(
    client, sent, clerk, director
):
    approvals.approve(paper=sent, seen=sent.frozen_digest, by=director, on=drafts.ON)
    paper = change(sent, clerk, "purpose", "This paper tells more.")
    client.force_login(clerk)
    page = words(client.get(at(paper, "draft")))
    assert "No longer approved" in page and "The approved text has changed since." in page
    page = read_by(client, director, paper)
    said = words(page)
    assert "Changes since you approved it on 18 January 2016" in said
    assert "more" in said and "Approve it as changed" in said
    assert "read" not in page.context["form"].fields
    decide(client, page, paper)
    assert Paper.objects.get().status == Paper.APPROVED


@pytest.mark.long
def test_the_difference_is_read_by_who_returned_it(client, sent, clerk, director):
    said = {"remarks": "Say what more.", "by": director, "on": drafts.ON}
    paper = approvals.return_to_writers(paper=sent, **said)
    row = paper.blocks.get(slug="purpose")
    by = {"by": clerk, "on": drafts.ON}
    operations.change_block(block=row, version=1, words={"text": "It tells more."}, **by)
    paper = approvals.send_for_approval(paper=paper, **by)
    page = read_by(client, director, paper)
    assert "You asked then: Say what more." in words(page)
    assert "read" in page.context["form"].fields


@pytest.mark.long
def test_an_author_signs_off_what_another_sent(client, paper, clerk, director):
    author = papers.approval_rule("author", approver=clerk).approver
    paper = approvals.send_for_approval(paper=paper, by=cast.clerk(), on=drafts.ON)
    assert "Read and sign off" in words(read_by(client, author, paper, "draft"))
    page = read_by(client, author, paper, "sign-off")
    assert "to sign off <strong>the whole report</strong> as Report author" in words(page)
    decide(client, page, paper, "sign-off", read="on")
    assert paper.standing_approvals.get().approver == author
    # Nobody else signs it off, and it is no approval.
    refused = client.post(at(paper, "sign-off"), {"seen": paper.frozen_digest, "read": "on"})
    assert refused.status_code == 200
    assert Paper.objects.get().status == Paper.SENT


@pytest.mark.long
def test_later_values_are_shown_and_taken_in_one_press(client, browser, sent, director):
    audits.case_audit(council=sent.council, audited_on=date(2015, 5, 5))
    said = words(browser.get(at(sent, "draft")))
    assert "2 → 3, since it was sent" in said and "Look at the later values" in said
    page = browser.get(at(sent, "take-later"))
    assert "Take these values" in words(page)
    answer = decide(browser, page, sent, "take-later")
    assert "The report has the values of today." in words(answer)
    gone = browser.post(at(sent, "take-later"), {"seen": "x"})
    assert "no later values" in errors(gone)["__all__"][0]
    assert "There are no later values" in words(browser.get(at(sent, "take-later")))


def test_the_page_of_sending_says_whom_it_goes_to(client, browser, paper, lawyer):
    page = words(browser.get(at(paper, "send")))
    assert "Then it waits for:" in page
    assert f"Legal, for “Recommendations”: {lawyer}" in page
    assert "Chief officer, for the whole report: Approver" in page
    assert "in this round" not in page


def test_who_approves_is_told_before_it_is_sent_and_where_only_a_writer_may(client, paper):
    both = cast.make_user("clerk", "approver")
    client.force_login(both)
    assert "Another person than those who wrote it" in words(client.get(at(paper, "send")))
    papers.approval_rule(approver=both)
    page = words(client.get(at(paper, "send")))
    assert f"is asked of {both}, who has written or sends this report" in page
    client.force_login(cast.clerk())
    assert "who has written or sends" not in words(client.get(at(paper, "send")))
