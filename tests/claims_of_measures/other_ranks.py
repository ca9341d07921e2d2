"""Rows and things that are given a place among others, by every measure of their table.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## Why do families choose it?


We ask each family for its main reason, and it need not answer.

Table: Main reason given, children who joined the list in 2024/25
| Reason | Children |
| Anxiety or mental health | 52 |
| Unhappy with the school | 38 |
| Belief or way of life | 31 |
| Special needs not met | 27 |
| Bullying | 14 |
| Something else | 11 |
| No reason given | 6 |
| Total | 179 |

Anxiety or mental health heads the list for the second year. Unhappiness with the school comes «second|third», and together those two account for half of the children. Bullying was the main reason for 14, although many more families mention it in passing.
""",
    """\
## Children subject to a plan


There were 264 children with a child protection plan on 31 March 2021. The number a year earlier was 268. In the twelve months between those dates 241 plans were started and 245 were ended. Of the children whose plans were started, 48 (20%) had been subject to one before.

Table: Table A: plans at 31 March, by category
| Category | 2019 | 2020 | 2021 |
| Neglect | 118 | 121 | 134 |
| Emotional abuse | 92 | 97 | 88 |
| Physical abuse | 31 | 28 | 27 |
| Sexual abuse | 19 | 22 | 15 |
| Total | 260 | 268 | 264 |


Between 2020 and 2021 neglect was the only category to rise. Sexual abuse has the smallest number in all three years, and the increase seen in 2020 did not last.


Neglect is now the category for just over half of the children with a plan; in 2020 the proportion was 45%, as it had been in 2019. An audit of 20 neglect cases is under way with health visitors.


Table: Table B: plans at 31 March 2021, by age
| Age | Children |
| Unborn | 8 |
| Under 1 | 26 |
| 1 to 4 | 74 |
| 5 to 9 | 79 |
| 10 to 15 | 68 |
| 16 and 17 | 9 |
| Total | 264 |

The Sub-Committee asked about older children. It will be seen that 77 were aged ten or above. Thirty-four were either under one or not yet born, and each of those has a named health visitor or midwife.


Table: Table C: plans at 31 March 2021, by locality
| Locality | Children | Rate per 10,000 |
| North | 71 | 50.0 |
| South | 58 | 40.0 |
| East | 83 | 61.0 |
| West | 52 | 40.0 |

East has the most children and also the highest rate. The fewest children are in «West|South». The two localities on the lower rate have had a family hub since 2018, and the other two are to have one in 2022.


Taking the borough as a whole the rate was 47.7 per 10,000. The Council's own planning range for that figure is 45 to 60, so no action is called for on that account.
""",
    """\
## The hubs

Table: Families in the first year
| Hub | Began | Finished by 31 August |
| Station Road | 142 | 97 |
| Millbank | 118 | 85 |
| Larkhill | 90 | 49 |


Larkhill worked with the «fewest|most» families, but then it was not there for the whole year.


Month by month it is nearly as busy as the others: it has taken on about 11 families a month since it opened. At Station Road it is 12.


Altogether 231 families have finished, two in three. We are still with the other 119.
""",
    """\
The Service audited 64 files in the half-year. Managers graded 21 as good, 30 as requiring improvement and 13 as inadequate.


There were 48 children subject to a child protection plan. Of these, 20 were registered for neglect, 17 for emotional abuse, 7 for physical abuse and 4 for sexual abuse.


Of the 152 people who needed a certificate on 4 January 2019, 139 had one in date and 13 had not.


Of the 90 referrals that arrived in November 2018, 54 led to an assessment, 26 were closed with advice and 10 were passed to another council.


Ages of the 75 children: under 5, 18; 5 to 9, 22; 10 to 15, 25; 16 and over, 10.


Eleven of the 44 placements (25%) were more than 20 miles from home.


In all, 203 visits were made and 187 of them were in time. That is 92%.


The 240 children looked after on 31 December 2018 are a rate of 60 per 10,000, given the 40,000 children who live in the borough.


Caseloads fell. The 30 social workers of the Service held 510 cases in December 2018, an average of 17 each.


Table 1 shows that 9 visits were late.

Table: Visits to children, July to December 2018
| Visits | Number |
| In time | 111 |
| Late | 9 |
| Total | 120 |


On 31 December 2018 there were 37 foster carers approved by the council. Recruitment is led by the fostering team, which advertises on local radio and has held three open evenings. A further campaign begins in March 2019. The 37 foster carers approved by the council on 31 December 2018 had 52 children with them.


Timeliness of initial conferences improved from 71% in the first half-year to 83% in the second.


The number of agency workers fell from 19 on 30 June 2018 to 14 on 31 December 2018.


Spending on placements was £4.1 million, below the budget of £4.4 million.


Both inspections of the children's homes, on 3 October 2018  and 8 November 2018, ended with the grade good.


The board met on three occasions: 4 September 2018, 6 November 2018 and 11 December 2018.


Results of quarter 4 will be ready in April.


The next audit begins on 30 April 2019.


Between 1 July 2018 and 31 December 2018, a period of six months, 64 files were audited.


On 31 December 2018, 412 people worked with children. Of those 412, 30 had a check that was due.


On 1 July 2018 the service looked after 228 children. In the six months 40 came into care and 28 left, so that on 31 December 2018 there were 240.


The council employs 61 social workers, 12 practice managers and 9 family workers, 82 people in all.


Referrals rose by 34, from 310 to 344.


Contacts rose from 400 to 460, an increase of 15%.


Half of the 28 missing children were found within a day: 14 of them.


Three quarters of the 60 respondents, 45 people, felt listened to.


Of 33 recommendations, 21 have been put into effect and 5 are under way; the remaining 7 have not begun.


Most of the 52 children, 41 in all, live with a family.


The team received 80 concerns, twice as many as the 40 of the year before.


No more than 12 children may live in the home. On the day of the visit 11 did.


The target is 95% within 45 days. The service reached 91%, which misses the target.


Neglect was the commonest reason, with «34|14» of the 71 cases, followed by domestic abuse with 22 and others with 15.


The 19 young people aged 16 and 17 make up 19 of the 26 who are over 15, the other 7 being 18 or older.


Each of the 12 placements costs £3,000 a week, £36,000 a week in all.


Table: Children by locality, 31 December 2018
| Locality | Children |
| North | 61 |
| South | 48 |
| East | 39 |
| Total | 148 |


Table: Grades of files, July to December 2018
| Grade | Files | Share |
| Good | 16 | 40% |
| Requires improvement | 20 | 50% |
| Inadequate | 4 | 10% |
| Total | 40 | 100% |


The half-year's training:

* 12 sessions on neglect
* 9 sessions on supervision
* 4 sessions on recording

These 25 sessions reached 310 people.


The report of July 2018 gave 228 children on 1 July 2018. There are now 240, 12 more.
""",
)
