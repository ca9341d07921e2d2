"""Numbers that a paragraph presents as consequences of others, in the words of many officers.

A passage holds a fault as `«right|wrong»`.
"""

import re

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found
from tests.equations.built import BUILT
from tests.equations.measured import MEASURED
from tests.equations.right import RIGHT
from tests.sweeping import swept

EDIT = re.compile(r"«([^«»|]*)\|([^«»|]*)»")
RULE = (rule_called("consequence-denied"),)
# So many of the passages that only measure were found when they were new.
REACHED = 12


def says(text):
    """What the rule finds in a paper of one paragraph."""
    return [row.fault.says for row in found(text, rules=RULE)]


def right(passage):
    return EDIT.sub(r"\1", passage)


def wrong(passage):
    return EDIT.sub(r"\2", passage)


@swept(BUILT)
def test_a_consequence_that_does_not_follow_is_found_and_one_that_does_is_left(passage):
    assert says(wrong(passage))
    assert says(right(passage)) == []


def test_as_many_passages_are_found_of_those_that_only_measure():
    assert sum(bool(says(wrong(passage))) for passage in MEASURED) >= REACHED


@swept([*map(right, MEASURED), *RIGHT])
def test_what_only_looks_like_a_wrong_consequence_is_left(passage):
    assert says(passage) == []


def test_a_finding_names_the_numbers_and_what_they_come_to():
    flow = "There were 42 cases open in April. Since then 17 came in and 20 were closed, so that 41"
    table = {
        f"{flow} remained.": "42 + 17 − 20 = 39, but the report gives 41.",
        "We had £90,000 and spent £71,500, which leaves £28,500.": (
            "£90,000 − £71,500 = £18,500, but the report gives £28,500."
        ),
        "The number fell from 48 to 36. The fall, of a third, was in the spring.": (
            "From 48 to 36 is a change of 25.0%, but the report gives “a third”."
        ),
        "Each of the six teams did 4 audits, 28 in all.": "six × 4 = 24, but the report gives 28.",
        "We sent 120 forms and 90 came back, so the return was 80%.": (
            "90 ÷ 120 = 75%, but the report gives 80%."
        ),
        "One score was 3.2 and one 4.1. The difference is 1.2.": (
            "4.1 − 3.2 = 0.9, but the report gives 1.2."
        ),
    }
    assert {text: says(text) for text in table} == {text: [line] for text, line in table.items()}
