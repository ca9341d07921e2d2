"""A chart says its finding, writes each value at its bar, and needs no colour to be read."""

from xml.etree import ElementTree

import pytest

from reports.documents.document import Bar, Chart, Table, text_of
from reports.documents.html import marks, svg
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from reports.papers.wording.hidden_numbers import IN_A_TABLE as NOT_SHOWN
from tests import cast
from tests.make import looked_after
from tests.make.drafts import POSITION, records, written

SPACE = "{http://www.w3.org/2000/svg}"
WHITE = "#ffffff"
GRID = {
    "rows": [
        {"label": "Agency foster care", "quote": "looked_after.placement:agency_foster"},
        {"label": "Everybody else", "quote": "looked_after.placement:not_broken_down"},
    ],
    "columns": [{"label": "1 January", "when": "comparison"}, {"label": "1 December"}],
}


def chart(*bars, finding="It rose."):
    """A chart of (label, words, share, series)."""
    rows = tuple(Bar(*bar) for bar in bars)
    return Chart("chart-1", "Chart 1", "Children", finding, rows, Table("t", "", ""))


def drawn(*bars, **said):
    """The drawing as a browser parses it."""
    return ElementTree.fromstring(str(svg.draw(chart(*bars, **said))))


def luminance(colour):
    """Relative luminance (WCAG 2.2, 1.4.3)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one, other):
    """The contrast ratio of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def rects(drawing):
    """The bars of a drawing, without its key."""
    return [one for one in drawing.iter(f"{SPACE}rect") if one.get("height") == "20"]


def texts(drawing):
    """The words of a drawing with where they begin."""
    return {one.text: int(one.get("x")) for one in drawing.iter(f"{SPACE}text")}


def test_bars_and_words_stand_out_from_the_paper_and_bars_from_each_other():
    # As the comment on colours says; 3 is the least for graphics.
    assert [round(contrast(colour, WHITE), 1) for colour in marks.COLOURS] == [9.3, 4.6, 8.8]
    for one, other in zip(marks.COLOURS, marks.COLOURS[1:], strict=False):
        assert contrast(one, other) >= 1.9
    assert contrast(marks.INK, WHITE) >= 7


def test_a_drawing_is_an_image_whose_name_is_its_finding():
    drawing = drawn(("A", "1", 1000), finding='It <rose> "fast".')
    assert drawing.get("role") == "img"
    title = drawing.find(f"{SPACE}title")
    assert (title.text, title.get("id")) == ('It <rose> "fast".', drawing.get("aria-labelledby"))


def test_each_value_stands_at_the_end_of_its_bar():
    drawing = drawn(("A", "188", 895), ("B", "210", 1000))
    ends = [int(one.get("x")) + int(one.get("width")) for one in rects(drawing)]
    assert [texts(drawing)[value] for value in ("188", "210")] == [end + 8 for end in ends]


