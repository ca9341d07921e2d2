"""Lines freed of their pages: running heads, numbers of pages, rules; and tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.lines.clean_lines import (
    PAGE_NUMBER,
    PICTURE,
    RUNNING,
    is_rule_of_table,
    lines_of,
    tables_apart,
)
from reports.conversion.results import Source
from tests.cases import random_cases
from tests.sweeping import swept


def kept(*lines):
    """The words that are left of these lines."""
    return [one.words for one in lines_of(Source([*lines]))[0]]


def gone(*lines):
    """(place, words, why) of what was left out."""
    return [(one.where, one.words, one.why) for one in lines_of(Source([*lines]))[1]]


@swept(
    [
        *(("plain", "plain", 0, False), ("  in", "in", 2, False), ("\tin", "in", 4, True)),
        *((" \tin", "in", 5, False), ("\t\tin", "in", 8, True), ("> quoted", "quoted", 0, False)),
        *((">quoted", "quoted", 0, False), ("  > quoted", "quoted", 0, False)),
        *(("ends   ", "ends", 0, False), ("&amp;", "&", 0, False)),
        ("<p>tagged</p>", "tagged", 1, False),
    ]
)
def test_a_line_and_its_indent(raw, words, indent, tabbed):
    ((line,), missed) = lines_of(Source([raw]))
    assert (line.words, line.indent, line.tabbed, missed) == (words, indent, tabbed, [])
    assert line.blank and line.page and line.hard


def test_how_a_line_stands_among_the_others():
    rows = ["one", "two  ", "three", "", "four", "\ffive", "six\\", "seven"]
    lines, _ = lines_of(Source(rows))
    assert [(one.number, one.blank, one.page, one.hard) for one in lines] == [
        (1, True, True, True),
        (2, False, False, False),
        (3, False, False, True),
        (5, True, False, False),
        (6, True, True, False),
        (7, False, False, False),
        (8, False, False, True),
    ]


@swept(["---", "- - -", "***", "* * *", "___", "=====", "```", "```text", "", "   ", "\t", ">"])
def test_a_rule_parts_lines_and_is_no_line(rule):
    lines, missed = lines_of(Source(["one", rule, "two"]))
    assert [(one.words, one.blank) for one in lines] == [("one", True), ("two", True)]
    assert missed == []


@pytest.mark.parametrize("near", ["--", "* *", "==", "- a -", "__", "--- text"])
def test_what_is_not_quite_a_rule_is_kept(near):
    assert kept("one", near, "two") == ["one", near, "two"]


@swept(
    [
        *("Page 3", "page 3 of 9", "PAGE 12/14", "p. 7", "- Page 3 -", "– page 3 –", "## Page 3"),
        *("Page 3 of 9 Agenda item 7", "Page 1203 of 1300"),
    ]
)
def test_the_number_of_a_page_is_left_out_and_told(page):
    assert kept("one", page, "two") == ["one", "two"]
    assert gone("one", page, "two") == [("line 2", page.lstrip("# "), PAGE_NUMBER)]


@pytest.mark.parametrize(
    "words",
    ["Page 3 shows the plan", "Pages 3", "See page 3", "p.m. 3", "Page three", "Page 12345"],
)
def test_words_that_speak_of_a_page_are_kept(words):
    assert kept("one", words, "two") == ["one", words, "two"]
    assert gone("one", words, "two") == []


def test_bare_numbers_that_rise_from_page_to_page_are_pages():
    rows = []
    texts = ["Checks were made.", "Visits were late.", "Nothing else was found."]
    for page, words in enumerate(texts, 1):
        rows += [words, "", f"- {page} -", ""]
    assert kept(*rows) == texts
    assert [why for _, _, why in gone(*rows)] == [PAGE_NUMBER] * 3


@pytest.mark.parametrize(
    "numbers", [("24", "7", "36"), ("1", "2", "9"), ("5",), ("3", "2", "1"), ("2", "4", "6")]
)
def test_bare_numbers_that_do_not_rise_are_words(numbers):
    rows = ["Before."]
    for one in numbers:
        rows += ["", one, "", "Words between them."]
    assert [one for one in kept(*rows) if one.isdigit()] == [*numbers]
    assert gone(*rows) == []


def test_a_bare_number_beside_a_pages_end_is_its_number():
    assert kept("One.", "", "7", "\fTwo.") == ["One.", "Two."]
    assert kept("One.", "\f8", "", "Two.") == ["One.", "Two."]
    assert kept("One.", "7", "\fTwo.") == ["One.", "7", "Two."]


def test_what_stands_at_the_head_of_three_pages_is_no_text_of_two_is():
    def paged(count):
        rows = ["The title of it"]
        for page in range(1, count + 1):
            rows += [f"\fBarset Panel, sheet {page}", f"What page {page} alone says."]
        return rows

    assert [one for one in kept(*paged(3)) if "Panel" in one] == []
    assert [why for _, _, why in gone(*paged(3))] == [RUNNING] * 3
    assert len([one for one in kept(*paged(2)) if "Panel" in one]) == 2
    assert gone(*paged(2)) == []


def test_a_long_line_at_the_head_of_pages_is_text():
    long = "The same long sentence stands at the head of every page of it, " * 2
    rows = ["Title"]
    for page in (1, 2, 3):
        rows += [f"\f{long}", f"What page {page} says alone."]
    assert kept(*rows).count(long.strip()) == 3


def test_the_line_behind_a_page_is_apart_from_the_one_before_it():
    lines, _ = lines_of(Source(["one", "Page 1", "two"]))
    assert [(one.words, one.blank, one.page) for one in lines] == [
        ("one", True, True),
        ("two", True, True),
    ]


def test_pictures_are_told_with_the_place_that_the_source_counts():
    source = Source(["one ![a chart](x.png)", "![](y.png)"], "paragraph", numbers=[4, 9])
    lines, missed = lines_of(source)
    assert [one.words for one in lines] == ["one"]
    assert [(one.where, one.words, one.why) for one in missed] == [
        ("paragraph 4", "a chart", PICTURE),
        ("paragraph 9", "", PICTURE),
    ]


@swept(
    [
        *((("---", "---"), True), ((":--", "--:"), True), ((":-:",), True), (("-", ""), True)),
        *((("", ""), False), ((), False), (("---", "x"), False), (("- -",), False)),
    ]
)
def test_the_line_under_the_head_of_a_table(cells, is_rule):
    assert is_rule_of_table(cells) is is_rule


def cells(*rows):
    """The cells of these lines, each right under the one before it; `""` parts them."""
    lines, _ = lines_of(Source([*rows]))
    return [one.cells for one in tables_apart(lines)]


@swept(
    [
        *(("| a | b |", ("a", "b")), ("|a|b|", ("a", "b")), ("| a | b", ("a", "b"))),
        *(("| a | |", ("a", "")), ("||", ("",)), (r"| a \| b | c |", ("a | b", "c"))),
        *((r"| a | b \|", ("a", "b |")), ("a | b", ()), ("| alone", ()), ("a\tb", ())),
        ("plain", ()),
    ]
)
def test_how_a_row_alone_is_parted(row, parted):
    assert cells("Before.", "", row, "", "After.")[1] == parted


def test_rows_with_tabs_need_a_row_beside_them():
    assert cells("a\tb", "c\td") == [("a", "b"), ("c", "d")]
    assert cells("a\t\tb", "c\td") == [("a", "b"), ("c", "d")]
    assert cells("a\tb", "", "c\td") == [(), ()]
    assert cells("a\tb", "words") == [(), ()]
    assert cells("\ta\tb", "c\td\te") == [("", "a", "b"), ("c", "d", "e")]
    assert cells("1.\tOne.", "2.\tTwo.") == [(), ()]
    assert cells("•\tOne.", "•\tTwo.") == [(), ()]
    assert cells(f"a\t{'long ' * 30}", "words") == [("a", ("long " * 30).strip()), ()]


WORDS = st.text("abc 019.", min_size=1, max_size=12).filter(lambda one: one.strip())


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5))
@random_cases(60)
def test_any_table_of_pipes_is_parted_into_the_cells_that_it_was_made_of(rows):
    written = [f"| {' | '.join(row)} |" for row in rows]
    assert cells(*written) == [tuple(one.strip() for one in row) for row in rows]
