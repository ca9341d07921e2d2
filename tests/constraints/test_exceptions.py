"""All or none of some things, and one that the next sentences tell of.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from reports.constraints.antecedents.exceptions import exceptions
from reports.quantities.passages import before, statements
from tests.checks.drawn import reading
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

PASSAGES = (
    "«Four of the five|All five» plans were read again in May. The plan from the clinic is to be read in June.",
    "«Three|All four» of our leaders visited a home. Reports were written. The leader of the night team had no car and did none.",
    "«One boy was|No boy was» away at the end of the quarter. He was with an aunt and came back on 4 October.",
    "«One is|Yes, both are». The one at Mill Lane opened in March. The one at Kirk Road must wait for a lease.",
    "The board met in June and accepted «two of the points|all three points». It declined the one on vans.",
)
RIGHT = (
    "All five plans were read again in May. The plan from the clinic was read last.",
    "All five plans were read again in May.\n\nThe plan from the clinic is to be printed.",
    "All five plans were read. The head of the clinic is to be asked for another.",
    "Not all plans were read. The plan from the clinic is to be read in June.",
    "No boy was away. They were all at home by nine.",
    "The board accepted all three points. It declined to meet in August.",
    "All but one plan was read. The one from the clinic is to be read in June.",
)


def says(text):
    """What is said of the sentences of a paper."""
    rows = statements(reading(f"# Part\n\n{text}"))
    return [
        denial.says
        for place, row in enumerate(rows)
        for denial in exceptions(row, before(rows, place, 9))
    ]


@swept(PASSAGES)
def test_one_that_is_otherwise_is_found_and_the_right_passage_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_what_is_no_exception_is_left(passage):
    assert says(passage) == []
