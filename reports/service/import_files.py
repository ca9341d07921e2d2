"""Bringing files of a declared kind in by command, as the pages do, told in words or as JSON."""

import json

from django.core.management.base import CommandError
from django.db import transaction

from assurance.imports import messages, operations
from assurance.imports.checks import check_only
from assurance.imports.declaration import Bundle
from assurance.imports.plan.headings import Choices, plain
from assurance.imports.plan.rows import ORDERS
from assurance.imports.run.lifecycle import NOTHING_TO_DO, tables_of, unpacked
from assurance.records.refusals import Refused
from assurance.tables.reader import read
from assurance.tables.table import NotATable

PARTS = ("columns", "orders", "fixed")
IMPORTED, REFUSED, DOUBTFUL, NOTHING = "imported", "refused", "warnings", "nothing to do"
CELLS = ((bool, "yes or no"), (int | float, "number"), (str, "text"), (type(None), "empty"))


class FileImport:
    """Files of one `kind` for a `council`, imported by `by` on a day; `mapping` is what the file
    of the same name says (see `choices_in`), `days` what is said of days."""

    def __init__(self, council, kind, *, days, mapping, by, on):
        self.council, self.kind, self.days = council, kind, days
        self.choices = choices_in(mapping, kind)
        self.by, self.on = by, on

    def told(self, paths, is_dry, leave_out_refused=False, accept_warnings=False):
        """What bringing the files at `paths` in did, or would do where the run `is_dry`, as a dict
        of counts, refusals without their values, warnings, sentences, and the state: nothing is
        saved where a row is refused, unless it is to be left out, nor where something is to be
        looked at, unless it was. Raises `CommandError`."""
        tables = [table for path in paths for table in tables_at(path)]
        try:
            checked = check_only(
                self.council,
                tables,
                (self.kind,),
                [self.choices] * len(tables),
                self.days,
                self.on,
            )
            with transaction.atomic():
                run = self._kept(checked)
                values = self._said(run)
                state = _state(run, is_dry, leave_out_refused, accept_warnings)
                if state == IMPORTED:
                    run = operations.import_files(
                        run=run, kinds=(self.kind,), by=self.by, on=self.on
                    )
                    return {**values, "state": state}
                # What nobody imports leaves nothing behind.
                transaction.set_rollback(True)
        except Refused as refused:
            raise CommandError(refused.sentence) from None
        return {**values, "state": state}

    def _kept(self, checked):
        run = operations.check(
            council=self.council, checked=checked, days=self.days, by=self.by, on=self.on
        )
        if sentence := _why_not(unpacked(run.found)):
            raise Refused(sentence)
        return run

    def _said(self, run):
        result = unpacked(run.found)
        cells = {
            (table.name, row.number): dict(zip(table.headings, row.cells, strict=False))
            for table in tables_of(run)
            for row in table.rows
        }
        headings = {
            item["label"]: item["heading"]
            for table in result["tables"]
            for item in table["columns"]
        }
        counts = messages.counts_of(result)
        return {
            "kind": self.kind.key,
            "files": [
                {name: file[name] for name in ("name", "sheet", "sha256", "rows")}
                for file in run.files
            ],
            **counts,
            "refusals": [
                _refusal(message, cells, headings) for message in messages.refusals_of(result)
            ],
            "warnings": messages.warnings_to_accept(result, False),
            "sentences": _sentences(result),
        }


def _state(run, is_dry, leave_out_refused, accept_warnings):
    if is_dry:
        return "checked"
    if run.refused and not leave_out_refused:
        return REFUSED
    if not run.added + run.changed:
        return NOTHING
    doubts = messages.warnings_to_accept(unpacked(run.found), accept_warnings)
    return DOUBTFUL if doubts else IMPORTED


def why_not_saved(values):
    """The sentence that ends a command which saved nothing because of refused rows or of warnings
    that nobody accepted, or None."""
    if values["state"] == DOUBTFUL:
        return (
            f"Nothing was saved. Warnings to look at: {len(values['warnings']):,}. Correct the "
            "files, or accept the warnings with --accept-warnings."
        )
    if values["state"] != REFUSED:
        return None
    return (
        f"Nothing was saved. Rows that cannot be right: {values['refused']:,}. Correct the files, "
        "or ask for those rows to be left out with --leave-out-refused."
    )


