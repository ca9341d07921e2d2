"""Drawn papers about tables with totals and shares: wrong and right."""

WRONG = (
    (
        ("table-percent",),
        """
Table: Grades
| Grade | Number | % |
| Outstanding | 2 | 1% |
| Good | 39 | 28% |
| Requires improvement | 63 | 45% |
| Inadequate | 35 | 24% |
| Total | 139 | 100% |
""",
    ),
    (
        ("table-total",),
        """
Table: Grades
| Grade | Number |
| Good | 39 |
| Inadequate | 35 |
| Total | 73 |
""",
    ),
    (
        ("shares-over-whole",),
        """
Table: Grades
| Grade | Share |
| Good | 28% |
| Requires improvement | 45% |
| Inadequate | 35% |
""",
    ),
    (
        ("table-total",),
        """
Table: Grades
| Team | Boys | Girls | Total |
| North | 10 | 12 | 22 |
| South | 11 | 9 | 21 |
| East | 7 | 9 | 16 |
""",
    ),
    (
        ("table-percent",),
        """
Table: Grades
| Team | Audited | Shared | % shared |
| North | 10 | 8 | 80 |
| South | 11 | 9 | 92 |
| East | 7 | 7 | 100 |
""",
    ),
    (
        ("table-percent",),
        """
Table: Grades
| Grade | Number |
| Good | 39 (28%) |
| Requires improvement | 65 (47%) |
| Inadequate | 35 (24%) |
| All | 139 |
""",
    ),
)

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
    """
Table: Grades
| Team | Audited | Shared | % shared |
| North | 10 | 8 | 80 |
| South | 11 | 9 | 82 |
| East | 7 | 7 | 100 |
""",
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
    """
Table: Answers, of 57 young people
| Question | Yes | No | Yes % |
| Seen often enough | 42 | 15 | 74 |
| Reliable | 42 | 14 | 75 |
| Listened | 44 | 13 | 77 |
""",
    """
Table: Spend
| Line | Budget | Spent |
| Fostering | £1,200k | £1,150k |
| Total | £1,200k | £1,150k |
""",
    """
Table: Withheld
| Line | Number |
| A | * |
| B | 12 |
| Total | 15 |
""",
)
