"""Numbers that look like parts of a whole and come out in another way: nothing is said of them, for
whatever numbers; where one of them is wrong in its own sum, that is found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.checks.drawn import KNOWN, found
from tests.constraints.test_far_proofs import warned

MANY = st.integers(min_value=40, max_value=900)
SOME = st.integers(min_value=12, max_value=39)


def rules(text):
    """The rules that warn of a text at the full weight of every reading."""
    return {rule for rule, _words in warned(text)}


def weights(text):
    """How much each finding about parts weighs, by readings that have only their own weight."""
    known = KNOWN.__class__(**{**vars(KNOWN), "full_weight": False})
    rows = found(text, known=known)
    return [str(row.severity) for row in rows if row.rule.key == "parts-of-whole"]


@given(whole=MANY, first=SOME, more=SOME)
def test_a_group_that_its_own_sentence_sums_is_no_part_of_the_whole(whole, first, more):
    assume(whole - first - more not in (first, more, first + more) and whole != 2 * (first + more))
    text = (
        f"Of the {whole} in care, {first} live with relatives; {more} further children live with "
        f"friends, so that {first + more} in all are with people whom they know."
    )
    assert "parts-of-whole" not in rules(text)


@given(away=SOME, left=st.integers(min_value=3, max_value=9), late=st.integers(3, 30))
def test_those_who_are_counted_again_are_no_further_part(away, left, late):
    assume(len({away, left, late}) == 3)
    text = (
        f"{away} of the {away + late + left} have replied. {late} are away. That leaves {left} who "
        f"have not replied; all {left} were rung."
    )
    assert "parts-of-whole" not in rules(text.replace(" all ", " all of the ", 1))
    assert "parts-of-whole" not in rules(text)


@given(placed=MANY, rest=st.integers(min_value=13, max_value=19), hoped=st.integers(11, 12))
def test_some_of_what_remains_are_no_part_of_the_first_whole(placed, rest, hoped):
    text = (
        f"There were {placed + rest} pupils in the year. By July {placed} had a place. {hoped} of "
        f"the remaining {rest} hoped to work."
    )
    assert "parts-of-whole" not in rules(text)


@pytest.mark.parametrize("parts", [(540, 405, 310, 170, 55), (763, 615, 424, 246, 73)])
def test_a_first_part_is_no_whole_of_the_others(parts):
    first, second, third, fourth, last = parts
    text = (
        f"Of the {sum(parts)} enquiries closed, most were answered in a week.\n\n# Results\n\n"
        f"Nothing more was done in {first}. Advice was given to {second}, a worker was asked to "
        f"call on {third}, and for {fourth} a meeting was held. The remaining {last} left."
    )
    assert "parts-of-whole" not in rules(text)


@given(children=MANY, parents=MANY, helpers=MANY, both=st.integers(min_value=3, max_value=11))
def test_parts_whose_sum_is_said_to_be_more_than_the_whole_may_overlap(
    children, parents, helpers, both
):
    total = children + parents + helpers
    assume(len({children, parents, helpers, both, total - both}) == 5)
    text = (
        f"We counted {total - both} people at the fair: {children} children, {parents} parents and "
        f"{helpers} helpers."
    )
    more = f" Add those and you get {total}. {both} of the helpers are parents too."
    assert "parts-of-whole" not in rules(text + more)


@given(girls=MANY, boys=MANY, plans=MANY)
def test_parts_that_come_to_another_count_of_the_report_only_advise(girls, boys, plans):
    total = girls + boys + 15
    assume(len({girls, boys, plans, total, 15}) == 5)
    text = (
        f"There are {plans} plans, for {total} children.\n\nOf the plans, {plans - 1} have an "
        f"allocated visitor. As to the children, {girls} are girls, {boys} are boys and fifteen "
        "are not yet born."
    )
    assert not {"error", "warning"} & {*weights(text)}


# What leads from a whole to its parts warns; without it the whole may be another's.
LED_TO = (
    "Of the {w} that left, {a} moved to another county and the other {b} retired.",
    "Among the {w} newcomers, {a} came by train, {b} came by bus and {c} walked.",
    "The {w} who left gave these reasons:\n* a move: {a}\n* a new post: {b}\n* other reasons: {c}",
    "There were {w} reviews: {a} in spring, {b} in summer and {c} in autumn.",
    "We read {w} files, {a} of them for the first time and the other {b} again.",
)
NOT_LED_TO = (
    "We bought {w} desks. The north took {a}, {b} went south and {c} stayed.",
    "- {w} people came in May.\n- {a} were parents, as many said.\n- {b} had been before.",
)


@pytest.mark.parametrize("text", LED_TO)
def test_parts_that_the_words_lead_to_warn(text):
    parts = {"a": 61, "b": 47, "c": 22}
    whole = sum(number for name, number in parts.items() if f"{{{name}}}" in text)
    assert weights(text.format(w=whole, **parts)) == []
    assert {"error", "warning"} & {*weights(text.format(w=whole + 10, **parts))}


@pytest.mark.parametrize("text", NOT_LED_TO)
def test_of_others_nobody_is_warned(text):
    parts = {"a": 61, "b": 47, "c": 22}
    whole = sum(number for name, number in parts.items() if f"{{{name}}}" in text)
    for gap in (-10, -1, 0, 1, 10):
        assert not {"error", "warning"} & {*weights(text.format(w=whole + gap, **parts))}
