"""Drawn papers about tables with totals and shares: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
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
