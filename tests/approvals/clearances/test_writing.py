"""Whom the rule names writes the one entry: its paragraph alone, never over words they did not
see, and only while the report is being written."""

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from reports.approvals.clearances import operations
from reports.approvals.clearances.entries import last_time
from reports.approvals.clearances.rules import called, nothing_to_say, within
from reports.approvals.clearances.states import entry_states
from reports.approvals.models.clearances import Clearance
from reports.approvals.operations import approvals
from reports.papers.models.blocks import Block
from reports.papers.models.papers import PaperEditor
from tests import cast
from tests.approvals.clearances.steps import ON, add, clear, digest, fresh, refusal, state, write
from tests.make import clearances as make
from tests.make import drafts, papers
from tests.make.clearances import FINANCIAL, LEGAL

pytestmark = pytest.mark.django_db


def save(paper, by, text="As the Act asks.", **said):
    """One press: the words saved and cleared."""
    row = paper.blocks.standing_at("law")
    usual = {"version": row.version if row else 0, "digest": digest(paper), "scope": LEGAL}
    return operations.write_and_clear(paper=paper, text=text, by=by, on=ON, **{**usual, **said})


@pytest.mark.long
def test_one_press_writes_and_clears_and_keeps_them_from_approving_the_whole(paper, lawyer):
    blocks = set(paper.blocks.values_list("slug", "version"))
    [row] = save(paper, lawyer)
    assert (row.text, row.digest) == ("As the Act asks.", digest(paper))
    assert state(paper).is_met
    after = set(paper.blocks.values_list("slug", "version"))
    assert after - blocks == {("law", 2)}
    assert PaperEditor.objects.filter(paper=paper, editor=lawyer, round=1).exists()
    whats = HistoryEntry.objects.filter(who=lawyer.history_name).values_list("what", flat=True)
    assert sorted(whats) == ["papers.change_block", "papers.clear"]


@pytest.mark.long
def test_words_that_stand_already_are_cleared_and_nothing_is_edited(paper, lawyer):
    save(paper, lawyer, text=paper.blocks.get(slug="law").text)
    assert paper.blocks.get(slug="law").version == 1
    assert state(paper).is_met
    assert not PaperEditor.objects.filter(editor=lawyer).exists()


@pytest.mark.long
def test_an_entry_that_is_missing_gets_its_paragraph_in_the_order_of_the_template(
    bare, lawyer, clerk
):
    bare = add(bare, clerk, slug="money", part="implications", heading="Financial")
    last = bare.blocks.get(slug="money")
    said = {"part": "implications", "heading": "Property", "after": last}
    bare = add(bare, clerk, slug="house", **said)
    [row] = save(bare, lawyer)
    rows = bare.blocks.filter(part="implications").order_by("order")
    assert [one.heading for one in rows] == ["Financial", "Legal", "Property"]
    assert (row.text, row.digest) == ("As the Act asks.", digest(bare))
    make.rule(FINANCIAL, "finance", council=lawyer.council, approver=lawyer)
    assert [one.title for one in entry_states(fresh(bare), ON)] == [
        "Legal implications",
        "Financial implications",
    ]


def test_a_new_entry_never_stands_under_the_subject_heading_of_another(bare, lawyer, clerk):
    said = {"part": "implications", "kind": "heading", "heading": "Financial", "text": ""}
    bare = add(bare, clerk, slug="money", **said)
    save(bare, lawyer)
    rows = bare.blocks.filter(part="implications").order_by("order")
    assert [one.slug for one in rows] == ["legal", "money"]
    assert state(bare).is_met


def test_what_another_saved_meanwhile_is_neither_lost_nor_cleared(paper, lawyer, clerk):
    seen = digest(paper)
    paper = write(paper, "The clerk was first.", clerk)
    for operation, more in (
        (operations.write_and_clear, {"digest": seen}),
        (operations.write_entry, {}),
    ):
        said = {"paper": paper, "scope": LEGAL, "version": 1, "text": "Mine.", "by": lawyer}
        with pytest.raises(EditConflict) as conflict:
            operation(**said, on=ON, **more)
        assert conflict.value.newer.text == "The clerk was first."
    assert not Clearance.objects.exists()
    assert paper.blocks.get(slug="law").text == "The clerk was first."


