"""The next report is of what was published: its text, and what each sentence read last time."""

from datetime import date

import pytest
from django.db.models import F

from assurance.runtime.periods import When
from reports.approvals.operations import approvals
from reports.documents.document import from_json, text_of
from reports.documents.html.places import places
from reports.editor.carry_forward import review
from reports.editor.carry_forward.next_report import without_meeting
from reports.editor.carry_forward.published_lines import lines_as_printed
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests.editor.carry_forward.test_next_paper import following, records_of_2016
from tests.issue.test_issue import frozen, published
from tests.make import drafts, papers
from tests.make.drafts import ON
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
ALL = "[[audits.done @year]] files were read. Children are seen alone. More children say so."


@pytest.fixture
def issued(clerk):
    """A published report, with a paragraph of three sentences."""
    paper = drafts.written(clerk)
    papers.source(paper=paper)
    paper.blocks.filter(slug="audits").update(text=ALL)
    paper = drafts.sent_and_approved(paper, clerk)
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    records_of_2016(clerk.council)
    return paper


def test_a_report_started_while_a_correction_is_open_has_the_published_text(issued, clerk):
    names = without_meeting(issued).names
    paper = approvals.begin_correction(paper=issued, by=clerk, on=ON)
    row = paper.blocks.get(slug="audits")
    other = {"text": "These words are of a draft."}
    writing.change_block(block=row, version=row.version, words=other, by=clerk, on=ON)
    month = When(date(2014, 11, 1), date(2014, 11, 30))
    paper.named_dates.filter(name="comparison").update(start=month.start, end=month.end)
    Paper.objects.filter(pk=paper.pk).update(title="A draft title", period_end=date(2016, 3, 31))
    paper = Paper.objects.get(pk=paper.pk)
    proposed = without_meeting(paper)
    assert proposed.names == names and proposed.title == without_meeting(issued).title
    report = following(paper, clerk)
    assert report.blocks.get(slug="audits").text == ALL
    assert set(report.blocks.names()) == set(issued.blocks.names())
    rows = [row for block in review.to_confirm(report) for row in block.sentences]
    assert all("of a draft" not in row.before for row in rows)


@pytest.mark.long
def test_the_lines_of_a_block_are_those_that_its_edition_prints(issued):
    edition = issued.editions.get()
    anchor = issued.frozen_anchors["audits"]
    printed = text_of(places(from_json(edition.document))[anchor].thing.content)
    lines = lines_as_printed(issued)["audits"]
    assert " ".join(filter(None, lines)) == printed and "Children are seen alone." in lines


@pytest.mark.long
def test_last_time_is_what_was_published_and_never_a_code(issued, clerk, monkeypatch):
    report = following(issued, clerk)
    line = "not shown files were read."
    printed = {"audits": [line, "Children are seen alone."]}
    monkeypatch.setattr(review, "lines_as_printed", lambda paper: printed)
    [block] = [one for one in review.to_confirm(report) if one.block.slug == "audits"]
    assert [row.before for row in block.sentences] == [line, "Children are seen alone.", ""]
    issued.editions.all()
    monkeypatch.setattr(review, "lines_as_printed", lambda paper: None)
    rows = [row for one in review.to_confirm(report) for row in one.sentences]
    assert all("[[" not in row.before for row in rows)


@pytest.mark.long
def test_a_paragraph_that_asks_for_a_look_is_shown_whole(issued, clerk, browser):
    report = following(issued, clerk)
    section = next(
        one for one in review.sections_to_confirm(report)
        if any(row.block.slug == "audits" for row in one.blocks)
    )  # fmt: skip
    page = words(browser.get(f"{at(report, 'carried')}{section.slug}/"))
    for text in ("files were read.", "Children are seen alone.", "More children say so."):
        assert text in page
    assert "It compares: “More”." in page
    assert "Children are seen alone." in words(browser.get(f"{at(report, 'carried')}?whole=1"))


@pytest.mark.long
def test_a_citation_a_reason_and_a_list_ask_for_no_look_that_nothing_in_them_needs(clerk):
    paper = drafts.written(clerk)
    data = {"records": {"what": "reviews", "columns": ["title"]}, "caption": "Reviews"}
    papers.block(paper=paper, slug="listed", part="body", kind="records", text="", data=data)
    paper = drafts.sent_and_approved(drafts.with_reasons(paper, clerk), clerk)
    published(frozen(paper, clerk), clerk)
    paper.refresh_from_db()
    records_of_2016(clerk.council)
    report = following(paper, clerk)
    # One paragraph more before those that are cited: their numbers move, the sentence is the same.
    report.blocks.update(order=F("order") + 1)
    part = report.blocks.get(slug="purpose").part
    papers.block(paper=report, slug="first", part=part, order=0, text="It is new.")
    rows = {row.block.slug: row for row in review.to_confirm(report)}
    pairs = [(row.before, row.text) for row in rows["recommend-note"].sentences]
    assert pairs == [
        ("note paragraphs 2–3", "note paragraphs 3–4"),
        ("The Committee asked for it.", "The Committee asked for it."),
    ]
    assert rows["recommend-note"].asked == ()
    caption, listed = rows["listed"].sentences
    assert (caption.before, caption.reasons) == ("Reviews", ())
    assert listed.reasons == ("Its list is made afresh from the records.",)
