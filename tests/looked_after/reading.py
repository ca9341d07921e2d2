"""Making and reading a return's files, as their tests do."""

import json
from datetime import date
from pathlib import Path

from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.notices import notices
from assurance.looked_after.rules.returns import Cover, put_together
from tests.make.looked_after import BOY, EPISODES, HEADER, csv

FILES = Path(__file__).parents[1] / "data" / "ssda903"
NATIONAL = json.loads(
    (Path(__file__).parents[2] / "fixtures/national/looked-after-code-lists.json").read_text()
)
CODES = {
    name: {row["code"]: [(row["from_year"], row["to_year"])] for row in rows}
    for name, rows in NATIONAL["codes"].items()
}
YEAR = Cover(date(2018, 3, 31), date(2017, 3, 31), date(2018, 3, 31))


def read(name, content):
    """The `ReadFile` of these bytes."""
    return return_files.read(name, content)


def header(*rows):
    """A header file of these lines."""
    return read("header.csv", csv(HEADER, *rows))


def episodes(*rows):
    """An episodes file of these lines."""
    return read("episodes.csv", csv(EPISODES, *rows))


def whole(*rows, children=(BOY,), more=()):
    """A return of these lines of the episodes file."""
    return put_together([header(*children), episodes(*rows), *more])


def told(found, cover=YEAR, codes=CODES):
    """Kind → `Notice` of a return."""
    return {notice.kind: notice for notice in notices(found, cover, codes)}
