"""A text that was pasted is split as its writer would: into headings, paragraphs, lists, tables."""

from hypothesis import given
from hypothesis import strategies as st

from reports.editor import pasted_text
from reports.editor.pasted_text import PastedText, Piece, faults, split
from reports.papers.language.text import LONGEST
from tests.sweeping import swept

# As Word puts it on the clipboard without its looks: a line each, numbers and bullets with a tab.
FROM_WORD = (
    "Purpose\r\n1.\tThis gives assurance.\r\n2.\tOf this cohort:\r\n•\tone\r\no\tdeeper\r\n"
    "•\ttwo\r\n3.\tLast."
)
LINE = st.text(st.characters(categories=("L", "P", "N"), exclude_characters="\r\n"), max_size=30)


def shown(text):
    """Each block as its kind and what it is read by."""
    return [(one.kind, one.heading or one.text or one.rows) for one in split(text).pieces]


def test_text_without_its_looks_keeps_its_lists_and_loses_its_numbers():
    assert shown(FROM_WORD) == [
        ("paragraph", "Purpose"),
        ("paragraph", "This gives assurance."),
        ("paragraph", "Of this cohort:\n* one\n  * deeper\n* two"),
        ("paragraph", "Last."),
    ]
    assert split(FROM_WORD).said == (pasted_text.NUMBERS_OUT,)
    assert split("One line.\nAnother.").said == (pasted_text.A_LINE_EACH,)


@swept(
    [
        ("", []),
        ("\n\n", []),
        ("One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("One\nline on.\n\nTwo.", [("paragraph", "One\nline on."), ("paragraph", "Two.")]),
        ("Opens:\n\n* a\n\n* b", [("paragraph", "Opens:\n\n* a\n\n* b")]),
        ("Opens:\n\n1. a\n2. b", [("paragraph", "Opens:\n\n1. a\n2. b")]),
        (
            "14. Fourteen.\n\n15. So:\n1. a",
            [("paragraph", "Fourteen."), ("paragraph", "So:\n1. a")],
        ),
        ("i. a\n\n   more of a", [("paragraph", "i. a\n\n   more of a")]),
        ("* only", [("paragraph", "* only")]),
        ("A\tB\nC\tD\tE", [("cells", [["A", "B", ""], ["C", "D", "E"]])]),
        ("Text.\nA\tB\nC\tD", [("paragraph", "Text."), ("cells", [["A", "B"], ["C", "D"]])]),
        ("| a/b | |\n| | 1 |", [("cells", [["a/b", ""], ["", "1"]])]),
        ("|---|", [("cells", [[""]])]),
        ("###### Deep", [("paragraph", "###### Deep")]),
        ("#tag", [("paragraph", "#tag")]),
        ("# \n\nx", [("paragraph", "#"), ("paragraph", "x")]),
    ]
)
def test_each_shape_is_split_as_it_looks(text, expected):
    assert shown(text) == expected


def test_what_cannot_be_kept_is_said_with_its_place():
    text = f"Fine.\n\nA [[loose\n\n# {'long ' * 70}\n\n{'x' * (LONGEST + 1)}"
    first, second, third = faults(split(text))
    assert first.startswith("Paragraph 2: Two square brackets are opened")
    assert second == "Heading 3: A heading has 300 letters at most: shorten it."
    assert third.startswith("Paragraph 4: The text has 100,001 letters")
    many = PastedText((Piece("paragraph", text="x"),) * 201)
    assert faults(many) == [
        "These are 201 blocks, and 200 are the most at once: add them in several goes."
    ]


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