@pytest.mark.parametrize("value", ["9", "£48,000", "74 of 83 (89.2%)", "x" * 60])
def test_a_value_stands_within_the_drawing(value):
    drawing = drawn(("A", value, 1000))
    room = marks.WIDTH - texts(drawing)[value]
    assert room >= min(len(value) * marks.LETTER, (marks.WIDTH - marks.LABELS) // 2 - 8)


def test_nought_has_a_bar_of_a_hair_and_a_withheld_value_none():
    drawing = drawn(("None", "0", 0), ("Hidden", "[c]", None))
    assert [one.get("width") for one in rects(drawing)] == ["1"]
    assert "not shown" in texts(drawing)
    assert "[c]" not in texts(drawing)


def test_a_long_label_is_broken_and_never_runs_into_its_bar():
    label = "Placed with parents or another person who holds parental responsibility"
    drawing = drawn((label, "12", 500), ("Next", "24", 1000))
    lines = [one for one in texts(drawing) if one in label]
    assert len(lines) == 3
    assert max(map(len, lines)) <= svg.LONGEST_LABEL
    tops = [int(one.get("y")) for one in rects(drawing)]
    assert tops[1] - tops[0] >= 3 * svg.LINE


def test_several_series_have_a_key_and_one_has_none():
    two = drawn(("A", "1", 500, "2014"), ("A", "2", 1000, "2015"))
    assert {"2014", "2015"} <= set(texts(two))
    assert len({one.get("fill") for one in rects(two)}) == 2
    assert "2014" not in texts(drawn(("A", "1", 500, "2014")))
    height = int(two.get("height"))
    assert max(int(one.get("y")) for one in two.iter(f"{SPACE}rect")) < height


def of_grid(data, kind="chart"):
    """(the block as assembled, its problems) of a chart or table with `data`."""
    clerk = cast.clerk()
    records(clerk.council)
    parts = {"placement": {"agency_foster": 60, "not_broken_down": 128}}
    looked_after.Census.objects.filter(date=POSITION.end).delete()
    looked_after.census(council=clerk.council, date=POSITION.end, parts=parts)
    manuscript = read(written(clerk, with_records=False)).with_block(
        BlockText("chart", "body", kind, "work", "", "", data)
    )
    made = assemble(manuscript)
    return made.document.sections[1].blocks[-1], [one.sentence for one in made.problems]


@pytest.mark.django_db
def test_bars_are_shares_of_the_longest_and_what_is_not_held_has_none():
    found, problems = of_grid({"grid": GRID, "finding": "Up from [[audits.done @year]]."})
    assert [(bar.words, bar.share) for bar in found.bars[1::2]] == [("60", 468), ("128", 1000)]
    assert [bar.share for bar in found.bars[::2]] == [None, None]
    assert found.finding == "Up from 2."
    assert (found.table.anchor, found.table.caption) == (
        "chart-1-data",
        "The numbers in this chart",
    )
    assert all("is recorded for" in one for one in problems)


@pytest.mark.django_db
def test_a_chart_without_its_finding_is_named():
    _, problems = of_grid({"grid": {**GRID, "columns": GRID["columns"][1:]}})
    assert problems == ["A chart needs its finding: a sentence for those who cannot see it."]


@pytest.mark.django_db
def test_a_chart_without_a_grid_breaks_no_page():
    found, _ = of_grid({"finding": "Nothing.", "records": {"what": "reviews"}})
    assert found.bars == ()
    assert found.table.rows == ()


@pytest.mark.django_db
def test_a_grid_of_a_citation_is_a_fault_and_no_bar():
    grid = {"rows": [{"label": "P", "quote": "para:audits"}], "columns": [{"label": "C"}]}
    found, problems = of_grid({"grid": grid, "finding": "F."})
    assert [bar.share for bar in found.bars] == [None]
    assert problems


@pytest.mark.django_db
def test_a_withheld_number_is_marked_in_tables_of_figures_and_of_words():
    clerk = cast.clerk()
    parts = {"placement": {"agency_foster": 3, "not_broken_down": 37}}
    looked_after.census(council=clerk.council, date=POSITION.end, total=40, parts=parts)
    token = "[[looked_after.placement:agency_foster]]"
    cells = {"columns": [{"label": "Who"}, {"label": "Children", "numeric": True}]}
    cells["rows"] = [["Agency", token]]
    grid = {**GRID, "columns": GRID["columns"][1:]}
    manuscript = read(written(clerk, with_records=False))
    for slug, data in (("grid", {"grid": grid}), ("cells", {"cells": cells, "notes": ["N."]})):
        manuscript = manuscript.with_block(BlockText(slug, "body", "table", "work", "", "", data))
    manuscript = manuscript.with_block(
        BlockText("drawn", "body", "chart", "work", "", "", {"grid": grid, "finding": "F."})
    )
    *_, first, second, third = assemble(manuscript).document.sections[1].blocks
    for table in (first, second):
        assert table.rows[0][1].runs[0].text == NOT_SHOWN
        assert "no one can be recognised" in text_of(table.notes)
    assert [bar.share for bar in third.bars] == [None, None]
    assert not any("37" in text_of(one) for one in (first, second, third))
