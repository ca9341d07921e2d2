"""A count in a clause that names one row of a table is a cell of it, or comes of two of them."""

import re

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

STAGES = """\
Table: Plans on time by stage
| Stage | Pupils | Plans on time |
| Infants | 31 | 29 |
| Juniors | 52 | 49 |
| Seniors | 42 | 36 |
| Total | 125 | 114 |"""
OUTCOMES = """\
Table: Outcomes in the quarter
| Outcome | Boys | Girls | All |
| Referral order | 14 | 3 | 17 |
| Rehabilitation order | 11 | 1 | 12 |
| Custody | 3 | 0 | 3 |
| Total | 28 | 4 | 32 |"""
WAITS = """\
Table: Waiting times in weeks
| Service | 2016/17 | 2017/18 |
| Speech therapy | 14 | 11 |
| Counselling | 9 | 12 |
| Not yet known | 31 | 38 |"""
CASES = (
    (STAGES, "Among the seniors «six|nine» plans were not on time."),
    (OUTCOMES, "Courts made a referral order on «17|27» occasions."),
    (OUTCOMES, "Three young people went into custody. «None|Two» of them were girls."),
    (OUTCOMES, "Four of the outcomes, or «12.5%|22.5%», were for girls."),
    (WAITS, "Waits for speech therapy came down from «14|17» weeks to 11."),
    (WAITS, "Counselling is now offered after «12|15» weeks."),
)


@pytest.mark.parametrize(("table", "case"), CASES)
def test_a_wrong_count_of_a_row_is_warned_of_and_the_right_one_is_not(table, case):
    for side, is_wrong in ((r"\1", False), (r"\2", True)):
        text = re.sub(r"«([^|]*)\|([^»]*)»", side, case)
        rows = found(f"# A\n\n{table}\n\n{text}", rules=RULES)
        assert any(row.severity != "advice" for row in rows) is is_wrong, text


def test_what_is_counted_of_one_column_of_a_row_may_be_any_part_of_it():
    text = "# A\n\n" + STAGES + "\n\nOf the seniors, 33 have a mentor as well."
    assert not [row for row in found(text, rules=RULES) if row.severity != "advice"]
