"""What a cell may say of the number of a measure, of its unit and of how many an event reached."""

from decimal import Decimal

import pytest

from assurance.governance.importing.amounts import Amount, ReadAmount, say_amount, why_not_amount
from assurance.governance.importing.documents import Address
from assurance.governance.importing.events import EventReach, ReadReached
from assurance.governance.importing.measures import MEASURES
from assurance.governance.rules import choices
from assurance.tables.table import Unreadable
from tests.sweeping import swept

AMOUNT, REACHED, ADDRESS = ReadAmount(), ReadReached(), Address(60)
UNIT, BETTER = MEASURES.column("unit").read, MEASURES.column("better").read


def amount(number, is_per_cent=False):
    """An amount of that number."""
    return Amount(Decimal(number), is_per_cent)


@swept(
    [
        (None, None),
        ("17.5", amount("17.5")),
        (17.5, amount("17.5")),
        (18, amount(18)),
        ("1,200", amount(1200)),
        ("£148,200.50", amount("148200.50")),
        ("75.3%", amount("75.3", True)),
        ("75.3 %", amount("75.3", True)),
        ("0.5%", amount("0.5", True)),
        ("−4", amount(-4)),
        ("-4.25", amount("-4.25")),
        (0.8666666666, amount("0.87")),
        (-0.005, amount("-0.01")),
        ("0", amount(0)),
    ]
)
def test_an_amount_is_read_with_what_adorns_it(cell, read):
    assert AMOUNT(cell) == read


@swept(
    [
        ("about 400", "It is not a number."),
        ("17.555", "It has more than two decimals."),
        ("10000000000000", "It is too large a number."),
        (1e15, "It is too large a number."),
        ("1.200,5", "It is not a number."),
        ("%", "It is not a number."),
        ("1e5", "It is not a number."),
        (True, "It is not a number."),
    ]
)
def test_what_is_no_amount_is_refused_without_its_value(cell, wrong):
    with pytest.raises(Unreadable) as told:
        AMOUNT(cell)
    assert told.value.wrong == wrong
    assert str(cell) not in told.value.right


@pytest.mark.parametrize("unit", choices.UNITS)
@pytest.mark.parametrize("number", ["-1", "0", "0.01", "0.5", "1", "1.01", "100", "148200.50"])
@pytest.mark.parametrize("is_per_cent", [True, False])
def test_an_amount_fits_a_unit_where_nobody_could_mean_another(unit, number, is_per_cent):
    told = why_not_amount(amount(number, is_per_cent), unit)
    in_per_cent = unit == "percent"
    is_share = Decimal(number) in {Decimal("0.01"), Decimal("0.5"), Decimal(1)}
    if is_per_cent:
        assert (told is None) is in_per_cent
    else:
        assert (told is not None) is (in_per_cent and is_share)


def test_nothing_is_weighed_where_there_is_no_amount_or_no_unit():
    assert why_not_amount(None, "percent") is None
    assert why_not_amount(amount("0.5", True), None) is None


@pytest.mark.parametrize("unit", choices.UNITS)
@pytest.mark.parametrize("number", ["0.50", "1.00", "17.50", "-3.25", "0.00", "400000.00", None])
def test_an_amount_that_is_given_back_reads_as_it_was(unit, number):
    held = None if number is None else Decimal(number)
    said = say_amount(held, unit)
    read = AMOUNT(said if said is None else str(said))
    assert (read and read.number) == held
    assert why_not_amount(read, unit) is None


@swept(
    [
        ("%", "percent"),
        ("£", "money"),
        (" % ", "percent"),
        ("Per cent", "percent"),
        ("percent", "percent"),
        ("GBP", "money"),
        ("Count", "number"),
        ("days", "days"),
        (None, None),
    ]
)
def test_a_unit_is_known_by_its_word_or_its_sign(cell, unit):
    assert UNIT(cell) == unit


def test_each_unit_and_each_better_way_has_its_usual_word():
    assert {one: UNIT(words) for one, words in choices.UNITS.items()} == dict.fromkeys(
        choices.UNITS
    ) | {one: one for one in choices.UNITS}
    assert {BETTER(words) for words in choices.BETTER.values()} == set(choices.BETTER)


@pytest.mark.parametrize("words", ["-", "Cases each", "€", "%%"])
def test_a_unit_that_nobody_knows_is_not_guessed(words):
    with pytest.raises(Unreadable):
        UNIT(words)


@swept(
    [
        (None, None),
        ("32", EventReach("exactly", 32)),
        (32, EventReach("exactly", 32)),
        ("1,200", EventReach("exactly", 1200)),
        ("over 400", EventReach("over", 400)),
        ("More than 1,000", EventReach("over", 1000)),
        ("> 90", EventReach("over", 90)),
        ("not counted", EventReach("not_counted")),
        ("No one counted", EventReach("not_counted")),
        ("0", EventReach("exactly", 0)),
    ]
)
def test_how_many_were_reached_is_read_as_people_write_it(cell, reached):
    assert REACHED(cell) == reached
    if reached:
        said = choices.say_reached(reached.reached, reached.number)
        assert REACHED(said) == reached


@pytest.mark.parametrize("cell", ["lots", "12.5", "-3", "over", "over many", "about 40", 12.5])
def test_a_number_reached_that_is_none_is_refused(cell):
    with pytest.raises(Unreadable) as told:
        REACHED(cell)
    assert "over 400" in told.value.right


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        (None, None),
        ("www.example.org/a", "https://www.example.org/a"),
        ("http://example.org", "http://example.org"),
        ("https://example.org/a b".replace(" ", "%20"), "https://example.org/a%20b"),
    ],
)
def test_an_address_is_read_with_or_without_its_scheme(cell, address):
    assert ADDRESS(cell) == address


@pytest.mark.parametrize(
    "cell", ["on the shared drive", "javascript:alert(1)", "file://c/x", "x" * 61, "ftp://a.org"]
)
def test_what_is_no_web_address_is_refused(cell):
    with pytest.raises(Unreadable):
        ADDRESS(cell)
