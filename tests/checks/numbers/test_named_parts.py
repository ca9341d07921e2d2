"""Parts that a passage names as the rest of a whole come to it, live or typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.checks.registry import rule_called
from tests.checks.drawn import found

RULES = [rule_called(key) for key in ("parts-of-whole", "claim-unlike-number")]
NUMBERS = st.integers(6, 400)
# What is said of a whole W and its parts A, B (and C).
OF_TWO = {
    "the sentence before": "W members of staff were overdue at the audit. By 15 January 2016, A of "
    "them had been re-checked and applications for the other B were in progress.",
    "the same sentence": "W staff were overdue, of whom A were re-checked and the other B waited.",
    "a list": "The audit showed:\n\n* W staff were overdue. A of them came and the other B will.",
    "the remaining": "We had W checks. Of them A were renewed and the remaining B were not.",
    "a paragraph": "We looked after W children. A were at school. The remaining B were not.",
}
OF_THREE = (
    "There were W late checks. A of them were renewed, a further B were begun and the other C "
    "were not begun."
)
TOGETHER = (
    "The first group came to A. The second numbered B. Taken together, the W young people do well.",
    "The first group came to A.\n\nThe second numbered B. Together, these W young people did well.",
)
# The reading may have taken another thing for a part: a person decides, if anybody.
UNSURE = (
    "We looked after 120 children. 30 new carers were asked. The remaining 20 were at home.",
    "We had 45 carers. 30 homes were seen. 12 were shut. Together, the 46 young people did well.",
)
RIGHT = (
    "We had 412 cases. Some 268 were closed and 61 were open; the other 90 were never begun.",
    "Together, the 46 young people do well.",
    "We had 412 cases. Some 268 were closed and 61 were open; the other 83 were never begun.",
    "Much of the half-year went on 30 of the 40 checks.",
    "In the half-year, 30 of 70 members of staff left.",
    "Some 58 staff were late. 20 of them were renewed and the other 16 waited.",
    "100 of the 120 carers were asked. The remaining 20 were not.",
)


def faults(text, live=False, **numbers):
    for name, number in numbers.items():
        words = f"{{{{{number}|audits.done|2015-07-01/2015-12-31}}}}" if live else str(number)
        text = text.replace(f"{name} ", f"{words} ").replace(f"{name}.", f"{words}.")
    rows = found(text, rules=RULES)
    return [(str(one.severity), one.fault.says) for one in rows]


@pytest.mark.parametrize("place", OF_TWO)
@pytest.mark.parametrize("live", [False, True])
@given(first=NUMBERS, second=NUMBERS, gap=st.sampled_from([0, 0, 1, 42, -1]))
def test_two_parts_come_to_their_whole_or_are_named_with_what_is_missing(
    place, live, first, second, gap
):
    whole = first + second + gap
    result = faults(OF_TWO[place], live, W=whole, A=first, B=second)
    if gap == 0:
        assert result == []
    elif place != "a paragraph" or whole > max(first, second):
        ((severity, says),) = result
        assert f"= {first + second}, and the paper says {whole}" in says
        assert severity == "error"


@given(parts=st.tuples(NUMBERS, NUMBERS, NUMBERS), gap=st.sampled_from([0, 3]))
def test_a_further_part_is_one_of_them(parts, gap):
    whole = sum(parts) + gap
    assert bool(faults(OF_THREE, W=whole, A=parts[0], B=parts[1], C=parts[2])) == bool(gap)


@pytest.mark.parametrize("text", TOGETHER)
@pytest.mark.parametrize("live", [False, True])
@given(first=NUMBERS, second=NUMBERS, gap=st.sampled_from([0, 29]))
def test_groups_taken_together_come_to_their_sum(text, live, first, second, gap):
    result = faults(text, live, W=first + second + gap, A=first, B=second)
    assert [severity for severity, _says in result] == ["error"] * bool(gap)


@pytest.mark.parametrize("text", UNSURE)
def test_numbers_that_count_other_things_as_well_are_no_error(text):
    assert {severity for severity, _says in faults(text)} <= {"warning"}


@pytest.mark.parametrize("text", RIGHT)
def test_a_half_year_a_rough_number_and_another_noun_claim_no_sum(text):
    assert faults(text) == []
