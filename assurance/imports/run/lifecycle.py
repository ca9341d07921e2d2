"""What may be done with a run, and what it holds, packed, while it is open."""

import json
import zlib
from datetime import date
from functools import lru_cache

from django.apps import apps

from assurance.imports import kinds as declared
from assurance.imports.models import CHECKED, IMPORTED, READ, WAITING
from assurance.imports.plan.headings import Choices
from assurance.imports.run.undo import RunReversal
from assurance.tables.table import Row, Table

# Cells repeat: the quickest packing takes them to about a tenth, and a better one little further.
QUICK = 1
# So many different texts of a table are kept to be shared by its rows.
MOST_KNOWN = 20_000


def packed(values) -> bytes:
    """Anything that JSON holds, and days, as bytes."""
    text = json.dumps(values, default=_day, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), QUICK)


def unpacked(content):
    """What `packed` was given; a tuple comes back as a list."""
    text = zlib.decompress(bytes(content)).decode("utf-8", "surrogatepass")
    return json.loads(text, object_hook=_known)


def as_told(table: Table) -> dict:
    """A table as `packed` takes it."""
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "headings": table.headings,
        "dropped": table.dropped,
        "notices": table.notices,
        "spoiled": table.spoiled,
        "short": table.short,
        "rows": [[row.number, *row.cells] for row in table.rows],
    }


def as_table(values: dict) -> Table:
    """The table that `as_told` told of."""
    names = ("headings", "dropped", "notices", "short")
    several = {name: tuple(values.get(name, ())) for name in names}
    spoiled = tuple((number, why) for number, why in values["spoiled"])
    known = {}
    rows = tuple(Row(number, _shared(cells, known)) for number, *cells in values["rows"])
    return Table(**{**values, **several, "spoiled": spoiled, "rows": rows})


def _shared(cells, known):
    """The cells, each text that is `known` as the one that other rows have too."""
    if len(known) < MOST_KNOWN:
        known |= {cell: known.get(cell, cell) for cell in cells if cell.__class__ is str}
    return tuple([known.get(cell, cell) for cell in cells])


def _day(value):
    if isinstance(value, date):
        return {"day": value.isoformat()}
    raise TypeError(f"{value.__class__} is no cell")


def _known(values):
    return _day_of(values["day"]) if values.keys() == {"day"} else values


@lru_cache(MOST_KNOWN)
def _day_of(text):
    return date.fromisoformat(text)


NOTHING_TO_DO = "Nothing in these files would change the register."
UNANSWERED = "Something has to be answered first: look at what each file was read as."
TOO_OLD = "These files were imported more than a year ago and can no longer be undone."


def why_not_open(run):
    """The sentence that says how a run stands, where it cannot be changed any more."""
    return f"These files cannot be changed here any more: {run.get_state_display().lower()}."


def why_not_import(run):
    """The sentence that refuses to bring a run in, or None."""
    if run.state not in (CHECKED, WAITING):
        return UNANSWERED if run.state == READ else why_not_open(run)
    return None if run.added + run.changed else NOTHING_TO_DO


def why_not_undo(run):
    """The sentence that refuses to undo a run, or None."""
    if run.state != IMPORTED:
        return "Only files that were imported can be undone."
    undoing = RunReversal(run)
    if undoing.is_forgotten or not (undoing.rows or run.records):
        return TOO_OLD
    for key, record in records_of(run):
        if sentence := declared.kind_called(key).why_not_undo(record):
            return sentence
    return undoing.why_not()


def records_of(run):
    """The records that stand for the bundles of a run, each with its kind's key."""
    return [(key, apps.get_model(label)._base_manager.get(pk=pk)) for key, label, pk in run.records]


def tables_of(run):
    """The tables of an open run."""
    return [as_table(item) for item in unpacked(run.staged)["tables"]]


def choices_of(run):
    """What was said of each table of an open run."""
    return [Choices(**item) for item in unpacked(run.staged)["choices"]]
