"""Measures as a file: a row for each value or target, with what is measured beside it.

A row may hold a value, a target, or both; what it says of the measure itself may stand in one of
its rows alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest
from types import SimpleNamespace

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.importing.amounts import (
    BETTER,
    UNIT,
    ReadAmount,
    say_amount,
    why_not_amount,
)
from assurance.governance.importing.titles import (
    held_of,
    matter_of,
    merged,
    name_in_a_file,
    said_of,
    told_by_any,
    why_not_matter,
    why_not_yet,
)
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.rules import choices
from assurance.governance.rules import faults as recording
from assurance.imports.declaration import Column, Fault, Reading, Sheet, TargetRow, Values
from assurance.tables.cells import Day, Text, Whole
from assurance.tables.clean import plain

OF_A_MEASURE = ("unit", "definition", "source", "better", "area")
NEEDED = {
    "unit": "Say in which unit: number, per cent, pounds or days.",
    "definition": "Say what is counted, and what is not.",
    "source": "Say where it comes from, such as “workforce return”.",
    "better": "Say which way is better: higher, lower or neither.",
}
OVERLAPS = "Another target of this measure holds on some of these days"
END_IT = "End that one first, or let this one begin later."
OF_A_VALUE = ("from_date", "value", "count", "out_of")


@dataclass(frozen=True)
class MeasureIndex:
    """Measures by plain title or slug; what any row tells of one; (measure, day) → its standing
    value, and its standing target from that day; measure → how many values it has."""

    measures: dict[str, Measure] = field(default_factory=dict)
    told: dict[tuple, object] = field(default_factory=dict)
    values: dict[tuple, MeasureValue] = field(default_factory=dict)
    targets: dict[tuple, MeasureTarget] = field(default_factory=dict)


def prepare(council: Council, rows: Sequence[Values]) -> MeasureIndex:
    """What `council` holds that `rows` speak of."""
    current = MeasureIndex(held_of(Measure, council), told_by_any(rows, OF_A_MEASURE))
    value = {current.measures.get(plain(row["title"])) for row in rows if row.get("title")} - {None}
    for measure_value in MeasureValue.objects.active().filter(measure__in=value):
        current.values[measure_value.measure_id, measure_value.to_date] = measure_value
    for measure_value in MeasureTarget.objects.active().filter(measure__in=value):
        current.targets[measure_value.measure_id, measure_value.from_date] = measure_value
    return current


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: what a new measure lacks, and the rules of a typed value and target."""
    current, measure, unit = _context(values, reading)
    value = said_of(values, OF_A_MEASURE, current.told)
    yield from why_not_matter(Measure, values, value, current.measures, NEEDED)
    if measure is not None and value["unit"]:
        number = sum(of == measure.pk for of, _ in current.values)
        if sentence := recording.why_not_unit(measure.unit, value["unit"], number):
            yield Fault("unit", sentence)
    yield from why_not_yet(values, ("to_date",))
    for name in ("value", "target"):
        if wrong := why_not_amount(values.get(name), unit):
            yield Fault(name, *wrong)
    yield from _why_not_value(values, reading)
    yield from _why_not_target(values, reading)


def resolve_row(values: Values, reading: Reading) -> Iterator[TargetRow]:
    """The measure of a row, its value and its target."""
    current, _, _ = _context(values, reading)
    value = said_of(values, OF_A_MEASURE, current.told)
    measure = matter_of(Measure, values, value, current.measures)
    yield measure
    if _has_value(values):
        details = {name: _said_value(values, reading)[name] for name in OF_A_VALUE}
        details["source"] = values.get("value_source")
        yield TargetRow(MeasureValue, {"measure": measure, "to_date": values["to_date"]}, details)
    if values.get("target"):
        details = {"value": values["target"].number, "to_date": values.get("target_to")}
        identity = {"measure": measure, "from_date": values["target_from"]}
        yield TargetRow(MeasureTarget, identity, details)


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """Targets of the file that hold on the same days as each other."""
    spans = defaultdict(set)
    for _, values in rows:
        if values.get("target"):
            spans[plain(values["title"])].add(_span(values, reading))
    for number, values in rows:
        if values.get("target"):
            span = _span(values, reading)
            others = [item for item in spans[plain(values["title"])] if item[0] != span[0]]
            if recording.overlap(others, *span):
                yield number, Fault("target_from", OVERLAPS, END_IT)


def export_rows(council: Council) -> Iterator[Values]:
    """A row for each value of a measure that stands, its targets beside them; a measure without
    either has one row."""
    current = held_of(Measure, council)
    measures = Measure.objects.of(council).active().prefetch_related("values", "targets")
    for measure in measures.order_by("title", "pk"):
        details = {name: getattr(measure, name) for name in OF_A_MEASURE}
        details["title"] = name_in_a_file(measure, current)
        values = [value for value in measure.values.all() if not value.is_withdrawn]
        targets = [target for target in measure.targets.all() if not target.is_withdrawn]
        for value, target in list(zip_longest(values, targets)) or [(None, None)]:
            yield details | _row_of(measure.unit, value, target)


