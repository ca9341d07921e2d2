"""What is said to be all of the counts before it, in many wordings: built with, and held back until
the rule was written."""

import random

import pytest

from tests.constraints.draws import DRAWS, Passage, filled, parts, right_and_wrong, severities

TWO, THREE = parts("a", "b"), parts("a", "b", "c")
LIST = "* {a} files were good\n* {b} files needed more work\n* {c} files were poor\n\n"
BUILT = [
    ("{a} audits were done in the first quarter and {b} in the second, {whole} together.", TWO),
    ("Schools made {a} contacts, the police {b} and health {c}: {whole} combined.", THREE),
    ("The north has {a} carers and the south {b}, {whole} between them.", TWO),
    ("{a} visits were made by day and {b} at night, {whole} visits all told.", TWO),
    (LIST + "In all, {whole} files were read.", THREE),
    (LIST + "Altogether we read {whole} files.", THREE),
    (
        "Contacts by source:\n\n* police {a}\n* health {b}\n* schools {c}\n\nTogether: {whole}.",
        THREE,
    ),
    ("Contacts by source:\n\n* police: {a}\n* schools: {b}\n* all: {whole}", TWO),
    (
        (
            "We ran:\n\n* {a} sessions on neglect\n* {b} sessions on records\n\n"
            "These {whole} sessions were free."
        ),
        TWO,
    ),
    ("The hubs took these calls:\n\n* East: {a}\n* West: {b}\n\nThat is {whole} in total.", TWO),
]
HELD = [
    ("Panel heard {a} new cases, {b} reviews and {c} appeals: {whole} items all told.", THREE),
    ("{a} pupils were at primary and {b} at secondary schools ({whole} together).", TWO),
    (
        "Visits made:\n\n* {a} to homes\n* {b} to schools\n* {c} to units\n\nAll told, {whole}.",
        THREE,
    ),
    ("Calls:\n\n* parents ({a})\n* schools ({b})\n\nWe answered {whole} calls in all.", TWO),
]
# Held back as well, and missed: two numbers before one noun, and a dash.
MISSED = [
    ("The two teams closed {a} and {b} cases respectively, {whole} combined.", TWO),
    ("Foster carers offered {a} beds and homes offered {b} – {whole} between the two.", TWO),
]
# Like sums, and none: another thing, some counted twice, others besides, another time.
RIGHT = [
    "{a} audits were done in May and {b} in June. The two teams together employ {other} people.",
    "{a} children see a nurse and {b} a doctor; some see both, so {other} are seen together.",
    "The hubs have {a} and {b} rooms, with {other} staff between them.",
    "* {a} files had a plan\n* {b} files had a review\n\nIn all, {other} files were read.",
    "* {a} parents came\n* {b} parents wrote\n\nAltogether {other} schools were asked.",
    "Among others we heard:\n\n* {a} girls\n* {b} boys\n\nIn all, {other} children took part.",
    "{a} checks are in date and {b} are late. Checks and training together took {other} hours.",
    "* North: {a} homes\n* South: {b} homes\n\nIn total there were {other} homes a year ago.",
]


def test_a_list_whose_parts_are_all_words_has_no_sum_to_deny():
    assert severities("Graded as follows:\n\n* one good\n* none inadequate\n* total: 5") == {}


@pytest.mark.parametrize(("words", "draw"), [*BUILT, *HELD])
def test_a_total_that_a_slip_made_wrong_is_found(words, draw):
    for right, wrong in right_and_wrong(words, draw, "whole"):
        assert severities(right) == {}, right
        assert severities(wrong), wrong


@pytest.mark.parametrize(("words", "draw"), MISSED)
def test_a_total_that_is_missed_is_left_in_peace_where_it_is_right(words, draw):
    for right, _wrong in right_and_wrong(words, draw, "whole"):
        assert severities(right) == {}, right


@pytest.mark.parametrize("words", RIGHT)
def test_what_is_no_total_of_the_counts_before_it_is_left_in_peace(words):
    rng = random.Random(words)
    for _draw in range(DRAWS):
        values = TWO(rng)
        values["other"] = values["whole"] + 10 * rng.choice((-2, -1, 1, 2))
        text = filled(Passage(words, TWO, "whole"), values)
        assert severities(text) == {}, text
