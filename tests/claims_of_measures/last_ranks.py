"""Rows and things that are given a place among others, by every measure of their table.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## 3. Child protection conferences and plans

[3.1] Statutory guidance (Working Together to Safeguard Children, 2018) requires that an initial conference be convened within 15 working days of the strategy discussion. Each child is counted separately, so that a conference concerning three siblings is counted as three. Performance in each quarter is shown in Table 1.


Table: Initial child protection conferences and timeliness by quarter, 2018/19
| Quarter | Initial conferences | Held within 15 working days | Percentage in time |
| April to June 2018 | 120 | 96 | 80% |
| July to September 2018 | 125 | 105 | 84% |
| October to December 2018 | 116 | 87 | 75% |
| January to March 2019 | 125 | 110 | 88% |
| Total | 486 | 398 | 82% |


[3.2] Timeliness was strongest in the fourth quarter and weakest in the «third|second» quarter, during which two of the five conference chairs were absent through illness.

[3.3] Of the 486 initial conferences, 437 (90%) resulted in a child protection plan. In 79 of the 437 cases (18%) the child had been the subject of a plan on some earlier occasion.


[3.4] As last reported to the Committee, 318 children were the subject of a child protection plan on 31 March 2018. During the ensuing year 437 plans were begun and 414 were brought to an end, so that on 31 March 2019 there were 341. Of the plans which ended, 17 (4.1%) had lasted for two years or longer.


[3.5] The categories recorded for the 341 children with a plan on 31 March 2019 were neglect (171), emotional abuse (119), physical abuse (34) and sexual abuse (17). Neglect alone therefore accounts for just over half of all current plans.
""",
)
