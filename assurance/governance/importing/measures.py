"""Measures as a file: a row for each value, target or sentence of the month, with what is measured
beside it.

A row may hold a value, a target with its tolerance, a sentence of its owner, or all of them; what
it says of the measure itself may stand in one of its rows alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.governance.importing.amounts import (
    OTHER_DIRECTIONS,
    OTHER_UNITS,
    ReadAmount,
    ReadUnit,
    say_amount,
    why_not_amount,
)
from assurance.governance.importing.months import COMMENTARY
from assurance.governance.models.measures import Measure, MeasureTarget, MeasureValue
from assurance.governance.rules import choices
from assurance.governance.rules import faults as recording
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.people.importing import POSTS
from assurance.records.refusals import why_not_name
from assurance.tables.cells import Whole

OVERLAPS = "Another target of this measure applies on some of these dates"
MOST = 1_000_000_000
END_IT = "End that one first, or let this one begin later."


def faults(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row: another unit than the register's, amounts that do not fit the unit, and
    a target that overlaps another."""
    measure = reading.current("measure", values)
    unit, text = _unit(values, reading), reading.fields("measure", values)["unit"]
    if measure and text:
        number = len(reading.beside("measurevalue", values))
        if sentence := recording.why_not_unit(measure.unit, text, number):
            yield Fault("unit", sentence)
    for name in ("value", "target", "tolerance"):
        if wrong := why_not_amount(values.get(name), unit):
            yield Fault(name, *wrong)
    if values.get("target") and values.get("target_from"):
        spans = [(item.from_date, item.to_date) for item in reading.beside("measuretarget", values)]
        if _overlaps(spans, _span(values, reading)):
            yield Fault("target_from", OVERLAPS, END_IT)


def measure_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a measure; a new one counts people until its form is changed."""
    current = reading.current("measure", values)
    return {**fields, "of_people": current is None or current.of_people}


def value_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a value; a per cent is worked out of its counts."""
    before, amount = reading.current("measurevalue", values), fields["value"]
    fields = {**fields, "value": amount and amount.number}
    counts = [fields[name] for name in ("count", "out_of")]
    if amount is None and counts != [None, None]:
        count, out_of = (
            getattr(before, name, None) if fields[name] is None else fields[name]
            for name in ("count", "out_of")
        )
        per_cent = choices.share(count, out_of) if count is not None and out_of else None
        fields |= {"value": per_cent, "count": count, "out_of": out_of}
    return fields


def value_faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses a value: its day left out, and the rules of a typed one."""
    if fields["to_date"] is None:
        yield "to_date", "A value needs its date", "Write the date, or the end date."
    elif fields["measure"].unit:
        yield from recording.value_faults(fields)


def target_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a target, its amounts as numbers."""
    return {**fields, **{name: _number(fields[name]) for name in ("value", "tolerance")}}


