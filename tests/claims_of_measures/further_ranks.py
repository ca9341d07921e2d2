"""Rows and things that are given a place among others, by every measure of their table.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## Return interviews

Each child is offered an interview by someone independent. It should be held within 72 hours.

Table: Return interviews by month in which the episode ended
| Month | Episodes ended | Offered | Held | Held within 72 hours |
| April | 74 | 71 | 58 | 47 |
| May | 88 | 85 | 66 | 51 |
| June | 81 | 79 | 68 | 59 |
| All | 243 | 235 | 192 | 157 |


- The month with the most interviews held was «June|May», although more episodes ended in another month.
- An interview was offered after 97% of the episodes that ended. Eight were not offered, since the child had been interviewed the day before.


- Of the 192 interviews held, 82% were held within 72 hours. Of the 235 offered, it was 67%, because 43 children said no or could not be reached.


- The quickest interview was held on the day of return and the slowest nine days later. On average it took 2.6 days.
""",
    """\
## Are checks up to date?

It is Council policy, although not the law, that enhanced checks be renewed every three years. There are 1,420 posts to which the policy applies.


Table: Posts needing an enhanced check, 31 August 2016
| Service | Posts | Check current | Renewal overdue |
| Social care | 386 | 379 | 7 |
| Residential care | 142 | 139 | 3 |
| Early years | 298 | 287 | 11 |
| School support | 421 | 398 | 23 |
| Passenger transport | 173 | 160 | 13 |
| Total | 1,420 | 1,363 | 57 |


Fifty-seven renewals were overdue on the day. In 31 of these cases an application was with the DBS, 17 of the employees were on long-term sick or maternity leave, and nine had not answered reminders and have since been told that they may not work until they do.


School support has the most renewals outstanding. When the size of each service is taken into account, however, it is «passenger transport|residential care» that has the highest proportion overdue, and the manager has been asked for a plan.

Overall the rate of compliance is 96%. At the time of the audit it was 81%.
""",
    """\
# Case audits


The audit plan was for 192 case files, and 180 were audited.

Practice weeks were held in May and November. Files judged inadequate numbered 19, or just over one in ten; those good or outstanding, 94.


Quarters by audits completed, «most|fewest» first: quarter 4 (51); quarter 2 (47); quarter 1 (42); quarter 3 (40).


Neglect, domestic abuse and transitions: these three themes were chosen by the practice board.


Ten in 11 supervision sessions took place (1,878 of 2,064); the target of nine in ten was met.
""",
    """\
# Part A: Audit of case files, April to September 2023


(a) Files are audited jointly with the social worker. (b) The family is telephoned. (c) One in three is moderated. (d) The grade is one of four. (e) Comparisons are with October 2022 to March 2023.


We audited 90 files. Ten were held by the disabled children's team, twelve by leaving care, eighteen by children in care, twenty-six by child protection and twenty-four by assessment.


Table: Files by grade
| Grade | Files after moderation |
| Inadequate | 9 |
| Requires improvement | 27 |
| Good | 45 |
| Outstanding | 9 |
| Total | 90 |


As shown in the table, nine files were inadequate after moderation; each of them was sent to the head of service on the same day.


* Last half year, 56% good or better: open cases
* This half year, 60% good or better: open cases
* The samples were drawn in the same way.


With 72% good or better, children in care had the «highest|second highest» figure; assessment had 63%, disabled children 60%, child protection 54% and leaving care 50%.


Of 130 practitioners who answered, 91 thought joint audits helpful and 26 neither helpful nor unhelpful. Only 13 thought them unhelpful, which leaves no answer out of account.
""",
    """\
# 2. What the audits have told us


One hundred and eighty case files were audited in the six months. Seventy-two were graded good and seventy-eight as requiring improvement; nine, which is encouraging, were thought to be outstanding, whereas practice in twenty-one was judged inadequate.

Eighty-one of the audits which were completed between April and September led to a grade of good or outstanding, or 45 per cent of the programme as a whole; half a year earlier it had been 35 per cent.

The spread of the audits across the service, and the number in each part of it that were graded good or better, may be seen here:

Table: Audits by team, April to September 2017
| Team | Audits | Good or better |
| Assessment | 52 | 19 |
| Safeguarding | 66 | 27 |
| Looked-after children | 38 | 22 |
| Disabled children | 24 | 13 |
| Whole service | 180 | 81 |

It can be worked out from the table that practice was strongest in the «looked-after children team|disabled children team», where 58 per cent of files were good or better, as against 54 per cent among the files of disabled children, 41 per cent in safeguarding and 37 per cent in assessment.

Of the sixty-six safeguarding files that were read, twenty-seven were good or better, as the table by team bears out, and it is in this team that the practice consultants have been asked to begin.

A quarter of the audits, forty-five in number, were moderated by a second auditor, and the grade was upheld in thirty-six; that is four fifths of those moderated, though it is of course only a fifth of the whole programme.
""",
    """\
# 2. What the audits have told us


The grades given by auditors to the 180 files which they read between 1 April and 30 September 2017 were as follows:

* outstanding: 9
* good: 72
* requires improvement: 78
* inadequate: 21

In the half-year under report inadequate practice was encountered in twenty-one files, which is just under an eighth of all those audited, and which compares with a fifth in the half-year before.

Table: Audits by team, April to September 2017
| | Good or better | All audits |
| Safeguarding team | 27 | 66 |
| Assessment team | 19 | 52 |
| Looked-after children team | 22 | 38 |
| Disabled children team | 13 | 24 |
| Total | 81 | 180 |

When the teams are set in order of the share of their files that were good or better, the looked-after children team leads with 58 per cent, the disabled children team comes «second|third» with 54 per cent, and safeguarding (41 per cent) and assessment (37 per cent) come after.

The assessment team, to which fifty-two of the audits in the table belong, is the one upon which the pressure of new work falls first, and its nineteen good or better files have to be read in that light.

Forty-five audits were read by a second person, who agreed with the first in thirty-six instances (80 per cent of the forty-five) and disagreed in nine.
""",
    """\
# 3. Who and what the allegations were about


3.1 The sectors concerned are shown in table 1.

Table: 1 - Allegations by sector
| Sector | 2014/15 | 2015/16 |
| Schools | 81 | 88 |
| Early years | 39 | 47 |
| Foster carers | 33 | 36 |
| Residential care | 19 | 21 |
| Health | 10 | 12 |
| Faith and voluntary | 9 | 11 |
| Transport | 7 | 9 |
| Total | 198 | 224 |

3.2 Table 1 shows that schools were the subject of 88 allegations in 2015/16 and transport providers of nine.

3.3 Physical harm was alleged in 103 cases, sexual harm in 51, emotional harm in 28 and neglect in 24; the other 18 were about conduct or suitability. «Sexual|Emotional» harm was therefore the second most common category.
""",
    """\
# 3. Who and what the allegations were about


3.1 The sectors concerned are shown in table 1.

Table: 1 - Allegations by sector
| Sector | 2015/16 | 2014/15 |
| Early years | 47 | 39 |
| Faith and voluntary | 11 | 9 |
| Foster carers | 36 | 33 |
| Health | 12 | 10 |
| Residential care | 21 | 19 |
| Schools | 88 | 81 |
| Transport | 9 | 7 |
| Total | 224 | 198 |

3.2 From table 1 it can be read that the number concerning foster carers was 36 in 2015/16, and that every sector had more allegations than in the year before.

3.3 The categories, largest first:

* physical: 103
* sexual: 51
* emotional: 28
* neglect: 24
* conduct or suitability: 18

The smallest category was «conduct or suitability|neglect».
""",
    """\
# What were they about?


Table: Stage one complaints by service
| Service | 2020/21 | 2021/22 |
| Assessment | 47 | 52 |
| Safeguarding and court | 50 | 61 |
| Looked-after children | 31 | 34 |
| Special educational needs | 29 | 41 |
| Leaving care | 16 | 18 |
| Total | 173 | 206 |

By subject, the 206 complaints were about communication (64), quality of service (47), delay (43), a decision (31) and conduct of staff (21). The second most common subject was «quality of service|delay».
""",
    """\
## How we compare

0-17 population: 32,000. Our rate: 200 episodes per 10,000. Table 2 sets it beside four similar councils (their own figures for 2022/23, not yet checked by DfE).

Table: Missing episodes per 10,000 children, 2022/23
| Council | Rate |
| Brackwater | 221 |
| Coldstrand | 236 |
| Eastness | 187 |
| Marlhythe | 200 |
| Penmoor | 164 |


Marlhythe is «third|second» highest of the five. Police forces differ in how they record, so treat with care.
""",
)
