"""The page of a paper: what stands where, what is wrong where, and what each person may do."""

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.runtime.periods import this_moment
from reports.approvals.operations import approvals
from reports.editor.operations import block_order
from reports.issue.operations import steps
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as operations
from reports.papers.wording import block_names
from tests import cast
from tests.make import drafts, looked_after, papers
from tests.page_requests import at, browser_of, words, wrong_blocks

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(paper, clerk):
    """The paper once it has been sent for approval."""
    return approvals.send_for_approval(paper=paper, by=clerk, on=drafts.ON)


@pytest.mark.long
def test_each_line_has_its_number_and_the_words_that_print(browser, paper):
    shown = browser.get(at(paper, "draft")).context["arrangement"]
    lines = {line.slug: line for part in shown.parts for line in part.lines}
    assert lines["children"].name == "paragraph 3"
    assert lines["children"].words.startswith("On 1 December 2015 we looked after 188 children")
    assert lines["work"].words == "What was done"
    assert lines["recommend-note"].words == "note paragraphs 2–3"
    assert (lines["audits"].depth, lines["work"].last) == (1, "children")
    assert shown.verdict.errors == ()


@pytest.mark.long
def test_a_fault_names_its_place_and_leads_to_its_change(browser, paper):
    papers.block(paper=paper, slug="wrong", part="body", text="First:\n\n* [[para:gone]]")
    long = "A table that nobody can fill " * 8
    papers.block(paper=paper, slug="bad", kind="table", part="body", data={"caption": long})
    block_order.remove_block(
        block=paper.blocks.get(slug="purpose"), version=1, by=cast.clerk(), on=drafts.ON
    )
    page = browser.get(at(paper, "draft"))
    assert wrong_blocks(page) == {"wrong", ""}
    assert f'href="{at(paper, "block", "wrong")}">Change paragraph 3, point 1' in words(page)
    assert '#part-introduction">Go to that part' in words(page)
    parts = page.context["arrangement"].parts
    [cut] = [line for part in parts for line in part.lines if line.slug == "bad"]
    assert cut.words.endswith(" …")
    assert len(cut.words) <= block_names.LONGEST + 2


def test_a_place_that_holds_no_block_is_named_in_words(browser, paper):
    said = {**paper.blocks.get(slug="recommend-note").data, "reason": "See [[para:gone]]."}
    paper.blocks.filter(slug="recommend-note").update(data=said)
    page = browser.get(at(paper, "draft"))
    [line] = page.context["causes"]
    assert (line.links, line.at) == ((), "“Recommendations”")
    assert "Where: “Recommendations”." in words(page)


@pytest.mark.parametrize(
    ("kind", "label", "number", "name"),
    [
        ("paragraph", "25.", "25", "paragraph 25"),
        ("paragraph", "", "2", "paragraph"),
        ("table", "Table 2", "2", "Table 2"),
        ("chart", "", "", "chart"),
        ("section", "a)", "a", "section a"),
        ("annex", "B1", "B1", "annex B1"),
        ("recommendation", "ii.", "ii", "recommendation ii"),
        ("records", "", "", "list from records"),
    ],
)
def test_a_block_is_called_by_what_it_prints(kind, label, number, name):
    assert block_names.name_of(kind, label, number) == name


@pytest.mark.long
def test_a_position_that_was_corrected_is_told(browser, paper):
    newer = {"date": drafts.POSITION.end, "total": 190, "edition": 2, "created_on": drafts.ON}
    newer |= {"corrected_because": "A child was missed"}
    Census.objects.filter(date=drafts.POSITION.end).update(replaced_on=drafts.ON)
    looked_after.census(**newer)
    page = browser.get(at(paper, "draft"))
    assert page.context["arrangement"].corrections != ()
    assert "corrected on 18 January 2016" in words(page)


@pytest.mark.long
def test_the_history_of_a_paper_and_of_a_block_stand_on_their_pages(browser, paper):
    assert "Start" in words(browser.get(at(paper, "draft")))
    browser.post(at(paper, "block", "audits"), {"text": "Newer words.", "version": 1})
    page = words(browser.get(at(paper, "block", "audits")))
    assert "Change block" in page
    assert "by Clerk" in page


@pytest.mark.long
def test_what_is_sent_shows_its_frozen_words_and_who_sent_it(browser, sent):
    Census.objects.all().update(total=1)
    page = words(browser.get(at(sent, "draft")))
    assert "by Clerk" in page and "Take it back" in page and "188</span> children" in page
    assert "Not yet. A person who has not edited it" in page and "Move up" not in page


@pytest.mark.long
def test_who_edited_it_finds_no_button_and_the_reason(paper):
    both = cast.make_user("clerk", "approver")
    block = paper.blocks.get(slug="audits")
    operations.change_block(block=block, version=1, words={"text": "x"}, by=both, on=drafts.ON)
    sent = approvals.send_for_approval(paper=paper, by=cast.clerk(), on=drafts.ON)
    for name, button in (("draft", "Read and approve"), ("approve", "Approve the report")):
        page = words(browser_of(both).get(at(sent, name)))
        assert button not in page and "You have edited this report in this round" in page


def test_an_issued_paper_leads_to_the_public_one_and_lists_its_files():
    edition = papers.edition()
    page = words(browser_of(cast.clerk()).get(at(edition.paper, "draft")))
    assert "/netherby/reports/assurance/" in page
    assert edition.files.get().sha256 in page
    assert "See it as readers will" not in page
    edition.paper.refresh_from_db()
    assert edition.paper.status == Paper.ISSUED


@pytest.mark.long
def test_what_an_issued_paper_printed_otherwise_than_the_records_now_say_is_told(paper, clerk):
    paper = drafts.sent_and_approved(paper, clerk)
    said = {"at": this_moment(), "by": clerk, "on": drafts.ON}
    edition = steps.freeze_edition(paper=paper, address="/", **said)
    steps.publish(edition=edition, files=(), **said)
    client = browser_of(clerk)
    assert "Figures that have changed since" not in words(client.get(at(paper, "draft")))
    Census.objects.filter(date=drafts.POSITION.end).update(total=190)
    page = words(client.get(at(paper, "draft")))
    assert "Figures that have changed since" in page
    assert "188 → 190" in page
    assert page.index("188 → 190") < page.index("Its files and their fingerprints (")
