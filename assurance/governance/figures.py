"""Figures of other matters: developments by state, risks open, values of measures.

None is nought only from the day on which the council's first of them is there; before it nothing
is returned. A figure holds whole numbers: a value with decimals is counted in hundredths.
"""

from collections import Counter
from functools import partial
from math import trunc

from assurance.figures.comparison import months_of
from assurance.figures.figure import WHOLE, Figure, FigureRequest, Reading, Tally, Timing, Unit
from assurance.figures.relations import Relation
from assurance.figures.small_numbers import most_in_words
from assurance.governance.models.developments import Development
from assurance.governance.models.measures import MeasureValue
from assurance.governance.models.relations import MeasureRelation
from assurance.governance.models.risks import Risk
from assurance.governance.rules.choices import DAYS, MONEY, NUMBER, PERCENT, STATES
from assurance.governance.rules.decimals import giving_away, pinning
from assurance.runtime.periods import When

OWN = "the council's own record"


def developments(figure_request: FigureRequest) -> Reading | None:
    """The developments of which something was so at the end of the day."""
    rows = _developments(figure_request)
    return _reading(figure_request, {WHOLE: rows_tally("development", rows)}, OWN) if rows else None


def by_state(figure_request: FigureRequest) -> Reading | None:
    """The same by what each had come to."""
    rows = _developments(figure_request)
    if not rows:
        return None
    counts = Counter(row.state_then for row in rows)
    members = {
        state: Tally(
            counts[state],
            partial(keys_of, "development", [row for row in rows if row.state_then == state]),
        )
        for state in STATES
    }
    return _reading(figure_request, members, OWN)


def risks(figure_request: FigureRequest) -> Reading | None:
    """The risks open at the end of the day, once a first one was opened."""
    current, day = Risk.objects.of(figure_request.council), figure_request.when.end
    if figure_request.cohort is not None or not current.opened_by(day).exists():
        return None
    return _reading(figure_request, {WHOLE: rows_tally("risk", current.open_on(day))}, OWN)


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
    return MeasureRelation.objects.all().by_slug(figure_request.council, figure_request.when.end)


def _developments(query):
    if query.cohort is not None:
        return []
    return list(Development.objects.of(query.council).as_at(query.when.end).order_by("pk"))


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
    labels, whens, definitions = {}, {}, {}
    for row in rows:
        measure = row.measure
        area = f", {measure.area}" if measure.area else ""
        labels[measure.slug] = f"{measure.title}{area} ({row.when})"
        whens[measure.slug] = When(row.from_date or row.to_date, row.to_date)
        span = row.from_date and months_of((row.from_date, row.to_date))
        definitions[measure.slug] = (measure.definition, measure.area, measure.unit, span)
    sources = {row.measure.slug: row.where_from for row in rows}
    details = {"labels": labels, "bases": bases or {}, "apart": True, "whens": whens}
    details["definitions"] = definitions
    return Reading(members, query.when, sources=sources, **details)


def _reading(query, members, source):
    return Reading(members, query.when, source=source)


def _tally_of(count, row):
    return Tally(count, partial(keys_of, "measure value", [row]))


def rows_tally(kind: str, rows) -> Tally:
    """The count of some records of a kind, with the keys of their rows."""
    return Tally(len(rows), partial(keys_of, kind, rows))


def keys_of(kind: str, rows) -> list[str]:
    """The keys of the rows of a kind, as provenance keeps them."""
    return [f"{kind}:{row.pk}:{row.version}" for row in rows]


def _figure(key, title, counts, unit, rule, reckon, timing=Timing.AT, **more):
    return Figure(
        key=key,
        title=title,
        counts=counts,
        unit=unit,
        timing=timing,
        source="other matters recorded here",
        citation="the council's own records and the source that each measure names",
        rule=rule,
        reckon=reckon,
        **more,
    )


LATEST = (
    "Of each standing measure the last standing value on or before the date counts, with its own "
    "day beside it; "
)
FIGURES: tuple[Figure, ...] = (
    _figure(
        "developments.total",
        "Developments",
        "developments and projects that the council had planned or begun by the date",
        Unit.DEVELOPMENTS,
        "Each standing development counts once from the day on which its first state is recorded.",
        developments,
    ),
    _figure(
        "developments.by_state",
        "Developments, by state",
        "developments and projects by what each had come to at the end of the date",
        Unit.DEVELOPMENTS,
        "Each development stands under the last state that it came to on or before the date.",
        by_state,
        whole="developments.total",
        members=STATES,
        has_members=True,
    ),
    _figure(
        "risks.open",
        "Risks open",
        "risks opened by the date and not closed by the end of it",
        Unit.RISKS,
        "A risk closed on the date is not open at the end of it.",
        risks,
    ),
    _figure(
        "measures.value",
        "Values of measures",
        "what each measure in numbers or days came to, that counts no people",
        Unit.MEASURED,
        f"{LATEST}one with decimals is left out.",
        partial(values, (NUMBER, DAYS), False),
        has_members=True,
        relate=relations,
    ),
    _figure(
        "measures.people",
        "Values of measures that count people",
        "what each measure in numbers or days came to, that counts people",
        Unit.PEOPLE,
        f"{LATEST}one with decimals is left out.",
        partial(values, (NUMBER, DAYS), True),
        has_members=True,
        relate=relations,
    ),
    _figure(
        "measures.decimal",
        "Values of measures with decimals",
        "what each measure in numbers or days came to, in hundredths",
        Unit.HUNDREDTHS,
        f"{LATEST}a whole one is left out, and one that counts {most_in_words()} people or fewer, "
        "or would give them away.",
        partial(parts, (NUMBER, DAYS)),
        has_members=True,
        relate=relations,
    ),
    _figure(
        "measures.money",
        "Values of measures in pounds",
        "what each measure in pounds came to",
        Unit.POUNDS,
        f"{LATEST}one with pence is left out.",
        partial(values, (MONEY,), None),
        has_members=True,
        relate=relations,
    ),
    _figure(
        "measures.pence",
        "Values of measures in pounds and pence",
        "what each measure in pounds came to, in pence",
        Unit.PENCE,
        f"{LATEST}one in whole pounds is left out.",
        partial(parts, (MONEY,)),
        has_members=True,
        relate=relations,
    ),
    _figure(
        "measures.share",
        "Values of measures in per cent",
        "what each measure in per cent counts, other than people",
        Unit.MEASURED,
        f"{LATEST}a per cent whose counts are not known is left out.",
        partial(shares, False),
        out_of="what each measure in per cent is out of",
        has_members=True,
    ),
    _figure(
        "measures.share_of_people",
        "Values of measures in per cent of people",
        "how many people each measure in per cent counts",
        Unit.PEOPLE,
        f"{LATEST}a per cent whose counts are not known is left out.",
        partial(shares, True),
        out_of="how many people each measure in per cent is out of",
        has_members=True,
        measured_with=("measures.people",),
        relate=relations,
    ),
    _figure(
        "measures.per_cent",
        "Values of measures in per cent, base not known",
        "what each measure in per cent came to, in hundredths of a per cent",
        Unit.HUNDREDTHS_OF_A_PER_CENT,
        f"{LATEST}a per cent whose counts are known is left out.",
        per_cents,
        has_members=True,
    ),
)
