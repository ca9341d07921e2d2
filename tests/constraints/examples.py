"""Examples of the constraints over quantities; papers of other councils are in `tests/checks/reach`."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

_VISITS = r"# Visits\n\nTable: Visits by area\n| Area | 2015/16 | 2016/17 |\n| North | 120 | 140 |\n| South | 90 | 80 |\n\n"

_SPENT = r"# Money\n\nTable: Money by service\n| Service | Budget | Spent | Change |\n| Fostering | 640 | 610 | -30 |\n| Homes | 735 | 821 | {} |\n| Leaving care | 193 | 187 | -6 |\n\n"
_NATURE = r"# Files\n\nTable: The {} exceptions\n| Service | Late | Missing | Exceptions |\n| Schools | 14 | 21 | 35 |\n| Homes | 25 | 32 | 57 |\n| Libraries | 12 | 12 | 24 |\n\n"

_PLACED = r"# Placed\n\nTable: Placed\n| Placement | Boys | Girls |\n| Foster care | [c] | 12 |\n| Homes | {} | 9 |\n| Total | 20 | 21 |\n\n"

IN_A_LINE = rf"""
hidden-cell-recovered
    table-1-r1-c2: {_PLACED.format(8)} => {_PLACED.format("[c]")}
grid-whole
    table-1: {_NATURE.format(161)} => {_NATURE.format(116)}
grid-relation
    table-1-r2-c4: {_SPENT.format(68)} => {_SPENT.format(86)}
parts-of-whole
    para-1: We closed 60 cases. Forty-one were closed in a month. The other 29 took longer. => We closed 60 cases. Forty-one were closed in a month. The other 19 took longer.
    para-2: We asked 80 schools.\n\nSixty-six of the schools answered; 24 did not. => We asked 80 schools.\n\nSixty-six of the schools answered; 14 did not.
few-left-apart
    para-2: # Children\n\nWe looked after 40 children on 1 December 2015.\n\n# Health\n\nOn 1 December 2015, 38 looked-after children had a dentist. => # Children\n\nWe looked after 40 children on 1 December 2015.\n\n# Health\n\nOn 1 December 2015, 31 looked-after children had a dentist.
percent-of-count
    para-2: We held 240 reviews. They were chaired well.\n\nChildren came to 204 of them, or 66%. => We held 240 reviews. They were chaired well.\n\nChildren came to 204 of them, or 85%.
mean-denied
    para-1: The 36 social workers hold 576 cases, 19 each. => The 36 social workers hold 576 cases, 16 each.
share-in-words
    para-2: We held 240 reviews. They were chaired well.\n\nChildren came to 204 of the reviews, or just over seven in ten. => We held 240 reviews. They were chaired well.\n\nChildren came to 204 of the reviews, or just over four in five.
number-unlike-before
    para-3: The service had 42 vacancies.\n\nThey are hard to fill.\n\nAgency workers cover the 27 vacancies. => The service had 42 vacancies.\n\nThey are hard to fill.\n\nAgency workers cover the 42 vacancies.
follows-from-none
    para-1: Nineteen households were approved and 26 were lost: losses outran gains by nine. => Nineteen households were approved and 26 were lost: losses outran gains by seven.
sum-unlike-before
    para-2: A savings target of £900,000 was set.\n\nWe made £540,000 of the savings target of £800,000. => A savings target of £900,000 was set.\n\nWe made £540,000 of the savings target of £900,000.
consequence-denied
    para-1: The target had been 25. We approved 19, leaving a gap of eight. => The target had been 25. We approved 19, leaving a gap of six.
    para-1: The budget was £162,000 and £108,000 was spent. The service therefore hands back £64,000. => The budget was £162,000 and £108,000 was spent. The service therefore hands back £54,000.
    para-1: The number of visits fell from 48 to 36. The fall, of a third, was in the spring. => The number of visits fell from 48 to 36. The fall, of a quarter, was in the spring.
    para-1: Our share is £40,000 and the health board pays £25,000. The service consequently costs £75,000. => Our share is £40,000 and the health board pays £25,000. The service consequently costs £65,000.
