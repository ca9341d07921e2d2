"""Right sentences of officers who had seen no rule, which rules once warned of; next to some of
them a wrong one of the same form, which is still found."""

# Kept as one would type them.
# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned

WORKERS = """Table: Caseloads
| Team | Workers | Children |
| North | 48 | 820 |
| South | 57 | 1,002 |
| Total | 105 | 1,822 |

"""
PLANS = """Table: Plans by category
| Category | Plans |
| Neglect | 118 |
| Emotional abuse | 86 |
| Physical abuse | 43 |
| Total | 247 |

"""
AGENCIES = """Table: Attendance by agency
| Agency | Attendances |
| Council | 376 |
| Schools | 241 |
| Health | 276 |
| Total | 893 |

"""
MISSING = """Table: Missing episodes and children
| Missing from | Episodes | Children |
| Home | 118 | 67 |
| Care | 94 | 29 |
| All | 212 | 94 |

"""
COSTS = """Table: Weekly cost of placements
| Placement | Children | Cost per week each | Cost per week in all |
| Residential | 34 | £3,100 | £105,400 |
| Agency fostering | 96 | £840 | £80,640 |
| Own fostering | 150 | £430 | £64,500 |
| Total | 280 | - | £250,540 |
"""
YOUNG = """Table: Care leavers
| Measure | March 2015 | Per cent | March 2016 | Per cent |
| All | 112 | 100.0 | 120 | 100.0 |
| In touch | 98 | 87.5 | 111 | 92.5 |
| Suitable accommodation | 84 | 75.0 | 102 | 85.0 |
| Education, employment or training | 56 | 50.0 | 63 | 52.5 |
"""
COURSES = """Table: Courses
| Course | Sessions | Attendances |
| Basic awareness | 12 | 214 |
| Child sexual exploitation | 6 | 93 |
| Prevent | 2 | 24 |
| Total | 20 | 331 |

"""
RIGHT = (
    WORKERS
    + "Thirty-one workers have 15 children or fewer and 52 have between 16 and 20. Seventeen have "
    "between 21 and 25, and five have 26 or more. So 22 workers, 21.0%, are over the ceiling.",
    (
        "Forty assessments were sampled in February: 26 were good, ten required improvement and four "
        "were inadequate. The share that were good, 65%, is ten points higher than in the sample of 40 "
        "in September, when 22 were good."
    ),
    PLANS + "With emotional abuse, neglect accounts for more than four fifths (204 of 247).",
    AGENCIES + "Most attendances, 517, were from outside the council.",
    (
        "We asked all 128 how things were and 54 replied. Of those 54, 41 feel safe, eight do not and "
        "five are not sure."
    ),
    (
        "The nine who left gave these reasons: four retired, two moved to an agency and two became "
        "special guardians. The remaining household had its approval ended by the panel."
    ),
    (
        "Staff conduct was a theme in 11 and placement in seven.\n\nIn three complaints it was said that "
        "a child might not be safe. All three were passed on. An enquiry was started in one of them; in "
        "the other two none was needed."
    ),
    (
        "Twenty-three actions were agreed. Nineteen had been completed by the end of March. Among the "
        "completed actions were:\n* a new letter\n* a rule for calls\n* a named contact"
    ),
    "Nine were under 13, 31 were 13 or 14, 29 were 15 and 28 were 16 or 17.",
    "Two courses were above the overall average of 14.0 and four were below it.",
    (
        "At the average rate of the past six months, in which £210,000 of the £410,000 was spent, "
        "£35,000 a month, the rest would last about six and a half months."
    ),
    (
        "Twelve children said sometimes or never. Nine had given their names, and all nine were seen by "
        "their reviewing officer."
    ),
    (
        "The remaining one was still open on 31 March 2016, because it had been graded only two days "
        "before, on Tuesday 29 March 2016."
    ),
    (
        "One person in 35 is overdue. Six months earlier there were 19, so the number has fallen by "
        "seven, or 36.8%."
    ),
    (
        "Thirty-three people started work. The other four began under a risk assessment. Their "
        "certificates came 6, 9, 11 and 18 days after they began: a mean of 11 days and a median of 10."
    ),
    "A reminder 90 days before the three years are up, in place of the present 30.",
    (
        "The child was seen in 611 of the 636 assessments. In 14 of the other 25 the child was not yet "
        "born. In six the family left before a visit. No reason is recorded for the last five."
    ),
    (
        "Four parents asked for an investigation. None met the first limit and three met the second. "
        "They cost £2,350 each on average, £9,400 in all."
    ),
    MISSING + "Two children went missing from both home and care. They are counted in both rows.",
    MISSING + "They are counted in both rows. Children missing from care go more often: 3.2 times "
    "each, compared with 1.8 for those missing from home.",
    COSTS,
    "There were 48 complaints. Nine of the 48 (18.8%) came from children, six of them with an advocate. The other 39 came from adults.",
    YOUNG,
    COURSES + "Prevent was lowest with 12 a session.",
    "The number fell from eight to six even though we looked at 12 more files, and the share fell from 13.3% to 8.3%.",
    "Half of the 50 unfilled places would be 25; in fact 27 are vacant and the others are on hold.",
    "The 115 workers in post held 1,610 open cases at the end of March, an average of 14.0. In September 113 workers held 1,695, an average of 15.0.",
    "We wrote to 120 people; 54 replied (45%). Of those, 36 (two thirds) could give an example. As 66 people did not answer, this should be read with care.",
    "On the first three a higher figure is better, and on the last two a lower one.",
    PLANS + "Add emotional abuse and neglect accounts for about four fifths of the plans.",
)
WRONG = (
    WORKERS + "So 22 workers, 31.0%, are over the ceiling of the 105.",
    "Forty assessments were sampled in February: 26 were good, or 56%.",
    PLANS + "Neglect accounts for more than four fifths.",
    AGENCIES + "Most attendances were from the council.",
    (
        "The nine who left gave these reasons: four retired, two moved to an agency and one became a "
        "special guardian. The remaining household had its approval ended by the panel."
    ),
    "Three actions were agreed:\n* a new letter\n* a rule for calls",
    "Nine were under 13, 31 were 13 or 14, and 28 were 16 or 17.",
    "The number fell from eight to six, a fall of 12.",
    """Table: Care leavers
| Where | Number | Per cent |
| In touch | 98 | 87.5 |
| Not in touch | 22 | 22.5 |
| All | 120 | 100.0 |
""",
    "The average of North was 16, which is above the 18 of South.",
    MISSING + "All of them have a plan.",
    (
        "The remaining one was open on 31 March 2016, because it had been graded only two days before, "
        "on Wednesday 9 March 2016."
    ),
    "Four parents asked for an investigation. They cost £2,350 each on average, £9,040 in all.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_ones_rest(text):
    assert not warned(text)


@pytest.mark.parametrize("text", WRONG)
def test_wrong_ones_of_the_same_forms_are_found(text):
    assert warned(text)
