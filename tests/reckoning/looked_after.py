"""Looked-after children reckoned again: a census counted from a return is counted anew from its
episodes, child by child, and one entered as counts is read from its counts as they stand."""

from collections import Counter
from functools import partial

from tests.reckoning.months import months_between, years_old
from tests.reckoning.raw import WHOLE, Answer, Part

SHORT_BREAKS = {"V3", "V4"}
EXTERNAL = "external_residential"
UNKNOWN = "not_broken_down"


def children(raw, asked):
    """Every child once."""
    census = census_of(raw, asked)
    return census and _answer(raw, census, {WHOLE: total_of(raw, census)}, out_of=False)


def placement(raw, asked):
    """Every child by the first group that names the placement with its provider."""
    census = census_of(raw, asked)
    if not census:
        return None
    if census.origin == "entered":
        return _entered(raw, census, "placement")
    groups = [one for one in _groups(raw, census) if not one.measure]
    members = Counter({one.slug: 0 for one in groups})
    for child in _children(raw, census):
        fitting = [one.slug for one in groups if _names(one, child)]
        members[fitting[0] if fitting else UNKNOWN] += 1
    return _answer(raw, census, members)


def external(raw, asked):
    """The children whom the measure of the day names."""
    census = census_of(raw, asked)
    if not census:
        return None
    if census.origin == "entered":
        told = _counts(raw, census, "measure")
        return _answer(raw, census, {WHOLE: told[EXTERNAL]}) if EXTERNAL in told else None
    measures = [one for one in _groups(raw, census) if one.slug == EXTERNAL]
    inside = [one for one in _children(raw, census) if _names(measures[0], one)]
    return _answer(raw, census, {WHOLE: len(inside)})


def bands(name, raw, asked):
    """Every child by the band that holds the age on the day."""
    census = census_of(raw, asked)
    held = census and [one for one in _dated(raw, "AgeBand", census) if one.set == name]
    if not held:
        return None
    if census.origin == "entered":
        return _entered(raw, census, name)
    members = Counter({one.slug: 0 for one in held})
    for child in _children(raw, census):
        age = years_old(child.born_on, census.date) if child.born_on else None
        fitting = [one.slug for one in held if age is not None and _holds(one, age)]
        members[fitting[0] if fitting else UNKNOWN] += 1
    return _answer(raw, census, members)


def by_code(field, raw, asked):
    """Every child of a counted census by a code of the child or of the episode."""
    census = census_of(raw, asked)
    if not census or census.origin == "entered":
        return None
    found = Counter(getattr(one, field) or "not_known" for one in _children(raw, census))
    return _answer(raw, census, found)


def unaccompanied(raw, asked):
    """Those in the UASC file who had not ceased to be so."""
    census = census_of(raw, asked)
    if not census or census.origin == "entered":
        return None
    files = raw.by_pk("Return")[census.held_return_id].files
    if "uasc" not in [file["kind"] for file in files]:
        return None
    still = [
        one
        for one in _children(raw, census)
        if one.uasc and not (one.uasc_until and one.uasc_until <= census.date)
    ]
    return _answer(raw, census, {WHOLE: len(still)})


def unit_cost(raw, asked):
    """Pounds, as they were entered."""
    census = census_of(raw, asked)
    costs = raw.of("UnitCost", "census_id", census.id) if census else []
    if not costs:
        return None
    members = {
        one.group: Part(one.pounds, None, frozenset({("unit-cost", one.id)})) for one in costs
    }
    return Answer(members, census.date, census.date, _cohort(raw, census))


LEGAL = {
    **dict.fromkeys(("C1", "C2"), "care_orders"),
    **dict.fromkeys(("D1", "E1"), "placement_orders"),
    "V2": "voluntary",
    **dict.fromkeys(("L1", "L2", "L3"), "protection"),
    **dict.fromkeys(("J1", "J2", "J3"), "youth_justice"),
}


def legal_groups(raw, asked):
    """Every child of a counted census by the group of the legal status."""
    census = census_of(raw, asked)
    if not census or census.origin == "entered":
        return None
    found = Counter(dict.fromkeys(LEGAL.values(), 0))
    found.update(LEGAL.get(one.ls, "another") for one in _children(raw, census))
    return _answer(raw, census, found)


def moved(fits, raw, asked):
    """Periods that began or ended in whole months, each of which a return speaks of."""
    ends = months_between(asked.start, asked.end)
    held = [one for one in _in_force(raw, asked) if one.date in ends and one.origin == "counted"]
    held = [one for one in held if _speaks_of_its_month(raw, one)]
    if not ends or len(held) < len(ends):
        return None
    number = sum(fits(row, one.date) for one in held for row in _episodes(raw, one))
    rows = frozenset(("census", one.id) for one in held)
    return Answer({WHOLE: Part(number, None, rows)}, asked.start, asked.end, _cohort(raw, held[0]))


