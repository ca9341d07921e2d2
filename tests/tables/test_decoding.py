"""The bytes of a text file as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.separated_values import NULLS, UNREADABLE, WINDOWS, decoded
from assurance.tables.table import NotATable
from tests.sweeping import swept

TEXT = "Reference,Team\nA1,Zoë – “North”\n"
# Letters that UTF-8, cp1252 and UTF-16 all can write.
LETTERS = st.text(st.sampled_from("abcXYZ019 ,;\n\t£éüñ€–’"), min_size=4, max_size=60)


def refusal(content):
    """The sentence that refuses `content`."""
    with pytest.raises(NotATable) as refused:
        decoded(content)
    return str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(text=LETTERS)
def test_marked_text_and_utf_8_are_read_without_a_word(encoding, text):
    assert decoded(text.encode(encoding)) == (text, [])


@given(LETTERS)
def test_windows_text_is_read_and_told_where_it_differs(text):
    content = text.encode("cp1252")
    read, notices = decoded(content)
    if text.isascii():
        assert (read, notices) == (text, [])
    elif notices:
        assert (read, notices) == (text, [WINDOWS])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding):
    assert decoded(TEXT.encode(encoding)) == (TEXT, [])


def test_text_with_many_nulls_in_no_order_is_no_utf_16():
    assert refusal(b"a\0\0b" * 50) == NULLS
    assert refusal(b"Reference,Team\nA1,\0\n") == NULLS


def test_too_little_is_no_utf_16():
    assert decoded(b"a\n") == ("a\n", [])
    assert decoded(b"") == ("", [])


@pytest.mark.parametrize("cut", [1, 2])
def test_utf_8_cut_within_a_letter_keeps_what_is_whole(cut):
    content = "Reference\nA1 “".encode()
    assert decoded(content[:-cut]) == ("Reference\nA1 ", [])


@pytest.mark.parametrize(("encoding", "cuts"), [("utf-16", (1,)), ("utf-32", (1, 2, 3))])
def test_wider_text_cut_within_a_letter_keeps_what_is_whole(encoding, cuts):
    content = "Reference\nA1".encode(encoding)
    for cut in cuts:
        assert decoded(content[:-cut]) == ("Reference\nA", [])


def test_utf_16_spoiled_in_its_middle_is_refused():
    lone = b"\x00\xd8"
    assert refusal(b"\xff\xfe" + "A,B\n".encode("utf-16-le") + lone + b"A\0" * 20) == UNREADABLE


def test_bytes_that_no_encoding_has_are_refused():
    assert refusal(b"Reference\n\x81\x8d\x8f\n") == UNREADABLE


@swept([1, 2, 7, 8, 14, 27, 31, 127])
def test_a_few_control_signs_are_dirt_and_many_are_no_text(control):
    dirt = bytes([control])
    assert decoded(b"Reference,Team,Date,Grade\nA1,North" + dirt + b",x,y\n")[1] == []
    if control != 27:
        assert refusal((b"ab" + dirt) * 100) == UNREADABLE
