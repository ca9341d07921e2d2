"""Passages, lists two levels deep, tidying, and the sentences for what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.papers.language.text import (
    Item,
    Listing,
    Passage,
    Shape,
    faults,
    parse,
    passages,
    problems,
    quotes,
    shape,
    tidy,
)
from reports.papers.language.tokens import Quote
from tests.sweeping import swept

LINES = st.lists(
    st.sampled_from(
        [
            *("", " ", "words", "  words", "    words", "more **bold**", "[[dbs.overdue]]", "[["),
            *("i. one", "ii. two", "a. x", "1. y", "2016. no", "* point", "*", "a.", "civil. no"),
            *("  i. one", "  a. x", "  * point", "    * deep", "      1. deeper", "\t* tab"),
            *("• word", "o\tword", "(a) word", "1)\tword", "- dash", "\u00a0\u00a0words", "x\ty"),
        ]
    ),
    max_size=14,
).map("\n".join)


def words(*texts):
    return tuple(Passage((text,)) for text in texts)


def item(*content, mark=""):
    return Item(bool(mark), tuple(content), mark)


def sentences(text):
    return [problem.sentence for problem in problems(text)]


def test_a_blank_line_parts_two_passages():
    assert parse("One.\n\nTwo.") == words("One.", "Two.")


def test_a_token_may_run_over_a_line_break():
    assert parse("[[dbs.overdue\n@position]]") == (
        Passage((Quote("dbs.overdue", when="position"),)),
    )


@pytest.mark.parametrize("marks", [("i", "ii"), ("a", "b"), ("1", "2"), ("", "")])
def test_neighbouring_items_make_a_list(marks):
    text = "\n".join(f"{f'{mark}.' if mark else '*'} word" for mark in marks)
    assert parse(text) == (Listing(tuple(item(*words("word"), mark=mark) for mark in marks)),)


def test_an_indented_line_joins_its_item():
    assert parse("i. one\n   goes on") == (Listing((item(*words("one goes on"), mark="i"),)),)


def test_an_indented_line_after_a_blank_one_is_a_further_text_of_its_item():
    assert parse("i. one\n\n   more\n   of it") == (
        Listing((item(*words("one", "more of it"), mark="i"),)),
    )


def test_text_after_a_list_is_a_further_text_of_the_paragraph():
    assert parse("* one\nAfter.") == (Listing((item(*words("one")),)), *words("After."))
    assert parse("* one\n\nAfter.") == parse("* one\nAfter.")


def test_lists_nest_by_two_spaces():
    inner = Listing((item(*words("x")), item(*words("y"))))
    expected = (Listing((item(*words("one"), inner, mark="i"), item(*words("two"), mark="ii"))),)
    assert parse("i. one\n  * x\n  * y\nii. two") == expected


def test_a_line_goes_on_the_item_that_it_stands_under():
    parsed = parse("i. one\n  * x\n    joined\n\n    further\n  back")
    inner = Listing((item(*words("x joined", "further")),))
    assert parsed == (Listing((item(*words("one"), inner, *words("back"), mark="i"),)),)


def test_a_third_level_is_read_as_a_second_and_named():
    text = "i. one\n  a. x\n    * deep\n  b. y"
    parsed = parse(text)
    assert shape(parsed) == (Shape(True, (Shape(True), Shape(False), Shape(True))),)
    assert sentences(text) == [
        "A list goes three levels deep: write it in two, or as paragraphs of their own."
    ]


def test_bullets_after_numbers_begin_a_list_of_their_own():
    parsed = parse("a. one\n* two\nb. three")
    assert [part.numbered for part in parsed] == [True, False, True]


def test_the_shape_runs_on_through_lists_parted_by_words():
    parsed = parse("i. one\n\nThen:\n\nii. two\n  * x")
    assert shape(parsed) == (Shape(True), Shape(True, (Shape(False),)))


@pytest.mark.parametrize(
    "line", ["civil. No.", "ill. No.", "2016. A year.", "e.g. this", "a.b", "*x"]
)
def test_a_word_with_a_point_is_no_label(line):
    assert parse(line) == words(line)


def test_an_item_may_have_no_words():
    assert parse("*\n* two") == (Listing((item(), item(*words("two")))),)
    assert parse("a.") == (Listing((item(mark="a"),)),)


@swept(
    [
        ("\u2022\tone", "* one"),
        ("\uf0b7 one", "* one"),
        ("  \u2022 one", "  * one"),
        ("\t\u2022\tone", "  * one"),
        ("o\ttwo", "  * two"),
        ("◦ two", "  * two"),
        ("- one", "* one"),
        ("– one", "* one"),
        ("*\tone", "* one"),
        ("(a) one", "a. one"),
        ("iv) one", "iv. one"),
        ("1.\tone", "1. one"),
        ("\ta.\tone", "  a. one"),
        ("one\u00a0two", "one two"),
        ("so\u00adft\u200b", "soft"),
        ("one  \r\ntwo\r\n", "one\ntwo"),
        ("one\u2028two", "one\ntwo"),
        ("\n\none\n\n\n\ntwo\n", "one\n\ntwo"),
        ("\ttwo", "  two"),
    ]
)
def test_pasted_text_is_tidied(pasted, kept):
    assert tidy(pasted) == kept


@swept(
    [
        ("See [[dbs.overdue.", "never closed"),
        ("See dbs.overdue]].", "never opened"),
        ("[[dbs.overdue | loud]]", "not a form"),
        ("**Bold that goes on.", "Bold is opened"),
        ("_Italics with **bold in them_", "Bold is opened"),
        ("one\ttwo", "A tab stands in the text"),
        ("25. The audit.", "a typed number, “25.”"),
        ("1. The only one.", "a typed number, “1.”"),
        ("3. Third.\n4. Fourth.", "a typed number, “3.”"),
    ]
)
def test_each_fault_has_its_sentence(text, words):
    assert [words in sentence for sentence in sentences(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Words with [[dbs.overdue]], **bold**, _italics_ and [a link](https://a.b).",
        "1. A list\n2. that counts\n  * in two levels",
        "i. One item may bear a roman numeral.",
        "Words first.\n1. Then one item.",
        "[[note: in the margin [1]]]",
    ],
)
def test_what_is_right_raises_nothing(text):
    assert problems(text) == []


def test_faults_look_at_marks_only():
    assert faults("25. A\ttab") == []
    assert len(faults("**x and [[y")) == 2


@given(st.text() | LINES)
def test_any_text_can_be_read_and_looked_at(text):
    parse(text)
    problems(text)
    quotes(tidy(text))


@given(st.text() | LINES)
def test_tidying_twice_is_tidying_once(text):
    assert tidy(tidy(text)) == tidy(text)


@given(LINES)
def test_lists_go_two_levels_deep_and_no_listing_is_empty(text):
    def depth(content):
        listings = [part for part in content if isinstance(part, Listing)]
        assert all(listing.items for listing in listings)
        assert all(len({one.numbered for one in listing.items}) == 1 for listing in listings)
        return max((1 + depth(one.content) for part in listings for one in part.items), default=0)

    assert depth(parse(text)) <= 2


@given(LINES)
def test_every_word_is_still_there(text):
    def said(content):
        return "".join(
            part if isinstance(part, str) else getattr(part, "raw", "") or said(part.pieces)
            for part in content
        )

    kept = "\n".join(said(passage.pieces) for passage in passages(parse(text)))
    for word in ("words", "one", "two", "point", "deep"):
        assert kept.count(word) == text.count(word)
