"""Whole papers of councils that do not exist, right as they stand, and faults to plant in each.

A fault is (words of the paper, words in their place, the rules that find it).
"""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WESTMERE = """
# Looked after children

On 31 December 2022 the council looked after 412 children, compared with 398 on 30 June 2022: an increase of 14 (3.5%). The rate is 64 per 10,000 children under 18; the national rate is 70.

Of the 412 children, 268 (65%) lived with foster carers, 71 (17%) with family or friends, 44 (11%) in children's homes and 29 (7%) elsewhere.

The number placed more than 20 miles from home fell from 61 to 52, a fall of 15%. 360 of 412 (87%) had lived in the same home for over a year.

Most children (301 of 412, or 73%) were visited within the time set. Two in five had a change of social worker.

Table: Children looked after by age
| Age | Children | Share |
| Under 1 | 24 | 6% |
| 1 to 4 | 58 | 14% |
| 5 to 9 | 76 | 18% |
| 10 to 15 | 158 | 38% |
| 16 and over | 96 | 23% |
| Total | 412 | 100% |

# Audits

In the half-year 96 case files were audited:
* 14 (15%) were outstanding
* 47 (49%) were good
* 29 (30%) required improvement
* 6 (6%) were inadequate

Three themes came up again and again: the voice of the child, the quality of plans and the timeliness of supervision.

All 96 audits were shared with the worker. Every one of the six graded inadequate was put right within ten working days.

# Workforce

There were 212 posts for social workers, of which 189 (89%) were filled for good, 15 (7%) by agency workers and 8 (4%) were vacant. Vacancies were 19 a year ago, so they have more than halved.

Average caseloads dropped from 18.4 to 16.9. The target is 16.

Supervision took place on time in 94% of cases (1,203 of 1,280), up from 91% in the half-year before.

# Survey

The survey was answered by 138 of 240 children aged 8 to 17 (58%). Of these 138, 124 (90%) felt safe, 9 (7%) were not sure and the other 5 did not answer.

# Money

The service spent £41.2m against a budget of £39.8m, an overspend of £1.4m (3.5%). Placements cost £22.6m, which is 55% of the spending.
"""

NORTH_TARN = """
# Performance

The team of eight reviewing officers chaired 611 reviews in 2020/21, 34 more than the 577 of the year before (6%).

Four strengths were found:
* reviews were on time
* children took part
* plans were clear
* disputes were few

Of the 611 reviews, 589 were held on time (96%) and 22 late.

Children aged four and over took part in 512 of the 540 reviews at which they could (95%); in the remaining 28 they chose not to.

Reviewing officers raised 47 disputes. Of these, 39 were settled in the team, 6 by a manager and 2 by the head of service.

The commonest causes of dispute were drift (19), followed by contact (12) and schooling (9); the other 7 had various causes.

Over the three years the share of reviews on time rose steadily, from 88% in 2018/19 to 92% in 2019/20 and 96% in 2020/21.

Table: Reviews by quarter
| Quarter | Reviews | On time | % on time |
| April to June 2020 | 140 | 131 | 94% |
| July to September 2020 | 151 | 146 | 97% |
| October to December 2020 | 158 | 153 | 97% |
| January to March 2021 | 162 | 159 | 98% |
| Total | 611 | 589 | 96% |

# Leaving care

31 care leavers (of 127) were not in education, employment or training, about a quarter. Nationally it is 41%.

Three quarters of care leavers (96 of 127) were in work, learning or training.
"""

PENHALLOW = """
# Vetting

On 1 October 2019 there were 640 staff for whom a check is required. 602 of them (94%) were in date, 21 (3%) were overdue and 17 (3%) had not yet started work.

Of the 21 overdue, 13 have since been renewed and 8 applications are in progress.

In April 2019 the audit looked at 655 staff, of whom 33 (5%) were overdue. The number overdue has therefore fallen by 12, or 36%.

A further 45 checks fall due between October and December 2019. Reminders went out to all 45.

The policy asks for a new check every three years. 97% of managers have been trained (68 of 70).

# Volunteers

The council has 120 volunteers: 64 mentors, 38 independent visitors and 18 readers.

Half of the volunteers (60) were checked in the last year.

# Next steps

Two audits are planned, in January and April 2020. By then fewer than 10 checks should be overdue.
"""

CASTLEFORD = """
# What inspectors found

Inspectors visited for two weeks from 6 to 17 June 2022. They read 212 files, met 48 staff and spoke to 26 children and 19 carers.

Of the five judgements two were outstanding and three were good. Our plan answers them with 14 actions, 9 of which are complete and 5 in progress.

Table: The plan
| Recommendation | Actions | Complete | In progress |
| Plans for children at risk | 3 | 2 | 1 |
| Private fostering | 2 | 2 | 0 |
| Health assessments | 3 | 1 | 2 |
| Supervision | 2 | 2 | 0 |
| Care leavers | 3 | 1 | 2 |
| Records | 1 | 1 | 0 |
| Total | 14 | 9 | 5 |

# Contacts and referrals

The front door took 6,410 contacts in the year to August 2022, 8% more than the 5,935 of the year before. Re-referrals within 12 months fell from 22% to 19%, below the average of similar councils (21%).

Assessments done within 45 working days: 1,288 of 1,402 (92%).

# Foster carers

There were 154 fostering households in August 2022. In the year 21 were approved and 17 left. In 2021 there had been 150.

Carers were asked ten questions. 88 carers answered, of 154 asked (57%). 81% (71 of 88) would recommend fostering.
"""

