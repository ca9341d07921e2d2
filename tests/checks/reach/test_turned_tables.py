"""A table whose newest period is in its first column is read as one whose newest is in its last."""

import re
from itertools import groupby

import pytest

from tests.checks.reach.passages import findings, names, papers, right, warnings

YEAR = re.compile(r"(?:19|20)\d\d")
FOLDERS = ("towns", "services", "panels", "divisions", "teams")


def turned(text):
    """The text with the columns that are years the other way about in each of its tables."""
    pieces = []
    for is_table, group in groupby(text.split("\n"), lambda line: line.startswith("| ")):
        lines = [*group]
        pieces += _turned_rows(lines) if is_table else lines
    return "\n".join(pieces)


def _turned_rows(lines):
    rows = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in lines]
    years = [YEAR.search(cell) for cell in rows[0]]
    places = [place for place, year in enumerate(years) if place and year]
    in_order = [years[place][0] for place in places]
    if len(places) < 2 or in_order != sorted({*in_order}):
        return lines
    for row in rows:
        cells = [row[place] for place in reversed(places)]
        for place, cell in zip(places, cells, strict=True):
            row[place] = cell
    return [f"| {' | '.join(row)} |" for row in rows]


def test_a_table_is_turned():
    table = "Before.\n| Kind | 2023 | 2024 | Change |\n| A | 1 | 2 | 1 |\nAfter."
    assert turned(table) == "Before.\n| Kind | 2024 | 2023 | Change |\n| A | 2 | 1 | 1 |\nAfter."


@pytest.mark.parametrize("folder", FOLDERS)
def test_right_papers_with_turned_tables_raise_nothing_new(folder):
    tried = 0
    for paper in (paper for name in names(folder) for paper in papers(name)):
        text = right(paper.text)
        other = turned(text)
        if other == text:
            continue
        tried += 1
        known, found = (
            {(row[0], row[3]) for row in warnings(findings(paper, each))} for each in (text, other)
        )
        assert found <= known, (paper.name, found - known)
    assert tried
