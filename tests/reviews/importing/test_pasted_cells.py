"""What a cell, a heading and a row of a pasted table may hold, and what becomes of them."""

import csv

import pytest

from assurance.records.history import HistoryEntry
from assurance.reviews import operations
from assurance.reviews.rules import pasted_tables as rules
from assurance.reviews.rules.pasted_tables import Line
from assurance.tables import limits
from tests.cast import make_council, officer
from tests.make.findings import finding, review, theme
from tests.make.papers import ISSUED_ON
from tests.sweeping import swept


def kept(of, *lines):
    """The lines kept by the operation."""
    own = {"council": make_council(), "by": officer(), "on": ISSUED_ON}
    return operations.record_table(review=of, lines=[Line(*one) for one in lines], **own)


@swept(
    [
        ("• Late visits", "Late visits"),
        ("·Late visits", "Late visits"),
        ("– Late visits", "Late visits"),
        ("* Late visits", "Late visits"),
        ("o Late visits", "Late visits"),
        ("1. Late visits", "Late visits"),
        ("12) Late visits", "Late visits"),
        ("often late", "often late"),
        ("3.5 visits are late", "3.5 visits are late"),
        ("2016 was late", "2016 was late"),
        ("1.Late visits", "1.Late visits"),
        ("100. Late visits", "100. Late visits"),
        ("Well-run homes", "Well-run homes"),
    ]
)
def test_a_bullet_is_taken_from_before_the_words_and_nothing_else_is(cell, words):
    assert rules.read(f"A\t{cell}", "areas") == [Line("A", "area", words)]


@swept(
    [
        ("Strengths", "strength"),
        ("GOOD PRACTICE", "strength"),
        ("What is working well", "strength"),
        ("What works", "strength"),
        ("Areas for development", "area"),
        ("Area for improvement", "area"),
        ("Areas to consider", "area"),
        ("Even better if", "area"),
        ("Weaknesses", "area"),
        ("Challenges", "area"),
        ("Recommendations", "recommendation"),
        ("Recommendation for improvement", "recommendation"),
        ("Top tips", "top_tip"),
        ("Agreed priorities", "priority"),
        ("Priorities for development", "priority"),
    ]
)
def test_a_heading_says_what_its_column_holds(heading, kind):
    for of in ("Theme", "Line of enquiry", "Judgement area", "Topic"):
        read = rules.read(f"{of} | {heading}\nA | Words", "headed")
        assert read == [Line("A", kind, "Words")], of


@pytest.mark.parametrize(
    "first",
    ["Strengths | Good practice", "Strengths | Notes", f"Theme | {'strengths ' * 7}", "Theme | "],
)
def test_a_row_that_names_no_columns_is_no_heading(first):
    with pytest.raises(rules.NotRead, match="does not name the columns"):
        rules.read(f"{first}\nA | B", "headed")


@swept([
        ("Clear plans\nQuick answers\tLate visits", "two",
         [("", "strength", "Clear plans"), ("", "strength", "Quick answers"),
          ("", "area", "Late visits")]),
        ("\n\nA\tOne", "areas", [("A", "area", "One")]),
        ("A\tOne\n\tTwo\nB\tThree", "areas",
         [("A", "area", "One"), ("A", "area", "Two"), ("B", "area", "Three")]),
        ("A | One\n | Two\n|---|---|\nB | Three", "areas",
         [("A", "area", "One"), ("A", "area", "Two"), ("B", "area", "Three")]),
        ("A | One |  ", "areas", [("A", "area", "One")]),
        ("A\tOne\t", "three", [("A", "strength", "One")]),
        ('A\t"One\nTwo"\r\nB\t"Three\n\n• Four"', "areas",
         [("A", "area", "One"), ("A", "area", "Two"), ("B", "area", "Three"),
          ("B", "area", "Four")]),
        ("A | One<BR/>Two<br >Three", "areas",
         [("A", "area", "One"), ("A", "area", "Two"), ("A", "area", "Three")]),
        ("A\tOne\rB\tTwo", "areas", [("A", "area", "One"), ("B", "area", "Two")]),
        ('A\t"One\nTwo"\rB\tThree', "areas",
         [("A", "area", "One"), ("A", "area", "Two"), ("B", "area", "Three")]),
        ("Strengths | Areas for development\nOne | Two", "two",
         [("", "strength", "One"), ("", "area", "Two")]),
    ])  # fmt: skip
def test_rows_and_paragraphs_are_found_however_they_were_copied(text, layout, lines):
    assert rules.read(text, layout) == [Line(*one) for one in lines]


@pytest.mark.parametrize("limit", [131_072, limits.MEGABYTE])
def test_how_much_is_read_at_once_hangs_on_the_text_alone(limit):
    before = csv.field_size_limit(limit)
    try:
        long = rules.MOST_CHARACTERS - len('A\t"\n"')
        assert rules.read(f'A\t"\n{"x" * long}"', "areas")[0].text == "x" * long
        with pytest.raises(rules.NotRead, match="at once: paste it in parts"):
            rules.read(f'A\t"\n{"x" * (long + 1)}"', "areas")
    finally:
        csv.field_size_limit(before)


@pytest.mark.parametrize(
    ("number", "length", "sentence"),
    [
        (0, 1, "has no finding"),
        (1, 200, None),
        (1, 201, "A theme must have 200 characters or fewer"),
        (200, 1, None),
        (201, 1, "Paste 200 findings or fewer at once: these are 201"),
    ],
)
def test_how_many_and_how_long_is_weighed_at_its_edge(number, length, sentence):
    told = rules.why_not_lines([Line("x" * length, "area", f"{one}") for one in range(number)])
    assert told is None if sentence is None else sentence in told


@pytest.mark.parametrize(
    ("line", "known"),
    [
        (("help", "area", "late  VISITS"), True),
        (("HELP ", "area", "Late visits"), True),
        (("help", "strength", "Late visits"), False),
        (("", "area", "Late visits"), False),
        (("help", "area", "Late visit"), False),
    ],
)
def test_a_line_is_held_by_theme_kind_and_words_whatever_their_case(line, known):
    new, held = rules.told_apart([Line(*line)], [("Help", "area", "Late visits")])
    assert (new, held) == (([], [Line(*line)]) if known else ([Line(*line)], []))


@pytest.mark.django_db
def test_pasted_findings_follow_withdrawn_ones_and_themes_follow_those_that_stand():
    of = review()
    theme(of, "Help and protection")
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    finding(review=of, number=7, **gone)
    made = kept(
        of,
        ("HELP and protection", "area", "Late visits"),
        ("Care leavers", "strength", "Good homes"),
        ("", "area", "Few plans"),
    )
    assert [(one.kind, one.number, str(one.theme or "")) for one in made] == [
        ("area", 8, "Help and protection"),
        ("strength", 1, "Care leavers"),
        ("area", 9, ""),
    ]
    assert [(one.title, one.order) for one in of.themes.all()] == [
        ("Help and protection", 1),
        ("Care leavers", 2),
    ]
    [entry] = HistoryEntry.objects.about(of)
    assert entry.changes["themes"]["to"] == ["Care leavers"]
    assert entry.changes["findings"]["to"] == [str(one) for one in made]
    assert "Late visits" not in str(entry.changes)
