"""The text of one block: passages, lists two levels deep, and the labels of items as typed."""

from hypothesis import given
from hypothesis import strategies as st

from reports.conversion.blocks.lists import THIRD, Level, Text, missed_of
from reports.conversion.results import Unit, UnplacedText
from reports.language import labels
from tests.cases import random_cases
from tests.sweeping import swept


def point(words, indent=0):
    """A bullet."""
    return Unit("item", 1, words, bullet=True, indent=indent)


def item(typed, words, indent=0, number=1):
    """An item with a label."""
    return Unit("item", number, words, typed, indent=indent)


def made(*units):
    """A text of a passage and these items; a string is a passage."""
    text = Text()
    for one in units:
        if isinstance(one, str):
            text.passage(one)
        else:
            text.item(one)
    return text


LISTS = [
    ([point("one"), point("two")], "* one\n* two", [(1, "•"), (1, "•")]),
    (["Found:", point("one")], "Found:\n\n* one", [(1, "•")]),
    (
        [point("one"), point("in", 2), point("two")],
        "* one\n  * in\n* two",
        [(1, "•"), (2, "•"), (1, "•")],
    ),
    (
        [item("a)", "one"), item("b)", "two")],
        "a. one\nb. two",
        [(1, "a)"), (1, "b)")],
    ),
    (
        [item("(i)", "one"), item("(ii)", "two"), item("(iii)", "three")],
        "i. one\nii. two\niii. three",
        [(1, "(i)"), (1, "(ii)"), (1, "(iii)")],
    ),
    (
        [item("a)", "one"), item("d)", "skips"), item("d)", "twice")],
        "a. one\nb. skips\nc. twice",
        [(1, "a)"), (1, "d)"), (1, "d)")],
    ),
    (
        [item("a)", "one"), point("in", 2), item("b)", "two")],
        "a. one\n  * in\nb. two",
        [(1, "a)"), (2, "•"), (1, "b)")],
    ),
    (
        [item("a)", "one"), item("i.", "in", 2), item("ii.", "in too", 2), item("b)", "two")],
        "a. one\n  i. in\n  ii. in too\nb. two",
        [(1, "a)"), (2, "i."), (2, "ii."), (1, "b)")],
    ),
    (
        ["Aims:", item("1.", "safe"), item("2.", "fair")],
        "Aims:\n\n1. safe\n2. fair",
        [(1, "1."), (1, "2.")],
    ),
    (
        [item("h)", "eighth"), item("i)", "ninth"), item("j)", "tenth")],
        "a. eighth\nb. ninth\nc. tenth",
        [(1, "h)"), (1, "i)"), (1, "j)")],
    ),
    (
        [point("one", 4), point("shifted by a page's end", 2)],
        "* one\n* shifted by a page's end",
        [(1, "•"), (1, "•")],
    ),
    (
        [point("one"), "Then a passage.", point("anew")],
        "* one\n\nThen a passage.\n\n* anew",
        [(1, "•"), (1, "•")],
    ),
    ([point("")], "* …", [(1, "•")]),
    ([point("**bold** words")], "* **bold** words", [(1, "•")]),
]


@swept(LISTS)
def test_lists_are_written_with_labels_in_order_and_keep_what_was_typed(units, words, items):
    text = made(*units)
    assert text.words == words
    assert [(one["depth"], one["typed"]) for one in text.items] == items
    assert text.missed == []
    assert text.in_list is not isinstance(units[-1], str)


def test_a_third_level_is_kept_in_the_second_and_told_with_its_place():
    text = made(
        point("one"), item("a)", "two", 2), item("i.", "three", 4, number=9), item("b)", "more", 2)
    )
    assert text.words == "* one\n  a. two\n  i. three\n  b. more"
    assert text.missed == [(9, "i. three", THIRD)]
    assert missed_of(text, lambda number: f"line {number}") == [
        UnplacedText("line 9", "i. three", THIRD)
    ]


def test_words_go_on_inside_the_last_item_at_its_depth():
    text = made("Found:", point("one"))
    text.inside("More of one.")
    assert text.words == "Found:\n\n* one\n\n  More of one."
    text = made("Found:", point("one"), item("a)", "two", 2))
    text.inside("More of two.")
    assert text.words == "Found:\n\n* one\n  a. two\n\n    More of two."


def test_a_passage_ends_a_list_and_an_empty_one_says_nothing():
    text = made(item("a)", "one"), item("b)", "two"))
    assert text.in_list
    text.passage("  ")
    assert not text.in_list and text.words == "a. one\nb. two"
    text.item(item("a)", "anew"))
    assert text.words == "a. one\nb. two\n\na. anew"


@swept(
    [
        *(("e. coli was found", "e . coli was found"), ("a. one", "a . one")),
        *(("12. Grange Road", "12 . Grange Road"), ("(i) think", "(i ) think")),
        *(("4) Grange Road", "4 ) Grange Road"), ("• left over", "left over")),
        *(("* left over", "left over"), ("– left over", "left over"), ("| left over", "left over")),
        *(("2016 was a year", "2016 was a year"), ("e.g. this", "e.g. this")),
        *(("1.5 million", "1.5 million"), ("-5 degrees", "-5 degrees")),
        ("ordinary words", "ordinary words"),
    ]
)
def test_words_that_look_like_an_item_begin_no_list(words, kept):
    assert made(words).words == kept
    text = made(point(words))
    assert text.words == f"* {kept}"


@swept(
    [
        *(("a)", "letter", 1), ("i)", "roman", 1), ("(ii)", "roman", 2), ("1.", "number", 1)),
        *(("7.", "number", 7), ("b.", "letter", 2), ("v.", "roman", 5), ("x.", "letter", 24)),
    ]
)
def test_the_level_that_a_first_item_opens(typed, style, last):
    level = Level.of(item(typed, "words", 3))
    assert (level.style, level.last, level.indent, level.count) == (style, last, 3, 0)


def test_what_stands_on_a_level():
    level = Level.of(item("a)", "one"))
    assert level.takes(item("b)", "two")) and level.last == 2
    assert level.takes(item("b)", "twice", 4)) and level.last == 2
    assert not level.takes(item("(c)", "another form"))
    assert not level.takes(item("3)", "a number"))
    assert not level.takes(item("ii)", "no letter"))
    assert not level.takes(point("a bullet"))
    assert not level.takes(item("a)", "begins again deeper", 2))
    assert level.takes(item("a)", "begins again here")) and level.last == 1
    bullets = Level.of(point("one", 2))
    assert bullets.takes(point("two", 2))
    assert not bullets.takes(point("deeper", 4)) and not bullets.takes(item("a)", "one", 2))


@given(st.integers(1, 30), st.sampled_from(("letter", "roman", "number")))
@random_cases(60)
def test_a_list_of_any_length_keeps_every_label_and_word(length, style):
    names = [labels.label(place, style) for place in range(1, length + 1)]
    names = [one for one in names if style != "letter" or len(one) == 1]
    units = [item(f"{name})", f"point {place}") for place, name in enumerate(names, 1)]
    text = made("Found:", *units)
    rows = text.words.partition("\n\n")[2].split("\n")
    assert [one.partition(" ")[2] for one in rows] == [one.words for one in units]
    assert [one["typed"] for one in text.items] == [one.typed for one in units]
    assert {one["depth"] for one in text.items} == {1}
    short = [one for one in names if len(one) <= 6]
    assert [one.partition(".")[0] for one in rows][: len(short)] == short
