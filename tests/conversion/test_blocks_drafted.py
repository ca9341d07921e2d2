"""Blocks as they grow: sections in one another, tables with their cells, captions, names."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reports.conversion.blocks.draft import DEEPEST, LONGEST_HEADING, Draft, cells_of
from reports.conversion.results import Unit
from tests.cases import random_cases
from tests.sweeping import swept


def place(number):
    """Where a line stands."""
    return f"line {number}"


def table(*rows):
    """A table of rows of words."""
    return Unit("table", 1, rows=rows)


def tree(draft):
    """(heading or text, heading of what it stands in) of each block."""
    names = {one.slug: one.heading for one in draft.blocks}
    return [(one.heading or one.text.words, names.get(one.parent, "")) for one in draft.blocks]


CELLS = [
    ((("A", "B"), ("x", "1")), [("A", False), ("B", True)], [["x", "1"]], False),
    ((("A", "B"), ("x", "n/a"), ("y", "-")), [("A", False), ("B", True)], None, False),
    ((("A", "B"), ("x", "£1,200"), ("y", "24%")), [("A", False), ("B", True)], None, False),
    ((("A", "B"), ("x", "1"), ("y", "two")), [("A", False), ("B", False)], None, False),
    ((("A", "B"), ("x", "")), [("A", False), ("B", False)], [["x", ""]], False),
    ((("A", "B"), ("x", ""), ("y", "7")), [("A", False), ("B", True)], None, False),
    ((("A", "B"), ("Total", "3")), [("A", False), ("B", True)], None, True),
    ((("A", "B"), ("**TOTAL**", "3")), [("A", False), ("B", True)], None, True),
    ((("A", "B"), ("Grand total", "3")), [("A", False), ("B", True)], None, True),
    ((("A", "B"), ("Sub-total", "3")), [("A", False), ("B", True)], None, True),
    ((("A", "B"), ("Total", "3"), ("x", "1")), [("A", False), ("B", True)], None, False),
    ((("A", "B"), ("Totally new", "3")), [("A", False), ("B", True)], None, False),
    ((("A", "B"),), [("A", False), ("B", False)], [], False),
    ((("**A**", "_B_"), ("x", "1")), [("A", False), ("B", True)], None, False),
    ((("A",), ("x", "1")), [("A", False), ("", True)], [["x", "1"]], False),
    ((("A", "B", "C"), ("x",)), None, [["x", "", ""]], False),
    ((("A", "B"), ("x", "**1**")), [("A", False), ("B", False)], [["x", "**1**"]], False),
    ((("A", "B"), ("[[x]]", "1")), None, [["[ [x] ]", "1"]], False),
    ((("Year", "€"), ("2015", "1.5m")), [("Year", True), ("€", True)], None, False),
    ((("a", "7"), ("a",), ("a",)), [("a", False), ("7", False)], [["a", ""], ["a", ""]], False),
    ((("a", "7"), ("b", "8"), ("c",)), [("", False), ("", True)], None, False),
    ((("a", "7"), ("b", "8")), [("a", False), ("7", True)], None, False),
    ((("a", "2015"), ("b", "8"), ("c", "9")), [("a", False), ("2015", True)], None, False),
]


@swept(CELLS)
def test_the_cells_of_a_table(rows, columns, body, total):
    found = cells_of(table(*rows))
    if columns is not None:
        assert [(one["label"], one["numeric"]) for one in found["columns"]] == columns
    if body is not None:
        assert found["rows"] == body
    assert found["total_row"] is total


@given(
    st.lists(
        st.lists(st.sampled_from(("a", "7", "", "x y")), min_size=1, max_size=5),
        min_size=1,
        max_size=6,
    )
)
@random_cases(60)
@example([["a", "7"], ["a"], ["a"]])
@example([["a", "7"], ["a", "7"], ["a"]])
def test_a_ragged_table_is_filled_up_and_loses_no_cell(rows):
    found = cells_of(table(*map(tuple, rows)))
    width = max(map(len, rows))
    assert len(found["columns"]) == width
    labels = [one["label"] for one in found["columns"]]
    # A first row of numbers over another is a row, and its columns have no names.
    printed = found["rows"] if is_headless(rows) else [labels, *found["rows"]]
    assert is_headless(rows) <= (labels == [""] * width)
    assert printed == [[*row, *[""] * (width - len(row))] for row in rows]
    for column, said in enumerate(found["columns"]):
        cells = [row[column] for row in found["rows"]]
        assert said["numeric"] == ("7" in cells and set(cells) <= {"7", ""})


def is_headless(rows):
    """Whether the first of three rows or more has a label and numbers alone, as another has."""
    width = max(map(len, rows))
    opens = len(rows) > 2 and rows[0][0] and len(rows[0]) == width and set(rows[0][1:]) == {"7"}
    return bool(opens) and any({*row[1:], ""} == {"7", ""} for row in rows[1:])


def test_sections_stand_in_the_last_open_one_of_a_higher_level():
    draft = Draft(place)
    for words, level in (("One", 1), ("In", 2), ("Deep", 3), ("In too", 2), ("Two", 1), ("Far", 5)):
        draft.section(Unit("heading", 1, words), level)
    assert tree(draft) == [
        ("One", ""),
        ("In", "One"),
        ("Deep", "In"),
        ("In too", "One"),
        ("Two", ""),
        ("Far", "Two"),
    ]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
@random_cases(60)
def test_no_section_stands_deeper_than_three_or_under_a_lower_one(levels):
    draft = Draft(place)
    for number, level in enumerate(levels):
        draft.section(Unit("heading", 1, f"Part {number}"), level)
    level_of = dict(zip([one.slug for one in draft.blocks], levels, strict=True))
    above = {one.slug: one.parent for one in draft.blocks}
    assert len(level_of) == len(levels)
    for slug, parent in above.items():
        depth, up = 1, parent
        while up:
            depth, up = depth + 1, above[up]
        assert depth <= DEEPEST
        assert not parent or level_of[parent] < level_of[slug]


@pytest.mark.parametrize("length", [1, LONGEST_HEADING - 1, LONGEST_HEADING])
def test_a_heading_that_is_not_too_long_is_whole(length):
    draft = Draft(place)
    block = draft.section(Unit("heading", 1, "x" * length), 1)
    assert block.heading == "x" * length and len(draft.blocks) == 1


def test_a_heading_that_is_too_long_goes_on_in_a_text():
    draft, words = Draft(place), "word " * 70
    block = draft.section(Unit("heading", 1, words), 1)
    assert 0 < len(block.heading) <= LONGEST_HEADING
    assert f"{block.heading} {draft.blocks[1].text.words}" == words.strip()
    draft = Draft(place)
    block = draft.section(Unit("heading", 1, "x" * 400), 1)
    assert block.heading == "x" * 300 and draft.blocks[1].text.words == "x" * 400


def test_a_run_in_heading_and_the_texts_of_its_paragraph():
    draft = Draft(place)
    block = draft.paragraph(Unit("paragraph", 1, "**Checks**", "3.", run=1), True)
    draft.text(Unit("text", 2, "They were made."))
    draft.text(Unit("text", 3, "And again."))
    assert (block.heading, block.text.words) == ("Checks", "They were made.\n\nAnd again.")
    assert block.entries == {"typed": "3.", "run": 1}
    long = draft.paragraph(Unit("paragraph", 4, "x" * 301, "4.", run=1), True)
    assert (long.heading, long.text.words) == ("", "x" * 301)


def test_texts_without_a_number_are_blocks_of_their_own():
    draft = Draft(place)
    draft.text(Unit("text", 1, "One."))
    draft.text(Unit("text", 2, "Two."))
    assert [one.text.words for one in draft.blocks] == ["One.", "Two."]
    assert len({one.slug for one in draft.blocks}) == 2


@pytest.mark.parametrize(
    ("more", "inside"),
    [
        (Unit("text", 3, "and so on", blank=True), True),
        (Unit("text", 3, "Under it.", indent=2, blank=True), True),
        (Unit("text", 3, "Beside it.", blank=False), True),
        (Unit("text", 3, "Apart from it.", blank=True), False),
        (Unit("text", 3, "Apart from it.", indent=1, blank=True), False),
    ],
)
def test_what_goes_on_with_an_item_and_what_with_its_paragraph(more, inside):
    draft = Draft(place)
    block = draft.paragraph(Unit("paragraph", 1, "Found:", "1.", run=1), False)
    draft.item(Unit("item", 2, "one", "a)"))
    draft.text(more)
    assert block.text.words == f"Found:\n\na. one\n\n{'  ' if inside else ''}{more.words}"
    assert len(draft.blocks) == 1


def test_captions_and_names_of_tables():
    draft = Draft(place)
    one = draft.table(table(("A",), ("x",)), Unit("text", 1, "**Table 1:** Grades"))
    two = draft.table(table(("A",), ("x",)), Unit("text", 1, "Grades of all"))
    three = draft.table(table(("A",), ("x",)), None)
    assert [block.entries["caption"] for block in (one, two, three)] == [
        *["Grades", "Grades of all", ""]
    ]
    assert [block.entries.get("typed") for block in (one, two, three)] == ["Table 1", None, None]
    assert len({block.slug for block in draft.blocks}) == 3
    draft.paragraph(Unit("paragraph", 1, "Shown:", "1.", run=1), False)
    draft.caption("Fig. 2 – Trend")
    draft.caption("Chart 3")
    assert draft.blocks[-1].plain()["data"]["captions"] == [
        {"typed": "Fig. 2", "words": "Trend"},
        {"typed": "Chart 3", "words": ""},
    ]
