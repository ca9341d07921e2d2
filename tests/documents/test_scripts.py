"""Scripts of a paper's words told apart, held against what Unicode itself calls each letter."""

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.document import Run, Text
from reports.documents.html.languages import (
    ARABIC,
    BENGALI,
    CHINESE,
    URDU,
    Language,
    from_right,
    is_joined,
    language_of,
    stretches,
)
from tests.cases import random_cases
from tests.sweeping import swept

NAMES = {"BENGALI": "bn", "CJK": "zh", "ARABIC": "ur"}
BN, ZH, UR = "বাংলা", "中文", "اردو"
LETTERS = "ab é1 .,;%–।。،؟۔" + BN + ZH + UR + "كةى"
MIXED = st.text(alphabet=LETTERS, max_size=60)
# Letters that Unicode calls by the script and that are no letters of a language are left out.
MADE_OF = {"CJK": "CJK UNIFIED", "BENGALI": "BENGALI LETTER", "ARABIC": "ARABIC LETTER"}


def script(sign):
    """The tag of the language that a letter's own name tells, or none."""
    name = unicodedata.name(sign, "")
    return next((NAMES[one] for one, begins in MADE_OF.items() if name.startswith(begins)), "")


def tags(said):
    """(words, tag) of each stretch, an Arabic one told as the script."""
    return [
        (piece, "" if one is None else one.tag.replace("ar", "ur"))
        for piece, one in stretches(said)
    ]


@swept(
    [(0x0020, 0x0700), (0x0900, 0x0A80), (0x2000, 0x2100), (0x3040, 0x3500), (0x4DF0, 0x4E20)]
    + [
        *((0x9FE0, 0xA020), (0xF900, 0xFA20), (0xFE60, 0xFF10), (0x1F5F0, 0x1F650)),
        (0x20000, 0x20010),
    ]
)
def test_a_letter_is_of_the_script_that_its_name_tells(start, end):
    for code in range(start, end):
        sign = chr(code)
        if script(sign):
            assert tags(sign) == [(sign, script(sign))], hex(code)
        elif unicodedata.name(sign, "").startswith(("LATIN", "GREEK", "CYRILLIC", "DIGIT")):
            assert tags(sign) == [(sign, "")], hex(code)


@random_cases(30)
@given(MIXED)
def test_a_text_is_parted_by_script_and_has_the_language_of_most_of_its_letters(said):
    rows = tags(said)
    for piece, tag in rows:
        assert all(script(sign) in ("", tag) for sign in piece), (piece, tag)
        if tag:
            # A stop that only Arabic writes is a sign of its own script.
            assert NAMES[unicodedata.name(piece[0]).split()[0].partition("-")[0]] == tag
            assert not piece.endswith((" ", "–", "%"))
        else:
            assert not any(map(script, piece))
    assert all(one or other for (_, one), (_, other) in itertools.pairwise(rows))
    found = language_of(said)
    letters = [script(sign) for sign in said if sign.isalpha()]
    most = max(set(letters), key=letters.count, default="")
    wanted = most if 2 * letters.count(most) > len(letters) else ""
    assert (found.tag.replace("ar", "ur") if found else "") == wanted
    assert language_of(Text(tuple(Run(sign) for sign in said))) == found
    assert from_right(said) is any(unicodedata.bidirectional(sign) == "AL" for sign in said)
    assert is_joined(said) is any("BENGALI" in unicodedata.name(sign, "") for sign in said)


@swept(
    [
        (f"{BN} {BN}", [(f"{BN} {BN}", "bn")]),
        (f"{ZH}。 a", [(f"{ZH}。", "zh"), (" a", "")]),
        (f"{UR}؟ 12", [(f"{UR}؟", "ur"), (" 12", "")]),
        (f"{UR} 12 {UR}", [(f"{UR} 12 {UR}", "ur")]),
        (f"{UR} a {UR}", [(UR, "ur"), (" a ", ""), (UR, "ur")]),
        (f"{BN}{ZH}{UR}", [(BN, "bn"), (ZH, "zh"), (UR, "ur")]),
        (f"({ZH})", [("(", ""), (ZH, "zh"), (")", "")]),
        (f"a: {BN}, {BN}.", [("a: ", ""), (f"{BN}, {BN}.", "bn")]),
        ("12 % – …", [("12 % – …", "")]),
        ("", []),
    ]
)
def test_signs_and_numbers_go_with_the_words_that_they_stand_between(said, found):
    assert tags(said) == found


@swept(
    [
        (f"{BN} a", BENGALI),
        (f"{ZH} a", CHINESE),
        (f"{ZH} ab", None),
        (f"{ZH} abc", None),
        (f"{UR} abc", URDU),
        (f"{UR} abcd", None),
        *(("كة", ARABIC), ("كة ہ", URDU), ("12 34", None)),
    ]
)
def test_half_of_the_letters_are_not_enough(said, language):
    assert language_of(said) == language


@swept("ٹڈڑںےہھیک")
def test_one_letter_of_urdu_makes_it_urdu(letter):
    assert language_of(f"كة{letter}") == URDU
    assert [one for _, one in stretches(f"كة {letter}")] == [URDU]


@pytest.mark.parametrize("letter", "يكةىأإ")
def test_one_letter_of_arabic_alone_makes_it_arabic(letter):
    assert language_of(f"با{letter}") == ARABIC
    assert language_of("با") == URDU


def test_a_direction_is_told_by_its_language():
    told = {one.tag: one.direction for one in (BENGALI, CHINESE, URDU, ARABIC, Language("cy"))}
    assert told == {"bn": "ltr", "zh": "ltr", "ur": "rtl", "ar": "rtl", "cy": "ltr"}
