"""The words that sentences about files share, and figures that are told in them."""

import pytest

from assurance.tables.phrases import listed, numbers, several


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (999, "999 rows"), (12_000, "12,000 rows")],
)
def test_one_is_one_and_any_other_number_is_several(number, said):
    assert several(number, "row") == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        *((["A"], "“A”"), (["A", "B"], "“A” and “B”"), (["A", "B", "C"], "“A”, “B” and “C”")),
        (["A and B", "C"], "“A and B” and “C”"),
        ((one for one in ("A", "B")), "“A” and “B”"),
    ],
)
def test_names_are_listed_each_in_its_marks(words, said):
    assert listed(words) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([3], "row 3"),
        ([3, 5], "rows 3, 5"),
        (range(1, 21), f"rows {', '.join(map(str, range(1, 21)))}"),
        (range(1, 22), f"rows {', '.join(map(str, range(1, 21)))} and 1 more"),
        (range(1, 5_021), f"rows {', '.join(map(str, range(1, 21)))} and 5,000 more"),
    ],
)
def test_twenty_rows_are_named_at_most(rows, said):
    assert numbers(rows) == said
