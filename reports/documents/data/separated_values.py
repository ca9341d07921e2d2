"""Rows as text with commas between (RFC 4180), as a program or a spreadsheet reads them."""

import csv
import io
from collections.abc import Iterable

MEDIA_TYPE = "text/csv; charset=utf-8; header=present"
# Without it Excel reads a file that is opened by a double click in the letters of the machine.
BYTE_ORDER_MARK = "\ufeff"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def separated(rows: Iterable[Iterable]) -> str:
    """A whole table of `rows`, the first its head, as text of a file."""
    return f"{BYTE_ORDER_MARK}{lines(rows)}"


def lines(rows: Iterable[Iterable]) -> str:
    """The rows, each ended by CR and LF; no text of theirs is a formula, None is blank."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_plain(item) for item in row] for row in rows)
    return out.getvalue()


def _plain(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    # A spreadsheet takes a text that begins with one of these for a formula.
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value
