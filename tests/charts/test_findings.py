"""Sentences of charts: how a value changed, which part is the largest, in neutral words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.charts.findings import Value, change, largest, per_cent
from tests.cases import random_cases

FIRST, LAST = "1 December 2014", "1 December 2015"


def values(*sizes):
    """Values of the two dates."""
    texts = ("" if size is None else f"{size:,}" for size in sizes)
    return [Value(*row) for row in zip(sizes, texts, (FIRST, "1 June 2015", LAST), strict=False)]


@pytest.mark.parametrize(
    ("sizes", "sentence"),
    [
        ((188, 190, 196), f"Children in care rose from 188 to 196 between {FIRST} and {LAST}"),
        ((1764, 190, 96), f"Children in care fell from 1,764 to 96 between {FIRST} and {LAST}"),
        ((188, 190, 188), f"Children in care: 188 on both {FIRST} and {LAST}"),
        ((188, None, None), f"Children in care: 188 on {FIRST}"),
        ((None, 5, 7), f"Children in care rose from 5 to 7 between 1 June 2015 and {LAST}"),
        ((None, None, None), ""),
        ((), ""),
    ],
)
def test_a_change_is_told_with_both_values_and_both_dates(sizes, sentence):
    assert change("Children in care", values(*sizes)) == sentence


def test_periods_are_named_in_brackets_and_a_rounded_value_that_is_the_same_has_no_direction():
    rows = [Value(1, "10", "2014"), Value(2, "12", "1 January to 30 June 2015")]
    assert change("Audits", rows) == "Audits rose from 10 (2014) to 12 (1 January to 30 June 2015)"
    rows = [
        Value(27, "27", "1 September 2018 to 31 December 2018"),
        Value(33, "33", "1 September 2019 to 31 January 2020"),
    ]
    assert change("Audits", rows) == (
        "Audits rose from 27 (1 September to 31 December 2018) to 33 "
        "(1 September 2019 to 31 January 2020)"
    )
    rows = [Value(10.1, "10%", "2014"), Value(10.4, "10%", "2015")]
    assert change("Audits", rows) == "Audits: 10% in both 2014 and 2015"


SPANS = ("1 January to 30 June 2015", "2016", "July 2017", "31 March 2018", "1 April 2018")


@random_cases(40)
@given(st.permutations(SPANS[1:] + SPANS[:1]))
def test_a_change_is_from_the_earliest_to_the_latest_in_whatever_order_values_come(spans):
    rows = [Value(SPANS.index(when), f"{SPANS.index(when)}", when) for when in spans]
    assert change("Audits", rows) == f"Audits rose from 0 ({SPANS[0]}) to 4 ({SPANS[-1]})"


def test_values_whose_dates_cannot_be_read_stay_in_their_order():
    rows = [Value(2, "2", "Spring 2016"), Value(1, "1", "2015")]
    assert change("Audits", rows) == "Audits fell from 2 (Spring 2016) to 1 (2015)"


@pytest.mark.parametrize(
    ("better", "end"),
    [
        ("higher", " (higher is better)"),
        ("lower", " (lower is better)"),
        ("neither", ""),
        ("", ""),
    ],
)
def test_a_direction_is_named_only_where_the_measure_has_one(better, end):
    assert change("On time", values(5, 6, 9), better).endswith(f"{LAST}{end}")


@random_cases(80)
@given(st.lists(st.none() | st.integers(0, 3000), max_size=3))
def test_a_sentence_never_judges_nor_names_what_is_not_shown(sizes):
    sentence = change("Audits", values(*sizes))
    assert not {"improved", "worse", "better", "good"} & set(sentence.lower().split())
    shown = [f"{size:,}" for size in sizes if size is not None]
    assert all(one in sentence for one in shown[:1] + shown[-1:])
    if len(shown) > 1 and shown[0] != shown[-1]:
        first, last = (int(one.replace(",", "")) for one in (shown[0], shown[-1]))
        assert (" rose " in sentence) == (last > first) and (" fell " in sentence) == (last < first)


def parts(**sizes):
    """(label, value) of parts."""
    return [
        (label, Value(size, "" if size is None else f"{size:,}")) for label, size in sizes.items()
    ]


def test_the_largest_part_is_named_with_its_share_of_the_whole():
    rows = parts(young=142, middle=19, old=27)
    assert largest(rows, 188) == "Largest of 3: young, 142 of 188 (76%)"
    assert largest(rows) == "Largest of 3: young, 142"
    assert largest(parts(a=5, b=5, c=1)) == "Largest of 3: a and b, 5 each"
    assert largest(parts(a=None, b=5, c=1)) == "Largest shown of 3: b, 5"
    assert largest(parts(a=45), 196) == "a: 45 of 196 (23%)"
    assert largest(parts(a=None)) == largest([]) == ""


@random_cases(100)
@given(st.integers(0, 5000), st.integers(1, 5000))
def test_a_share_is_rounded_half_up_and_never_hides_some_or_claims_all(part, whole):
    part = min(part, whole)
    text, exact = per_cent(part, whole), Fraction(100 * part, whole)
    if text == "under 1%":
        assert 0 < exact < Fraction(1, 2)
    elif text == "over 99%":
        assert Fraction(199, 2) <= exact < 100
    else:
        assert abs(int(text[:-1]) - exact) <= Fraction(1, 2)
        assert exact - int(text[:-1]) != Fraction(1, 2)
