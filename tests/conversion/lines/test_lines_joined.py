"""Lines joined into units, and labels sorted into runs: what goes on, what begins anew."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.blocks.label_kinds import sort
from reports.conversion.lines.clean_lines import lines_of, tables_apart
from reports.conversion.lines.marks import dotted
from reports.conversion.lines.wrapped_lines import units_of
from reports.conversion.results import Source
from tests.cases import random_cases
from tests.sweeping import swept

LONG = (
    "The service audited the case files of each of its teams during the first half of the year and "
    "shared what it found with the workers, who were glad of it and asked for more of the same in "
    "the months that were to come, since nobody had looked at their files for a long time before."
)


def joined(*rows):
    """(kind, label, words) of the units of these lines."""
    lines, _ = lines_of(Source([*rows]))
    return [(one.kind, one.typed, one.words) for one in units_of(tables_apart(lines))]


def settled(text):
    """(kind, label, run) of the units of a text once they are sorted."""
    lines, _ = lines_of(Source(text.split("\n")))
    return [(one.kind, one.typed, one.run) for one in sort(units_of(tables_apart(lines)))]


@swept(
    [
        ([], []),
        (["Words."], [("text", "", "Words.")]),
        (["One.", "", "Two."], [("text", "", "One."), ("text", "", "Two.")]),
        (["It went", "on here."], [("text", "", "It went on here.")]),
        (["a well-", "known case"], [("text", "", "a well-known case")]),
        (["One  ", "two."], [("text", "", "One"), ("text", "", "two.")]),
        (["# Head", "words."], [("heading", "", "Head"), ("text", "", "words.")]),
        (["1. One", "and more."], [("item", "1.", "One and more.")]),
        (["1. One.", "2. Two."], [("item", "1.", "One."), ("item", "2.", "Two.")]),
        (["- one", "- two"], [("item", "", "one"), ("item", "", "two")]),
        (["- one", "  goes on"], [("item", "", "one goes on")]),
        (["It went", "", "on here."], [("text", "", "It went on here.")]),
        (["It ended.", "", "on here."], [("text", "", "It ended."), ("text", "", "on here.")]),
        (["**Head**", "Words."], [("text", "", "**Head**"), ("text", "", "Words.")]),
        (["HEAD OF IT", "words."], [("text", "", "HEAD OF IT"), ("text", "", "words.")]),
        (["Words", "Table 1: Grades"], [("text", "", "Words"), ("text", "", "Table 1: Grades")]),
        (["Words", "Annex A – Plan"], [("text", "", "Words"), ("text", "", "Annex A – Plan")]),
        (["Words", "Date: today"], [("text", "", "Words"), ("text", "", "Date: today")]),
        (["1.", "", "Words."], [("item", "1.", ""), ("text", "", "Words.")]),
        (["1.\tTwo\twords"], [("item", "1.", "Two words")]),
        (["4.6 i. Work done"], [("item", "4.6", "i. Work done")]),
        (["4.6 million pounds"], [("text", "", "4.6 million pounds")]),
    ]
)
def test_lines_that_go_on_and_lines_that_begin_anew(rows, units):
    assert joined(*rows) == units


def test_a_label_on_a_line_of_its_own_begins_what_follows():
    last = "and at last they went to look for a little more of the same work"
    rows = [*textwrap.wrap(LONG, 70), last, "d)", "", "What they said"]
    assert joined(*rows)[-2:] == [("item", "d)", ""), ("text", "", "What they said")]


def test_small_letters_begin_a_point_where_bullets_were_lost():
    points = [" note it.", " Agree it.", " Ask for more.", " Thank them.", " Write that.", " Meet."]
    rows = joined(*textwrap.wrap(LONG, 70), *points)
    assert [words for kind, _typed, words in rows if kind == "item"] == [
        one.strip() for one in points
    ]


def test_each_abbreviation_of_a_list_has_its_line_however_long_the_one_before():
    rows = [*textwrap.wrap(LONG, 70), "", f"NS – {'Society of ' * 5}Work", "QA – Quality"]
    assert joined(*rows)[-1] == ("text", "", "QA – Quality")


def test_tables_are_units_of_their_rows():
    lines, _ = lines_of(
        Source(["| a | b |", "|---|---|", "| 1 | 2 |", "", "| 3 | 4 |", "", "| x |", "Words."])
    )
    made = units_of(tables_apart(lines))
    assert [(one.kind, one.rows) for one in made] == [
        ("table", (("a", "b"), ("1", "2"), ("3", "4"))),
        ("table", (("x",),)),
        ("text", ()),
    ]


def test_a_second_head_begins_another_table():
    lines, _ = lines_of(Source(["| a |b|", "|-|-|", "| 1 |2|", "| c |d|", "|-|-|", "| 3 |4|"]))
    made = units_of(tables_apart(lines))
    assert [one.rows for one in made] == [(("a", "b"), ("1", "2")), (("c", "d"), ("3", "4"))]


@given(st.integers(45, 110), st.integers(2, 6))
@random_cases(60)
def test_paragraphs_broken_at_any_width_are_whole_again(width, count):
    paragraphs = [f"{place}. {LONG}" for place in range(1, count + 1)]
    rows = [row for one in paragraphs for row in [*textwrap.wrap(one, width), ""]]
    assert joined(*rows) == [("item", f"{place}.", LONG) for place in range(1, count + 1)]


@swept(
    [
        *(("1.", (1,)), ("(12)", (12,)), ("3.2.1", (3, 2, 1)), ("3.2.", (3, 2)), ("a)", ())),
        *(("1a", ()), ("iv.", ()), ("", ())),
    ]
)
def test_the_numbers_of_a_label(typed, numbers):
    assert dotted(typed) == numbers


ONE_RUN = [("paragraph", "1.", 1), ("paragraph", "2.", 1), ("paragraph", "3.", 1)]
HEAD = ("heading", "", 0)
SORTED = [
    ("1. One.\n\n2. Two.\n\n3. Three.", ONE_RUN),
    ("## A\n\n1. One.\n\n## B\n\n2. Two.\n\n3. Three.", [HEAD, ONE_RUN[0], HEAD, *ONE_RUN[1:]]),
    (
        "## A\n\n1. One.\n\n2. Two.\n\n## B\n\n1. One.\n\n2. Two.",
        [HEAD, *ONE_RUN[:2], HEAD, ("paragraph", "1.", 2), ("paragraph", "2.", 2)],
    ),
    (
        "1. Found:\n\na) one\n\nb) two\n\n2. Two.",
        [ONE_RUN[0], ("item", "a)", 0), ("item", "b)", 0), ONE_RUN[1]],
    ),
    (
        "1. Found:\n\n   1. one\n\n   2. two\n\n2. Two.",
        [ONE_RUN[0], ("item", "1.", 0), ("item", "2.", 0), ONE_RUN[1]],
    ),
    (
        "1. Found:\n\n(1) one\n\n(2) two\n\n2. Two.",
        [ONE_RUN[0], ("item", "(1)", 0), ("item", "(2)", 0), ONE_RUN[1]],
    ),
    ("1. One.\n\n3. Three.\n\n4. Four.", [ONE_RUN[0], ONE_RUN[2], ("paragraph", "4.", 1)]),
    (
        "1.1 One of them.\n\n1.2 Two of them.\n\n2.1 Next of them.".replace("of", "Of"),
        [("paragraph", "1.1", 1), ("paragraph", "1.2", 1), ("paragraph", "2.1", 1)],
    ),
    (
        "1. Aims\n\nThe text under it stands.\n\n2. Ends\n\nMore text of it.",
        [("section", "1.", 1), ("text", "", 0), ("section", "2.", 1), ("text", "", 0)],
    ),
    (
        "A. Aims\n\nThe text under it stands.\n\nB. Ends\n\nMore text of it.",
        [("section", "A.", 0), ("text", "", 0), ("section", "B.", 0), ("text", "", 0)],
    ),
    ("- one\n\n- two", [("item", "", 0), ("item", "", 0)]),
    ("Only words.", [("text", "", 0)]),
]


@swept(SORTED)
def test_what_each_label_is(text, units):
    assert settled(text) == units


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.booleans())
@random_cases(60)
def test_numbers_under_headings_are_one_run_or_one_each(counts, restarts):
    rows, expected, number = [], [], 0
    for run, count in enumerate(counts, 1):
        rows += [f"## Part {run}", ""]
        number = 0 if restarts else number
        for _ in range(count):
            number += 1
            rows += [f"{number}. There were {number + 20} audits.", ""]
            expected.append((f"{number}.", number, run))
    found = [one for one in settled("\n".join(rows)) if one[0] == "paragraph"]
    assert [one[1] for one in found] == [typed for typed, _, _ in expected]
    assert [one[2] for one in found] == [run if restarts else 1 for _, _, run in expected]
