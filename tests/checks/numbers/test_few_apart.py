"""A part and its whole in two sections of a report that together tell of few children."""

from dataclasses import replace

import pytest

from reports.checks.rule import Severity
from reports.constraints.parts.rests import few_left_apart
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading
from tests.sweeping import swept

WHOLE = "We looked after 40 children on 1 December 2015."
PARTS = (
    "{} children looked after on 1 December 2015 had a health check.",
    "Of the children looked after on 1 December 2015, {} had a health check.",
    "On 1 December 2015, {} looked-after children were in school.",
    "At 1 December 2015 there were {} looked after children in foster homes.",
    "On 1 December 2015, {} of the looked-after children were not at home.",
)
OTHERS = (
    # Of another time, of none, of the same words, or of no children.
    "38 children looked after on 2 December 2015 had a health check.",
    "38 looked-after children had a health check.",
    "38 children had a health check on 1 December 2015.",
    "Between 1 April and 1 December 2015, 38 looked-after children had a health check.",
    "By 1 December 2015, 38 looked-after children had had a health check.",
    "On 1 December 2015, 38 homes of looked-after children were inspected.",
    "38 looked-after children’s plans were current on 1 December 2015.",
    "Of the carers of children looked after on 1 December 2015, 38 were trained.",
    "Of the plans of children looked after on 1 December 2015, 38 were current.",
    "On 1 December 2015, 38 staff worked with children looked after.",
    "On 1 December 2015, 38 social workers looked after children.",
    # Of others, rough, a rate, or a target.
    "Leeds looked after 38 children in homes on 1 December 2015.",
    "On 1 December 2015, about 38 looked-after children were in school.",
    "On 1 December 2015, 38 in every 100 looked-after children in England were in school.",
    "The target for 1 December 2015 was 38 looked-after children in school.",
)


def weights(*sections, **known):
    """How much each finding of such a pair weighs, of paragraphs in sections of their own."""
    text = "\n\n".join(f"# Section {n}\n\n{words}" for n, words in enumerate(sections))
    return [one.severity for one in check(reading(text), replace(KNOWN, **known), [few_left_apart])]


@swept([(part, rest) for part in PARTS for rest in range(10)])
def test_every_part_in_another_section_is_weighed(part, rest):
    found = [Severity.ERROR] if 1 <= rest <= 5 else []
    between = "It rained in the autumn of 2015."
    assert weights(WHOLE, between, part.format(40 - rest)) == found
    assert weights(part.format(40 - rest), between, WHOLE) == found


@pytest.mark.parametrize("words", OTHERS)
def test_what_is_not_surely_part_of_the_same_children_is_left_in_peace(words):
    assert weights(WHOLE, words) == []


def test_the_policy_of_the_council_says_how_few_are_few():
    part = PARTS[0].format(31)
    assert weights(WHOLE, part) == []
    assert weights(WHOLE, part, small_up_to=9) == [Severity.ERROR]
    assert weights(WHOLE, part, small_up_to=None) == []


def test_two_live_figures_are_the_programs_to_hide_and_one_is_not():
    live = "{{%s|looked_after.%s|2015-12-01}}"
    whole = WHOLE.replace("40", live % (40, "children"))
    part = PARTS[0].format(live % (38, "placement"))
    assert weights(whole, part) == []
    assert weights(whole, PARTS[0].format(38)) == [Severity.ERROR]
    assert weights(WHOLE, part) == [Severity.ERROR]


def test_a_finding_repeats_what_is_printed_and_reckons_nothing():
    rows = check(
        reading(f"# One\n\n{WHOLE}\n\n# Two\n\n{PARTS[0].format(38)}"), KNOWN, [few_left_apart]
    )
    assert [one.fault.about for one in rows] == ["38"]
    assert "“38” and “40” (paragraph 1)" in rows[0].fault.says


TABLE = "Table: Children in the half-year\n| Who | 1 January 2015 | 1 December 2015 |\n"


@swept([(head, part, rest) for head in ("Children looked after", "Looked-after children")
        for part in PARTS for rest in (0, 2, 5, 6)])  # fmt: skip
def test_a_whole_in_a_table_and_a_part_in_a_sentence_are_weighed(head, part, rest):
    table = f"{TABLE}| {head} | 60 | 40 |\n| Carers | 30 | 41 |"
    found = [Severity.ERROR] if 1 <= rest <= 5 else []
    assert weights(table, part.format(40 - rest)) == found
    assert weights(table.replace("1 December 2015", "2 December 2015"), part.format(38)) == []


def test_a_cell_of_others_or_of_part_of_them_is_no_whole():
    for row in ("Carers of looked-after children", "Staff", "Looked-after children in homes"):
        table = f"{TABLE}| {row} | 60 | 40 |\n| Carers | 30 | 41 |"
        assert weights(table, PARTS[0].format(38)) == [], row
