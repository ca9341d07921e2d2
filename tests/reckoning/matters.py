"""Other matters reckoned again: each record is looked at by itself, as it was on the day."""

from tests.reckoning.raw import WHOLE, Answer, Part, named

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


def values(raw, asked):
    """The last values in numbers or days that are whole."""
    return _whole(raw, asked, ("number", "days"))


def money(raw, asked):
    """The last values in pounds that are whole."""
    return _whole(raw, asked, ("money",))


def shares(raw, asked):
    """The last per cents, by the counts that they were worked out of."""
    members = {
        measure.slug: Part(value.count, value.out_of, named("measure value", [value]))
        for measure, value in _last(raw, asked)
        if measure.unit == "percent" and value.count is not None
    }
    return Answer(members, asked.end, asked.end) if members else None


def _developments(raw, asked):
    """(development, what it was) of each that was anything by the end of the day."""
    held = []
    for row in raw.standing("Development", asked.council):
        states = raw.of("DevelopmentState", "development_id", row.id)
        known = sorted((one.from_date, one.state) for one in states if one.from_date <= asked.end)
        if known and asked.cohort is None:
            held.append((row, known[-1][1]))
    return held


def _whole(raw, asked, units):
    members = {
        measure.slug: Part(int(value.value), rows=named("measure value", [value]))
        for measure, value in _last(raw, asked)
        if measure.unit in units and value.value % 1 == 0
    }
    return Answer(members, asked.end, asked.end) if members else None


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
    "events.held": events,
    "risks.open": risks,
    "measures.value": values,
    "measures.money": money,
    "measures.share": shares,
}
