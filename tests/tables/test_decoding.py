"""The bytes of a text file as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.separated_values import NULLS, UNREADABLE, WINDOWS, WITHIN_A_LETTER, decoded
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


def test_utf_16_is_known_without_its_mark_and_by_more_than_its_nulls():
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decoded(TEXT.encode(encoding)) == (TEXT, [])
    for too_little in ("a\n", ""):
        assert decoded(too_little.encode()) == (too_little, [])
    for content, told in (
        (b"a\0\0b" * 50, NULLS),
        (b"Reference,Team\nA1,\0\n", NULLS),
        (b"\xff\xfe" + "A,B\n".encode("utf-16-le") + b"\x00\xd8" + b"A\0" * 20, UNREADABLE),
        (b"Reference\n\x81\x8d\x8f\n", UNREADABLE),
    ):
        assert refusal(content) == told, content


@swept([("utf-8", "“", 2), ("utf-16", "1", 1), ("utf-32", "1", 3)])
def test_text_cut_within_a_letter_keeps_what_is_whole(encoding, last, most):
    content = f"Reference\nA{last}".encode(encoding)
    for cut in range(1, most + 1):
        assert decoded(content[:-cut]) == ("Reference\nA", [WITHIN_A_LETTER])


@swept([1, 2, 7, 8, 14, 27, 31, 127])
def test_a_few_control_signs_are_dirt_and_many_are_no_text(control):
    dirt = bytes([control])
    assert decoded(b"Reference,Team,Date,Grade\nA1,North" + dirt + b",x,y\n")[1] == []
    if control != 27:
        assert refusal((b"ab" + dirt) * 100) == UNREADABLE
