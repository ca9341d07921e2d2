"""Text with commas, semicolons or tabs between its cells, as rows of cells."""

import csv
import io
import re
from collections import Counter

from assurance.tables import limits
from assurance.tables.clean import clean, holds_unseen, one_answer, says_nothing_new
from assurance.tables.decode import decoded
from assurance.tables.grid import Grid
from assurance.tables.phrases import UNSEEN_TAKEN_OUT
from assurance.tables.table import NotATable
from assurance.tables.workbook.writer import GUARDED, unguarded

SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT_ROWS = 60
LOOKED_AT = 60_000
TOO_LONG = f"The file has more than {limits.MOST_ROWS:,} rows. Split it into several files."
# What Excel writes above the headings to say how cells are separated.
NAMED = re.compile(r"\A\"?sep=(.)\"?[ ]*(?:\n|\Z)", re.IGNORECASE)


def grid_of(content):
    """The `Grid` of a text file's bytes; raises `NotATable`."""
    text, notices = decoded(content)
    if holds_unseen(text):
        notices.append(UNSEEN_TAKEN_OUT)
    text = clean(text)
    if not text.strip():
        raise NotATable("The file is empty. Export it again and look whether it opens.")
    named = NAMED.match(text)
    separator = named[1] if named else _separator_of(text)
    rows = _rows(text[named.end() :] if named else text, separator)
    # The line that names the separator is a row to whoever opens the file as text.
    before = 1 if named else 0
    is_cut = not text.endswith("\n")
    return Grid(rows, notices=notices, rows_before=before, last_row_may_be_cut=is_cut)


def _rows(text, separator):
    needs_mending = says_nothing_new(text) or GUARDED.search(text)
    # A field of a whole page is text; one of half a file is a quotation mark left open.
    csv.field_size_limit(limits.MEGABYTE)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    try:
        for cells in reader:
            if needs_mending:
                cells = [unguarded(one_answer(cell)) for cell in cells]
            rows.append([cell.strip() or None for cell in cells])
            if len(rows) > limits.MOST_ROWS * 2:
                raise NotATable(TOO_LONG)
    except csv.Error as error:
        raise NotATable(
            f"Row {len(rows) + 1} holds a quotation mark that is not closed, or text after one "
            "that is. Mend that row, or export the file again: it may have been cut off."
        ) from error
    return rows


def _separator_of(text):
    """The separator that cuts the beginning of `text` into rows of most alike lengths."""
    start = text[:LOOKED_AT]
    return max(SEPARATORS, key=lambda item: (_fit(start, item), -SEPARATORS.index(item)))


def _fit(start, separator):
    """How well `separator` fits, for comparing: whether all rows have as many cells, several; then
    the share of rows with the commonest number of cells, times that number."""
    lengths = []
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
    for cells in reader:
        if any(cells):
            lengths.append(len(cells))
        if len(lengths) == LOOKED_AT_ROWS:
            break
    several = [length for length in lengths if length > 1]
    if not several:
        return False, 0
    commonest, times = Counter(several).most_common(1)[0]
    # Words with commas in them make long rows of many lengths: agreement weighs more than length.
    return times == len(lengths), (times / len(lengths)) ** 2 * min(commonest, 6)