def _row_of(unit, value, target):
    fields = {}
    if value is not None:
        fields = {
            name: getattr(value, name) for name in ("to_date", "from_date", "count", "out_of")
        }
        fields |= {"value": say_amount(value.value, unit), "value_source": value.source}
    if target is not None:
        fields |= {"target": say_amount(target.value, unit)}
        fields |= {"target_from": target.from_date, "target_to": target.to_date}
    return fields


def _context(values, reading):
    current = reading.held
    measure = current.measures.get(plain(values["title"]))
    details = said_of(values, ("unit",), current.told)["unit"]
    return current, measure, details or getattr(measure, "unit", None)


def _has_value(values):
    return any(values.get(name) is not None for name in ("value", "count", "out_of"))


def _value_held(values, reading):
    _, measure, _ = _context(values, reading)
    return measure and reading.held.values.get((measure.pk, values.get("to_date")))


def _said_value(values, reading):
    """The value of a row as it would stand: a per cent is worked out of its counts."""
    before = _value_held(values, reading)
    fields = {**values, "value": values.get("value") and values["value"].number}
    current = merged(fields, before, ("to_date", *OF_A_VALUE))
    counted = values.get("count") is not None or values.get("out_of") is not None
    if fields["value"] is None and counted and current["count"] is not None and current["out_of"]:
        current["value"] = choices.share(current["count"], current["out_of"])
    return current


def _why_not_value(values, reading):
    _, _, unit = _context(values, reading)
    if values.get("to_date") is None:
        if _has_value(values) or values.get("from_date"):
            yield Fault("to_date", "A value needs its day", "Write the date, or the last day.")
        return
    if unit is None:
        return
    fields = {**_said_value(values, reading), "measure": SimpleNamespace(unit=unit)}
    for name, sentence in recording.value_faults(fields):
        yield Fault(name, sentence)


def _why_not_target(values, reading):
    if values.get("target") is None:
        if values.get("target_from") or values.get("target_to"):
            yield Fault("target", "The target is missing", "Write it, or leave its days empty.")
        return
    if values.get("target_from") is None:
        yield Fault("target_from", "A target needs its first day", "Write from when it holds.")
        return
    start, end = _span(values, reading)
    for name, sentence in recording.target_faults({"from_date": start, "to_date": end}):
        yield Fault(f"target_{name.removesuffix('_date')}", sentence)
    _, measure, _ = _context(values, reading)
    near = [
        (item.from_date, item.to_date)
        for (of, since), item in reading.held.targets.items()
        if measure and of == measure.pk and since != start
    ]
    if recording.overlap(near, start, end):
        yield Fault("target_from", OVERLAPS, END_IT)


def _span(values, reading) -> tuple[date, date | None]:
    _, measure, _ = _context(values, reading)
    before = measure and reading.held.targets.get((measure.pk, values["target_from"]))
    return values["target_from"], values.get("target_to") or getattr(before, "to_date", None)


AMOUNT = Column("value", "Value", ReadAmount(), "17.5", ("figure", "result", "actual"))
MEASURES = Sheet(
    key="measures",
    title="Measures with their values and targets",
    about="Indicators of the council plan, caseloads, counts by area and the like: what is "
    "measured, its value on each day, and what it ought to be.",
    permission=Permission.RECORD_MATTERS,
    columns=(
        Column("title", "Measure", Text(160), "Average caseload", ("indicator", "measure name"),
               required=True, filled=True),
        Column("unit", "Unit", UNIT, "Number", ("units",)),
        Column("definition", "Definition", Text(4000, lines=True),
               "Open cases of qualified social workers, by worker in post"),
        Column("source", "Source", Text(200), "Workforce return", ("data source",)),
        Column("better", "Which way is better", BETTER, "Lower", ("polarity", "good is")),
        Column("area", "Area", Text(120), "", ("ward", "for where")),
        Column("to_date", "Date or last day", Day(), "30/09/2015",
               ("date", "day", "as at", "period end", "date of the value"), required=True),
        Column("from_date", "First day of the period", Day(), "", ("period start", "period from")),
        AMOUNT,
        Column("count", "Count", Whole(0, 1_000_000_000), "", ("numerator", "how many")),
        Column("out_of", "Out of", Whole(0, 1_000_000_000), "", ("denominator", "of how many")),
        Column("value_source", "Source of the value", Text(200)),
        replace(AMOUNT, name="target", label="Target", example="16", also=("target value",)),
        Column("target_from", "Target from", Day(), "01/04/2015", ("target holds from",)),
        Column("target_to", "Target to", Day(), "31/03/2016", ("target holds to",)),
    ),
    wanted=resolve_row,
    faults=faults,
    prepare=prepare,
    across=across,
    standing=export_rows,
)  # fmt: skip
