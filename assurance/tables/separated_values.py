"""Text with commas, semicolons or tabs between its cells, as rows of cells."""

import codecs
import csv
import io
import re
from collections import Counter

from assurance.tables import limits
from assurance.tables.clean import clean, holds_unseen, one_answer, says_nothing_new
from assurance.tables.oddities import OTHER_ALPHABET
from assurance.tables.phrases import UNSEEN_TAKEN_OUT
from assurance.tables.table import Grid, NotATable
from assurance.tables.workbook.writer import GUARDED, unguarded

# UTF-32 first: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
LOOKED_AT = 4_000
WINDOWS = "The file is not written in UTF-8 and was read as a Windows file."
NULLS = (
    "The file contains null characters, so it is damaged or not a table. Open it in "
    "Excel, check whether it is whole, and save it as an Excel workbook (.xlsx)."
)
WITHIN_A_LETTER = "The file ends in the middle of a letter: it may have been cut off on its way."
UNREADABLE = (
    "The file is not text in an encoding that is known here. Open it in Excel and save it as "
    "“CSV UTF-8” or as an Excel workbook (.xlsx)."
)
CONTROLS = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(content):
    """The text of `content`, and the sentences that say how it was read; raises `NotATable`."""
    text, notices = _decoded(content)
    if "\0" in text:
        raise NotATable(NULLS)
    looked_at = text[:LOOKED_AT]
    if len(CONTROLS.findall(looked_at)) * 20 > len(looked_at):
        raise NotATable(UNREADABLE)
    return text, notices


def _decoded(content):
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _marked(content, encoding)
    unmarked = _utf_16_without_mark(content[:LOOKED_AT])
    if unmarked:
        return _marked(content, unmarked)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _not_utf_8(content, error)


def _marked(content, encoding):
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError as error:
        # Cut off within a letter: the rows before it are whole.
        if len(content) - error.start <= 4:
            return content[: error.start].decode(encoding), [WITHIN_A_LETTER]
        raise NotATable(UNREADABLE) from error


def _utf_16_without_mark(start):
    """The encoding of UTF-16 without its mark, where every second byte is null; else nothing."""
    pairs = len(start) // 2
    if pairs < 2:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > pairs * 0.6 and even < pairs * 0.05:
        return "utf-16-le"
    if even > pairs * 0.6 and odd < pairs * 0.05:
        return "utf-16-be"
    return ""


def _not_utf_8(content, error):
    if len(content) - error.start < 4 and "unexpected end" in error.reason:
        return content[: error.start].decode("utf-8"), [WITHIN_A_LETTER]
    try:
        return content.decode("cp1252"), [WINDOWS]
    except UnicodeDecodeError:
        raise NotATable(UNREADABLE) from error


SEPARATORS = (",", ";", "\t", "|")
LOOKED_AT_ROWS = 60
LOOKED_AT = 60_000
TOO_LONG = f"The file has more than {limits.MOST_ROWS:,} rows. Split it into several files."
TOO_WIDE = (
    f"The file has more than {limits.MOST_COLUMNS} columns. Leave those out that are not needed, "
    "or look whether its separators are right."
)
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
    is_open = not text.endswith("\n")
    if is_cut := is_open and WITHIN_A_LETTER in notices:
        # The sentence about the last row says so too.
        notices.remove(WITHIN_A_LETTER)
    return Grid(
        rows,
        notices=notices,
        rows_before=before,
        last_row_may_be_cut=is_open,
        last_row_is_cut=is_cut,
        odd=list(_foreign(rows)) if WINDOWS in notices else [],
    )


def _foreign(rows):
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell and not cell.isascii():
                yield OTHER_ALPHABET, row, column


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
            if len(cells) > limits.MOST_COLUMNS and any(cells[limits.MOST_COLUMNS :]):
                raise NotATable(TOO_WIDE)
            rows.append([cell.strip() or None for cell in cells[: limits.MOST_COLUMNS]])
            if len(rows) > limits.MOST_ROWS * 2:
                raise NotATable(TOO_LONG)
    except csv.Error as error:
        raise NotATable(
            f"Row {len(rows) + 1} has a quotation mark that is not closed, or text after one "
            "that is. Correct that row, or export the file again: it may have been cut off."
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
