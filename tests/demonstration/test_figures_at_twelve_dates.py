"""The demonstration's figures on twelve dates are what they were: whatever is built anew counts the
same. `CANDOUR_KEEP=1` keeps other values, where a figure changes on purpose."""

import json
import os
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

KEPT = Path(__file__).with_name("figures_at_twelve_dates.json")
COLUMNS = ("value", "base", "from", "at", "text", "mark")
# Before the first count, on and around the days of counting, and after the demonstration's day.
DAYS = (
    *(date(2014, 3, 31), date(2014, 9, 30), date(2014, 12, 31), date(2015, 3, 31)),
    *(date(2015, 6, 1), date(2015, 7, 20), date(2015, 9, 30), date(2015, 12, 1)),
    *(date(2015, 12, 31), date(2016, 1, 18), date(2016, 3, 31), date(2016, 12, 31)),
)


@pytest.fixture
def figures(demonstration):
    """Day → figure, member and population → its columns, since a year before."""
    return {str(day): _figures(day) for day in DAYS}


def _figures(day):
    printed = StringIO()
    since = day.replace(year=day.year - 1)
    call_command("figures", at=day, since=since, format="json", stdout=printed)
    return {
        " ".join(filter(None, (row["key"], row["member"], row["cohort"]))): [
            row[name] for name in COLUMNS
        ]
        for row in json.loads(printed.getvalue())
    }


def test_figures_are_what_they_were(figures):
    if os.environ.get("CANDOUR_KEEP") == "1":
        KEPT.write_text(_lines(figures), encoding="utf-8")
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    moved = {
        f"{day}: {name}": (kept.get(day, {}).get(name), figures.get(day, {}).get(name))
        for day in {**kept, **figures}
        for name in {**kept.get(day, {}), **figures.get(day, {})}
    }
    assert {name: pair for name, pair in moved.items() if pair[0] != pair[1]} == {}


def _lines(figures):
    days = (
        f"{json.dumps(day)}: {{\n"
        + ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in rows.items())
        + "\n}"
        for day, rows in figures.items()
    )
    return "{\n" + ",\n".join(days) + "\n}\n"
