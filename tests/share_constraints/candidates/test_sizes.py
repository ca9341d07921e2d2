"""How many times as many, and how far a number rose or fell in words."""

import pytest

from reports.share_constraints.candidates.changes_in_words import changes_in_words
from reports.share_constraints.candidates.times_as_many import times_as_many
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        times_as_many,
        "A placement costs on average £512 a week, and one bought from an agency £1,036, which is ",
        "a little over twice",
        "nearly three times",
        " as much.",
    ),
    (
        times_as_many,
        (
            "Forty-four of the children are boys and eight are girls, so boys outnumber "
            "girls by more than "
        ),
        "five",
        "six",
        " to one.",
    ),
    (
        times_as_many,
        "The rate here is 62 and in the north 31, so ours is ",
        "twice",
        "three times",
        " the rate of the north.",
    ),
    (
        times_as_many,
        "Health sent 48 and the police 144, ",
        "three",
        "four",
        " times as many as health.",
    ),
    (
        times_as_many,
        "Wards in the east have 12 beds; those in the west have 25, ",
        "just over double",
        "just over three times",
        " the number in the east.",
    ),
    (
        times_as_many,
        "The smallest home has 4 places and the largest 6, ",
        "half as many again",
        "twice as many",
        ".",
    ),
    (
        times_as_many,
        "Costs were £6,140 in the homes and £1,520 with carers, ",
        "about four times",
        "about six times",
        " the cost of carers.",
    ),
    (
        times_as_many,
        "There are 96 boys and 31 girls, so boys outnumber girls by ",
        "about three",
        "about five",
        " to one.",
    ),
    (
        times_as_many,
        "Wards have 40 beds and homes 20. Wards have ",
        "twice",
        "three times",
        " as many as homes.",
    ),
    (
        times_as_many,
        "Our share is 29%; in the borough it is 14%. Ours is ",
        "just over twice",
        "nearly four times",
        " that of the borough’s 14%.",
    ),
    (
        changes_in_words,
        "The figure was 37 in March and it is 17 now. The backlog has fallen by ",
        "more",
        "less",
        " than half.",
    ),
    (
        changes_in_words,
        "There were 24 in May and 50 in June, so the list has more than ",
        "doubled",
        "trebled",
        ".",
    ),
    (
        changes_in_words,
        "Complaints numbered 60 last year and 45 this year; they have dropped by ",
        "a quarter",
        "a half",
        ".",
    ),
    (
        changes_in_words,
        "There were 81 open cases a year ago and 40 today, so the list has ",
        "almost halved",
        "almost trebled",
        ".",
    ),
    (
        changes_in_words,
        "In 2023 there were 80 and in 2024 there were 122. They have risen by ",
        "just over half",
        "just over a quarter",
        ".",
    ),
    (
        changes_in_words,
        "There were 90 in spring and 61 in autumn, so they fell by ",
        "a third",
        "a half",
        ".",
    ),
    (
        changes_in_words,
        "The fund held £40,000 and now holds £10,000. It has been cut by ",
        "three quarters",
        "a half",
        ".",
    ),
    (
        changes_in_words,
        "The list had 12 names last year and 37 this year. It has ",
        "more than trebled",
        "more than quadrupled",
        ".",
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
