"""What is taken out of every cell, and what is left as it was."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.clean import (
    NO_NEW_INFO,
    clean,
    holds_unseen,
    one_answer,
    plain,
    says_nothing_new,
)
from tests.sweeping import swept

UNSEEN = {
    "null": "\0",
    "bell": "\x07",
    "escape": "\x1b",
    "delete": "\x7f",
    "control beyond ASCII": "\x9d",
    "soft hyphen": "\xad",
    "Arabic letter mark": "\u061c",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "right-to-left embedding": "\u202b",
    "right-to-left override": "\u202e",
    "word joiner": "\u2060",
    "right-to-left isolate": "\u2067",
    "end of isolate": "\u2069",
    "byte-order mark": "\ufeff",
    "annotation": "\ufff9",
    "tag": "\U000e0041",
}


@swept(UNSEEN.values())
def test_a_sign_that_nobody_sees_is_taken_out(sign):
    assert holds_unseen(f"No{sign}rth")
    assert clean(f"{sign}No{sign}rth{sign}") == "North"


@pytest.mark.parametrize(
    "text", ["Zoë O’Neill-Łukasz", "№ 12 – £5 “x”", "a\tb", "a\nb", "नमस्ते", "李", "😀"]
)
def test_what_can_be_seen_stays(text):
    assert not holds_unseen(text)
    assert clean(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_becomes_one(end):
    assert clean(f"a{end}b") == "a\nb"


@given(st.text())
def test_cleaning_composes_and_once_is_enough(text):
    cleaned = clean(text)
    assert not holds_unseen(cleaned)
    assert unicodedata.is_normalized("NFC", clean(cleaned))


@given(st.text(st.characters(categories=["L", "Nd"]), max_size=20))
def test_plain_words_do_not_depend_on_spaces_case_and_signs(text):
    spread = f" {'_'.join(text)}-".upper()
    assert plain(spread) == plain(text.upper())


@swept(
    [
        *(("Post Code", "POST_CODE", True), ("D.O.B.", "dob", True), ("Straße", "STRASSE", True)),
        *(("Auditor’s role", "auditors role", True), ("Re-check due", "Recheck due", True)),
        *(("Ｔｅａｍ", "team", True), ("Cafe\u0301", "café", True), ("Date 1", "Date 2", False)),
        *(("From", "Form", False), ("é", "e", False)),
    ]
)
def test_headings_are_alike_where_people_take_them_for_the_same(one, other, alike):
    assert (plain(one) == plain(other)) is alike


JOINS = ["_", " ", "-", "", " - ", "\u2013", "/", ": "]
ENDS = ["INFO", "info", "Information"]
FIRSTS = (["BLANK"], ["NON", "BLANK"], ["Non", "blank"], ["nonblank"])


@swept(product(JOINS, ENDS, FIRSTS))
def test_neither_answer_can_be_told_from_the_other(join, end, first):
    answer = join.join([*first, "no", "new", end])
    assert says_nothing_new(answer)
    assert one_answer(answer) == NO_NEW_INFO
    assert one_answer(f"({answer})") == f"({NO_NEW_INFO})"


@swept(
    [
        *("NEW_INFO", "NO_MATCH_FOUND", "NO_NEW_INFO", "Blank", "non-blank", "No new info"),
        *("Blank form, nothing new", "BLANK NEW INFO", "blank\n\n\n\n\nno new info"),
        *("This DBS certificate is no longer current", "current", "blanket no-new-informants"),
    ]
)
def test_other_answers_stay_as_they_are(text):
    assert one_answer(text) == text
    assert not says_nothing_new(text)
