"""Passages of reports to panels that speak of a table.

Each passage holds `«right|wrong»` once, and is read both ways.
"""

# Kept as one would type them: a sentence is one line.
# ruff: noqa: E501

PASSAGES = (
    """Table: Health of children looked after
| Measure | 2016/17 | 2017/18 |
| Initial assessments in time | 62% | 71% |
| Dental checks | 88% | 84% |
| Immunisations | 90% | 93% |

Performance on initial assessments «improved|worsened» during the year, and the designated nurse deserves the credit.""",
    """Table: Health of children looked after
| Measure | 2016/17 | 2017/18 |
| Initial assessments in time | 62% | 71% |
| Dental checks | 88% | 84% |
| Immunisations | 90% | 93% |

Performance on initial assessments improved during the year, and the designated nurse deserves the credit.

Dental checks fell by «four|eight» percentage points.""",
    """Table: Health of children looked after
| Measure | 2016/17 | 2017/18 |
| Initial assessments in time | 62% | 71% |
| Dental checks | 88% | 84% |
| Immunisations | 90% | 93% |

Performance on initial assessments improved during the year, and the designated nurse deserves the credit.

Dental checks fell by four percentage points.

Immunisations are «up|down» on the year before.""",
    """Table: Moves in the year
| Year | Children | With three or more moves | Share |
| 2014/15 | 240 | 31 | 13% |
| 2015/16 | 250 | 30 | 12% |
| 2016/17 | 260 | 29 | 11% |
| 2017/18 | 270 | 27 | 10% |

The share of children with three or more moves has «fallen|risen» for the third year running.""",
    """Table: Moves in the year
| Year | Children | With three or more moves | Share |
| 2014/15 | 240 | 31 | 13% |
| 2015/16 | 250 | 30 | 12% |
| 2016/17 | 260 | 29 | 11% |
| 2017/18 | 270 | 27 | 10% |

The share of children with three or more moves has fallen for the third year running.

At 10% the share is the «lowest|highest» of the four years.""",
    """Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance «rose|fell» in each term of the year.""",
    """Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance rose in each term of the year.

The number of pupils below 90% «fell|rose» from 74 in the autumn to 51 in the summer.""",
    """Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance rose in each term of the year.

The number of pupils below 90% fell from 74 in the autumn to 51 in the summer.

In the spring term «66|56» pupils were below the threshold.""",
    """Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance rose in each term of the year.

The number of pupils below 90% fell from 74 in the autumn to 51 in the summer.

In the spring term 66 pupils were below the threshold.

Attendance for the summer, at 94.6%, was «better|worse» than the national figure for looked-after children of 94.1%.""",
    """Table: Attendance by term
| Term | Attendance | Pupils below 90% |
| Autumn 2018 | 93.1% | 74 |
| Spring 2019 | 93.8% | 66 |
| Summer 2019 | 94.6% | 51 |

Attendance rose in each term of the year.

The number of pupils below 90% fell from 74 in the autumn to 51 in the summer.

In the spring term 66 pupils were below the threshold.

Attendance for the summer, at 94.6%, was better than the national figure for looked-after children of 94.1%.

The «summer|autumn» term was the best of the three.""",
    """Table: Key stage 4 results
| Measure | 2017 | 2018 | 2019 |
| Pupils in the cohort | 41 | 38 | 44 |
| English and maths at grade 4 or above | 9 | 9 | 12 |
| Five or more passes | 15 | 13 | 19 |

Twelve of the 44 pupils passed both English and maths, which is «27%|37%».""",
    """Table: Key stage 4 results
| Measure | 2017 | 2018 | 2019 |
| Pupils in the cohort | 41 | 38 | 44 |
| English and maths at grade 4 or above | 9 | 9 | 12 |
| Five or more passes | 15 | 13 | 19 |

Twelve of the 44 pupils passed both English and maths, which is 27%.

In 2018 the share was 24%, so there has been a gain of «three|thirteen» percentage points.""",
    """Table: Key stage 4 results
| Measure | 2017 | 2018 | 2019 |
| Pupils in the cohort | 41 | 38 | 44 |
| English and maths at grade 4 or above | 9 | 9 | 12 |
| Five or more passes | 15 | 13 | 19 |

Twelve of the 44 pupils passed both English and maths, which is 27%.

In 2018 the share was 24%, so there has been a gain of three percentage points.

The cohort of 2019 was the «largest|smallest» of the three.""",
)
