"""Drawn papers about parts, shares and sums, wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "bands-in-prose": (
        "There were 210 children: 80 aged 0 to 4, 70 aged 5 to 11 and 60 aged 13 to 17.",
    ),
    "rank-over-part bands-in-prose percent-of-count": (
        """
# Ages

On 1 December 2015 we looked after 188 children; a year earlier it was 210.

The largest group is 16-18 year olds, of whom there are 27.

Next come those aged 14-15, with 19 young people. Together, 14-17 year olds are 25% of all children looked after.
""",
    ),
    "bands-listed": (
        "Table: Audits by age\n| Age | Number |\n| 0 to 4 | 30 |\n| 4 to 9 | 20 |\n| 10 to 15 | 22 |\n| 16 and over | 41 |",
        "Table: Audits by age\n| Age | Number |\n| 0–4 | 30 |\n| 5–9 | 20 |\n| 11–15 | 22 |\n| 16+ | 41 |",
        "Table: Referrals\n| Months | Number |\n| April to June 2015 | 30 |\n| June to September 2015 | 30 |\n| October to December 2015 | 20 |\n| January to March 2016 | 22 |",
        """
Table: Referrals
| Months | Number |
| April to June 2015 | 30 |
| July to September 2015 | 30 |
| November to December 2015 | 20 |
| January to March 2016 | 22 |
| April to June 2016 | 22 |
""",
    ),
    "rank-denied": (
        "The largest group is fostered children (27), followed by those in residential care (40).",
        """
The most common theme is in the table.

Table: Audits by theme
| Theme | Number |
| Plans | 30 |
| Voice | 20 |
| Reviews | 22 |

The highest number was for voice.
""",
    ),
    "unlike-bases": (
        "The survey tells that 74% (42) of young people see their worker enough. 75% (42) of young people trust their worker. 77% (44) of young people feel heard.",
    ),
    "percent-without-base": (
        "97% of those who answered have an adult whom they trust.",
        "In January 2015 over 90% of audits were shared.",
    ),
    "prose-shares-over-whole": ("In the survey 45% agreed, 40% disagreed and 25% neither.",),
    "percent-of-count": (
        "35 of 139 (24%) were good.",
        "We saw 14 out of the 30 cases (48%).",
        "46 of 188, 25%, were of that age.",
        """
# Ages

On 1 December 2015 we looked after 188 children; a year earlier it was 210.

Of the older ones there are 27 aged 16 to 17.

Next come those aged 14-15, with 19 young people. Together they are 25% of all children looked after.
""",
        "Of the 139 councils inspected so far:\n\n* 39 (28%) of councils were good\n* 35 (24%) of councils were inadequate",
        "Of the 139 councils inspected so far:\n* 39 (28%) of councils were good\n* 35 (24%) of councils were inadequate",
        "Over 90% (74 of 83) were shared. At least 90% (75 of 83) were.",
        "Spending was £48k of the £1.2m budget (5%).",
        "There were 188 children of 36,000 in care, a rate of 55 per 10,000.",
        "Eleven of the 25 families (48 per cent) came.",
        "There were 188 children, of whom 46 (25%) were over 14.",
        "46 children, 25% of the 188, were over 14.",
        "In all 25% of the 139 councils (39) were good.",
        "12/40 audits (35%) were good.",
        "33.4% (13 of 39) agreed.",
        "Of the 412 cases, 268 (65%) were fostered, 71 (14%) with family, 44 (11%) in homes and 29 (7%) elsewhere.",
        "In the half-year 96 case files were audited:\n* 14 (15%) were outstanding\n* 47 (49%) were good\n* 29 (33%) required improvement\n* 6 (6%) were inadequate",
        "The survey was answered by 138 of 240 pupils aged 8 to 17 (61%).",
        "The audit looked at 640 checks. 602 of them (97%) were in date.",
        "88 managers answered, of 154 asked (60%).",
        "75% of visits were held within 72 hours (220 of 305).",
        "We did 48 audits against a target of 60 (84%).",
        "The team costs £412,000 a year (2.2% of the budget of £34.3m).",
    ),
    "parts-of-whole": (
        "Managers looked at 60 files. Of these 12 were graded outstanding, 30 good, 14 requires improvement and 6 inadequate.",
        "30 staff were overdue (14 have since been checked and a further 15 wait for their certificate).",
        "The audit considered 351 staff: 313 in date, 30 overdue and 7 due in January.",
        "Of the 351 staff, 313 were in date, 30 overdue and 7 due in January.",
        "There were 188 children looked after:\n* 120 with foster carers\n* 40 with family\n* 27 in other places",
        "There were 40 audits, made up as follows:\n* Good: 12\n* Requires improvement: 20\n* Inadequate: 5",
        "27 and 19 children, 48 in all.",
        "Of the 40 audits, 12 were good, 20 required improvement and the remaining 9 were inadequate.",
        "45 of the 40 were done.",
        "Of the 30 cases, 28 were seen and one was not.",
        "There are 24 settings: 9 nurseries, 8 childminders, 6 schools.",
        "The 18 complaints comprised 7 about delay, 6 about staff and 4 about placements.",
        "Numbers:\n* Boys: 12\n* Girls: 14\n* Total: 27",
        "We took 47 calls. Of these, 39 were settled, 6 went to a manager and 5 to the head of service.",
        "Plans were made in 512 of the 540 cases; in the remaining 31 none was needed.",
        "The plan has 14 actions, 9 of which are complete and 6 in progress.",
        "Of the 21 late ones, 16 are renewed and 8 are in progress.",
    ),
    "table-percent": (
        """
