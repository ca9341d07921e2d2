"""The order of rows and of columns changes where things stand in a table and nothing else."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.tables.reader import read
from tests.cases import random_cases
from tests.tables.books import book, ods, ods_table

HEADINGS = ["Reference", "Team", "Post code", "Grade"]
WORDS = st.sampled_from(["North", "South", "Good", "x y", "Zoë", ""])
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6)


def as_csv(rows):
    """The bytes of a CSV file."""
    return "\n".join(",".join(row) for row in rows).encode() + b"\n"


WAYS = {"csv": as_csv, "xlsx": book, "ods": lambda rows: ods(ods_table(rows))}


def records(content):
    """The rows of a file's one table in words, each row by its headings, sorted."""
    (found,) = read("file", content)
    told = [zip(found.headings, row.cells, strict=True) for row in found.rows]
    return sorted(str(sorted(pairs, key=str)) for pairs in told)


def numbered(rows):
    """Rows of words with a reference each, below their headings."""
    return [HEADINGS, *([f"A{n}", *row] for n, row in enumerate(rows))]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@random_cases(15)
@given(rows=ROWS, seed=st.integers(0, 99))
def test_neither_the_order_of_rows_nor_of_columns_matters(way, rows, seed):
    before = numbered(rows)
    turned = [before[0], *random.Random(seed).sample(before[1:], len(rows))]
    columns = random.Random(seed).sample(range(4), 4)
    moved = [[row[column] for column in columns] for row in turned]
    assert records(way(moved)) == records(way(before))


@random_cases(15)
@given(ROWS)
def test_the_kind_of_file_does_not_matter(rows):
    told = [records(way(numbered(rows))) for way in WAYS.values()]
    assert told[0] == told[1] == told[2]


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_every_row_keeps_the_number_it_has_in_its_file(way):
    rows = [
        ["Register", "", "", ""],
        HEADINGS,
        ["A1", "", "", ""],
        ["", "", "", ""],
        ["A2", "N", "", ""],
    ]
    (found,) = read("file", way(rows))
    assert [row.number for row in found.rows] == [3, 5]
    assert found.dropped == ("Post code",)
    assert found.headings == ("Reference", "Team", "Grade")
