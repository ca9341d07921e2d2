"""Figures of the values of measures.

A figure holds whole numbers: a value with decimals is counted in hundredths.
"""

from functools import partial
from math import trunc

from assurance.figures.comparison import months_of
from assurance.figures.figure import Figure, FigureRequest, Reading, Tally, Unit
from assurance.figures.relations import Relation
from assurance.figures.rules.units import Origin
from assurance.figures.small_numbers import most_in_words
from assurance.governance.figures.own import keys_of, own_figure
from assurance.governance.models.measures import MeasureValue
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.rules.choices import DAYS, MONEY, NUMBER, PERCENT
from assurance.governance.rules.decimals import giving_away, pinning
from assurance.runtime.periods import When, say_day


def values(units, of_people, figure_request: FigureRequest) -> Reading | None:
    """The last whole value of each measure in `units` that was known on the day; of those that
    count people, or (None for both) do not."""
    rows = [
        row for row in _values(figure_request, units, of_people) if row.value == trunc(row.value)
    ]
    members = {row.measure.slug: _tally_of(trunc(row.value), row) for row in rows}
    return _measured(figure_request, members, rows)


def parts(units, figure_request: FigureRequest) -> Reading | None:
    """The last value with decimals of each measure in `units`, in hundredths; one of so few people
    that it would be protected is left out, and one that would give such a one away."""
    latest = _values(figure_request, (*units, NUMBER, DAYS, PERCENT))
    rows = [row for row in latest if row.measure.unit in units and row.value != trunc(row.value)]
    people = [row for row in latest if row.measure.of_people and row.counted is not None]
    most = figure_request.policy_of(Unit.PEOPLE).threshold
    counts = {row.measure.slug: row.counted for row in people}
    telling = giving_away(counts, relations(figure_request), most)
    telling |= _pinning(rows, figure_request)
    open_ones = [
        row for row in rows if not row.gives_away(most) and row.measure.slug not in telling
    ]
    members = {row.measure.slug: _tally_of(trunc(row.value * 100), row) for row in open_ones}
    return _measured(figure_request, members, open_ones)


def per_cents(figure_request: FigureRequest) -> Reading | None:
    """The last per cent of each measure, in hundredths, where no counts are known; one of people
    that tells of few of its base is left out."""
    rows = [row for row in _values(figure_request, (PERCENT,)) if not row.out_of]
    telling = _pinning(rows, figure_request)
    rows = [row for row in rows if row.measure.slug not in telling]
    members = {row.measure.slug: _tally_of(trunc(row.value * 100), row) for row in rows}
    return _measured(figure_request, members, rows)


def shares(of_people, figure_request: FigureRequest) -> Reading | None:
    """The counts of the last per cent of each measure, where that was worked out of counts; of
    those that count people, or do not."""
    rows = [row for row in _values(figure_request, (PERCENT,), of_people) if row.out_of]
    members = {row.measure.slug: _tally_of(row.count, row) for row in rows}
    bases = {row.measure.slug: Tally(row.out_of) for row in rows}
    return _measured(figure_request, members, rows, bases)


def _pinning(rows, figure_request):
    """The measures whose share or rate gives a few of the people away whom it is out of."""
    people = [row for row in rows if row.measure.of_people and row.measure.per]
    shares = {row.measure.slug: (row.value, row.measure.per) for row in people}
    known = _values(figure_request, (NUMBER,), True) if shares else ()
    bases = {row.measure.slug: trunc(row.value) for row in known}
    most = figure_request.policy_of(Unit.PEOPLE).threshold
    return pinning(shares, bases, relations(figure_request) if bases else (), most)


def relations(figure_request: FigureRequest) -> list[Relation]:
    """The relations between measures on the day."""
    rows = MeasureRelation.objects.of(figure_request.council)
    known = figure_request.once_for_all("relations of measures", lambda span: rows.between_slugs())
    day = figure_request.when.end
    return [
        relation for relation, first, last in known if first <= day and (not last or day <= last)
    ]


def _values(query, units, of_people=None):
    if query.cohort is not None:
        return []
    latest = MeasureValue.objects.of(query.council).latest_by
    rows = query.once("values", lambda: list(latest(query.when.end, query.since)))
    saved = [row for row in rows if row.measure.unit in units]
    return [row for row in saved if of_people in (None, row.measure.of_people)]


