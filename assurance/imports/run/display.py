"""What the pages of a run show: its parts with their rows, and the records that it wrote, a page of
them at a time."""

from dataclasses import dataclass

from django.apps import apps
from django.core.paginator import Paginator

from assurance.accounts import history_page
from assurance.imports.messages import reason_of
from assurance.imports.models import UNDONE, RowWritten
from assurance.imports.plan.headings import ROW_OF_FILE, WHY_REFUSED
from assurance.imports.run.lifecycle import tables_of, unpacked
from assurance.registers.lacks import lack_of_model
from assurance.registers.record_page.links import address_of
from assurance.runtime.digits import whole

ROWS_TO_A_PAGE = 50
# Enough of a cell to know it again.
LONGEST_SHOWN = 120
STATES = {
    "added": "to be added",
    "changed": "to be changed",
    "same": "left alone",
    "repeated": "given twice in the file",
    "refused": "refused",
}
# What undoing a run did with the rows that it wrote.
OUTCOMES_UNDONE = {
    RowWritten.ADDED: "Removed",
    RowWritten.CHANGED: "Old values put back",
    RowWritten.WHOLE: "Undone",
}
# A step of a run, as history has it, in words.
STEPS = {
    "Give": "Files given",
    "Check": "Files checked",
    "Wait": "Import asked for",
    "Import": "Files imported",
    "Record trouble": "Import stopped",
    "Cancel": "Left and forgotten",
    "Undo": "Import undone",
}


@dataclass(frozen=True)
class StagedTable:
    """Rows of one part in one state: `headings`, and `lines` of (row number, cells)."""

    title: str
    words: str
    headings: list
    page: object


def history_of(run):
    """The steps of a run in words, the newest first."""
    return history_page.with_verbs(history_page.about(run), STEPS)


def found_in(run):
    """The check of an open run as the page shows it, or None where it is still being made."""
    return unpacked(run.found) if run.found is not None else None


def parts_of(run, result, user):
    """Each part that is imported as one, with its files, first refusals and tiles, and what has to
    be added first, each with the address where `user` does so."""
    return [
        {
            "place": place,
            "unit": unit,
            "tables": [result["tables"][item] for item in unit["places"]],
            "refusals": _with_values(run, result, unit)[:ROWS_TO_A_PAGE],
            "missing": _missing(unit, user),
            "states": [
                {"state": state, "words": text, "number": unit["counts"][state]}
                for state, text in STATES.items()
                if unit["rows"].get(state)
            ],
        }
        for place, unit in enumerate(result["units"])
    ]


def _missing(unit, user):
    labels = dict.fromkeys(item.get("missing") for item in unit["refusals"])
    lacks = [lack_of_model(apps.get_model(label)) for label in labels if label]
    return [(lack, lack.address_for(user)) for lack in dict.fromkeys(lacks) if lack]


def rows_shown(run, result, place, state, number):
    """The rows of one part in one state, as `StagedTable`; page `number` of them."""
    unit = result["units"][place]
    if state == "changed":
        lines = [
            (whole(row), change) for row, values in unit["changes"].items() for change in values
        ]
        headings = ["Record", "Field", "Now", "Would be"]
    else:
        table = tables_of(run)[unit["places"][0]]
        cells = {row.number: row.cells for row in table.rows}
        numbers = unit["rows"][state]
        lines = [(row, [_short(cell) for cell in cells.get(row, ())]) for row in numbers]
        headings = list(table.headings)
    return StagedTable(unit["title"], STATES[state], headings, paged(lines, number))


def records_shown(run, number, some=ROWS_TO_A_PAGE):
    """Page `number` of the records that a run wrote, each with what it is, its name, how it came
    and the address of its page, where it has one; a query for each model on the page."""
    page = Paginator(run.rows_written.defer("before").order_by("pk"), some).get_page(number)
    models = {label: apps.get_model(label) for label in {row.model for row in page}}
    keys = {label: [row.key for row in page if row.model == label] for label in models}
    index = {label: model._base_manager.in_bulk(keys[label]) for label, model in models.items()}
    gone = "name not kept" if run.state == UNDONE else "no longer there"
    for row in page:
        model, record = models[row.model], index[row.model].get(row.key)
        row.kind = model._meta.verbose_name
        row.name = str(record) if record else row.name or gone
        row.outcome = OUTCOMES_UNDONE[row.how] if run.state == UNDONE else row.get_how_display()
        row.address = address_of(record) if record else ""
    return page


def paged(rows, number):
    """Page `number` of a list of rows, the nearest that is there."""
    return Paginator(rows, ROWS_TO_A_PAGE).get_page(number)


def refused_file(run, result, place):
    """Headings and rows of one part's refused rows, each as given with the reason beside it."""
    unit = result["units"][place]
    tables = [entry for at, entry in enumerate(tables_of(run)) if at in unit["places"]]
    reasons = {}
    for item in unit["refusals"]:
        text = f"{item['column']}: {reason_of(item)}".removeprefix(": ")
        reasons.setdefault((item["file"], item["row"]), []).append(text)
    named = dict.fromkeys(heading for table in tables for heading in table.headings)
    headings = [entry for entry in named if entry not in (ROW_OF_FILE, WHY_REFUSED)]
    rows = []
    for table in tables:
        at = {heading: place for place, heading in enumerate(table.headings)}
        for row in table.rows:
            if text := reasons.get((table.name, row.number)):
                cells = [row.cells[at[heading]] if heading in at else None for heading in headings]
                rows.append([*cells, row.number, " ".join(text)])
    return [*headings, ROW_OF_FILE, WHY_REFUSED], rows


def _with_values(run, result, unit):
    if not unit["refusals"]:
        return []
    tables = {
        result["tables"][place]["name"]: table
        for place, table in enumerate(tables_of(run))
        if place in unit["places"]
    }
    cells = {
        (name, row.number): dict(zip(table.headings, row.cells, strict=False))
        for name, table in tables.items()
        for row in table.rows
    }
    labels = {
        column["label"]: column["heading"]
        for place in unit["places"]
        for column in result["tables"][place]["columns"]
        if column.get("label")
    }
    values, first = [], set()
    for item in unit["refusals"]:
        record = cells.get((item["file"], item["row"]), {})
        value = record.get(labels.get(item["column"], item["column"]))
        values.append({**item, "value": _short(value), "first": item["row"] not in first})
        first.add(item["row"])
    return _once(values)


def _once(refusals):
    """The refusals with a long piece of advice once, and the row that has it where it recurs."""
    rows = {}
    for item in refusals:
        first = rows.setdefault((item["file"], item["right"]), item["row"])
        if first != item["row"] and len(item["right"]) > LONGEST_SHOWN:
            item["right"] = f"The same as for row {first}."
    return refusals


def _short(value):
    text = "" if value is None else str(value)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
