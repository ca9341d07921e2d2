"""Parts that one sentence gives of a whole, and parts larger than their whole.

Passages of reports by authors who had seen no rule, each right, and wrong in the marked words.
"""

# Kept as one would type them.
# ruff: noqa: E501

PASSAGES = (
    """\
# Pathway plans, advisers and money


When the seventy-four young people aged sixteen to eighteen are added to the nineteen to twenty-one year olds, there are 230 who should have a pathway plan. A current one was on file, when the year ended, for 207, or nine in ten.

Ten personal advisers are employed, among whom the 230 young people are shared, so that each has the care of twenty-three on average.

The service cost £1.19m in the year: £620,000 was laid out on staff, £325,000 on accommodation, «£153,000|£135,000» on staying put and £92,000 on grants for setting up home.
""",
    """\
# Training and agencies


The Partnership trained 1,263 practitioners in the year, 115 more than the 1,148 in the year before, as published in the last yearly report.

Of the 1,263 practitioners trained, 517 came from schools and early years, 342 from health and 228 from the Council; the «176|276» others were from the police, probation and the voluntary sector.

Contributions from the partners amounted to £218,000, an increase of £8,000 upon the £210,000 of 2022/23.

The partners are to publish their revised arrangements by 31 December 2024.
""",
    """\
# Inspection action plan


The plan has 48 actions. Of the 48, 31 are complete, 12 on track and «five|eight» late.

The five late actions will be done by 30 June 2017.

None of the 48 actions lack an owner: all 48 have one.

Progress is reported in the fourth quarter of 2016/17.

The number of late actions fell from nine in October 2016 to five in December 2016.
""",
    """\
# Safeguarding in schools


There are 88 schools in the borough, and 80 sent in the yearly safeguarding return.

Of the 80 returns, 66 were complete and «14|24» had gaps.

Three quarters of the 88 schools (66) had their lead trained in the last year.

The training is offered on three days: 5 October, 9 November and 7 December 2017.

The eight schools are to send theirs by 31 October 2017.

All 88 schools have a trained lead: 66 were trained this year and 22 last year.
""",
    """\
## Missing episodes


640 episodes in the year. From the family home: 352. From foster care: 128. From children's homes: 160. An episode is counted when police record the child as missing. "Absent" is no longer used.


2021/22 had 800 episodes. Down 160, or 20%. Main reason: two private children's homes in the Harbour ward closed in August.


Of the 188 children, 97 went missing once, «58|78» had two to four episodes, 22 had five to nine and 11 had ten or more. Most of the last group are known to the exploitation team.

76 of the 188 were looked-after children. Ours: 30. Placed here by other authorities: 46. The 112 others were living at home.
""",
    """\
# Children in our care


Numbers went up again. We opened the year with 451 children in care. 236 came in and 203 left. That put us on 484 at the close.

Leaving care is not one thing. Of the 203 who left, 88 went home, 28 were adopted, 31 moved to special guardianship and «56|65» turned 18.

My last report told members we looked after 451 children. The figure is now 484. That is 33 more, or 7.3 per cent. No reorganisation, no change of definition: just more children.

Where do they live? Of the 484 in care at year end, 198 were with our own foster carers, 121 with agency carers and 64 with relatives or friends. Residential homes took 52. Another 31 were placed with their parents. The remaining 18 were in semi-independent or secure settings.

So foster care of both sorts accounts for 319 children.

Age shapes everything we do. On 31 March 2019 we had 29 babies under 1, 71 children aged 1 to 4, 98 aged 5 to 9, 187 aged 10 to 15 and 99 aged 16 or 17. The two oldest groups together are 286 children.
""",
    """\
# Audits, complaints and money


Table: Files judged good or better, of 30 audited each quarter
| Quarter | Files |
| January to March 2022 | 17 |
| April to June 2022 | 18 |
| July to September 2022 | 21 |
| October to December 2022 | 22 |

The last quarter had the best result. It was also noted that complaints had fallen by a quarter, from 52 to 39.

The forecast before the Panel showed spending of £14.8m against a budget of £14.2m, which is £0.6m over. Residential care was £0.7m over (£6.3m against £5.6m) and other headings £0.1m over; fostering and staffing were each £0.1m under.

The 39 complaints were received in the following way: 33 at stage one only, five as far as stage two and one as far as stage three. Not all went no further than stage one. Of the 33, 30 were answered within 20 working days; the remaining «three|five» were not.
""",
    """\
# Annex A: demand


Of every ten reports made to the council, three led to an assessment: 1,644 out of 5,480. In 2018/19 the number of reports was 4,980, so that demand is higher by 10.0 per cent. Decisions met the next-working-day standard in 5,151 cases.

It will be seen that 500 more reports were received than in 2018/19 and that 1,644 assessments were begun. By the time of our data extract 1,602 of these were complete; a further 42 were under way. Inside the 42 working days, 1,378 were completed; 224 were completed later than that.

Register movements can be summarised thus:

* on the register at 31 March 2019: 143
* added: 174
* removed: 181
* on the register at 31 March 2020: 136

Of the 136, 71 are registered for neglect, «44|54» for emotional abuse, 13 for physical abuse and 8 for sexual abuse.
""",
    """\
## Who are they?


Of the 167 households, 121 are mainstream carers, 33 are relatives or friends of the child (connected persons), and «13|23» offer short breaks only.

The main carer in each household is:


* under 35: 14
* 35 to 44: 38
* 45 to 54: 62
* 55 to 64: 41
* 65 or over: 12


The commonest age of a main carer is therefore 45 to 54.


Well over half of the main carers are 45 or older, and the service has begun to plan for retirements.
""",
    """\
# Children at risk of harm


Fewer children are in care, but child protection plans have gone the other way. There were 63 at the end of March and 71 at the end of September, a rise of 8. In the half-year 29 plans began and 21 came to an end. Nine in ten of the reviews were held in time; this is slightly better than the 88% of a year ago and still under our target of 95%.

Of the 71 plans, 38 were made because of neglect, 22 because of emotional abuse, 7 because of physical abuse and «4|14» because of sexual abuse. Neglect therefore lies behind a little more than half. Domestic abuse was mentioned in 33 plans and drink or drugs in 29; many plans mention both, and these two figures should not be added together.
""",
)
