"""Drawn papers about per cents and rates of a count and its base: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
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
    )
}
RIGHT = (
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
)
