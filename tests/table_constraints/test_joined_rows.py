"""A sentence is joined to the row of a table that it names in other words, and held against it."""

import re

import pytest

from tests.checks.drawn import found
from tests.checks.reach.passages import RULES

DISTANCE = """\
Table: Distance from the child's own home
| Distance | Children |
| Inside the Borough | 158 |
| Outside, up to 20 miles | 97 |
| Outside, more than 20 miles | 57 |
| All | 312 |"""
PLACES = """\
Table: Approved places of our carers
| State of the place | Places |
| Child in place | 131 |
| Held for a match | 14 |
| On hold or resting | 23 |
| All | 168 |"""
LOCALITIES = """\
Table: Children and episodes by locality
| Locality | Children | Episodes |
| North Thorn | 52 | 121 |
| Harbour | 38 | 143 |
| Vale | 33 | 74 |
| Upper Thornbeck | 25 | 64 |
| City | 148 | 402 |"""
AGES = """\
Table: Caseload by age
| Age | Boys | Girls | All |
| 10 to 13 | 6 | 3 | 9 |
| 14 and 15 | 19 | 5 | 24 |
| 16 and 17 | 28 | 3 | 31 |
| All | 53 | 11 | 64 |"""
PLACEMENTS = """\
Table: Children by kind of placement
| Placement | Children |
| In-house foster carers | 117 |
| Independent agency foster carers | 84 |
| Family and friends carers | 43 |
| Children's homes | 31 |
| All | 275 |"""
LEAVERS = """\
Table: Why carers left
| Reason | Households |
| Retired | 19 |
| Moved to another agency | 11 |
| Ill health | 6 |
| Adopted the child | 4 |"""
DIVISIONS = """\
Table: Budget and forecast by division, £000
| Division | Budget | Forecast |
| Placements | 24,600 | 26,850 |
| Social work teams | 11,400 | 11,620 |
| Transport | 5,300 | 5,150 |
| Early help | 4,200 | 3,870 |
| Legal | 1,500 | 1,710 |
| Directorate | 47,000 | 49,200 |"""
APPROVED = """\
Table: Households approved
| Quarter | Enquiries | Applications | Approved |
| April to June | 44 | 6 | 5 |
| July to September | 38 | 5 | 3 |
| October to December | 29 | 4 | 4 |
| January to March | 51 | 7 | 5 |
| Year | 162 | 22 | 17 |"""
ABSENCE = """\
Table: Share of sessions missed
| Phase | 2022/23 | 2023/24 |
| Primary | 5.9% | 5.5% |
| Secondary | 9.4% | 8.9% |
| Special | 12.8% | 12.9% |"""
ANSWERS = """\
Table: Replies, yes only, out of 214
| Question | Yes | Per cent |
| Feel safe where they live | 188 | 87.9 |
| Know their social worker | 201 | 93.9 |
| See their social worker enough | 131 | 61.2 |"""
FAULTS = (
    (PLACES, "Another «8.3|18.3» per cent were being held for matches."),
    (DISTANCE, "Children placed inside their borough are «51|61» per cent of all; most stay near."),
    (LOCALITIES, "The locality with the most episodes is «Harbour|Vale», where two homes stand."),
    (LOCALITIES, "Fewest of the episodes were in «Upper Thornbeck|Vale», when nine were away."),
    (AGES, "Among the girls the largest age group was «14 and 15|16 and 17»."),
    (
        PLACEMENTS,
        "After them, the most used home is «an agency foster carer|one of family and friends».",
    ),
    (
        PLACEMENTS,
        "The second largest number is with the «independent agency|family and friends» carers.",
    ),
    (PLACEMENTS, "«In-house foster carers|Children’s homes» look after the largest number."),
    (LEAVERS, "«Retirement|Moving to another agency» came up more often than anything else."),
    (DIVISIONS, "«Three|Four» of the five divisions are forecasting an overspend."),
    (DIVISIONS, "«Two|Three» of the five divisions are under budget."),
    (APPROVED, "In «three|all» of the four quarters at least four households were approved."),
)
RIGHT = (
    (PLACES, "The target is that 85 per cent of approved places have a child in them."),
    (PLACES, "In England 84 per cent of the places had a child in them."),
    (PLACES, "A year ago 72 per cent of places had a child in them."),
    (DISTANCE, "About 40 per cent of those who are outside it go to a school inside the Borough."),
    (DISTANCE, "The limit for children more than 20 miles away is 25 per cent."),
    (LOCALITIES, "June had the smallest number of late reviews, two."),
    (LOCALITIES, "Harbour is among the localities with the fewest children."),
    (AGES, "The largest change was among those of 14 and 15."),
    (PLACEMENTS, "One of the two largest groups lives with family and friends carers."),
    (DIVISIONS, "Two of the five divisions account for more than the whole of the overspend."),
    (DIVISIONS, "Nearly all divisions are over budget."),
    (APPROVED, "In each of the four quarters the team met twelve times."),
    (ANSWERS, "Only one of the three questions drew a yes from fewer than four in five."),
    (ABSENCE, "Only one of the three phases missed more than a tenth of its sessions."),
)


def warned(table, sentence):
    """What is said of a sentence behind a table, more than advice."""
    rows = found(f"# A\n\n{table}\n\n{sentence}", rules=RULES)
    rows = [row for row in rows if row.severity != "advice"]
    return [row.fault.says for row in rows if row.rule.key != "percent-without-base"]


@pytest.mark.parametrize(("table", "case"), FAULTS)
def test_what_the_row_denies_is_warned_of(table, case):
    right, wrong = (re.sub(r"«([^|]*)\|([^»]*)»", side, case) for side in (r"\1", r"\2"))
    assert not warned(table, right)
    assert warned(table, wrong)


@pytest.mark.parametrize(("table", "sentence"), RIGHT)
def test_what_the_table_does_not_deny_is_left_in_peace(table, sentence):
    assert not warned(table, sentence)


def test_a_table_of_divisions_is_found_far_from_its_sentence():
    other = "Their managers wrote a plan."
    text = f"# A\n\nFour of the five divisions are forecasting an overspend.\n\n# B\n\n{other}\n\n"
    rows = found(f"{text}# C\n\n{DIVISIONS}", rules=RULES)
    [says] = [row.fault.says for row in rows if "Four of the five" in row.fault.says]
    assert "“Placements”" in says
    assert "Directorate" not in says
