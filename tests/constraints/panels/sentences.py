"""Passages of reports to panels whose sentences go on from each other.

Each passage holds `«right|wrong»` once, and is read both ways.
"""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

PASSAGES = (
    """We began the year with 142 fostering households. Nineteen were approved and 24 resigned, so the service closed the year with «137|147».""",
    """We began the year with 142 fostering households. Nineteen were approved and 24 resigned, so the service closed the year with 137.

There were 61 enquiries in the final quarter. In the quarter before there had been 74. Enquiries therefore «dropped|climbed» over the winter.""",
    """We began the year with 142 fostering households. Nineteen were approved and 24 resigned, so the service closed the year with 137.

There were 61 enquiries in the final quarter. In the quarter before there had been 74. Enquiries therefore dropped over the winter.

Placements with our own carers numbered 210 at the end of March 2018, compared with 175 in March 2017. The number has grown by «a fifth|two fifths» in twelve months.""",
    """Of the 320 episodes, 272 were followed by an interview within 72 hours, which is 85%. That is «higher|lower» than the regional average of 79%.""",
    """Of the 320 episodes, 272 were followed by an interview within 72 hours, which is 85%. That is higher than the regional average of 79%.

Interviews were held for 272 of the 320 episodes (85%). The result is «short of|ahead of» the 90% target.""",
    """Of the 320 episodes, 272 were followed by an interview within 72 hours, which is 85%. That is higher than the regional average of 79%.

Interviews were held for 272 of the 320 episodes (85%). The result is short of the 90% target.

The 96 children went missing 320 times in all, or «3.3|4.3» times each on average.""",
    """The placements budget was £12.4 million. Spending came to £11.9 million, an «underspend|overspend» of half a million pounds.""",
    """The placements budget was £12.4 million. Spending came to £11.9 million, an underspend of half a million pounds.

Sixty-two allowances were paid at a standard rate of £150, a total of «£9,300|£9,900».""",
    """The placements budget was £12.4 million. Spending came to £11.9 million, an underspend of half a million pounds.

Sixty-two allowances were paid at a standard rate of £150, a total of £9,300.

Each of the 14 grants was worth £1,200 and together they cost the Council «£16,800|£18,600».""",
    """The placements budget was £12.4 million. Spending came to £11.9 million, an underspend of half a million pounds.

Sixty-two allowances were paid at a standard rate of £150, a total of £9,300.

Each of the 14 grants was worth £1,200 and together they cost the Council £16,800.

The cost of taxis was £84,000 in 2016/17 and £41,500 in 2017/18; it has roughly «halved|doubled».""",
    """There were 48 complaints in the year. Thirty-one were settled at the first stage, 12 went to an investigation and the remaining «five|nine» were withdrawn.""",
    """There were 48 complaints in the year. Thirty-one were settled at the first stage, 12 went to an investigation and the remaining five were withdrawn.

Of the 48, 31 were settled at the first stage, nearly «two thirds|three quarters».""",
    """There were 48 complaints in the year. Thirty-one were settled at the first stage, 12 went to an investigation and the remaining five were withdrawn.

Of the 48, 31 were settled at the first stage, nearly two thirds.

Nineteen of the 48 complaints concerned communication; «a minority|the majority» of complaints, in other words.""",
    """Inspectors visited on 12 September, 9 November and 6 February. On «all three|all four» visits they met children.""",
    """Inspectors visited on 12 September, 9 November and 6 February. On all three visits they met children.

Inspectors asked for improvement in «three|four» areas: supervision, case recording and the timeliness of conferences.""",
    """Inspectors visited on 12 September, 9 November and 6 February. On all three visits they met children.

Inspectors asked for improvement in three areas: supervision, case recording and the timeliness of conferences.

All six children's homes were inspected. Five were judged good and one requires improvement. «Not every|Every» home is therefore good.""",
    """There are 18 social workers in the team, all full time. Between them they hold 306 cases. The average caseload is «17|21».""",
    """There are 18 social workers in the team, all full time. Between them they hold 306 cases. The average caseload is 17.

The establishment is 120 posts, of which 102 are filled. The vacancy rate is 15%.

Fifteen social workers left during the year out of an average of 100, a turnover rate of 15%. It was 19% the year before.

Turnover has therefore «improved|deteriorated» by four percentage points.""",
    """There are 18 social workers in the team, all full time. Between them they hold 306 cases. The average caseload is 17.

The establishment is 120 posts, of which 102 are filled. The vacancy rate is 15%.

Fifteen social workers left during the year out of an average of 100, a turnover rate of 15%. It was 19% the year before.

Turnover has therefore improved by four percentage points.

Agency workers fill «nine|nineteen» of the 18 vacant posts.""",
    """There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged «22|21» to 25: 36""",
    """There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged 22 to 25: 36

Of the 156, 88 were in education, employment or training, 59 were not, and «nine|nineteen» could not be reached.""",
    """There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged 22 to 25: 36

Of the 156, 88 were in education, employment or training, 59 were not, and nine could not be reached.

In a survey 64 of the 156 replied, about «two in five|three in five».""",
    """There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged 22 to 25: 36

Of the 156, 88 were in education, employment or training, 59 were not, and nine could not be reached.

In a survey 64 of the 156 replied, about two in five.

Suitable accommodation was recorded for 140 of them («90%|80%»).""",
    """There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged 22 to 25: 36

Of the 156, 88 were in education, employment or training, 59 were not, and nine could not be reached.

In a survey 64 of the 156 replied, about two in five.

Suitable accommodation was recorded for 140 of them (90%).

Of the 16 without suitable accommodation, nine were in custody and «seven|eight» were staying with friends.""",
    """Auditors looked at 80 files. Ten were outstanding, 46 good, 19 required improvement and «five|seven» were inadequate.""",
    """Auditors looked at 80 files. Ten were outstanding, 46 good, 19 required improvement and five were inadequate.

In all 70% of files were good or better, against «62%|72%» in 2016/17, so there has been an improvement of eight points.""",
    """Auditors looked at 80 files. Ten were outstanding, 46 good, 19 required improvement and five were inadequate.

In all 70% of files were good or better, against 62% in 2016/17, so there has been an improvement of eight points.

More than «half|two thirds» of the files, 46 of the 80, were graded good.""",
    """Auditors looked at 80 files. Ten were outstanding, 46 good, 19 required improvement and five were inadequate.

In all 70% of files were good or better, against 62% in 2016/17, so there has been an improvement of eight points.

More than half of the files, 46 of the 80, were graded good.

The two teams with the lowest grades, North and East, were audited again in March. «Both|All three» teams had improved.""",
    """At the end of the school year the virtual school had 439 pupils on roll. A year earlier the figure was «412|421». The roll has grown by 27.""",
    """At the end of the school year the virtual school had 439 pupils on roll. A year earlier the figure was 412. The roll has grown by 27.

They were spread across the key stages like this: early years 38, primary 171, secondary 188 and post-16 «42|52».""",
    """At the end of the school year the virtual school had 439 pupils on roll. A year earlier the figure was 412. The roll has grown by 27.

They were spread across the key stages like this: early years 38, primary 171, secondary 188 and post-16 42.

Of the 439, 301 attended schools in the city and «138|148» went to school elsewhere.""",
    """At the end of the school year the virtual school had 439 pupils on roll. A year earlier the figure was 412. The roll has grown by 27.

They were spread across the key stages like this: early years 38, primary 171, secondary 188 and post-16 42.

Of the 439, 301 attended schools in the city and 138 went to school elsewhere.

«Just over two thirds|Just over three quarters» of the pupils, 301 of 439, go to school in the city.""",
    """There were no permanent exclusions. Twenty-one pupils had a fixed period exclusion, «six fewer|six more» than the 27 of the year before.""",
    """There were no permanent exclusions. Twenty-one pupils had a fixed period exclusion, six fewer than the 27 of the year before.

The 21 pupils lost 63 days between them, an average of «three|four» days each.""",
    """There were no permanent exclusions. Twenty-one pupils had a fixed period exclusion, six fewer than the 27 of the year before.

The 21 pupils lost 63 days between them, an average of three days each.

With 439 pupils on roll, 21 is a rate of «4.8%|8.4%».""",
    """Plans were reviewed in time for 417 of the 439 pupils, or 95%. The target of 98% was «missed|met».""",
    """Plans were reviewed in time for 417 of the 439 pupils, or 95%. The target of 98% was missed.

That left «22|32» pupils whose plan was late.""",
    """Plans were reviewed in time for 417 of the 439 pupils, or 95%. The target of 98% was missed.

That left 22 pupils whose plan was late.

A sample of 60 plans was graded. Fifteen were outstanding, 33 good and «12|22» in need of improvement.""",
    """Plans were reviewed in time for 417 of the 439 pupils, or 95%. The target of 98% was missed.

That left 22 pupils whose plan was late.

A sample of 60 plans was graded. Fifteen were outstanding, 33 good and 12 in need of improvement.

In all, 48 of the 60, or «four fifths|nine tenths», were good or better.""",
    """The grant was £2,300 for each of 400 pupils, making «£920,000|£902,000» in all.""",
    """The grant was £2,300 for each of 400 pupils, making £920,000 in all.

Of the £920,000, schools received £640,000 and the virtual school kept «£280,000|£208,000».""",
    """The grant was £2,300 for each of 400 pupils, making £920,000 in all.

Of the £920,000, schools received £640,000 and the virtual school kept £280,000.

Schools therefore had about «70%|80%» of the grant.""",
    """The grant was £2,300 for each of 400 pupils, making £920,000 in all.

Of the £920,000, schools received £640,000 and the virtual school kept £280,000.

Schools therefore had about 70% of the grant.

The virtual school spent £268,000 of its £280,000, an «underspend|overspend» of £12,000.""",
    """Four courses were run, on 3 October, 14 November, 6 February and 22 May. All «four|five» were full.""",
    """Four courses were run, on 3 October, 14 November, 6 February and 22 May. All four were full.

Attendance was 31, 28, 40 and 37, a total of «136|126».""",
    """There are 88 schools with a looked-after pupil and 86 have a trained designated teacher. «Almost every|Every» school, then, has one.""",
    """There are 88 schools with a looked-after pupil and 86 have a trained designated teacher. Almost every school, then, has one.

The other «two|four» have a teacher booked on the next course.""",
    """When the year ended the leaving care service was responsible for 348 young people. Twelve months previously it had been «319|391», so there has been a rise of 29.""",
    """When the year ended the leaving care service was responsible for 348 young people. Twelve months previously it had been 319, so there has been a rise of 29.

By age they were divided as follows:

* 17 and 18: 98
* 19 to 21: 187
* «22|21» to 25: 63""",
    """Just over half of the group, 101 of 187 (54%), were in education, employment or training: 14 at university, 31 on other courses, and 56 in a job, an apprenticeship or training. There were seven of whom we had no information.

That leaves 79 who were not in any of these. Illness or disability was the reason for 23, and 18 were pregnant or looking after a young child. The remaining «38|48» were seeking work or had given no reason.""",
    """Forty-one setting-up-home grants were paid in 2020/21 at a total cost of £82,000, each of them for the full amount of «£2,000|£2,200». Cabinet agreed in February that from 1 April 2021 the grant should be £2,300, which is a rise of 15%.""",
    """A survey was run by two care-experienced apprentices in January and February 2021. All 348 young people were asked, and 116 of them replied, or «one in three|one in four».""",
    """2.1 Ninety-eight young people entered the youth justice system for the first time in 2016/17. In 2015/16 there were 122. The number therefore «fell|rose» by about a fifth.""",
    """2.1 Ninety-eight young people entered the youth justice system for the first time in 2016/17. In 2015/16 there were 122. The number therefore fell by about a fifth.

2.2 The city has 24,500 residents aged 10 to 17. The measure is always given as a rate so that areas can be compared with one another, and ours for 2016/17 works out at «400|450» per 100,000. It was 500 in 2015/16, when the number of residents of that age was put at 24,400.""",
    """3.1 The service follows each young person for twelve months. In the latest group of 160, 56 went on to offend again, or 35%. This is «below|above» the rate for England and Wales, which is 37.7%.""",
    """3.1 The service follows each young person for twelve months. In the latest group of 160, 56 went on to offend again, or 35%. This is below the rate for England and Wales, which is 37.7%.

3.2 Those 56 young people committed 179 further offences between them, an average of «3.2|4.2» each. A small number account for a great many: eight were responsible for 71.""",
    """4.1 Eleven custodial sentences were passed, three fewer than the 14 of the year before.

4.2 Seven young people were remanded to youth detention accommodation and spent 412 nights there. That is an average of «59|69» nights. It compares with 518 nights in total in 2015/16, and the cost to the Council came down accordingly.""",
    """5.1 There were 140 identified victims of offences dealt with by the service. Contact was made with 119 and could not be made with the other 21. Of the 119, 42 took part in some form of restorative work, 51 asked only to be kept informed and «26|36» wanted nothing more to do with the matter.""",
    """On 31 March 2019 Pellworth had 248 children in its care. The figure reported to the Board for the end of the previous March was 231, and growth of a little over seven per cent in one year has been felt in every team.

Over the twelve months 104 children came into care and «87|97» ceased to be looked after, which is why the total went up by seventeen. Thirty-three of those who left did so because they had turned eighteen.""",
    """On 31 March 2019 Pellworth had 248 children in its care. The figure reported to the Board for the end of the previous March was 231, and growth of a little over seven per cent in one year has been felt in every team.

Over the twelve months 104 children came into care and 87 ceased to be looked after, which is why the total went up by seventeen. Thirty-three of those who left did so because they had turned eighteen.

As to legal status, of the 248 children at the year end 151 were the subject of a full care order, 34 of an interim order, and 21 of a placement order; the remaining «42|52» were accommodated with the agreement of their parents under section 20.""",
    """During the year 24 of the 248 children (9.7%) had three or more placements. That is marginally «below|above» the England figure of 10%, and the Board has asked that it be kept there.""",
    """An initial health assessment should be completed within 20 working days of a child coming into care. Ninety-one children remained in care long enough to need one. Seventy-one of them were seen in time, which is 78%.

In 2017/18 the corresponding figure was 69%. The gain of «nine|nineteen» percentage points owes a good deal to the clinic that the hospital trust now runs for us on alternate Fridays.""",
    """In 2017/18 a total of 1,152 early help assessments were started in Quenbury, as against 960 in 2016/17. Activity has therefore grown by «a fifth|a third», and growth was fastest in the secondary schools.""",
    """There were 1,040 closures in the year, for these reasons:

* needs met: 676
* consent withdrawn: «156|165»
* stepped up to children's social care: 104
* moved away: 62
* other: 42""",
    """There were 1,040 closures in the year, for these reasons:

* needs met: 676
* consent withdrawn: 156
* stepped up to children's social care: 104
* moved away: 62
* other: 42

Nearly two thirds of closures, then, were for the best of reasons, and one in ten because the family needed a statutory service.

Five hundred and eight cases were open when the year began. Allowing for those started and those closed, 620 were open at the end of it.

Of the cases open at the end of the year 248 were held by the Council's own family workers and the rest by partners.

There are 31 family workers, all full time, based in the hubs. The practice manual says that nobody should hold more than ten families. At the end of March the average was «eight|eleven», and no worker was over the limit.""",
    """The borough has attached 389 families to the national programme since this phase began, against an expected 410. Claims have been made for 164 of them, or about two in «five|three». A claim can be made only when progress has been kept up for six months, or when an adult has moved into lasting work.""",
    """The early help quality group looked at 40 files in February. It found six to be outstanding, 22 good, ten in need of improvement and two inadequate. In other words 70% were good or better.

Common weaknesses were plans without dates and little sign that younger children had been spoken to. Training has been arranged with both in mind, and a second audit will take place in quarter «2|5» of 2018/19 to see what difference it has made.""",
    """At the end of August 2019 the Council maintained 1,284 education, health and care plans, compared with «1,146|1,164» a year earlier. This is an increase of 138, or 12%.""",
    """At the end of August 2019 the Council maintained 1,284 education, health and care plans, compared with 1,146 a year earlier. This is an increase of 138, or 12%.

The change is made up of 231 new plans issued, less «93|39» that came to an end, in most cases because the young person had finished college.""",
    """At the end of August 2019 the Council maintained 1,284 education, health and care plans, compared with 1,146 a year earlier. This is an increase of 138, or 12%.

The change is made up of 231 new plans issued, less 93 that came to an end, in most cases because the young person had finished college.

The plans record the following as the main need:

* autism: 398
* speech, language and communication: 247
* social, emotional and mental health: «226|262»
* moderate learning difficulty: 164
* all others: 249""",
    """Three hundred and forty-two requests were received from parents, schools and others. After consideration by the weekly panel it was agreed to assess in 268 cases, and the other «74|64» were declined. Every parent whose request was declined was offered a meeting, and about half took it up.""",
    """In all, 38 appeals were lodged. Seventeen were conceded or settled, nine were withdrawn by the parents, eight were decided at a hearing and four had still to be heard when the year ended.

Of the eight that were decided, six went wholly or partly in the parents' favour, that is to say «three quarters|two thirds».""",
    """There were 214 appointments to posts working with children.

In 211 cases the DBS certificate had been seen before the person's first day. The other three started under a written risk assessment and were not left alone with children. «Not all|All» of those appointed, therefore, had a certificate in advance, but the exceptions were properly managed.""",
    """Managers used to complain, with reason, of how long checks took. In the autumn term the average was 24 days. It went down to 19 in the spring and by the summer was 12, so that the wait has «halved|doubled» in the space of a year. Online applications are the main cause.""",
    """The human resources team and the safeguarding unit looked at 60 personnel files, on 14 June and 21 June 2016, thirty at a time. On «both|all three» days a headteacher took part as an independent member.""",
    """The DBS charges £44 for an enhanced check; volunteers are free. Wexdale paid for 655 checks during the period, which cost «£28,820|£28,280», and had a further 97 done free of charge.""",
    """The DBS charges £44 for an enhanced check; volunteers are free. Wexdale paid for 655 checks during the period, which cost £28,820, and had a further 97 done free of charge.

The budget set aside for the purpose was £31,000. Expenditure was thus «below|above» budget by £2,180.""",
)