def test_two_who_write_a_missing_entry_at_once_meet(bare, lawyer):
    seen = digest(bare)
    save(bare, lawyer)
    with pytest.raises(EditConflict):
        save(bare, lawyer, version=0, digest=seen, text="Another.")
    assert Block.objects.filter(paper=bare, heading="Legal").count() == 1


@pytest.mark.long
def test_a_figure_that_moved_meanwhile_is_looked_at_first(paper, lawyer):
    seen = digest(paper)
    Census.objects.filter(date=drafts.POSITION.end).update(total=190)
    assert "read otherwise than when you opened" in refusal(
        save, paper=paper, by=lawyer, digest=seen, text="New words."
    )
    assert paper.blocks.get(slug="law").version == 1
    assert "read otherwise" in refusal(
        operations.clear, paper=paper, scope=LEGAL, digest=seen, by=lawyer, on=ON
    )


def test_nothing_stands_to_be_cleared_until_it_is_written(bare, lawyer):
    said = {"paper": bare, "scope": LEGAL, "digest": digest(bare), "by": lawyer, "on": ON}
    assert refusal(operations.clear, **said).startswith("There is nothing under the Legal")
    assert not Clearance.objects.exists()


@pytest.mark.long
def test_the_sentence_that_an_empty_part_prints_is_cleared_until_words_take_its_place(
    bare, lawyer, clerk
):
    part = next(one for one in bare.template.spec["parts"] if one["slug"] == "implications")
    part |= {"mandatory": True, "when_empty": "There are none to consider."}
    bare.template.save()
    bare = clear(fresh(bare), lawyer)
    assert Clearance.objects.get().text == "There are none to consider."
    assert state(bare).is_met
    bare = add(bare, clerk, slug="legal", part="implications", heading="Legal")
    assert not state(bare).is_met


@pytest.mark.long
def test_once_it_was_sent_what_stands_is_cleared_and_nothing_is_written(paper, lawyer, clerk):
    version = paper.blocks.get(slug="law").version
    paper = approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    said = {"paper": paper, "scope": LEGAL, "version": version, "text": "Mine.", "by": lawyer}
    sentence = "The report was sent for approval and cannot be changed now."
    assert refusal(operations.write_entry, **said, on=ON).startswith(sentence)
    assert refusal(save, paper=paper, by=lawyer).startswith(sentence)
    assert clear(paper, lawyer) and state(paper).is_met


def test_words_of_last_time_are_those_of_the_report_it_was_started_from(paper, clerk):
    then = papers.paper(council=clerk.council, series=paper.series, slug="july-2015")
    assert last_time(paper, LEGAL) is None
    paper.carried_from = then.slug
    assert last_time(paper, LEGAL) is None
    make.entry(then, text="The Act asked it then.")
    assert last_time(paper, LEGAL).text == "The Act asked it then."
    assert last_time(paper, FINANCIAL) is None
    then.withdrawn_on = ON
    then.save()
    assert last_time(paper, LEGAL) is None


def test_entries_are_called_as_people_call_them():
    assert [called(one) for one in ("Legal", "Legal implications")] == ["Legal implications"] * 2
    assert nothing_to_say("Legal") == "There are no legal implications."
    assert nothing_to_say("HR") == "There are no HR implications."
    assert nothing_to_say("Legal", "There are none.") == "There are none."
    assert within("A word") == "a word"


def test_saving_alone_clears_nothing_and_the_same_words_are_no_change(paper, lawyer):
    said = {"paper": paper, "scope": LEGAL, "by": lawyer, "on": ON}
    operations.write_entry(**said, version=1, text="Mine.")
    assert (paper.blocks.get(slug="law").text, state(paper).is_met) == ("Mine.", False)
    again = refusal(operations.write_entry, **said, version=2, text="Mine.")
    assert again.startswith("These words are already saved")
    other = {**said, "by": cast.clerk(lawyer.council)}
    assert "does not ask you" in refusal(operations.write_entry, **other, version=2, text="Me.")
