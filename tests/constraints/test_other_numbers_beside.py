"""Right passages in which a number next to another is of something else, or counts nothing."""

# ruff: noqa: E501

import pytest

from tests.constraints.test_far_proofs import warned

RIGHT = """\
Of the care leavers aged 19 to 21, 66 were in education or work.

Twenty-nine of the 66 study and 43 work. Six do both.
===
Of the 39 late visits, 17 were late because of leave and 26 because of the weather. Four were late for both reasons.
===
Of the nine, six filled in a form and four of these named the distance.
===
From request to decision took between 4.1 and 9.6 months, and 6.3 months on average. The guideline is eight, and 15 of the 19 were decided within it.
===
On 31 March 2018, 187 of the 321 children were with our own carers, or 58%. A year before it was 166 of 319, or 52%. The rise is of six percentage points.
===
Table: Files by grade
| Grade | Files |
| Outstanding | 31 |
| Good | 88 |
| Requires improvement | 42 |
| Inadequate | 7 |

Recording has a grade of its own. It was good or outstanding on 131 files, more than the 119 that were good or outstanding as a whole.
===
* 246 episodes were recorded in the quarter: 141 from home, 77 from placements in the borough and 28 from placements elsewhere.
* The busiest day was Tuesday 28 June, with nine.
===
Requests from schools doubled, from 34 in quarter 2 to 68 in quarter 3. That is usual in the autumn, yet it was only a third more in 2014.
===
In November 61% of workers were supervised on time and in February 79%, a rise of 18 percentage points.
===
The number of allegations went up by 13 and the number of consultations, in which a manager rings for advice, went down from 240 to 205.
===
Of the 62 schools in the borough, 43 are therefore covered, or 69%. All 43 are among the 55 that have a governing body of their own, and of these they are 78%.
===
On 31 December 2015 the 62 schools of 14 clusters had £1,250,000 and 1,204 pupils between them. All 43 that we cover are among the 55 that have a governing body of their own.
===
Table: Assessments by area
| Area | Finished | Within 20 weeks | Share |
| North | 122 | 81 | 66% |
| Centre | 161 | 79 | 49% |
| South | 113 | 68 | 60% |

The Centre had the most assessments and the lowest share.
===
We raised 46 concerns. In the year before they were 51, but only nine were formal:

* 31 were about delay in a plan for permanence
* 19 were about a placement
* 7 were about health or school

Some were about two of these.
===
Twenty-four of the 29 are of school age. Twenty of them go to school on at least nine days in ten, which is 83% of those who should.
===
* Caseloads are lowest at the front door and in the disabled children's team.

Table: Caseloads by team
| Team | Workers | Children | Mean |
| Front door | 18 | 243 | 13.5 |
| Locality North | 23 | 391 | 17.0 |
| Looked after children | 16 | 262 | 16.4 |
| Disabled children | 6 | 83 | 13.8 |
===
On 31 December 21 beds out of 24 were taken, the three empty ones being at two different homes.
===
* 70 were girls and 61 were boys.
* A child who went missing did so 1.9 times on average.
===
Two actions were added, so that the plan has 66. Of these 31 are finished and 24 are on course. The remaining 11 are late.

Thirteen were late in June. Six of them have been finished since, and four that were on course then are late now.
"""
WRONG = """\
Of the nine, six filled in a form and four did not.
===
The number of consultations, in which a manager rings for advice, went down by 45 from 240 to 205.
===
Of the 39 late visits, 17 were late because of leave and 26 because of the weather. Both are known.
===
Requests from schools went from 34 in quarter 2 to 68 in quarter 3. That is a third more.
===
Twenty-four of the 29 are of school age. The other six are younger.
"""


@pytest.mark.parametrize("passage", WRONG.split("\n===\n"))
def test_a_number_of_the_same_is_warned_of(passage):
    assert warned(passage)


@pytest.mark.parametrize("passage", RIGHT.split("\n===\n"))
def test_a_number_of_something_else_is_not_warned_of(passage):
    assert warned(passage) == []
