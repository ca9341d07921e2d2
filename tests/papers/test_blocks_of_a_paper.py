"""A paper is written block by block: nothing is lost, nobody overwrites another, numbers follow."""

from datetime import date

import pytest

from assurance.records.history import CommandLine, HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.approvals.operations import approvals
from reports.editor.operations import block_order
from reports.language.template import Part
from reports.papers import blocks, lifecycle
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.papers.models.papers import PaperEditor
from reports.papers.operations import papers
from tests import cast
from tests.make import papers as make
from tests.make.drafts import NAMES, ON, written
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
BODY = Part("body", "sections")


@pytest.fixture
def clerk():
    """Who writes."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper that nothing stops."""
    return written(clerk, with_records=False)


def a_block(slug="more", **said):
    """A paragraph of the section `work`, as `add_block` takes it."""
    return {"slug": slug, "part": "body", "kind": "paragraph", "text": "More.", **said}


def block_of(paper, slug):
    """The row of a block."""
    return paper.blocks.get(slug=slug)


def order(paper):
    """The slugs of the standing blocks as they are read."""
    return [block.slug for block in read(paper).blocks]


def add(paper, by, block, after=None):
    """The block, added."""
    return papers.add_block(paper=paper, after=after, block=block, by=by, on=ON)


def test_a_paper_starts_with_its_blocks_dates_editor_and_an_address_of_its_own(paper, clerk):
    assert order(paper) == ["purpose", "work", "audits", "children", "recommend-note"]
    assert block_of(paper, "audits").parent == block_of(paper, "work")
    assert read(paper).names == NAMES
    assert PaperEditor.objects.get().editor == clerk
    told = HistoryEntry.objects.get(what="papers.start")
    assert (told.about, told.on) == ("assurance/january-2016", ON)
    blocks.note_editor(paper, CommandLine("load"))
    assert PaperEditor.objects.count() == 1
    with pytest.raises(Refused, match="has this address already") as refused:
        written(clerk, with_records=False)
    assert refused.value.field == "slug"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([("a", "b"), ("b", "")], "“a” is in “b”, which does not come before it"),
        ([("a", "gone")], "“a” is in “gone”, which does not come before it"),
        ([("a", "a")], "“a” is in “a”, which does not come before it"),
        ([("a", ""), ("a", "")], "Two blocks are called “a”"),
        (
            [("s1", ""), *((f"s{n}", f"s{n - 1}") for n in range(2, 8))],
            "“s7” is more than 6 deep",
        ),
    ],
)
def test_blocks_that_cannot_stand_as_given_are_refused_with_a_sentence(rows, sentence):
    paper = make.paper()
    given = [a_block(slug, kind="section", parent=parent) for slug, parent in rows]
    with pytest.raises(Refused, match=sentence):
        blocks.create_blocks(paper, given)
    assert not paper.blocks.exists()


def test_details_change_unless_somebody_saved_first(paper, clerk):
    details = {"title": "Another title", "paper_date": date(2016, 1, 19)}
    said = {"paper": paper, "by": clerk, "on": ON}
    changed = papers.change_details(version=1, details=details, **said)
    assert (changed.title, changed.version) == ("Another title", 2)
    told = HistoryEntry.objects.get(what="papers.change").changes
    assert told["title"] == {"from": "Assurance report", "to": "Another title"}
    with pytest.raises(EditConflict):
        papers.change_details(version=1, details=details, **said)


def test_named_dates_are_replaced_together(paper, clerk):
    day = When.at(date(2016, 1, 1))
    papers.set_dates(paper=paper, version=1, names={"position": day}, by=clerk, on=ON)
    assert read(paper).names == {"position": day}
    told = HistoryEntry.objects.get(what="papers.set_dates").changes
    assert told["position"]["to"] == "2016-01-01..2016-01-01"
    assert told["year"]["to"] is None


@pytest.mark.long
def test_a_block_is_added_behind_another_and_first_where_none_is_named(paper, clerk):
    work = block_of(paper, "work")
    add(paper, clerk, a_block(parent=work), after=block_of(paper, "audits"))
    assert order(paper)[1:5] == ["work", "audits", "more", "children"]
    add(paper, clerk, a_block("inner", parent=work))
    assert order(paper)[1:4] == ["work", "inner", "audits"]
    add(paper, clerk, a_block("top"))
    assert order(paper)[:3] == ["purpose", "top", "work"]
    add(paper, clerk, a_block("risk", part="risks"))
    assert order(paper)[-1] == "risk"
    with pytest.raises(Refused, match="has no blocks"):
        add(paper, clerk, a_block("lost", part="nowhere"))
    empty = make.paper()
    add(empty, clerk, a_block())
    assert order(empty) == ["more"]


