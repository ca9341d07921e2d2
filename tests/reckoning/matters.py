"""Other matters reckoned again: each record is looked at by itself, as it was on the day."""

from dataclasses import replace
from functools import partial

from tests.reckoning.raw import WHOLE, Answer, Part, named

DOCUMENTS = (
    *("strategy", "vision", "plan", "policy", "threshold", "decisions", "storyboard", "report"),
    "other",
)
STATES = ("planned", "under_way", "done", "partly_done", "not_done", "stopped")


def developments(raw, asked):
    """The developments that had come to anything by the day."""
    rows = [row for row, _ in _developments(raw, asked)]
    part = Part(len(rows), rows=named("development", rows))
    return Answer({WHOLE: part}, asked.end, asked.end) if rows else None


def by_state(raw, asked):
    """The same under each state, those with none in it too."""
    held = _developments(raw, asked)
    members = {}
    for state in STATES:
        rows = [row for row, was in held if was == state]
        members[state] = Part(len(rows), rows=named("development", rows))
    return Answer(members, asked.end, asked.end) if held else None


def documents(raw, asked):
    """The documents that have begun, or nobody knows when, and whose last day is not over."""
    rows = _in_force(raw, asked)
    if rows is None:
        return None
    part = Part(len(rows), rows=named("document", rows))
    return Answer({WHOLE: part}, asked.end, asked.end)


def by_kind(raw, asked):
    """The same under each kind, those with none in it too."""
    rows = _in_force(raw, asked)
    if rows is None:
        return None
    held = {kind: [row for row in rows if row.kind == kind] for kind in DOCUMENTS}
    members = {kind: Part(len(own), rows=named("document", own)) for kind, own in held.items()}
    return Answer(members, asked.end, asked.end)


def events(raw, asked):
    """The events of the period, where one at all is known by its end."""
    known = [
        row
        for row in raw.standing("EngagementEvent", asked.council)
        if row.held_on <= asked.end and asked.cohort is None
    ]
    rows = [row for row in known if row.held_on >= asked.start]
    part = Part(len(rows), rows=named("event", rows))
    return Answer({WHOLE: part}, asked.start, asked.end) if known else None


def reached(raw, asked):
    """Those whom each event by the day reached, where somebody counted them."""
    parts = {}
    for row in raw.standing("EngagementEvent", asked.council):
        late = asked.since is not None and row.held_on < asked.since
        if row.reached == "exactly" and row.held_on <= asked.end and asked.cohort is None:
            part = Part(row.number, rows=named("event", [row]), days=(row.held_on, row.held_on))
            parts |= {} if late else {row.slug: part}
    return Answer(parts, asked.end, asked.end) if parts else None


def risks(raw, asked):
    """The risks opened and not closed, where one at all was opened by the day."""
    known = [
        row
        for row in raw.standing("Risk", asked.council)
        if row.opened_on <= asked.end and asked.cohort is None
    ]
    rows = [row for row in known if row.closed_on is None or row.closed_on > asked.end]
    part = Part(len(rows), rows=named("risk", rows))
    return Answer({WHOLE: part}, asked.end, asked.end) if known else None


def whole(units, of_people, raw, asked):
    """The last values that are whole, in some units, of people or not (None for both)."""
    return _told(
        raw,
        asked,
        lambda measure, value: (
            measure.unit in units
            and of_people in (None, measure.of_people)
            and value.value % 1 == 0
            and Part(int(value.value), rows=named("measure value", [value]))
        ),
    )


def in_hundredths(units, raw, asked):
    """The last values that are not whole; of people only more than five."""
    return _told(
        raw,
        asked,
        lambda measure, value: (
            measure.unit in units
            and value.value % 1 != 0
            and not (measure.of_people and measure.unit != "money" and 0 < value.value <= 5)
            and Part(int(100 * value.value), rows=named("measure value", [value]))
        ),
    )


def per_cents(raw, asked):
    """The last per cents without counts."""
    return _told(
        raw,
        asked,
        lambda measure, value: (
            measure.unit == "percent"
            and value.count is None
            and Part(int(100 * value.value), rows=named("measure value", [value]))
        ),
    )


def shares(of_people, raw, asked):
    """The last per cents, by the counts that they were worked out of."""
    return _told(
        raw,
        asked,
        lambda measure, value: (
            measure.unit == "percent"
            and measure.of_people is of_people
            and value.count is not None
            and Part(value.count, value.out_of, named("measure value", [value]))
        ),
    )


def _told(raw, asked, part):
    parts = {
        measure.slug: replace(one, days=(value.from_date or value.to_date, value.to_date))
        for measure, value in _last(raw, asked)
        if (one := part(measure, value))
    }
    return Answer(parts, asked.end, asked.end) if parts else None


def _in_force(raw, asked):
    """The documents in force at the end of the day; None before the first has begun."""
    begun = [
        row
        for row in raw.standing("Document", asked.council)
        if asked.cohort is None and (row.from_date is None or row.from_date <= asked.end)
    ]
    return [row for row in begun if not row.to_date or row.to_date >= asked.end] if begun else None


def _developments(raw, asked):
    """(development, what it was) of each that was anything by the end of the day."""
    held = []
    for row in raw.standing("Development", asked.council):
        states = raw.of("DevelopmentState", "development_id", row.id)
        known = sorted((one.from_date, one.state) for one in states if one.from_date <= asked.end)
        if known and asked.cohort is None:
            held.append((row, known[-1][1]))
    return held


def _last(raw, asked):
    """(measure, value) of each measure that stands: the last value of no later day than asked,
    where it is no older than asked."""
    if asked.cohort is not None:
        return
    for measure in raw.standing("Measure", asked.council):
        held = [
            row
            for row in raw.of("MeasureValue", "measure_id", measure.id)
            if row.withdrawn_on is None and row.to_date <= asked.end
        ]
        last = max(held, key=lambda row: row.to_date, default=None)
        if last and (asked.since is None or last.to_date >= asked.since):
            yield measure, last


TABLE = {
    "developments.total": developments,
    "developments.by_state": by_state,
    "documents.total": documents,
    "documents.by_kind": by_kind,
    "events.held": events,
    "events.reached": reached,
    "risks.open": risks,
    "measures.value": partial(whole, ("number", "days"), False),
    "measures.people": partial(whole, ("number", "days"), True),
    "measures.money": partial(whole, ("money",), None),
    "measures.decimal": partial(in_hundredths, ("number", "days")),
    "measures.pence": partial(in_hundredths, ("money",)),
    "measures.per_cent": per_cents,
    "measures.share": partial(shares, False),
    "measures.share_of_people": partial(shares, True),
}
