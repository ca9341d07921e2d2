"""What the numbers of a sentence come to in each form, and which of them explain another."""

from reports.equations.links import is_of_another, opens_new_subject
from reports.equations.markers import Form
from reports.equations.solutions import (
    flow_sign,
    is_explained,
    is_stated,
    products,
    shares,
    solutions,
)
from reports.equations.terms import terms, with_room
from reports.quantities.passages import statements
from tests.checks.drawn import reading
from tests.sweeping import swept

FORMS = (
    (Form.DIFFERENCE, "There were 57 in May and 43 in June.", ["57 − 43"]),
    (Form.DIFFERENCE, "There were 57, 50 and 43.", []),
    (Form.SUM, "There were 12, 9 and 15.", ["12 + 9 + 15"]),
    (Form.REST, "We had 36 places, filled 15 and lent 12.", ["36 − 15 − 12"]),
    (Form.REST, "There were 42; 17 came in and 20 left.", ["42 + 17 − 20"]),
    (Form.REST, "Seventeen came in and 20 left.", []),
    (Form.REST, "There were 42, and 17 came in.", []),
    (Form.FLOW, "There were 42; 17 came in and 20 left.", ["42 + 17 − 20"]),
    (Form.RESULT, "We have 63 and they have 12.", ["63 − 12", "63 + 12"]),
)
SIGNS = (
    ("Seventeen joined.", 1),
    ("Seventeen had come on.", 1),
    ("Seventeen left.", -1),
    ("Seventeen were struck off.", -1),
    ("The number fell by 17.", -1),
    ("The number rose by 17.", 1),
    ("Seventeen live here.", 0),
    ("It took 17 days.", 0),
)
# The last number of each, and whether the others explain it.
EXPLAINED = (
    ("We have 12, 9 and 15: 36.", True),
    ("We have 12, 9 and 15: 24.", True),
    ("We have 12, 9 and 15: 18.", True),
    ("We have 12, 9 and 15: 23.", False),
    ("We have 12 homes with nine beds each: 108.", True),
    ("We have 12 homes and nine beds: 108.", False),
    ("We sent 120 and had 90 back: 75%.", True),
    ("We sent 120 and had 90 back: 80%.", False),
)


def read(text):
    """The terms of the first sentence of a text."""
    return with_room([*terms(statements(reading(text))[0])])


@swept(FORMS)
def test_numbers_come_to_what_their_form_says(form, text, expected):
    assert [row.words for row in solutions(form, read(text))] == expected


@swept(SIGNS)
def test_what_came_is_added_and_what_went_is_taken_away(text, expected):
    assert flow_sign(read(text)[0]) == expected


@swept(EXPLAINED)
def test_a_number_is_explained_by_any_equation_of_those_near_it(text, expected):
    *near, target = read(text)
    assert is_explained(target, near, {""}, text) == expected


def test_a_number_that_is_stated_twice_follows_from_nothing():
    first, last, target = read("We have 12 and 9, so 12.")
    assert is_stated(target, [first, last])
    assert not is_stated(target, [last])


def test_so_many_of_so_many_are_multiplied():
    def come_to(text, unit, time=""):
        return [int(row.value) for row in products(read(text), unit, time)]

    assert come_to("Six teams read four files.", "count") == [24]
    assert come_to("Thirty tablets cost £240.", "money") == [7200]
    assert come_to("It cost £4,000 for nine months.", "money", "month") == [36_000]
    assert come_to("It cost £4,000 for nine weeks.", "money", "month") == []
    assert come_to("It cost £40 and £60.", "money") == []
    assert come_to("Six teams read four files and two notes.", "count") == []


def test_a_share_is_of_two_counts_of_one_unit():
    assert [int(row.value) for row in shares(read("We sent 120 and had 90 back."))] == [75]
    assert shares(read("We sent 120 and paid £90.")) == []
    assert shares(read("We sent 120.")) == []


def test_another_clause_or_place_is_of_something_else():
    assert opens_new_subject(" in 2016, and costs fell by ")
    assert not opens_new_subject(" in 2016, and has risen by ")
    rows = statements(reading("We had 40 plans and 52 plans. The fall of six in York was small."))
    place = rows[1].sentence.text.index(" in York")
    assert is_of_another(rows[:2], place)
    known = statements(
        reading("York had 40 plans and 52 plans. The fall of six in York was small.")
    )
    assert not is_of_another(known[:2], known[1].sentence.text.index(" in York"))
