"""Numbers at their edges: none at all, without an end, of too many figures, on the bounds."""

import io
import zipfile
from datetime import date
from decimal import Decimal as Number

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.importing.amounts import ReadAmount
from assurance.surveys.importing import StatedPerCent
from assurance.tables.cells import Decimal, Money, Percent, Text, Whole, as_words
from assurance.tables.reader import read
from assurance.tables.table import Unreadable
from assurance.tables.workbook.writer import write_xlsx
from tests.cases import random_cases
from tests.sweeping import swept

NOT_WHOLE = ("It is not a whole number.", "Write a whole number in figures.")
NO_NUMBER = ("It is not a number.", "Write a number in figures.")
NO_SUM = ("It is not a number.", "Write a number in figures.")
NO_SHARE = ("It is not a number.", "Write a number in figures.")
WEIRD = [
    float("nan"),
    float("inf"),
    float("-inf"),
    *("nan", "NaN", "inf", "Infinity", "-Infinity", "sNaN", "1e999", "1E5", "0x10", "1_000", "½"),
    *("²", "٣", "１２", "--5", "+-5", "5-", "(5)", "5.", ".5", "1.2.3", "1,2,3", "1,0000", "10,00"),
    *(",100", "1 00", "1\u00a0000", "12 apples", "£5", "5%", "", " ", True, False),
    date(2016, 3, 1),
]
READERS = {
    "whole": (Whole(), NOT_WHOLE),
    "unbounded": (Whole(None), NOT_WHOLE),
    "number": (Decimal(), NO_NUMBER),
}
ALL = [
    *(Whole(), Whole(None), Whole(1, 10), Decimal(), Decimal(0, 5), Money(), Percent()),
    *(ReadAmount(), StatedPerCent(), Text(20)),
]


def refusal(reader, cell):
    """(what is wrong, what would be right) of a cell that is refused."""
    with pytest.raises(Unreadable) as told:
        reader(cell)
    return told.value.wrong, told.value.right


@pytest.mark.parametrize("name", READERS)
def test_what_is_no_number_is_refused_in_one_sentence_whatever_it_is(name):
    reader, sentence = READERS[name]
    told = {str(cell): refusal(reader, cell) for cell in WEIRD}
    assert told == dict.fromkeys(told, sentence)


@swept(
    [
        *((Money(), NO_SUM), (Percent(), NO_SHARE), (ReadAmount(), NO_NUMBER)),
        *((Whole(1, 10), NOT_WHOLE), (Decimal(-5, 5), NO_NUMBER), (StatedPerCent(), NO_SHARE)),
    ],
    named=lambda case: type(case[0]).__name__,
)
def test_a_number_without_an_end_is_no_number_to_any_reader(reader, sentence):
    for cell in map(float, ("nan", "inf", "-inf")):
        assert refusal(reader, cell) == sentence, cell


@swept(
    [
        *((Whole(), NOT_WHOLE), (Whole(None), NOT_WHOLE), (Decimal(), NO_NUMBER)),
        *((Money(), NO_SUM), (Percent(), NO_SHARE), (ReadAmount(), NO_NUMBER)),
    ],
    named=lambda case: type(case[0]).__name__,
)
def test_a_number_of_too_many_figures_is_said_to_be_one(reader, sentence):
    for cell in ("9" * 31, "9" * 5000, "1," + ",".join(["000"] * 10), 1e300):
        assert refusal(reader, cell) == ("It has too many figures.", sentence[1]), cell


def test_thirty_figures_are_read_exactly_and_zeros_before_them_count_for_nothing():
    assert Whole()("9" * 30) == 10**30 - 1
    assert Whole()("0" * 100 + "7") == 7
    assert Decimal()("0." + "0" * 40 + "1") == Number(10) ** -41


@swept([
        (0, None, "-1", ("It is less than 0.", "Write a number of 0 or more.")),
        (0, None, "0", 0),
        (0, None, "-0", 0),
        (1, 10, "0", ("It is less than 1.", "Write a number of 1 or more.")),
        (1, 10, "1", 1),
        (1, 10, "10", 10),
        (1, 10, "11", ("It is more than 10.", "Write a number of 10 or less.")),
        (1, 10, 0, ("It is less than 1.", "Write a number of 1 or more.")),
        *((1, 10, 10.0, 10), (1, 10, 10.5, NOT_WHOLE), (1, 10, "0.5", NOT_WHOLE)),
        (None, 5, "-99", -99),
        (1990, 2100, "1989", ("It is less than 1,990.", "Write a number of 1,990 or more.")),
        (1990, 2100, "2101", ("It is more than 2,100.", "Write a number of 2,100 or less.")),
        (0, 1_000_000, "1,000,001",
         ("It is more than 1,000,000.", "Write a number of 1,000,000 or less.")),
    ])  # fmt: skip
