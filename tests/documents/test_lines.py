"""A chart of a report: a line through its dates or bars, on the page, in print and in Word."""

import itertools
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.charts.bars import end_words
from reports.documents.document import (
    Bar,
    Cell,
    Chart,
    Document,
    Facts,
    Run,
    Section,
    Table,
    from_json,
    to_json,
)
from reports.documents.html import charts, page
from reports.documents.html.chart_tables import printed_tables
from reports.documents.word.charts import chart_part
from tests.cases import random_cases
from tests.charts.drawn import bars, lines, overlap, size_of, trees, word_boxes, words

ENDS = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)]
MONTHS = [f"{day} 2015" for day in ("31 Jan", "28 Feb", "31 Mar", "30 Apr", "31 May", "30 Jun")]


def line(*rows, finding="It fell.", is_line=True):
    """A line of (label, share or None, series)."""
    made = tuple(Bar(label, str(share or "[c]"), share, series) for label, share, series in rows)
    table = Table("t", "", "The numbers in this chart")
    return Chart("chart-1", "Chart 1", "Children", finding, made, table, line=is_line)


def drawn(chart):
    """(wide, narrow) drawings."""
    return trees(charts.draw(chart))


def test_plain_numbers_have_an_axis_of_values_from_nought_and_others_none():
    rows = [(month, 200 + place, "") for place, month in enumerate(MONTHS)]
    for tree in drawn(line(*rows)):
        assert {"0", "100", "200"} <= set(words(tree))
        assert "205" in words(tree)
    shares = line(*rows)
    shares = replace(shares, bars=tuple(replace(bar, words=f"{bar.words}%") for bar in shares.bars))
    for tree in drawn(shares):
        assert not {"0", "100", "200"} & set(words(tree))


def test_one_line_joins_a_point_at_each_date_at_its_true_distance():
    for tree in drawn(line(*((label, 1000 - 100 * n, "All") for n, label in enumerate(MONTHS)))):
        assert tree.find("title").text == "It fell."
        (points,) = lines(tree)
        days = [(date(2015, month, day) - date(2015, 1, 31)).days for month, day in ENDS]
        whole = points[-1][0] - points[0][0]
        for (x, _), day in zip(points, days, strict=True):
            assert (x - points[0][0]) / whole == pytest.approx(day / days[-1], abs=0.01)
        # A smaller share is lower, by the same distance each.
        steps = [later[1] - earlier[1] for earlier, later in itertools.pairwise(points)]
        assert min(steps) > 0 and max(steps) - min(steps) < 0.3


def test_what_is_not_shown_leaves_a_gap_in_a_line_and_words_without_a_bar():
    rows = list(zip(MONTHS, (900, 800, None, 700, 600), [""] * 5, strict=False))
    for tree in drawn(line(*rows)):
        assert [len(path) for path in lines(tree)] == [2, 2]
        assert "[c]" not in words(tree)
    for tree in drawn(line(*rows, is_line=False)):
        assert len(bars(tree)) == 4 and words(tree).count("not shown") == 1
        assert "[c]" not in words(tree)


@pytest.mark.parametrize(
    ("printed", "size", "at_its_end"),
    [("[c]", None, "not shown"), ("no value", None, "no value"), ("14", 666, "14")],
)
def test_a_bar_ends_with_what_its_table_prints_and_with_marks_in_full(printed, size, at_its_end):
    assert end_words(size, printed) == at_its_end


def test_series_are_named_at_their_ends_and_no_names_touch():
    names = ("Children in foster care", "Children in residential care", "Three")
    rows = [(label, 500, name) for label in MONTHS for name in names]
    for tree in drawn(line(*rows)):
        text = " ".join(words(tree))
        assert all(name in text for name in names)
        for one, other in itertools.combinations(word_boxes(tree), 2):
            assert not overlap(one, other)


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("England", "lr"),
        ("England, published", "lr"),
        ("Statistical neighbours", "lr"),
        ("Target", "lt"),
        ("Children of New England", "l2"),
    ],
)
def test_england_neighbours_and_targets_are_drawn_as_comparisons(name, look):
    rows = [(label, share, of) for label in MONTHS for share, of in ((900, "Ours"), (700, name))]
    tree = drawn(line(*rows))[0]
    assert lines(tree, look) and lines(tree, "l1")
    dashes = {one.get("class"): one.get("stroke-dasharray") for one in tree.iter("path")}
    assert dashes[look] != "none" and dashes["l1"] == "none"