Table: Grades
| Grade | Number | % |
| Outstanding | 2 | 1% |
| Good | 39 | 28% |
| Requires improvement | 63 | 45% |
| Inadequate | 35 | 24% |
| Total | 139 | 100% |
""",
        "Table: Grades\n| Team | Audited | Shared | % shared |\n| North | 10 | 8 | 80 |\n| South | 11 | 9 | 92 |\n| East | 7 | 7 | 100 |",
        "Table: Grades\n| Grade | Number |\n| Good | 39 (28%) |\n| Requires improvement | 65 (47%) |\n| Inadequate | 35 (24%) |\n| All | 139 |",
    ),
    "table-total": (
        "Table: Grades\n| Grade | Number |\n| Good | 39 |\n| Inadequate | 35 |\n| Total | 73 |",
        "Table: Grades\n| Team | Boys | Girls | Total |\n| North | 10 | 12 | 22 |\n| South | 11 | 9 | 21 |\n| East | 7 | 9 | 16 |",
    ),
    "shares-over-whole": (
        "Table: Grades\n| Grade | Share |\n| Good | 28% |\n| Requires improvement | 45% |\n| Inadequate | 35% |",
    ),
}
RIGHT = (
    "There were 210 children: 80 aged 0 to 4, 70 aged 5 to 11 and 60 aged 12 to 17.",
    "The two largest groups are 27 aged 16 to 17 and 19 aged 10 to 12.",
    "Table: Audits by age\n| Age | Number |\n| Under 1 | 30 |\n| 1–4 | 30 |\n| 5–9 | 20 |\n| 10–15 | 22 |\n| 16 and over | 41 |\n| Total | 143 |",
    "There were 27 young people aged 16-17 and 19 aged 14-15. 46 were 14-17 year olds.",
    "The largest group is fostered children (40), followed by those in residential care (27).",
    """
The most common theme is in the table.

Table: Audits by theme
| Theme | Number |
| Plans | 30 |
| Voice | 20 |
| Reviews | 22 |

