"""Counts of a passage that is about one row of a table.

A passage holds a fault as `«right|wrong»`.
"""

# ruff: noqa: E501
from reports.table_constraints.rows.topic_rows import topic_rows
from tests.checks.drawn import reading
from tests.equations.test_consequences import right, wrong
from tests.sweeping import swept

BY_MONTH = """Table: Nights spent away
| Month | Nights | Children |
| April | 61 | 29 |
| May | 74 | 38 |
| June | 52 | 26 |
| Quarter | 187 | 70 |

"""
BY_HOME = """Table: Children in care by home, 31 December 2015
| Home | Children |
| With relatives | 48 |
| With foster carers | 213 |
| In a residential school | 36 |
| All | 297 |

"""
BY_SERVICE = """Table: Staff and checks
| Service | Staff | In date | Late |
| Assessment | 58 | 55 | 3 |
| Nurseries | 96 | 89 | 7 |
| Transport | 41 | 41 | 0 |
| All | 195 | 185 | 10 |

"""
PASSAGES = (
    f"{BY_MONTH}May was once more the hardest month. In that month «38|83» children were away at night.",
    f"{BY_MONTH}In June «26|62» children were away.",
    f"{BY_HOME}The residential school gives us most concern. There were «36|31» children there at the end of the year.",
    f"{BY_HOME}A residential school is the dearest home: «36|31» children live in one.",
    f"{BY_SERVICE}The nurseries lag behind. Of their 96 staff, «seven|five» are past the date.",
)
RIGHT = (
    f"{BY_MONTH}May was the hardest month. Some 83 children were seen by the nurse in the autumn.",
    f"{BY_MONTH}In May 38 children were away and 83 were not.",
    f"{BY_MONTH}In the three years to May 83 children were away.",
    f"{BY_HOME}A residential school costs most. In that school 24 teachers were interviewed.",
    f"{BY_HOME}Children in a residential school and those with relatives, 84 children in all, were seen.",
    f"{BY_SERVICE}The nurseries lag behind. Of their 96 staff, 18 work at night.",
    f"{BY_SERVICE}Nurseries employ 69 more staff than in 2010.",
)


def says(text):
    """What is said of the counts of a paper."""
    return [denial.says for denial in topic_rows(reading(f"# Part\n\n{text}"))]


@swept(PASSAGES)
def test_a_count_unlike_the_row_of_its_passage_is_found_and_the_right_one_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


@swept(RIGHT)
def test_counts_of_other_things_in_its_passage_are_left(passage):
    assert says(passage) == []
