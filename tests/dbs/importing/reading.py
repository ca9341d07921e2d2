"""A kind of file read from plain values, without a file: what is refused and what is asked for."""

from tests.kinds.rows import against, faults, targets


def refused(sheet, *rows):
    """The names of the columns that refuse the first of `rows`."""
    return [one.column for one in _faults(sheet, *rows)]


def sentences(sheet, *rows):
    """What is said to be wrong with the first of `rows`."""
    return [one.wrong for one in _faults(sheet, *rows)]


def asked(sheet, row):
    """The `TargetRow`s of `row`."""
    row = dict(row)
    return targets(sheet, row, against(sheet, row))


def across(sheet, *rows):
    """The numbers of the rows that only the whole file refuses."""
    numbered = list(enumerate(rows, 2))
    return [number for number, _ in sheet.across(numbered, against(sheet, *rows))]


def warned(sheet, *rows):
    """The warnings about `rows`."""
    return list(sheet.warnings(list(enumerate(rows, 2)), against(sheet, *rows)))


def _faults(sheet, *rows):
    # What a file as a whole decides is filled into its rows.
    rows = [dict(row) for row in rows]
    return faults(sheet, rows[0], against(sheet, *rows))
