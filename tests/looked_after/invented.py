"""The invented return of the validator's test data, read and imported."""

from datetime import date
from functools import cache
from pathlib import Path

from assurance.looked_after.operations import returns
from assurance.looked_after.rules import counts as counting
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.returns import put_together
from assurance.records.history import CommandLine
from tests.cast import make_council

FILES = Path(__file__).parents[1] / "data" / "ssda903"
NAMES = ("header.csv", "episodes.csv", "uasc.csv")
READ_ON = date(2018, 6, 1)
BY = CommandLine("test")
FIRST, LAST = date(2017, 3, 31), date(2018, 3, 31)


@cache
def files():
    """The `WholeReturn` of the three files."""
    return put_together([return_files.read(name, (FILES / name).read_bytes()) for name in NAMES])


def import_files(*as_at):
    """The return, imported for the usual council."""
    return returns.read_return(
        council=make_council(), whole=files(), as_at=as_at, by=BY, on=READ_ON
    )


def reckoned(day):
    """Child → describing episode at the end of `day`, in plain Python straight from the file."""
    by_child = {}
    for row in files().episodes:
        by_child.setdefault(row.child, []).append(row)
    found = {child: counting.describing(rows, day) for child, rows in by_child.items()}
    return {child: row for child, row in found.items() if row}
