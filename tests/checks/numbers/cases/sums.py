"""Drawn papers about parts and their whole: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "parts-of-whole": (
        "Managers looked at 60 files. Of these 12 were graded outstanding, 30 good, 14 requires improvement and 6 inadequate.",
        "30 staff were overdue (14 have since been checked and a further 15 wait for their certificate).",
        "The audit considered 351 staff: 313 in date, 30 overdue and 7 due in January.",
        "Of the 351 staff, 313 were in date, 30 overdue and 7 due in January.",
        "There were 188 children looked after:\n* 120 with foster carers\n* 40 with family\n* 27 in other places",
        "There were 40 audits, made up as follows:\n* Good: 12\n* Requires improvement: 20\n* Inadequate: 5",
        "27 and 19 children, 48 in all. R: 27 and 19 children, 46 in all.",
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
    )
}
RIGHT = (
    "Managers looked at 60 files. Of these 12 were graded outstanding, 30 good, 12 requires improvement and 6 inadequate.",
    "Managers saw 40 cases. Of these 12 children, five were placed with carers and four in homes.",
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
    "Of the 12 children, two were adopted, of whom one was under 5, and the rest remain.",
    "In the period there were 52 referrals, of which 12 led to an assessment and 20 to advice.",
    "We took 47 calls. Of these, 39 were settled, 6 went to a manager and 2 to the head of service.",
    "We took 47 calls. Of these, 12 came from schools and 9 from hospitals.",
    "Plans were made in 512 of the 540 cases; in the remaining 28 none was needed.",
    "The plan has 14 actions, 9 of which are complete and 5 in progress.",
)
