"""Finding the row of headings among a grid's rows, and rows that are neither headings nor data."""

import re
from collections import Counter

from assurance.tables.clean import one_answer, plain
from assurance.tables.dates import looks_like_a_day
from assurance.tables.phrases import listed
from assurance.tables.table import NotATable

# Headings stand among the first rows; a table is as wide as most of its first rows are.
SEARCHED, MEASURED = 40, 200
# A row that names fewer of the columns than this is a title, or headings above headings.
NAMES_AT_LEAST = 0.6
LONGEST, LONGEST_NUMBER = 300, 40
NUMBER = re.compile(r"[-+£$€(]?\s*[\d,.\s]*\d[\d,.\s]*\)?%?\)?(E[+-]?\d+)?", re.IGNORECASE)
YEAR = re.compile(r"(19|20)\d\d")
UNITS = re.compile(
    r"\(.{1,30}\)|[£€$%#]|£\s?(k|m|000s?)|per\s?cent|percent(age)?|dd[/.\- ]mm[/.\- ]yy(yy)?"
    r"|yyyy[/.\- ]mm[/.\- ]dd|days|weeks|months|years|hours|yes ?/ ?no|y ?/ ?n|free text"
    r"|date|number|text|\d+ digits",
    re.IGNORECASE,
)
SUM = re.compile(r"(grand |overall |sub-?\s?)?totals?\b\s*(.*)", re.IGNORECASE)
SUM_OF = re.compile(r"[\s:=.\d,-]*|(number )?(of|for|in) .*|\(.*\)[:.]?|count:?", re.IGNORECASE)
LAST_ROWS = 6


def place_of_headings(rows):
    """The index of the row of headings among `rows` of cells; raises `NotATable`."""
    first = [(index, row) for index, row in enumerate(rows[:MEASURED]) if filled(row)]
    if not first:
        raise NotATable("The file is empty. Export it again and look whether it opens.")
    widths = sorted(filled(row) for _, row in first)
    usual = widths[len(widths) * 3 // 4]
    widest_above = 0
    for index, row in first[:SEARCHED]:
        width = filled(row)
        if width > widest_above and width >= usual * NAMES_AT_LEAST and _are_headings(row):
            below = rows[index + 1 : index + 2]
            if width >= usual or not _is_title(row, below):
                return index
        widest_above = max(widest_above, width)
    raise NotATable(
        "No row of headings was found above the data. Give every column a heading in the first row."
    )


def headings_of(row):
    """The headings in a row, each on one line; raises `NotATable` where two are alike."""
    headings = [one_answer(" ".join(str(cell).split())) if cell else "" for cell in row]
    times = Counter(plain(heading) or heading for heading in headings if heading)
    twice = [heading for heading in headings if heading and times[plain(heading) or heading] > 1]
    if twice:
        raise NotATable(
            f"Two columns are both headed {listed(twice[:1])}. Give each column a heading of its "
            "own, or delete the one that is not needed."
        )
    return headings


def filled(row):
    """How many cells of `row` hold anything."""
    return len(row) - row.count(None)


def is_units(row):
    """Whether a row below the headings only says in what each column is given."""
    items = [cell for cell in row if cell is not None]
    return bool(items) and all(isinstance(item, str) and UNITS.fullmatch(item) for item in items)


def sums_at_end(rows):
    """The indexes of rows of totals at the end of `rows`; notes below them are passed over."""
    matches = []
    for index in range(len(rows) - 1, max(-1, len(rows) - 1 - LAST_ROWS), -1):
        row = rows[index]
        if _is_sum(row):
            matches.append(index)
        elif filled(row) > 1 or len(row) < 3:
            break
    return matches


def _is_title(row, below):
    """Whether a row narrower than the table speaks of the whole file."""
    stands_alone = bool(below) and not filled(below[0])
    return stands_alone or any(isinstance(item, str) and item.endswith(":") for item in row)


def _is_sum(row):
    items = [cell for cell in row if cell is not None]
    if not items or not isinstance(items[0], str):
        return False
    named = SUM.fullmatch(items[0])
    if not named or any(isinstance(item, str) and not _is_number(item) for item in items[1:]):
        return False
    return bool(SUM_OF.fullmatch(named[2]))


def _are_headings(row):
    return all(_may_head(cell) for cell in row if cell is not None)


def _may_head(cell):
    if isinstance(cell, int) and not isinstance(cell, bool):
        return YEAR.fullmatch(str(cell)) is not None
    if not isinstance(cell, str) or len(cell) > LONGEST:
        return False
    if YEAR.fullmatch(cell):
        return True
    return not _is_number(cell) and not looks_like_a_day(cell)


def _is_number(text):
    return len(text) <= LONGEST_NUMBER and NUMBER.fullmatch(text) is not None
