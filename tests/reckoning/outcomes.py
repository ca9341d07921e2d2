"""Outcome sets reckoned again: the last set of each title, read outcome by outcome."""

from functools import partial

from tests.reckoning.raw import Answer, Part


def cohorts(unit, raw, asked):
    """The people, or settings, of each set."""
    rows = _last(raw, asked)
    told = {row.slug: (row.base, None, row) for row in rows if row.unit == unit}
    return _answer(asked, told)


def counts(unit, raw, asked):
    """Those with each outcome, out of those of the set."""
    return _answer(
        asked,
        {
            f"{row.slug}__{one.slug}": (one.count, row.base, row)
            for row in _last(raw, asked)
            if row.unit == unit
            for one in raw.of("SetOutcome", "outcome_set_id", row.id)
        },
    )


def _last(raw, asked):
    if asked.cohort is not None:
        return []
    held = {}
    for row in raw.standing("OutcomeSet", asked.council):
        before = held.get(row.slug)
        if row.to_date <= asked.end and (before is None or before.to_date < row.to_date):
            held[row.slug] = row
    return [row for row in held.values() if not asked.since or row.to_date >= asked.since]


def _days(row):
    return row.from_date or row.to_date, row.to_date


def _answer(asked, told):
    parts = {
        name: Part(count, base, frozenset({("outcome set", row.id)}), _days(row))
        for name, (count, base, row) in told.items()
    }
    return Answer(parts, asked.end, asked.end) if parts else None


TABLE = {
    "outcomes.cohort": partial(cohorts, "people"),
    "outcomes.count": partial(counts, "people"),
    "outcomes.settings": partial(cohorts, "settings"),
    "outcomes.setting_count": partial(counts, "settings"),
}
