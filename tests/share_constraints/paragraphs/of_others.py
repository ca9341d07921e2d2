"""Right paragraphs of sixteen reports by another author."""

# ruff: noqa: E501

PARAGRAPHS = """\
## 2016-05-10 2015-10-01/2016-03-31
Report of the Principal Social Worker to the Children's Scrutiny Committee, Tuesday 10 May 2016
Between 1 October 2015 and 31 March 2016, 96 children's files were audited, 16 in each month. In the six months before, 90 were audited. Each file was read by a manager from a different team, who also spoke to the social worker. An audit took between two and a half and six hours, with a mean of three and a half, so that the exercise took 336 hours in all; at £32 an hour this is £10,752.
Five files were outstanding and 43 good. Of the rest, 36 required improvement and 12 were inadequate. Exactly half were therefore good or better, against 39 of 90 (43.3%) in the previous six months, a gain of 6.7 percentage points. One file in eight was inadequate, down from one in six (15 of 90). The direction is right, but the target is that 60% should be good or better and we remain ten points below it.
Only one of the four services, looked-after children, met the target. Disabled children came second and would have met it with one more good file. In assessment, files requiring improvement outnumbered those that were good or better, by 13 to 12; in the other three services it was the other way round. Assessment and safeguarding together supplied nine of the 12 inadequate files, which is three quarters, though they supplied 58 of the 96 files audited, or 60.4%.
The child's own views were recorded well on 71 files (74.0%). Supervision had been recorded within the last four weeks on 58 (60.4%). Forty-seven files had both, so 24 had the child's views only, 11 had supervision only and 14 had neither. A chronology that was up to date was found on 52, a little over half.
One audit in four was moderated by an independent reviewer. Of these 24, the grade was agreed in 21 (87.5%). It was changed in three: two were moved down and one was moved up. The grades in this report are those after moderation.
No child was found to be at immediate risk. By 31 March ten of the 12 files had been audited again. Seven of the ten were now good and three required improvement; none was still inadequate. The remaining two will be looked at by Friday 27 May 2016.
That Members note the findings and receive the next report in November 2016.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Head of Human Resources to the Safeguarding Committee, 10 May 2016
We check everyone who works closely with children before they start, and we check them again every three years. This report tells Members how well we did that from October 2015 to March 2016.
On 31 March 2016 we had 412 people in posts that need an enhanced check:
On 30 September 2015 there were 405, so the number has grown by seven.
Of the 412, 399 had a check less than three years old. That is 96.8%, up from 93.6% in September (379 of 405). Our target is 100%, and we are not there yet. The number overdue has halved, from 26 to 13.
Only the residential group reached the target. Transport escorts are our smallest group and yet have the most overdue: six of the 13, which is nearly half, from about one in nine of the staff.
That last person was on long-term sick leave for the whole of the 104 days and had no contact with children.
Thirty-seven people joined us. For 34 of them (91.9%) the check was back before the first day. The other three began under a signed risk assessment, and none was left alone with a child. Their results came after six, nine and 15 days, an average of ten.
We also looked at the 37 recruitment files. Two references were on 35 files, and gaps in employment were explained on 33. Both were right on 32 files. That leaves four files with one of the two missing and one file with neither; all five have since been put right.
We received 148 certificates: the 37 for new starters and 111 renewals. Nine of the 148 (6.1%) disclosed something. Six of these were old or minor matters and needed no action. The remaining three went to the Head of Service, who agreed two appointments with conditions and withdrew one offer.
About two in five of our staff, 164 of 412, now pay for the DBS update service, which lets us look online at any time. It costs £13 a year each. If all 412 joined and we paid, the bill would be £5,356 a year.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Performance Manager to the Corporate Parenting Board, 10 May 2016
There were 402 children looked after on 31 March 2016. Six months earlier there were 396; since then 88 had started to be looked after and 82 had ceased. A year earlier there were 387, so the increase over twelve months was 15, or 3.9%.
With 58,400 children in the borough the rate is 68.8 per 10,000. On the same population the rate a year ago was 66.3. Both are higher than the rate for England, 60 per 10,000 at 31 March 2015.
Six in ten children (240, 59.7%) were aged ten or over. Fewer than one in five (78) were under five. The median child was in the 10 to 15 group.
Four of the seven types grew and three shrank. Agency fostering grew most in number, by 14 or 16.9%; in proportion only the small "other" group grew faster (18.2%). The first three rows are all fostering: 304 children, or 75.6% of all those looked after, compared with 289 (74.7%) in 2015. Of the 304, 52.0% were with in-house carers, 31.9% with agencies and 16.1% with relatives or friends.
An agency placement costs £860 a week on average and an in-house one £420, a difference of £440 a week or £22,880 over 52 weeks. The 97 agency placements together cost £83,420 a week.
One child in six, 67 of 402, lived more than 20 miles from home.
In the year 37 children had three or more placements. This is 9.2%, better than the 11.1% (43 of 387) of a year ago, better than the target of 10% or less and lower than the England figure of 10%. The 37 and the 67 overlap: 15 children are in both, so that 89 children were far from home, or had moved often, or both.
From October to March 471 reviews were due and 451 were held on time (95.8%; target 95%). Of the 20 late reviews, 14 were less than two weeks late. The remaining six were later than that.
Health measures are for the 288 children who had been looked after for twelve months or more. Of these 262 (91.0%) had an up-to-date health assessment and 247 (85.8%) had seen a dentist. The target for both is 90%, so the first was met and the second was not. Thirteen more dental checks would have been enough to meet it.
The next report will cover April to September 2016.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Service Manager, First Response, to the Children and Families Committee, 10 May 2016
Very. We took 1,308 referrals between October and March. In the same months a year before it was 1,236, so that is 72 more, or a rise of 5.8%. It is also slightly more than the 1,290 we took in the summer half of the year.
December is always quiet because schools are shut for part of it, and March was our busiest month, with 67 more than December. The average was 218 a month and the median 222. Four of the six months were above average; October and December were not.
Put the two halves of the year together and you get 2,598 referrals, which for our 45,600 children is a rate of 569.7 per 10,000. England's rate for 2014/15 was 548.3, so we are a bit above that.
(If you add the percentages up you will get 100.2. That is only the rounding.) The police and schools between them sent us 720, more than half (55.0%). Health comes third. The police sent 38 more than schools did.
Mostly. A manager has to decide within one working day. We managed that 1,197 times, or 91.5%. Our target is 95%, and we would have needed another 46 to get there. Of the 111 late ones, 84 were decided the very next working day and 27 took longer than that.
So for every ten referrals, about seven lead to an assessment.
Some do. Of the 1,308, 289 were about a child who had been referred in the previous 12 months. That is 22.1%. A year ago it was 297 of 1,236, or 24.0%, the same as England's figure for 2014/15. So we have fewer repeat referrals even though we have more referrals, and I am pleased about that. We looked closely at 50 of the 289. In 31 of them the family had a new problem; in 12 it was the old problem back again; and in the remaining seven we thought we had closed the case too soon.
We will have two more advisers, making 11 where we now have nine, from Monday 6 June 2016. With them I expect to reach the 95% by the end of September. I will be back in November to tell you whether we did.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Data and Intelligence Officer to the Children's Services Scrutiny Panel, 10 May 2016
842 assessments were completed in the six months to 31 March 2016, of which 701 were within 45 working days. The proportion, 83.3%, compares with 79.0% in the same months of the previous year (624 of 790) and 81.5% for England in 2014/15. It is therefore 4.3 percentage points better than a year ago and above England, but below the local target of 85%. Fifteen more assessments in time would have met the target.
Percentages are rounded and sum to 99.9. The median lies in the 26 to 35 band. The largest band is 11 to 25 days. Of the 141 late assessments, 92 (65.2%) were completed by day 60; 49 took longer, the longest of all being 97 days. Two in five (344, 40.9%) were finished within 25 days.
Two of the three teams exceeded the target. East did not: it completed the same number as South but 31 fewer in time. Had East matched South, the council's figure would have been 732 of 842, or 86.9%. Five of East's 12 social work posts were vacant on 31 March. Of the 141 late assessments, 68, nearly half, were East's.
The child was seen in 806 cases (95.7%). In the other 36:
Leaving out the unborn, the child was seen in 806 of 821, or 98.2%.
Domestic violence was a factor in 404 assessments (48.0%), a parent's mental health in 286 (34.0%), alcohol in 163 (19.4%) and drugs in 149 (17.7%). More than one factor can be recorded for a child, so these must not be added together; they come to 1,002, more than the number of assessments.
The commonest outcome was a child in need plan. More than half (479, 56.9%) led either to such a plan or to an enquiry.
Speed is not everything. Forty assessments were dip-sampled in February: 26 were good, ten required improvement and four were inadequate. The share that were good, 65%, is ten points higher than in the sample of 40 in September, when 22 were good.
A recovery plan for East was agreed on Wednesday 20 April 2016. It is forecast that East will reach 80% by 30 September 2016.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Independent Reviewing Manager to the Cabinet Committee for Children, 10 May 2016
At 31 March 2016, 247 children were subject to a plan. At 30 September 2015 the number was 239; 118 plans were started and 110 were ended in the six months between. At 31 March 2015 there were 231. The increase over the year was 16, or 6.9%.
The child population is taken as 52,500 throughout. On that basis the rate has risen from 44.0 per 10,000 to 47.0. The rate for England at 31 March 2015 was 42.9, so Hexley was above it on both dates. The 247 children belong to 126 families, an average of just under two children each.
Neglect was the largest category in both years and now makes up 47.8% of plans. With emotional abuse it accounts for more than four fifths (204 of 247). Physical and sexual abuse each fell by two. (There are 118 neglect plans; the number of plans of every category started in the period happens also to be 118.)
Six of the children were not yet born. A further 97 were under five, 76 were aged five to nine, 61 were ten to 15 and seven were 16 or 17. More than two in five (103, 41.7%) were thus unborn or under five.
Of the 118 plans started in the period, two were also ended within it, which leaves the 116 shown in the first two rows. About one child in five (52) had been on a plan for a year or more. Seven, or 2.8%, had been on one for two years or more.
Of the 118 plans started, 21 (17.8%) were for children who had had a plan before. In the same months of the previous year it was 25 of 121 (20.7%). The proportion is now within the target of 18% or less, though still above England (16.6% in 2014/15).
Initial conferences were held for 131 children. A plan was made for 118 of them (90.1%) and not for the other 13. For 105 of the 131 the conference was held within 15 working days, that is 80.2%, compared with 74.7% for England in 2014/15.
At the end of March, 228 of the 247 children (92.3%) had been visited in the last ten working days. Of the remaining 19, 12 had been visited within 15 working days and seven had not. Of 219 reviews, all but six were held in time (97.3%).
Of the 110 plans that ended, 71 (64.5%) were replaced by a child in need plan. One in five (22) ended because the child became looked after. Nine children moved to another council's area, five turned 18 and three needed no further help.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Leaving Care Manager to the Corporate Parenting Panel, 10 May 2016
We want for our care leavers what any parent would want: a safe place to live, something worthwhile to do and somebody to ring. Here is where we had got to on 31 March 2016.
We have 128 care leavers aged 19 to 21: 45 are 19, 43 are 20 and 40 are 21. A year ago we had 121, so there are seven more. Our team also works with 60 young people aged 16 to 18. That makes 188 altogether for eight personal advisers, or 23.5 each. We would like it to be no more than 20, and for that we would need ten advisers, not eight.
We are in touch with 117 of the 128, which is 91.4%. Of the other 11, five have dropped out of sight, four have told us politely that they do not want us any more, and two live abroad.
(The percentages are rounded and come to 99.9.) The first three rows together are 66 young people, or 51.6%. Last year it was 55 of 121, or 45.5%, so we have gone up by 6.1 points. England's figure for 2015 was 48%, and we have gone from below it to above it. The 11 not known are the same 11 we are not in touch with.
Of the 51 not in education, work or training, 14 are pregnant or bringing up a small child and 12 are ill or disabled. That leaves 25, just under half, for whom the reason is something else. They are the ones we worry about most.
We think 105 (82.0%) are in suitable accommodation, close to England's 81%. Twelve are not, and for 11 we do not know. Of the 105:
Of the 12 in unsuitable places, five are in prison, four are sofa-surfing, two are in bed and breakfast and one is in an emergency hostel. So seven of the 12 are homeless or nearly so, and we have a plan for each.
In the six months we paid the full £2,000 setting-up-home grant to 23 young people, £46,000 in all.
We had reviewed 113 of the 128 plans in the last six months: 88.3%, against a target of 95%. Nine more would have done it.
We asked all 128 how things were and 54 replied, a little over two in five. Of those 54, 41 feel safe where they live, eight do not and five are not sure. So three quarters of those who replied feel safe, but we cannot say it of the 74 who did not reply. Thirty-nine know how to complain. All eight who do not feel safe had been visited by Thursday 14 April.
Members agreed two more advisers in February. Both start on Monday 4 July 2016, and with 188 young people that will bring us down to 18.8 each.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Fostering Service Manager to the Children's Select Committee, 10 May 2016
The nine who left gave these reasons: four retired, two moved to an agency and two became special guardians of the child they fostered. The remaining household had its approval ended by the panel because of poor standards of care.
About one enquiry in 13 ends in approval. Some of those approved enquired before October, and some who enquired in the period are still being assessed, so the shares are only a guide. With the 11 approved from April to September, the year's total is 25. The target was 30, so recruitment was five short. Of the 14 approvals, nine (64.3%) were completed within six months.
The 131 mainstream households offer 236 places, an average of 1.8 each. On 31 March:
Twelve of the 21 vacancies are for children under five only, six are for those aged five to ten and three are for older children. More than half of the vacant places are thus for the youngest, while most of the children waiting for a placement (nine of 14) are 11 or over.
Eight allegations were made about seven households, six of which were still approved on 31 March (3.7% of the 163). Two allegations were substantiated, five were not, and one was still being looked into at the end of March. Both substantiated allegations concern the same household, the one whose approval was ended.
Replies came from 97 of the 163 households (59.5%).
The rounded percentages add up to 100.1. Four in five (78, or 80.4%) said good or very good. Fewer than half of those 78 said very good. In 2015 the figure was 66 of 88, or 75.0%.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Customer Relations Officer to the Standards Committee, 10 May 2016
Sixty-two complaints were received at stage one of the statutory procedure between 1 October 2015 and 31 March 2016. In the same period of the previous year 71 were received. The number has therefore fallen by nine, or 12.7%. Over the same time compliments rose by nine, from 79 to 88.
Assessment received the most complaints, just over a third. The top two services received 39 between them and the other four the remaining 23.
Forty-one (66.1%) were made by parents, 12 (19.4%) by children or young people, five (8.1%) by foster carers and four (6.5%) by other relatives. All 12 young people were offered an advocate; the offer was accepted by nine, or three quarters.
Thirty-seven complaints were answered within ten working days and a further 17 within 20, so that 54 (87.1%) were answered within 20 days. The other eight took longer, the slowest of them 34 days. The target is that 90% should be answered within 20 days. It was missed by two complaints.
Of the 58 complaints on which a decision was made, 33 (56.9%) were upheld in whole or in part. "Not upheld" was nevertheless the most frequent single outcome.
Eighty-six themes were recorded, an average of 1.4 per complaint, since a complaint may have more than one. Communication was a theme in 29, delay in 21, a disputed assessment or decision in 18, staff conduct in 11 and placement in seven.
In three complaints it was said that a child might not be safe. All three were passed to the duty manager on the day they were received. An enquiry was started in one of them; in the other two it was found that none was needed.
Six complaints, or 9.7% of the 62, went on to stage two. Two were upheld, three were partly upheld and one was not. One investigation was finished within 25 working days, four more within the extended limit of 65 and the last in 71. The independent investigators' fees ranged from £1,480 to £3,960 and averaged £2,350, giving a total of £14,100. One complaint was taken to a stage three panel. Two were made to the Ombudsman, who found fault in one and none in the other.
Twenty-three actions were agreed as a result of complaints. Nineteen had been completed by the end of March, which is 82.6%. The remaining four are due by Thursday 30 June 2016. Among the completed actions were:
## 2016-05-10 2015-10-01/2016-03-31
Report of the Missing and Exploitation Co-ordinator to the Community Safety and Safeguarding Committee, 10 May 2016
The two groups have almost the same number of children, but looked-after children had 63.6% of the episodes. The 48 are 14.1% of the 341 children who were looked after at some time in the period; so about six in seven did not go missing at all. Nineteen of the 48 were placed outside the borough and 29 inside it.
The monthly mean was 35.7 and the median 36. Three months were above both: October, November and March. From the low point in December the number rose every month, but March was still four below October.
Of the 97 children, 55 were girls (56.7%) and 42 boys. Nine were under 13, 31 were 13 or 14, 29 were 15 and 28 were 16 or 17. A majority, 57, were 15 or over.
Fifty-eight children went missing once only and 17 twice. Fourteen went missing between three and five times (51 episodes between them) and eight went missing six times or more (71 episodes). These eight are 8.2% of the children but account for 33.2% of the episodes, almost exactly one third. Five of the eight are looked after.
Four in five (173, 80.8%) ended within a day. Adding the rounded figures in the first two rows gives 80.9, and in all four 100.1; the differences are due to rounding. All the children had been found by 31 March.
An independent interview was offered after 205 of the 214 episodes (95.8%). It was accepted on 158 occasions, 77.1% of those offered. Of the 158, 121 took place within 72 hours of the child's return. That is 76.6%, below the target of 80%; six more in time would have reached it. Taking all 214 episodes as the base, an interview took place after 73.8%.
Thirty-one of the 97 children, a little under a third, were assessed as being at risk of sexual exploitation: six at high risk, 11 at medium and 14 at low. All six at high risk have a plan overseen by the multi-agency panel, which meets on the first Wednesday of each month; it last met on 4 May 2016.
1. A second return interviewer will start on Monday 13 June 2016.
2. The target of 80% within 72 hours is forecast to be met in the quarter from July to September.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Assistant Director to the Overview and Scrutiny Committee, 10 May 2016
We have more permanent social workers than we had in September and fewer of them carry too many cases. We still depend on agencies in two teams, and our turnover is too high.
Twenty-seven of our 124 posts have no permanent worker: 18 are covered by agency staff and nine are empty. This is a vacancy rate of 21.8%, compared with 27.4% in September (34 posts of the same 124). England's rate at 30 September 2015 was 17%, so we have narrowed the gap but not closed it.
Agency workers make up 18 of the 115 people in post, or 15.7%, close to England's 16%. All but two of the 18 are in Assessment or Safeguarding. Only one of our five teams is full with permanent staff.
We had 90 permanent workers at the end of September. Sixteen joined and nine left, which makes 97. Over the whole year to 31 March 21 left, from an average of 92, a turnover of 22.8%; England's was 16% in the year to September 2015. Twelve of the 21 had left in the first half of the year, so the pace has slackened.
Seven of the nine leavers gave us an exit interview. Four mentioned caseloads and five mentioned pay; two mentioned both, so each of the seven mentioned at least one.
The table counts permanent and agency workers and leaves out the ten chairs and reviewing officers, who hold no cases. Every team's average is below our ceiling of 20. An average can hide a good deal, however. Thirty-one workers have 15 children or fewer and 52 have between 16 and 20. Seventeen have between 21 and 25, and five have 26 or more. So 22 workers, 21.0%, are over the ceiling. In September it was 33 of 98 (33.7%). The highest caseload is now 29; it was 34.
For the 14 newly qualified workers the ceiling is 15. It is kept for 11 of them. The other three have 16, 16 and 18.
In March, 89 of the 105 workers (84.8%) had supervision at least once. Our standard is 90%, and we would have met it with six more.
An agency worker costs us £1,450 a week and a permanent one £900. The extra £550 a week for 18 workers comes to £9,900 a week, or £514,800 over 52 weeks.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Workforce Development Officer to the Safeguarding Sub-Committee, 10 May 2016
Sixty-four sessions were run from October 2015 to March 2016, with 18 places at each, or 1,152 places. Of these 1,014 (88.0%) were booked and 893 were taken up. That left 121 bookings not used: 73 were cancelled beforehand and for 48 nobody came. At £48,222 the programme cost £54 for each attendance.
Basic safeguarding was the best attended, with 38.2% of all attendances. Two courses were above the overall average of 14.0 and four were below it. Allegations against staff had both the fewest sessions and the lowest average.
Most attendances, 517, were from outside the council. Somebody who attended two courses is counted twice; the 893 attendances were made by 702 people. More than two thirds of all attendances were from the council or schools (617).
Safeguarding training has to be renewed every three years. On 31 March 2016 it was in date for 291 of the 318 staff who need it, 91.5%. In September it had been 274 of 311, 88.1%, so there has been a rise of 3.4 percentage points. The target is 95%, for which a further 12 people would have been needed. Of the 27 not in date:
There are 58 schools in the area. In all but three the designated lead has been trained within the last two years. All three are booked for Thursday 16 June 2016.
For the 893 attendances 652 evaluation forms were returned (73.0%). Of the 652, 313 rated the course excellent, 271 good, 55 fair and 13 poor. So nine in ten (584, 89.6%) said good or excellent. Just under half said excellent.
Those on the exploitation course took a short test before and after. The average mark rose from 61 to 78 out of 100, an increase of 17 marks.
Three months after the neglect course 96 people were asked whether they had changed how they work. Sixty replied, of whom 45 said yes. That is three quarters of those who replied, though only 47% of those who were asked.
It is proposed to run 120 sessions in 2016/17. The same number of sessions in each half would be 60, four fewer than in the half-year reported here, but fuller: the aim is an average of 16 people, which would give 1,920 attendances in the year. Non-attendance without notice will be charged at £40 from 1 September 2016. Had the charge applied to the 48, it would have brought in £1,920.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Finance Business Partner to the Resources Committee, 10 May 2016
The budget for children's safeguarding in 2015/16 was £31.6m. The provisional outturn is £33.2m, an overspend of £1.6m or 5.1%. Of the £33.2m, £16.2m was spent from April to September and £17.0m from October to March, so the second half of the year was £0.8m dearer than the first. The forecast made in December was £33.5m; the result is £0.3m better than that.
Spending in 2014/15 was £30.8m. It has thus grown by £2.4m, or 7.8%, in a year.
Three headings were overspent, by £2.4m in all. Two were underspent, by £0.8m, and one was on budget. Placements take up the greatest share of spending, 47.9%, and by themselves were overspent by more than the net total. The underspend on early help came from seven posts left empty until January.
Children's homes take 39.6% of the money for 10.9% of the children. Over 52 weeks, a place in a home costs on average £3,365 a week, an agency foster placement £869 and an in-house one £408. An agency placement is thus more than twice as dear as one of our own, and a place in a home nearly four times as dear as an agency placement. Homes are the dearest type and in-house fostering the cheapest.
If ten children who are with agency carers had been with our own carers all year, at these averages we would have saved £239,590.
Care proceedings were begun 47 times, against 38 in 2014/15: nine more, or 23.7%. Of the 47, 25 were begun in the second half of the year and 22 in the first. Legal costs rose with them, to £1.3m from £1.0m.
Savings of £0.9m were planned and £0.6m, two thirds, were made. The remaining £0.3m has been carried into 2016/17.
The overspend will be met from the children's reserve, which falls from £4.0m to £2.4m. The reserve could bear one more overspend of the same size but not two.
The budget for 2016/17 is £33.0m. This is £1.4m (4.4%) more than last year's budget but £0.2m less than was actually spent, so spending has to fall slightly, even before inflation, if the budget is to balance. I will report the first forecast on Tuesday 12 July 2016.
That the Committee notes the outturn and approves the use of £1.6m from the reserve.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Director of Children's Services to Council, Tuesday 10 May 2016
Ofsted inspected our services from Monday 11 January to Thursday 4 February 2016, 25 days counting the first and the last. The report was published on Tuesday 29 March 2016.
The inspectors tracked 22 cases in depth and sampled a further 142, which makes 164. They also spoke to 118 members of staff, 37 children and young people and 19 parents.
Of the five areas, one was good and four require improvement. None was inadequate and none was outstanding. No child was found to have been left at risk of immediate harm, but the inspectors referred nine cases back to us for a closer look, of which we changed the plan in four.
Before the inspectors arrived we graded the 22 tracked cases ourselves. They then did the same.
We called half of the cases good; they called just over a third good. The two grades agreed in 16 cases (72.7%). Of the remaining six, the inspectors' grade was lower than ours in five and higher in one. Where we differed, then, we were usually too generous.
There are 14 recommendations: four about management oversight, three about assessments, three about looked-after children, two about care leavers and two about data. Half of them, therefore, are about either management oversight or assessments.
We have turned the 14 recommendations into 38 actions, an average of 2.7 each. The least for any recommendation is one and the most is six.
Because of rounding the four percentages add up to 100.1. More than four fifths of the actions (31) are complete or on track. Of the five that are slipping, three depend on the new case-recording system, which is now due to go live on Monday 3 October 2016 and not in July as first planned. Neither of the two not yet started is due to start before June.
We have to send our plan to Ofsted within 70 working days of publication. Allowing for the bank holidays on 2 May and 30 May, this means by Thursday 7 July 2016. We intend to send it on Thursday 30 June, one week early.
That Council accepts all 14 recommendations and asks for a progress report in November 2016.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Improvement Lead to the Children's Improvement Committee, 10 May 2016
The plan has five priorities and 48 actions. By 31 March 2016, 30 were complete, 12 were on track and six were late.
Five actions in eight are complete (62.5%), a quarter are on track and one in eight is late. When the Board met in January, 21 were complete, 18 were on track and nine were late. So nine more have been completed since then and the number late has fallen by three.
The front door is the only priority with nothing late. More than half the actions are complete in every priority except workforce, where it is four of nine. Quality assurance has the highest proportion complete, five of six.
Of the six late actions, three wait on recruitment, two on the computer system and one on a partner agency. Four have a new date of 31 May 2016 and the other two of 30 September 2016.
For six of the measures a higher figure is better, and for repeat referrals and the agency share a lower one is. Seven of the eight have improved. The exception is personal education plans, which slipped by two points.
In September no measure met its target; now three do (initial conferences, supervision and looked-after reviews). Of the five that do not, assessments and repeat referrals are each within one point, the agency share is four points away, visits five and education plans 14.
The greatest improvement was in supervision, by 18 points, followed by assessments, by 12. Visits and initial conferences improved by nine points each. Counting the slip as minus two, the average improvement over all eight was 7.75 points and the median was eight.
The Improvement Board met six times, always on a Thursday: 8 October, 5 November, 3 December, 14 January, 11 February and 10 March. Its 11 members could have made 66 attendances and made 57 (86.4%).
One-off funding of £640,000 was set aside. By the end of March £410,000 (64.1%) had been spent, leaving £230,000. Of the money spent:
At the average rate of the past six months, in which £210,000 of the £410,000 was spent, £35,000 a month, the rest would last about six and a half months, into October.
I shall report again in November 2016, when all 48 actions should be complete.
## 2016-05-10 2015-10-01/2016-03-31
Report of the Participation Officer to the Children's Committee, 10 May 2016
Every winter we ask people how safe they feel and what they think of us. The questions went out on Monday 18 January 2016 and the last replies were counted on Friday 26 February.
Staff were the most likely to reply and parents the least. Leaving staff out, 278 of 666 replied, or 41.7%. In only two of the four surveys did more than half reply, so please read the others with care.
So 136 of the 148 always or mostly feel safe. That is 91.9%, up from 88.1% last year (118 of 134), a rise of 3.8 points. There were also 14 more replies than last year.
Twelve children said sometimes or never. Nine had given their names, and all nine were seen by their reviewing officer within five working days. Two of them have since moved. The other three of the 12 had replied without a name, so we could not go to see them.
The older the child, the less likely they are always to feel safe. Even among the oldest, though, nearly two thirds do.
Three children left out the question about trusting their social worker. Of the 145 who answered it, 104 (71.7%) said they do. Three in ten of all who replied (44 of 148) said they see their social worker too little.
Of the 37, 28 know why they have a plan, and nine do not. Twenty-three said that things at home were better than before the plan (62.2%), ten that they were the same and four that they were worse. The four were all visited within two working days.
Of the 93 parents, 58 felt listened to (62.4%), 22 did not and 13 were not sure. Fewer than half, 43, had been given a copy of the report before the meeting. It should have been all of them.
Of the 131, 69 said their caseload was manageable (52.7%) and 108 said they had supervision every month (82.4%). These overlap: 61 said both. That means that 15 said neither. Asked to mark their morale out of ten, staff gave an average of 6.4, compared with 5.9 a year ago.
1. Give every parent the report at least two working days before the meeting, from 1 June 2016.
2. Hold a forum for 16 and 17 year olds about feeling safe, on Saturday 25 June 2016.
"""