def _measured(query, members, rows, bases=None):
    """Values of measures, each of its own day or period, with its own words and definition; None
    for none."""
    if not rows:
        return None
    labels, whens, definitions, descriptions = {}, {}, {}, {}
    for row in rows:
        measure = row.measure
        area = f", {measure.area}" if measure.area else ""
        labels[measure.slug] = f"{measure.title}{area}"
        whens[measure.slug] = When(row.from_date or row.to_date, row.to_date)
        span = row.from_date and months_of((row.from_date, row.to_date))
        definitions[measure.slug] = (measure.definition, measure.area, measure.unit, span)
        descriptions[measure.slug] = _description_of(row)
    sources = {row.measure.slug: row.where_from for row in rows}
    details = {"labels": labels, "bases": bases or {}, "apart": True, "whens": whens}
    details |= {"definitions": definitions, "descriptions": descriptions}
    return Reading(members, query.when, sources=sources, **details)


def _description_of(row):
    """The measure's definition, and the date of the value before this one."""
    text, before = row.measure.definition.rstrip().rstrip("."), row.earlier_on
    return f"{text}. The value before it is of {say_day(before)}" if before else text


def _tally_of(count, row):
    return Tally(count, partial(keys_of, "measure value", [row]))


LATEST = "The last value of the measure on or before the date counts, shown with its own date; "
measured_figure = partial(own_figure, origin=Origin.ENTERED)
FIGURES: tuple[Figure, ...] = (
    measured_figure(
        "measures.value",
        "Values of measures",
        "the last recorded value of the measure",
        Unit.MEASURED,
        f"{LATEST}a value with decimals is a figure of its own.",
        partial(values, (NUMBER, DAYS), False),
        has_members=True,
        part_title="{}",
        relate=relations,
    ),
    measured_figure(
        "measures.people",
        "Values of measures that count people",
        "the last recorded value of the measure, which counts people",
        Unit.PEOPLE,
        f"{LATEST}a value with decimals is a figure of its own.",
        partial(values, (NUMBER, DAYS), True),
        has_members=True,
        part_title="{}",
        relate=relations,
    ),
    measured_figure(
        "measures.decimal",
        "Values of measures with decimals",
        "the last recorded value of the measure, with its decimals",
        Unit.HUNDREDTHS,
        f"{LATEST}a whole one is left out, and one that counts {most_in_words()} people or fewer, "
        "or would give them away.",
        partial(parts, (NUMBER, DAYS)),
        has_members=True,
        part_title="{}",
        relate=relations,
    ),
    measured_figure(
        "measures.money",
        "Values of measures in pounds",
        "the last recorded value of the measure in pounds",
        Unit.POUNDS,
        f"{LATEST}a value with pence is a figure of its own.",
        partial(values, (MONEY,), None),
        has_members=True,
        part_title="{}",
        relate=relations,
    ),
    measured_figure(
        "measures.pence",
        "Values of measures in pounds and pence",
        "the last recorded value of the measure in pounds and pence",
        Unit.PENCE,
        f"{LATEST}a value in whole pounds is a figure of its own.",
        partial(parts, (MONEY,)),
        has_members=True,
        part_title="{}",
        relate=relations,
    ),
    measured_figure(
        "measures.share",
        "Values of measures in per cent",
        "the number that the measure in per cent counts",
        Unit.MEASURED,
        f"{LATEST}a per cent whose counts are not known is left out.",
        partial(shares, False),
        out_of="the number that the measure in per cent is out of",
        has_members=True,
        part_title="{}",
    ),
    measured_figure(
        "measures.share_of_people",
        "Values of measures in per cent of people",
        "the number of people that the measure in per cent counts",
        Unit.PEOPLE,
        f"{LATEST}a per cent whose counts are not known is left out.",
        partial(shares, True),
        out_of="the number of people that the measure in per cent is out of",
        has_members=True,
        part_title="{}",
        measured_with=("measures.people",),
        relate=relations,
    ),
    measured_figure(
        "measures.per_cent",
        "Values of measures in per cent, base not known",
        "the last recorded value of the measure in per cent",
        Unit.HUNDREDTHS_OF_A_PER_CENT,
        f"{LATEST}a per cent whose counts are known is left out.",
        per_cents,
        has_members=True,
        part_title="{}",
    ),
)
