"""Which way numbers went, which is the largest, and how many days lie between two."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.drawn import keys
from tests.constraints.rests.numbers import right, wrong

# `«right|wrong»` in a passage that is right but for it, by the rule that finds the slip.
PASSAGES = {
    "direction-denied": (
        "Reviews in time «improved|worsened»: 82% (164 of 200) in 2013/14 and 88% (176 of 200) in 2014/15.",
        "We spent £2.1m against a budget of £2.2m, an «underspend|overspend».",
        "We spent £3.4m on homes against a budget of £3.1m, an «overspend|underspend».",
    ),
    "change-denied": (
        "The number of children in care «rose|fell» from 318 in March 2014 to 344 in March 2015.",
        "Referrals «fell|rose» from 402 in 2013/14 to 377 in 2014/15.",
        "Vacancies were «down|up» from 42 to 31.",
        "The share of good files «grew|shrank» from 52% to 61%.",
        "Sickness «dropped|climbed» from 9.4 days to 7.1 days for each worker.",
        "The rate of re-referral «increased|decreased» from 17% to 21%.",
        "The number of plans «decreased|increased» from 212 in May 2015 to 189 in June 2015.",
        "The cost of agency staff «went up|went down» from £1.2m to £1.5m.",
        "The number of leavers «rose|fell» from 184 to 205.",
        "Assessments in time «fell|rose» from 81% to 75%.",
        "Late actions «fell|rose» from 17 to nine.",
        "Families waited 12 days in May 2015, «down|up» from 15 in April 2015.",
        "The service held 344 reviews, «up|down» from 318 a year before.",
        "Referrals rose by «25|52», from 377 to 402.",
        "Plans fell by «23|32», from 212 to 189.",
        "The number of homes rose by «three|eight», from 23 to 26.",
        "Costs went up by «£0.3m|£0.8m», from £1.2m to £1.5m.",
        "The share of good files rose by «nine|six» points, from 52% to 61%.",
        "Vacancies fell from 42 to 31, a fall of «11|21».",
        "The number in care rose from 318 to 344, an increase of «26|62».",
        "Complaints rose by «20|30»%, from 50 to 60.",
        "Calls fell from 400 to 340, a fall of «15|25»%.",
        "Referrals fell from 402 to 377, a fall of «25|52».",
        "Checks in date rose from 443 to 462, «19|91» more than the year before.",
        "The average wait fell from 15 days to 12, «three|six» days less.",
        "The budget rose from £480,000 to £516,000, by «£36,000|£63,000».",
    ),
    "rank-denied": (
        "Police made 90 calls, schools 70 and shops 40. «The police|Shops» made the most calls.",
        "North had 140 plans, South 118 and East 96. The fewest were in «East|North».",
        "Neglect (94), emotional abuse (61) and physical abuse (22) were the reasons, «neglect|physical abuse» being the commonest.",
        "Homes cost £6.1m, fostering £4.4m and transport £0.9m. The largest sum went to «homes|transport».",
    ),
    "days-apart": (
        "The strategy discussion was held on 5 May 2015 and the conference «13|31» days later, on 18 May 2015.",
        "She was told on 12 June 2015, «nine|four» days after the hearing on 3 June 2015.",
        "The order of 1 July 2015 was reviewed «61|16» days later, on 31 August 2015.",
    ),
}
# Right, with numbers near that are of something else.
RIGHT = (
    "From 212 plans in May we came to 189 in June, whereas the number of children in need rose from 380 to 410.",
    "Timeliness got better, from 12 days to nine days.",
    "Vacancies fell from 42 to 31 in a year in which the number of posts rose from 340 to 352.",
    "Referrals fell from 402 to 377; those from schools rose from 98 to 121.",
    "From May to August the number in homes rose from 98 to 112.",
    "Cases closed rose from 61 to 74, and so the number open fell from 112 to 98.",
    "After a fall from 318 to 305 in 2013/14 the number rose to 344.",
    "The 57 leavers exceed the 44 starters by 13, from 318 to 305.",
    "Of the 60 new cases 12 came from schools; calls rose from 340 to 391, by 15%.",
    "The number rose by 26 to 344; in the year before it had risen by 13.",
    "Since 2012 referrals have risen from 310 to 402 and in the last year by 25.",
    "Places rose from 98 to 112: 20 opened and six closed.",
    "We planned 40 visits, from 18 in spring to 22 in summer.",
    "The rate rose by 2.4 per 10,000 to 62.5.",
    "Police made 90 calls, schools 70 and shops 40. Of the shops, Hall's made the most calls.",
    "North had 140 plans, South 118 and East 96. A year before most had been in South.",
    "Neglect was the reason for 94 plans and emotional abuse for 61; the largest rise was in emotional abuse.",
    "The order was made on 30 April 2015. The review was held a month and a day after, on 31 May 2015.",
    "The inspection began on 7 September 2015 and ended on 2 October 2015, and its report came 20 working days later.",
    "The complaint came on 2 March 2015 and was answered in 15 working days, on 23 March 2015.",
    "Leave lasted from 4 May to 15 May 2015; the target is 10 days.",
)
EACH = [(key, passage) for key, passages in PASSAGES.items() for passage in passages]


@pytest.mark.parametrize(("key", "passage"), EACH)
def test_a_slip_is_found_and_what_is_right_rests(key, passage):
    assert keys(right(passage)) == []
    assert key in keys(wrong(passage))


@pytest.mark.parametrize("passage", RIGHT)
def test_numbers_of_something_else_deny_nothing(passage):
    assert keys(passage) == []