def target_faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses a target: parts left out, and the rules of a typed one."""
    if fields["value"] is None:
        yield "target", "The target is missing", "Write it, or leave its days empty."
    elif fields["from_date"] is None:
        yield "target_from", "A target needs its start date", "Write the date it applies from."
    else:
        yield from recording.target_faults(fields)


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """Targets of the file that hold on the same days as each other."""
    rows = [row for row in rows if row[1].get("target") and row[1].get("target_from")]
    spans = defaultdict(set)
    for _, values in rows:
        spans[reading.place("measure", values)].add(_span(values, reading))
    for number, values in rows:
        if _overlaps(spans[reading.place("measure", values)], _span(values, reading)):
            yield number, Fault("target_from", OVERLAPS, END_IT)


def export_rows(council: Council) -> Iterator[tuple]:
    """Each value of a measure that stands, its targets and sentences beside them; a measure
    without any alone."""
    parts = ("values", "targets", "commentaries")
    measures = Measure.objects.of(council).active().select_related("owner")
    measures = measures.prefetch_related(*parts)
    for measure in measures.order_by("title", "pk"):
        active = (
            [item for item in getattr(measure, part).all() if not item.is_withdrawn]
            for part in parts
        )
        for value, target, commentary in list(zip_longest(*active)) or [(None, None, None)]:
            numbers = {
                "value": value and value.value,
                "target": target and target.value,
                "tolerance": target and target.tolerance,
            }
            amounts = {name: say_amount(item, measure.unit) for name, item in numbers.items()}
            yield measure, value, target, commentary, amounts


def _number(amount):
    return amount and amount.number


def _unit(values, reading):
    return reading.after("measure", values)["unit"]


def _span(values, reading):
    after = reading.after("measuretarget", values)
    return after["from_date"], after["to_date"]


def _overlaps(spans, own):
    return recording.overlap([span for span in spans if span[0] != own[0]], *own)


MEASURE = Record(
    Measure,
    by=("title",),
    title="title",
    why_not_name=why_not_name,
    shared=True,
    fields=measure_fields,
    columns=(
        Column("title", "Measure", "Average caseload", ("indicator", "measure name"),
               required=True, filled=True),
        Column("unit", "Unit", "Number", ("units",), read=ReadUnit(OTHER_UNITS),
               needed="Enter the unit: number, per cent, pounds or days."),
        Column("definition", "Definition", longest=4000,
               example="Open cases of qualified social workers, by worker in post",
               needed="Describe what is counted, and what is not."),
        Column("source", "Source", "Workforce return", ("data source",),
               needed="Enter its source, such as “workforce return”."),
        Column("better", "Which way is better", "Lower", ("polarity", "good is"),
               words=OTHER_DIRECTIONS,
               needed="Enter which way is better: higher, lower or neither."),
        Column("area", "Area", also=("ward", "for where")),
        Column("owner", "Owner’s post", "Head of Service",
               ("owner", "measure owner", "owner’s role"), titles=POSTS),
    ),
)  # fmt: skip
VALUE = Record(
    MeasureValue,
    by=("measure", "to_date"),
    told_by=("to_date", "from_date", "value", "count", "out_of"),
    fields=value_fields,
    faults=value_faults,
    columns=(
        Column("to_date", "Date or end date", "30/09/2015", required=True, past=True,
               also=("date", "day", "as at", "period end", "date of the value",
                     "date or last day"),
               condition="with a value"),
        Column("from_date", "Start date of the period",
               also=("period start", "period from", "first day of the period")),
        Column("value", "Value", "17.5", ("figure", "result", "actual"), read=ReadAmount(),
               condition="with its date, unless it is a count out of a whole"),
        Column("count", "Count", also=("numerator", "how many"), read=Whole(0, MOST),
               condition="of a share"),
        Column("out_of", "Out of", also=("denominator", "of how many"), read=Whole(0, MOST),
               condition="of a share"),
        Column("value_source", "Source of the value", field="source"),
    ),
)  # fmt: skip
TARGET = Record(
    MeasureTarget,
    by=("measure", "target_from"),
    faults=target_faults,
    fields=target_fields,
    columns=(
        Column("target", "Target", "16", ("target value",), field="value", read=ReadAmount(),
               condition="with the days of a target"),
        Column("tolerance", "Tolerance", "1", ("give or take", "target tolerance"),
               read=ReadAmount(), condition="where a target has one, in the measure’s unit"),
        Column("target_from", "Target from", "15/04/2015", ("target holds from",),
               field="from_date",
               condition="with a target"),
        Column("target_to", "Target to", "31/03/2016", ("target holds to",), field="to_date",
               condition="where another target follows"),
    ),
)  # fmt: skip
MEASURES = Sheet(
    key="measures",
    title="Measures with their values and targets",
    about="Indicators of the council plan, caseloads, counts by area and the like: each "
    "measure, its value on each date, its target, and its owner’s sentence of the "
    "month.",
    permission=Permission.RECORD_MATTERS,
    records=(MEASURE, VALUE, TARGET, COMMENTARY),
    faults=faults,
    across=across,
    standing=export_rows,
)
