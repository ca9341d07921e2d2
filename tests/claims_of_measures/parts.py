"""Parts that one sentence gives of a whole, and parts larger than their whole.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
## How they ended


By the last day of March 151 of the 174 had been concluded and 23 were still open. Of the concluded cases 58, or 38%, were substantiated. A further 47 were unsubstantiated, 26 unfounded, 16 false and four malicious. I know how much the last two words matter to those concerned and use them sparingly.


Among the 58 substantiated cases, 21 people were dismissed and nine resigned before a hearing; «19|29» were given a warning and retraining, and the remaining nine had never been employees, being volunteers or foster carers whose registration was ended. Referral to the barring service followed in 26.
""",
    """\
## Spreading the word


We had £14,300 for publicity and spent it all: «£3,150|£3,510» on leaflets, £6,400 on local radio, £2,750 on translation into five languages and £2,000 on assembly packs. Radio was the dearest item by some way. Only two callers mentioned hearing it, so I shall not repeat the exercise.
""",
    """\
## The Pledge


In 2022 the council made eight promises to its children in care. Voice marks them every summer. Five are kept, in their view; «two|three» are kept in part (help with contact, and money for hobbies), and one, a say in choosing where you live, is not kept at all. Last summer they passed four, so there is movement.
""",
    """\
## What was offered


Ninety-two courses were planned and six were cancelled, four for want of a trainer and two because of snow. Of the 86 that ran, «61|59» were online and 25 face to face.


The 86 courses had room for 2,720 people; 2,312 places were taken, meaning that we filled 85% of what we laid on. The average course had about 27 people in it. Waiting lists were longest for the two-day course on neglect, which could have been run twice over.
""",
    """\
### Can the grades be trusted?


A second auditor, who had not seen the first grade, moderated one file in four, which makes 24. In 19 of these (79 per cent) the two agreed. The grade moved in the other five, downwards in four and upwards in «one|two». The corrected grade is the one counted in the table above.


The 33 files below good were coded for cause. Supervision was missing or late in 21, the plan was out of date in 18 and the child's own view was thin in 14. Those figures come to 53 because a file may carry more than one code; only 16 carried a single one.
""",
    """\
## Arrivals and departures


Among the 34 newcomers, 21 presented in the borough, nine came through the National Transfer Scheme and «four|six» were first placed in adult hotels and later accepted as children.

Nineteen of the 27 leavers turned 18. Five were transferred to other authorities under the Scheme, two joined relatives and one has been missing since May, when his placement was closed; the police investigation is open.
""",
    """\
## Headline measures

Table: Headline measures, quarters 1 and 2
| Measure | Target | Q1 | Q2 | RAG |
| Reviews held on time | 95% | 94.2% | 96.8% | Green |
| Statutory visits in timescale | 92% | 93.1% | 92.6% | Green |
| Initial health assessments in 20 working days | 85% | 70.5% | 74.5% | Red |
| Plans up to date | 95% | 95.4% | 93.8% | Amber |
| Living within 20 miles of home | 80% | 81.3% | 81.6% | Green |
| Three or more placements in 12 months (low is good) | 10% | 9.2% | 9.1% | Green |

Four measures are better than in Quarter 1 and two are worse. Visits lost half a point but stayed on the right side of the line, whereas plans dropped 1.6 points and went from green to amber; 392 of the 418 children had a plan that was up to date. Placement moves barely changed: 38 children had lived in three or more places in the year to September.


Health assessments were completed in time for 35 of the 47 new starts. Of the «12|14» that were not, five waited for parental consent, four were booked with clinics outside the borough and three followed a missed appointment.

One hundred and eighty-seven statutory reviews fell due and 181 took place on time. The six late reviews were each held within ten working days of the due date.
""",
    """\
## The children


Of the 174, 112 lived with their families, 44 were looked after by Stavenham, and «18|28» had been placed in the city by another authority. We have no say in where those children are placed, yet it is our officers and the local police who look for them.


They were of the following ages at the time of their first episode:

* 12 or under: 21
* 13 and 14: 52
* 15: 47
* 16 and 17: 54

Girls made up 53% of the children and 58% of the episodes.

Table: Where missing children lived, 2018/19
| Living | Children | Episodes |
| With their family | 112 | 186 |
| Looked after by Stavenham | 44 | 214 |
| Placed by another authority | 18 | 86 |
| All | 174 | 486 |

Our own looked-after children are about a quarter of all those who went missing but they account for more than two in every five episodes.
""",
    """\
# Children looked after


Children looked after numbered 1,326 at year end. The last report gave 1,284 at 31 March 2023, so the increase is 42, or 3.3%. In the year 517 started and 475 ceased to be looked after. The rate per 10,000 is 82.3 (England 71). The growth is among those aged 16 and over; the number of under-fives did not change by more than three in either direction.

Of the «1,326|1,236» children, 897 were in foster care, 172 in residential homes, 103 placed with parents, 118 in supported accommodation and 36 in adoptive placements. Foster care divides into 512 with the county's own carers, 133 with kin and 252 with independent agencies. Two-thirds (67.6%) are in foster care, nearly the same as last year's 67.9%. The county's own residential homes, six in number, are registered for up to 31 children.

Stability is measured by the children who had three or more placements in the year. There were 129, or 9.7% of all looked after at year end. England has 10%. The count includes moves that were planned and welcome, such as a move to adopters. Distance: 221 children, 16.7%, were more than 20 miles from home, against a limit of 18%. Miles are measured from the home address at the start, by straight line.
""",
    """\
# Front Door Performance Report: Quarter 3, 2022/23

Author: Head of Service, MASH and Assessment

1. Headlines


* 2,980 contacts were received
* 720 became referrals to social care
* 92% of referrals had a decision in one working day

2. Activity by month

Table: Contacts and referrals, October to December 2022
| Month | Contacts | Referrals |
| October | 1,012 | 246 |
| November | 1,104 | 271 |
| December | 864 | 203 |
| Quarter | 2,980 | 720 |


The busiest month was November, when there were 1,104 contacts and 271 referrals. December is always quieter because schools break up.


Over the whole quarter a little under a quarter of contacts (24%) turned into a referral. This conversion rate is in line with our neighbours.

3. Timeliness


We decided what to do on 662 referrals by the end of the next working day. The 58 others waited longer, nearly always for information from health.


Our target is 90%. It was therefore met in the quarter, as it was in the two before.

4. What we decided


Of the 720 referrals, 497 went on to a social work assessment, 131 were passed to early help and for the remaining «92|122» no further action was needed.

5. Re-referrals


One referral in six (16%) was about a child who had been referred in the preceding twelve months. In the same quarter of 2021/22 it was 19%, so fewer children are coming back to us: an improvement.

6. Looking ahead

A peer from a neighbouring council will look at thresholds in March 2023 and we shall report what she finds to the board in April.
""",
    """\
# Views of children


We wrote to 180 children and heard from 72, which is 40%.


Of the 72, 58 were happy, 9 were unsure and «5|15» were unhappy.


As the 72 replies show, most children are happy. Seventy-two replies are too few to say more about each area.
""",
    """\
# Fostering, finance and next steps


Among the reasons for which children left our care in the year, return to family came first, ahead of turning eighteen; adoption lay in fourth place.

The placements budget had been fixed at £19.4m; what was spent was £20.6m, made up of £8.2m on residential care, £4.9m on agency fostering, «£4.1m|£4.7m» on our own fostering service, £1.9m on semi-independent living and £1.5m on everything else.

Nineteen new fostering households were approved and fifteen were lost, which took the number on the books from 118 at the start of the year to 122 at its end, a gain which is modest but welcome.

The edge-of-care service, to which reference has been made, will admit its first families in September 2019, recruitment of its manager having been completed this spring.

Enquiries to foster numbered 214, initial visits 73 and applications 31. Since an assessment takes up to eight months, the approvals of one year cannot be set against the applications of the same year.

To draw the threads together: the cohort grew to 384, reviews were held on time in 94 per cent of cases, and the placements budget of £19.4m was exceeded by £1.2m.
""",
    """\
# Part D: what families tell us, what it costs, and what has still to be done


In November 2017 a questionnaire was sent to 400 parents, of whom 132, about a third, replied. Seventy-eight of those who replied were satisfied with their child's plan, thirty-three were dissatisfied, and twenty-one were of neither opinion; of all who had been asked, therefore, rather less than a fifth are known to be content.

Of the forty-four complaints made in 2017 (in 2016 it had been fifty-two) sixteen were upheld, twelve were upheld in part and sixteen were not upheld; thirteen went on to the second stage. A complaint that goes to the second stage is counted once only, and the thirteen are therefore contained in the forty-four.

Out of the high needs block £33.1m was spent: £14.2m upon special schools, £8.4m upon independent placements, £6.9m upon mainstream top-ups and «£3.6m|£6.3m» upon provision after sixteen.

Two of the fourteen caseworkers have been released from all other duties in order that the forty-eight statements which had not been converted when the year ended may be dealt with before the date upon which the law insists.

Inspectors of the local area were in Denholm from Monday 25 to Friday 29 September 2017, and their letter was published on Tuesday 21 November.

In the letter four weaknesses are named: joint commissioning, the quality of health advice, the preparation of young people for adulthood, and the consistency of annual reviews.

A written statement of action is being completed with the clinical commissioning group, and it will be sent to the inspectorate by the end of March 2018, after which it will be published.

The whole may be put in a few words: the county maintains 1,260 plans and statements, seventy per cent of new plans were issued in time, and fifteen of the transport staff were found without a disclosure in date.
""",
    """\
# Disclosure and Barring Service: position at 30 June 2019


The Council's policy is that an enhanced check is renewed every three years, although the Safeguarding Vulnerable Groups Act 2006 and the Protection of Freedoms Act 2012 set no interval and a certificate bears no date of expiry. A check made before 30 June 2016 was therefore out of date on 30 June 2019 unless its holder had joined the Update Service.


On 30 June 2019 there were 498 posts in children's services for which an enhanced check is needed. Seventeen of them were vacant.

Of the 481 people in post, 452 held a check made within three years and 11 held an older check but were registered with the Update Service. The other «18|28» were overdue.

Of the 18 members of staff whose checks were overdue on 30 June 2019, seven worked in residential homes, six in early years and five in transport.

By 5 July 2019, that is after the period but before this paper was written, certificates had come for 6 of the 13 people who were awaiting them, so that on that later day 12 of the 481 were still overdue. (The figure of 18 for 30 June is not affected.)


Six of the eighteen overdue checks were in early years and five in transport. Taken together, eleven were outside the residential homes.
""",
)
