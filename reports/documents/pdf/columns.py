"""Columns of even height, in a few layouts. WeasyPrint 70.0 begins at their mean height and adds
the least step that it has met so far until all fits: some fifty layouts for a page of notes, which
took two thirds of the time of a report's PDF."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from math import inf

import weasyprint.layout.block
from weasyprint.formatting_structure.boxes import LineBox, TableRowBox
from weasyprint.layout.block import remove_placeholders

# Pixels: what rounding leaves over, and by how much more a further try is higher at least.
ROUNDING, STEP = 0.01, 4
# Heights that are tried: pieces that keep together may need a further one.
TRIES = 5

_weasyprint_columns = weasyprint.layout.block.columns_layout


def columns_layout(context, box, bottom_space, skip_stack, *others):
    """The result of WeasyPrint's function of this name, with the even height reckoned from the
    places of lines, rows and what does not break; of its own search where they do not fit."""

    def laid_out(current, space):
        return _weasyprint_columns(context, current, space, skip_stack, *others)

    if box.style["column_fill"] != "balance" or any(map(_spans_columns, box.children)):
        return laid_out(box, bottom_space)
    filled = box.copy()
    filled.style = box.style.copy()
    filled.style["column_fill"] = "auto"
    result = laid_out(filled, bottom_space)
    columns, resume_at = result[0], result[1]
    if columns is None or resume_at is not None or not columns.children:
        # They fill the page and go on after it, or there is nothing in them.
        return result
    room = context.page_bottom - columns.content_box_y() - ROUNDING
    heights = even_heights([*_pieces_of(columns)], _count(columns))
    for height in islice(heights, TRIES):
        _forget(context, result, others)
        result = laid_out(filled, max(bottom_space, room - height))
        if result[1] is None:
            return result
    _forget(context, result, others)
    return laid_out(box, bottom_space)


def even_heights(pieces: Sequence[tuple[float, float]], count: int) -> Iterator[float]:
    """The heights, the least first, at which pieces fit into `count` columns; `pieces` are the top
    and the bottom of each, one below another."""
    heights = sorted({end - top for top, _ in pieces for _, end in pieces if end > top})
    # What fits into one height fits into every higher one.
    first = bisect_left(heights, True, key=lambda height: _columns_of(pieces, height) <= count)
    least = 0
    for height in heights[first:]:
        if height >= least:
            least = height + STEP
            yield height


def _columns_of(pieces, most):
    """How many columns no higher than `most` the pieces fill, one after another."""
    number, start = 0, None
    for top, end in pieces:
        if start is None or end - start > most + ROUNDING:
            number, start = number + 1, top
        if end - top > most + ROUNDING:
            return inf
    return number


def _pieces_of(columns):
    """(top, bottom) of each piece, in one column from nought down."""
    below = 0
    for column in columns.children:
        top = column.content_box_y()
        for child in column.children:
            for start, end in _pieces(child):
                yield below + start - top, below + end - top
        below += column.height


def _pieces(box):
    if not box.is_in_normal_flow():
        return
    is_whole = isinstance(box, LineBox | TableRowBox) or box.style["break_inside"] != "auto"
    if is_whole or not getattr(box, "children", ()):
        top = box.position_y + box.margin_top
        yield top, top + box.border_height()
        return
    for child in box.children:
        yield from _pieces(child)


def _count(columns):
    style, width = columns.style, columns.children[0].width
    gap = style["font_size"] if style["column_gap"] == "normal" else style["column_gap"].value
    return max(1, round((columns.width + gap) / (width + gap)))


def _spans_columns(child):
    return child.style["column_span"] == "all"


def _forget(context, result, others):
    """Takes away what a layout that is not used left in the lists of boxes out of the flow."""
    _containing_block, _is_empty, absolute_boxes, fixed_boxes, *_ = others
    if result[0] is not None:
        remove_placeholders(context, [result[0]], absolute_boxes, fixed_boxes)


weasyprint.layout.block.columns_layout = columns_layout
