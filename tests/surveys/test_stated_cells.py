"""How a cell of a file holds a per cent that a source states."""

from decimal import Decimal

import pytest

from assurance.surveys.importing import StatedPerCent
from assurance.surveys.rules.answers import SourcePerCent
from assurance.tables.table import Unreadable


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        (None, None),
        ("54%", SourcePerCent(Decimal(54))),
        (0.54, SourcePerCent(Decimal("54.0"))),
        (0.5449999, SourcePerCent(Decimal("54.5"))),
        (54, SourcePerCent(Decimal("54.0"))),
        ("more than 90 per cent", SourcePerCent(Decimal(90), "over")),
    ],
)
def test_a_per_cent_is_read_as_a_workbook_and_a_text_hold_it(cell, read):
    assert StatedPerCent()(cell) == read


@pytest.mark.parametrize("cell", ["0.54", "most", 154, "154%", "54.25%", True])
def test_what_may_be_no_per_cent_is_not_guessed(cell):
    with pytest.raises(Unreadable):
        StatedPerCent()(cell)
