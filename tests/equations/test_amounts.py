"""What amounts come to, what is left of them, and what the last report counted, in other authors'
words."""

# ruff: noqa: E501

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.checks.context import CheckContext, EarlierFigure
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES
from tests.date_constraints.test_orders import wordings

DATED, PERIOD = date(2025, 11, 13), When(date(2025, 4, 1), date(2025, 9, 30))
EARLIER = EarlierFigure(
    *("", "", "", "", "2025-03-31", "412", 412, None, "Update", "para-1"),
    words="children looked after",
)
OF_THEN = """\
Members were told in the last report that «412|402» children were in care at the end of March.
===
There were «412|421» children looked after on 31 March 2025.
===
The number of children looked after has fallen. Six months earlier it had been «412|442».
===
That total of 398 children looked after is below the «412|421» which I gave you last time.
===
398 children are looked after. In my previous update the number was «412|417».
===
We looked after 398 children in September. The equivalent count in my last report was «412|422».
"""
AMOUNTS = """\
Waits for a first appointment ran from three weeks to 21, with an average of «nine|23».
===
The youngest was «eleven|sixteen» and the eldest seventeen, and their average age was fifteen.
===
The shortest stay was «four|40» nights and the longest 31.
===
We had £14,300 for publicity and spent it all: «£3,150|£3,510» on leaflets, £6,400 on radio, £2,750 on translation and £2,000 on packs.
===
The reserve stood at £4.0 million in April. Council has agreed to use £1.5 million. Should it also bear the overspend of £2.45 million, only «£50,000|£150,000» would be left.
===
At the end of the month 426 children were looked after. A dental check was recorded for 371, or «87.1%|78.1%».
===
The fee is £33,500 either way. We paid five and received three, so the net cost was «£67,000|£76,000».
===
We had 389 families at the close of September, compared with 402 at the end of March. Ninety-six joined during those six months and «109|119» left.
===
58 children were missing. There were 143 episodes this quarter. All 58 children were seen. Of the «fifty-eight|fifty-three» children who were missing, 14 were boys.
"""
RIGHT = (
    "Over five years the numbers have been 41, 36, 39, 43 and 38, with an average of 39.4.",
    "Waits ran from three weeks to 21. The national average is 23 weeks.",
    "The first two account for three in five (27 of 45), as they did the year before (25 of 41, or 61%).",
    "The forecast of £120,000 assumes the shortfall of £35,000, and £20,000 has been recovered.",
    "On 31 March 2025 there were 412 children looked after. There are 398 now, and 40 have been here for a year.",
    "Of the 412 children looked after on 31 March 2025, 402 had a review in time.",
    "Thirteen were late in March. The number of children looked after was 412.",
    "Each of the four teams held two sessions, up to ten people at each of the eight.",
)
BANDS = """\
Table: Working days taken
| Working days taken | Assessments |
| 10 or fewer | 276 |
| «11 to 25|10 to 25» | 604 |
| 26 to 35 | 498 |
===
Table: Age
| Age | Children |
| 0 to 27 days | 15 |
| «28|21» to 364 days | 8 |
| 1 to 4 years | 5 |
| 5 to 9 years | 3 |
| 10 to 14 years | 3 |
"""


def says(text):
    """What the readings find, each at its full weight, after a report that counted 412."""
    known = CheckContext(today=DATED, told=(EARLIER,), full_weight=True)
    rows = found(text, known=known, rules=RULES, paper_date=DATED, period=PERIOD)
    return [row.fault.says for row in rows if str(row.severity) != "advice"]


@pytest.mark.parametrize(
    "text", [x for rows in (OF_THEN, AMOUNTS, BANDS) for x in rows.split("\n===\n")]
)
def test_an_amount_that_nothing_near_it_makes_is_found(text):
    right, wrong = wordings(text)
    assert says(right) == []
    assert says(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_amounts_of_other_things_are_left_in_peace(text):
    assert says(text) == []


def test_a_balance_is_reckoned_from_the_total_of_the_table_above():
    table = "## Money\n\nTable: Income\n| From | £ |\n| Council | 70,000 |\n| Police | 20,320 |\n| Total | 90,320 |\n\n"
    text = "Expenditure was £87,450. There is accordingly a balance of {} to carry forward."
    assert says(table + text.format("£2,870")) == []
    assert says(table + text.format("£3,280"))
