"""What stands between double square brackets, and what is bold, italic or a link."""

from datetime import date
from itertools import pairwise
from operator import attrgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language import grammar
from reports.language.inline import parse_inline, rewrite
from reports.language.tokens import (
    Compare,
    Emphasis,
    FaultyToken,
    Link,
    NoteMark,
    Quote,
    Strong,
    walk,
)
from tests.language.texts import inline
from tests.sweeping import swept

# Pieces of writing that come near to a mark or a token, so that random text meets every edge.
NEAR_MARKS = st.lists(
    st.sampled_from(
        [
            *("[[", "]]", "[", "]", "**", "_", "(", ")", "https://a.b/c_d", "|", "@", ":", "#"),
            *("dbs.overdue", "percent base", "stated 4: x", "note: n", "para:a", "compare"),
            *(" ", "\n", "a", "25", ".", "2015-02-30", "..", "of=x", "é", "\t"),
        ]
    ),
    max_size=25,
).map("".join)


def one(text):
    pieces = parse_inline(text)
    assert len(pieces) == 1
    return pieces[0]


def printed(pieces):
    """The words of pieces put together again, marks and all."""
    return inline(pieces, attrgetter("raw"))


QUOTE = "looked_after.placement:agency_foster of=all @comparison | words"
COMPARE = "compare looked_after.age_band:16_and_over of=x @then @2015-12-01"
DATES = ("position", "2015-12-31", "2015-01-01..2015-12-31", "audits_2014")


@swept(
    [
        ("[[dbs.needing_check]]", Quote("dbs.needing_check")),
        *((f"[[dbs.overdue @{when}]]", Quote("dbs.overdue", when=when)) for when in DATES),
        (
            f"[[{QUOTE}]]",
            Quote("looked_after.placement", "agency_foster", "all", "comparison", "words"),
        ),
        (
            f"[[{COMPARE}]]",
            Compare("looked_after.age_band", "16_and_over", "x", "then", "2015-12-01"),
        ),
        ("[[note: see [1], page 3]]", NoteMark("see [1], page 3")),
        ("[[note: see [1]]]", NoteMark("see [1]")),
        ("[the _list_](https://a.b/c_d_(e))", Link("the _list_", "https://a.b/c_d_(e)")),
        ("[mail](mailto:a@b.uk)", Link("mail", "mailto:a@b.uk")),
    ]
)
def test_each_token_and_link_is_read_whole(text, expected):
    assert one(text) == expected


@swept([*grammar.FORMS, "bound 90", "bound 12.5"])
def test_each_form_is_read(form):
    assert one(f"[[dbs.overdue | {form}]]").form == form


def test_brackets_that_are_never_closed_are_named():
    assert "never closed" in parse_inline("See [[dbs.overdue here.")[1].sentence


def test_an_open_bracket_does_not_swallow_the_next_token():
    pieces = parse_inline("[[dbs [[dbs.overdue]]")
    assert isinstance(pieces[0], FaultyToken)
    assert pieces[-1] == Quote("dbs.overdue")


def test_bold_and_italics_hold_tokens():
    assert parse_inline("a **b [[dbs.overdue]] _c_** d") == (
        "a ",
        Strong(("b ", Quote("dbs.overdue"), " ", Emphasis(("c",)))),
        " d",
    )


@swept(["snake_case_word", "2 ** 3", "_", "**", "a_", "**open", "_open", "** a **", "****", "__"])
def test_what_is_no_mark_stays_words(text):
    assert parse_inline(text) == (text,)


def test_marks_that_cross_are_read_from_the_outside():
    assert parse_inline("**a _b** c_") == (Strong(("a _b",)), " c_")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "/inside", ""])
def test_only_an_address_on_the_web_makes_a_link(address):
    assert not any(isinstance(piece, Link) for piece in parse_inline(f"[x]({address})"))


def test_walking_finds_tokens_in_bold_and_in_order():
    pieces = parse_inline("[[para:a]] **[[para:b]] _[[para:c]]_** [x](https://a.b) [[para:d]]")
    assert [token.slug for token in walk(pieces)] == ["a", "b", "c", "d"]


def test_rewriting_changes_only_what_it_is_told_to():
    def stated(token):
        return "[[stated 3: import]]" if isinstance(token, Quote) else None

    assert rewrite("[[dbs.overdue]] of [[para:a]] [[odd", stated) == (
        "[[stated 3: import]] of [[para:a]] [[odd"
    )


def test_days_of_a_date_written_out():
    day = date(2015, 12, 31)
    assert grammar.days_of("2015-12-31") == (day, day)
    assert grammar.days_of("2015-01-01..2015-12-31") == (date(2015, 1, 1), day)
    assert grammar.days_of("position") is None
    assert grammar.days_of("") is None


@given(st.text() | NEAR_MARKS)
def test_any_line_can_be_read_and_no_word_is_lost(text):
    assert printed(parse_inline(text)) == text


@given(NEAR_MARKS)
def test_neighbouring_words_are_one_piece_and_none_is_empty(text):
    pieces = parse_inline(text)
    assert "" not in pieces
    assert not any(
        isinstance(left, str) and isinstance(right, str) for left, right in pairwise(pieces)
    )


@given(NEAR_MARKS)
def test_rewriting_nothing_changes_nothing(text):
    assert rewrite(text, lambda _token: None) == text
