"""Whole papers are read, and papers of any shape read back."""

import pytest
from hypothesis import given

from reports.conversion.results import ConvertedPaper
from tests.cases import random_cases
from tests.conversion.shapes import SHAPES, parts, points_of, written
from tests.conversion.whole_by_sections import BY_SECTIONS, BY_SECTIONS_BLOCKS
from tests.conversion.whole_pack import PACK, PACK_BLOCKS
from tests.conversion.whole_plain_heads import PLAIN_HEADS, PLAIN_HEADS_BLOCKS
from tests.conversion.whole_straight_through import STRAIGHT_THROUGH, STRAIGHT_THROUGH_BLOCKS
from tests.conversion.words_of import brought, faults, lost

PAPERS = {
    "straight through": (STRAIGHT_THROUGH, STRAIGHT_THROUGH_BLOCKS),
    "by sections": (BY_SECTIONS, BY_SECTIONS_BLOCKS),
    "plain heads": (PLAIN_HEADS, PLAIN_HEADS_BLOCKS),
    "a pack": (PACK, PACK_BLOCKS),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_whole_paper_comes_out_block_by_block(name):
    text, wanted = PAPERS[name]
    made = brought(text)
    found = [
        (one["kind"], one["data"].get("typed", ""), one["heading"], one["text"])
        for one in made.paper["blocks"]
    ]
    assert found == wanted
    assert faults(made) == []
    assert lost(text, made) == {}


def test_what_stands_beside_the_blocks_comes_out_too():
    paper = brought(STRAIGHT_THROUGH).paper
    assert paper["paper_date"] == "2016-05-18"
    assert paper["parts"]["recommendations"] == {
        "heading": "Recommendations",
        "lead": "Members are invited to:",
        "typed": "7.",
        "run": 1,
        "reason_heading": "Reason:",
    }
    assert paper["parts"]["wards"]["text"] == "All"
    assert [one["short"] for one in paper["abbreviations"]] == ["DBS", "R&A"]
    paper = brought(BY_SECTIONS).paper
    assert paper["title"] == "Twice-yearly Safeguarding Update"
    assert paper["meeting"]["date"] == "2017-05-19"
    assert paper["parts"]["recommendations"]["heading_typed"] == "3."
    paper = brought(PLAIN_HEADS).paper
    assert paper["committee"]["title"] == "CHILDREN AND FAMILIES SCRUTINY PANEL"
    assert paper["parts"]["purpose"]["typed"] == "6."
    assert len(paper["parts"]["background_papers"]["papers"]) == 2


def test_the_runs_of_a_pack_are_each_known():
    made = brought(PACK)
    runs = [
        (one["data"]["run"], one["data"]["typed"])
        for one in made.paper["blocks"]
        if one["data"].get("run")
    ]
    assert runs == [
        *[(1, "1."), (1, "2."), (1, "3.")],
        *[(2, "43."), (2, "44.")],
        *[(3, "1."), (3, "2."), (3, "3."), (3, "4.")],
        *[(4, "1."), (4, "2.")],
    ]
    assert made.restarts == 3
    assert [one.words for one in made.missed] == ["Page 1 Agenda Item 2", "Page 2", "Page 3"]


@given(parts(), SHAPES)
@random_cases(120)
def test_a_paper_of_any_shape_reads_back(made, shape):
    text, labels = written(made, shape)
    back = brought(text)
    found = back.paper["blocks"]
    sections = [one["heading"] for one in found if one["kind"] == "section"]
    paragraphs = [one for one in found if one["kind"] == "paragraph"]
    said = [para for part in made for para in part.paragraphs]
    assert sections == [part.heading for part in made]
    assert [one["data"]["typed"] for one in paragraphs] == labels
    assert [one["text"].split("\n")[0] for one in paragraphs] == [_first(para) for para in said]
    assert [_typed(one) for one in paragraphs] == [points_of(shape, len(p.points)) for p in said]
    assert [_items(one) for one in paragraphs] == [len(para.points) for para in said]
    assert _runs(back) == (len(made) if shape.restarts else 1)
    assert faults(back) == [] and lost(text, back) == {}


def _first(para):
    return para.words + (" These are:" if para.points else "")


def _typed(block):
    return [one["typed"] for one in block["data"].get("items", ())]


def _items(block):
    return sum(line.lstrip().endswith(";") for line in block["text"].split("\n"))


def _runs(back: ConvertedPaper):
    return back.restarts + 1
