"""What is counted again, named, listed, banded or shown in a table."""

# Kept as one would type them: a passage is one line.
# ruff: noqa: E501

import pytest

from tests.checks.drawn import keys, noted
from tests.constraints.rests.numbers import right, wrong

# `«right|wrong»` in a passage that is right but for it, by the rule that finds the slip.
PASSAGES = {
    "number-unlike-before": (
        "The fostering service had 42 vacancies.\n\nThey are hard to fill.\n\nAgency workers cover the «42|24» vacancies.",
        "We opened 63 complaints in the year.\n\nMost were about delay.\n\nThe «63|36» complaints came from 51 families.",
        "There are 26 homes in the county.\n\nEach is inspected once a year.\n\nAll of the «26|62» homes were rated.",
        "The service employs 126 social workers.\n\nTheir number has been steady.\n\nThe «126|162» social workers carry 2,016 cases.",
        "The council received 318 referrals.\n\nThey came by telephone for the most part.\n\nThe «318|381» referrals concerned 402 children.",
        "There were 145 child protection plans.\n\nTheir quality is good.\n\nNeglect was the ground in 63 of the «145|154» plans.",
        "The board agreed 38 actions.\n\nMost are done.\n\nOf the «38|83» actions, 31 are complete.",
        "There were 318 DBS checks.\n\nAll were paid for by the council.\n\nOf the «318|381» checks, 204 were renewals.",
        "# Reviews\n\nTable: Reviews by team\n| Team | Held | In time |\n| North | 140 | 131 |\n| South | 151 | 138 |\n| Total | 291 | 269 |\n\nIn all «291|219» reviews were held.",
    ),
    "named-unlike-number": (
        "The plan has «four|five» aims: early help, safe homes, good schools and secure work.",
        "We met on «three|four» dates: 9 January, 12 June and 4 September 2015.",
        "Both homes were inspected: «Elm House and Oak House|Elm House, Oak House and Ash House».",
        "There are «three|two» teams: North, South and East.",
        "The board has «five|six» partners: the police, health, schools, probation and housing.",
        "The strategy names «four|three» priorities: neglect, exploitation, early help and transitions.",
    ),
    "list-length": (
        "The «three|four» aims are:\n\n* early help for families\n* safe homes for children\n* good schools for pupils",
        "We have «five|four» partners:\n\n* the police\n* health\n* schools\n* probation\n* housing",
        "«Four|Five» actions are late:\n\n* the threshold document\n* the duty rota\n* the supervision form\n* the sufficiency plan",
        "The audit had «three|two» findings:\n\n* Plans were late.\n* Reviews were full.\n* Visits were not recorded.",
        "The panel has «four|six» members:\n\n* a doctor\n* a teacher\n* a carer\n* a manager",
        "«Three|Five» risks remain:\n\n* vacancies in North\n* late checks\n* old plans",
    ),
    "bands-listed": (
        "Time to decide\n\n* Up to 24 hours: 61\n* Over 24, up to 72 hours: 22\n* Over «72|48» hours: 13",
        "Length of stay\n\n* Under 6 months: 40\n* 6 months to under 12 months: 31\n* «12|9» months and over: 22",
        "Ages of the children\n\n* Under 5: 24\n* 5 to 9: 31\n* «10|9» to 15: 48\n* 16 and 17: 22",
        "Time on a plan\n\n* Less than 3 months: 31\n* 3 to less than 6 months: 28\n* «6|5» to less than 12 months: 40\n* 12 months or more: 19",
        "Days to answer\n\n* 1 to 10 days: 33\n* 11 to 20 days: 21\n* «21|20» days or more: 9",
        "Distance from home\n\n* Up to 5 miles: 61\n* Over 5, up to 20 miles: 44\n* Over «20|10» miles: 17",
    ),
    "text-unlike-table": (
        "# Visits\n\nTable: Visits by area\n| Area | 2013/14 | 2014/15 |\n| North | 120 | 140 |\n| South | 90 | 80 |\n\nThe north had «140|104» visits in 2014/15.",
        "# Visits\n\nTable: Visits by area\n| Area | 2013/14 | 2014/15 |\n| North | 120 | 140 |\n| South | 90 | 80 |\n\nVisits in the south «fell|rose» in 2014/15.",
        "# Checks\n\nTable: Checks by setting\n| Setting | Staff | In date |\n| Field teams | 341 | 330 |\n| Homes | 168 | 152 |\n| Centres | 103 | 90 |\n\nIn homes, «152|125» checks were in date.",
        "# Money\n\nTable: Money by service\n| Service | Budget | Spent |\n| Fostering | £4.2m | £4.4m |\n| Homes | £6.1m | £5.9m |\n\nWe spent «£4.4m|£4.9m» on fostering.",
        "# Plans\n\nTable: Plans by reason\n| Reason | 31 March 2014 | 31 March 2015 |\n| Neglect | 101 | 94 |\n| Emotional abuse | 73 | 51 |\n\nNeglect was the reason for «94|49» plans at 31 March 2015.",
        "# Homes\n\nTable: Homes by grade\n| Grade | Homes |\n| Good | 17 |\n| Needed improvement | 6 |\n| Inadequate | 3 |\n\n«Seventeen|Seventy-one» homes were good.",
        "# Panel\n\nTable: Cases heard by the panel\n| Result | 2014 | 2015 |\n| Approved | 58 | 61 |\n| Deferred | 20 | 24 |\n| Refused | 7 | 7 |\n\nThe panel deferred «24|42» cases in 2015.",
        "# Checks\n\nTable: DBS checks\n| Setting | In date | Late |\n| Schools | 204 | 14 |\n| Homes | 114 | 9 |\n\nSchools had «204|240» checks in date.",
    ),
}
# Right, with numbers near that are of something else.
RIGHT = (
    "There were 42 vacancies in March 2014.\n\nThey were hard to fill.\n\nThere are 37 vacancies now.",
    "The council received 318 referrals in 2013/14.\n\nIn 2014/15 it received 344 referrals.",
    "The audit read 72 files.\n\nThe 44 good files had a chronology and the 28 other files had none.",
    "The board agreed 38 actions.\n\nOf these, 31 actions are complete.\n\nThe seven actions that are late are listed in the annex.",
    "Sixty-three complaints were made.\n\nThe 24 complaints that were upheld led to 15 changes.",
    "We hold 484 children in care.\n\nThe 147 children who live elsewhere are visited as often.",
    "In May 360 pupils were on roll.\n\nIn June 351 pupils were on roll.",
    "The service had 58 households.\n\nNine households were approved and four resigned, so that there are 63 households.",
    "There are three teams, North, South and East, and two of them moved.",
    "The plan has four aims, of which the first two, early help and safe homes, are met.",
    "We met on three dates, among them 9 January and 12 June 2015.",
    "The board has five partners, for example the police and health.",
    "The files showed two things: first, that plans are late; and second, that reviews, visits and chronologies are too.",
    "Three checks apply: sight, hearing and teeth.",
    "Six teams were visited: North and South in May, East, West and Mid in June, and Coast in July.",
    "We trained 40 staff in two groups: those in homes, and those in schools, nurseries and clubs.",
    "Of the five actions, these are late:\n\n* the duty rota\n* the sufficiency plan",
    "The 14 actions fall under three heads:\n\n* early help\n* safe homes\n* good schools",
    "Two of the four aims are met, namely\n\n* early help,\n* safe homes.",
    "The audit of 30 files found:\n\n* plans late\n* reviews full\n* visits not recorded",
    "All four of these were met last year. This year's aims are:\n\n* early help\n* safe homes",
    "Time to answer: within 24 hours, 61; over 24, up to 72 hours, 22; over 72 hours, 13.",
    "Decided within 10 days: 40. Decided within 20 days: 61. Decided within 30 days: 66.",
    "* Children under 5: 31\n* Girls aged 5 to 9: 16\n* Boys aged 5 to 9: 21",
    "Grades of the files\n\n* Good: 31\n* Needed improvement: 24\n* Inadequate: 9",
    "# Visits\n\nTable: Visits by area\n| Area | 2013/14 | 2014/15 |\n| North | 120 | 140 |\n| South | 90 | 80 |\n\nIn May 2015 alone the north had 14 visits.",
    "# Visits\n\nTable: Visits by area\n| Area | 2013/14 | 2014/15 |\n| North | 120 | 140 |\n| South | 90 | 80 |\n\nVisits rose by 20 in the north and fell by 10 in the south.",
    "# Homes\n\nTable: Homes by grade\n| Grade | Homes |\n| Good | 17 |\n| Needed improvement | 6 |\n| Inadequate | 3 |\n\nSix homes needed improvement, and two of them for the second year.",
    "# Checks\n\nTable: Checks by setting\n| Setting | Staff | In date |\n| Field teams | 341 | 330 |\n| Homes | 168 | 152 |\n\nIn homes 16 checks are out of date and in field teams 11.",
    "# Checks\n\nTable: Checks by setting\n| Setting | Staff | In date |\n| Field teams | 341 | 330 |\n| Homes | 168 | 152 |\n\nOf 509 staff, 482 hold a check in date. Homes had 149 in the last report.",
    "# Reviews\n\nTable: Reviews in May 2015\n| Team | Held | In time |\n| North | 14 | 13 |\n| South | 15 | 13 |\n\nTable: Reviews in June 2015\n| Team | Held | In time |\n| North | 19 | 16 |\n| South | 21 | 20 |\n\nIn June 2015 the north held 19 reviews.",
    "# Plans\n\nTable: Plans by reason\n| Reason | 31 March 2014 | 31 March 2015 |\n| Neglect | 101 | 94 |\n| Emotional abuse | 73 | 51 |\n\nTaken together the two reasons led to 145 plans at 31 March 2015.",
    "# Panel\n\nTable: Cases heard by the panel\n| Result | 2014 | 2015 |\n| Approved | 58 | 61 |\n| Deferred | 20 | 24 |\n| Refused | 7 | 7 |\n\nOf the 24 cases that were deferred in 2015, nine came back in May and 15 in June.",
    "# Checks\n\nTable: DBS checks\n| Setting | In date | Late |\n| Schools | 204 | 14 |\n| Homes | 114 | 9 |\n\nTogether the two settings have 23 late checks.",
)
EACH = [(key, passage) for key, passages in PASSAGES.items() for passage in passages]


@pytest.mark.parametrize(("key", "passage"), EACH)
def test_a_slip_is_found_and_what_is_right_rests(key, passage):
    assert keys(right(passage)) == []
    assert {key, "follows-from-none"} & {*noted(wrong(passage))}


@pytest.mark.parametrize("passage", RIGHT)
def test_numbers_of_something_else_deny_nothing(passage):
    assert keys(passage) == []
