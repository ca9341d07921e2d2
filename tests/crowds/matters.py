"""Other matters before, on and after each edge: developments that change, events, risks opened and
closed, measures of every unit with values of every day; some of each withdrawn."""

from decimal import Decimal
from itertools import cycle, product

from assurance.governance.models.developments import Development, DevelopmentState
from assurance.governance.models.documents import Document
from assurance.governance.models.events import EngagementEvent
from assurance.governance.models.measures import Measure, MeasureValue
from assurance.governance.models.risks import Risk
from tests.crowds.days import HALF_YEAR, LEAP, LONG_AGO, ONE, around, withdrawn
from tests.make.people import post

STATES = ("planned", "under_way", "done", "partly_done", "not_done", "stopped")
UNITS = ("number", "percent", "money", "days")
# Whole ones and one with decimals; coprime with the days of a measure.
VALUES = (
    *(Decimal("12"), Decimal("17.50"), Decimal("0"), Decimal("48000")),
    *(Decimal("4.25"), Decimal("3"), Decimal("5.05")),
)


def build(council, by, every):
    """One in `every` of each kind's product."""
    for make in (_developments, _documents, _events, _risks, _measures):
        make(council, by, every)


def _developments(council, by, every):
    states = cycle(STATES)
    made = []
    for number, (first, second, out) in enumerate(_few(_changes(), every)):
        told = {first: next(states)} | ({second: next(states)} if second else {})
        last = max(told)
        row = Development(
            **_named(council, f"development-{number}", by, out),
            kind="project",
            state=told[last],
            state_on=last,
        )
        made.append((row, told))
    Development.objects.bulk_create(row for row, _ in made)
    DevelopmentState.objects.bulk_create(
        DevelopmentState(development=row, from_date=day, state=state)
        for row, told in made
        for day, state in told.items()
    )


def _changes():
    """Every (first day, day of a second state or None, whether it was withdrawn)."""
    for edge in (HALF_YEAR, LEAP):
        first, later = around(edge), (None, *around(edge), edge + 30 * ONE)
        yield from product(first, later, (False, False, True))


def _documents(council, by, every):
    kinds, owner = cycle(kind for kind, _ in Document.KINDS), post(council=council)
    spans = [
        (first, last)
        for edge in (HALF_YEAR, LEAP)
        for first, last in product((None, *around(edge)), (None, *around(edge), edge + 30 * ONE))
        if not (first and last) or first <= last
    ]
    Document.objects.bulk_create(
        Document(
            **_named(council, f"document-{number}", by, out),
            kind=next(kinds),
            from_date=first,
            to_date=last,
            owner=owner,
        )
        for number, ((first, last), out) in enumerate(
            _few(product(spans, (False, False, True)), every)
        )
    )


def _events(council, by, every):
    days = [day for edge in (HALF_YEAR, LEAP) for day in around(edge)]
    EngagementEvent.objects.bulk_create(
        EngagementEvent(
            **_named(council, f"event-{number}", by, out),
            held_on=day,
            audience="Foster carers",
            subject="The strategy",
            reached=reached,
            number=None if reached == "not_counted" else 400 + number,
        )
        for number, (day, reached, out) in enumerate(
            _few(product(days, ("exactly", "over", "not_counted"), (False, False, True)), every)
        )
    )


def _risks(council, by, every):
    made, owner = [], post(council=council)
    for edge in (HALF_YEAR, LEAP):
        closings = (None, *around(edge), edge + 30 * ONE)
        for opened, closed, out in product(around(edge), closings, (False, False, True)):
            if closed is None or closed >= opened:
                made.append((opened, closed, out))
    Risk.objects.bulk_create(
        Risk(
            **_named(council, f"risk-{number}", by, out),
            cause="Posts are hard to fill.",
            control="A scheme.",
            owner=owner,
            opened_on=opened,
            closed_on=closed,
        )
        for number, (opened, closed, out) in enumerate(_few(made, every))
    )


def _measures(council, by, every):
    days = (*around(HALF_YEAR), *around(LEAP))
    kinds = product(UNITS, range(1, len(days) + 1, 2 if every > 1 else 1), (False, True))
    values = cycle(VALUES)
    made = []
    for number, (unit, many, out) in enumerate(kinds):
        measure = Measure.objects.create(
            **_named(council, f"measure-{number}", by, out),
            unit=unit,
            definition="Every one.",
            source="Workforce return",
            better="lower",
            of_people=number % 3 != 0,
        )
        for place, day in enumerate(days[number % 3 :][:many]):
            gone = (number + place) % 5 == 4
            counted = unit == "percent" and (number + place) % 3
            made.append(
                MeasureValue(
                    council=council,
                    measure=measure,
                    to_date=day,
                    value=Decimal("12.50") if counted else next(values),
                    count=10 if counted else None,
                    out_of=80 if counted else None,
                    created_on=LONG_AGO,
                    **(withdrawn(by) if gone else {}),
                )
            )
    MeasureValue.objects.bulk_create(made)


def _few(rows, every):
    return [row for number, row in enumerate(rows) if number % every == 0]


def _named(council, slug, by, out):
    gone = withdrawn(by) if out else {}
    return {"council": council, "slug": slug, "title": slug, "created_on": LONG_AGO, **gone}
