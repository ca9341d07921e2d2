"""Faults far from what shows them: in a table, another sentence or another section.

`===` parts the passages, and `«right|wrong»` is the fault of one.
"""

# ruff: noqa: E501

import re
from datetime import date

import pytest

from assurance.runtime.periods import When
from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

DATED, PERIOD = date(2016, 5, 10), When(date(2015, 10, 1), date(2016, 3, 31))
# Nothing is said of these.
RIGHT = """\
2.1 189 plans were issued in the year.

2.2 84 plans ended. The net increase is thus 105.
===
Table: Places
| Kind | Children |
| Mainstream | 412 |
| Independent | 96 |
| College | 131 |

The independent places cost £5.1m, 31% of the £16.6m spent on all kinds.
===
Twenty-two actions were agreed. Seventeen are done and three are not due before the summer. The other two, both for the police, are past their dates.
===
We promised that no family would wait for more than two weeks. The longest wait was 13 days.
===
Walking: 64 started and 51 stayed to the end. Walking and Cycling: 38 started and 33 stayed to the end.
===
Two young people were sentenced twice, so the 49 sentences are of 47 people.
===
Twenty-three of our pupils missed a tenth or more of their lessons (11%). Five of them moved in the year.
===
It happened 30 times, five times a month on average. There were 10 in the three months from January.
===
These 219 households may take 388 children between them, 1.8 places a household. There are 301 places for teenagers.
===
Some 480 places on courses were offered. Take-up was 408. Colleagues in health took 102 of these, which is a quarter of them.

142 referrals came from several quarters:

* Police: 79
* Health: 38
* Others: 25
===
Table: Timeliness
| Quarter | In time |
| 1 | 71% |
| 2 | 76% |
| 3 | 74% |
| 4 | 82% |

Timeliness improved in every quarter but the third.
===
16% came back within a year. In the same quarter of 2014/15 it was 19%, so fewer children are coming back to us: an improvement.
===
Of 498 goals 388 were scored. In all cases that is 65%.

* goals met, 251 (65%)
===
Table: Actions
| Action | Due | State on 3 May 2016 |
| Monthly list | 29 April 2016 | Not begun |
| Renewals | 31 July 2016 | Under way |
===
Table: Inspected homes
| Home | Judgement |
| Ash Lodge | Good |
| Beck View | Outstanding |
| Crag End | Good |
| Tarn House | Good |

All of the four homes are good or better.
===
Table: Movements
| Movement | Number |
| Came into care | 103 |
| Left care | 92 |
| Moved within care | 41 |

Care leavers numbered 148 at the end of 2014 and 157 at the end of 2015. Of children in foster care, 197 are near home.
===
Table: Costs of a week
| Kind | Children | Cost |
| Residential home | 38 | £138,700 |
| Foster home | 120 | £62,400 |

The mean residential unit cost is £3,650 a week, so one child placed for 52 weeks costs £189,800.
===
We opened 96 cases and closed 104. There are fewer open cases than there were at the start.
===
On 31 March there were 91 of us, where there had been 84. Bigger councils tell us the same.
===
Table: Foster homes
| Homes | 2013 | 2014 | 2015 |
| Approved in the year | 22 | 19 | 24 |
| Left in the year | 17 | 25 | 21 |
| Open at its end | 170 | 164 | 167 |

In the three years together 65 were approved and 63 left.
"""
# A wrong wording is warned of, and the right one is not.
FAULTS = """\
189 plans were issued in the year.

84 plans came to an end. The net increase is thus «105|115».
===
An enhanced check is needed for 642 posts.

57 of the posts were vacant. The audit therefore covers «585|595» people, each in one post.
===
In touch with us are 150 of the young people.

# Plans

The pledge is that nine in ten plans are reviewed, among those who are in touch. It was done for 133, so the pledge was «just missed|kept».
===
They offered 1,008 interviews and 743 were accepted.

609 of the interviews that were accepted took place in time. The target is 80% of these, and it was «met|missed».
===
Table: Families in the first year
| Hub | Began | Finished |
| Mill | 142 | 97 |
| Dale | 118 | 85 |
| Lark | 90 | 49 |

Lark worked with the «fewest|most» families.
===
Table: Exclusions
| Term | Primary | Secondary | All |
| Autumn 2014 | 3 | 19 | 22 |
| Spring 2015 | 5 | 14 | 19 |
| Summer 2015 | 2 | 8 | 10 |

Primary schools are the exception: they excluded most in the «spring|autumn».

Taking all schools together, each of the later terms saw «fewer|more» exclusions than the term before it.
===
Table: Entrants
| Quarter | Young people |
| 1 | 21 |
| 2 | 17 |
| 3 | 14 |

Direction: «down|up» from each quarter to the next.
===
Table: Plans by setting
| Setting | Plans |
| Mainstream school | 412 |
| Special school in the borough | 358 |
| Independent special school | 96 |
| College | 131 |

Special schools, our own and the independent ones together, have «454|508» plans.
===
Table: Grades by theme
| Theme | Cases | Good |
| Neglect | 23 | 12 |
| Violence | 12 | 8 |
| Exploitation | 11 | 5 |
| Unborn babies | 11 | 8 |

Neglect had two days; the three remaining days gave only «34|36» cases.
===
The last audit, in July 2015, found 61 whose check was older than three years. That number is now 58, and so it has «fallen|risen» slightly.
===
Absence stands at 5.1%. In the whole county it is 4.6%, so ours is «higher|lower».
===
In 2013/14 there were 36 exclusions among 1,800 pupils. In 2014/15 there were 40 among 2,400: more exclusions, but a «lower|higher» rate.
===
Two years ago there were 11 of us and a year ago 12. The number has gone «up|down» in both years.
===
The contract wants 85% of calls answered within a minute. Of 1,200 calls 1,062 were. The contractor «did what was asked|fell short».
===
We have «four|five» wishes for next year:

* a free bus pass
* somebody to ring
* driving lessons
* a say in who advises us
"""


def tried(passages):
    """(the right wordings that are warned of, how many of the wrong ones are) of some passages."""
    pairs = [wordings(text) for text in passages.split("\n===\n")]
    rights = [right for right, _wrong in pairs if warned(right)]
    return rights, sum(bool(warned(wrong)) for _right, wrong in pairs)


def warned(text):
    """The rules that say more than advice of a text."""
    rows = found(text.strip("\n"), rules=RULES, paper_date=DATED, period=PERIOD)
    rows = [row for row in rows if row.severity != "advice"]
    return [
        (row.rule.key, row.fault.says) for row in rows if row.rule.key != "percent-without-base"
    ]


def wordings(text):
    """The right and the wrong wording of a passage."""
    return [re.sub(r"«([^|»]*)\|([^»]*)»", rf"\{place}", text) for place in (1, 2)]


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_right_passages_are_left_in_peace(text):
    assert warned(text) == []


@pytest.mark.parametrize("text", FAULTS.split("\n===\n"))
def test_a_fault_is_warned_of_and_the_right_wording_is_not(text):
    right, wrong = wordings(text)
    assert (warned(right), bool(warned(wrong))) == ([], True)
