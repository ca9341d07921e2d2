"""What officers paste, and the blocks that they mean by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.editor import pasted_text
from reports.editor.pasted_text import MOST, NO_CAPTION, PastedText, Piece, faults, split
from reports.language.text import LONGEST
from tests.cases import random_cases
from tests.sweeping import swept

P, S, C = "paragraph", "section", "cells"
# As Word puts it on the clipboard without its looks: a line each, numbers and bullets with a tab.
FROM_WORD = (
    "Purpose\r\n1.\tThis gives assurance.\r\n2.\tOf this cohort:\r\n•\tone\r\no\tdeeper\r\n"
    "•\ttwo\r\n3.\tLast."
)
LINE = st.text(st.characters(categories=("L", "P", "N"), exclude_characters="\r\n"), max_size=30)
# What is pasted → each block's kind and its words, its level or its rows.
SHAPES = {
    "# Purpose\n\nWords.": [(S, "Purpose"), (P, "Words.")],
    "# Purpose\nWords.": [(S, "Purpose"), (P, "Words.")],
    "Words.\n# Purpose": [(P, "Words."), (S, "Purpose")],
    "# One\n# Two\n## Three": [(S, "One"), (S, "Two"), (S, "Three")],
    "#    Spaced    ": [(S, "Spaced")],
    "##### Five deep": [(P, "##### Five deep")],
    "C# is a language": [(P, "C# is a language")],
    "1. First.\n\n2. Second.\n\n3. Third.": [(P, "First."), (P, "Second."), (P, "Third.")],
    "1. First.\n2. Second.\n3. Third.": [(P, "First."), (P, "Second."), (P, "Third.")],
    "7. Seventh.\n8. Eighth.": [(P, "Seventh."), (P, "Eighth.")],
    "7. Seventh.\n\n9. Ninth.": [(P, "Seventh."), (P, "Ninth.")],
    "These are:\n1. one\n2. two": [(P, "These are:\n1. one\n2. two")],
    "These are:\n\n1. one\n\n2. two": [(P, "These are:\n\n1. one\n\n2. two")],
    "4. These are:\n1. one\n2. two\n5. Last.": [(P, "These are:\n1. one\n2. two"), (P, "Last.")],
    "4. These are:\na. one\nb. two\n\n5. Last.": [(P, "These are:\na. one\nb. two"), (P, "Last.")],
    "4. These:\n* one\n* two\n\n5. Last.": [(P, "These:\n* one\n* two"), (P, "Last.")],
    "2016 was good.": [(P, "2016 was good.")],
    "1.5 staff came.": [(P, "1.5 staff came.")],
    "Words\non two lines.\n\nMore.": [(P, "Words\non two lines."), (P, "More.")],
    "Words.\n\n\n\n\nMore.": [(P, "Words."), (P, "More.")],
    "\n\n  \nWords.\n \n\n": [(P, "Words.")],
    "Words.\r\n\r\nMore.\r\n": [(P, "Words."), (P, "More.")],
    "Words.\rMore.": [(P, "Words."), (P, "More.")],
    "• one\n• two": [(P, "* one\n* two")],
    "Opens:\n• one\n• two\nCloses.": [(P, "Opens:\n* one\n* two"), (P, "Closes.")],
    "Opens:\n(a) one\n(b) two": [(P, "Opens:\na. one\nb. two")],
    "Opens:\n\n* one\n  * deeper\n* two\n\nCloses.": [
        (P, "Opens:\n\n* one\n  * deeper\n* two"),
        (P, "Closes."),
    ],
    "Ward\tNumber\nNorth\t12\nSouth\t4": [
        (C, [["Ward", "Number"], ["North", "12"], ["South", "4"]])
    ],
    "Words.\n\nWard\tNumber\nNorth\t12\n\nMore.": [
        (P, "Words."),
        (C, [["Ward", "Number"], ["North", "12"]]),
        (P, "More."),
    ],
    "| Ward | Number |\n|:--|--:|\n| North | 12 |": [(C, [["Ward", "Number"], ["North", "12"]])],
    "|Ward|Number|\n|North|12|": [(C, [["Ward", "Number"], ["North", "12"]])],
    "| A |\n| B |\n\n| C |\n| D |": [(C, [["A"], ["B"]]), (C, [["C"], ["D"]])],
    "A\tB\n\t1": [(C, [["A", "B"], ["", "1"]])],
    "\tGirls\tBoys\nNorth\t1\t2": [(C, [["", "Girls", "Boys"], ["North", "1", "2"]])],
    "A\tB\nNorth\t\nSouth\t4": [(C, [["A", "B"], ["North", ""], ["South", "4"]])],
    "A\tB\tC\n\t\t\n1\t\t": [(C, [["A", "B", "C"], ["1", "", ""]])],
    "Words.\n\n\tMore, indented.": [(P, "Words."), (P, "  More, indented.")],
    "•\tone\n\tmore of it\n•\ttwo": [(P, "* one\n  more of it\n* two")],
    "Words with a tab\t": [(P, "Words with a tab")],
    "125.\tWords.\n126.\tMore.": [(P, "Words."), (P, "More.")],
    "A|x\tB": [(C, [["A/x", "B"]])],
    "| A | B | C |\n| 1 |": [(C, [["A", "B", "C"], ["1", "", ""]])],
    "| 1 |\n| A | B | C |": [(C, [["1", "", ""], ["A", "B", "C"]])],
    "5 | 6": [(P, "5 | 6")],
    FROM_WORD: [
        *((P, "Purpose"), (P, "This gives assurance.")),
        *((P, "Of this cohort:\n* one\n  * deeper\n* two"), (P, "Last.")),
    ],
    "": [],
    "14. Fourteen.\n\n15. So:\n1. a": [(P, "Fourteen."), (P, "So:\n1. a")],
    "i. a\n\n   more of a": [(P, "i. a\n\n   more of a")],
    "* only": [(P, "* only")],
    "A\tB\nC\tD\tE": [(C, [["A", "B", ""], ["C", "D", "E"]])],
    "Text.\nA\tB\nC\tD": [(P, "Text."), (C, [["A", "B"], ["C", "D"]])],
    "| a/b | |\n| | 1 |": [(C, [["a/b", ""], ["", "1"]])],
    "|---|": [(C, [[""]])],
    "#tag": [(P, "#tag")],
    "# \n\nx": [(P, "#"), (P, "x")],
}
# The line before a table → its caption, and whether the line stays a paragraph.
CAPTIONS = {
    "Table 1: Visits by ward": ("Visits by ward", False),
    "Table 1. Visits by ward": ("Visits by ward", False),
    "Table 12 – Visits by ward": ("Visits by ward", False),
    "Table 1 Visits by ward": ("Visits by ward", False),
    "TABLE 1: Visits by ward": ("Visits by ward", False),
    "Table: Visits by ward": ("Visits by ward", False),
    "Figure 2 - Visits by ward": ("Visits by ward", False),
    "Visits by ward": (NO_CAPTION, True),
    "The table shows visits.": (NO_CAPTION, True),
    "See Table 1: Visits": (NO_CAPTION, True),
    "# Table 1: Visits": (NO_CAPTION, True),
}
# The cells of a column → whether its figures stand to the right.
NUMERIC = {
    ("12", "4"): True,
    ("1,204", "12.5"): True,
    ("12%", "4.5%"): True,
    ("£12", "£4.50"): True,
    ("−4", "+3", "-2"): True,
    ("12", ""): True,
    ("12", "–"): True,
    ("12", "n/a"): True,
    ("12", "N/A"): True,
    ("", ""): False,
    ("12", "twelve"): False,
    ("12 of 30",): False,
    ("March",): False,
    ("12", "4 wards"): False,
}


def shown(text):
    """Each block as its kind and what it is read by."""
    return [(one.kind, one.heading or one.text or one.rows) for one in split(text).pieces]


def test_what_is_pasted_becomes_the_blocks_that_are_meant():
    assert {text: shown(text) for text in SHAPES} == SHAPES


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_a_heading_is_as_deep_as_its_signs(level):
    (piece,) = split(f"{'#' * level} Work **done**").pieces
    assert (piece.kind, piece.level, piece.heading) == (S, level, "Work **done**")
    assert piece.first_words == "Work **done**"


def test_a_table_is_named_by_the_line_before_it():
    for line, (caption, stays) in CAPTIONS.items():
        pasted = split(f"{line}\n\nWard\tNumber\nNorth\t12")
        table = pasted.pieces[-1]
        assert (table.data["caption"], len(pasted.pieces) == 2) == (caption, stays), line
        assert (pasted_text.TABLE_NAMELESS in pasted.said) == (caption == NO_CAPTION), line
        assert table.first_words == caption


def test_a_column_of_figures_stands_to_the_right():
    for cells, numeric in NUMERIC.items():
        rows = "\n".join(f"| ward | {cell} |" for cell in cells)
        (table,) = split(f"| Ward | Number |\n|---|---|\n{rows}").pieces
        _, column = table.data["cells"]["columns"]
        assert column.get("numeric", False) == numeric, cells
        assert [row[1] for row in table.rows[1:]] == [*cells]


@swept(
    [
        ("One line.", ()),
        ("One.\n\nTwo.", ()),
        ("One.\nTwo.", (pasted_text.A_LINE_EACH,)),
        ("1. One.\n\n2. Two.", (pasted_text.NUMBERS_OUT,)),
        ("1. One.", (pasted_text.NUMBERS_OUT,)),
        ("Opens:\n1. one\n2. two", ()),
        ("A\tB\nC\tD", (pasted_text.TABLE_NAMELESS,)),
        ("1. One.\n\nA\tB", (pasted_text.NUMBERS_OUT, pasted_text.TABLE_NAMELESS)),
        ("One.\nTwo.\nA\tB", (pasted_text.A_LINE_EACH, pasted_text.TABLE_NAMELESS)),
        ("", ()),
        (FROM_WORD, (pasted_text.NUMBERS_OUT,)),
    ]
)
def test_what_was_read_otherwise_than_typed_is_said(text, said):
    assert split(text).said == said


def test_as_many_blocks_as_fit_are_taken_and_one_more_is_refused():
    most = split("\n\n".join(["Words."] * MOST))
    assert (len(most.pieces), faults(most)) == (MOST, [])
    more = split("\n\n".join(["Words."] * (MOST + 1)))
    assert faults(more) == [
        "These are 201 blocks, and 200 are the most at once: add them in several goes."
    ]
    many = PastedText((Piece(P, text="[[x"),) * 1500)
    assert faults(many) == [
        "These are 1,500 blocks, and 200 are the most at once: add them in several goes."
    ]


def test_a_heading_of_three_hundred_letters_is_the_longest():
    assert faults(split(f"# {'x' * 300}")) == []
    (fault,) = faults(split(f"Words.\n\n# {'x' * 301}"))
    assert fault == "Heading 2: A heading has 300 letters at most: shorten it."


def test_every_fault_is_told_with_the_place_of_its_block():
    long = "x" * (LONGEST + 1)
    first, second, third = faults(
        split(f"Good.\n\nA **loose mark.\n\n# Fine\n\nA ]] bracket.\n\n{long}")
    )
    assert third.startswith("Paragraph 5: The text has 100,001 letters")
    assert first == "Paragraph 2: Bold is opened by ** and never closed: write ** where it ends."
    assert second.startswith("Paragraph 4: Two square brackets are closed and were never opened")


ROW = st.lists(st.text("abc 19£%", max_size=6), min_size=2, max_size=4)


@random_cases(30)
@given(st.lists(ROW, min_size=1, max_size=5))
def test_a_table_keeps_every_cell_at_its_place(rows):
    text = "\n".join("| " + " | ".join(row) + " |" for row in rows)
    (table,) = split(text).pieces
    width = max(map(len, rows))
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    padded = [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in kept]
    if kept and len(kept) == len(rows):
        assert table.rows == padded


@random_cases(30)
@given(
    st.lists(st.text("abcde", min_size=1, max_size=8), min_size=1, max_size=9), st.integers(1, 90)
)
def test_a_run_of_typed_numbers_is_taken_out_whatever_it_begins_with(words, first):
    text = "\n".join(f"{number}. {word}" for number, word in enumerate(words, first))
    assert shown(text) == [(P, word) for word in words]
    assert pasted_text.NUMBERS_OUT in split(text).said


@given(st.lists(LINE, max_size=12))
def test_no_letter_is_lost_and_splitting_again_changes_nothing(lines):
    pasted = split("\n".join(lines))
    letters = [sign for line in lines for sign in line if sign.isalpha()]
    kept = [
        sign
        for one in pasted.pieces
        for words in (one.heading, one.text, *_cells(one))
        for sign in words
        if sign.isalpha()
    ]
    assert kept == letters
    paragraphs = [one.text for one in pasted.pieces if one.kind == "paragraph"]
    again = [one.text for one in split("\n\n".join(paragraphs)).pieces]
    assert "".join("".join(again).split()) == "".join("".join(paragraphs).split())


def _cells(piece):
    return [cell for row in piece.rows for cell in row] if piece.kind == "cells" else []
