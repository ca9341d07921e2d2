"""A paper written out in any shape and read back has the structure that it had."""

from hypothesis import given

from reports.conversion.results import ConvertedPaper
from tests.cases import random_cases
from tests.conversion.shapes import SHAPES, parts, points_of, written
from tests.conversion.words_of import brought, faults, lost


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
