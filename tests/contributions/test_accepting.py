"""What somebody wrote taken into the paper: all or part of it, in order, over nobody's work."""

import pytest

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from reports.contributions.operations import acceptance, requests
from reports.contributions.sections import review
from reports.editor.operations import block_order
from reports.papers.manuscript import read
from reports.papers.models.contributions import ContributionDraft
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.contributions.test_requests import ask
from tests.make import asked as make
from tests.make import drafts as papers

pytestmark = pytest.mark.django_db
ON = papers.ON
AUDITS = "Managers audited [[audits.done @year]] files."


def handed(paper, clerk, chosen="block:work", writer=None, **words):
    """A section of the paper handed in with `words`, a name of a box being written with one
    underscore for its first hyphen."""
    boxes = {name.replace("_", "-", 1): text for name, text in words.items()}
    section = ask(paper, clerk, chosen, **({"asked_of": writer} if writer else {}))
    how = ContributionDraft.SIGNED_IN if writer else ContributionDraft.BY_LINK
    said = {"section": section, "version": 1, "words": boxes, "how": how, "writer": writer}
    return requests.hand_in(**said, by=writer or clerk, on=ON).section


def accept(section, clerk, *taken):
    """What becomes of it where the rows `taken`, or all, are taken."""
    section.refresh_from_db()
    rows = review(section, section.contributions.first().words)
    keys = taken or [row.key for row in rows if row.differs]
    return acceptance.accept_contribution(
        section=section, version=section.version, taken=keys, by=clerk, on=ON
    )


def body(paper):
    """(slug, what holds it, heading or text) of each block of the paper's body in order."""
    rows = read(Paper.objects.get(pk=paper.pk)).blocks
    return [(one.slug, one.parent, one.heading or one.text) for one in rows if one.part == "body"]


def test_every_kind_of_change_is_taken_in_its_place(paper, clerk):
    section = handed(
        paper,
        clerk,
        heading_work="What we did",
        text_audits="Managers read files.",
        after_audits="# Learning\n\nTwo themes came up.",
        begin="We begin here.",
        out_children="on",
    )
    done = accept(section, clerk)
    assert (done.state, done.closed_by) == ("accepted", clerk)
    assert body(paper) == [
        ("work", "", "What we did"),
        ("we-begin-here", "work", "We begin here."),
        ("audits", "work", "Managers read files."),
        ("learning", "work", "Learning"),
        ("two-themes-came-up", "learning", "Two themes came up."),
    ]


def test_only_what_is_chosen_is_taken_and_history_says_what_was_left(paper, clerk):
    section = handed(paper, clerk, text_audits="Managers read files.", out_children="on")
    accept(section, clerk, "audits")
    assert [slug for slug, *_ in body(paper)] == ["work", "audits", "children"]
    assert body(paper)[1][2] == "Managers read files."
    entry = HistoryEntry.objects.about(section).first()
    assert entry.what == "papers.accept_contribution"
    assert entry.changes["blocks"]["to"] == ["audits"]
    assert entry.changes["left"]["to"] == ["children"]


def test_a_move_that_is_left_puts_nothing_else_elsewhere(paper, clerk):
    section = handed(paper, clerk, place_children="1", begin="New.", text_audits="Other.")
    accept(section, clerk, "new.1", "audits")
    assert [slug for slug, *_ in body(paper)] == ["work", "new", "audits", "children"]


def test_what_stands_in_a_heading_that_was_not_taken_stands_where_it_would(paper, clerk):
    section = handed(paper, clerk, after_audits="# Learning\n\nTwo themes.")
    accept(section, clerk, "new.2")
    assert ("two-themes", "work", "Two themes.") in body(paper)
    assert "Learning" not in str(body(paper))


def test_a_heading_that_is_left_out_leaves_what_stands_in_it(paper, clerk):
    block = {
        "slug": "learning",
        "part": "body",
        "parent": paper.blocks.get(slug="work"),
        "kind": "section",
        "heading": "Learning",
    }
    inner = writing.add_block(paper=paper, after=None, block=block, by=clerk, on=ON)
    said = {"slug": "themes", "part": "body", "kind": "paragraph", "text": "Two."}
    writing.add_block(paper=paper, after=None, block={**said, "parent": inner}, by=clerk, on=ON)
    accept(handed(paper, clerk, out_learning="on", out_audits="on"), clerk)
    assert [row[:2] for row in body(paper)] == [
        ("work", ""),
        ("themes", "work"),
        ("children", "work"),
    ]


