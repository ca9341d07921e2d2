"""The tables of a census's own page: every breakdown that it holds, with labels."""

from dataclasses import dataclass

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.definitions import Code
from assurance.looked_after.models.queries import found_in, groups_on, readings_of
from assurance.looked_after.models.related import LOCATIONS
from assurance.looked_after.rules.counts import NOT_KNOWN
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, PLACEMENT
from assurance.looked_after.rules.positions import MEASURE

HEADINGS = {
    PLACEMENT: "Children by placement",
    AGE_BAND: "Children by age, in the Department’s bands",
    LOCAL_AGE_BAND: "Children by age, in the council’s own bands",
    MEASURE: "Of all children",
}
# What a counted census keeps beside those: breakdown → heading and the list that labels it.
BY_CODE = {
    "legal_status": ("Children by legal status", "LS"),
    "need": ("Children by category of need", "CIN"),
    "sex": ("Children by sex", "SEX"),
    "ethnicity": ("Children by ethnicity", "ETHNIC"),
}
IN_WORDS = {
    "uasc": ("Unaccompanied asylum-seeking children", {"yes": "Yes", "no": "No"}),
    "starts": (
        "Began to be looked after in the month",
        {"periods": "Periods", "children": "Children"},
    ),
    "ends": (
        "Ceased to be looked after in the month",
        {"periods": "Periods", "children": "Children"},
    ),
}


@dataclass(frozen=True)
class Table:
    """One breakdown: a heading and (label, children) rows."""

    heading: str
    rows: tuple[tuple[str, int], ...]


def tables_of(census):
    """The `Table`s of a census: by group and band, and of a counted one by every code it keeps."""
    grouped = [
        Table(
            HEADINGS[breakdown],
            tuple(
                (reading.labels.get(member) or "External residential placements", tally.count)
                for member, tally in _in_order(reading)
            ),
        )
        for breakdown, reading in readings_of(census).items()
    ]
    return grouped if census.is_entered else grouped + _finer(census)


def _in_order(reading):
    """The members of a reading with their tallies, in the order in which groups are defined."""
    order = {member: place for place, member in enumerate(reading.labels)}
    return sorted(reading.members.items(), key=lambda item: order.get(item[0], len(order)))


def field_words(census):
    """The field of each count and cost of a census in history → its words on a page."""
    counts = {
        f"{breakdown}: {member}": f"{HEADINGS[breakdown]}: {label}"
        for breakdown, reading in readings_of(census).items()
        for member, label in reading.labels.items()
    }
    places = {f"placed: {place}": f"Where placed: {label}" for place, label in LOCATIONS.items()}
    groups = {group.slug: group.label for group in groups_on(census.council, census.date)}
    costs = {f"unit cost: {slug}": f"Yearly cost: {label}" for slug, label in groups.items()}
    sources = {
        f"unit cost source: {slug}": f"Source of the cost: {label}"
        for slug, label in groups.items()
    }
    whole = {f"{MEASURE}: {slug}": label for slug, label in groups.items()}
    return {**whole, **counts, **places, **costs, **sources}


def children_with_several(census):
    """How many children of a counted census have more than one open episode; 0 of an entered."""
    counts = census.counts.filter(breakdown="open", member="children_with_several")
    return sum(count.children for count in counts)


def costs_of(census):
    """The unit costs of a census as (label, source, pounds)."""
    labels = {group.slug: group.label for group in groups_on(census.council, census.date)}
    return [
        (labels.get(cost.group, cost.group), cost.source, cost.pounds)
        for cost in census.unit_costs.all()
    ]


def _finer(census):
    current = found_in(Census.objects.filter(pk=census.pk), *BY_CODE, *IN_WORDS)
    labels = {}
    for code in Code.objects.filter(list__in=[name for _, name in BY_CODE.values()]):
        labels.setdefault(code.list, {})[code.code] = code.label
    named = {breakdown: (heading, labels[name]) for breakdown, (heading, name) in BY_CODE.items()}
    return [
        Table(heading, tuple((_label(member, text), n) for member, n in counts.items()))
        for breakdown, (heading, text) in {**named, **IN_WORDS}.items()
        if (counts := current.counts.get(breakdown))
    ]


def _label(member, text):
    return "Not known" if member == NOT_KNOWN else text.get(member, member)