The highest number was for plans.
""",
    "The 0-19 service and 16-18 year olds met; 11-16 year olds too.",
    "Table: Referrals\n| Months | Number |\n| April to June 2015 | 30 |\n| July to September 2015 | 30 |\n| October to December 2015 | 20 |\n| January to March 2016 | 22 |",
    "Of the 57 who answered, 74% (42) of young people liked the visits. 77% (44) of young people felt heard.",
    "We asked 48 young people. 98% of those who answered have an adult whom they trust.",
    "97% of young people nationally said so. Attendance was 94%. Council tax rose by 3%. The target is 95% of visits in time.",
    "In January 2015, 83 audits were undertaken, and over 90% of audits were shared.",
    "In the survey of 120 parents 45% agreed, 40% disagreed and 15% neither.",
    "92% (46 of 50) of assessments were in time. 30 children (12%) of the 250 were seen.",
    "39 (28%) of the 139 were good, and 63 of 139, 45%, needed improvement.",
    "A cut one: 25 of 28 is 89%, and 24 of 28 audits (85%) were shared.",
    "12 of the 40 audits were good, compared with 25% last year. 10 of 40 were done, and 60% of the rest wait.",
    "Spending was £48k of the £1.2m budget (4%).",
    "There were 188 children of 36,000 in care, a rate of 52 per 10,000.",
    "Twelve of the 25 families (48 per cent) came.",
    "46 children, 24% of the 188, were over 14.",
    "In all 28% of the 139 councils (39) were good.",
    "12/40 audits (30%) were good. About 25% (46 of 188) were over 14.",
    "33.3% (13 of 39) agreed and 66.7% (26 of 39) did not.",
    "Of the 412 cases, 268 (65%) were fostered, 71 (17%) with family, 44 (11%) in homes and 29 (7%) elsewhere.",
    "The survey was answered by 138 of 240 pupils aged 8 to 17 (58%). Of these, 124 (90%) felt safe.",
    "88 managers answered, of 154 asked (57%), and 40 plans (of 80), half, were late.",
    "72% of visits were held within 72 hours (220 of 305).",
    "We did 48 audits against a target of 60 (80%).",
    "The team costs £412,000 a year (1.2% of the budget of £34.3m).",
    "Managers looked at 60 files. Of these 12 were graded outstanding, 30 good, 12 requires improvement and 6 inadequate.",
    "Managers saw 40 cases. Of these 22 children, seven were placed with carers and eight in homes.",
    "30 staff were overdue (14 have since been checked and a further 16 wait for their certificate).",
    """
The audit looked at everyone who needs a check (351 staff).

Of these:
* 30 staff were overdue (14 have since been checked and a further 16 wait for their certificate).
* 7 staff fall due in January 2016 and have been written to.
* No staff lacked a check.
""",
    "The audit considered 351 staff: 314 in date, 30 overdue and 7 due in January.",
    "Of the 351 staff, 30 were overdue and 7 due in January.",
    "There were 40 audits, made up as follows:\n* Good: 12\n* Requires improvement: 20\n* Inadequate: 8",
    "We held 12 workshops (4 in May and 3 in June).",
    "The 25 young people (12 girls and 13 boys) met in 3 groups. Of the 30 cases, 28 were seen and one was not; one moved.",
    "Of the 12 plans, two were closed, of which one was late, and the rest remain.",
    "In the period there were 52 referrals, of which 12 led to an assessment and 20 to advice.",
    "We took 47 calls. Of these, 39 were settled, 6 went to a manager and 2 to the head of service.",
    "We took 47 calls. Of these, 12 came from schools and 9 from hospitals.",
    "Plans were made in 512 of the 540 cases; in the remaining 28 none was needed.",
    "The plan has 14 actions, 9 of which are complete and 5 in progress.",
    """
Table: Grades
| Grade | Number | % |
| Outstanding | 2 | 1% |
| Good | 39 | 28% |
| Requires improvement | 63 | 45% |
| Inadequate | 35 | 25% |
| Total | 139 | 100% |
""",
    "Table: Grades\n| Team | Audited | Shared | % shared |\n| North | 10 | 8 | 80 |\n| South | 11 | 9 | 82 |\n| East | 7 | 7 | 100 |",
    """
Table: Nested
| Place | 2014 | 2015 |
| Fostered | 120 | 118 |
| Sub-total family | 120 | 118 |
| Residential | 20 | 18 |
| Secure | 1 | 0 |
| Sub-total other | 21 | 18 |
| Total | 141 | 136 |
""",
    "Table: Answers, of 57 young people\n| Question | Yes | No | Yes % |\n| Seen often enough | 42 | 15 | 74 |\n| Reliable | 42 | 14 | 75 |\n| Listened | 44 | 13 | 77 |",
    "Table: Spend\n| Line | Budget | Spent |\n| Fostering | £1,200k | £1,150k |\n| Total | £1,200k | £1,150k |",
    "Table: Withheld\n| Line | Number |\n| A | * |\n| B | 12 |\n| Total | 15 |",
)
