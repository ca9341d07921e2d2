"""Parts that a passage names as the rest of a whole come to it, live or typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.verdicts.registry import rule_called
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
# A whole W, of which A, B and C are all.
OF_A_WHOLE = (
    "Of the W audits, A were good, B required improvement and the remaining C were inadequate.",
    "We did W audits: A were good, B required improvement and the other C were inadequate.",
    "W staff were late: A were re-checked, a further B applied and the other C waited.",
    "Of the W cases, A were good. Another B required improvement. The other C were inadequate.",
    "* W staff were late.\n* A of them came.\n* And a further B will.\n* The other C did not.",
)
TOGETHER = (
    "The first group came to A. The second numbered B. Taken together, the W young people do well.",
    "The first group came to A.\n\nThe second numbered B. Together, these W young people did well.",
)
IN_ALL = (
    "The A children in agency care and the B in residential care, together W, cost most.",
    "In all A came and B stayed away, W altogether.",
    "We saw A homes and B schools, W places in all.",
)
# The reading may have taken another thing for a part: a person decides, if anybody.
UNSURE = (
    "We looked after 120 children. 30 new carers were asked. The remaining 20 were at home.",
    "We had 45 carers. 30 homes were seen. 12 were shut. Together, the 46 young people did well.",
)
RIGHT = (
    "Together, the 46 young people do well.",
    "We had 412 cases. Some 268 were closed and 61 were open; the other 83 were never begun.",
    "Much of the half-year went on 30 of the 40 checks.",
    "In the half-year, 30 of 70 members of staff left.",
    "Some 58 staff were late. 20 of them were renewed and the other 16 waited.",
    "It rose from 30 to 45, 15 in all.",
    "We paid 4 visits to each of 5 homes, 20 in all.",
    "We saw 30 children and 40% of them twice, 42 altogether.",
    "There are 52 homes. 30 were inspected. 20 were good. The other 10 were not.",
    "We had 40 children. 25 were boys. 10 were under five. The other 30 were older.",
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
        assert f"= {first + second}, but the report gives {whole}" in says
        # Over sentences another count may be the whole.
        assert severity == "error" or (place == "a paragraph" and not live)


@given(parts=st.tuples(NUMBERS, NUMBERS, NUMBERS), gap=st.sampled_from([0, 3]))
def test_a_further_part_is_one_of_them(parts, gap):
    whole = sum(parts) + gap
    assert bool(faults(OF_THREE, W=whole, A=parts[0], B=parts[1], C=parts[2])) == bool(gap)


@pytest.mark.parametrize("text", OF_A_WHOLE)
@given(parts=st.tuples(NUMBERS, NUMBERS, NUMBERS), gap=st.sampled_from([0, 1, 42]))
def test_parts_told_in_turn_come_to_their_whole_or_are_an_error(text, parts, gap):
    first, second, third = parts
    result = faults(text, W=sum(parts) + gap, A=first, B=second, C=third)
    # The rest may be that of another part by chance.
    by_chance = {first - second, second, first} & {third} and gap
    if not by_chance:
        assert [severity for severity, _says in result] == ["error"] * bool(gap)


@pytest.mark.parametrize("text", TOGETHER)
@pytest.mark.parametrize("live", [False, True])
@given(first=NUMBERS, second=NUMBERS, gap=st.sampled_from([0, 29]))
def test_groups_taken_together_come_to_their_sum(text, live, first, second, gap):
    result = faults(text, live, W=first + second + gap, A=first, B=second)
    assert [severity for severity, _says in result] == ["error"] * bool(gap)


@pytest.mark.parametrize("text", IN_ALL)
@given(first=NUMBERS, second=NUMBERS, gap=st.sampled_from([0, 1, 29]))
def test_two_counts_and_what_they_come_to_in_all_agree(text, first, second, gap):
    text = text.replace("W,", f"{first + second + gap},")
    result = faults(text, W=first + second + gap, A=first, B=second)
    assert [severity for severity, _says in result] == ["error"] * bool(gap)


@pytest.mark.parametrize("text", UNSURE)
def test_numbers_that_count_other_things_as_well_are_no_error(text):
    assert {severity for severity, _says in faults(text)} <= {"warning"}


@pytest.mark.parametrize("text", RIGHT)
def test_a_half_year_a_rough_number_and_another_noun_claim_no_sum(text):
    assert faults(text) == []
