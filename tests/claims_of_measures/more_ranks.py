"""Rows and things that are given a place among others, by every measure of their table.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## Plans

Table: PEPs completed in the autumn term, by phase
| Phase | Pupils | PEPs completed | Rate |
| Early years | 34 | 33 | 97.1% |
| Primary | 118 | 114 | 96.6% |
| Secondary | 142 | 131 | 92.3% |
| Post-16 | 81 | 70 | 86.4% |


Taken together, 348 plans were completed for the 375 pupils, or 92.8%. The target is 92%. Twenty-seven pupils went without, and in 15 of those cases a meeting had been held but the paperwork was not signed off.


Rates become lower with each phase, and it is among «post-16|secondary» learners that completion is poorest. Colleges tell us that the form asks for data that they do not hold. A shorter version is being tried with 20 students at two colleges.
""",
    """\
## Initial assessments

An IHA must be done within 20 working days of a child coming into care. It is carried out by a doctor.

Table: IHAs due in the quarter
| Month | Due | In time | Rate |
| October | 17 | 11 | 64.7% |
| November | 12 | 10 | 83.3% |
| December | 15 | 12 | 80.0% |
| Quarter | 44 | 33 | 75.0% |


Performance was best in «November|December», and October was poorest. No month reached the target. In the second quarter the rate was 74.5%, so the movement is slight.


Eleven assessments were late, for the reasons shown:


- parental consent not obtained in time: four
- request sent late by the social worker: three
- child missing or unwilling to attend: two
- clinic cancelled: two

Seven of the late ones were for children placed outside the borough, where we depend on the host area's paediatricians. Among the 28 new entrants placed inside Calderwick just four were late, which is 14.3%; for the 16 placed elsewhere the proportion is 43.8%.


A worked example may help members. A child who came into care on Monday 3 November had to be seen by Monday 1 December, 20 working days later. The appointment took place on 28 November, one working day inside the limit, and counts as in time.
""",
    """\
## Posts


There were 160 full-time equivalent posts on 31 March 2020: 136 were held by permanent staff, 16 were covered by agency workers and eight had nobody in them at all.


The Department for Education counts as vacant any post that is not held by a permanent employee, whether or not it is covered. By that definition our vacancy rate when the year ended was 15%.


In March 2019 it stood at 19%. The rate has thus come down by four percentage points, and is now lower than the average for England (16.4% at the last count).

Table: Social work posts by service, full-time equivalent, 31 March 2020
| Service | Posts | Permanent | Agency | Empty |
| Assessment | 42 | 33 | 6 | 3 |
| Safeguarding | 58 | 47 | 8 | 3 |
| Children in care | 34 | 31 | 1 | 2 |
| Leaving care and fostering | 26 | 25 | 1 | 0 |
| All services | 160 | 136 | 16 | 8 |


The vacancy rate was highest in «Assessment|Children in care». No one will be surprised, perhaps, at which of the four it is, given the pace of the work there. Leaving care and fostering, by contrast, is to all intents and purposes fully staffed.
""",
    """\
## Four localities


Table: Children and episodes by locality, July to December 2025
| Locality | Children | Episodes |
| North Thorn | 52 | 121 |
| Harbour | 38 | 143 |
| Vale | 33 | 74 |
| Upper Thornbeck | 25 | 64 |
| City | 148 | 402 |


The locality with the most episodes is «Harbour|North Thorn», where there are two large children's homes and a night bus to the coast. Upper Thornbeck has the fewest, on either column.


A child is counted in the locality where he or she was living when first reported. Seven moved across the city during the period, and each of the seven is counted once. Their later episodes are credited to the first locality even when they began somewhere else.
""",
    """\
## Activity


Enquiries in which a manager sought advice and no referral was made numbered 621. The equivalent total in 2021-22 was 540, giving an increase of 15 per cent. Such calls are logged but are not counted in the figures which follow.

Table: Referrals by sector of employment, year to 31 March 2023
| Sector | Referrals | Threshold met |
| Schools and colleges | 141 | 52 |
| Early years and childminding | 78 | 30 |
| Fostering and residential care | 69 | 34 |
| Faith and voluntary bodies | 27 | 8 |
| Transport | 21 | 9 |
| Health and police | 20 | 6 |
| Sport and leisure | 16 | 7 |
| Total | 372 | 146 |


Schools and colleges, which employ by far the greatest number of adults in contact with children, remain the principal source. Nurseries, pre-schools and childminders come next, having given rise to 78 referrals. In most of the latter the matter concerned the manner in which a child had been handled at a moment of distress.


Fewest of all were the referrals concerning «sport and leisure|transport». The officers do not take comfort from a low number. It may mean that concerns are being settled informally by people who are unaware of their duty, and the county's clubs will therefore be a priority for training.


The service convened 118 allegations management meetings, there having been 97 in the year to 31 March 2022. Ninety of the 118 were held by video call. Police attendance was recorded at 109 of them, or 92.4 per cent.
""",
    """\
## 2 Stage 1


The year before, there had been 118 complaints at stage 1. In 2024/25 there were 131, an increase of 13 and of 11 per cent.


They came from 112 people. A grandmother made four, all different and (it turned out) all justified at least in part. Children and young people themselves made 27; that is one in five, and about the most we have ever had.


As to subject, the 131 complaints were about communication in 52 cases, delay in 37, the quality of an assessment in 24 and the conduct of a member of staff in 18. Where a complaint had several subjects the main one has been used.


Table: Stage 1 complaints by service, 2024/25
| Service | Received | Upheld in whole or part |
| Special educational needs | 44 | 24 |
| Assessment | 38 | 15 |
| Looked-after children | 31 | 11 |
| Fostering | 12 | 4 |
| Early help | 6 | 1 |
| All | 131 | 55 |


If one looks at the share upheld instead of the number, the order does not change. The smallest share was in «early help|fostering», and in special educational needs alone it was more than half.


Across all the services, 42 per cent of the complaints of the year were upheld in whole or part. The average for neighbouring authorities was 45.


A high share upheld isn't of itself a bad thing. A service that upholds nothing is not listening. The special educational needs team admits fault readily, and only one of its 44 complaints went any further.
""",
    """\
## 1. Posts


1.1 There were 168 social worker posts in the establishment on 31 March 2025. Nine have been added, for the new assessment pod, and three deleted. The establishment on 30 September 2025 was 174.


1.2 Of the 174 posts on 30 September 2025, 139 had a permanent holder, 23 were covered by agency staff and 12 were neither.


1.3 Two vacancy rates are published. The Department for Education counts as vacant any post without a permanent holder, which gives 20.1 per cent. The City's own scorecard counts only posts with nobody in them, and gives 6.9 per cent. Both are arithmetically sound.


Table: Social worker posts by team, 30 September 2025
| Team | Posts | Permanent | Agency | Empty |
| MASH and assessment | 42 | 31 | 8 | 3 |
| Looked after | 38 | 33 | 3 | 2 |
| Protection North | 36 | 28 | 6 | 2 |
| Protection South | 34 | 27 | 4 | 3 |
| Disabled children | 14 | 12 | 1 | 1 |
| Fostering | 10 | 8 | 1 | 1 |
| All | 174 | 139 | 23 | 12 |


1.4 It used to be said that the agency problem was one of the front door. It is now general. Every team has at least one agency worker, and the smallest teams are no exception.


1.5 As a share of its posts, reliance on agency staff is greatest in «MASH and assessment|Protection North», where it comes to 19 per cent. At the other end is the team for disabled children, with 7 per cent.


1.6 Seven of the nine posts added have been filled. They are in the assessment line above; the pod has no line of its own, because it will be merged with the team in April.
""",
    """\
## Children who go missing

The police told us about 212 missing episodes. They involved 89 children, of whom 38 were looked after by us or by another council. How often the 89 children went missing was as follows:


* once: 51 children
* two or three times: 22 children
* four to nine times: 13 children
* ten times or more: 3 children


«July|June» was the busiest month and September the quietest, as Table 1 shows. In most years September is quiet, because of the start of the school term.

Table: Missing episodes by month, 2022
| Month | Episodes |
| April | 29 |
| May | 38 |
| June | 41 |
| July | 44 |
| August | 35 |
| September | 25 |
| Total | 212 |


Children who went missing did so 2.4 times each on average. That hides a lot, because three young people account for 37 episodes between them. All three have a safety plan, and a senior manager looks at it every week.
""",
    """\
## [3.0] USE OF PLACES

[3.1] On the same day 201 of those places were filled. The other 47 were vacant, but 29 of these could not be used, for reasons which include illness, shielding and the needs of a child already in placement. That left 18 which really were available.


[3.2] This represents an occupancy of 81%, which the Fostering Network's adviser thought to be reasonable for an authority of our size.

[3.3] In all 318 Larkenby children were in foster care: 201 with our own carers and 117 with agencies. Sibling groups made up 74 of the 318; 62 of those 74 lived with at least one brother or sister.


[3.4] The in-house share is compared in Table 1 with that of four neighbours, who have kindly agreed to its publication. Larkenby is «third|second» of the five.

Table: Children in foster care placed with the authority's own carers, 31 March 2021
| Authority | Share in-house |
| Harrowmoor | 71% |
| Stanwick Vale | 66% |
| Larkenby | 63% |
| Ottersea | 58% |
| Brinfield | 52% |
""",
)
