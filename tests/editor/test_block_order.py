"""Blocks put elsewhere in a paper and out of it, with what stands in them."""

import pytest

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.editor.operations import block_order
from reports.editor.outline import citing
from reports.papers.manuscript import read
from reports.papers.operations import papers
from reports.papers.rules.block_order import Spot
from tests import cast
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk():
    """Who writes."""
    return cast.clerk()


@pytest.fixture
def paper(clerk):
    """A paper that nothing stops, with a second section that holds another."""
    paper = written(clerk, with_records=False)
    for slug, parent in (("second", None), ("inner", "second"), ("deep", "inner")):
        block = {"slug": slug, "kind": "section", "part": "body", "heading": slug.capitalize()}
        block["parent"] = paper.blocks.get(slug=parent) if parent else None
        after = paper.blocks.get(slug=parent or "children")
        papers.add_block(paper=paper, after=after, block=block, by=clerk, on=ON)
    return paper


def order(paper):
    """The standing blocks, each with what holds it."""
    return " ".join(
        f"{one.slug}<{one.parent}" if one.parent else one.slug for one in read(paper).blocks
    )


def place(paper, clerk, slug, *spot):
    """The block, put at a spot."""
    row = paper.blocks.get(slug=slug)
    return block_order.place_block(block=row, spot=Spot(*spot), by=clerk, on=ON)


def remove(paper, clerk, slug, inside=""):
    """The block, removed."""
    row = paper.blocks.get(slug=slug)
    return block_order.remove_block(block=row, version=row.version, inside=inside, by=clerk, on=ON)


START = "purpose work audits<work children<work second inner<second deep<inner recommend-note"


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("slug", "spot", "expected"),
    [
        (
            "second",
            ("introduction", "", "purpose"),
            "purpose second inner<second deep<inner work audits<work children<work ask",
        ),
        (
            "work",
            ("body", "second", "inner"),
            "purpose second inner<second deep<inner work<second audits<work children<work ask",
        ),
        (
            "children",
            ("introduction",),
            "children purpose work audits<work second inner<second deep<inner ask",
        ),
        (
            "audits",
            ("body", "deep"),
            "purpose work children<work second inner<second deep<inner audits<deep recommend-note",
        ),
    ],
)
def test_a_block_goes_where_it_is_put_with_all_that_it_holds(paper, clerk, slug, spot, expected):
    assert order(paper) == START
    versions = dict(paper.blocks.values_list("slug", "version"))
    moved = place(paper, clerk, slug, *spot)
    assert order(paper) == expected.replace("ask", "recommend-note")
    assert (moved.part, moved.parent.slug if moved.parent else "") == (spot[0], "".join(spot[1:2]))
    parts = {one.slug: one.part for one in read(paper).blocks}
    assert all(parts[one.slug] == parts[one.parent] for one in read(paper).blocks if one.parent)
    # Who is writing in a block that somebody moves saves what they wrote.
    assert dict(paper.blocks.values_list("slug", "version")) == versions
    assert HistoryEntry.objects.get(what="papers.place_block").about.endswith(f"#{slug}")


@pytest.mark.parametrize(
    ("slug", "spot", "sentence"),
    [
        ("second", ("body", "second"), "cannot be in or after itself"),
        ("second", ("body", "deep"), "cannot be in or after itself"),
        ("second", ("body", "", "inner"), "cannot be in or after itself"),
        ("audits", ("body", "gone"), "Another person has removed this block"),
        ("audits", ("body", "", "gone"), "Another person has removed this block"),
        ("audits", ("contacts",), "has no blocks"),
    ],
)
def test_a_place_that_cannot_hold_it_is_refused_and_nothing_moves(
    paper, clerk, slug, spot, sentence
):
    with pytest.raises(Refused, match=sentence):
        place(paper, clerk, slug, *spot)
    assert order(paper) == START


@pytest.mark.long
def test_nothing_stands_deeper_than_six(paper, clerk):
    for number in range(3):
        block = {"slug": f"d{number}", "kind": "section", "part": "body", "heading": "More"}
        block["parent"] = paper.blocks.get(slug=f"d{number - 1}" if number else "deep")
        papers.add_block(paper=paper, after=None, block=block, by=clerk, on=ON)
    place(paper, clerk, "purpose", "body", "d1")
    with pytest.raises(Refused, match="more than 6 deep"):
        place(paper, clerk, "work", "body", "d1")


@pytest.mark.long
def test_what_stands_in_a_removed_section_goes_with_it_or_takes_its_place(paper, clerk):
    remove(paper, clerk, "inner", block_order.REMOVE)
    assert order(paper) == "purpose work audits<work children<work second recommend-note"
    told = HistoryEntry.objects.filter(what="papers.remove_block").latest("seq").changes
    assert told["with"]["to"] == ["deep"]
    remove(paper, clerk, "work", block_order.MOVE_OUT)
    assert order(paper) == "purpose audits children second recommend-note"
    block = {"slug": "after", "kind": "paragraph", "part": "body", "parent": None, "text": "x"}
    after = paper.blocks.get(slug="children")
    papers.add_block(paper=paper, after=after, block=block, by=clerk, on=ON)
    assert order(paper) == "purpose audits children after second recommend-note"


def test_an_annex_within_an_annex_is_not_left_in_a_part_without_annexes(paper, clerk):
    with pytest.raises(Refused, match="An annex belongs in the part for annexes"):
        papers.add_block(
            paper=paper,
            after=None,
            block={"slug": "annex", "kind": "annex", "part": "body", "heading": "A"},
            by=clerk,
            on=ON,
        )


def test_what_cites_a_section_or_what_stands_in_it_is_found_with_its_words(paper, clerk):
    row = paper.blocks.get(slug="purpose")
    words = {"text": "See [[section:work]], **[[para:children]]** and [[para:purpose]]."}
    papers.change_block(block=row, version=1, words=words, by=clerk, on=ON)
    manuscript = read(paper)
    found = citing(manuscript, ("work", "audits", "children"))
    assert [(one.slug, one.words) for one in found] == [
        ("purpose", "See …, … and …."),
        ("recommend-note", "note …"),
    ]
    assert found[0].name == "paragraph 1"
    assert citing(manuscript, ("second",)) == ()
    assert citing(manuscript, ("purpose",)) == ()
