"""Right sentences that look at odds with a number near them: other bases, other units, other times.

Each is a passage of which nothing is said, and of which something was.
"""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned

GRADES = """\
Table: Files by team and grade
| Team | Audited | Outstanding | Good | Requires improvement | Inadequate |
| Assessment | 28 | 1 | 12 | 11 | 4 |
| Safeguarding | 22 | 0 | 9 | 10 | 3 |
| Children in care | 17 | 3 | 8 | 5 | 1 |
| Disabled children | 8 | 0 | 4 | 3 | 1 |

"""
HUBS = """\
Table: Visits to the family hubs
| Hub | Families | Visits |
| Hillside | 612 | 3,480 |
| Bank Street | 447 | 2,206 |
| Northfield | 301 | 1,154 |
| All | 1,288 | 6,840 |

"""
QUARTERS = """\
Table: Complaints by service and quarter
| Service | Q1 | Q2 | Q3 | Q4 |
| Assessment | 18 | 21 | 16 | 23 |
| Children in care | 9 | 8 | 11 | 7 |
| Other | 13 | 16 | 13 | 19 |
| All | 40 | 45 | 40 | 49 |

"""
PLACES = """\
Table: Children by placement
| Placement | 2015 | 2016 |
| The council's own foster carers | 118 | 112 |
| Children's homes | 34 | 38 |
| With parents | 17 | 14 |
| All | 169 | 164 |

"""
ABSENCE = """\
Table: Persistent absence
| Phase | Pupils | Persistently absent | Share |
| Primary | 6,420 | 899 | 14.0% |
| Secondary | 4,870 | 1,266 | 26.0% |
| Special | 310 | 118 | 38.1% |

"""
MEASURES = """\
Table: Measures
| Measure | Target | April to June 2015 | April to June 2016 |
| Assessments in time | 85% | 79% | 83% |
| Conferences in time | 90% | 92% | 88% |
| Reviews in time | 95% | 97% | 96% |
| Visits in time | 80% | 81% | 84% |

"""
RIGHT = (
    f"{GRADES}Children in care did best, with 11 of 17.",
    f"{HUBS}The three hubs together saw 1,288 different families. This is 72 fewer than the sum of the hubs, as some families use two.",
    f"{HUBS}The total is less than the sum of the hubs.\n\nTwo in five of the families at Hillside had a child under two.",
    f"{QUARTERS}More complaints about children in care were made in the third quarter than in any other; in the service as a whole it was one of the two quietest.",
    f"{PLACES}The council runs three small homes of its own, namely Elm Lodge, Marsh View and The Paddock.",
    f"{ABSENCE}Without Year 11 the secondary share would be 24.9%.",
    f"{MEASURES}Of the four measures two are met, reviews and visits. Each of the other two is short of it by two points.",
    "The council looked after 338 children. For every 10,000 of the 49,700 residents under 18 this makes 68.",
    "The entries were 142. Five children came twice, so that the entries concern 137 different children.",
    "The entries concern 137 children.\n\nThere were 129 departures. Forty-one children went home, 22 were adopted, 19 left under an order, 33 turned eighteen and 14 left in other ways.",
    "Of the 338 children 281 had been looked after for at least a year. Of the 281 children 264 had had their yearly assessment. The remaining 57 of the 338 are not due one yet.",
    "The service has 138 households. On the last day 27 had no child, which is 20% of all households; 14 of them received the retainer.",
    "A questionnaire went to 120 parents and 54 sent it back, or 45%. Of these 49 (91%) would recommend the service to a friend. Four would not, and one gave no answer.",
    "Three boys were sentenced in the year. Five were remanded, for 287 nights together. Two of these five are also among the three; the other three received a community order.",
    "The median was nine working days. The mean, 12.6, is pulled up by the eleven that took longer than twenty-five.",
    "Their fees were £19,400, after £22,150 the year before, when there were more of them.",
    "Asked whether they would recommend it, 73 of the 97 said yes (75%). A year before it was 68%, with fewer answers.",
    'Of the 52 who wrote 41 were content. "Ring on a Friday at five," wrote one, "that is when you find out."',
    "Most children, 94, went missing once. Forty-six did so two or three times, 22 four to nine times and nine children ten times or more. Together the nine were missing 163 times.",
    "Fifty interviews were read by a manager. Forty-three were judged good, and in six the child’s own words were missing. One could not be judged.",
    "Of 40 decisions looked at by the adviser, 36 were right and three too cautious. In one a child ought to have been seen the same day.",
    "Up to the end of October £24.9m had been spent, 60% of the budget, although 58% of the year had gone by. One cannot conclude from this that the year will end two per cent over.",
    "Of 212 routes, 131 were tendered again. Prices fell on 48 of them, rose on 77 and stayed as they were on six.",
    "Four courts sit. Two court cases may each bring a residential place.",
    "Twenty-six children wait for a plan. In spring it was 31.\n\nAll twelve managers have had the training. There were 13 in the spring, when one team still had two.",
    "In the year 24 children were adopted. Fifteen of them were placed singly, and nine in four groups of brothers and sisters, three of two children and one of three.",
    "When the quarter began the number of plans was that of the last brief. In the three months 52 children were put on a plan and 61 came off, and so on 31 March there were 178.",
    "Staff joined and left: 14 joined and 11 left, so that the number of filled posts went from 128 to 131.",
)
# The same with a number that cannot be: the sentence is not passed over.
WRONG = (
    f"{HUBS}The hubs are busy.",
    f"{HUBS}Two hubs have more than one manager, and their hours overlap.",
    f"{MEASURES}Of the four measures all are met.",
    "Prices fell from 48 to 77.",
    "There were 129 children. Of these, 41 went home, 22 were adopted, 19 left under an order, 33 turned eighteen and 24 left in other ways.",
    "Of the 281 children 264 had had their yearly assessment. The remaining 27 had not.",
    "Their fees were £19,400, after £22,150 the year before, and so they rose.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_is_left_in_peace(text):
    assert warned(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_beside_it_is_still_warned_of(text):
    assert warned(text)