@pytest.mark.parametrize(
    ("kind", "part", "within", "sentence"),
    [
        ("paragraph", None, None, "has no blocks"),
        ("paragraph", Part("contacts", "contacts"), None, "has no blocks"),
        ("recommendation", BODY, None, "the part that asks"),
        ("paragraph", BODY, ("paragraph", "body"), "Only a section or an annex"),
        ("paragraph", BODY, ("section", "risks"), "in the same part"),
        ("paragraph", BODY, ("section", "body"), ""),
        ("recommendation", Part("ask", "recommendations", lead="Asked to:"), None, ""),
    ],
)
def test_a_block_stands_where_its_template_has_a_place(kind, part, within, sentence):
    assert sentence in lifecycle.why_not_place(kind, part, within)
    assert bool(sentence) == bool(lifecycle.why_not_place(kind, part, within))


def test_a_block_changes_unless_somebody_saved_or_removed_it(paper, clerk):
    row = block_of(paper, "purpose")
    changed = papers.change_block(block=row, version=1, words={"text": "Changed."}, by=clerk, on=ON)
    assert (changed.text, changed.version) == ("Changed.", 2)
    told = HistoryEntry.objects.get(what="papers.change_block").changes
    assert set(told["text"]) == {"changed", "digest"}, "the words are kept apart from the chain"
    with pytest.raises(EditConflict):
        papers.change_block(block=row, version=1, words={"text": "Mine."}, by=clerk, on=ON)
    block_order.remove_block(block=row, version=2, by=clerk, on=ON)
    with pytest.raises(Refused, match="removed this block"):
        papers.change_block(block=row, version=3, words={"text": "Mine."}, by=clerk, on=ON)
    with pytest.raises(Refused, match="removed this block"):
        block_order.remove_block(block=row, version=3, by=clerk, on=ON)
    with pytest.raises(Refused, match="removed this block"):
        block_order.move_block(block=row, up=True, by=clerk, on=ON)


def test_a_block_at_the_end_of_its_neighbours_stays(paper, clerk):
    for slug, up, end in (("audits", True, "first"), ("work", False, "last")):
        with NamedCase(slug), pytest.raises(Refused, match=f"already the {end}"):
            block_order.move_block(block=block_of(paper, slug), up=up, by=clerk, on=ON)


def test_a_block_is_removed_when_nothing_stands_in_it_and_its_row_and_name_stay(paper, clerk):
    with pytest.raises(Refused, match="what happens to its content"):
        block_order.remove_block(block=block_of(paper, "work"), version=1, by=clerk, on=ON)
    removed = block_order.remove_block(block=block_of(paper, "audits"), version=1, by=clerk, on=ON)
    assert removed.removed_on == ON
    assert "audits" not in order(paper)
    assert Block.objects.filter(slug="audits").exists()
    with pytest.raises(Refused, match="has this name already"):
        add(paper, clerk, a_block("audits"))


@pytest.mark.long
def test_nothing_of_a_paper_that_was_sent_can_be_changed(clerk):
    paper = written(clerk)
    approvals.send_for_approval(paper=paper, by=clerk, on=ON)
    row = block_of(paper, "purpose")
    said = {"by": clerk, "on": ON}
    for change in (
        lambda: papers.change_details(paper=paper, version=2, details={"title": "T"}, **said),
        lambda: papers.set_dates(paper=paper, version=2, names={}, **said),
        lambda: papers.add_block(paper=paper, after=None, block=a_block(), **said),
        lambda: papers.change_block(block=row, version=1, words={"text": "T"}, **said),
        lambda: block_order.move_block(block=row, up=True, **said),
        lambda: block_order.remove_block(block=row, version=1, **said),
    ):
        with pytest.raises(Refused, match="sent for approval"):
            change()


def test_a_paper_laid_out_of_order_is_read_with_each_block_before_what_it_holds(clerk):
    paper = make.paper()
    inner = make.block(paper=paper, slug="inner", order=1)
    outer = make.block(paper=paper, slug="outer", kind="section", order=2)
    inner.parent = outer
    inner.save()
    assert order(paper) == ["outer", "inner"]


def test_blocks_that_stand_in_one_another_are_still_read(clerk):
    paper = make.paper()
    first, second = (make.block(paper=paper, slug=slug, kind="section") for slug in "ab")
    first.parent, second.parent = second, first
    first.save()
    second.save()
    assert order(paper) == ["a", "b"]