def choices_in(mapping, kind):
    """The `Choices` that a mapping says: JSON text with ``columns``, heading → a column's key or
    label ("" to leave it out), ``orders``, column → ``dmy`` or ``mdy``, and ``fixed``, column → the
    cell of every row; raises `CommandError`."""
    if not mapping:
        return Choices(kind.key)
    columns, orders, fixed = _said_in(mapping)
    if isinstance(kind, Bundle):
        raise CommandError("The columns of this kind have fixed names: leave --mapping out.")
    names = {
        plain(word): column.name for column in kind.columns for word in (column.name, column.label)
    }
    named = [*filter(None, (columns or {}).values()), *(orders or {}), *(fixed or {})]
    if any(plain(item) not in names for item in named):
        known = ", ".join(column.name for column in kind.columns)
        raise CommandError(f"The mapping names no column of this kind: those are {known}.")
    if columns is not None:
        columns = {plain(key): names.get(plain(item), "") for key, item in columns.items()}
    if orders is not None:
        if not set(orders.values()) <= set(ORDERS):
            raise CommandError("The mapping gives the order of dates as dmy or mdy only.")
        orders = {names[plain(key)]: order for key, order in orders.items()}
    if fixed is not None:
        fixed = {names[plain(key)]: cell for key, cell in fixed.items()}
    return Choices(kind.key, columns, orders, fixed)


def in_words(values):
    """Lines that say to a person what `told` holds."""
    counts = ", ".join(
        f"{values[name]:,} {name}" for name in ("added", "changed", "same", "refused")
    )
    yield f"{', '.join(file['name'] for file in values['files'])}: {counts}."
    for item in values["refusals"]:
        yield f"{item['file']}, row {item['row']}, {item['column'] or 'the row'}: {item['reason']}"
    yield from warning_lines(values)
    yield from values["sentences"]
    if values["state"] == NOTHING:
        yield NOTHING_TO_DO
    elif values["state"] == "checked":
        yield "Nothing was changed."


def warning_lines(values):
    """A line for each warning that `told` holds."""
    return [f"Warning: {item['file']}: {item['sentence']}" for item in values["warnings"]]


def _said_in(mapping):
    try:
        values = json.loads(mapping)
    except ValueError:
        values = None
    parts = [values.get(name) for name in PARTS] if isinstance(values, dict) else [[]] * len(PARTS)
    if not all(_are_words(part) for part in parts):
        raise CommandError(
            'The mapping has to be JSON such as {"columns": {"Ref": "reference"}, '
            '"orders": {"issued_on": "dmy"}, "fixed": {"group": "Employee"}}.'
        )
    return parts


def _are_words(value):
    return value is None or (
        isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
    )


def tables_at(path):
    """The tables of the file at a path; raises `CommandError`."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from None
    try:
        return read(path.name, content)
    except NotATable as refusal:
        raise CommandError(f"{path.name}: {refusal}") from None


def _why_not(result):
    for table in result["tables"]:
        if table["lacking"]:
            lacking = ", ".join(table["lacking"])
            return f"{table['name']} has no column {lacking}: name it in --mapping."
        for item in table["questions"]:
            return (
                f"The dates of “{item['label']}” in {table['name']} can be read both ways: give "
                f'their order in --mapping, {{"orders": {{"{item["column"]}": "dmy"}}}}.'
            )
    return next((unit["why_not"] for unit in result["units"] if unit["why_not"]), None)


def _refusal(item, cells, headings):
    record = cells.get((item["file"], item["row"]), {})
    value = record.get(headings.get(item["column"], item["column"]))
    is_row = not item["column"]
    return {
        "file": item["file"],
        "row": item["row"],
        "column": item["column"],
        "value_class": "row" if is_row else _class_of(value),
        "reason": messages.reason_of(item),
    }


def _class_of(value):
    return next((text for kind, text in CELLS if isinstance(value, kind)), "date")


def _sentences(result):
    entries = []
    for table in result["tables"]:
        if table["already"]:
            entries.append(f"{table['name']} was already imported on {table['already']}.")
        if table["dropped"]:
            entries.append(f"Columns left out while reading: {', '.join(table['dropped'])}.")
        if table["unread"]:
            entries.append(f"Columns not read: {', '.join(table['unread'])}.")
    for unit in result["units"]:
        entries += [f"{text}: {value}." for text, value in unit["facts"]]
    return entries