passage-denied
    para-1: The share was 49% in May and 67% in June, a rise of 18 per cent. => The share was 49% in May and 67% in June, a rise of 18 percentage points.
    para-1: Timeliness has worsened. In 2013 it was 48 points, and in 2014 it was 61 points. => Timeliness has improved. In 2013 it was 48 points, and in 2014 it was 61 points.
    para-1: Numbers have risen sharply. We counted 1,203 in June, 1,205 in September, 1,202 in December and 1,204 in March. => Numbers have risen sharply. We counted 1,203 in June, 1,405 in September, 1,502 in December and 1,604 in March.
    para-1: All of our nine schools were full on offer day. At the remaining three there were 118 places. => Six of our nine schools were full on offer day. At the remaining three there were 118 places.
    para-1: The Board will meet four times. Its meetings are fixed for 13 June, 19 September and 6 March. => The Board will meet three times. Its meetings are fixed for 13 June, 19 September and 6 March.
    para-1: Both bids were above our ceiling of £250,000. The trust asked for £268,400 and the charity for £239,950. => Both bids were above our ceiling of £250,000. The trust asked for £268,400 and the charity for £259,950.
ages-overlap
    para-1: They were aged 0 to 4 (96), 5 to 10 (118) and 10 to 17 (96). => They were aged 0 to 4 (96), 5 to 10 (118) and 11 to 17 (96).
text-unlike-table
    para-1: {_VISITS}The north had 160 visits in 2016/17. => {_VISITS}The north had 140 visits in 2016/17.
    para-1: {_VISITS}Visits in the south rose in 2016/17. => {_VISITS}Visits in the south fell in 2016/17.
change-denied
    para-1: There were 233 children in May 2015, up from 241 six months before. => There were 253 children in May 2015, up from 241 six months before.
    para-1: On 1 May 2015 there were 312 children, compared with 298 on 1 May 2014: a rise of 4.7%, or 15 children. => On 1 May 2015 there were 312 children, compared with 298 on 1 May 2014: a rise of 4.7%, or 14 children.
    para-1: Families waited 12 days in May 2015, up from 15 in April 2015. => Families waited 12 days in May 2015, down from 15 in April 2015.
direction-denied
    para-1: Visits on time improved: 88% (176 of 200) in 2013/14 and 82% (164 of 200) in 2014/15. => Visits on time improved: 82% (164 of 200) in 2013/14 and 88% (176 of 200) in 2014/15.
    para-1: We spent £2.4m against a budget of £2.2m, an underspend. => We spent £2.1m against a budget of £2.2m, an underspend.
claim-unlike-number
    para-1: {_VISITS}Visits fell in both areas. => {_VISITS}Visits fell in one of the areas.
    para-1: Both of the three homes were judged good. => Both of the two homes were judged good.
    para-1: All of the young people (50 of 60) were glad. => Best of all, 50 of the 60 young people (83%) were glad.
    para-1: Most of the audits (12 of 30) were good. => Most of the audits (22 of 30) were good.
    para-1: A fifth of the 190 pupils, 58, have a plan. => A fifth of the 190 pupils, 38, have a plan.
    para-1: All 14 of our 16 drivers are trained. => All 16 of our 16 drivers are trained.
    para-1: Every one of the 60 files held a plan: 56 did. => Every one of the 60 files held a plan: 60 did.
named-unlike-number
    para-1: There are three aims: voice, plans, reviews, housing and work. => There are five aims: voice, plans, reviews, housing and work.
    para-1: We met on three dates: 9 January and 4 September 2015. => We met on three dates: 9 January, 12 June and 4 September 2015.
    para-1: Both homes were inspected: Elm House, Oak House and Ash House. => Both homes were inspected: Elm House and Oak House.
outside-calendar
    para-1: The report for quarter 5 will follow. => The report for quarter 4 will follow.
    para-1: The sixth quarter was the best. => The fourth quarter was the best.
"""
EXAMPLES = {}
