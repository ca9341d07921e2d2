"""Rates per 10,000 children reckoned again: our own count by the newest population, the others as
they are published."""

from decimal import Decimal
from math import trunc

from tests.reckoning.looked_after import census_of, total_of
from tests.reckoning.raw import Answer, Part


def rates(raw, asked):
    """Our own count by the newest population, the newest published rates, and a plain mean."""
    if asked.cohort is not None:
        return None
    areas = {
        one.area_code: one.role
        for one in raw.standing("ComparedArea", asked.council)
        if one.from_date <= asked.end and not (one.to_date and one.to_date < asked.end)
    }
    rows = [
        one
        for one in raw.standing("PublishedFigure", asked.council)
        if one.measure == "looked_after"
        and one.date <= asked.end
        and one.mark in ("", "none")
        and (one.level == "england" or one.area_code in areas)
    ]
    newest = {}
    for one in sorted(rows, key=lambda one: one.date):
        if one.rate is not None:
            newest[one.area_code] = one
    members = {
        "england" if one.level == "england" else code: _published([one], trunc(one.rate * 100))
        for code, one in newest.items()
    }
    near = [one for one in rows if areas.get(one.area_code) == "neighbour" and one.rate is not None]
    last = [one for one in near if one.date == max(item.date for item in near)]
    if last:
        mean = sum(one.rate for one in last) / len(last)
        members["neighbours"] = _published(last, _tenths(mean))
    members |= _own_rate(raw, asked, [one for one in rows if areas.get(one.area_code) == "own"])
    return Answer(members, asked.start, asked.end) if members else None


def _own_rate(raw, asked, rows):
    census = census_of(raw, asked)
    known = sorted((one for one in rows if one.population), key=lambda one: one.date)
    if not census or not known:
        return {}
    rate = Decimal(total_of(raw, census)) / known[-1].population * 10_000
    keys = frozenset({("census", census.id), ("published-figure", known[-1].id)})
    return {"own": Part(_tenths(rate), None, keys, (census.date, census.date))}


def _published(rows, rate):
    keys = frozenset(("published-figure", one.id) for one in rows)
    return Part(rate, None, keys, (rows[0].date, rows[0].date))


def _tenths(rate):
    """A rate to one decimal, in hundredths."""
    return 10 * trunc(rate * 10 + Decimal("0.5"))


TABLE = {"looked_after.rate": rates}
