"""Sentences about rows of a table, and about what was counted right before, with a right twin of
each: the wrong one is warned of, the right one is not."""

# ruff: noqa: E501
import re

from tests.constraints.test_right_at_sixth_sight import warned
from tests.sweeping import swept

AREAS = """Table: Assessments completed by area
| Area | Completed | On time | Share on time |
| East | 120 | 102 | 85% |
| West | 90 | 85 | 94% |
| North | 140 | 129 | 92% |
| South | 75 | 69 | 92% |
| Harbour | 60 | 48 | 80% |

"""
SOURCES = """Table: Contacts by source
| Source | 2014 | 2015 |
| Police | 210 | 264 |
| Schools | 180 | 171 |
| Health | 95 | 118 |
| Public | 60 | 72 |

"""
OF_AREAS = (
    "West completed «fewer|more» assessments than East.",
    "East completed «twice|three times» as many as Harbour.",
    "In West «85|58» assessments were on time.",
)
OF_SOURCES = (
    "The police made «more|fewer» contacts than schools in both years.",
    "Contacts from health rose from 95 to «118|181» in 2015.",
)
TALLIED = (
    (AREAS, "«Most areas reached|Most areas fell short of» 90%."),
    (AREAS, "«All but two|All but one» of the areas reached 90%."),
    (AREAS, "«Both East and Harbour|Both North and Harbour» were below 90%."),
    (SOURCES, "Contacts from «all but one|all but two» of the sources rose."),
)
OF_PASSAGES = (
    "We audited 12 files. All «12|11» were read by two people.",
    "The panel met nine times in the year. The minutes of the «nine|11» meetings have been published.",
    "We trained 16 volunteers. Every one of the «16|15» passed.",
    "Of the 18 schools that we wrote to, 11 answered. A «majority|minority» therefore answered.",
    "We received 22 complaints. Fourteen were answered in ten days. «More|Fewer» than half were therefore answered in time.",
    "We offered training to 60 staff, and 24 came. «Fewer|More» than half therefore came.",
    "There were 30 new entrants in the quarter. Boys made up 14 and girls «16|26».",
    "In 2014 the team received 40 concerns. It received 80 in 2015, «twice|three times» as many as the 40 of the year before.",
)
_EDIT = re.compile(r"«([^|]*)\|([^»]*)»")


def wordings(table, text):
    """The right and the wrong wording of a text, below its table."""
    return table + _EDIT.sub(r"\1", text), table + _EDIT.sub(r"\2", text)


PAIRS = [
    wordings(table, text)
    for table, texts in ((AREAS, OF_AREAS), (SOURCES, OF_SOURCES), ("", OF_PASSAGES))
    for text in texts
]


@swept(PAIRS)
def test_only_the_wrong_twin_is_warned_of(right, wrong):
    assert warned(right) == []
    assert warned(wrong)


@swept([wordings(*each) for each in TALLIED])
def test_of_rows_that_are_counted_only_the_wrong_twin_is_warned_of(right, wrong):
    assert warned(right) == []
    assert warned(wrong) == ["claim-unlike-number"]
