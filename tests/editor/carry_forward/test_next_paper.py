"""The next paper from the last: everything comes along, nothing stale slips through unseen."""

import json
from dataclasses import replace
from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.approvals.operations import approvals
from reports.editions.snapshot import assembled
from reports.editor.carry_forward import operations, review
from reports.papers import looks
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from reports.papers.sentences import current, looked, measured_in
from reports.papers.typed_numbers import LIST
from reports.verdicts.paper.blockers import stops
from tests.make import audits, looked_after, papers
from tests.make.drafts import EARLIER, ON, POSITION, sent_and_approved, written
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
LATER = date(2016, 7, 20)
NAMES = {
    "position": When.at(date(2016, 6, 1)),
    "comparison": POSITION,
    "year": When(date(2016, 1, 1), date(2016, 12, 31)),
}


def following(before, by, names=None, **said):
    """The paper after `before`, about the first half of 2016."""
    details = {
        "title": "Assurance report",
        "slug": "july-2016",
        "period_start": date(2016, 1, 1),
        "period_end": date(2016, 6, 30),
        "paper_date": LATER,
    }
    names = NAMES if names is None else names
    return operations.start_next(
        before=before, details={**details, **said}, names=names, by=by, on=LATER
    )


def records_of_2016(council):
    """One audit of 2016 and a census."""
    audits.case_audit(council=council, audited_on=date(2016, 2, 2))
    looked_after.census(council=council, date=date(2016, 6, 1), total=190)


def marks(paper):
    """Slug → key → digest of every sentence that waits for a look."""
    return {slug: looked(items) for slug, items in looks.waiting(read(paper)).items()}


def confirm(paper, by, *slugs):
    """Looks at the sentences of blocks as they stand, of every one where none is named."""
    seen = {slug: mark for slug, mark in marks(paper).items() if not slugs or slug in slugs}
    return operations.confirm_carried(paper=paper, seen=seen, by=by, on=LATER)


def stopping(paper):
    """The sentences of what stops a paper, each with its place."""
    manuscript = read(paper)
    return [str(one) for one in stops(manuscript, assembled(manuscript))]


def test_structure_words_parts_and_template_come_along_and_the_dates_are_new(clerk):
    before = written(clerk)
    removed = papers.block(paper=before, slug="gone", removed_on=ON)
    paper = following(before, clerk)
    for name in ("series", "template", "parts"):
        assert getattr(paper, name) == getattr(before, name), name
    assert (paper.carried_from, paper.meeting, paper.status) == (before.slug, None, Paper.WRITING)
    assert {one.name: one.end for one in paper.named_dates.all()}["position"] == date(2016, 6, 1)
    was, now = read(before), read(paper)
    stayed = [one for one in was.blocks if one.slug != removed.slug]
    assert [replace(one, carried=True) for one in stayed] == list(now.blocks)
    assert {one.carried_from for one in paper.blocks.all()} == {one.slug for one in was.blocks}
    assert not paper.blocks.filter(looked_at__isnull=False).exists()
    assert before.blocks.filter(carried_from="").count() == len(was.blocks) + 1
    told = HistoryEntry.objects.get(what="papers.start_next").changes
    assert told["carried_from"]["to"] == before.title


def test_an_address_is_taken_once_and_a_new_meeting_is_kept(clerk):
    before = written(clerk)
    details = {"title": "X", "slug": "july-2016", "period_start": ON, "period_end": ON}
    asked = {"before": before, "details": details, "names": {}, "by": clerk, "on": LATER}
    paper = operations.start_next(**asked, meeting_on=LATER)
    assert (paper.meeting.date, paper.meeting.committee) == (LATER, before.series.committee)
    with pytest.raises(Refused, match="has this address already"):
        operations.start_next(**asked)
    asked["details"] = {**details, "slug": "b"}
    assert operations.start_next(**asked, meeting_on=LATER).meeting == paper.meeting


def test_a_block_within_another_is_carried_after_it_whatever_the_order(clerk):
    before = written(clerk)
    before.blocks.filter(slug="work").update(order=99)
    body = [one.slug for one in read(following(before, clerk)).blocks if one.part == "body"]
    assert body == ["work", "audits", "children"]


@pytest.mark.long
def test_nothing_is_sent_until_every_carried_block_was_looked_at(clerk):
    records_of_2016(clerk.council)
    paper = following(written(clerk), clerk)
    found = stopping(paper)
    assert len(found) == len(marks(paper)) == 5
    assert all("no one has looked at it yet" in one for one in found)
    with pytest.raises(Refused, match=r"to fix first\. The first: Carried"):
        approvals.send_for_approval(paper=paper, by=clerk, on=LATER)
    confirm(paper, clerk, "purpose", "work")
    assert [one.split(":")[0] for one in stopping(paper)] == ["para-2", "para-3", "para-4-i"]
    confirm(paper, clerk)
    assert stopping(paper) == []


@pytest.mark.long
def test_each_sentence_stands_beside_last_time_with_its_reasons(clerk):
    before = written(clerk)
    paper = sent_and_approved(before, clerk)
    records_of_2016(clerk.council)
    rows = {one.block.slug: one for one in review.to_confirm(following(paper, clerk))}
    assert list(rows) == ["purpose", "work", "audits", "children", "recommend-note"]
    assert not any(rows[slug].asked for slug in ("purpose", "work", "recommend-note"))
    (audit,) = rows["audits"].asked
    assert (audit.before, audit.text) == ("Managers audited 2 files.", "Managers audited 1 files.")
    assert audit.reasons == ("A figure or a date in it has changed.",)
    asked = rows["children"].asked
    assert any("188" in one.before and "190" in one.text for one in asked)
    assert any("fell from 210 to 188" in one.before for one in asked)
    assert any("It compares live figures" in reason for one in asked for reason in one.reasons)


