"""Outcome sets as a file: a row for each outcome, all rows of a set together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from assurance.accounts.access import Permission
from assurance.accounts.models.accounts import Council
from assurance.imports.declaration import Column, Fault, Sheet, Values
from assurance.imports.plan.lookup import Reading
from assurance.imports.plan.records import Record
from assurance.outcomes import rules
from assurance.outcomes.models import OutcomeSet, SetOutcome
from assurance.runtime.typography import with_capital
from assurance.tables.cells import Decimal as ReadDecimal
from assurance.tables.cells import Whole
from assurance.tables.table import Cell

HIGHEST = 1_000_000


class ReadTarget(ReadDecimal):
    """A per cent with or without its sign."""

    def __call__(self, cell: Cell, order: str = "") -> Decimal | None:
        """The number before the sign."""
        if isinstance(cell, str):
            cell = cell.removesuffix("%").rstrip()
        return super().__call__(cell)


def set_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of a set with the slug of its title."""
    return {**fields, "slug": rules.slug_of(values["title"])}


def outcome_fields(values: Values, reading: Reading, fields: Mapping) -> dict:
    """The fields of an outcome with its slug, and its place among the rows of its set."""
    titles = reading.held.get(_key(values), [])
    title = values["outcome"]
    order = titles.index(title) + 1 if title in titles else len(titles) + 1
    return {**fields, "slug": rules.slug_of(title), "order": order}


def prepare(council: Council, rows: Sequence[Values]) -> Mapping:
    """(title, date) of each set of the file → the titles of its outcomes, in their order."""
    titles = defaultdict(list)
    for values in rows:
        if values.get("outcome") and values["outcome"] not in titles[_key(values)]:
            titles[_key(values)].append(values["outcome"])
    return titles


def set_faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses the days of a set."""
    if sentence := rules.why_not_days(fields["from_date"], fields["to_date"]):
        yield "from_date", sentence, "Write the start date, and the end date after it."


def outcome_faults(fields: Mapping) -> Iterator[tuple[str, ...]]:
    """What refuses one outcome."""
    if fields["tolerance"] is not None and fields["target"] is None:
        yield "tolerance", "A tolerance needs its target", "Write the target as well."


def across(rows: Sequence[tuple[int, Values]], reading: Reading) -> Iterator[tuple[int, Fault]]:
    """Sets whose outcomes do not add up, and those that have an outcome twice: each row of them,
    for what is left of a set without some of its rows does not add up either."""
    sets = defaultdict(list)
    for number, values in rows:
        sets[_key(values)].append((number, values))
    for lines in sets.values():
        for fault in _set_faults([values for _, values in lines], reading):
            yield from ((number, fault) for number, _ in lines)


def _set_faults(lines, reading):
    """What is wrong with the rows of one set together."""
    slugs = [rules.slug_of(values["outcome"]) for values in lines]
    if len({*slugs}) < len(slugs):
        yield Fault("outcome", "An outcome is in the set twice", "Join both rows.")
        return
    stated = (row["base"] for row in lines if row.get("base") is not None)
    base = next(stated, reading.after("outcome_set", lines[0])["base"])
    counts = [row["count"] for row in lines if row["count"] is not None]
    counts += [item.count for item in _others(reading.current("outcome_set", lines[0]), set(slugs))]
    if base is not None and (sentence := rules.why_not_sum(base, counts)):
        wrong, _, right = sentence.partition(": ")
        yield Fault("base", wrong, f"{with_capital(right)}.")


def export_rows(council: Council) -> Iterator[tuple]:
    """Each outcome of each set that stands, in their order."""
    sets = OutcomeSet.objects.of(council).active().order_by("title", "to_date")
    for row in sets.prefetch_related("outcomes"):
        for outcome in row.outcomes.all():
            yield row, outcome


def _others(record, slugs):
    """The outcomes of a set that the file does not speak of."""
    return [item for item in record.outcomes.all() if item.slug not in slugs] if record else []


def _key(values):
    return rules.slug_of(values.get("title") or ""), values.get("to_date")


SET = Record(
    OutcomeSet,
    name="outcome_set",
    by=("title", "to_date"),
    shared=True,
    fields=set_fields,
    faults=set_faults,
    columns=(
        Column("title", "Outcome set", "Where care leavers live", ("set", "outcomes of"),
               required=True, filled=True),
        Column("to_date", "Date or end date", "31/03/2015", ("date", "as at", "period end",
               "date or last day"),
               required=True, filled=True, past=True),
        Column("from_date", "Start date of the period",
               also=("period start", "period from", "first day of the period")),
        Column("population", "Who is counted", "Care leavers aged 19 to 21", ("cohort",),
               needed="Enter who is counted."),
        Column("unit", "Unit counted", "People", ("unit", "what is counted"),
               words={"people": ("person", "children"), "settings": ("setting", "providers")}),
        Column("base", "Number in all", "12", ("base", "cohort size", "total", "people in all"),
               read=Whole(0, HIGHEST), needed="Write how many people the set counts."),
        Column("source", "Source", "Leaving care service",
               needed="Enter the source of the numbers."),
    ),
)  # fmt: skip
OUTCOME = Record(
    SetOutcome,
    by=("outcome_set", "outcome"),
    rows=lambda council: SetOutcome.objects.filter(
        outcome_set__council=council, outcome_set__withdrawn_on=None
    ),
    fields=outcome_fields,
    faults=outcome_faults,
    columns=(
        Column("outcome", "Outcome", "Lives somewhere suitable", ("result",), required=True,
               filled=True, field="title"),
        Column("count", "Number", "12", ("number of people", "people"), required=True, filled=True,
               read=Whole(0, HIGHEST)),
        Column("target", "Target, per cent", "60", ("target",), condition="with a tolerance",
               read=ReadTarget(Decimal(0), Decimal(100))),
        Column("tolerance", "Tolerance, points", "5", ("tolerance",),
               read=ReadDecimal(Decimal(0), Decimal(100))),
    ),
)  # fmt: skip
OUTCOME_SETS = Sheet(
    key="outcome-sets",
    title="Outcome sets",
    about="The outcomes of a population: who is counted, how many, and how many came to "
    "each outcome, with targets. A row for each outcome; the outcomes of a set add "
    "up to its people.",
    permission=Permission.RECORD_MATTERS,
    records=(SET, OUTCOME),
    prepare=prepare,
    across=across,
    standing=export_rows,
)
