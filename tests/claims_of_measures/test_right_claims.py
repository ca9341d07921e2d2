"""Right claims about rows and lists that look wrong by some column: neither reading denies them."""

# ruff: noqa: E501

import pytest

from reports.constraints.prose_lists.readings import claims_of_lists
from reports.table_constraints.measures.readings import claims_of_measures
from tests.checks.drawn import reading

TEAMS = """\
Table: Actions by theme, 31 March 2016
| Theme | Complete | On track | Slipped | Total |
| Leadership | 6 | 1 | 1 | 8 |
| Front door | 5 | 3 | 1 | 9 |
| Practice | 5 | 4 | 2 | 11 |
| Permanence | 3 | 3 | 0 | 6 |
| Total | 19 | 11 | 4 | 34 |

"""
MODES = """\
Table: Pupils by mode, 30 September
| Mode | 2014 | 2015 |
| Shared minibus | 452 | 498 |
| Shared taxi | 330 | 342 |
| Solo taxi | 126 | 137 |
| Bus pass | 50 | 44 |

"""
RIGHT = (
    TEAMS + "Permanence is the only theme with nothing slipped.",
    TEAMS + "Leadership is furthest ahead, with three quarters of its actions complete.",
    TEAMS + "Practice is the largest theme, and Permanence the smallest.",
    TEAMS + "Practice has the most actions, and Leadership the highest share complete.",
    TEAMS + "Three of the four themes have something slipped.",
    MODES + "Every mode has grown bar the last.",
    MODES + "Three of the four modes have grown.",
    MODES + "The largest rise was in the shared minibus, and only the bus pass fell.",
    "Of the 219 answered, 153 had a reply within ten days and 48 within twenty. Eighteen took longer.",
    "Of the 39 late reviews, 17 were late because of us and 26 because of others. Four were late for both.",
    "Of these 38 were in the early years, 214 in primary schools and 97 in secondary schools.",
    "The second most common was the quality of the service (33), followed by delay (21), the conduct of staff (15) and other matters (9).",
    "Nineteen came into care in July, 12 in August and 16 in September; July was the busiest month.",
    "Coast was at 88 per cent, East at 84, Central at 81 and South at 73. The standard is 75 per cent, and South alone missed it.",
    "As to age, 27 were under 15, making theirs the largest group; 19 were 15 to 17, and nine were 18 to 20.",
)


@pytest.mark.parametrize("passage", RIGHT)
def test_a_right_claim_is_left_in_peace(passage):
    made = reading(passage)
    assert not [*claims_of_measures(made), *claims_of_lists(made)]


def test_a_row_of_the_council_is_meant_by_we():
    table = """\
Table: Days to a decision
| Authority | Days |
| Northmoor | 441 |
| Eastmoor | 398 |
| Westmoor | 467 |
| Southmoor | 429 |

"""
    right, wrong = (
        reading(f"{table}Among these four boroughs we are the {nth} quickest.")
        for nth in ("third", "second")
    )
    assert not [*claims_of_measures(right)]
    assert [*claims_of_measures(wrong)]
