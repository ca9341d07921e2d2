"""Tokens that look like another, and every sentence of one that the grammar does not allow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language.inline import parse_inline as parse
from reports.language.inline import rewrite
from reports.language.tokens import (
    DateName,
    FaultyToken,
    NoteMark,
    Quote,
    RecordField,
    Reference,
    RowCount,
    StatedNumber,
    read_token,
    walk,
)
from tests.cases import random_cases
from tests.sweeping import swept

A_FIGURE = (
    "“{}” is not a figure or a reference: "
    "write a figure as [[key:member of=population @when | form]]."
)
NO_DAY = "“{}” is not a date, or ends before it starts: write 2015-12-31 or 2015-01-01..2015-12-31."
NO_FORM = (
    "“{}” is not a form of a figure: use number, words, percent, percent base, money, money k, "
    "none, change, direction, or bound and a number."
)
AS = "“{}” cannot be read: write it as {}."
WORD = st.from_regex(r"[a-z][a-z0-9_]{0,5}", fullmatch=True)
KEY = st.lists(WORD, min_size=2, max_size=3).map(".".join)


def sentence(inside):
    found = read_token(f"[[{inside}]]")
    assert isinstance(found, FaultyToken), found
    assert found.raw == f"[[{inside}]]"
    return found.sentence


@swept(
    [
        ("rows:list", RowCount("list")),
        ("rows:list|words", RowCount("list", "words")),
        ("stated 44: audit", StatedNumber("44", "audit")),
        ("stated 44:audit", StatedNumber("44", "audit")),
        ("stated  about  44 : the  audit : page 3", StatedNumber("about 44", "the audit : page 3")),
        ("stated £1,200: minutes [3]", StatedNumber("£1,200", "minutes [3]")),
        ("stated 75%: see https://a.b/c", StatedNumber("75%", "see https://a.b/c")),
        ("date:position", DateName("position")),
        ("date:a_1|label", DateName("a_1", "label")),
        ("note: x", NoteMark("x")),
        ("note:x", NoteMark("x")),
        ("note:  two\nlines", NoteMark("two lines")),
        ("note: a: b | c @d", NoteMark("a: b | c @d")),
        ("record:review/a-1.title", RecordField("review", "a-1", "title")),
        ("record:dbs_check/0.done_on", RecordField("dbs_check", "0", "done_on")),
        (" dbs.overdue ", Quote("dbs.overdue")),
        ("dbs.overdue|words", Quote("dbs.overdue", form="words")),
        ("note.taken", Quote("note.taken")),
        ("stated.number", Quote("stated.number")),
        ("compare.number @x", Quote("compare.number", when="x")),
        ("para.graph:one", Quote("para.graph", "one")),
        ("a.b.c.d", Quote("a.b.c.d")),
        ("a.b:2-c_d", Quote("a.b", "2-c_d")),
        ("a.b @2016-02-29", Quote("a.b", when="2016-02-29")),
        ("a.b @2016-02-28..2016-02-28", Quote("a.b", when="2016-02-28..2016-02-28")),
        ("a.b | bound 0", Quote("a.b", form="bound 0")),
        ("a.b | bound 99.95", Quote("a.b", form="bound 99.95")),
        ("para:a#10", Reference("para", "a", "10")),
        ("para:a#ii-b", Reference("para", "a", "ii-b")),
        ("paras:a..a", Reference("paras", "a", to="a")),
        ("section:1", Reference("section", "1")),
    ]
)
def test_tokens_that_look_like_another(inside, token):
    assert read_token(f"[[{inside}]]") == token


@swept(
    [
        *((inside, A_FIGURE.format(inside)) for inside in ("", "dbs", "dbs.", ".dbs", "a..b")),
        *((inside, A_FIGURE.format(inside)) for inside in ("A.b", "a.B", "a.1", "1.a", "a-b.c")),
        *((inside, A_FIGURE.format(inside)) for inside in ("a.b:", "a.b:_c", "a.b:-c", "a.b:c-")),
        *((inside, A_FIGURE.format(inside)) for inside in ("a.b of=", "a.b of x", "a.b of= x")),
        *((inside, A_FIGURE.format(inside)) for inside in ("a.b @", "a.b @X", "a.b @ x", "a.b@x")),
        *((inside, A_FIGURE.format(inside)) for inside in ("a.b @x of=y", "a.b @x @y", "a.b c")),
        *((inside, A_FIGURE.format(inside)) for inside in ("a.b @2015-1-1", "a.b @20150101")),
        ("a.b @2015-02-29", NO_DAY.format("2015-02-29")),
        ("a.b @2015-00-01", NO_DAY.format("2015-00-01")),
        ("a.b @0000-01-01", NO_DAY.format("0000-01-01")),
        ("a.b @2015-01-02..2015-01-01", NO_DAY.format("2015-01-02..2015-01-01")),
        ("a.b @2015-01-01..2015-04-31", NO_DAY.format("2015-01-01..2015-04-31")),
        ("a.b | Words", NO_FORM.format("Words")),
        ("a.b | percentbase", NO_FORM.format("percentbase")),
        ("a.b | money  m", NO_FORM.format("money m")),
        ("a.b | bound", NO_FORM.format("bound")),
        ("a.b | bound ninety", NO_FORM.format("bound ninety")),
        ("a.b | bound 1000", NO_FORM.format("bound 1000")),
        ("a.b | bound 9.", NO_FORM.format("bound 9.")),
        ("a.b | bound -1", NO_FORM.format("bound -1")),
        ("a.b | words | percent", NO_FORM.format("words | percent")),
        ("a.b @2015-02-29 | loud", NO_DAY.format("2015-02-29")),
    ]
)
def test_the_sentence_of_a_figure_that_cannot_be_read(inside, said):
    assert sentence(inside) == said


@swept(
    [
        ("compare a.b", "[[compare KEY @earlier @later]]"),
        ("compare a.b @x", "[[compare KEY @earlier @later]]"),
        ("compare a.b @x @y @z", "[[compare KEY @earlier @later]]"),
        ("compare a.b @x @y | words", "[[compare KEY @earlier @later]]"),
        ("compare a @x @y", "[[compare KEY @earlier @later]]"),
        ("rows:a b", "[[rows:slug]], or [[rows:slug | words]]"),
        ("rows:a | percent", "[[rows:slug]], or [[rows:slug | words]]"),
        ("stated : list", "[[stated 44: slug of its source]]"),
        ("record:review", "[[record:kind/slug.field]]"),
        ("record:review/a", "[[record:kind/slug.field]]"),
        ("record:review/a.", "[[record:kind/slug.field]]"),
        ("record:Review/a.b", "[[record:kind/slug.field]]"),
        ("record:review/a b.c", "[[record:kind/slug.field]]"),
        ("note:", "[[note: words of the note]]"),
        ("paras:a", "[[paras:first..last]]"),
        ("paras:a..", "[[paras:first..last]]"),
        ("paras:a...b", "[[paras:first..last]]"),
        ("paras:a..b#ii", "[[paras:first..last]]"),
        ("para:", "[[para:slug]] or [[para:slug#ii]]"),
        ("para:A", "[[para:slug]] or [[para:slug#ii]]"),
        ("para:a#", "[[para:slug]] or [[para:slug#ii]]"),
        ("para:a#II", "[[para:slug]] or [[para:slug#ii]]"),
        ("para:a#i-2-b", "[[para:slug]] or [[para:slug#ii]]"),
        ("para: a", "[[para:slug]] or [[para:slug#ii]]"),
        ("section:a b", "[[section:slug]]"),
        ("annex:A", "[[annex:slug]]"),
        ("rec:ii.", "[[rec:slug]]"),
        ("table:", "[[table:slug]]"),
        ("chart:x#1", "[[chart:slug]]"),
    ]
)
def test_the_sentence_of_what_is_not_written_as_its_first_word_wants(inside, pattern):
    assert sentence(inside) == AS.format(inside, pattern)


@pytest.mark.parametrize(
    ("inside", "day"),
    [
        ("compare a.b @2015-02-30 @x", "2015-02-30"),
        ("compare a.b @x @2015-13-01", "2015-13-01"),
        ("compare a.b @2015-02-30 @2015-02-31", "2015-02-30"),
        ("compare a.b @2015-02-02..2015-02-01 @x", "2015-02-02..2015-02-01"),
    ],
)
def test_of_a_comparison_the_day_that_is_wrong_is_named(inside, day):
    assert sentence(inside) == NO_DAY.format(day)


def test_a_word_that_is_not_known_is_no_citation():
    for word in ("page", "figure", "item", "parts"):
        assert sentence(f"{word}:a") == A_FIGURE.format(f"{word}:a")


@random_cases(30)
@given(
    st.lists(st.sampled_from(["[[a.b]]", "[[para:p]]", "[[bad]]", "**", "_", " x ", "[[", "]]"]))
)
def test_rewriting_meets_the_very_tokens_that_reading_meets(parts):
    text = "".join(parts)
    met = []
    rewrite(text, lambda token: met.append(token.raw))
    read = [token.raw for token in walk(parse(text)) if token.raw != "[["]
    assert met == read


@random_cases(30)
@given(st.lists(st.sampled_from(["[[a.b]]", "[[para:p]]", "[[bad]]", "words", " "]), max_size=8))
def test_rewriting_every_token_leaves_the_words(parts):
    said = rewrite("".join(parts), lambda token: f"<{type(token).__name__}>")
    names = {"[[a.b]]": "<Quote>", "[[para:p]]": "<Reference>", "[[bad]]": "<FaultyToken>"}
    assert said == "".join(names.get(part, part) for part in parts)
