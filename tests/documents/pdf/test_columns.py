"""Columns of the PDF: nothing is lost, they are even, and one layout or two find them."""

from itertools import combinations, islice, pairwise

import pytest
import weasyprint
from hypothesis import given
from hypothesis import strategies as st

from reports.documents.pdf import columns

SHEET = (
    "@page { size: 200mm 250mm; margin: 20mm } html { font: 10pt/1.3 'Liberation Sans' }"
    "ol { columns: 2; column-gap: 7mm; margin: 0; padding: 0 } li { margin: 0 0 1.2mm }"
    "p { margin: 0 } .whole li { break-inside: avoid }"
)
PIECES = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 60)), min_size=1, max_size=9)


def stacked(gaps_and_heights):
    """(top, bottom) of pieces one below another, from the gap above each and its height."""
    result, below = [], 0
    for gap, height in gaps_and_heights:
        result.append((below + gap, below + gap + height))
        below += gap + height
    return result


def least_height(pieces, count):
    """The least height of `count` columns over every way of cutting the pieces into so many."""
    places = range(1, len(pieces))
    ways = (cut for number in range(count) for cut in combinations(places, number))
    parts = ([0, *cut, len(pieces)] for cut in ways)
    return min(max(pieces[b - 1][1] - pieces[a][0] for a, b in pairwise(way)) for way in parts)


@pytest.mark.long
@given(PIECES, st.integers(1, 3))
def test_the_first_height_is_the_least_that_any_cut_gives(drawn, count):
    pieces = stacked(drawn)
    heights = [*islice(columns.even_heights(pieces, count), 3)]
    assert heights[0] == least_height(pieces, count)
    assert all(b - a >= columns.STEP for a, b in pairwise(heights))


def laid_out(monkeypatch, items, kind):
    """(the columns of a list of items of so many lines, with the page of each, how many layouts
    there were)."""
    calls, before = [], columns._weasyprint_columns

    def counted(*arguments):
        calls.append(arguments)
        return before(*arguments)

    monkeypatch.setattr(columns, "_weasyprint_columns", counted)
    rows = (
        f"<li><p>{'<br>'.join(f'w{place}.{line}' for line in range(lines))}</p>"
        for place, lines in enumerate(items)
    )
    html = f"<html lang=en><body><p>Before</p><ol class={kind}>{''.join(rows)}</ol><p>After</p>"
    drawn = weasyprint.HTML(string=html).render(stylesheets=[weasyprint.CSS(string=SHEET)])
    found = [
        (number, box)
        for number, page in enumerate(drawn.pages)
        for box in page._page_box.descendants()
        if getattr(box, "is_column", False)
    ]
    return found, len(calls), len(drawn.pages)


@pytest.mark.parametrize("kind", ["whole", "broken"])
@pytest.mark.parametrize("items", [[1, 9], [9, 1], [1], [3, 1, 4, 1, 5, 9, 2, 6], [2, 5, 3] * 30])
def test_every_line_stands_once_in_even_columns_after_few_layouts(monkeypatch, items, kind):
    found, calls, pages = laid_out(monkeypatch, items, kind)
    words = [leaf.text for _, box in found for leaf in box.descendants() if hasattr(leaf, "text")]
    assert words == [f"w{at}.{line}" for at, lines in enumerate(items) for line in range(lines)]
    last = [box for page, box in found if page == pages - 1]
    ends = [max(leaf.position_y + leaf.height for leaf in _leaves(box)) for box in last]
    tallest = max(items) if kind == "whole" else 2
    # An item more or less on one side, with what stands between two.
    assert max(ends) - min(ends) <= 13.5 * 1.3 * (tallest + 1) or len(items) == 1
    # A page that is full takes one layout, the last one a few: fewer than what WeasyPrint is left.
    assert calls < pages + columns.TRIES


def test_a_list_without_items_has_no_columns(monkeypatch):
    assert laid_out(monkeypatch, [], "whole") == ([], 1, 1)


def _leaves(box):
    return [leaf for leaf in box.descendants() if hasattr(leaf, "text")]
