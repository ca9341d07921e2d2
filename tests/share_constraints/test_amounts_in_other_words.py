"""The same claims of amounts as other officers write them, right and with their faults."""

# ruff: noqa: E501

import pytest

from tests.date_constraints.test_orders import wordings
from tests.equations.test_amounts import says

OF_THEN = """\
When we last reported there were «412|421» children looked after.
===
In the last update the number of children looked after was «412|402».
===
The number of children looked after is 398. A year ago it was «412|422».
===
On 31 March 2025 we looked after «412|421» children.
===
The last report to this board gave «412|442» children looked after.
===
398 children are looked after, down from «412|421».
===
Members were told that «412|402» children were in care in March.
===
The number of children in care, which had stood at «412|452» six months before, is now 398.
===
I reported to you in May that we had «412|417» children in care.
===
Last quarter we had «412|402» children looked after.
===
The half-year began with «412|421» children looked after.
===
The previous report counted «412|472» children looked after.
===
At the time of the last report «412|421» children were looked after.
===
Children looked after: 398. Previous report: «412|402».
"""
RANGES = """\
Caseloads ran from nine to 24, with an average of «17|27».
===
The time taken ranged from 12 days to 45, and the average was «28|58» days.
===
The lowest rate was 71% and the highest 93%, with a mean of «84%|94%».
===
The shortest wait was two weeks and the longest 19 weeks; the average was «nine|29» weeks.
===
Awards were between £1,200 and £4,900, and the average was «£2,680|£5,680».
===
The youngest child was three and the oldest sixteen, with an average age of «nine|19».
===
The longest visit took 90 minutes and the shortest 20, an average of «48|98» minutes.
===
The average stay was «21|61» nights, and stays varied from four nights to 52.
===
Scores lay between 4 and 31. The average was «14|34».
===
The fewest visits in a month were «31|51» in May and the most 48 in July.
"""
LISTS = """\
The grant was £9,000 and we spent it all: «£3,200|£3,500» on books, £4,300 on tutors and £1,500 on trips.
===
We were given £6,400 and used all of it: «£2,100|£2,900» for the summer, £3,000 for the autumn and £1,300 for travel.
"""
SAMPLES = """\
We spoke to 48 parents, «eight|six» in each of the six areas.
"""
MONEY = """\
The budget was £250,000. We spent £231,500, which leaves «£18,500|£28,500».
===
We had £90,000 and £84,200 was spent, leaving «£5,800|£6,800».
===
The fund began at £40,000. Grants of £12,500 and £9,000 were made. That leaves «£18,500|£28,500».
===
The grant was £60,000. Of this £42,700 has been paid out, and «£17,300|£13,700» is unspent.
===
Income was £96,400 and costs were £93,900, a surplus of «£2,500|£3,500».
===
The fee is £34,000. For the year this came to «£238,000|£258,000», for seven children.
===
The charity charges £92 for each interview. There were 402 interviews, and the bill was «£36,984|£38,984».
===
A fine is £60. We issued 297 and received «£17,820|£18,270».
"""
SHARES = """\
At the end of June 318 children were in care. A visit was on time for 264, or «83.0%|38.0%».
===
There were 240 referrals. In the year 84 came from schools (35.0%), and 66 («27.5%|25.7%») from the police.
===
We sent the survey to 512 families. Replies came from 179, which is «35.0%|53.0%».
"""
FLOWS = """\
There are 232 households, compared with 224 in March. In that time 31 joined and «23|32» left.
===
We had 118 foster carers in September, compared with 121 in March. Fourteen were approved and «17|71» resigned in those six months.
===
The team has 96 workers, against 92 a year before. Over twelve months 21 joined and «17|27» left.
"""
KNOWN = """\
58 children went missing. Of those 58 children, 31 did so once. The 58 children had 143 episodes. All «58|85» children who went missing were seen.
"""
BANDS = """\
Table: Length of wait
| Weeks | Children |
| 6 or fewer | 40 |
| «7 to 12|6 to 12» | 31 |
| 13 to 18 | 22 |
| More than 18 | 9 |
===
Table: Age of carers
| Age | Carers |
| 29 or under | 12 |
| «30 to 39|29 to 39» | 44 |
| 40 to 49 | 51 |
===
Table: Age of babies and children
| Age | Children |
| 0 to 13 days | 6 |
| «14|10» to 27 days | 4 |
| 1 to 4 years | 31 |
| 5 to 9 years | 44 |
| 10 to 14 years | 60 |
"""
RIGHT = (
    "The number of children looked after is 398, 14 fewer than six months ago.",
    "In the last report 40 of the children looked after had been here for a year.",
    "Of 412 children looked after in March, 402 had seen a dentist.",
    "The last report to the board was discussed for 42 minutes.",
    "On 31 March 2024 we looked after 402 children, and a year later 412.",
    "We looked after 398 children in September, compared with 412 at the end of March.",
    "Waits ran from three weeks to 21. The target is an average of 23.",
    "The youngest was 11. The average cost was £23.",
    "The three quarters had 20, 24 and 28 referrals. The average in the year before was 36.",
    "It cost £3,500 for books, £4,300 for tutors and £1,500 for trips, and the grant was £9,000.",
    "Sixty files were read in the year, and up to fifteen in each of the five teams.",
    "Each of the four homes has six beds. Thirty children lived there in the year.",
    "Each place costs about £650 a week, and the bill was £8,900.",
    "The fee is £34,000. We paid more than that for some, £258,000 in all.",
    "There were 240 referrals. Schools sent 84, or 38.9% of the 216 that were taken on.",
    "There are 232 households. Thirty-one were approved and twelve of those left.",
)


@pytest.mark.parametrize(
    "text",
    [
        x
        for rows in (OF_THEN, RANGES, LISTS, SAMPLES, MONEY, SHARES, FLOWS, KNOWN, BANDS)
        for x in rows.split("\n===\n")
    ],
)
def test_an_amount_in_other_words_is_found(text):
    right, wrong = wordings(text)
    assert says(right) == []
    assert says(wrong)


@pytest.mark.parametrize("text", RIGHT)
def test_amounts_that_look_at_odds_are_left_in_peace(text):
    assert says(text) == []
