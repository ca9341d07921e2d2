"""How many rows are in a state, and which of them, by any reading of the state.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
# Workforce


Table: Safeguarding training at 31 March 2022
| Level | Staff requiring it | Staff compliant | Per cent |
| 1 | 2,140 | 2,054 | 96.0 |
| 2 | 1,760 | 1,655 | 94.0 |
| 3 | 1,280 | 1,101 | 86.0 |
| Total | 5,180 | 4,810 | 92.9 |

The standard of 90 per cent is attained at «not every level|every level».


The denominator for level 3 has moved. It was 1,244 at 31 March 2021 and is 36 higher now; so some of the shortfall results from growth of the group by 2.9 per cent.


Table: DBS checks at 31 March 2022
| Position | Staff |
| In date | 5,128 |
| Out of date, appointment booked | 31 |
| Out of date, no appointment | 21 |
| All staff | 5,180 |

The rate of 99.0 per cent exceeds the 98 required by standard 7. The same 5,180 staff are divided among the three training levels, each person being counted at the highest level needed.


Table: The safeguarding team at 31 March 2022
| Item | Established or budgeted | Actual |
| Whole-time posts | 24.0 | 20.5 |
| Expenditure, £m | 1.62 | 1.54 |

Some 14.6 per cent of posts are vacant. The underspend, of £0.08m, is a consequence.
""",
)
