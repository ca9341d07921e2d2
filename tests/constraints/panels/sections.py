"""Whole sections of reports to panels, in which every number is right."""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

SECTIONS = (
    """# Fostering

We began the year with 142 fostering households. Nineteen were approved and 24 resigned, so the service closed the year with 137.

There were 61 enquiries in the final quarter. In the quarter before there had been 74. Enquiries therefore dropped over the winter.

Placements with our own carers numbered 210 at the end of March 2018, compared with 175 in March 2017. The number has grown by a fifth in twelve months.""",
    """# Missing children

Of the 320 episodes, 272 were followed by an interview within 72 hours, which is 85%. That is higher than the regional average of 79%.

Interviews were held for 272 of the 320 episodes (85%). The result is short of the 90% target.

The 96 children went missing 320 times in all, or 3.3 times each on average.""",
    """# Health

Table: Health of children looked after
| Measure | 2016/17 | 2017/18 |
| Initial assessments in time | 62% | 71% |
| Dental checks | 88% | 84% |
| Immunisations | 90% | 93% |

Performance on initial assessments improved during the year, and the designated nurse deserves the credit.

Dental checks fell by four percentage points.

Immunisations are up on the year before.""",
    """# Stability

Table: Moves in the year
| Year | Children | With three or more moves | Share |
| 2014/15 | 240 | 31 | 13% |
| 2015/16 | 250 | 30 | 12% |
| 2016/17 | 260 | 29 | 11% |
| 2017/18 | 270 | 27 | 10% |

The share of children with three or more moves has fallen for the third year running.

At 10% the share is the lowest of the four years.

In 2016/17 there were 29 children with three or more moves.""",
    """# Money

The placements budget was £12.4 million. Spending came to £11.9 million, an underspend of half a million pounds.

Sixty-two allowances were paid at a standard rate of £150, a total of £9,300.

Each of the 14 grants was worth £1,200 and together they cost the Council £16,800.

The cost of taxis was £84,000 in 2016/17 and £41,500 in 2017/18; it has roughly halved.""",
    """# Complaints

There were 48 complaints in the year. Thirty-one were settled at the first stage, 12 went to an investigation and the remaining five were withdrawn.

Of the 48, 31 were settled at the first stage, nearly two thirds.

Nineteen of the 48 complaints concerned communication; a minority of complaints, in other words.

One complaint, received on 4 May 2017, was not answered until 6 September 2017, four months later.

The standard is ten working days. Forty complaints were answered inside it, and eight were not.""",
    """# Inspection

Inspectors visited on 12 September, 9 November and 6 February. On all three visits they met children.

Inspectors asked for improvement in three areas: supervision, case recording and the timeliness of conferences.

All six children's homes were inspected. Five were judged good and one requires improvement. Not every home is therefore good.

The new recording standard will be in place by 30 September 2018.

The board meeting of 14 June 2018 considered a draft of this report.

The next inspection briefing is on Tuesday 24 July 2018.""",
    """# Workforce

There are 18 social workers in the team, all full time. Between them they hold 306 cases. The average caseload is 17.

The establishment is 120 posts, of which 102 are filled. The vacancy rate is 15%.

Fifteen social workers left during the year out of an average of 100, a turnover rate of 15%. It was 19% the year before.

Turnover has therefore improved by four percentage points.

Agency workers fill nine of the 18 vacant posts.""",
    """# Care leavers

There were 156 care leavers on 31 March 2018:

* aged 17 and 18: 41
* aged 19 to 21: 79
* aged 22 to 25: 36

Of the 156, 88 were in education, employment or training, 59 were not, and nine could not be reached.

In a survey 64 of the 156 replied, about two in five.

Suitable accommodation was recorded for 140 of them (90%).

Of the 16 without suitable accommodation, nine were in custody and seven were staying with friends.""",
    """# Audit

Auditors looked at 80 files. Ten were outstanding, 46 good, 19 required improvement and five were inadequate.

In all 70% of files were good or better, against 62% in 2016/17, so there has been an improvement of eight points.

More than half of the files, 46 of the 80, were graded good.

The two teams with the lowest grades, North and East, were audited again in March. Both teams had improved.""",
    """# The pupils

At the end of the school year the virtual school had 439 pupils on roll. A year earlier the figure was 412. The roll has grown by 27.

They were spread across the key stages like this: early years 38, primary 171, secondary 188 and post-16 42.

Of the 439, 301 attended schools in the city and 138 went to school elsewhere.

Just over two thirds of the pupils, 301 of 439, go to school in the city.""",
    """# Attendance

Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance rose in each term of the year.

The number of pupils below 90% fell from 74 in the autumn to 51 in the summer.

In the spring term 66 pupils were below the threshold.

Attendance for the summer, at 94.6%, was better than the national figure for looked-after children of 94.1%.

The summer term was the best of the three.""",
    """# Exclusions

There were no permanent exclusions. Twenty-one pupils had a fixed period exclusion, six fewer than the 27 of the year before.

The 21 pupils lost 63 days between them, an average of three days each.

With 439 pupils on roll, 21 is a rate of 4.8%.""",
    """# Attainment

Table: Key stage 4 results
| Measure | 2017 | 2018 | 2019 |
| Pupils in the cohort | 41 | 38 | 44 |
| English and maths at grade 4 or above | 9 | 9 | 12 |
| Five or more passes | 15 | 13 | 19 |

Twelve of the 44 pupils passed both English and maths, which is 27%.

In 2018 the share was 24%, so there has been a gain of three percentage points.

The cohort of 2019 was the largest of the three.

Nineteen pupils gained five or more passes, six more than in 2018.""",
    """# Personal education plans

Plans were reviewed in time for 417 of the 439 pupils, or 95%. The target of 98% was missed.

That left 22 pupils whose plan was late.

A sample of 60 plans was graded. Fifteen were outstanding, 33 good and 12 in need of improvement.

In all, 48 of the 60, or four fifths, were good or better.""",
    """# Pupil premium

The grant was £2,300 for each of 400 pupils, making £920,000 in all.

Of the £920,000, schools received £640,000 and the virtual school kept £280,000.

Schools therefore had about 70% of the grant.

The virtual school spent £268,000 of its £280,000, an underspend of £12,000.""",
    """# Training

Four courses were run, on 3 October, 14 November, 6 February and 22 May. All four were full.

Attendance was 31, 28, 40 and 37, a total of 136.

The course in February drew the most.

On average 34 people came to each.""",
    """# Designated teachers

There are 88 schools with a looked-after pupil and 86 have a trained designated teacher. Almost every school, then, has one.

The other two have a teacher booked on the next course.""",
    """# Staffing

The virtual school has 16 posts. Two were vacant at the end of August, leaving 14 people in post.

Each of the six advisers supports about 73 pupils on average.

A new tracking system will be bought by 31 January 2020.

The Ofsted visit took place on 5 and 6 June 2019 and the letter arrived on 24 June 2019.

The action plan was sent in on 19 July, 25 days after the letter of 24 June.

The committee is asked to agree two recommendations:

* note the report
* agree the priorities for 2019/20""",
)
