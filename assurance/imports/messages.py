"""What was found in given files, as JSON holds it for the check page, and as it is kept after."""

import hashlib
import json
from collections import defaultdict
from datetime import date

from django.db.models import Model

from assurance.imports.columns import (
    columns_found,
    columns_lacked,
    columns_to_look_at,
    nearest_kind,
    read_as,
)
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import shape_of
from assurance.imports.plan.new_records import NewRecords
from assurance.imports.plan.things import Thing, is_empty
from assurance.imports.upload import TableChoice, Unit, Upload
from assurance.runtime.periods import say_day
from assurance.runtime.typography import with_full_stop

COUNTS = ("added", "changed", "same", "refused", "repeated")


def found_in(upload: Upload) -> dict:
    """What the check page shows: `tables` in the order given, `units` in the order of writing."""
    return {
        "tables": [_table(upload, item) for item in upload.given],
        "units": [_unit(upload, unit) for unit in upload.units],
        "settled": upload.is_settled,
    }


def outcome(index: dict) -> str:
    """A digest of what importing would do to each row: another says that the register moved."""
    entries = [
        [unit["kind"], unit["rows"], unit["counts"], _before(unit)] for unit in index["units"]
    ]
    return hashlib.sha256(json.dumps(entries, sort_keys=True).encode()).hexdigest()


def counts_of(index: dict) -> dict[str, int]:
    """How many rows of all units are in each state; repeated ones count with the same."""
    values = {name: sum(unit["counts"][name] for unit in index["units"]) for name in COUNTS}
    repeated = values.pop("repeated")
    return {**values, "same": values["same"] + repeated}


def reason_of(refusal: dict) -> str:
    """What is wrong and what would be right, as sentences."""
    items = (refusal["wrong"], refusal["right"])
    return " ".join(with_full_stop(item) for item in items if item)


def warnings_to_accept(index: dict, are_accepted: bool) -> list[dict]:
    """What keeps a check from being imported until somebody has looked at it, each as the file and
    a sentence that names its rows and column: nothing once `are_accepted`. The page asks for a
    tick, the command for an option."""
    if are_accepted:
        return []
    files = [table["name"] for table in index["tables"]]
    rows = [
        (table["name"], text)
        for table in index["tables"]
        for text in (*table["notices"], *columns_to_look_at(table))
    ]
    for unit in index["units"]:
        names = ", ".join(dict.fromkeys(files[place] for place in unit["places"]))
        rows += [(names, text) for text in unit["warnings"]]
    return [{"file": file, "sentence": sentence} for file, sentence in rows]


def refusals_of(index: dict) -> list[dict]:
    """Every refusal without its value: file, row, column, what is wrong, what is right."""
    return [item for unit in index["units"] for item in unit["refusals"]]


def grouped(refusals: list[dict]) -> list[dict]:
    """Refusals that say the same as one with its rows' numbers, so that what is kept is small."""
    rows = defaultdict(list)
    for refusal in refusals:
        rows[refusal["file"], refusal["column"], refusal["wrong"], refusal["right"]].append(
            refusal["row"]
        )
    return [
        {"file": file, "column": column, "wrong": wrong, "right": right, "rows": numbers}
        for (file, column, wrong, right), numbers in rows.items()
    ]


def each(rows: list[dict]) -> list[dict]:
    """Every refusal of those that `grouped` put together, file by file in the order of rows."""
    files = {file: place for place, file in enumerate(dict.fromkeys(item["file"] for item in rows))}
    entries = [
        {**item, "row": row} for item in rows for row in item.get("rows") or [item.get("row", 0)]
    ]
    return sorted(entries, key=lambda item: (files[item["file"]], item["row"]))


def files_of(index: dict) -> list[dict]:
    """What is kept of each file once its rows are forgotten."""
    rows = ("name", "sha256", "sheet", "rows", "kind", "title", "dropped", "unread", "notices")
    return [
        {name: table[name] for name in (*rows, "shape", "read_as")} for table in index["tables"]
    ]


def file_given(table) -> dict:
    """What is kept of a file that is still to be checked."""
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "rows": len(table.rows),
        **dict.fromkeys(("kind", "title", "shape", "read_as"), ""),
        **dict.fromkeys(("dropped", "unread", "notices"), ()),
    }


def _before(unit):
    # A row that is still to be added may be named otherwise when it is.
    return {row: [change[:3] for change in changes] for row, changes in unit["changes"].items()}


