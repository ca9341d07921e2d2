"""The units of numbers in a sentence, and how far the truth may be from them."""

from fractions import Fraction

from reports.equations.terms import terms, with_room
from reports.quantities.passages import statements
from tests.checks.drawn import reading
from tests.sweeping import swept

UNITS = (
    ("We saw 31 families.", [("31", "count")]),
    ("It cost £40 and then £55.", [("£40", "money"), ("£55", "money")]),
    ("The share was 62%.", [("62%", "percent")]),
    ("The gain was nine points.", [("nine", "percent")]),
    ("The gain was 9 percentage points.", [("9", "percent")]),
    ("It took 34 days.", [("34", "day")]),
    ("It took five working days.", [("five", "day")]),
    # A bare number is of the unit of the one before it.
    ("It took 34 days in 2014 and now 25.", [("34", "day"), ("25", "day")]),
    (
        "The target was 85 per cent and we reached 79.",
        [("85 per cent", "percent"), ("79", "percent")],
    ),
    # Not where that one tells when, or is of another size, or something is named.
    ("Twelve months earlier it had been 31.", [("Twelve", "month"), ("31", "count")]),
    ("It took two days in all and cost 400.", [("two", "day"), ("400", "count")]),
    ("It took 34 days for 30 families.", [("34", "day"), ("30", "count")]),
)
ROOMS = (
    ("We had 40 places and filled 31.", (0, 0)),
    ("We had £90,000 and spent £71,500.", (50, 50)),
    ("We had £90,000 and spent £70,000.", (500, 500)),
    ("We had £1,200,000 and spent £1,140,000.", (500, 500)),
    ("We had £1.2m and spent £0.9m.", (50_000, 50_000)),
    ("The share was 62% and is 71%.", (Fraction(1, 2), Fraction(1, 2))),
    ("The score was 3.2 and is 4.1.", (Fraction(1, 20), Fraction(1, 20))),
)


def read(text):
    """The terms of the first sentence of a text."""
    return with_room([*terms(statements(reading(text))[0])])


@swept(UNITS)
def test_a_number_has_the_unit_that_its_words_give_it(text, expected):
    assert [(term.number.words, term.unit) for term in read(text)] == expected


@swept(ROOMS)
def test_the_truth_may_be_as_far_as_a_number_was_rounded(text, expected):
    assert tuple(term.room for term in read(text)) == expected


def test_people_are_counted_alike_and_plain_words_name_nothing():
    table = {
        "We saw 31 children.": "person",
        "We saw 31 carers.": "person",
        "We read 31 files.": "",
        "We held 31 reviews.": "review",
        "We saw 31.": "",
    }
    assert {text: read(text)[0].head for text in table} == table


def test_a_name_or_a_mean_is_no_operand():
    table = {
        "The two teams moved.": False,
        "The 40 teams moved.": True,
        "Families waited 12 days on average.": True,
        "Each has an average of 12 cases.": False,
        "They fell from 48.": True,
        "The gain was 9 percentage points.": False,
    }
    assert {text: read(text)[0].is_operand for text in table} == table
