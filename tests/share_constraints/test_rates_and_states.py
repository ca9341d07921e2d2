"""Rates of a population given elsewhere, shares of what is counted by state, dates that follow.

Each is a passage with `«right|wrong»`: it is warned of with the one, and with the other it is not.
"""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned, wordings

RATES = """\
The county has 52,400 children under 18.

Of the 1,572 children in need on 31 March 2016, 84 were under one year old.

The children in need are «300|330» in every 10,000.
===
- Residents aged 0 to 24: 48,600
- Schools: 61

The council maintained 2,310 plans on 31 March 2016. Of these 34 were for children under five.

For every 10,000 residents under 25 there are «475|457» plans.
===
There are 24,600 children of that age in the borough. The service works with children of 10 to 17.

Table: First-time entrants
| Year | Children |
| 2014 | 58 |
| 2015 | 41 |

In 2015 the 41 were fewer than ever before. For every 10,000 children of 10 to 17 that is «16.7|16.1».
===
The borough has 38,700 children under 18. Rates use that number.

In the quarter 131 children went missing.

The children who went missing are «34|43» in every 10,000 children in the borough.
===
The council has 27,900 children under 18. In its homes live 29 children.

Altogether 231 children are looked after, which is 82.8 in every 10,000; those in the homes are «10.4|14.0» in every 10,000.
===
The census puts the number of residents under 18 at 48,200.

We looked after 311 children in March.

Of the 311 children 40 are under five. In all, we looked after «64.5|54.6» children for every 10,000 residents under 18.
===
At the end of March 2016 the borough looked after 414 children, or «82|28» for every 10,000 under 18.

About 50,500 people under 18 live in the borough."""
STATES = """\
The Ombudsman decided seven cases: three were upheld, two not upheld and two closed. «Fewer|More» than half were thus upheld.
===
Of the 131 complaints, 42 were upheld and 51 were upheld in part. The other 38 were not. «More|Fewer» than half were therefore upheld at least in part.
===
The panel heard nine appeals: six were allowed and three dismissed. «Most|A minority» were accordingly allowed.
===
We received 174 complaints. In 2014/15 there were 158, so the number rose by 16, or «10%|16%».
===
There were 240 referrals, after 300 in 2014/15. It fell by 60, or «20%|25%», as schools ask for advice first.
===
We sent 80 letters. In the year before there were 64, so that there were 16 more, or «25%|20%».
===
Two auditors from outside did 24 of the 96 files. They were paid £9,600 for it, which makes «£400|£450» a file.
===
The budget for foster carers is £4,860,000, and the forecast is £5,020,000. The service expects to overspend by «£160,000|£260,000».
===
Of the 338 children, 231 were under a full order and 34 under an interim one, «58|68» were accommodated and 15 had a placement order.
===
In 2014/15 «46|49» children entered the system for the first time, 21 in the first half of the year and 25 in the second.
===
Altogether «142|148» times a child came into care. In 38 of these cases the child was under one year of age, in 31 aged one to four, in 27 five to nine, in 28 ten to fifteen and in 18 sixteen or seventeen.
===
The grant is £310,000 in 2013/14, £280,000 in 2014/15 and £240,000 in 2015/16, «£830,000|£850,000» over the three years."""
DATES = """\
A review of the payments begins on 4 December 2016 and has to be completed by «28 February 2017|30 November 2016».
===
The pilot starts on 1 September 2016 and the report is to be finished by «20 December 2016|20 August 2016».
===
The offence was committed on 11 October 2015. The boy was charged 22 days afterwards, on «2 November 2015|2 October 2015», and sentenced on 24 January 2016.
===
The youngest was born on 14 August 1999 and moved in on 14 August 2015, his «sixteenth|seventeenth» birthday.
===
A pupil born on 12 December 2001 told a teacher of it on Tuesday 19 January 2016. She was «14|15» years old.
===
A boy of nine wrote that he had been with the same carers for «eight|eleven» years.
===
A girl aged 12 has lived in the same home for «four|fourteen» years.
===
Every family whose complaint was upheld will have had a letter by «31 July|31 March» 2016."""


@pytest.mark.parametrize("passage", [*RATES.split("\n===\n"), *STATES.split("\n===\n")])
def test_a_rate_a_share_or_a_sum_is_what_its_numbers_come_to(passage):
    right, wrong = wordings(passage)
    assert warned(right) == []
    assert warned(wrong)


@pytest.mark.parametrize("passage", DATES.split("\n===\n"))
def test_a_date_or_an_age_is_one_that_can_be(passage):
    right, wrong = wordings(passage)
    assert warned(right) == []
    assert warned(wrong)


def test_a_rate_says_from_which_count_and_population_it_was_reckoned():
    [(rule, says)] = warned(wordings(RATES.split("\n===\n")[0])[1])
    assert rule == "percent-of-count"
    assert says == "1,572 of 52,400 is 300, but the report gives 330."


def test_of_several_populations_none_is_taken():
    text = RATES.split("\n===\n")[0].replace("«300|330»", "330")
    assert warned(text)
    assert warned(f"{text}\n\nThe city has 61,200 people aged 18 to 64.") == []


@pytest.mark.parametrize(
    "rate",
    ["The rate of the region is 212 in every 10,000.", "The target is 212 in every 10,000."],
)
def test_a_rate_of_others_or_one_that_is_aimed_at_is_not_reckoned(rate):
    text = "The county has 52,400 children under 18. It looked after 1,572 children.\n\n"
    assert warned(text + rate) == []