def test_what_was_printed_counts_as_last_time_even_where_the_records_changed_since(clerk):
    before = written(clerk)
    value = review._last_time(following(before, clerk), {"audits"})
    assert list(value["audits"].values()) == [("Managers audited 2 files.",) * 2]
    edition = papers.edition(paper=papers.issued_paper(slug="issued"))
    measured = measured_in(read(before))
    (asked,) = (one for one in measured.exact if one.key == "audits.done")
    exact = measured.exact[asked][""]
    printed = review._printed(exact, {exact.identity: type("Row", (), {"count": 9, "base": 12})})
    assert (printed.count, printed.base) == (9, 12)
    assert review._as_printed(edition.paper, measured).exact[asked][""] == exact
    following_nothing = papers.paper(slug="x", carried_from="no-such-paper")
    assert review._last_time(following_nothing, set()) == {}


@pytest.mark.long
def test_a_figure_that_changes_after_its_block_was_confirmed_marks_it_again(clerk):
    records_of_2016(clerk.council)
    paper = confirm(following(written(clerk), clerk), clerk)
    audits.case_audit(council=clerk.council, audited_on=date(2016, 3, 3))
    (found,) = stopping(paper)
    looked_at = "No one has checked this wording: “Managers audited 2 files.”."
    assert found == f"para-2: {looked_at}"
    assert [one.block.slug for one in review.to_confirm(paper)] == ["audits"]
    writing.set_dates(
        paper=paper, version=paper.version, names={**NAMES, "position": EARLIER}, by=clerk, on=LATER
    )
    assert len(stopping(paper)) == 2


@pytest.mark.long
def test_changing_a_block_confirms_it_and_a_later_change_marks_it_again(clerk):
    records_of_2016(clerk.council)
    paper = following(written(clerk), clerk)
    block = paper.blocks.get(slug="audits")
    words = {"text": "We audited [[audits.done @year]] files."}
    block = writing.change_block(
        block=block, version=block.version, words=words, by=clerk, on=LATER
    )
    assert len(block.looked_at) == 1
    assert "audits" not in {one.block.slug for one in review.to_confirm(paper)}
    audits.case_audit(council=clerk.council, audited_on=date(2016, 3, 3))
    assert any("We audited 2 files." in one for one in stopping(paper))


def test_a_block_of_its_own_needs_no_look(clerk):
    paper = following(written(clerk), clerk)
    papers.block(paper=paper, slug="own", part="body", text="Mine.")
    row = paper.blocks.get(slug="own")
    writing.change_block(block=row, version=1, words={"text": "Ours."}, by=clerk, on=LATER)
    row.refresh_from_db()
    assert row.looked_at is None and "own" not in marks(paper)


@pytest.mark.long
def test_what_changed_while_the_page_was_open_is_not_confirmed_unseen(clerk):
    records_of_2016(clerk.council)
    paper = following(written(clerk), clerk)
    seen = marks(paper)
    audits.case_audit(council=clerk.council, audited_on=date(2016, 3, 3))
    operations.confirm_carried(paper=paper, seen=seen, by=clerk, on=LATER)
    assert [one.block.slug for one in review.to_confirm(paper)] == ["audits"]
    with pytest.raises(Refused, match="look again at what is left"):
        operations.confirm_carried(paper=paper, seen={"audits": seen["audits"]}, by=clerk, on=LATER)
    told = HistoryEntry.objects.filter(what="papers.confirm_carried").first().changes
    assert told["blocks"]["to"] == ["children", "purpose", "recommend-note", "work"]


@pytest.mark.long
def test_a_promise_that_cannot_be_answered_or_an_issued_paper_leaves_everything_as_it_was(clerk):
    before = written(clerk)
    paper = following(before, clerk)
    kept, dropped = (commitment(paper=before, due_on=date(2016, 3, day)) for day in (1, 31))
    seen = marks(paper)
    answers = [
        {"commitment": kept, "version": 1, "state": "kept"},
        {"commitment": dropped, "version": 1, "state": "dropped"},
    ]
    with pytest.raises(Refused, match="Enter why it was dropped"):
        operations.confirm_carried(paper=paper, seen=seen, answers=answers, by=clerk, on=LATER)
    kept.refresh_from_db()
    assert kept.state == "open" and len(review.to_confirm(paper)) == len(seen)
    with pytest.raises(Refused, match="is published"):
        operations.confirm_carried(paper=papers.issued_paper(), seen={}, by=clerk, on=LATER)


def test_records_and_lists_that_a_block_quotes_are_looked_at_too(clerk):
    before = written(clerk)
    wanted = {"what": "reviews", "columns": ["title"]}
    more = {"paper": before, "part": "body"}
    papers.block(
        **more,
        slug="quoted",
        text="[[record:review/none.title]] and again [[record:review/none.title]].",
    )
    papers.block(**more, slug="listed", kind="records", data={"records": wanted})
    papers.block(**more, slug="odd", kind="records", data={"records": {"what": "nothing"}})
    papers.block(**more, slug="unknown", text="[[no.figure]] and [[audits.done @never]].")
    manuscript = read(following(before, clerk))
    now = current(manuscript, manuscript.blocks)
    assert [one.text for one in now["quoted"]] == [
        "[[record:review/none.title]] and again [[record:review/none.title]]."
    ]
    assert "is not known" in now["odd"][-1].text and now["odd"][-1].written == LIST
    assert now["unknown"][0].text == "[[no.figure]] and [[audits.done @never]]."
    listed = now["listed"][-1]
    assert json.loads(listed.text)[0] == ["Review"]
    assert not replace(listed, text="other").is_seen(looked([listed]))
