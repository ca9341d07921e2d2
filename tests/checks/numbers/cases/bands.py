"""Drawn papers about bands and ranks: wrong and right."""

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
)