def test_whole_numbers_on_their_bounds(least, most, cell, said):
    reader = Whole(least, most)
    if isinstance(said, tuple):
        assert refusal(reader, cell) == said
    else:
        number = reader(cell)
        assert (number, type(number)) == (said, int)


@swept(
    [
        *(("0", "0.00"), ("-0", "0.00"), ("0.004", "0.00"), ("0.005", "0.01")),
        *(("0.014999", "0.01"), ("0.015", "0.02")),
        (0.1 + 0.2, "0.30"),
        *((1e-9, "0.00"), (845.335, "845.34"), ("GBP 12", "12.00"), ("£0.99", "0.99")),
        *(("£ 1 234.50", "1234.50"), ("£1,234,567.89", "1234567.89"), ("GBP 1,000", "1000.00")),
        *(("999999999999.99", "999999999999.99"), ("999,999,999,999", "999999999999.00")),
    ]
)
def test_pounds_on_the_edge_of_a_penny(cell, pounds):
    assert str(Money()(cell)) == pounds


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("-0.01", ("It is less than 0.", "Write a number of 0 or more.")),
        ("1000000000000", ("It is too large a sum.", "Write it in pounds.")),
        *(("£1m", NO_SUM), ("1.234,56", NO_SUM), ("$5", NO_SUM)),
        *((one, NO_SUM) for one in ("free", "£1.2k", "€5", "£")),
    ],
)
def test_what_is_no_sum_of_pounds(cell, said):
    assert refusal(Money(), cell) == said


@swept(
    [
        *(("0", "0"), (0, "0"), ("54.5 %", "54.5"), (54, "54"), ("54", "54"), (0.545, "54.5")),
        *(("0%", "0"), ("-0%", "0"), ("0.01%", "0.01"), ("1 %", "1"), ("100%", "100")),
        *(("100.0%", "100.0"), (0.001, "0.1"), (0.5, "50"), (0.999, "99.9"), (1.01, "1.01")),
        *(("1.01", "1.01"), (99.99, "99.99"), (100, "100")),
    ]
)
def test_a_share_on_its_edges(cell, share):
    assert Percent()(cell) == Number(share)


ASKED = (
    "It could be a per cent or a share of one.",
    "Write it with its sign, %.",
)


@swept(
    [
        *(("1", ASKED), (1, ASKED), ("0.01", ASKED), ("1.00", ASKED)),
        ("100.01", ("It is more than 100.", "Write a number of 100 or less.")),
        ("100.1%", ("It is more than 100.", "Write a number of 100 or less.")),
        (-0.5, ("It is less than 0.", "Write a number of 0 or more.")),
        ("-1%", ("It is less than 0.", "Write a number of 0 or more.")),
        *(("%", NO_SHARE), ("54%%", NO_SHARE), ("% 54", NO_SHARE)),
    ]
)
def test_what_is_no_share(cell, said):
    assert refusal(Percent(), cell) == said


@random_cases(60)
@given(
    st.sampled_from(ALL),
    st.one_of(st.floats(), st.integers(), st.text("0123456789.,-+e% £naif", max_size=40)),
)
def test_no_number_breaks_a_reader_or_is_read_without_an_end(reader, cell):
    try:
        found = reader(cell)
    except Unreadable as told:
        assert told.wrong.endswith(".") and told.right.endswith(".")
    else:
        assert "inf" not in str(found).lower() or reader == Text(20)


@random_cases(60)
@given(st.integers(-(10**29), 10**29))
def test_a_whole_number_is_read_alike_as_a_number_in_figures_and_in_groups(number):
    told = {Whole(None)(cell) for cell in (number, str(number), f"{number:,}")}
    assert told == {number}
    assert as_words(number) == str(number)


def spoiled(word):
    """The cells of a workbook that holds `word` where a number is to stand."""
    made = write_xlsx(["Team", "Visits"], [["North", 7.25], ["South", 3]])
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as held, zipfile.ZipFile(into, "w") as package:
        for name in held.namelist():
            part = held.read(name)
            package.writestr(name, part.replace(b"<v>7.25</v>", f"<v>{word}</v>".encode()))
    [table] = read("visits.xlsx", into.getvalue())
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("word", ["NaN", "nan", "INF", "-INF", "1e999", "-1e999", "Infinity"])
def test_a_workbook_that_holds_no_number_gives_words_that_no_reader_takes_for_one(word):
    (_, cell), south = spoiled(word)
    assert isinstance(cell, str)
    assert south == ("South", 3)
    for reader in (Whole(), Decimal(), Money(), Percent(), ReadAmount()):
        assert refusal(reader, cell)[0].startswith("It is not a")
