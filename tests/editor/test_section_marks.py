"""A section is marked as completed as it reads; the mark ends by itself when it reads otherwise."""

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.editor.models import SectionMark
from reports.editor.outline import arranged
from reports.editor.sections.operations import CHANGED as READ_AGAIN
from reports.editor.sections.operations import (
    EMPTY,
    GONE,
    NOT_MARKED,
    complete_section,
    reopen_section,
)
from reports.editor.sections.sections import CHANGED, COMPLETED, NOTHING_TO_FIX, sections_of
from reports.editor.sections.states import (
    mark_states,
    section_states,
    sections_not_marked,
    shown_digest,
)
from reports.papers.operations import papers as writing
from tests.make import audits, drafts, papers
from tests.page_requests import at, drawn, words

pytestmark = pytest.mark.django_db
OTHERS_OF_IT = ["introduction", "recommendations"]


def section(paper, slug):
    """A section of the draft as it is now."""
    return next(row for row in sections_of(arranged(paper)) if row.slug == slug)


def completed(paper, by, slug="work"):
    """The mark of a section that is completed as it reads now."""
    seen = shown_digest(section(paper, slug))
    return complete_section(paper=paper, slug=slug, seen=seen, by=by, on=drafts.ON)


def status(paper, slug="work"):
    """How a section is, in the words of the contents."""
    states = section_states(paper, arranged(paper))
    return next(state.status for state in states if state.section.slug == slug)


def changed(paper, by, slug, **words_of):
    block = paper.blocks.get(slug=slug)
    text = {"heading": block.heading, "text": block.text, "data": block.data, **words_of}
    given = {"version": block.version, "words": text, "by": by, "on": drafts.ON}
    return writing.change_block(block=block, **given)


def audit_again(paper, _clerk):
    audits.case_audit(council=paper.council, audited_on=drafts.YEAR.end)


CHANGES = {
    "a word": lambda paper, by: changed(paper, by, "audits", text="Managers audited files."),
    "a heading": lambda paper, by: changed(paper, by, "work", heading="What was looked at"),
    "a figure": audit_again,
    "one more": lambda paper, _by: papers.block(
        paper=paper, slug="more", part="body", parent=paper.blocks.get(slug="work"), text="More."
    ),
    "one less": lambda paper, _by: paper.blocks.filter(slug="audits").update(removed_on=drafts.ON),
}


@pytest.mark.sampled(4)
@pytest.mark.parametrize("change", CHANGES)
def test_a_mark_ends_when_the_section_reads_otherwise(paper, clerk, change):
    assert status(paper) == NOTHING_TO_FIX
    completed(paper, clerk)
    assert status(paper) == COMPLETED
    CHANGES[change](paper, clerk)
    state = mark_states(paper)["work"]
    assert not state.is_current and "Changed since it was completed" in state.sentence
    assert status(paper) in (CHANGED, "Stops the report", "In progress")
    assert "work" in dict(sections_not_marked(paper))


OTHERS = {
    "a word elsewhere": lambda paper, by: changed(paper, by, "purpose", text="It tells this."),
    "a number that moves": lambda paper, _by: papers.block(
        paper=paper, slug="first", part="introduction", text="It is before all."
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("change", OTHERS)
def test_a_mark_stays_when_something_else_changes(paper, clerk, change):
    completed(paper, clerk)
    OTHERS[change](paper, clerk)
    assert status(paper) == COMPLETED


def test_a_mark_silences_nothing_that_is_wrong(paper, clerk):
    changed(paper, clerk, "audits", text="Managers audited [[no.such_figure]] files.")
    completed(paper, clerk)
    assert mark_states(paper)["work"].is_current and status(paper) == "Stops the report"
    assert arranged(paper).verdict.errors


def test_each_press_is_one_entry_of_history_and_one_row(paper, clerk):
    before = HistoryEntry.objects.count()
    completed(paper, clerk)
    row = completed(paper, clerk)
    assert (row.marked_by, row.marked_on) == (clerk, drafts.ON)
    reopen_section(paper=paper, slug="work", by=clerk, on=drafts.ON)
    assert SectionMark.objects.count() == 1 and mark_states(paper) == {}
    made = HistoryEntry.objects.order_by("seq").values_list("what", flat=True)[before:]
    assert list(made) == [*["papers.complete_section"] * 2, "papers.reopen_section"]
    with pytest.raises(Refused, match=NOT_MARKED):
        reopen_section(paper=paper, slug="work", by=clerk, on=drafts.ON)


@pytest.mark.long
def test_what_cannot_be_marked_is_refused_in_a_sentence(paper, clerk):
    seen = shown_digest(section(paper, "work"))
    changed(paper, clerk, "audits", text="Other words.")
    own = {"paper": paper, "by": clerk, "on": drafts.ON}
    for slug, digest, sentence in (
        ("work", seen, READ_AGAIN),
        ("nowhere", seen, GONE),
        ("body", seen, GONE),
    ):
        with pytest.raises(Refused, match=sentence):
            complete_section(slug=slug, seen=digest, **own)
    paper.blocks.filter(slug="purpose").update(removed_on=drafts.ON)
    with pytest.raises(Refused, match=EMPTY):
        complete_section(slug="introduction", seen="", **own)


def test_the_question_is_asked_below_the_section_and_answered_in_one_press(browser, paper):
    page = browser.get(at(paper, "section", "work"))
    assert "Have you completed this section?" in words(page)
    to = at(paper, "mark-section", "work")
    assert f'action="{to}"' in words(page)
    asked = {"seen": page.context["completed"].initial["seen"]}
    assert "Select yes if you have completed this section" in words(browser.post(to, asked))
    done = browser.post(to, {**asked, "completed": "yes"})
    assert done.url == at(paper, "report-job")
    assert "“What was done” is marked as completed." in words(browser.get(done.url))
    job = words(browser.get(at(paper, "report-job")))
    assert "1 marked as completed" in job and "Completed by Clerk" in job
    assert "1 of 3 sections is marked as completed" in words(browser.get(at(paper, "draft")))
    contents = words(browser.get(at(paper, "section", "introduction")))
    assert contents.count(f'state">{COMPLETED}<') == 2, "in the contents, and folded"
    assert drawn(browser.get(to))["completed"] == "yes"
    browser.post(to, {**asked, "completed": "later"})
    assert status(paper) == NOTHING_TO_FIX
    assert browser.post(to, {**asked, "completed": "later"}).url == at(paper, "report-job")


def test_who_marks_what_has_changed_meanwhile_reads_it_again(browser, paper, clerk):
    page = browser.get(at(paper, "mark-section", "work"))
    changed(paper, clerk, "audits", text="Other words.")
    to = at(paper, "mark-section", "work")
    done = browser.post(to, {**drawn(page), "completed": "yes"})
    assert done.url == at(paper, "section", "work")
    assert READ_AGAIN in words(browser.get(done.url)) and not mark_states(paper)


@pytest.mark.long
def test_a_report_is_sent_with_sections_that_are_not_marked_which_are_listed(client, clerk, paper):
    client.force_login(clerk)
    completed(paper, clerk)
    assert [slug for slug, _title in sections_not_marked(paper)] == [
        "introduction",
        "recommendations",
    ]
    page = words(client.get(at(paper, "send")))
    assert "2 sections are not marked as completed" in page
    assert at(paper, "section", "introduction") in page and "sections/work/" not in page
    paper = drafts.sent_and_approved(paper, clerk)
    states = section_states(paper, arranged(paper))
    assert {state.status for state in states if state.section.lines} == {COMPLETED}
    assert client.get(at(paper, "mark-section", "work")).status_code == 404
