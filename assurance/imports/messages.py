"""What was found in given files, as JSON holds it for the check page, and as it is kept after."""

import hashlib
import json
from collections import defaultdict
from datetime import date

from django.db.models import Model

from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import plain
from assurance.imports.plan.things import Thing, is_empty
from assurance.imports.upload import TableChoice, Unit, Upload
from assurance.runtime.periods import say_day

COUNTS = ("added", "changed", "same", "refused", "repeated")


def found_in(upload: Upload) -> dict:
    """What the check page shows: `tables` in the order given, `units` in the order of writing."""
    return {
        "tables": [_table(upload, one) for one in upload.given],
        "units": [_unit(upload, one) for one in upload.units],
        "settled": upload.is_settled,
    }


def outcome(found: dict) -> str:
    """A digest of what bringing in would do to each row: another one says that the register
    moved."""
    told = [[unit["kind"], unit["rows"], unit["counts"], _before(unit)] for unit in found["units"]]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def counts_of(found: dict) -> dict[str, int]:
    """How many rows of all units are in each state; repeated ones count with the same."""
    told = {name: sum(unit["counts"][name] for unit in found["units"]) for name in COUNTS}
    repeated = told.pop("repeated")
    return {**told, "same": told["same"] + repeated}


def reason_of(refusal: dict) -> str:
    """What is wrong and what would be right, as sentences."""
    said = (refusal["wrong"], refusal["right"])
    return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in said if one)


def refusals_of(found: dict) -> list[dict]:
    """Every refusal without its value: file, row, column, what is wrong, what is right."""
    return [one for unit in found["units"] for one in unit["refusals"]]


def grouped(refusals: list[dict]) -> list[dict]:
    """Refusals with their row numbers together where they say the same: however many there are,
    what is kept of them stays small."""
    rows = defaultdict(list)
    for one in refusals:
        rows[one["file"], one["column"], one["wrong"], one["right"]].append(one["row"])
    return [
        {"file": file, "column": column, "wrong": wrong, "right": right, "rows": numbers}
        for (file, column, wrong, right), numbers in rows.items()
    ]


def each(kept: list[dict]) -> list[dict]:
    """Every refusal of those that `grouped` put together, file by file in the order of rows."""
    files = {file: place for place, file in enumerate(dict.fromkeys(one["file"] for one in kept))}
    told = [{**one, "row": row} for one in kept for row in one.get("rows") or [one.get("row", 0)]]
    return sorted(told, key=lambda one: (files[one["file"]], one["row"]))


def files_of(found: dict) -> list[dict]:
    """What is kept of each file once its rows are forgotten."""
    kept = ("name", "sha256", "sheet", "rows", "kind", "title", "dropped", "unread", "notices")
    return [{name: table[name] for name in kept} for table in found["tables"]]


def file_given(table) -> dict:
    """What is kept of a file that is still to be checked."""
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "rows": len(table.rows),
        **dict.fromkeys(("kind", "title"), ""),
        **dict.fromkeys(("dropped", "unread", "notices"), ()),
    }


def _before(unit):
    # A row that is still to be added may be named otherwise when it is.
    return {row: [told[:3] for told in changes] for row, changes in unit["changes"].items()}


def _table(upload, given: TableChoice):
    table, kind = given.table, given.kind
    unit = next((one for one in upload.units if upload.given.index(given) in one.places), None)
    read = unit.plan.read if unit and unit.plan else None
    said = given.choices
    return {
        "name": table.name,
        "sha256": table.sha256,
        "sheet": table.sheet,
        "rows": len(table.rows),
        "kind": kind.key if kind else "",
        "title": kind.title if kind else "",
        "fits": [one.key for one in given.fits],
        "left_out": given.is_left_out,
        "dropped": list(table.dropped),
        "notices": list(table.notices),
        "already": _already(upload.council, table),
        "columns": _columns(table, read, kind),
        "unread": read.unread if read else [],
        "lacking": read.lacking if read else [],
        "orders": read.orders if read else {},
        "questions": [vars(one) for one in read.questions] if read else [],
        "said": {"columns": said.columns, "orders": said.orders},
    }


def _columns(table, read, kind):
    if read is None:
        return []
    names = {place: name for name, place in read.columns.items()}
    labels = {column.name: column.label for column in kind.columns}
    told = [(heading, names.get(place, "")) for place, heading in enumerate(table.headings)]
    return [
        {"heading": heading, "key": plain(heading), "name": name, "label": labels.get(name, "")}
        for heading, name in told
    ]


def _already(council, table):
    runs = ImportRun.objects.with_the_file(council, table.sha256, table.sheet)
    before = runs.listed().first()
    return say_day(before.ended_on) if before else ""


def _unit(upload, unit: Unit):
    told = {
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
    }
    return {**told, **(_of_plan(unit) if unit.plan else _of_bundle(unit))}


def _of_bundle(unit):
    told = unit.checked
    return {
        "facts": [list(one) for one in told.facts],
        "warnings": list(told.sentences),
        "refusals": [vars(one) for one in told.refused],
    }


def _of_plan(unit):
    plan = unit.plan
    rows = {name: [] for name in COUNTS}
    for number, state in sorted(plan.states.items()):
        rows[state].append(number)
    labels = {one.name: one.label for one in plan.sheet.columns}
    return {
        "warnings": plan.warnings,
        "models": [
            [str(model._meta.verbose_name_plural), dict(counts)]
            for model, counts in plan.models.items()
        ],
        "rows": rows,
        "changes": _changes(plan),
        "refusals": [
            {
                "file": plan.table.name,
                "row": number,
                "column": labels.get(fault.column, fault.column),
                "wrong": fault.wrong,
                "right": fault.right,
            }
            for number, faults in sorted(plan.faults.items())
            for fault in faults
        ],
    }


def _changes(plan):
    named = _Named(plan.things)
    return {
        str(number): [
            [str(thing.model._meta.verbose_name), *named.said(thing, name)]
            for thing in things.values()
            for name in thing.changes
        ]
        for number, things in plan.things.of_row.items()
        if plan.states.get(number) == "changed"
    }


class _Named:
    """Other rows by their names, each model's asked for once."""

    def __init__(self, things):
        wanted = defaultdict(set)
        for thing in things.by_key.values():
            for name, (was, _) in thing.changes.items():
                field = thing.model._meta.get_field(name)
                if field.is_relation:
                    keys = was if isinstance(was, set) else {was}
                    wanted[field.related_model] |= keys - {None}
        self.rows = {model: model._base_manager.in_bulk(keys) for model, keys in wanted.items()}

    def said(self, thing, name):
        """The field's words, what it holds and what it would hold."""
        field = thing.model._meta.get_field(name)
        was, _ = thing.changes[name]
        if field.is_relation:
            keys = sorted(was) if isinstance(was, set) else [was]
            before = [self.rows[field.related_model].get(key) for key in keys]
        else:
            before = was
        return [str(field.verbose_name), _say(field, before), _say(field, thing.values[name])]


def _say(field, value):
    if isinstance(value, Thing):
        told = value.record or next((one for one in value.identity.values()), "")
        return str(told)
    if isinstance(value, list):
        return ", ".join(_say(field, one) for one in value if not is_empty(one))
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return say_day(value)
    told = dict(field.flatchoices).get(value, value) if field.choices else value
    return "" if told is None else str(told)
