"""What a cell may hold: values read, and what is wrong said without repeating them."""

from datetime import date, timedelta
from decimal import Decimal as Number

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.cells import (
    CertificateNumber,
    Choice,
    Decimal,
    Money,
    Percent,
    Text,
    Whole,
    YesNo,
    as_words,
)
from assurance.tables.table import Unreadable
from tests.sweeping import swept

GRADES = Choice({"good": "Good", "ri": ["Requires improvement", "RI"], 3: "Inadequate"})
READERS = [
    *(Text(5), Whole(), Decimal(), Money(), Percent(), YesNo()),
    *(CertificateNumber(), GRADES),
]


def unread(reader, cell):
    """What is wrong with `cell` and what would be right."""
    with pytest.raises(Unreadable) as refused:
        reader(cell)
    return f"{refused.value.wrong} {refused.value.right}"


@swept(READERS, named=lambda one: type(one).__name__)
def test_an_empty_cell_is_nothing(reader):
    assert reader(None) is None
    assert reader(None, "dmy") is None


@swept(
    [
        *(("North", "North"), ("No\n rth", "No rth"), (12, "12"), (0.1, "0.1")),
        *((1e-7, "0.0000001"), (True, "Yes"), (False, "No")),
        (date(2015, 3, 1), "2015-03-01"),
        (" ", None),
    ]
)
def test_words_are_read_on_one_line(cell, read):
    assert Text(10)(cell) == read
    assert as_words(12.5) == "12.5"
    assert Text(10, lines=True)("a\nb") == "a\nb"
    for like_an_error in ("#1", "Ref", "N/A", "REF!", "#REF! is shown", "Err"):
        assert Text(40)(like_an_error) == like_an_error


def test_what_may_not_stand_is_told_without_the_cell():
    told = unread(Text(299), "x" * 300)
    assert "300 characters" in told and "299" in told and "xx" not in told
    told = unread(GRADES, "Outstandingly bad")
    assert "“Good”, “Requires improvement”, “Inadequate”" in told
    assert "Outstandingly" not in told


@pytest.mark.parametrize(
    ("cell", "read"),
    [(67, 67), ("67", 67), ("1,378", 1378), ("1 378", 1378), ("67.0", 67), (67.0, 67), ("+5", 5)],
)
def test_whole_numbers_are_read(cell, read):
    assert Whole()(cell) == read


def test_numbers_keep_their_decimals():
    assert Decimal()(0.1) == Number("0.1")
    assert Decimal()("1,234.56") == Number("1234.56")
    assert "not a number" in unread(Decimal(), "1.234,56")
    assert "less than 5" in unread(Decimal(5), "4.9")


@swept(
    [
        *((cell, True) for cell in ("Yes", "Y", "TRUE", True, 1, "1", " yes.")),
        *((cell, False) for cell in ("no", "N", "False", False, 0)),
    ]
)
def test_yes_and_no_are_read(cell, read):
    assert YesNo()(cell) is read


@pytest.mark.parametrize("cell", ["no", "N", "False", False, 0])
def test_no(cell):
    assert YesNo()(cell) is False


@pytest.mark.parametrize("cell", ["maybe", "2", "x", date(2015, 1, 1)])
def test_neither_yes_nor_no(cell):
    assert "neither yes nor no" in unread(YesNo(), cell)


@swept(
    [
        *(("Good", "good"), ("GOOD ", "good"), ("good", "good"), ("r.i.", "ri"), ("RI", "ri")),
        *(("requires-improvement", "ri"), ("3", 3), (3, 3), ("inadequate", 3)),
    ]
)
def test_a_choice_is_known_by_value_or_label(cell, read):
    assert GRADES(cell) == read


def test_a_choice_says_the_usual_label_of_its_values_and_reads_it_again():
    for value, label in (("good", "Good"), ("ri", "Requires improvement"), (3, "Inadequate")):
        assert GRADES.say(value) == label and GRADES(label) == value
    assert GRADES.say(None) == GRADES.say("outstanding") == ""
    with pytest.raises(ValueError, match="two values"):
        Choice({1: "Good", 2: "good"})


@pytest.mark.parametrize(
    "cell", ["001234567890", "0012 3456 7890", "0012-3456-7890", "'001234567890"]
)
def test_a_certificate_number_keeps_its_zeros(cell):
    assert CertificateNumber()(cell) == "001234567890"
    assert CertificateNumber()(123456789012) == "123456789012"


@swept(
    [
        *(("12345678901", "lost a leading zero"), (12345678901, "lost a leading zero")),
        *(("1.23E+11", "rounded"), ("1,23457E+11", "rounded"), (1.5, "rounded")),
        *(("1E11", "rounded"), ("1234567", "It has 7 figures")),
        *(("1234567890123", "It has 13 figures"), ("C12345678901", "not a certificate number")),
        ("See file", "not a certificate number"),
        (date(2015, 1, 1), "It has 8 figures"),
    ]
)
def test_a_spoiled_certificate_number_says_how_to_mend_the_sheet(cell, said):
    told = unread(CertificateNumber(), cell)
    assert said in told
    assert str(cell) not in told


CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(date(1, 1, 1)).map(lambda day: day + timedelta(0)),
)


@given(st.sampled_from(READERS), CELLS)
def test_a_reader_reads_or_says_what_is_wrong_and_nothing_else(reader, cell):
    try:
        reader(cell)
    except Unreadable as refused:
        assert refused.wrong.endswith(".") and refused.right.endswith(".")


@pytest.mark.parametrize("lines", [True, False])
@pytest.mark.parametrize(
    "cell",
    ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", " #REF! ", "Err:502"],
)
def test_an_error_of_a_formula_is_nobodys_words(cell, lines):
    with pytest.raises(Unreadable) as why:
        Text(40, lines=lines)(cell)
    assert "Correct the formula" in why.value.right
