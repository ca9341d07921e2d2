"""Drawn papers about per cents without a base or on unlike ones: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "unlike-bases": (
        "The survey tells that 74% (42) of young people see their worker enough. 75% (42) of young people trust their worker. 77% (44) of young people feel heard.",
    ),
    "percent-without-base": (
        "97% of those who answered have an adult whom they trust.",
        "In January 2015 over 90% of audits were shared.",
    ),
    "percent-without-base prose-shares-over-whole": (
        "In the survey 45% agreed, 40% disagreed and 25% neither.",
    ),
}
RIGHT = (
    "Of the 57 who answered, 74% (42) of young people liked the visits. 77% (44) of young people felt heard.",
    "We asked 48 young people. 98% of those who answered have an adult whom they trust.",
    "97% of young people nationally said so. Attendance was 94%. Council tax rose by 3%. The target is 95% of visits in time.",
    "In January 2015, 83 audits were undertaken, and over 90% of audits were shared.",
    "In the survey of 120 parents 45% agreed, 40% disagreed and 15% neither.",
    "92% (46 of 50) of assessments were in time. 30 children (12%) of the 250 were seen.",
)
