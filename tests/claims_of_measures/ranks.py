"""Rows and things that are given a place among others, by every measure of their table.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## Deaths reviewed


The panel completed 41 reviews, more than the year's notifications because a review can begin only when coroner and hospital have finished. Eleven of the children had died during the year, 24 in 2023/24 and six in 2022/23.


As a result the number awaiting review has come down by three, from 33 at the end of March 2024 to 30 a year later. Of those 30, nine are held up by an inquest and two by criminal proceedings. The rest, 19, are simply in the queue.

Table: Reviews completed, by category
| Category | Reviews | With modifiable factors |
| Perinatal event | 16 | 8 |
| Chromosomal, genetic and congenital | 9 | 1 |
| Sudden unexpected, unexplained | 5 | 5 |
| Malignancy | 3 | 0 |
| Infection | 3 | 1 |
| Trauma | 2 | 1 |
| Suicide or self-harm | 2 | 1 |
| Chronic medical condition | 1 | 0 |
| Total | 41 | 17 |


Perinatal events head the list, as they have in each of my six years here. Next come deaths from «chromosomal, genetic and congenital conditions|sudden and unexplained causes». Between them the eight headings leave two of the national categories empty, which I record with relief.


Modifiable factors were found in 17 reviews (41%). They were present in every one of the sudden unexplained deaths and in half of the perinatal ones, but in none of the four reviews of malignancy and chronic illness.


Which factors? Smoking in pregnancy was noted nine times, a high maternal body mass index six times and unsafe sleeping five times. Several families appear under two of these heads and a few under none, so the three counts, which add to 20, need not agree with the 17.
""",
    """\
## Referrals


Seventy-four referrals were made, compared with 61 in 2023/24: thirteen more, or a rise of 21%. The summer quarter was unusually busy, with 26, after the disorder in several English towns; the other three quarters brought 48 between them.


They reached us from the following places:

- education, 33
- police, 17
- health, 9
- council services, 8
- family or community, 4
- prisons and probation, 3

Schools and colleges therefore supplied 45% of the total. It pleases me that relatives and neighbours came forward four times. In the year before only one did.

Table: Referrals by concern, 2024/25
| Concern | Referrals |
| Vulnerable, no ideology evident | 22 |
| Extreme right-wing | 21 |
| Islamist | 13 |
| Mixed or unclear | 12 |
| Fixation on mass violence | 6 |
| Total | 74 |


Extreme right-wing concern comes second, a single case behind those in whom no ideology could be made out. Taken together these two make up 58% of referrals. Those classed as Islamist and as mixed differ by one as well, and I would warn against reading anything into either gap.


As to age, 27 of those referred were under 15, making theirs the «largest|second-largest» group; 19 were 15 to 17, nine were 18 to 20, ten were 21 to 30 and nine were 31 or over. Minors thus numbered 46, or 62%. The youngest was nine, the oldest 68.
""",
    """\
## What the review asked for

The report makes six findings and 11 recommendations. From the recommendations we drew up 27 actions, since several had to be carried out by more than one organisation. I have been asked, as business manager, to say plainly how far we have got.


Table: Actions by lead, 30 November 2025
| Lead | Actions | Complete |
| Council | 9 | 5 |
| Health organisations | 8 | 5 |
| Police | 4 | 3 |
| Schools and early years | 3 | 2 |
| Partnership office | 3 | 1 |
| Total | 27 | 16 |


The best completion rate belongs to «the police|the health organisations». Mine, I am sorry to say, is the worst: one out of three. In the partnership office's defence, both of our outstanding actions wait on software that the supplier promised for September and has now put back to the autumn of 2026.


Taken as a whole, 16 actions are complete (59%), seven are on track, three are late and one has not been started. That last one, a regional agreement on sharing walk-in centre records, depends on four other counties; two have agreed, two have yet to answer.
""",
    """\
## Speed of decision

Table: Contacts decided within one working day, by quarter
| Quarter | Contacts | Decided in one working day | Share |
| April to June 2024 | 7,640 | 6,570 | 86.0% |
| July to September 2024 | 7,215 | 6,277 | 87.0% |
| October to December 2024 | 8,105 | 6,646 | 82.0% |
| January to March 2025 | 8,460 | 7,614 | 90.0% |
| Year | 31,420 | 27,107 | 86.3% |


Performance was at its weakest in the «third|second» quarter. It then recovered by eight percentage points, and the last quarter was both the busiest of the four and the one in which the greatest share of contacts was decided in time, which does the staff great credit.


A new telephone system went live on Monday 14 October 2024. The average wait for a caller, which had been four minutes and ten seconds in April 2024, had come down to two minutes and thirty-five seconds by March 2025, a saving of 95 seconds a call. Outside office hours the emergency duty team answered 4,380 calls in the year, or twelve on a typical night.
""",
    """\
## Numbers

In the year to 31 March 2025 the Council received 236 complaints at the first stage. The year before it had received 214, and the increase is of 22, or about ten per cent. Over the same twelve months 148 compliments were recorded, so that complaints outnumbered them by 88; officers suspect that many kind words are never written down.


Table: First-stage complaints received in 2024/25, by service and outcome
| Service | Received | Upheld | Partly upheld | Not upheld | Withdrawn |
| Assessment | 82 | 14 | 25 | 36 | 7 |
| Child protection and children in need | 71 | 9 | 22 | 35 | 5 |
| Children in care | 48 | 11 | 16 | 18 | 3 |
| Disabled children | 24 | 8 | 9 | 6 | 1 |
| Fostering | 11 | 2 | 3 | 5 | 1 |
| All services | 236 | 44 | 75 | 100 | 17 |


Whichever way one looks at it, about half of those who complained had some cause to do so. Complaints upheld wholly or in part came to 119. They are 50.4 per cent of all that were received, and 54.3 per cent of the 219 that were pursued to a conclusion.


The disabled children's service had the greatest proportion in which some fault was found, with 17 out of 24. The smallest proportion, 31 complaints in 71, was in «child protection and children in need|assessment», where feelings run high but where the paperwork is as a rule thorough.
""",
    """\
## Progress by workstream


Table: Improvement actions by workstream and status, 31 December 2025
| Workstream | Actions | Complete | On track | At risk | Off track |
| Front door | 9 | 7 | 1 | 1 | 0 |
| Assessment and planning | 11 | 6 | 3 | 1 | 1 |
| Permanence | 8 | 4 | 2 | 1 | 1 |
| Care leavers | 7 | 5 | 2 | 0 | 0 |
| Workforce | 8 | 3 | 2 | 2 | 1 |
| Quality assurance | 5 | 4 | 1 | 0 | 0 |
| Total | 48 | 29 | 11 | 5 | 3 |


Measured by the share of its actions completed, «quality assurance|front door» is the workstream that is furthest on. Workforce is the only one with less than half complete. Permanence stands at exactly half.

Care leavers and quality assurance are the only workstreams with nothing at risk and nothing off track.
""",
    """\
## Where children live


Table: Children looked after by type of placement
| Placement | 30 June 2025 | 31 December 2025 |
| In-house foster care | 128 | 131 |
| Independent fostering agency | 117 | 109 |
| Connected carers | 49 | 52 |
| Children's homes | 38 | 34 |
| Supported accommodation | 45 | 41 |
| Placed with parents | 17 | 15 |
| Other | 8 | 7 |
| Total | 402 | 389 |


The largest fall was in «independent fostering|children's homes». Only two types of placement grew: our own foster care and connected carers, by three children each.


Taking the three kinds of fostering together, the number of children declined from 294 to 292, yet their share of all children looked after went up from 73.1 to 75.1 per cent. The whole shrank faster than the part.
""",
    """\
## Forecast by service


Table: Budget and forecast outturn 2025/26, £000
| Service | Budget | Forecast | Variance |
| Placements | 24,600 | 26,350 | +1,750 |
| Social work teams | 13,200 | 13,540 | +340 |
| Early help | 5,400 | 5,150 | -250 |
| Home to school transport | 8,900 | 9,620 | +720 |
| Care leavers | 2,750 | 2,690 | -60 |
| Commissioning and quality | 1,950 | 1,900 | -50 |
| Total | 56,800 | 59,250 | +2,450 |


Three services are forecast to overspend and three to underspend. After placements, the second largest pressure is «home to school transport|social work teams». The underspends come to £360,000 between them, most of it in early help, where seven posts have been held open.


By 30 September we had spent £29.4 million. With six of the twelve months gone, 51.8 per cent of the budget had been used.
""",
    """\
## Numbers in care


Members were told in the last report that 412 children were in care at the end of June. Since then 47 have started to be looked after and 41 have left, which brings us to the September figure.


Nineteen of the 47 came into care in July, 12 in August and 16 in September; «July|September» was therefore the busiest month, as it was in 2024.


Four sibling groups arrived during the quarter, one of five children and three of two. Together these 11 children made up a little under a quarter of all new starts. The remaining 36 came in on their own, although some of those already had brothers or sisters in care.

Table: Children looked after by age, 30 September 2025
| Age | Children | Share |
| Under 1 | 23 | 5.5% |
| 1 to 4 | 58 | 13.9% |
| 5 to 9 | 79 | 18.9% |
| 10 to 15 | 161 | 38.5% |
| 16 and 17 | 97 | 23.2% |
| Total | 418 | 100.0% |


The profile is an older one: 258 are aged ten or over, more than six in every ten. Babies under one are the smallest group. Under-fives as a whole number 81.

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
## Timeliness

Table: Average days from entering care to moving in with adopters, three years to March 2025
| Authority | Days |
| Calderwick | 441 |
| Northmoor | 398 |
| Tamebrook | 467 |
| Aldersley | 512 |
| Wharncote | 429 |
| Brigsdale | 455 |


Among these six boroughs we are the «third|second» quickest. The mean for the five neighbours is 452 days to the nearest whole day, 11 more than ours, though Aldersley pulls it upwards. Our internal target is 426 days, so the measure is amber.


Averages hide individual stories. Child B entered care on 3 February 2024 and was made the subject of a placement order on 16 September that year. A match was agreed by panel on 20 March 2025, 185 days later, and after introductions the child moved in on 14 April 2025.
""",
)
