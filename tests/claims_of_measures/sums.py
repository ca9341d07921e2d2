"""Numbers that are given to some rows of a table, or to all of them.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## The children


We ended the year reviewing the plans of 398 children, 14 fewer than the 412 we had at the close of the year before. Behind that modest shift lies a good deal of traffic: 163 children came into care and 177 left it.

Table: Children in care by age, 31 March 2025
| Age | Children |
| Under 1 | 22 |
| 1 to 4 | 51 |
| 5 to 9 | 74 |
| 10 to 15 | 158 |
| 16 and 17 | 93 |
| All | 398 |


The centre of gravity is adolescent. Those aged ten and over number «251|241», which is 63% of everyone we review, and the band from 10 to 15 alone accounts for just under two-fifths. Babies under one are our smallest group, but they take up court time out of all proportion.


Dividing the year-end figure by our full-time equivalents gives some 64 children to each post. The Handbook speaks of 50 to 70, so we are inside the range it recommends, if nearer its upper end than I should like. In November, with one officer off sick, the figure touched 71.
""",
    """\
## The grades


Seven pieces of work were judged to be outstanding and 62 good. A further 37 required improvement and eight were inadequate. Sixty-nine were therefore good or better, which is 60.5 per cent; in the half-year before it was exactly half. In spite of this welcome rise of ten and a half points, the Council's own expectation of 65 per cent is yet to be fulfilled.

Table: Grades awarded from July to December 2025, by service
| Service | Audits | Good or better | Requires improvement | Inadequate |
| Front door and assessment | 34 | 19 | 12 | 3 |
| Child protection and children in need | 41 | 24 | 14 | 3 |
| Children in care | 27 | 19 | 7 | 1 |
| Leaving care | 12 | 7 | 4 | 1 |
| Total | 114 | 69 | 37 | 8 |


When the services are taken one by one, only children in care has reached the 65 per cent expected. The rest lie between 55 and 59 per cent, and the numbers are small enough, in leaving care above all, for a couple of audits to make a great deal of difference.


Of the eight files found to be inadequate, «six|five» came from the first two services in the table. All eight were looked at again within thirty working days; seven had by then been put right, and the eighth was taken to the Director, who has since reallocated the case.
""",
    """\
## Numbers in care


Members were told in the last report that 412 children were in care at the end of June. Since then 47 have started to be looked after and 41 have left, which brings us to the September figure.


Nineteen of the 47 came into care in July, 12 in August and 16 in September; July was therefore the busiest month, as it was in 2024.


Four sibling groups arrived during the quarter, one of five children and three of two. Together these 11 children made up a little under a quarter of all new starts. The remaining 36 came in on their own, although some of those already had brothers or sisters in care.

Table: Children looked after by age, 30 September 2025
| Age | Children | Share |
| Under 1 | 23 | 5.5% |
| 1 to 4 | 58 | 13.9% |
| 5 to 9 | 79 | 18.9% |
| 10 to 15 | 161 | 38.5% |
| 16 and 17 | 97 | 23.2% |
| Total | 418 | 100.0% |


The profile is an older one: «258|248» are aged ten or over, more than six in every ten. Babies under one are the smallest group. Under-fives as a whole number 81.

Table: Legal status, 30 September 2025
| Status | Children |
| Full care order | 262 |
| Interim care order | 71 |
| Section 20 agreement | 68 |
| Placement order | 17 |
| Total | 418 |

Full care orders account for 62.7% of the total. Of the 68 accommodated by agreement, 29 are unaccompanied asylum-seeking children; two further unaccompanied children are on full care orders, so that group numbers 31 in all.
""",
    """\
## Children waiting


Our previous report put the number waiting at 27 on 31 March. Nine placement orders were made during the quarter, six children were placed, and for two the court agreed to revoke the order because the plan had changed. That accounts for the rise of one.


Of the 28, 19 are to be placed singly (11 boys and eight girls). The other nine are in sibling groups: three pairs and one group of three. In terms of searches for a family, then, there are 23 to run and not 28.

Table: Children waiting, by time since the placement order
| Time since order | Children | RAG |
| Under 6 months | 12 | Green |
| 6 months to under 12 months | 9 | Amber |
| 12 months to under 18 months | 5 | Red |
| 18 months or longer | 2 | Red |
| Total | 28 | |


Three quarters of the group have waited for less than a year. The «seven|five» children rated red are reviewed each fortnight by the permanence manager; two of them have a link under discussion.

Ages run from five months to seven years. The median is two years and four months, and no child over five is waiting alone: the two who are older than that belong to the group of three.
""",
)
