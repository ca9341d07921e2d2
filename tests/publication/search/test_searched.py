"""Words made plain, what somebody asks for, and what is marked in the text as it was printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.publication.search.plain_text import (
    CLOSE,
    LONGEST,
    MOST,
    OPEN,
    highlight,
    is_short_enough,
    pieces,
    plain,
    query_phrases,
)
from tests.cases import random_cases
from tests.sweeping import swept


@swept(
    [
        ("Looked-after Children", "looked after children"),
        ("Café José’s", "cafe jose"),
        ("a child's and children’s", "a child and children"),
        ("54% and 54 per cent", "54 percent and 54 percent"),
        ("1,351 of 12,000,000", "1351 of 12000000"),
        ("Versions 2,3 and 25.5", "versions 2 3 and 25p5"),
        ("mother/father (R&A)", "mother father r a"),
        ("ﬁve ½", "five 12"),
        ("বাংলা 中文 اردو", "বাংলা 中文 اردو"),
        ("“—” …", ""),
    ]
)
def test_a_text_is_made_plain(text, known):
    assert plain(text) == known


@swept(
    [
        ("", ()),
        ("the of and", ()),
        ("audits of the files", ("audits", "files")),
        ('"the audits of" files', ("the audits of", "files")),
        ("“looked-after children”", ("looked after children",)),
        ('audits "never closed again', ("audits", "never", "closed", "again")),
        ("54 per cent", ("54 percent",)),
        ("50%", ("50 percent",)),
        ("and/or mother/father", ("mother father",)),
        ("audit audit Audit", ("audit",)),
        ("title:x NEAR(a, b) c* ^d -e OR f", ("title x", "near a", "b", "c", "d", "e", "f")),
        ('"" "', ()),
        ("a\x00b", ("a b",)),
    ]
)
def test_what_is_asked_for(typed, phrases):
    assert query_phrases(typed) == phrases


def test_only_so_many_words_and_letters_are_asked_for():
    assert len(query_phrases(" ".join(f"word{one}" for one in range(99)))) == MOST
    assert is_short_enough("x" * LONGEST)
    assert not is_short_enough("x" * 10_000)


def told(stretches):
    """Stretches as one line, what was found in brackets."""
    return "".join(f"[{one.words}]" if one.found else one.words for one in stretches)


@pytest.mark.parametrize(
    ("text", "marked", "line"),
    [
        ("Managers audited.", f"managers {OPEN}audited{CLOSE}", "Managers [audited]."),
        ("Looked-after now", f"{OPEN}looked after{CLOSE} now", "[Looked-after] now"),
        ("One <b> & two", f"{OPEN}one{CLOSE} b two", "[One] <b> & two"),
        ("54% good", f"{OPEN}54{CLOSE} {OPEN}percent{CLOSE} good", "[54%] good"),
        ("Not here", "not here", "Not here"),
        ("", "", ""),
    ],
)
def test_what_was_found_is_marked_as_it_was_printed(text, marked, line):
    assert told(highlight(text, marked)) == line


def test_of_a_long_text_what_stands_around_most_of_it_is_shown():
    text = " ".join(["before"] * 200 + ["audits", "of", "audits"] + ["after"] * 200)
    line = told(highlight(text, plain(text).replace("audits", f"{OPEN}audits{CLOSE}")))
    assert line.startswith("… before") and line.endswith("after …")
    assert "[audits] of [audits]" in line
    assert len(line) < 400
    assert told(highlight(text, plain(text))).startswith("before before")


@random_cases(30)
@given(st.text(max_size=600), st.sets(st.integers(0, 80)))
def test_whatever_is_shown_stands_in_the_text_in_its_order(text, hits):
    words = plain(text).split()
    marked = " ".join(
        f"{OPEN}{word}{CLOSE}" if place in hits else word for place, word in enumerate(words)
    )
    line = "".join(one.words for one in highlight(text, marked))
    assert line.removeprefix("… ").removesuffix(" …") in text
    assert len(words) == len(pieces(text))
