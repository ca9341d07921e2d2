"""Paragraphs each with a fault that a date or amount of its own shows."""

# ruff: noqa: E501

FAULTS = """\
## 2025-09-18 2024-04-01/2025-03-31
A revised dispute protocol was agreed with the social work teams on 9 December 2024 and came into use on «6 January 2025|6 November 2024», once every officer had been trained in it. Early signs are that managers answer sooner: the median reply took eight working days in the final quarter, compared with 13 in the first.
## 2025-09-18 2024-04-01/2025-03-31
Parents made 171 of the complaints and other relatives 34. Nine came from carers. The other 22 were brought by young people in their own right, fifteen of them with the help of an advocate; the youngest was «eleven|sixteen» and the eldest seventeen, and their average age was fifteen.
## 2025-09-18 2024-04-01/2025-03-31
A revised procedure came into force on 1 July 2024 and was reviewed by internal audit after it had been in use for «six|nine» months, on 1 January 2025. The auditors gave substantial assurance and made two suggestions, both of which have been adopted.
## 2025-09-18 2024-04-01/2025-03-31
Nineteen complaints went on to a second-stage investigation. Twelve of the investigations were finished within 65 working days and seven were not; the quickest took 31 days, the slowest 104, and the average was 58. The independent investigators and their companions were paid £61,750 in all, which is «£3,250|£3,520» for each investigation.
## 2025-06-19 2024-04-01/2025-03-31
One of the four deserves a note. A host family in Market Wendle took in a girl of 15 from 30 June to 15 August 2024, both days included. That is «47|41» days and therefore squarely within the regulations, but the college had told the family that summer courses did not count. It has since rewritten its handbook.
## 2025-10-07 2024-09-01/2025-08-31
Fourteen of us went to Ravenstone Lodge from Friday 25 July to Monday 28 July 2025, «three|four» nights in all, for climbing, cooking and a frank session with the lead member. Ten of the party were aged between 11 and 17, and the other four were staff or volunteers.
## 2025-12-04 2025-06-01/2025-11-30
An independent reviewer was engaged that October. She met Rowan's mother twice, on 21 November 2024 and 9 January 2025, both of them Thursdays. The three statutory partners signed off her report on «22 May|26 June» 2025, and it was published on 12 June 2025.
## 2026-02-10 2025-10-01/2025-12-31
A team of five from a neighbouring authority visited from Monday 17 to Friday 21 November 2025, read 36 files and met 48 staff. Their report reached the Director on «12 December|12 November» 2025, three weeks after they had left, and it makes six recommendations. Four were accepted outright and two in part; none was refused.
## 2025-10-22 2025-04-01/2025-09-30
The longest delay belongs to a family support worker whose renewal fell due on «18 June|18 July» 2025 and who was 104 days late at the end of September. She has been on maternity leave throughout.
## 2025-10-22 2025-04-01/2025-09-30
Averages are poor things. The child for whom it took longest was received into care on 8 January 2024 and moved in with his adopters on 20 March 2025, so he waited «437|347» days. He has a heart condition, and four families had said no.
## 2025-10-22 2025-04-01/2025-09-30
If our child goes to a family approved by an agency outside the region we pay a fee, and if a child from elsewhere comes to one of ours we receive one. The fee is £33,500 either way. We paid five and received three, so the net cost to us was «£67,000|£76,000».
## 2026-01-20 2025-07-01/2025-12-31
The Department's adviser was with us for three days, from Tuesday 4 to Thursday 6 November 2025. Her letter, which sets out what she found on that visit, reached us on «28 November|28 October» 2025. It comments favourably on the front door and on leadership, and asks for faster progress on permanence.
## 2026-02-11 2025-07-01/2025-12-31
Retention payments of £2,000 each were made to 27 experienced workers in October, at a cost of «£54,000|£57,000» before on-costs. Two workers have since resigned and the payment is being recovered from both.
## 2025-09-24 2025-01-06/2025-07-22
One secondary school gave notice of a permanent exclusion on 14 March 2025. After we challenged the decision and offered a package of support, the head teacher withdrew the notice on «3 April|3 March» 2025. The boy finished the year on the roll of the same school.
## 2026-01-28 2025-07-01/2025-12-31
Two children were placed in settings that ought to have been registered and were not. The first stayed for nine nights, from 3 to 12 September 2025. The second arrived on 20 October and left on 3 November, a stay of «14|12» nights. Each child was visited daily, and Ofsted was notified on the first working day in both cases. There have been none since.
## 2026-01-28 2025-07-01/2025-12-31
Besides the audits there was a shorter exercise. A dip sample of supervision records started on Monday 3 November and ended on Friday 5 December 2025, and so took up «five|six» working weeks.
## 2025-11-19 2025-04-01/2025-09-30
The children's social care reserve stood at £4.0 million in April. Council has already agreed to use £1.5 million this year for transformation. Should the reserve also have to bear the whole forecast overspend of £2.45 million, only «£50,000|£150,000» would be left in it at 31 March 2026.
## 2025-09-11 2025-04-01/2025-06-30
Averages hide individual stories. Child B entered care on 3 February 2024 and was made the subject of a placement order on 16 September that year. A match was agreed by panel on 20 March 2025, 185 days later, and after introductions the child moved in on «14 April|14 March» 2025.
## 2026-02-26 2025-10-01/2025-12-31
A worked example may help members. A child who came into care on Monday 3 November had to be seen by Monday 1 December, 20 working days later. The appointment took place on «28 November|4 December», one working day inside the limit, and counts as in time.
## 2026-02-26 2025-10-01/2025-12-31
At the end of December 426 children were looked after. A dental check in the previous 12 months was recorded for 371, or «87.1%|78.1%», and immunisations were up to date for 389, or 91.3%. Neighbours average 82% and 86% on these two measures.
## 2026-02-26 2025-10-01/2025-12-31
Twenty-six children were referred to the specialist mental health team. Waits for a first appointment ran from three weeks to 21, with an average of «nine|23». Nineteen have now been seen and seven have a date.
## 2025-10-08 2024-09-01/2025-08-31
The smaller contracts, for 30 routes in the east of the county, end sooner. We have told the operators that they will be put out to tender in «January 2026|July 2025», and we will let the Committee know how many bids there are.
## 2025-06-25 2024-04-01/2025-03-31
A young woman of 17 complained that nobody had told her of a change of social worker; it was the fourth in two years. Dissatisfied with the first answer, she asked for stage 2. The investigation began on 14 October 2024 and its report was signed on «20 December|20 September» 2024.
## 2026-03-11 2025-08-01/2026-01-31
Ofsted made a focused visit to the service on 14 and 15 October 2025. Its letter was published on 27 November, «six|eight» weeks and a day after the visit ended, and said that young people felt known.
## 2025-11-05 2025-04-01/2025-09-30
4.3 The Chief Officer has promised the Cabinet that the number of agency workers will come down to 18 by «31 January 2026|30 September 2025». Three permanent offers have been accepted since the period ended.
## 2025-11-05 2025-04-01/2025-09-30
6.3 The first apprentices began on 8 September 2022 and qualified on 11 July 2025, two years and «ten|eight» months later, to within a few days. All four have stayed with the City.
## 2026-01-22 2025-07-01/2025-12-31
The youngest is nine and the oldest 17. The average age is «14|18». Eleven of the children have been in the same home for more than two years.
"""
