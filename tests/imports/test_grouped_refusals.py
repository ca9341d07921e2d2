"""Refusals kept together by what they say, and told again row by row; nothing is lost between."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.imports.messages import each, file_given, grouped
from assurance.tables.table import Table
from tests.cases import random_cases

ONE = st.fixed_dictionaries(
    {
        "file": st.sampled_from(("a.csv", "b.csv")),
        "row": st.integers(2, 9),
        "column": st.sampled_from(("", "Team", "Grade")),
        "wrong": st.sampled_from(("It is empty.", "There is no such team.")),
        "right": st.sampled_from(("", "Fill it in.")),
    }
)


def as_set(refusals):
    """How often each refusal stands."""
    return Counter(tuple(sorted(one.items())) for one in refusals)


@given(st.lists(ONE, max_size=12))
@random_cases(60)
def test_what_is_kept_together_is_told_again_one_by_one(refusals):
    kept = grouped(refusals)
    names = ("file", "column", "wrong", "right")
    said = [tuple(one[name] for name in names) for one in kept]
    assert len(said) == len(set(said)) == len({tuple(one[n] for n in names) for one in refusals})
    told = [{name: one[name] for name in (*names, "row")} for one in each(kept)]
    assert as_set(told) == as_set(refusals)


@given(st.lists(ONE, max_size=12))
@random_cases(40)
def test_they_are_told_file_by_file_in_the_order_of_rows(refusals):
    told = [(one["file"], one["row"]) for one in each(grouped(refusals))]
    files = list(dict.fromkeys(one["file"] for one in refusals))
    assert told == sorted(told, key=lambda one: (files.index(one[0]), one[1]))


@pytest.mark.parametrize(
    ("kept", "rows"),
    [
        ([], []),
        ([{"file": "a", "rows": [5, 3]}], [3, 5]),
        ([{"file": "a", "row": 4}], [4]),  # as runs kept them before they were put together
        ([{"file": "a"}], [0]),  # of a file as a whole
        ([{"file": "a", "rows": []}], [0]),
        ([{"file": "b", "rows": [9]}, {"file": "a", "rows": [2]}, {"file": "b", "row": 3}],
         [3, 9, 2]),
    ],
)  # fmt: skip
def test_what_older_runs_kept_is_told_as_well(kept, rows):
    assert [one["row"] for one in each(kept)] == rows


def test_a_file_that_waits_is_known_by_its_name_and_digest_alone():
    table = Table(name="a.csv", headings=("Team",), rows=(), sha256="f" * 64)
    told = file_given(table)
    assert (told["name"], told["sha256"], told["rows"]) == ("a.csv", "f" * 64, 0)
    assert (told["kind"], told["title"]) == ("", "")
    assert not any(told[name] for name in ("dropped", "unread", "notices"))
