"""A chart of a report: its bars, its data, and the sentence that it is under."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import Bar, text_of
from reports.papers.assembly.charts.blocks import made_finding
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from reports.papers.wording.hidden_numbers import IN_A_TABLE as NOT_SHOWN
from tests import cast
from tests.make import looked_after
from tests.make.drafts import POSITION, records, written

GRID = {
    "rows": [
        {"label": "Agency foster care", "quote": "looked_after.placement:agency_foster"},
        {"label": "Everybody else", "quote": "looked_after.placement:not_broken_down"},
    ],
    "columns": [{"label": "1 January", "when": "comparison"}, {"label": "1 December"}],
}


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
    assert problems and all("for 1 January 2015 does not have" in one for one in problems)


@pytest.mark.django_db
def test_a_chart_of_which_nothing_is_known_needs_its_finding_written():
    """The second date's column alone, of a placement that no census of the day has."""
    grid = {**GRID, "rows": GRID["rows"][:1], "columns": GRID["columns"][:1]}
    found, problems = of_grid({"grid": grid})
    assert found.finding == ""
    assert problems[-1] == "A chart needs its finding: a sentence for those who cannot see it."


@pytest.mark.django_db
def test_a_finding_that_is_not_written_is_made_from_the_values():
    found, problems = of_grid({"grid": {**GRID, "columns": GRID["columns"][1:]}})
    assert problems == []
    assert found.finding == "Largest of 2: Everybody else, 128."
    assert found.finding == derived_again(found)


@pytest.mark.django_db
@pytest.mark.parametrize("turned", [False, True])
def test_dates_chosen_the_later_first_are_drawn_told_and_listed_in_order_of_time(turned):
    columns = [{"label": TWO}, {"label": ONE, "when": "comparison"}]
    rows = [{"label": "Children", "quote": "looked_after.children"}]
    grid = {"rows": rows, "columns": columns, "turned": turned, "line": turned}
    found, problems = of_grid({"grid": grid})
    assert problems == []
    assert found.finding == f"Children fell from 210 to 188 between {ONE} and {TWO}."
    assert [bar.words for bar in found.bars] == ["210", "188"]
    cells = [text_of(cell) for row in found.table.rows for cell in row[1:]]
    heads = [text_of(cell) for cell in found.table.columns[1:]]
    assert cells == ["210", "188"]
    assert ([text_of(row[0]) for row in found.table.rows] if turned else heads) == [ONE, TWO]


@pytest.mark.django_db
def test_forms_of_a_number_keep_their_places_when_their_dates_are_put_in_order():
    """At the later date first, a number and a share of each: the dates change places alone."""
    forms = [("number", "N"), ("words", "W")]
    dates = [("", TWO), ("comparison", ONE)]
    columns = [
        {"label": f"{name} {day}", "when": when, "form": form}
        for when, day in dates
        for form, name in forms
    ]
    rows = [{"label": "Children", "quote": "looked_after.children"}]
    found, _ = of_grid({"grid": {"rows": rows, "columns": columns}})
    heads = [text_of(cell) for cell in found.table.columns[1:]]
    assert heads == [f"N {ONE}", f"W {ONE}", f"N {TWO}", f"W {TWO}"]


def derived_again(chart):
    """The finding of a frozen chart, from the words that it prints alone."""
    rows = [(bar.label, bar.series, bar.words) for bar in chart.bars if bar.share is not None]
    days = re.compile(r"\d{1,2} \w+ \d{4}")

    def size(words):
        return Fraction(re.match(r"[\d,.]+", words)[0].replace(",", ""))

    if all(days.fullmatch(label) for label, *_ in rows):
        (first, _, opening), (last, _, closing) = rows[0], rows[-1]
        verb = "rose" if size(closing) > size(opening) else "fell"
        return f"{rows[0][1]} {verb} from {opening} to {closing} between {first} and {last}."
    label, _, words = max(rows, key=lambda row: size(row[2]))
    return f"Largest of {len(chart.bars)}: {label}, {words}."


ONE, TWO = "1 January 2015", "1 December 2015"


def bars(*rows):
    """Bars of (label, series, size), and their sizes."""
    top = max((size or 0 for *_, size in rows), default=0) or 1
    made = tuple(
        Bar(label, "[c]" if size is None else f"{size:,}", size and 1000 * size // top, series)
        for label, series, size in rows
    )
    return made, [size for *_, size in rows]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([(ONE, "", 13), (TWO, "", 21)], f"Children rose from 13 to 21 between {ONE} and {TWO}."),
        (
            [("Agency", ONE, 13), ("Agency", TWO, 21), ("Home", ONE, 9), ("Home", TWO, 9)],
            f"Agency rose from 13 to 21 between {ONE} and {TWO}; Home: 9 on both {ONE} and {TWO}.",
        ),
        (
            [(ONE, "Agency", 13), (ONE, "Home", 9), (TWO, "Agency", 12), (TWO, "Home", None)],
            f"Agency fell from 13 to 12 between {ONE} and {TWO}; Home: 9 on {ONE}.",
        ),
        (
            [(name, day, 5 + at) for at, name in enumerate("ABCD") for day in (ONE, TWO)],
            f"{TWO}: Largest of 4: D, 8.",
        ),
        ([("Under 14", "", 142), ("Over 14", "", None)], "Largest shown of 2: Under 14, 142."),
        ([("Under 14", "", None)], ""),
        ([], ""),
    ],
)
def test_what_is_shown_is_put_in_neutral_words(rows, sentence):
    assert made_finding("Children", *bars(*rows)) == sentence


@given(st.lists(st.none() | st.integers(0, 2000), max_size=6))
def test_a_made_finding_never_names_what_is_not_shown_nor_judges(sizes):
    rows = [(f"{n + 1} May 2015", "", size) for n, size in enumerate(sizes)]
    sentence = made_finding("Children", *bars(*rows))
    assert "[c]" not in sentence and not re.search("improve|worse|better", sentence)
    assert bool(sentence) == any(size is not None for size in sizes)


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
