"""Passages, lists two levels deep, tidying, and the sentences for what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language.text import (
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
from reports.language.tokens import Quote
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


INNER = Listing((item(*words("x")), item(*words("y"))))
JOINED = Listing((item(*words("x joined", "further")),))
NO_LABELS = ("civil. No.", "ill. No.", "2016. A year.", "e.g. this", "a.b", "*x")


def listed(*items):
    return (Listing(items),)


@swept(
    [
        ("One.\n\nTwo.", words("One.", "Two.")),
        ("[[dbs.overdue\n@position]]", (Passage((Quote("dbs.overdue", when="position"),)),)),
        *((line, words(line)) for line in NO_LABELS),
        ("* word\n* word", listed(item(*words("word")), item(*words("word")))),
        *(
            (
                f"{one}. word\n{two}. word",
                listed(item(*words("word"), mark=one), item(*words("word"), mark=two)),
            )
            for one, two in (("i", "ii"), ("a", "b"), ("1", "2"))
        ),
        ("*\n* two", listed(item(), item(*words("two")))),
        ("a.", listed(item(mark="a"))),
        ("i. one\n   goes on", listed(item(*words("one goes on"), mark="i"))),
        ("i. one\n\n   more\n   of it", listed(item(*words("one", "more of it"), mark="i"))),
        ("* one\nAfter.", (*listed(item(*words("one"))), *words("After."))),
        ("* one\n\nAfter.", (*listed(item(*words("one"))), *words("After."))),
        (
            "i. one\n  * x\n  * y\nii. two",
            listed(item(*words("one"), INNER, mark="i"), item(*words("two"), mark="ii")),
        ),
        (
            "i. one\n  * x\n    joined\n\n    further\n  back",
            listed(item(*words("one"), JOINED, *words("back"), mark="i")),
        ),
    ]
)
def test_passages_and_lists_are_read_by_their_lines_labels_and_indents(text, expected):
    assert parse(text) == expected


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
        ("one\ttwo", "The text has a tab"),
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