def _began(row, month):
    return row.rne == "S" and _in_month(row.decom, month) and row.ls not in SHORT_BREAKS


def _ended(row, month):
    return (
        row.dec is not None
        and _in_month(row.dec, month)
        and row.rec != "X1"
        and row.ls not in SHORT_BREAKS
    )


def _in_month(day, end):
    return (day.year, day.month) == (end.year, end.month)


def _speaks_of_its_month(raw, census):
    """Not the opening day: its month lies before the year that the return tells of."""
    held = raw.by_pk("Return")[census.held_return_id]
    return census.date > held.covers_from


def census_of(raw, asked):
    """The census in force that answers, or None."""
    first = asked.since or asked.end
    held = [one for one in _in_force(raw, asked) if first <= one.date <= asked.end]
    return max(held, key=lambda one: one.date) if held else None


def _in_force(raw, asked):
    cohort = asked.cohort
    if cohort is None:
        usual = [
            one.id
            for one in raw["Cohort"]
            if one.council_id == asked.council and one.kind == "looked_after" and one.usual
        ]
        cohort = usual[0] if usual else None
    rows = raw.standing("Census", asked.council)
    return [one for one in rows if one.replaced_on is None and one.cohort_id == cohort]


def _episodes(raw, census):
    """The episodes of the census's own return."""
    return [row for row in raw["Episode"] if row.held_return_id == census.held_return_id]


def _children(raw, census):
    """One row per child looked after at the end of the day: the child and the episode that
    describes it, together."""

    def found():
        latest = {}
        for row in _episodes(raw, census):
            ended = row.dec is not None and row.dec <= census.date
            if row.decom > census.date or ended or row.ls in SHORT_BREAKS:
                continue
            before = latest.get(row.child_id)
            if before is None or (row.decom, row.line) > (before.decom, before.line):
                latest[row.child_id] = row
        return [_Child(raw.by_pk("Child")[key], row) for key, row in latest.items()]

    return raw.once(("children", census.id), found)


class _Child:
    def __init__(self, child, episode):
        self.sex, self.born_on = child.sex, child.born_on
        self.uasc, self.uasc_until = child.uasc, child.uasc_until
        self.place, self.provider, self.ls = episode.place, episode.place_provider, episode.ls
        self.cin = episode.cin


def total_of(raw, census):
    """How many children a census counts, each once."""
    return census.total if census.origin == "entered" else len(_children(raw, census))


def _groups(raw, census):
    """The groups of the day in order, the council's own in place of the national one."""
    by_slug = {}
    for one in _dated(raw, "PlacementGroup", census):
        if one.slug not in by_slug or one.council_id is not None:
            by_slug[one.slug] = one
    return sorted(by_slug.values(), key=lambda one: one.order)


def _dated(raw, model, census):
    return [
        one
        for one in raw[model]
        if one.council_id in (None, census.council_id)
        and one.from_date <= census.date
        and not (one.to_date and one.to_date < census.date)
    ]


def _names(group, child):
    return any(
        child.place in places and (not providers or child.provider in providers)
        for places, providers in group.codes
    )


def _holds(band, age):
    return band.from_age <= age and (band.to_age is None or age <= band.to_age)


def _counts(raw, census, breakdown):
    rows = raw.of("CensusCount", "census_id", census.id)
    return {row.member: row.children for row in rows if row.breakdown == breakdown}


def _entered(raw, census, breakdown):
    told = _counts(raw, census, breakdown)
    return _answer(raw, census, told) if told else None


def _answer(raw, census, members, out_of=True):
    base = total_of(raw, census) if out_of else None
    rows = frozenset({("census", census.id)})
    parts = {name: Part(number, base, rows) for name, number in members.items()}
    return Answer(parts, census.date, census.date, _cohort(raw, census))


def _cohort(raw, census):
    return raw.by_pk("Cohort")[census.cohort_id].title


TABLE = {
    "looked_after.children": children,
    "looked_after.placement": placement,
    "looked_after.external_residential": external,
    "looked_after.age_band": partial(bands, "age_band"),
    "looked_after.local_age_band": partial(bands, "local_age_band"),
    "looked_after.unit_cost": unit_cost,
    "looked_after.sex": partial(by_code, "sex"),
    "looked_after.legal_status": partial(by_code, "ls"),
    "looked_after.need": partial(by_code, "cin"),
    "looked_after.legal_group": legal_groups,
    "looked_after.uasc": unaccompanied,
    "looked_after.started": partial(moved, _began),
    "looked_after.ceased": partial(moved, _ended),
}