def test_a_whole_part_that_was_empty_is_written_and_paragraphs_move_as_they_were_put(paper, clerk):
    section = handed(paper, clerk, "part:risks", begin="One risk.\n\nAnother.")
    accept(section, clerk)
    rows = [one.text for one in read(paper).blocks if one.part == "risks"]
    assert rows == ["One risk.", "Another."]
    section = handed(paper, clerk, place_children="1")
    accept(section, clerk)
    assert [slug for slug, *_ in body(paper)] == ["work", "children", "audits"]


def test_nobody_elses_work_is_overwritten_unless_it_is_chosen(paper, clerk):
    section = handed(paper, clerk, text_audits="Managers read files.")
    block = paper.blocks.get(slug="audits")
    other = {"words": {"text": "Managers audited all files."}, "by": clerk, "on": ON}
    writing.change_block(block=block, version=1, **other)
    (row,) = [one for one in review(section, section.words) if one.differs]
    assert row.clash and row.now == "Managers audited all files."
    with pytest.raises(Refused, match="at least one"):
        acceptance.accept_contribution(section=section, version=2, taken=[], by=clerk, on=ON)
    assert body(paper)[1][2] == "Managers audited all files."
    accept(section, clerk, "audits")
    assert body(paper)[1][2] == "Managers read files."
    kept = paper.block_versions.filter(slug="audits").values_list("text", flat=True)
    assert list(kept) == [AUDITS, "Managers audited all files.", "Managers read files."]


def test_a_paragraph_that_the_paper_lost_comes_back_when_it_is_taken(paper, clerk):
    section = handed(paper, clerk, text_audits="Managers read files.")
    block = paper.blocks.get(slug="audits")
    block_order.remove_block(block=block, version=1, by=clerk, on=ON)
    accept(section, clerk)
    assert body(paper)[1] == ("managers-read-files", "work", "Managers read files.")


def test_the_writer_is_named_in_history_and_cannot_approve(paper, clerk):
    manager = cast.make_user("officer", "approver", name="Team Manager")
    section = handed(paper, clerk, writer=manager, text_audits="Managers read files.")
    accept(section, clerk)
    entry = HistoryEntry.objects.about(section).first()
    assert entry.who == clerk.history_name and entry.changes["how"]["to"] == "signed_in"
    detail = HistoryDetail.objects.get(seq=entry.seq, field="writer")
    assert detail.after == "Team Manager"
    assert paper.was_edited_by(manager)


def test_what_differs_in_nothing_can_be_accepted_as_it_is(paper, clerk):
    done = accept(handed(paper, clerk), clerk)
    assert done.state == "accepted" and body(paper)[1][2] == AUDITS


def test_nothing_is_accepted_that_was_not_handed_in_or_has_no_place(paper, clerk):
    waiting = ask(paper, clerk, "part:body")
    said = {"taken": ["audits"], "by": clerk, "on": ON}
    with pytest.raises(Refused, match="handed in"):
        acceptance.accept_contribution(section=waiting, version=1, **said)
    section = handed(paper, clerk, text_audits="Managers read files.")
    with pytest.raises(EditConflict):
        acceptance.accept_contribution(section=section, version=1, **said)
    block = paper.blocks.get(slug="work")
    gone = {"inside": block_order.MOVE_OUT, "by": clerk, "on": ON}
    block_order.remove_block(block=block, version=1, **gone)
    with pytest.raises(Refused, match="no longer in the report"):
        acceptance.accept_contribution(section=section, version=2, **said)
    sent = make.handed_in(paper=paper)
    Paper.objects.filter(pk=paper.pk).update(status="sent", sent_on=ON, sent_by=clerk, frozen={})
    with pytest.raises(Refused, match="Take it back"):
        acceptance.accept_contribution(section=sent, version=1, **said)
