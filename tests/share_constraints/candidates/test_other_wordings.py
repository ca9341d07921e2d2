"""Other wordings of the claims that are held against every number near."""

import pytest

from reports.share_constraints.candidates.bands_in_words import bands_in_words
from reports.share_constraints.candidates.changes_in_words import changes_in_words
from reports.share_constraints.candidates.courses import courses_of_times
from reports.share_constraints.candidates.fractions_in_words import fractions_in_words
from reports.share_constraints.candidates.gaps import gaps
from reports.share_constraints.candidates.others import others
from reports.share_constraints.candidates.points import points
from reports.share_constraints.candidates.shortfalls import shortfalls
from reports.share_constraints.candidates.times_as_many import times_as_many
from reports.share_constraints.candidates.verdicts import verdicts
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        verdicts,
        "The cap is 8 per cent. Agency cover ran at 9.5 per cent and has ",
        "breached",
        "respected",
        " the cap.",
    ),
    (
        verdicts,
        "Dental checks stand at 87%, and ",
        "exceed",
        "miss",
        " the standard of 85%.",
    ),
    (
        verdicts,
        (
            "The milestone was 500 pupils. By May 540 pupils had completed the course, and "
            "the milestone was "
        ),
        "passed",
        "missed",
        ".",
    ),
    (
        verdicts,
        "The floor is 75%. With 61 of 80 seen, we are ",
        "above",
        "below",
        " the floor.",
    ),
    (
        verdicts,
        "A target of 97% was set. The summer brought 97.9 per cent, and the target was ",
        "achieved",
        "not achieved",
        ".",
    ),
    (
        gaps,
        (
            "The target was 1,200 visits. We made 1,160 and missed it by 40, against 1,250 "
            "last year: 1,160 is 90 "
        ),
        "fewer",
        "more",
        ".",
    ),
    (
        gaps,
        "At 5.2% turnover is two points ",
        "lower",
        "higher",
        " than the 7.2% of last year.",
    ),
    (
        gaps,
        "Income was £90,320 against a budget of £87,450. That £90,320 is £2,870 ",
        "above",
        "below",
        " it.",
    ),
    (
        others,
        "Ours took 441 days, ",
        "shorter than",
        "longer than",
        " the average of our neighbours, which is 452 days.",
    ),
    (
        others,
        "Persistent absence was 22 per cent, ",
        "higher than",
        "lower than",
        " the regional figure of 17 per cent.",
    ),
    (
        others,
        "We have 71 in custody for every such town. That is ",
        "less than",
        "more than",
        " the national average of 84.",
    ),
    (
        courses_of_times,
        "Vacancies were 44 in July, 38 in August and 31 in September; they have ",
        "declined",
        "increased",
        " consistently.",
    ),
    (
        courses_of_times,
        "Scores of 6.1, 6.8 and 7.4 in the three terms show that it has ",
        "risen",
        "fallen",
        " each term.",
    ),
    (
        shortfalls,
        "Our target is 35 courses. Eighteen ran in spring and nine in autumn, so ",
        "eight",
        "six",
        " further courses are needed.",
    ),
    (
        shortfalls,
        "The aim is £60,000. We have raised £42,000, which leaves ",
        "£18,000",
        "£28,000",
        " to find.",
    ),
    (
        times_as_many,
        "East has 36 cases a worker and west 12: east has ",
        "three times",
        "five times",
        " as many as west.",
    ),
    (
        changes_in_words,
        "From £412,000 debts fell to £204,000, so they have ",
        "halved",
        "trebled",
        ".",
    ),
    (
        changes_in_words,
        "There were 50 in May and 66 in June, so that numbers rose by ",
        "about a third",
        "about two thirds",
        ".",
    ),
    (
        points,
        "We scored 74 per cent in one year and 81 per cent in the next, up ",
        "seven",
        "five",
        " percentage points.",
    ),
    (
        fractions_in_words,
        "There are 98 social workers. Twenty-one, ",
        "just over a fifth",
        "just over a third",
        ", are new.",
    ),
    (
        fractions_in_words,
        "Of 260 pupils, 88, or ",
        "about a third",
        "about a half",
        ", have a plan.",
    ),
    (
        fractions_in_words,
        "We drew 60 files. ",
        "Nine in ten",
        "Three in ten",
        " (54) had a date.",
    ),
    (
        fractions_in_words,
        "In May 412 came. Those who walked numbered 198, ",
        "a little under half",
        "a little over half",
        ".",
    ),
    (
        bands_in_words,
        "",
        "A quarter",
        "Half",
        (
            " of the homes have 10 places or more.\n"
            "\n"
            "Table: Homes by places\n"
            "| Places | Homes |\n"
            "| 1 to 4 | 20 |\n"
            "| 5 to 9 | 25 |\n"
            "| 10 to 14 | 9 |\n"
            "| 15 or more | 6 |"
        ),
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