@pytest.mark.parametrize(
    "labels",
    [
        ("Spring", "Summer", "Autumn"),
        ("2013", "2014", "2015"),
        ("1 May 2015", "1 April 2015", "1 March 2015"),
        ("30 February 2015", "1 March 2015", "1 April 2015"),
        ("1 May 2015", "1 May 2015 ", "9" * 4400),
    ],
)
def test_labels_that_are_no_dates_in_order_are_the_same_distance_apart(labels):
    (path,) = lines(drawn(line(*((label, 500, "") for label in labels)))[0])
    first, second = (later[0] - one[0] for one, later in itertools.pairwise(path))
    assert first == pytest.approx(second, abs=0.2) and first > 0


@random_cases(40)
@given(st.lists(st.none() | st.integers(0, 1000), min_size=1, max_size=24), st.booleans())
def test_words_never_touch_and_stay_on_the_drawing(shares, is_line):
    rows = [(f"{n} December 2015", share, "") for n, share in enumerate(shares)]
    for tree in drawn(line(*rows, is_line=is_line)):
        width, height = size_of(tree)
        boxes = list(word_boxes(tree))
        assert all(one[0] >= 0 and one[2] <= width + 0.5 and one[3] <= height for one in boxes)
        assert not any(overlap(*pair) for pair in itertools.combinations(boxes, 2))


def table(label, *rows, anchor="table-3", heads=("1 May 2015",)):
    """A table of (label, value, …) rows."""

    def cells(row):
        return tuple(Cell((Run(text),)) for text in row)

    return Table(anchor, label, "Children", cells(("", *heads)), tuple(map(cells, rows)))


def document(*blocks):
    """A document of one section."""
    head = Facts("head", "About", ())
    return Document("Eborford", "T", head, (Section("s", "Body", blocks=blocks),))


OWN = table("", ("Fostered", "142"), ("Adopted", "19"), anchor="chart-1-data")
CHART = replace(line(("Fostered", 1000, ""), ("Adopted", 133, ""), is_line=False), table=OWN)


@pytest.mark.parametrize(
    ("other", "is_named"),
    [
        (table("Table 3", ("Adopted", "19"), ("Fostered", "142"), ("All", "161")), True),
        (table("Table 3", ("Those adopted", "19"), ("Fostered by others", "142")), True),
        (table("Table 3", ("Unadopted", "19"), ("Fostered", "142")), False),
        (table("Table 3", ("Adopted", "18"), ("Fostered", "142")), False),
        (table("Table 3", ("Fostered", "142")), False),
        (table("", ("Adopted", "19"), ("Fostered", "142")), False),
        (table("Table 3", ("Adopted", "19"), ("Fostered", "142"), heads=("1 May 2014",)), False),
    ],
)
def test_a_chart_names_the_printed_table_that_has_all_its_numbers(other, is_named):
    made = document(other, CHART)
    assert printed_tables(made) == ({"chart-1": other} if is_named else {})
    for screen in (True, False):
        html = page.sections(made, page.Medium(screen=screen))
        assert ('Data: <a href="#table-3">Table 3</a>' in html) == is_named
        # What leads to the numbers of the chart leads to one of the two.
        assert html.count('id="chart-1-data"') == 1
        assert ("The numbers" in html or ">142<" in html.partition("</svg>")[2]) != is_named


def test_data_without_a_printed_table_fold_on_the_page_and_are_open_in_print():
    screen, printed = (
        page.sections(document(CHART), page.Medium(screen=one)) for one in (True, False)
    )
    assert screen.count("<details") == 1 and "<details" not in printed
    assert ">142<" in screen.partition("<details")[2] and 'id="chart-1-data"' in printed