def _table(upload, table_choice: TableChoice):
    table, kind = table_choice.table, table_choice.kind
    unit = next(
        (unit for unit in upload.units if upload.given.index(table_choice) in unit.places), None
    )
    read = unit.plan.read if unit and unit.plan else None
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "rows": len(table.rows),
        "kind": kind.key if kind else "",
        "title": kind.title if kind else "",
        "fits": [fit.key for fit in table_choice.fits],
        "nearest": nearest_kind(table_choice, upload.kinds),
        "left_out": table_choice.is_left_out,
        "dropped": list(table.dropped),
        "notices": list(table.notices),
        "already": _already(upload.council, table),
        "shape": shape_of(table),
        "read_as": read_as(table_choice),
        "columns": columns_found(table_choice, read),
        "unread": read.unread if read else [],
        "lacking": read.lacking if read else [],
        "orders": read.orders if read else {},
        "questions": [vars(question) for question in read.questions] if read else [],
        "lacked": columns_lacked(table_choice, read),
        "said": table_choice.choices.read,
    }


def _already(council, table):
    runs = ImportRun.objects.with_the_file(council, table.sha256, table.sheet)
    before = runs.listed().first()
    return say_day(before.ended_on) if before else ""


def _unit(upload, unit: Unit):
    values = {
        "kind": unit.kind.key,
        "title": unit.kind.title,
        "places": unit.places,
        "why_not": unit.why_not,
        "settled": unit.is_settled,
        "counts": unit.counts,
        "facts": [],
        "warnings": [],
        "models": [],
        "rows": {},
        "changes": {},
        "refusals": [],
        "unknown": [],
    }
    return {**values, **(_of_plan(upload, unit) if unit.plan else _of_bundle(unit))}


def _of_bundle(unit):
    values = unit.checked
    return {
        "facts": [list(fact) for fact in values.facts],
        "warnings": list(values.sentences),
        "refusals": [vars(item) for item in values.refused],
    }


def _of_plan(upload, unit):
    plan = unit.plan
    rows = {name: [] for name in COUNTS}
    for number, state in sorted(plan.states.items()):
        rows[state].append(number)
    labels = {column.name: column.label for column in plan.sheet.columns}
    return {
        "warnings": plan.warnings,
        "models": [
            [str(model._meta.verbose_name_plural), dict(counts)]
            for model, counts in plan.models.items()
        ],
        "rows": rows,
        "unknown": plan.unknown,
        "changes": _changes(plan, NewRecords(upload.council, upload.on)),
        "refusals": [
            {
                "file": plan.table.name,
                "row": number,
                "column": labels.get(fault.column, fault.column),
                "wrong": fault.wrong,
                "right": fault.right,
                "missing": fault.missing._meta.label if fault.missing else "",
            }
            for number, faults in sorted(plan.faults.items())
            for fault in faults
        ],
    }


def _changes(plan, new_records):
    named = _Named(plan.things, new_records)
    return {
        str(number): [
            [str(thing.model._meta.verbose_name), *named.said(thing, name)]
            for thing in things
            for name in thing.changes
        ]
        for number, things in plan.things.of_row.items()
        if plan.states.get(number) == "changed"
    }


class _Named:
    """Other rows by their names, each model's asked for once."""

    def __init__(self, things, new_records):
        self.new_records = new_records
        criteria = defaultdict(set)
        for thing in things:
            for name, (was, _) in thing.changes.items():
                field = thing.model._meta.get_field(name)
                if field.is_relation:
                    keys = was if isinstance(was, set) else {was}
                    criteria[field.related_model] |= keys - {None}
        self.rows = {model: model._base_manager.in_bulk(keys) for model, keys in criteria.items()}

    def said(self, thing, name):
        """The field's words, what it holds and what it would hold."""
        field = thing.model._meta.get_field(name)
        was, _ = thing.changes[name]
        if field.is_relation:
            keys = sorted(was) if isinstance(was, set) else [was]
            before = [self.rows[field.related_model].get(key) for key in keys]
        else:
            before = was
        return [
            str(field.verbose_name),
            _display_value(field, before),
            _display_value(field, self._with_records(thing.values[name])),
        ]

    def _with_records(self, value):
        """The value with records, not saved, in place of things that are still to be added."""
        if isinstance(value, list):
            return [self._with_records(item) for item in value]
        if isinstance(value, Thing):
            return self.new_records.of(value) if value.key is None else value
        return value


def _display_value(field, value):
    if isinstance(value, Thing):
        return str(next(iter(value.finder_values), ""))
    if isinstance(value, list):
        return ", ".join(_display_value(field, item) for item in value if not is_empty(item))
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return say_day(value)
    values = dict(field.flatchoices).get(value, value) if field.choices else value
    return "" if values is None else str(values)
