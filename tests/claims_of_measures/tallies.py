"""How many rows are in a state, and which of them, by any reading of the state.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
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


When the services are taken one by one, «only children in care has|both children in care and leaving care have» reached the 65 per cent expected. The rest lie between 55 and 59 per cent, and the numbers are small enough, in leaving care above all, for a couple of audits to make a great deal of difference.


Of the eight files found to be inadequate, six came from the first two services in the table. All eight were looked at again within thirty working days; seven had by then been put right, and the eighth was taken to the Director, who has since reallocated the case.
""",
    """\
### Grades by team


Table: Audit grades by team, April to September 2025
| Team | Files | Outstanding | Good | Requires improvement | Inadequate |
| Assessment | 24 | 2 | 13 | 7 | 2 |
| Safeguarding and court | 30 | 3 | 15 | 10 | 2 |
| Children looked after | 20 | 4 | 11 | 5 | 0 |
| Care leavers | 12 | 1 | 8 | 2 | 1 |
| Disabled children | 10 | 1 | 5 | 3 | 1 |
| All teams | 96 | 11 | 52 | 27 | 6 |


Inadequate grades were not confined to one part of the service: «four of the five|all five» teams had at least one. Assessment and safeguarding and court had two apiece.


Two teams tie at the top, with three quarters of their files good or better: children looked after (15 of 20) and care leavers (9 of 12). Two tie at the bottom on 60 per cent, though the sizes differ a great deal; 18 of 30 is a firmer finding than six of ten. Assessment sits between the pairs at 62.5 per cent.
""",
    """\
## Sickness

Staff lost 1,256 working days to sickness, an average of 5.2 for each full-time equivalent permanent worker (using the mid-point workforce of 241.5). In the same months of 2024 it was 5.9. Our target is 4.5. Long-term absence, meaning spells of more than 20 working days, accounts for 754 of the days, or 60 per cent.


Table: Days lost by main reason, July to December 2025
| Reason | Days |
| Stress and mental health | 415 |
| Musculoskeletal | 226 |
| Surgery and recovery | 189 |
| Respiratory | 173 |
| All other reasons | 253 |
| Total | 1,256 |

Stress and mental health is the largest single reason, at one third of the days lost.


Table: Average days lost per full-time equivalent, by service
| Service | Days |
| Assessment | 6.8 |
| Safeguarding | 6.1 |
| Looked after children | 4.4 |
| Fostering | 3.9 |
| Leaving care | 4.7 |


Against the target of 4.5, «three|four» of the five services in this table lost more days than they should have. Assessment is the outlier, and nearly three days separate it from fostering.
""",
    """\
## Visits


Between July and December 1,486 visits fell due. Social workers made 1,441 of them, 1,352 in time and 89 late. The remaining 45 did not take place at all. Children were seen alone on 1,209 visits, 83.9 per cent of those made.


Table: Visits made on time, per cent of those due
| Month | Per cent |
| July | 92.4 |
| August | 87.1 |
| September | 90.3 |
| October | 91.6 |
| November | 93.2 |
| December | 91.2 |


The standard is 90 per cent, and it was reached in «five|four» of the six months. November was the best of them.

The 45 missed visits were put down to the child being away (17), staff sickness (14) and cancellation by the carer (nine), while five had no reason recorded. In every case the child has since been seen.


A dip-sample of 25 visit records found that 21 had been written up within five working days. Of the four that had not, one was still blank when the auditor looked.
""",
    """\
# 4. Inspection and complaints


4.1 The Council provides eight children's homes, as to which:

* (a) seven were judged good at the latest inspection;
* (b) one was judged outstanding; and
* (c) none was judged to require improvement or to be inadequate.

4.2 In December 2023 Marl House, one of the eight, was not visited by the independent person. It was visited in the other eleven months, and the other seven homes in all twelve, with the result that 95 of the 96 visits due were made. Two registered managers were appointed in January and February 2024 respectively, the others having at least one year's service.


4.3 Statutory complaints are tabulated.

Table: Complaints by stage
| Stage | Complaints |
| 1 | 101 |
| 2 | 13 |
| 3 | 4 |
| All | 118 |

4.4 Written reasons for any cancelled contact, a single point of enquiry, and an apology within five working days are the three remedies of general application adopted.
4.5 Each of the «four|three» cases at stage 3, namely those lettered A, B, C and D in the confidential annex, was heard within 30 working days. The Ombudsman decided nine complaints and upheld five.


4.6 The movements and comparisons following are recorded.

Table: Movement of indicators
| Indicator | Year before | The Year | Objective |
| Reviews in time, per cent | 93.1 | 94.8 | 94 or more |
| Mean caseload | 17.9 | 16.8 | 16 or fewer |

4.7 Reviews in time attained the objective and the mean caseload, though lower than in the year before, did not.
4.8 The outturn, £75.1 million, was in excess of the budget of £72.4 million.
""",
    """\
## Timeliness

Table: Table D: performance against target
| Measure | Target | 2019/20 | 2020/21 |
| Initial conference within 15 working days | 80% | 76% | 83% |
| Review conference on time | 95% | 97% | 94% |
| First core group within 10 working days | 85% | 81% | 86% |
| Review for child in care on time | 96% | 95% | 97% |

A higher figure is better on each line.


In 2020/21 «three|two» of the four targets were reached. In the year before only one had been. The Sub-Committee is reminded that the targets were set in 2018 and are due to be looked at again this winter.


Compared with 2019/20 there was an improvement on every line except that for review conferences. Notices now go out on the day on which a conference is requested. The administrator's post, which had been empty since November 2019, was filled in June 2020.
""",
    """\
## Posts and people


The establishment is 168 posts. Permanent staff fill 131 of these, agency workers stand in for 22 and 15 are empty. People and posts are not the same: the 131 are shared among 139 workers, sixteen of whom work half-time.

Table: Posts by team, 30 September 2025
| Team | Posts | Permanent | Agency | Empty |
| Assessment | 42 | 28 | 9 | 5 |
| Safeguarding | 54 | 41 | 8 | 5 |
| Children in care | 38 | 33 | 2 | 3 |
| Disabled children | 14 | 12 | 1 | 1 |
| Fostering and adoption | 20 | 17 | 2 | 1 |
| All | 168 | 131 | 22 | 15 |


Empty posts are nowhere a thing of the past: «all five|only four of the five» teams have some. Half of the fifteen, or a little more, have been so since before Easter.


Six months ago we leaned on 28 agency workers. That has become 22, or 21% fewer, because four of them took a permanent post with us and two were not replaced.

Over the half-year 14 people joined the permanent staff and 11 left, so that the number of filled posts went from 128 to 131; all joiners and leavers happened to be full-time. Of the 14, nine are newly qualified.
""",
    """\
# Return-home interviews


22 of the quarter's 318 episodes belonged to other authorities' own follow-up; 296 interviews therefore fell to Barrowden.

The provider's return to us is complete. Offers numbered 281; the offer rate was just under 95%.


62 of the 281 offers were turned down; the other 219 led to a completed interview.


Table: Return-home interviews
| District | Within 72 hours | Target |
| Harby | 75.4% | 80% |
| Elmstead | 70.0% | 80% |
| Penwick | 70.5% | 80% |

«None|One» of these three districts reached the target; Coldbrook, at 80.9%, did.


By the end of the sixth hour 137 of the 318 episodes were over; by the 24th, 255; by the 72nd, 301. The figures are cumulative.
""",
    """\
## Results

Table: Pupils who reached the standard
| Measure | 2017 | 2018 | England 2018 |
| Reading, age 11 | 46% | 51% | 51% |
| Writing, age 11 | 44% | 48% | 49% |
| Mathematics, age 11 | 43% | 47% | 47% |
| English and mathematics, age 16 | 17% | 21% | 18% |


Results went up in «all four|three of the four» measures.


In writing our pupils were a single point below children in care across England.
""",
)
