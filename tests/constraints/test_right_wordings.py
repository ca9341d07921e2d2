"""Right passages whose numbers look at odds: other days, other populations, overlaps, roundings."""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned

RIGHT = """\
At 31 March 2016 the Council had 96 approved fostering households. During the year 14 had been approved and 9 had left, so that there had been 91 a year before.
===
Of the 48 children who were missing at least once, 31 were missing once and 17 more often. There were 112 episodes, 2.3 for each child.
===
We received 84 complaints, two thirds of them (56) by telephone. Of the 84, 21 were upheld and 30 upheld in part; 5 were still open on 31 March 2016.
===
Table: Judgements of homes
| Judgement | Homes |
| Outstanding | 3 |
| Good | 9 |
| Requires improvement | 2 |
| Inadequate | 0 |
| Total | 14 |

Twelve of the 14 homes are good or outstanding. None is inadequate.
===
The team has 22 posts, of which 19.5 are filled. One worker holds two part-time posts.
===
In October there were 18 referrals, in November 25 and in December 17. November was the busiest month, and the quarter's 60 are four more than a year ago.
===
Of 130 young people, 78 were in education, 22 in work and 11 in both; the other 41 were in neither.
===
Attendance was 91.4% in the autumn and 90.6% in the spring, a fall of 0.8 percentage points.
===
Between October and March 240 assessments were finished, 204 of them (85%) in 45 days. The longest took 97 days.
===
Table: Visits
| Team | Due | Made in time |
| North | 120 | 108 |
| South | 90 | 72 |
| East | 60 | 57 |

East made 95% of its visits in time and North 90%. South made four in five. Together the teams made 237 of 270.
===
The budget is £4.2m. The forecast for the year is £4.5m, an overspend of £0.3m or 7%.
===
Sixteen young people left care in the half-year. Ten are in their own tenancy, four stay with their carers and two live with family. Twelve of the 16 are in education, work or training.
===
The panel met six times, each month but December. It looked at 31 cases, of which five came back for a second time.
===
Eight in ten parents (64 of 80) were content. Of the 16 who were not, half had waited for more than a month.
===
* 14 allegations were substantiated
* 9 were unfounded
* 6 were unsubstantiated
* 2 are still open

Of the 31 allegations 29 have an outcome.
===
We audited 40 files: 10 in each of the four teams. Two auditors read each file. They agreed in 36 of the 40 (90%).
===
The number of children with a plan was 210 at the end of September, rose to 226 in December and was 219 at the end of March. It is thus nine higher than six months before.
===
Table: Age at 31 March 2016
| Age | Girls | Boys | All |
| Under 5 | 21 | 24 | 45 |
| 5 to 9 | 19 | 26 | 45 |
| 10 to 15 | 33 | 41 | 74 |
| 16 and 17 | 18 | 22 | 40 |
| All | 91 | 113 | 204 |

More boys than girls are in care in each band of age. The 114 who are ten or older are more than half of all.
===
There were 33 permanent exclusions, of which 5 were taken back on appeal, so 28 stood. In the year before 30 had stood.
===
Of the 75 workers who left, 40 had been with us for less than two years. Turnover was 15% of an average of 500 workers.
===
The first survey was answered by 120 of 400 families (30%), and the second by 162 of 450 (36%).
===
A third of the group of 27 were siblings of another member: three pairs and one group of three.
===
We planned 12 learning events and held 11. The twelfth, on 3 March 2016, was put off until 12 May 2016.
===
Every one of the 52 pupils has a plan, and 49 of the plans were reviewed in the term. The other three pupils joined us in the last week.
===
Sickness cost 1,150 days, 8.2 for each of 140 full-time posts. The target is 8.5 or fewer, which was met.
===
Table: Duty calls by hour
| Hour | Calls |
| 9 to 12 | 340 |
| 12 to 3 | 275 |
| 3 to 5 | 185 |

There were 800 calls. The morning had the most, 42.5%.
===
Of 66 looked-after children who sat examinations 29 passed five or more, 44%. The 37 who did not include 12 who had been in care for less than a year.
===
The two hubs saw 310 and 290 people. Some went to both, so that 560 people were seen in all.
===
Rent arrears of care leavers fell from £18,000 to £13,500, by a quarter.
===
Forty-two of the 45 recommendations have been carried out. Of the three that have not, one is for partners.
===
In 2014/15 the service cost £2.0m and helped 800 families, £2,500 each. In 2015/16 it cost £2.1m and helped 875, £2,400 each.
===
There are 30 places. On average 27 are taken (90%), and on 11 nights all were.
===
The average caseload is 17. It is lowest in the North (14) and highest in the East (21).
===
Of the 200 who started the course, 180 finished it and 20 left early, seven of them for work.
===
Interviews after going missing were offered in 90 of 96 episodes. Children accepted 63 of these offers, seven in ten.
===
Five reviews were late: two by a week and three by less. All the other 148 of the 153 were held in time.
===
Table: Placements
| Kind | 2015 | 2016 |
| Foster care | 150 | 144 |
| Residential | 20 | 24 |
| With parents | 12 | 15 |
| Total | 182 | 183 |

Foster care fell by six while all else rose. The total is one higher than a year before.
===
Half of the 18 schools had no exclusion. Of the other nine, two had ten or more.
===
Applications rose from 40 in 2014 to 52 in 2015. Approvals did not keep up: 31 and 33.
===
Of the 60 plans that ended, 45 ended because the aims were met, nine because the child came into care and six because the family moved.
===
The helpline took 1,904 calls, 159 a month. In the year before it was 1,811, or 151 a month.
===
Seven of the ten wards have a children's centre. Two have more than one, and there are nine centres in all.
===
We promised to see nine in ten new cases in a week. We saw 171 of 190, which is exactly nine in ten.
===
Table: Staff
| Team | Posts | Vacant |
| Access | 24 | 3 |
| Assessment | 30 | 6 |
| Care | 18 | 0 |

Nine of the 72 posts are vacant, one in eight. Assessment has twice as many vacant posts as Access, and Care has none.
===
Between April and September 66 children came into care and 58 left, so the number rose by eight, from 301 to 309.
===
The mean score was 6.8 before the course and 8.1 after it. Of the 25 who came, 21 scored higher than before, three the same and one lower.
===
All 12 actions from 2014 are done. Of the 15 from 2015, ten are done and five are under way, so that 22 of the 27 are done.
===
In the first quarter there were 30 incidents, in the second 22, in the third 25 and in the fourth 19. The year's 96 are eight fewer than the 104 of the year before.
===
A family can have help of more than one kind. Of the 88 families 60 had a parenting course, 47 a visit at home and 20 both; one had neither.
===
The service sees children within 18 weeks in 92% of cases, against a national 95%. At 11 weeks its own average is shorter than the national 13.
===
Boys were 54 of the 90 excluded pupils, three in five. Boys are half of all pupils.
===
Table: Spending in £000
| Heading | Budget | Spent |
| Fostering | 5,200 | 5,450 |
| Residential | 3,900 | 3,700 |
| Leaving care | 1,100 | 1,080 |
| All | 10,200 | 10,230 |

Fostering spent more than its budget and the two others less, so that the whole was £30,000 over.
===
On 30 September 2015, 44 young people were waiting for a first appointment, and 29 on 31 March 2016, a third fewer. In between 61 had joined the list and 76 had left it.
===
Nobody waited longer than six weeks. The longest wait was five weeks and four days.
===
Four schools took part in the first year, seven in the second and twelve in the third, so that two thirds of our 18 schools now do.
===
Of 312 checks 300 (96.2%) were in date. Of the 12 that were not, eight ran out in the last month.
===
The centre is open on 250 days in the year. It was closed on six of them by snow, and 244 were worked.
===
Twenty-six of the 40 carers who replied would recommend us, eleven might and three would not. That 65% would is four points fewer than last time (69%).
===
Table: Contacts and referrals
| Month | Contacts | Referrals |
| January | 410 | 98 |
| February | 385 | 101 |
| March | 440 | 97 |

Contacts were fewest in February, when referrals were most. In each month about a quarter of contacts became referrals.
===
The group has nine members, of whom five make a quorum. Six came in March, four in May, which was thus no meeting, and eight in June.
===
Half of the inspections (7 of 14) found a home to be good, and five found it outstanding. Two homes require improvement. No home was inspected twice.
===
On average a child moved 1.4 times. Most (52 of 80) moved once or not at all, and three moved five times.
===
The age of a carer is 52 on average. The youngest is 27 and the oldest 74.
===
We set out to train 60 people by December and had trained 48. By March it was 63.
===
Numbers fell in three of the four districts and rose in the fourth, from 20 to 31, so that in all they hardly changed: 118 and 119.
===
Of 41 return interviews 33 were held within three days. Five of the rest were held within a week and three later.
"""