PAPERS = {
    WESTMERE: (
        ("of 14 (3.5%)", "of 17 (3.5%)", {"change-denied"}),
        ("of 14 (3.5%)", "of 14 (5.2%)", {"change-denied"}),
        ("an increase of 14", "a fall of 14", {"change-denied"}),
        ("268 (65%)", "268 (67%)", {"percent-of-count"}),
        ("71 (17%)", "71 (19%)", {"percent-of-count"}),
        ("29 (7%) elsewhere", "29 (9%) elsewhere", {"percent-of-count"}),
        ("fell from 61 to 52", "rose from 61 to 52", {"change-denied"}),
        ("a fall of 15%", "a fall of 18%", {"change-denied"}),
        ("360 of 412 (87%)", "360 of 412 (89%)", {"percent-of-count"}),
        ("301 of 412, or 73%", "301 of 412, or 76%", {"percent-of-count"}),
        (
            "Most children (301 of 412, or 73%)",
            "Most children (201 of 412, or 49%)",
            {"claim-unlike-number"},
        ),
        ("| 5 to 9 |", "| 4 to 9 |", {"bands-listed"}),
        ("| 5 to 9 |", "| 6 to 9 |", {"bands-listed"}),
        ("| 412 | 100% |", "| 413 | 100% |", {"table-total"}),
        ("158 | 38%", "158 | 36%", {"table-percent"}),
        ("29 (30%)", "29 (33%)", {"percent-of-count"}),
        ("47 (49%)", "45 (47%)", {"parts-of-whole"}),
        ("Three themes", "Four themes", {"named-unlike-number"}),
        ("189 (89%)", "189 (87%)", {"percent-of-count"}),
        ("dropped from 18.4 to 16.9", "dropped from 16.4 to 16.9", {"change-denied"}),
        ("94% of cases", "96% of cases", {"percent-of-count"}),
        ("up from 91%", "up from 95%", {"change-denied"}),
        ("aged 8 to 17 (58%)", "aged 8 to 17 (62%)", {"percent-of-count"}),
        ("overspend of £1.4m", "overspend of £2.4m", {"direction-denied"}),
    ),
    NORTH_TARN: (
        ("34 more than", "37 more than", {"change-denied"}),
        ("year before (6%)", "year before (9%)", {"change-denied"}),
        ("Four strengths", "Five strengths", {"list-length"}),
        ("on time (96%)", "on time (93%)", {"percent-of-count"}),
        ("and 22 late", "and 20 late", {"parts-of-whole"}),
        ("remaining 28", "remaining 38", {"parts-of-whole"}),
        ("6 by a manager", "7 by a manager", {"parts-of-whole"}),
        ("contact (12)", "contact (22)", {"rank-denied"}),
        ("92% in 2019/20", "86% in 2019/20", {"series-denied"}),
        ("| 158 | 153 | 97% |", "| 158 | 153 | 95% |", {"table-percent"}),
        ("| 611 | 589 |", "| 621 | 589 |", {"table-total"}),
        ("October to December 2020", "September to December 2020", {"bands-listed"}),
        (
            "Three quarters of care leavers (96",
            "Three quarters of care leavers (86",
            {"claim-unlike-number"},
        ),
    ),
    PENHALLOW: (
        ("602 of them (94%)", "602 of them (91%)", {"percent-of-count"}),
        ("13 have since", "12 have since", {"parts-of-whole"}),
        ("33 (5%)", "33 (7%)", {"percent-of-count"}),
        ("(68 of 70)", "(63 of 70)", {"percent-of-count"}),
        ("64 mentors", "63 mentors", {"parts-of-whole"}),
    ),
    CASTLEFORD: (
        ("and 5 in progress", "and 6 in progress", {"parts-of-whole"}),
        ("| 14 | 9 | 5 |", "| 14 | 8 | 5 |", {"table-total"}),
        ("8% more", "12% more", {"change-denied"}),
        ("8% more than", "8% fewer than", {"change-denied"}),
        ("from 22% to 19%", "from 19% to 22%", {"change-denied"}),
        (
            "below the average of similar councils (21%)",
            "below the average of similar councils (18%)",
            {"change-denied"},
        ),
        ("1,402 (92%)", "1,402 (94%)", {"percent-of-count"}),
        ("of 154 asked (57%)", "of 154 asked (59%)", {"percent-of-count"}),
        ("81% (71 of 88)", "86% (71 of 88)", {"percent-of-count"}),
    ),
}
