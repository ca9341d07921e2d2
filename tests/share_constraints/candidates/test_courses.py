"""Which way things went over time, and by how many points."""

import pytest

from reports.share_constraints.candidates.courses import courses_of_times
from reports.share_constraints.candidates.points import points
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        courses_of_times,
        (
            "Thirty-eight episodes were recorded in April, 49 in May and 56 in June, so "
            "that the number "
        ),
        "rose",
        "fell",
        " with each month that passed.",
    ),
    (
        courses_of_times,
        "Days lost were 412 in spring, 398 in summer and 371 in autumn: they have ",
        "fallen",
        "risen",
        " steadily.",
    ),
    (
        courses_of_times,
        (
            "The figures were 81% in quarter 1, 84% in quarter 2 and 90% in quarter 3. "
            "Each quarter was "
        ),
        "higher",
        "lower",
        " than the one before.",
    ),
    (
        courses_of_times,
        "The list stood at 61 in July, 55 in August and 48 in September. It went ",
        "down",
        "up",
        " month by month.",
    ),
    (
        courses_of_times,
        "There were 12 in spring, 9 in summer and 7 in autumn. They have ",
        "dropped",
        "climbed",
        " every term.",
    ),
    (
        courses_of_times,
        "Waiting families numbered 31 in May, 35 in June and 41 in July, and so they ",
        "grew",
        "fell",
        " each month.",
    ),
    (
        courses_of_times,
        "Totals of 204, 198 and 187 show that the roll has ",
        "declined",
        "grown",
        " year on year.",
    ),
    (
        points,
        (
            "Thirteen reoffended, a rate of 32.5%, compared with 16 out of 44 (36.4%) "
            "before. The rate has come down by "
        ),
        "3.9",
        "4.9",
        " percentage points.",
    ),
    (
        points,
        "In May 81% were seen and in June 88%, a gain of ",
        "seven",
        "nine",
        " percentage points.",
    ),
    (
        points,
        "Completion was 88.2 per cent in June and 91.6 per cent in December, a gain of ",
        "3.4",
        "4.4",
        " percentage points.",
    ),
    (
        points,
        "On time were 26 of 40 in May (65%) and 34 of 40 in June (85%), a gain of ",
        "20",
        "15",
        " percentage points.",
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