FAULTS = """\
All 12 actions are done. Of the 12, ten were done in time and two are not done.
===
Every one of the 52 pupils has a plan. The other three pupils wait for one.
===
Half of the inspections (7 of 14) found a home to be good, and five found it outstanding. Three homes require improvement.
===
It was 24 in April 2015 and 30 in October 2015, a fall of six.
===
Sixty-six were told in 2015. That is four more than in 2014, when it was 70.
===
All 15 visits were made. Four of the visits were not made.
===
Table: Staff
| Team | Posts | Vacant |
| Access | 24 | 3 |
| Assessment | 30 | 6 |
| Care | 18 | 0 |

There are 62 posts in all.
===
Of 130 young people, 78 were in education, 22 in work and the other 40 in neither.
===
Between October and March 240 assessments were finished, 204 of them (75%) in 45 days.
===
The budget is £4.2m. The forecast for the year is £4.5m, an overspend of £0.5m.
===
Forty-two of the 45 recommendations have been carried out. Four have not.
"""


@pytest.mark.parametrize("text", FAULTS.split("\n===\n"))
def test_what_is_near_them_and_wrong_is_warned_of(text):
    assert warned(text)


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_a_right_passage_whose_numbers_look_at_odds_is_left_in_peace(text):
    assert warned(text) == []
