"""130 short passages by two authors who had seen no rule, each right and with one fault.

`state` is what became of the fault: `found`, `missed`, or `false` where the right wording is warned
of. When they were new 38 were found; now 80 are. Where a new rule finds another one, its state
changes here.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from reports.checks.context import CheckContext, EarlierFigure
from tests.checks.drawn import found, of_family
from tests.sampling import sample

PASSAGES = json.loads((Path(__file__).parent / "passages.json").read_text(encoding="utf-8"))
FAMILIES = ("numbers", "quantities", "timing", "assurance")
RULES = tuple(rule for family in FAMILIES for rule in of_family(family))
STATES = Counter(passage["state"] for passage in PASSAGES)


def earlier(number, words, end):
    """What an earlier report counted."""
    digits = number.replace(",", "")
    count = int(digits) if digits.isdigit() else None
    return EarlierFigure("", "", "", "", end, number, count, None, "Update", "para-1", words)


def warned(passage, text):
    """What is more than advice of a wording, without what is small."""
    told = tuple(earlier(*one) for one in passage.get("earlier", ()))
    day = date.fromisoformat(passage["dated"])
    known = CheckContext(today=day, told=told, full_weight=True)
    rows = found(text, known=known, rules=RULES, paper_date=day, council="Northmoor Council")
    rows = [row for row in rows if row.rule.key != "small-number" and row.severity != "advice"]
    return Counter((row.rule.key, row.fault.says) for row in rows)


CHILDREN = earlier("188", "children looked after", "2015-12-01")
SAYS = "On 1 June 2016 we looked after 190 children, and the number had fallen from 200{}."


@pytest.mark.parametrize(("when", "expected"), [("", 1), (" on 1 July 2015", 0)])
def test_a_number_with_a_date_of_its_own_is_not_of_the_last_report(when, expected):
    known = CheckContext(today=date(2016, 7, 11), told=(CHILDREN,), full_weight=True)
    rows = found(SAYS.format(when), known=known, rules=RULES, paper_date=date(2016, 7, 11))
    assert len([row for row in rows if "188" in row.fault.says]) == expected


@pytest.mark.parametrize("place", sample(range(len(PASSAGES)), 3))
def test_a_fault_is_found_or_missed_and_the_right_wording_is_left_alone(place):
    passage = PASSAGES[place]
    usual = warned(passage, passage["right"])
    assert bool(usual) is (passage["state"] == "false")
    if passage["state"] != "false":
        assert bool(warned(passage, passage["wrong"])) is (passage["state"] == "found")


def test_more_of_them_are_found_than_when_they_were_new():
    assert STATES["found"] >= 79 and STATES["false"] <= 8
