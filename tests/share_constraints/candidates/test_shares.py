"""Fractions in words of a count beside them, and of the bands of a table."""

import pytest

from reports.share_constraints.candidates.bands_in_words import bands_in_words
from reports.share_constraints.candidates.fractions_in_words import fractions_in_words
from tests.share_constraints.candidates.cases import assert_found

# A reading, the words around a claim, the right claim and a wrong one.
PASSAGES = (
    (
        fractions_in_words,
        (
            "There were 143 episodes.\n"
            "\n"
            "# Repeats\n"
            "\n"
            "Eleven children went missing three times or more. Between them they had 74 "
            "episodes, "
        ),
        "just over half",
        "almost two thirds",
        " of the total.",
    ),
    (
        fractions_in_words,
        "Schools in the county teach 158 of our children. The other 83, ",
        "just over",
        "just under",
        " a third, go to school elsewhere.",
    ),
    (
        fractions_in_words,
        (
            "Of the 22 children, 13 are girls and nine boys. Twelve were born abroad, in "
            "seven different countries, which is to say "
        ),
        "more",
        "fewer",
        " than half.",
    ),
    (
        fractions_in_words,
        (
            "We closed 2,121.\n"
            "\n"
            "# Outcomes\n"
            "\n"
            "No further action was the outcome for 763 children, that is to say for "
        ),
        "more",
        "less",
        (
            " than a third of them. Early help took on 424; a plan was drawn up for 615; "
            "and for 246 a strategy discussion was held. The remaining 73 came into care."
        ),
    ),
    (
        fractions_in_words,
        (
            "We completed 114 audits.\n"
            "\n"
            "# Trust\n"
            "\n"
            "A second reader moderated 38 of the audits, which is "
        ),
        "a third",
        "a quarter",
        " of those completed.",
    ),
    (
        fractions_in_words,
        "Forty-four files were read. Overall 33 of them were good, which is ",
        "three quarters",
        "two thirds",
        ".",
    ),
    (
        fractions_in_words,
        "There were 60 leavers. Some 41, ",
        "about two thirds",
        "about half",
        ", took up the offer.",
    ),
    (
        fractions_in_words,
        "We had 96 replies. ",
        "Fewer than half",
        "The majority",
        ", 44, felt lonely.",
    ),
    (
        fractions_in_words,
        "The grant was £251,000. Of that £129,000, ",
        "just over",
        "just under",
        " half, went on staff.",
    ),
    (
        fractions_in_words,
        "In all 180 plans ended. ",
        "A quarter",
        "A third",
        " of them (45) had lasted a year.",
    ),
    (
        fractions_in_words,
        "There were 220 families. Eighty-eight, ",
        "two in five",
        "three in five",
        ", sent it back.",
    ),
    (
        fractions_in_words,
        "There were 48 briefings. Sixteen, ",
        "one in three",
        "one in four",
        ", were online.",
    ),
    (
        fractions_in_words,
        "We had 174 replies. Of them 139, ",
        "four in five",
        "two in five",
        ", feel safe.",
    ),
    (
        fractions_in_words,
        "The service helped 390 families. Some 98 of the families, ",
        "a quarter",
        "a third",
        ", had been helped before.",
    ),
    (
        fractions_in_words,
        "There were 1,870 visits. The 623 that were late make up ",
        "a third",
        "a fifth",
        " of them.",
    ),
    (
        fractions_in_words,
        "In all 90 came. Forty-six, ",
        "just over half",
        "just under half",
        ", were parents.",
    ),
    (
        fractions_in_words,
        "The cost was £84,000. Staff took £63,000, which is ",
        "three quarters",
        "two thirds",
        ".",
    ),
    (
        fractions_in_words,
        "There were 31 leavers. ",
        "Most of them",
        "A minority of them",
        ", 22, had a job.",
    ),
    (
        fractions_in_words,
        "Of 68 children ",
        "a quarter",
        "a third",
        " (17) are Afghan.",
    ),
    (
        bands_in_words,
        "",
        "Exactly half",
        "More than half",
        (
            " of the workers hold 16 or fewer.\n"
            "\n"
            "Table: Case-holders\n"
            "| Children held | Workers |\n"
            "| 12 or fewer | 31 |\n"
            "| 13 to 16 | 68 |\n"
            "| 17 to 20 | 77 |\n"
            "| 21 or more | 22 |\n"
            "| All | 198 |"
        ),
    ),
    (
        bands_in_words,
        "",
        "More than half",
        "Under half",
        (
            " of the carers are over 49.\n"
            "\n"
            "Table: Age of carers\n"
            "| Age | Carers |\n"
            "| Under 40 | 19 |\n"
            "| 40 to 49 | 31 |\n"
            "| 50 to 59 | 42 |\n"
            "| 60 and over | 23 |\n"
            "| Total | 115 |"
        ),
    ),
    (
        bands_in_words,
        "Almost ",
        "two thirds",
        "half",
        (
            " waited for fewer than 10 days.\n"
            "\n"
            "Table: Days waited\n"
            "| Days | Children |\n"
            "| 0 to 4 | 30 |\n"
            "| 5 to 9 | 34 |\n"
            "| 10 to 19 | 25 |\n"
            "| 20 or more | 11 |"
        ),
    ),
    (
        bands_in_words,
        "",
        "Fewer than a fifth",
        "More than a quarter",
        (
            " of carers are under 40.\n"
            "\n"
            "Table: Age of carers\n"
            "| Age | Carers |\n"
            "| Under 40 | 19 |\n"
            "| 40 to 49 | 31 |\n"
            "| 50 to 59 | 42 |\n"
            "| 60 and over | 23 |\n"
            "| Total | 115 |"
        ),
    ),
    (
        bands_in_words,
        "",
        "Three quarters",
        "Half",
        (
            " have waited for less than 12 months.\n"
            "\n"
            "Table: Months waited\n"
            "| Months | Children |\n"
            "| Under 6 | 12 |\n"
            "| 6 to 11 | 9 |\n"
            "| 12 to 17 | 5 |\n"
            "| 18 or more | 2 |\n"
            "| Total | 28 |"
        ),
    ),
)


@pytest.mark.parametrize(("find", "ahead", "right", "wrong", "behind"), PASSAGES)
def test_fault_is_found_and_right_passage_is_not(find, ahead, right, wrong, behind):
    assert_found(find, f"{ahead}{right}{behind}", f"{ahead}{wrong}{behind}")
