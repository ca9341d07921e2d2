"""More passages of reports to panels that speak of a table.

Each passage holds `«right|wrong»` once, and is read both ways.
"""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

PASSAGES = (
    """Just over half of the group, 101 of 187 (54%), were in education, employment or training: 14 at university, 31 on other courses, and 56 in a job, an apprenticeship or training. There were seven of whom we had no information.

That leaves 79 who were not in any of these. Illness or disability was the reason for 23, and 18 were pregnant or looking after a young child. The remaining 38 were seeking work or had given no reason.

Table: Care leavers aged 19 to 21, 2018 to 2021
| Measure at 31 March | 2018 | 2019 | 2020 | 2021 |
| In education, employment or training | 47% | 49% | 52% | 54% |
| In suitable accommodation | 84% | 91% | 88% | 90% |

The share in education, employment or training went «up|down» for the third year running, in spite of everything.""",
    """Just over half of the group, 101 of 187 (54%), were in education, employment or training: 14 at university, 31 on other courses, and 56 in a job, an apprenticeship or training. There were seven of whom we had no information.

That leaves 79 who were not in any of these. Illness or disability was the reason for 23, and 18 were pregnant or looking after a young child. The remaining 38 were seeking work or had given no reason.

Table: Care leavers aged 19 to 21, 2018 to 2021
| Measure at 31 March | 2018 | 2019 | 2020 | 2021 |
| In education, employment or training | 47% | 49% | 52% | 54% |
| In suitable accommodation | 84% | 91% | 88% | 90% |

The share in education, employment or training went up for the third year running, in spite of everything.

On accommodation this year's figure is the «second highest|highest» of the four, and the Panel will recall that a block of flats in the county town was lost in the autumn of 2019.""",
    """2.1 Ninety-eight young people entered the youth justice system for the first time in 2016/17. In 2015/16 there were 122. The number therefore fell by about a fifth.

2.2 The city has 24,500 residents aged 10 to 17. The measure is always given as a rate so that areas can be compared with one another, and ours for 2016/17 works out at 400 per 100,000. It was 500 in 2015/16, when the number of residents of that age was put at 24,400.

Table: First-time entrants by quarter, 2016/17
| Quarter | Entrants |
| April to June | 27 |
| July to September | 31 |
| October to December | 22 |
| January to March | 18 |
| Total | «98|89» |""",
    """Table: Partnership contributions, 2016/17
| Partner | Contribution |
| City Council | £412,000 |
| Youth Justice Board grant | £298,000 |
| Police and Crime Commissioner | £74,000 |
| Clinical commissioning group | £31,000 |
| National Probation Service | £25,000 |
| All partners | £840,000 |

7.1 Against the partnership budget of £840,000 the service spent £826,500. It thus finished the year £13,500 «below|above» budget.""",
    """Table: Placements on 31 March
| Placement | 2018 | 2019 |
| Fostering, in-house | 108 | 112 |
| Fostering, independent agency | 52 | 61 |
| Fostering, family and friends | 27 | 29 |
| Children's homes | 19 | 22 |
| Placed with parents | 14 | 15 |
| Other | 11 | 9 |
| All children | 231 | 248 |

We had hoped to rely less on agencies. As the table shows, the number of children in agency foster placements in fact grew by «nine|seven», more than twice the growth in our own.""",
    """Table: Placements on 31 March
| Placement | 2018 | 2019 |
| Fostering, in-house | 108 | 112 |
| Fostering, independent agency | 52 | 61 |
| Fostering, family and friends | 27 | 29 |
| Children's homes | 19 | 22 |
| Placed with parents | 14 | 15 |
| Other | 11 | 9 |
| All children | 231 | 248 |

We had hoped to rely less on agencies. As the table shows, the number of children in agency foster placements in fact grew by nine, more than twice the growth in our own.

Taken together the three kinds of foster care accounted for 202 children, or «81%|71%» of those looked after when the year closed. The Board regards that as the right balance for a borough of our size.""",
    """Table: Placements on 31 March
| Placement | 2018 | 2019 |
| Fostering, in-house | 108 | 112 |
| Fostering, independent agency | 52 | 61 |
| Fostering, family and friends | 27 | 29 |
| Children's homes | 19 | 22 |
| Placed with parents | 14 | 15 |
| Other | 11 | 9 |
| All children | 231 | 248 |

We had hoped to rely less on agencies. As the table shows, the number of children in agency foster placements in fact grew by nine, more than twice the growth in our own.

Taken together the three kinds of foster care accounted for 202 children, or 81% of those looked after when the year closed. The Board regards that as the right balance for a borough of our size.

Members asked in the autumn that the use of residential care be watched closely. There were «more|fewer» children in children's homes at the end of the year than at its start, largely on account of a group of teenagers whose needs could not be met in a family.""",
    """In 2017/18 a total of 1,152 early help assessments were started in Quenbury, as against 960 in 2016/17. Activity has therefore grown by a fifth, and growth was fastest in the secondary schools.

Table: Assessments by the agency that led them, 2017/18
| Lead agency | Assessments | Share |
| Schools and colleges | 622 | 54% |
| Council family workers | 231 | 20% |
| Health visiting and school nursing | 173 | 15% |
| Voluntary organisations | 126 | 11% |
| All agencies | 1,152 | 100% |

It is encouraging that «more|less» than half of assessments were led by a school or college. Four years ago hardly any were.""",
    """In 2017/18 a total of 1,152 early help assessments were started in Quenbury, as against 960 in 2016/17. Activity has therefore grown by a fifth, and growth was fastest in the secondary schools.

Table: Assessments by the agency that led them, 2017/18
| Lead agency | Assessments | Share |
| Schools and colleges | 622 | 54% |
| Council family workers | 231 | 20% |
| Health visiting and school nursing | 173 | 15% |
| Voluntary organisations | 126 | 11% |
| All agencies | 1,152 | 100% |

It is encouraging that more than half of assessments were led by a school or college. Four years ago hardly any were.

Quenbury is divided into three hub areas. Of the 1,152 assessments 418 belonged to the North hub, 391 to Central and «343|433» to South, where the population is smallest.""",
    """In 2017/18 a total of 1,152 early help assessments were started in Quenbury, as against 960 in 2016/17. Activity has therefore grown by a fifth, and growth was fastest in the secondary schools.

Table: Assessments by the agency that led them, 2017/18
| Lead agency | Assessments | Share |
| Schools and colleges | 622 | 54% |
| Council family workers | 231 | 20% |
| Health visiting and school nursing | 173 | 15% |
| Voluntary organisations | 126 | 11% |
| All agencies | 1,152 | 100% |

It is encouraging that more than half of assessments were led by a school or college. Four years ago hardly any were.

Quenbury is divided into three hub areas. Of the 1,152 assessments 418 belonged to the North hub, 391 to Central and 343 to South, where the population is smallest.

Table: Assessments started and cases closed by hub, 2017/18
| Hub | Started | Closed |
| North | 418 | 377 |
| Central | 391 | 352 |
| South | 343 | 311 |
| Borough | 1,152 | 1,040 |

The standard is that an assessment should be written up within 30 working days. This was done in 979 cases, equal to 85%. It is «below|above» the target of 90%, the reason most often given being that a second parent could not be reached.""",
    """The law requires the whole process to be finished in 20 weeks. The results for the year are as follows.

Table: New plans issued and those issued within 20 weeks
| Term | Plans issued | Within 20 weeks | Share |
| Autumn 2018 | 68 | 39 | 57% |
| Spring 2019 | 79 | 54 | 68% |
| Summer 2019 | 84 | 64 | 76% |
| School year | 231 | 157 | 68% |

Performance «improved|declined» with each term that passed. Three more plan co-ordinators took up their posts after Christmas and the backlog of psychology advice was cleared by Easter.""",
    """The law requires the whole process to be finished in 20 weeks. The results for the year are as follows.

Table: New plans issued and those issued within 20 weeks
| Term | Plans issued | Within 20 weeks | Share |
| Autumn 2018 | 68 | 39 | 57% |
| Spring 2019 | 79 | 54 | 68% |
| Summer 2019 | 84 | 64 | 76% |
| School year | 231 | 157 | 68% |

Performance improved with each term that passed. Three more plan co-ordinators took up their posts after Christmas and the backlog of psychology advice was cleared by Easter.

In the school year 2017/18 only 54% of plans were out in time, so we are «14|24» percentage points better off. It remains our aim to reach 90%.""",
    """It is Council policy, although not the law, that enhanced checks be renewed every three years. There are 1,420 posts to which the policy applies.

Table: Posts needing an enhanced check, 31 August 2016
| Service | Posts | Check current | Renewal overdue |
| Social care | 386 | 379 | 7 |
| Residential care | 142 | 139 | 3 |
| Early years | 298 | 287 | 11 |
| School support | 421 | 398 | 23 |
| Passenger transport | 173 | 160 | 13 |
| Total | 1,420 | «1,363|1,336» | 57 |""",
    """It is Council policy, although not the law, that enhanced checks be renewed every three years. There are 1,420 posts to which the policy applies.

Table: Posts needing an enhanced check, 31 August 2016
| Service | Posts | Check current | Renewal overdue |
| Social care | 386 | 379 | 7 |
| Residential care | 142 | 139 | 3 |
| Early years | 298 | 287 | 11 |
| School support | 421 | 398 | 23 |
| Passenger transport | 173 | 160 | 13 |
| Total | 1,420 | 1,363 | 57 |

Fifty-seven renewals were overdue on the day. In 31 of these cases an application was with the DBS, 17 of the employees were on long-term sick or maternity leave, and «nine|nineteen» had not answered reminders and have since been told that they may not work until they do.""",
)
