"""Captions that date what was counted after the report itself."""

import re
from collections.abc import Iterator
from datetime import date

from assurance.runtime.periods import say_day
from reports.checks.numbers.passages import captions
from reports.checks.reading import Grid, Line, Reading
from reports.checks.rule import Fault, Severity, fault, rule
from reports.checks.timing.due import latest_date
from reports.prose.dates import DAY, MONTH, Mention

# What is planned, expected or fixed ahead may have a date to come.
_AHEAD = re.compile(
    r"\b(?:plan\w*|forecast\w*|expect\w*|project\w*|predict\w*|target\w*|aims?|due|budget\w*|"
    r"schedul\w*|timetabl\w*|programmes?|propos\w*|dates?|calendar|estimat\w*|next|coming|future|"
    r"will|from|deadline\w*|trajector\w*|milestones?|meetings?|actions?|commitments?|recommendations?|"
    r"savings?|fund\w*|grants?|fees?|rates?\s+of\s+pay|allowances?|by\s+(?:⟦|\d|the\s+end)|until|"
    r"capacity|required|needed|options?|steps?|stages?|risks?)(?!\w)",
    re.I,
)
_FEWEST = 2


@rule("caption-after-report", Severity.WARNING, "C07; source of error 12", family="timing")
def captions_after_report(reading: Reading, _known) -> Iterator[Fault]:
    """The date over a table of what was counted is not after the date of the report."""
    day, over = latest_date(reading), captions(reading)
    for grid in reading.grids if day else ():
        caption = over.get(grid.where)
        if caption and _counts(grid) and not _is_ahead(caption, grid):
            for item in caption.dates:
                if _is_to_come(item, day):
                    says = f"“{item.words}” is the date of what was counted, and the report is "
                    says += f"dated {say_day(day)}."
                    mend = "Correct the date, or write that the numbers are expected."
                    yield fault(caption, item, says, mend)
                    break


def _is_to_come(item: Mention, day: date) -> bool:
    return item.precision in (DAY, MONTH) and bool(item.first) and item.first > day


def _is_ahead(caption: Line, grid: Grid) -> bool:
    """True by the words of a caption, or by those of each column with numbers."""
    heads = [head.text for head in grid.columns[1:]]
    return bool(_AHEAD.search(caption.text)) or all(map(_AHEAD.search, heads))


def _counts(grid: Grid) -> bool:
    """True if rows have numbers, none of which is of a record that was counted."""
    cells = [cell for row in grid.rows for cell in row[1:]]
    numbers = [cell for cell in cells if cell.numbers]
    return len(numbers) >= _FEWEST and not any(cell.live for cell in cells)
