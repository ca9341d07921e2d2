"""How long 100,000 rows take to be read as a table, beside the bare parse of the same bytes."""

import csv
import gc
import io
import sys
import time

from python_calamine import CalamineWorkbook

from assurance.sheets.reading import read
from assurance.sheets.writing import write_csv, write_xlsx

ROWS, LIMIT = 100_000, 8.0
HEADINGS = [
    "Reference",
    "Post",
    "Team",
    "Issued",
    "Number",
    "Level",
    "Seen",
    "Group",
    "Note",
    "Done",
]


def rows():
    """Rows such as a register of checks has."""
    for number in range(ROWS):
        yield (
            *(f"S{number}", "Social worker", "North", 42064 + number % 3000, f"{number:012}"),
            *("Enhanced", "Yes", "Staff", "  Zoë  ", number),
        )


def bare_csv(content):
    """Every cell of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def bare_xlsx(content):
    """Every cell of a workbook's first sheet."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def spent(way, *given):
    """The CPU seconds that `way` takes, the shorter of two runs."""
    times = []
    for _ in range(2):
        gc.collect()
        begun = time.process_time()
        way(*given)
        times.append(time.process_time() - begun)
    return min(times)


def main():
    """Prints a line for each kind of file; 1 where one takes too long."""
    slow = 0
    for kind, write, bare in (("CSV", write_csv, bare_csv), ("XLSX", write_xlsx, bare_xlsx)):
        content = write(HEADINGS, rows())
        ours, theirs = spent(read, "file", content), spent(bare, content)
        ratio = ours / theirs
        slow |= ratio > LIMIT
        print(
            f"{kind} of {ROWS:,} rows read: {ours:.2f} s, bare parse {theirs:.2f} s, "
            f"ratio {ratio:.1f} (limit {LIMIT:.1f})"
        )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
