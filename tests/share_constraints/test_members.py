"""What is said of all, of some and of a mean is held against the numbers and states around it.

Each pair is a wrong passage and one that differs from it in the word or number that was wrong.
"""

# ruff: noqa: E501

import pytest

from tests.checks.drawn import found

PAIRS = (
    (
        "Attendance has improved. It stood at 90.4% over the year, compared with 91.1% the year before.",
        "Attendance has improved. It stood at 92.4% over the year, compared with 91.1% the year before.",
    ),
    (
        "All 21 appeals were heard on time. Four of them were heard after the deadline.",
        "Of the 21 appeals 17 were heard on time. Four of them were heard after the deadline.",
    ),
    (
        "All three actions of the review are complete. The first closed in March, the second in May and the third is still to start.",
        "Two of the three actions of the review are complete. The first closed in March, the second in May and the third is still to start.",
    ),
    (
        "Three centres were inspected in May. All were judged good. Birch House was judged to require improvement.",
        "Three centres were inspected in May. All were visited for two days. Birch House was judged to require improvement.",
    ),
    (
        "All seven homes were rated good or outstanding; one requires improvement.",
        "All seven homes were rated good or outstanding; one has a new manager.",
    ),
    (
        "None of the 14 claims was refused. Three were refused for want of evidence.",
        "None of the 14 claims was refused. Three were sent back for want of evidence.",
    ),
    (
        "Every one of the 18 plans we read was up to date. Five had expired more than a month earlier.",
        "Most of the 18 plans we read were up to date. Five had expired more than a month earlier.",
    ),
    (
        "The six workers held between seven and twelve families apiece, with a mean of fourteen.",
        "The six workers held between seven and twelve families apiece, with a mean of nine.",
    ),
    (
        "Waits ranged from 9 to 31 working days, the average being 37 working days.",
        "Waits ranged from 9 to 31 working days, the average being 17 working days.",
    ),
    (
        "We read 45 case files. The majority, 19, met the standard and the rest did not.",
        "We read 45 case files. The majority, 29, met the standard and the rest did not.",
    ),
    (
        "Five of the fifteen moves were unplanned, that is to say one in four.",
        "Five of the fifteen moves were unplanned, that is to say one in three.",
    ),
    (
        "Of a cohort of 72 whom we followed for a year, 24 offended again: one in five.",
        "Of a cohort of 72 whom we followed for a year, 24 offended again: one in three.",
    ),
    (
        "More boys than girls were seen: 141 of the children are girls and 119 are boys.",
        "More girls than boys were seen: 141 of the children are girls and 119 are boys.",
    ),
    (
        "Suspensions fell to 19 last year. In the year before there had been 14.",
        "Suspensions rose to 19 last year. In the year before there had been 14.",
    ),
    (
        "The county has 54,000 residents under 18. In March 378 of them were looked after, a rate of 85 per 10,000.",
        "The county has 54,000 residents under 18. In March 378 of them were looked after, a rate of 70 per 10,000.",
    ),
    (
        "The desk took 1,720 calls in the four weeks of the trial. The mean was 530 calls a week.",
        "The desk took 1,720 calls in the four weeks of the trial. The mean was 430 calls a week.",
    ),
    (
        "Twelve young people spent the year in Beech House, which cost £960,000 to run. That is £108,000 a head.",
        "Twelve young people spent the year in Beech House, which cost £960,000 to run. That is £80,000 a head.",
    ),
    (
        "There were 180 repeats among the 1,200 referrals received. Repeats therefore made up 25% of referrals, against a national figure of 22%.",
        "There were 180 repeats among the 1,200 referrals received. Repeats therefore made up 15% of referrals, against a national figure of 22%.",
    ),
    (
        "The service has 312 open plans. Of these, 187 are with the first team, 96 with the second and 41 with the third.",
        "The service has 324 open plans. Of these, 187 are with the first team, 96 with the second and 41 with the third.",
    ),
    (
        "The grant was £640,000. We spent £275,000 on breaks, £190,000 on classes and £210,000 on outreach, which used the grant in full.",
        "The grant was £675,000. We spent £275,000 on breaks, £190,000 on classes and £210,000 on outreach, which used the grant in full.",
    ),
    (
        "In June 14 workers held fewer than 12 children, 27 held between 12 and 18, and nine held more than 18. In all 47 social workers held cases.",
        "In June 14 workers held fewer than 12 children, 27 held between 12 and 18, and nine held more than 18. In all 50 social workers held cases.",
    ),
    (
        "Waits fall into three bands: up to 20 working days, 20 to 30 working days, and 25 working days or more.",
        "Waits fall into three bands: up to 20 working days, 21 to 30 working days, and 31 working days or more.",
    ),
    (
        "The city runs nine family hubs.\n\nParents value the sessions. All fourteen of the city's family hubs now offer one.",
        "The city runs nine family hubs.\n\nParents value the sessions. All nine of the city's family hubs now offer one.",
    ),
    (
        "Timeliness of conferences improved: 91% were held within 15 working days in 2012 and 84% in 2013.",
        "Timeliness of conferences improved: 84% were held within 15 working days in 2012 and 91% in 2013.",
    ),
    (
        "Of those who replied, 62% were very satisfied, 29% were fairly satisfied and 14% were dissatisfied.",
        "Of those who replied, 62% were very satisfied, 29% were fairly satisfied and 9% were dissatisfied.",
    ),
    (
        "The target is that no more than 15% should have a second plan. The rate was 19%, inside the target.",
        "The target is that no more than 15% should have a second plan. The rate was 13%, inside the target.",
    ),
    (
        "The contract buys 15 beds at £3,200 a bed a week, a weekly cost of £54,000.",
        "The contract buys 15 beds at £3,200 a bed a week, a weekly cost of £48,000.",
    ),
    (
        "The number missing from home fell in every district between the two quarters.\n\nTable: Children missing\n| District | Quarter 1 | Quarter 2 |\n| Coastal | 38 | 31 |\n| Vale | 22 | 26 |\n| Uplands | 27 | 22 |",
        "The number missing from home fell in every district between the two quarters.\n\nTable: Children missing\n| District | Quarter 1 | Quarter 2 |\n| Coastal | 38 | 31 |\n| Vale | 26 | 22 |\n| Uplands | 27 | 22 |",
    ),
    (
        "Reviewing officers chaired 1,046 meetings. They comprised 602 reviews, 318 conferences and 161 other meetings.",
        "Reviewing officers chaired 1,081 meetings. They comprised 602 reviews, 318 conferences and 161 other meetings.",
    ),
    (
        "School attendance got better. It stood at 91.8% in the autumn term and 90.3% in the spring term.",
        "School attendance got worse. It stood at 91.8% in the autumn term and 90.3% in the spring term.",
    ),
    (
        "The backlog of assessments has been cut: 26 were waiting in January and 39 in March.",
        "The backlog of assessments has been cut: 39 were waiting in January and 26 in March.",
    ),
    (
        "All ten apprentices finished the course. Two left in the first term and have not been replaced.",
        "Eight of the ten apprentices finished the course. Two left in the first term and have not been replaced.",
    ),
    (
        "As is shown here, 57 complaints reached stage one and 12 went on to stage two.\n\nTable: Complaints\n| Stage | Complaints |\n| Stage one | 57 |\n| Stage two | 9 |\n| Stage three | 14 |",
        "As is shown here, 57 complaints reached stage one and 9 went on to stage two.\n\nTable: Complaints\n| Stage | Complaints |\n| Stage one | 57 |\n| Stage two | 9 |\n| Stage three | 14 |",
    ),
    (
        "Of the areas, Moorside saw the sharpest rise in referrals.\n\nTable: Referrals\n| Area | 2013 | 2014 |\n| Moorside | 410 | 432 |\n| Eastgate | 388 | 467 |\n| Harbour | 295 | 301 |",
        "Of the areas, Eastgate saw the sharpest rise in referrals.\n\nTable: Referrals\n| Area | 2013 | 2014 |\n| Moorside | 410 | 432 |\n| Eastgate | 388 | 467 |\n| Harbour | 295 | 301 |",
    ),
)
RIGHT = (
    "Plans on 1 May 2014: 1,915. On 1 May 2015: 2,123. Movement: 362 plans issued, 154 ceased.",
    "Table: Plans by age\n| Age | Plans | Share |\n| Under 5 | 104 | 4.9% |\n| 5 to 10 | 722 | 34.0% |\n| 11 to 15 | 828 | 39.0% |\n| 16 to 19 | 383 | 18.0% |\n| 20 to 25 | 86 | 4.1% |\n| Total | 2,123 | 100.0% |",
    "It covers the school year from September 2014 to July 2015.",
    "All seven homes were rated good or outstanding: six good and one outstanding.",
    "There are seven homes. The average distance from home is 14 miles. There were 74 children.",
    "On 1 May 2015 301 of them lived within 20 miles of home, which is 68.7% of all 438 children.",
    "Only one of the seven homes is run by the council. Charities run two and companies four.",
    "We held 90 meetings. They comprised reviews, conferences and planning meetings in 14 places.",
    "Attendance got better, though not for all. It stood at 91% in the autumn term and 90% in the spring term.",
    "All staff finished the course. Two children left in the first term.",
    "In May 57 complaints reached stage one and 12 others were settled by telephone.\n\nTable: Complaints\n| Stage | Complaints |\n| Stage one | 57 |\n| Stage two | 9 |",
    "All four recommendations were accepted. Two are still to be completed.",
    "Both homes were inspected in May. Elm House requires improvement.",
    "All 12 actions were completed by March. Two have since been reopened and are under way.",
    "None of the eight homes is inadequate. Two require improvement.",
    "All reviews were on time. Three visits were late.",
    "All seven plans were complete. Of the older plans two are still open.",
    "Each post was filled in June. One was vacant in the year before.",
    "Waits ranged from 4 to 9 days. The average for England was 11 days.",
    "Between four and nine children came to each session. There were eleven sessions a month on average.",
    "The county has 14 secondary schools.\n\nAll 12 secondary schools visited were glad of it.",
    "The council runs nine family centres.\n\nAll four family centres in the north were inspected.",
    "We read 45 case files. Some, 19, met the standard in part.",
    "Suspensions fell to 14 last year. In the year before there had been 19.",
    "More boys than girls answered. Of them 141 were in care.",
    "We wrote to 120 families. Schools accounted for 61 of the answers, nurseries for 24 and clubs for 19.",
)
QUANTITIES = ("numbers", "quantities")


def warned(text):
    """The findings about numbers of a text that are more than advice."""
    rows = [row for row in found(text) if row.rule.family in QUANTITIES]
    rows = [row for row in rows if row.severity != "advice"]
    left_out = ("small-number", "percent-without-base")
    return [row.fault.says for row in rows if row.rule.key not in left_out]


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_wrong_passage_is_warned_of_and_its_right_twin_is_not(wrong, right):
    assert warned(wrong)
    assert warned(right) == []


@pytest.mark.parametrize("text", RIGHT)
def test_what_looks_like_it_and_is_right_is_left_alone(text):
    assert warned(text) == []