def test_one_drawing_serves_the_page_and_print():
    both = [page.sections(document(CHART), page.Medium(screen=one)) for one in (True, False)]
    found = [[ElementTree.tostring(tree) for tree in trees(html)] for html in both]
    assert found[0] == found[1] and len(found[0]) == 2


def test_the_finding_is_the_title_and_the_caption_is_beneath_it():
    html = page.sections(document(CHART), page.Medium(screen=True))
    caption = html.partition("<figcaption>")[2].partition("</figcaption>")[0]
    assert caption.index("It fell.") < caption.index("Chart 1:") < caption.index("Children")


def test_word_draws_a_line_with_markers_and_gaps():
    part = chart_part(
        line(("31 Jan 2015", 1000, ""), ("28 Feb 2015", None, ""), ("31 Mar", 900, ""))
    )
    assert "<c:lineChart>" in part and "<c:barChart>" not in part
    assert '<c:pt idx="1">' not in part.partition("<c:val>")[2]
    ElementTree.fromstring(part)
    made = chart_part(replace(line(("31 Jan 2015", 1000, "")), line=False))
    assert "<c:barChart>" in made and "<c:marker>" not in made


COMPARED = (
    *(("1 Jan 2014", 500, "Own"), ("1 Jan 2015", 700, "Own"), ("1 Feb 2015", 900, "Own")),
    *(
        ("1 Jan 2014", 400, "England"),
        ("1 Jan 2015", 600, "England"),
        ("1 Feb 2015", 300, "Target"),
    ),
)


def test_word_has_dates_at_their_distances_and_names_at_the_ends_of_lines():
    tree = ElementTree.fromstring(chart_part(line(*COMPARED)))
    name = "{http://schemas.openxmlformats.org/drawingml/2006/chart}%s".__mod__
    assert tree.find(f".//{name('scatterChart')}") is not None
    assert len(list(tree.iter(name("valAx")))) == 2
    assert tree.find(f".//{name('legend')}") is None
    own, england, target, dates = tree.iter(name("ser"))
    days = [int(point.text) for point in own.findall(f"{name('xVal')}//{name('v')}")]
    # Word counts 1 January 2014 as 41,640.
    assert days == [41640, 41640 + 365, 41640 + 396]
    labels = [
        [*map("".join, map(Element.itertext, one.iter(name("dLbl"))))] for one in (own, england)
    ]
    assert labels == [["500", "700", "Own 900"], ["England 600"]]
    # The axis has the dates of the points and no others; of two that run together the last.
    assert "".join(dates.itertext()).count("2015") == 1 and "1 Feb 2015" in dates.itertext()
    assert "1 Jan 2014" in dates.itertext()
    assert {axis.find(name("tickLblPos")).get("val") for axis in tree.iter(name("valAx"))} == {
        "none"
    }
    dashes = [ElementTree.tostring(one).count(b"prstDash") for one in (own, england, target)]
    assert dashes == [0, 1, 1]
    # A target is a level over the whole width, without signs.
    levels = [point.text for point in target.findall(f"{name('yVal')}//{name('v')}")]
    assert levels == ["300", "300", "300"]
    assert target.find(f".//{name('symbol')}").get("val") == "none"


@pytest.mark.parametrize(
    "labels", [("Autumn", "Spring"), ("1 Feb 2015", "1 Jan 2015"), ("1 Jan 2015", "Spring")]
)
def test_labels_of_which_one_is_no_later_date_are_words_in_word(labels):
    part = chart_part(line(*((label, 500, "") for label in labels)))
    assert "<c:catAx>" in part and "<c:scatterChart>" not in part
    assert all(f"<c:v>{label}</c:v>" in part for label in labels)


def test_a_line_is_kept_and_bars_are_kept_as_they_always_were():
    made = line(("31 Jan 2015", 1000, ""))
    assert from_json(to_json(made)) == made
    assert "line" not in to_json(replace(made, line=False))
