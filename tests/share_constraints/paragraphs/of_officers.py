"""Right paragraphs of sixteen more such reports."""

# ruff: noqa: E501

PARAGRAPHS = """\
## 2025-11-12 2025-04-01/2025-09-30
Children and Families Scrutiny Committee, Wednesday 12 November 2025. Report of the Director of Children's Services.
Auditors examined 96 case files between April and September. That is 12 more than the 84 we reported for the six months to 31 March. Just under two thirds of the files (63, or 65.6 per cent) were graded good or outstanding.
Inadequate grades were not confined to one part of the service: four of the five teams had at least one. Assessment and safeguarding and court had two apiece.
Two teams tie at the top, with three quarters of their files good or better: children looked after (15 of 20) and care leavers (9 of 12). Two tie at the bottom on 60 per cent, though the sizes differ a great deal; 18 of 30 is a firmer finding than six of ten. Assessment sits between the pairs at 62.5 per cent.
A second auditor, who had not seen the first grade, moderated one file in four, which makes 24. In 19 of these (79 per cent) the two agreed. The grade moved in the other five, downwards in four and upwards in one. The corrected grade is the one counted in the table above.
The 33 files below good were coded for cause. Supervision was missing or late in 21, the plan was out of date in 18 and the child's own view was thin in 14. Those figures come to 53 because a file may carry more than one code; only 16 carried a single one.
Each should be audited again within six weeks. Five were: four of them had risen to good and the fifth to requires improvement. The sixth could not be looked at again because the family moved to another authority, which now holds the case.
An audit should be finished within 20 working days of the file being drawn. Eighty-eight of the 96 were, or 92 per cent, so the target of 90 per cent was met. The eight late audits were late by between one and nine working days, and three of them belonged to the same auditor, who has since been given protected time.
Auditors tried to telephone a parent or carer on every file and got through to 41, a response of 43 per cent. Twenty-nine were positive about their social worker, eight had mixed views and four were unhappy. All four were offered a meeting; three took it up.
Senior leaders spent the week of Monday 9 June to Friday 13 June 2025 alongside front-line staff. They observed 14 home visits and six supervision sessions, 20 observations in all, and gave feedback on the day in 17.
1. Group supervision to begin in safeguarding and court by 15 December 2025.
2. Out-of-date plans to be reported weekly to heads of service, from 24 November 2025.
3. Moderation to rise from one file in four to one in three from January 2026.
4. A themed audit on the voice of the child, covering 20 files, to be presented in March 2026.
The committee is asked to note the report and to say whether it wishes to see the themed audit.
## 2025-10-22 2025-04-01/2025-09-30
People Scrutiny Committee. Half-yearly report, April to September 2025.
Seventeen staff were overdue a re-check on Tuesday 30 September. Six months before, the figure was 37. The backlog has therefore come down by 20, which is more than half of what we began with, but our promise was to have none.
Of the 412 people in scope, 395 hold a certificate less than three years old: 95.9 per cent.
The 412 comprise 268 in social care, 61 in early help, 47 in our two children's homes and 36 in the virtual school and passenger transport. Volunteers and foster carers are counted separately, below.
To the 37 brought forward were added 52 people whose renewal date passed during the half-year without a new certificate. Seventy-two were cleared. More people were cleared than were overdue at the start because most delays last only a few weeks.
The longest delay belongs to a family support worker whose renewal fell due on 18 June 2025 and who was 104 days late at the end of September. She has been on maternity leave throughout.
Nine of the 17 have applied and are waiting for the result. Five are on long-term absence and may not return to duty without a certificate. That leaves three who are at work and have yet to apply; all three have been moved to duties without unsupervised contact.
The service received 146 certificates in the period. There was nothing on 139 of them (95.2 per cent). The other seven carried information, old and already known in five cases and new in two. A risk assessment was completed for each of the seven, taking 3, 4, 4, 5, 6, 9 and 11 working days: an average of six. None led to dismissal, and one member of staff was redeployed.
At £49.50 a check the bill for the 146 was £7,227, which is £773 inside the £8,000 set aside for the half-year.
Fifty-eight agency workers were on our books at 30 September. The supplier's letter of assurance was on file for 55. We obtained the remaining three letters in the first week of October, so the position at the time of writing is complete.
Internal audit drew 30 personnel files. The certificate number was recorded in 28. Of those 28, 26 also showed the date of issue. No file in the sample held a photocopy of a certificate, which is as it should be.
The auditors gave reasonable assurance. They made five recommendations, two of medium priority and three low; both of the medium ones and two of the low ones have been closed, and the last is due on 28 November 2025.
There are 271 adults in our 143 fostering households. Six were overdue, a rate of 2.2 per cent, against 4.1 per cent for the staff in scope. Volunteers number 39, and all are up to date.
The new date for clearing the backlog of those at work is 31 December 2025. The five on long-term absence fall outside that undertaking.
That the committee notes the improvement, and asks for a one-page update in January 2026.
## 2026-01-20 2025-07-01/2025-12-31
For the Children's Improvement Scrutiny Panel, Tuesday 20 January 2026
We have now completed 29 of the plan's 48 actions, ten more than the 19 we had completed by the end of June. Eleven are on track, five at risk and three off track. Three in five actions are therefore done, with the harder ones still ahead.
Measured by the share of its actions completed, quality assurance is the workstream that is furthest on. Workforce is the only one with less than half complete. Permanence stands at exactly half.
Care leavers and quality assurance are the only workstreams with nothing at risk and nothing off track.
The front door handled 3,842 contacts from July to December and decided 3,519 of them within 24 hours. That is 91.6 per cent, up from 88.2 per cent in the half-year before, a gain of 3.4 percentage points. Members asked whether speed was being bought at the price of quality; the dip-sample reported to the Board in October found no sign of it, with 36 of 40 decisions judged sound.
Of 1,070 referrals, 214 followed an earlier referral on the same child within twelve months: one in five. We regard that as still too high. The service's own ambition is 18 per cent by the summer.
Staff were surveyed in November. Replies came from 132 of the 176 who were asked, which is 75 per cent, and of those who replied 99, again 75 per cent, said that they would recommend the council as a place to practise. The coincidence of the two figures is just that.
The Department's adviser was with us for three days, from Tuesday 4 to Thursday 6 November 2025. Her letter, which sets out what she found on that visit, reached us on 28 November 2025. It comments favourably on the front door and on leadership, and asks for faster progress on permanence.
The Improvement Board met six times, once in each month of the period, most recently on Thursday 18 December. Every meeting was quorate. Partner attendance ranged from seven to eleven of the eleven seats.
No action is counted complete until the owner has filed evidence. Beyond that, the quality assurance team has independently tested 20 of the 29 (69 per cent). It confirmed 17 outright and three on condition that a further data return is satisfactory. The nine others will be tested by the end of May 2026.
Three actions have slipped. The owners now propose these dates:
The improvement grant is £640,000. By 31 December we had spent £251,000 and committed a further £214,000, leaving £175,000 with no call on it so far. Just over half of the amount spent (£129,000) went on additional practice educators.
Two risks have been scored 16 or above out of 25, namely recruitment and the migration of the case system, against four in June. The migration weekend is planned for Saturday 14 and Sunday 15 March 2026, and there will be no change to case recording for the five working days on either side.
The panel is invited to comment on the pace of the workforce actions and to choose one workstream for detailed review at its April meeting.
## 2025-12-03 2025-04-01/2025-09-30
At 30 September 2025 we looked after 68 unaccompanied children. There had been 61 at the end of March; in between 34 came into our care and 27 left it.
Among the 34 newcomers, 21 presented in the borough, nine came through the National Transfer Scheme and four were first placed in adult hotels and later accepted as children.
Nineteen of the 27 leavers turned 18. Five were transferred to other authorities under the Scheme, two joined relatives and one has been missing since May, when his placement was closed; the police investigation is open.
Percentages are rounded and may not add exactly to 100.
Afghan children are the largest group and make up a quarter of the total. Add Sudan and Eritrea and the three account for 44 children, or 65 per cent.
Thirty-eight of the young people are 17, nineteen are 16 and eight are 15. Three are younger than that, the youngest being 13. Sixty are boys and eight are girls; in March there were five girls.
Supported accommodation is home to 39. Foster carers look after 23, of whom only six are with our own carers and 17 with agencies. Four live with relatives or family friends and two in children's homes. By distance the picture is different: 41 of the 68 live outside the borough (60 per cent), and for 13 of those 41 the distance is more than 20 miles.
All 39 in supported accommodation were visited at least once every six weeks, and 33 of them said in the summer survey that they felt safe where they were. Four had no view and two did not feel safe; both have since moved to other accommodation of the same kind.
An initial health assessment should happen within 20 working days. Four of the 34 newcomers moved on before that point was reached. Of the other 30, 26 were seen in time, 86.7 per cent, which is above our target of 85 per cent. The four late assessments were all held by the thirtieth working day.
We began the half-year with none outstanding and started eleven. Eight have been concluded: five people were found to be children and three to be adults. The remaining three were still in progress at 30 September. Concluded assessments took between 28 and 71 days.
Eleven of the children are under 16 and should be at school. Nine were on a school roll at the end of September; the other two had places agreed and started in October. For the 57 who are 16 or 17, college is the usual route, and 44 of them had a course. Thirteen were waiting, seven for the want of a place in English for speakers of other languages and six because they had arrived in the last fortnight of the period.
We claimed for 11,820 nights at £143 each, or £1,690,260 in all. That is equivalent to about 65 children a night over the 183 days. Direct costs came to £1,804,700, which leaves £114,440 to be met from council funds, about 6 per cent of the cost. The claim excludes care leavers, who attract a different rate.
1. commission 15 additional college places from January 2026;
2. recruit five in-house foster households with experience of separated children by 30 June 2026;
3. invite two young people to present their own report in the spring.
## 2026-02-11 2025-07-01/2025-12-31
People Scrutiny Committee, Wednesday 11 February 2026
Agency social workers numbered 44 at the end of December. The figure in June was 52, so there has been a reduction of eight over the half-year. We undertook to be below 50 by 31 December, and we are.
Sickness is lower than a year ago but remains over target. One case-holder in nine carries more children than our ceiling allows.
There are 310 full-time equivalent social work posts. Permanent staff fill 246, agency workers cover 44 and 20 stand empty. Posts without a permanent holder thus come to 64, a vacancy rate of 20.6 per cent; counting only the posts that nobody is covering, it is 6.5 per cent. Both figures are in use nationally and members may see either.
The permanent workforce grew from 237 to 246: thirty-one people joined and 22 left. Nine of the leavers went to other councils, six to agencies and four into retirement. Three gave other reasons.
Exit interviews were held with 15 of the 22. Ten of those interviewed mentioned caseload and eight mentioned pay, five of them mentioning both. Two spoke of neither.
Staff lost 1,256 working days to sickness, an average of 5.2 for each full-time equivalent permanent worker (using the mid-point workforce of 241.5). In the same months of 2024 it was 5.9. Our target is 4.5. Long-term absence, meaning spells of more than 20 working days, accounts for 754 of the days, or 60 per cent.
Stress and mental health is the largest single reason, at one third of the days lost.
Against the target of 4.5, three of the five services in this table lost more days than they should have. Assessment is the outlier, and nearly three days separate it from fostering.
On the last working day of December 198 workers, permanent and agency, held cases for 3,247 children. The average is 16.4.
Exactly half of the workers hold 16 or fewer. Our ceiling is 20; the 22 who exceed it are spread over three services, with 14 in assessment, six in safeguarding and two in leaving care. Nobody holds more than 24.
The average hourly charge for an agency social worker fell from £43.20 in June to £41.50 in December. The difference of £1.70 is worth a little under 4 per cent. Total agency spending for the six months was £1.92 million.
Retention payments of £2,000 each were made to 27 experienced workers in October, at a cost of £54,000 before on-costs. Two workers have since resigned and the payment is being recovered from both.
Eighteen newly qualified workers started with us, eleven in September and seven in October. All remain in post.
The annual staff conference took place on Thursday 13 November 2025. It drew 174 colleagues, of whom 121 returned a feedback form, and 109 of those (90 per cent) rated the day good or very good.
2. supports a further target of 38 agency workers by 30 June 2026;
3. asks for a separate briefing on stress-related absence in assessment.
## 2025-09-24 2025-01-06/2025-07-22
Corporate Parenting Panel, Wednesday 24 September 2025
On the last day of the summer term we were responsible for 241 children of school age, 96 in primary and 145 in secondary year groups. At the end of December there had been 233.
Overall attendance for the two terms was 91.4 per cent, 0.8 of a percentage point better than the 90.6 per cent recorded for the same terms of 2024. Primary pupils attended 95.1 per cent of sessions and secondary pupils 88.9. (The overall figure is not half-way between the two because there are more secondary pupils.)
Fifty-three children, 22 per cent of the 241, missed a tenth or more of their sessions and so count as persistently absent. Nine were primary pupils and 44 secondary. Eleven of the 53 missed at least half.
Year 9 stands out on both counts. Fifteen of the 24 pupils were suspended once only; the other nine shared 23 suspensions among them, and no pupil had more than five.
The days lost came to 91.5. A suspension therefore lasted 2.4 days on average, against 2.7 in the same terms of the previous year.
One secondary school gave notice of a permanent exclusion on 14 March 2025. After we challenged the decision and offered a package of support, the head teacher withdrew the notice on 3 April 2025. The boy finished the year on the roll of the same school.
Reduced timetables fell from twelve at Easter to seven at the end of term. Two of the seven involve primary children. The longest had run for 14 weeks, which is two weeks beyond what our policy permits without a director's signature; the signature was obtained late.
In the spring 227 of the 236 plans due were completed on time (96.2 per cent); in the summer it was 236 of 241 (97.9 per cent). Set against a target of 97 per cent, we missed it in the spring but met it in the summer. A sample of 40 plans was graded by two designated teachers and 33 were judged good or better.
Schools in the county teach 158 of our children. The other 83, just over a third, go to school elsewhere, chiefly in the two neighbouring counties. The furthest is 190 miles away.
By inspection outcome the 241 are placed as follows: 205 in schools that are good or outstanding (85 per cent), 22 in schools that require improvement and five in inadequate ones. Nine attend schools not yet inspected. No child was moved into an inadequate school during the two terms; all five were there before the judgement was published.
An education, health and care plan is held by 74 children, and a further 63 receive special educational needs support. That leaves 104 with neither.
Pupil premium for the two terms amounted to £412,300. Schools received £201,600 directly. Tuition cost £138,400 and work on wellbeing £47,300, and £25,000 was held back for emergencies, of which £18,900 had been used by 22 July.
There were 31 young people in Year 11. By the end of term 28 held an offer of a place in further education or training. Two of the remaining three were expecting to start work. The third was seriously ill.
We shall concentrate on three things: secondary attendance, Year 9 behaviour support, and the children whose timetables are reduced. The panel will have a first set of figures at its meeting on Wednesday 21 January 2026.
## 2026-01-28 2025-07-01/2025-12-31
We were looking after 389 children at the close of December, compared with 402 at the end of June. Ninety-six came into care during those six months and 109 left. The fall is 3.2 per cent.
Visiting was on time in 91 per cent of cases. August was poor, and two children spent time in settings that were not registered. Both matters are dealt with below.
The largest fall was in independent fostering. Only two types of placement grew: our own foster care and connected carers, by three children each.
Taking the three kinds of fostering together, the number of children declined from 294 to 292, yet their share of all children looked after went up from 73.1 to 75.1 per cent. The whole shrank faster than the part.
One hundred and sixty-four children live within the borough and 187 outside it but no further than 20 miles away. Thirty-eight are placed more than 20 miles from home. Six months earlier that last group numbered 31, and the Board asked for an explanation of any movement. Of the 38, 16 live with relatives, 13 are in specialist homes and nine have been moved for their own safety.
Forty-one children (10.5 per cent) had three or more placements in the twelve months to 31 December. The target is to be under 10 per cent and we missed it narrowly: three children fewer, 38, would have been 9.8 per cent.
Between July and December 1,486 visits fell due. Social workers made 1,441 of them, 1,352 in time and 89 late. The remaining 45 did not take place at all. Children were seen alone on 1,209 visits, 83.9 per cent of those made.
The standard is 90 per cent, and it was reached in five of the six months. November was the best of them.
The 45 missed visits were put down to the child being away (17), staff sickness (14) and cancellation by the carer (nine), while five had no reason recorded. In every case the child has since been seen.
A dip-sample of 25 visit records found that 21 had been written up within five working days. Of the four that had not, one was still blank when the auditor looked.
Two children were placed in settings that ought to have been registered and were not. The first stayed for nine nights, from 3 to 12 September 2025. The second arrived on 20 October and left on 3 November, a stay of 14 nights. Each child was visited daily, and Ofsted was notified on the first working day in both cases. There have been none since.
A week in a children's home cost us £6,140 on average at the end of December, within a range of £4,950 to £9,800. Three placements cost more than £9,000. At the same date the average for an independent fostering place was £1,130, less than a fifth of that.
The Board is asked to note the report and to agree that distance be examined in depth at its meeting in May 2026.
## 2025-11-19 2025-04-01/2025-09-30
People Scrutiny Committee, Wednesday 19 November 2025
On present trends children's services will overspend this year's budget of £56.8 million by £2.45 million, or 4.3 per cent. That is not where we want to be, but it is an improvement of £650,000 on the £3.1 million forecast at the end of June.
Three services are forecast to overspend and three to underspend. After placements, the second largest pressure is home to school transport. The underspends come to £360,000 between them, most of it in early help, where seven posts have been held open.
By 30 September we had spent £29.4 million. With six of the twelve months gone, 51.8 per cent of the budget had been used.
The budget assumed 29 children in residential homes. There were 33 at the end of September, four more, at an average of £6,200 a week. If all 33 stayed for 52 weeks the bill would be about £10.6 million. Six placements cost upwards of £10,000 a week, and health partners contribute to two of the six.
Foster care has grown as well. We began the year with 214 children in agency and in-house foster homes and now have 221, all seven of the additional placements being with our own carers. That is cheaper care, and better for most children, although it does not yet offset the cost of residential homes.
Pupils carried rose from 1,240 in the summer of 2024 to 1,315 in the summer of 2025, an increase of 75, or 6 per cent. Over the same twelve months single-occupancy routes came down from 118 to 104. So more pupils are sharing, and yet the total cost is up because fuel and driver rates have risen.
The savings programme for the year totals £2,200,000. Of that, £1,180,000 has been delivered (53.6 per cent) and £540,000 is on track. A further £310,000 is at risk. We no longer expect to achieve the last £170,000, which depended on a joint contract with a neighbouring council that has been abandoned.
There are seven schemes. The largest, the review of high-cost placements, is worth £720,000, and the smallest £60,000.
Management has put in hand four measures, each with a named lead:
1. Supporting five children to step down from residential to foster care: £410,000.
3. Recovering overdue contributions from health partners: £170,000.
4. Holding vacancies in support functions: £130,000.
Were every one of these to deliver in full, the forecast would improve by £930,000 and the overspend would be £1.52 million. None of the £930,000 is included in the table above. We think it prudent to count on about two thirds.
The children's social care reserve stood at £4.0 million in April. Council has already agreed to use £1.5 million this year for transformation. Should the reserve also have to bear the whole forecast overspend of £2.45 million, only £50,000 would be left in it at 31 March 2026.
Suppliers sent 2,600 invoices in the half-year. We paid 2,366 within 30 days, which is 91 per cent against a standard of 95. The shortfall arises mainly in transport, where two clerical posts were vacant until August. Debts owed to us of more than 90 days' standing fell from £412,000 to £287,000, a fall of £125,000.
Cabinet will consider the position on Tuesday 9 December 2025. The committee's comments will be reported to it. A third-quarter forecast will follow in February 2026.
## 2025-11-06 2025-07-01/2025-09-30
This is the second of four quarterly reports that the Scrutiny Committee will receive in 2025/26. It covers July to September 2025. A measure is green at or better than target, amber within five percentage points of it and red beyond that.
Members were told in the last report that 412 children were in care at the end of June. Since then 47 have started to be looked after and 41 have left, which brings us to the September figure.
Nineteen of the 47 came into care in July, 12 in August and 16 in September; July was therefore the busiest month, as it was in 2024.
Four sibling groups arrived during the quarter, one of five children and three of two. Together these 11 children made up a little under a quarter of all new starts. The remaining 36 came in on their own, although some of those already had brothers or sisters in care.
The profile is an older one: 258 are aged ten or over, more than six in every ten. Babies under one are the smallest group. Under-fives as a whole number 81.
Full care orders account for 62.7% of the total. Of the 68 accommodated by agreement, 29 are unaccompanied asylum-seeking children; two further unaccompanied children are on full care orders, so that group numbers 31 in all.
The 41 children who left care in the quarter did so for these reasons:
Four measures are better than in Quarter 1 and two are worse. Visits lost half a point but stayed on the right side of the line, whereas plans dropped 1.6 points and went from green to amber; 392 of the 418 children had a plan that was up to date. Placement moves barely changed: 38 children had lived in three or more places in the year to September.
Health assessments were completed in time for 35 of the 47 new starts. Of the 12 that were not, five waited for parental consent, four were booked with clinics outside the borough and three followed a missed appointment.
One hundred and eighty-seven statutory reviews fell due and 181 took place on time. The six late reviews were each held within ten working days of the due date.
The Quarter 3 report is due in February 2026. It will include a closer look at children who return home, with a sample of 15 files read by two managers.
## 2026-02-05 2025-10-01/2025-12-31
The quarter began with 118 mainstream households. Seven joins and ten departures leave the net figure three lower. Connected carers are assessed for a particular child and are left out of every table below.
Two occupancy figures are in circulation and both are sound. Measured against every approved place, occupancy is 68.1%; if the 27 places on hold are set aside, it is 78.5% of the 177 that could be used. The regional dashboard takes the second.
Places are on hold for a variety of reasons. In eleven cases the carer is ill or bereaved, nine are linked to the needs of a child already in the home, and the other seven await building work.
One main carer in five is 60 or over. Those 23 households provide 36 of the approved places, so a run of retirements would be felt quickly. Fewer than a fifth of main carers are under 40.
Half of all enquiries reached us in October, when the bus-back campaign was running. At each stage December was the quietest month. Nine applications from 68 enquiries is a conversion of 13.2%, better than the 11% that statistical neighbours reported for the same months.
The target is 24 approvals in 2025/26. Five came in the first quarter, six in the second and seven in the third, so six more are needed by 31 March to reach it. Eight assessments are under way, of which five should go to panel in time; the service does not expect to meet the target in full.
Panel sat six times in the period, always on the same day of the week, beginning on Wednesday 8 October and ending on Wednesday 17 December. It considered 31 items: seven new approvals, 19 annual reviews and five changes of terms.
Ten households ceased to foster for Calderwick. The reasons given at exit interview were:
Three of the ten therefore left for a reason we should celebrate. Four of those who went had fostered for longer than 15 years; the longest-serving had given 27.
An in-house placement costs on average £512 a week including the carer's fee, and one bought from an independent agency £1,036, which is a little over twice as much. Ninety-six children are placed with agencies, at a total of £99,456 a week.
Moving from Level 1 to Level 2 is worth £69 a week to a carer, and from Level 2 to Level 3 another £87. Sixty-seven households are now above the entry level.
A retention plan with four strands will be put to the Cabinet Member in March 2026: respite, a mentor for every new carer, out-of-hours support, and a council tax discount. The discount alone would cost about £58,000 in a full year.
## 2025-09-11 2025-04-01/2025-06-30
Our previous report put the number waiting at 27 on 31 March. Nine placement orders were made during the quarter, six children were placed, and for two the court agreed to revoke the order because the plan had changed. That accounts for the rise of one.
Of the 28, 19 are to be placed singly (11 boys and eight girls). The other nine are in sibling groups: three pairs and one group of three. In terms of searches for a family, then, there are 23 to run and not 28.
Three quarters of the group have waited for less than a year. The seven children rated red are reviewed each fortnight by the permanence manager; two of them have a link under discussion.
Ages run from five months to seven years. The median is two years and four months, and no child over five is waiting alone: the two who are older than that belong to the group of three.
Among these six boroughs we are the third quickest. The mean for the five neighbours is 452 days to the nearest whole day, 11 more than ours, though Aldersley pulls it upwards. Our internal target is 426 days, so the measure is amber.
Averages hide individual stories. Child B entered care on 3 February 2024 and was made the subject of a placement order on 16 September that year. A match was agreed by panel on 20 March 2025, 185 days later, and after introductions the child moved in on 14 April 2025.
Seven households were approved by the regional agency for this area: five couples and two single applicants. Stage one took 63 days on average against a guideline of two months, and stage two 118 days. Nobody withdrew at stage two, but three enquirers left during stage one.
Eleven approved households are waiting while 28 children are, which looks like a simple shortage of adopters. It is partly one of fit: nine of the eleven have said that they would take a single child under three.
The sums agreed come to £74,360, an average of £2,860 for each successful bid. The largest was £4,900, for a course of specialist therapy lasting 30 weeks.
One placement broke down before an order was made. It was the first such event since November 2023, and a disruption meeting was held on Thursday 19 June. The learning points, five in number, have been shared with the agency.
That the Committee notes the report and asks for an update on the two children who have waited longest at its meeting in December 2025.
## 2025-05-29 2025-01-01/2025-03-31
National measures look only at the middle band. It holds a little under half of everyone we support. The oldest group has grown by 17 since March 2024, when it stood at 76, chiefly because more young people now take up the offer of help after 21.
Two of those in the middle band, twins born in March 2004, celebrated their 21st birthday during the quarter and will remain with the same adviser.
All but ten of the 148 were suitably housed. Custody is counted as unsuitable by definition, so even if nobody were homeless the highest figure we could have reported is 142, or 95.9%. Staying put arrangements increased from 16 to 19 over the year.
Eighty-seven were in education, employment or training. At 58.8% the result is just short of our target of 60%, yet nearly five points better than the statistical neighbour average of 54.0%. If illness and parenting were taken out of the calculation, 87 of 114 would be active, roughly three in four.
Higher education is where we would like to see most change. The 11 undergraduates include three in their final year. Each receives a bursary of £2,000 a year from the council, £22,000 in all.
A plan reviewed in the last six months was on file for 281 of the 312, or 90.1%, and the target of 90% was met by the narrowest of margins: one fewer, 280, would have left us at 89.7%. Last quarter's figure was 87.5%.
Thirteen full-time personal advisers carry the work, giving an average caseload of 24. Individual caseloads range from 15, for an adviser in her first year, to 29.
The setting up home grant is worth up to £3,000. Seventeen grants were paid in the quarter, to a value of £46,750, an average of £2,750. Ten people drew the full amount; the other seven shared £16,750 and can call on the balance later.
Ninety-six people answered the local offer survey, a response rate of 30.8%. They could agree with as many statements as they liked, so the figures overlap.
In response, a weekly drop-in started on Tuesday 4 March at the Foundry café. Over its first four sessions it drew 9, 12, 11 and 16 people, 48 visits by 27 different young people.
Quarter 1 of 2025/26 will be reported in September, with the housing protocol as its theme.
## 2026-01-22 2025-09-01/2025-12-19
Taken together, 348 plans were completed for the 375 pupils, or 92.8%. The target is 92%. Twenty-seven pupils went without, and in 15 of those cases a meeting had been held but the paperwork was not signed off.
Rates become lower with each phase, and it is among post-16 learners that completion is poorest. Colleges tell us that the form asks for data that they do not hold. A shorter version is being tried with 20 students at two colleges.
Secondary attendance is up by a point and a half on the year before. In the primary phase the change is smaller, three tenths of a point, but enough to clear the target. Fifty-two secondary pupils were persistently absent, 37% of the 142.
Twenty-four children were suspended, between them on 39 occasions. The days lost came to 86.5. Nine of the 24 were suspended more than once, and those nine account for 24 of the occasions; the other 15 children had one suspension apiece.
Of the 260 pupils of statutory school age, 88 (33.8%) have an education, health and care plan, 71 (27.3%) receive SEN support and 101 (38.8%) have no identified need. The percentages add to 99.9 because each has been rounded. Statistical neighbours report 31% with a plan.
There were 29 young people in the Year 11 cohort. Twelve gained a grade 4 or better in English and nine in mathematics; seven are in both of those counts. Fourteen therefore had at least one of the two and 15 had neither.
The combined measure, 24.1%, is a little lower than the 25.9% of 2024, when seven pupils out of 27 achieved it. With groups this small a single result moves the figure by more than three points. Two of the cohort sat no examinations, one having come to the country in April.
The grant is £2,630 for every pupil of statutory school age, £683,800 for the 260 on roll. The Virtual School keeps 20%, which is £136,760, and passes the remaining £547,040 to schools against targets in the PEP.
Tutoring is the largest item, at 37% of the sum. Forty-six pupils were given 1,012 hours over the term, an average of 22 hours each. Of those tutored, 31 were in Years 10 and 11, and 40 were judged by their school to have gained in confidence.
Four sessions were held for designated teachers, attended as follows:
That makes 180 attendances. Since several colleagues came to more than one session, the number of individuals is lower, at 126, drawn from 83 schools.
## 2025-11-27 2025-07-01/2025-09-30
The Youth Justice Service works with children aged 10 to 17. Its caseload grew from 46 at the end of June to 52 at the end of September: 23 children joined it and 17 completed their intervention.
Out-of-court work is the biggest single strand, at two fifths of the whole. Forty-four of the children are boys and eight are girls, so boys outnumber girls by more than five to one. By age, nine are 13 or younger, 22 are 14 or 15 and the remaining 21 are 16 or 17.
Eleven of the 52 (21.2%) are looked after. That does not mean that all are our own: four were placed here by other authorities. Seven of the 11 live in children's homes, and a protocol with the police on avoiding needless charges in homes was renewed in August.
There were three fewer than in the corresponding quarter a year ago, a reduction of 27%. The lowest figure in the series belongs to January to March. For the latest four quarters the total is 34, inside the ceiling of 40 that the Board set.
The latest cohort of 40 children was followed for 12 months. Thirteen reoffended, a rate of 32.5%, compared with 16 out of 44 (36.4%) in the cohort before. The rate has thus come down by 3.9 percentage points. Neighbours average 34.0%.
Those 13 children committed 41 further offences, 3.2 each on average, though five of them were responsible for 28. Frequency has gone the other way from the headline: it was 2.9 for the previous cohort.
Thirty-four victims were identified in the quarter, of whom 29 could be contacted. Eighteen of these gave their consent to be involved, and 12 of the consenting group went on to take part in a restorative process such as a letter or a meeting. The target is to contact 90% of identified victims; at 85.3% we fell short.
No child was sentenced to custody between July and September. Over the rolling year the number is two, as against four for the year to September 2024: it has halved. One boy spent 23 nights on remand to youth detention accommodation.
Just over half the budget comes from the council. Probation gives the least, and its share is to be reviewed when the national formula changes. Staffing takes £1,014,400, four fifths of the total.
The ten recommendations from the 2024 inspection stand as follows: six complete, three on track and one delayed.
The delayed item is a new assessment of speech and language needs. The therapist post was filled only in October, and the pathway will now be in place by 30 January 2026.
On the last of these, 15 of the 52 children are from Black or mixed backgrounds, 29% of the caseload; in the borough's 10 to 17 population the share is 14%, about half that.
The Management Board meets next on Tuesday 9 December 2025. It will have before it a sample of 12 cases audited in September, in which eight were found good, three required improvement and one was inadequate.
## 2025-09-04 2025-04-01/2025-06-30
Children at home are the largest group by headcount but have the lowest rate of repetition. The nine placed by other authorities go missing most often for their number, which we have raised with the two placing councils concerned.
Thirty-eight episodes were recorded in April, 49 in May and 56 in June, so that the number rose with each month that passed. Warm evenings and the end of examinations are the usual explanation, and the same pattern was seen in 2023 and 2024.
More than four in five (119, or 83.2%) ended within a day. Of the five that went on for three days or longer, two involved the same girl, who was staying with her aunt in another county; the longest lasted 11 days.
Eleven children went missing three times or more. Between them they had 74 episodes, just over half of the total. One boy alone had 13. Of the other children, 22 were missing twice and 25 once.
All 11 have had a strategy meeting. For eight of them a trigger plan is in place with the police, and the remaining three plans were being written at the time of this report.
The target is that 80% of accepted interviews be held within 72 hours. With 83 out of 104, the quarter finished just under that mark and is rated amber. It is the best result for five quarters even so.
Four episodes did not lead to an offer. In each, the child had been arrested on return and was interviewed by a youth justice worker instead. Thirty-five offers were declined, 20 of them by children who had already had an interview in the previous fortnight.
Interviewers noted the reasons that children gave. More than one may apply.
Those answers number 142 for 104 interviews, so a good many children gave more than one.
The multi-agency panel considered 19 children. Criminal exploitation was the concern for 12 and sexual exploitation for nine; two are in both counts. Risk was judged high in five cases, medium in eight and low in six.
Not everyone who goes missing is known to that panel. Of the fifty-eight youngsters with an episode this quarter, 14 were among the 19 discussed; the other five on the panel's list had not been missing at all.
Seven names were removed for one reason or another. The panel sat on the second Tuesday of each month: 8 April, 13 May and 10 June.
Statistical neighbours report that 11% of looked-after children had at least one missing episode in the quarter. Our 22 were drawn from 412 in care, or 5.3%, less than half the neighbour rate. We treat that with caution, since two of the neighbours also count absences without permission.
A new RHI provider takes over on Wednesday 1 October 2025 under a two-year contract worth £164,000, or £82,000 a year.
## 2026-02-26 2025-10-01/2025-12-31
An IHA must be done within 20 working days of a child coming into care. It is carried out by a doctor.
Performance was best in November, and October was poorest. No month reached the target. In the second quarter the rate was 74.5%, so the movement is slight.
Eleven assessments were late, for the reasons shown:
Seven of the late ones were for children placed outside the borough, where we depend on the host area's paediatricians. Among the 28 new entrants placed inside Calderwick just four were late, which is 14.3%; for the 16 placed elsewhere the proportion is 43.8%.
A worked example may help members. A child who came into care on Monday 3 November had to be seen by Monday 1 December, 20 working days later. The appointment took place on 28 November, one working day inside the limit, and counts as in time.
Both age groups were above target. Nine reviews were late, all but two of them for children of five or over; four of the nine were teenagers who declined and later changed their minds.
At the end of December 426 children were looked after. A dental check in the previous 12 months was recorded for 371, or 87.1%, and immunisations were up to date for 389, or 91.3%. Neighbours average 82% and 86% on these two measures.
Thirty-one children have neither seen a dentist in the year nor registered with one. A mobile unit will call at the three largest children's homes in March.
The questionnaire is for children aged 4 to 16 who have been in care for a year or more. There were 284 of them at the end of the quarter and 241 forms came back.
About a third of those who returned a form, 34.9%, scored in the highest band. The mean score of 14.2 lies just inside the borderline range, although fewer children fall in that band than in either of the others.
Twenty-six children were referred to the specialist mental health team. Waits for a first appointment ran from three weeks to 21, with an average of nine. Nineteen have now been seen and seven have a date.
The service is paid for jointly. The Integrated Care Board gives £286,000 and the council £94,000, together £380,000, so that roughly one pound in four is ours. It buys 5.4 full-time nurses and six doctor's sessions a week.
Vacancies have eased. Of the 5.4 posts, 4.8 are now filled, against 3.6 in September.
Three actions have been agreed with health partners.
1. An extra IHA clinic was run on Saturday 17 January 2026 and saw six children.
2. From 2 March, social workers will send the consent form within two working days instead of five.
3. A reciprocal agreement with two neighbouring boroughs, which between them host nine of our children, is to be signed by 30 April 2026.
If the first two had been in force in the third quarter, our estimate is that five of the 11 late assessments would have been in time, lifting the rate to 86.4%.
"""
