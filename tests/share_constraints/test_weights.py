"""Readings find faults by themselves: as advice, until they are proved on reports of others."""

import re
from dataclasses import replace
from datetime import date

import pytest

from reports.checks.context import EarlierFigure
from tests.checks.drawn import KNOWN, found

FAULTS = """\
«Seventy-four|Seventy-eight» children came into care between April and September. Court orders
account for 41 of them, agreements for another 22, eight followed police protection, and the
last three were remanded by the court.
===
Sixty-two children went missing. Thirty-three live at home, 21 are in care, and the
«eight|eighteen» others were placed here by another council.
===
The homes can offer 236 places. Children were living in 171 of these. Thirty-eight were vacant,
and «27|37» were on hold.
===
We began June with 184 boarders. Over the summer 22 turned up and «15|12» went elsewhere, so
that at its close we had 191.
===
On 1 May we had 214 hosts. We welcomed 23 and said goodbye to «16|11», which means we went
into June with 221.
===
The term opened with 542 plans. Workers set up 188 and wound up «171|117», so the term closed
with 559.
===
The last audit, in July 2015, found 61 whose check was older than three years. That number is now
58, and so it has «fallen|risen» slightly.
===
Absence stands at 5.1%. In the whole county it is 4.6%, so ours is «higher|lower».
===
In 2013/14 there were 36 exclusions among 1,800 pupils. In 2014/15 there were 40 among 2,400: more
exclusions, but a «lower|higher» rate.
===
Two years ago there were 11 of us and a year ago 12. The number has gone «up|down» in both years.
===
The Board will meet «three|four» times. Its meetings are fixed for 13 June, 19 September and
6 March.
===
The evenings took place in the Guildhall on 14 and 28 September 2022. The «two|three»
evenings were attended by 640 people.
===
Inspectors were on site from 14 to 18 November 2022. Their report was published on «17 January
2023|17 October 2022».
===
From 1 April to 31 December 2019 every bed was available on all «275|257» nights.
===
Seven were decided: three upheld, two not upheld and two closed. «Fewer|More» than half were
thus upheld.
===
They spent 388 days on average in care. The year before it had been 421. The wait is therefore
33 days «shorter|longer».
===
Table: Referrals by sector
| Sector | 2018 | 2019 |
| Schools | 61 | 74 |
| Nurseries | 35 | 31 |
| Carers | 27 | 29 |

Referrals from schools went up by «21%|31%».
===
Table: Plans by setting
| Setting | Plans |
| Mainstream school | 412 |
| Special school | 358 |
| Independent school | 96 |
| College | 131 |

The share of the plans at a college is «13%|31%».
===
The contract wants 85% of calls answered within a minute. Of 1,200 calls 1,062 were. The target
was «met|missed».
===
The audit of the files led to «three|four» changes:

- managers are told of a renewal four months ahead
- no rota is published for anybody whose check is out of date
- the register is reconciled with the payroll every month

15. The next audit begins in May.
===
Staff report «three|four» causes of delay:

- forms returned because an address was left out
- forces elsewhere that take longer than two months
- managers who do not see the papers in the week
"""
# Once each of these was warned of wrongly.
RIGHT = """\
There were 24 in the scheme, 16 of them under 20. A further eight are still staying put at 21,
which is the limit of the national scheme.
===
(The sum of additional kinds is 54 + 5 × 2 = 64.)
===
Nineteen of the children were also looked after. The chair replied that 30 per cent was high but
that seven of the 19 had become so only because they had been remanded.
===
The number rose by 38 to 612, and 40 to 50 of them are new to us.
===
Every team except one meets the standard of 90%: they had 95%, 92%, 84% and 91%.
===
There are 30 staff. Twelve had been trained by the end of June and 26 by the end of November.
===
There were 61 visits in the year. Of these 30 were in the last two weeks, and 20 in the first.
===
The audit led to four changes:

- managers are told of a renewal
- no rota is published for anybody whose check is out of date
- the register is reconciled with the payroll

- the last of them is a form for the panel
===
In the last three months of the year there were ten, and in the first three there were twelve.
"""
EARLIER = EarlierFigure("", "", "", "", "2015-06-30", "412", 412, None, "Update", words="plans")


def noted(text, known=KNOWN):
    """(weight, words) of what readings find that have no more than their own weight."""
    rows = found(text.strip("\n"), known=replace(known, full_weight=False))
    return [(row.severity, row.fault.says) for row in rows if row.rule.family == "quantities"]


def warned(text, known=KNOWN):
    """What of that is more than advice."""
    return [says for severity, says in noted(text, known) if severity in ("warning", "error")]


def wordings(text):
    """The right and the wrong wording of a passage."""
    return [re.sub(r"«([^|»]*)\|([^»]*)»", rf"\{side}", text) for side in (1, 2)]


@pytest.mark.parametrize("text", FAULTS.split("\n===\n"))
def test_a_reading_finds_the_wrong_wording_alone(text):
    right, wrong = wordings(text)
    assert warned(right) == []
    assert {*noted(wrong)} - {*noted(right)}


def test_few_readings_are_proved_and_warn():
    texts = [wordings(text)[1] for text in FAULTS.split("\n===\n")]
    assert 0 < sum(bool(warned(text)) for text in texts) < len(texts) / 2


@pytest.mark.parametrize("text", RIGHT.split("\n===\n"))
def test_what_only_looks_at_odds_is_left_in_peace(text):
    assert warned(text) == []


def test_a_change_of_other_things_than_the_last_report_counted_is_left_in_peace():
    told = replace(EARLIER, text="14", count=14, words="allegations against carers in the year")
    known = replace(KNOWN, told=(replace(told, where="para-1"),), today=date(2016, 1, 18))
    text = "# Allegations\n\nComplaints from carers numbered nine, two more than the year before."
    assert warned(text, known) == []


COMPLAINTS = """\
Table: Complaints by service
| Service | Complaints |
| Children in care | 41 |
| Disabled children | 11 |
| Assessment | 54 |
| All | 106 |

"""


@pytest.mark.parametrize(
    ("before", "is_wrong"),
    [("There were 204 compliments.", False), ("There were 106 complaints.", True)],
)
def test_a_part_of_what_the_sentence_before_counts_is_no_part_of_a_table(before, is_wrong):
    text = f"{COMPLAINTS}{before} Nearly a third were about the disabled children’s service."
    assert bool(noted(text)) is is_wrong


@pytest.mark.parametrize(("gap", "is_wrong"), [("25 more", False), ("35 more", True)])
def test_a_change_since_the_last_report_is_found(gap, is_wrong):
    known = replace(KNOWN, told=(replace(EARLIER, where="para-1"),), today=date(2016, 1, 18))
    text = f"On 31 December 2015 there were 437 plans, {gap} than on 30 June 2015."
    assert bool(noted(text, known)) is is_wrong
