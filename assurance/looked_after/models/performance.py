"""What the page of children in care says: every breakdown of one day beside the year before, costs,
movements and months.
"""

from dataclasses import dataclass
from datetime import date

from assurance.figures.figure import WHOLE
from assurance.looked_after.models.definitions import Code
from assurance.looked_after.models.positions import movement_between, standing_on
from assurance.looked_after.models.queries import (
    NOT_KNOWN_LABEL,
    PLACEMENT_CODE,
    CensusCounts,
    by_band,
    by_placement,
    in_external_residential,
    unaccompanied,
)
from assurance.looked_after.models.related import costs_by, locations_by
from assurance.looked_after.models.trends import (
    Trend,
    definitions_of,
    ends_of_months,
    placement_over,
)
from assurance.looked_after.rules import comparison as comparing
from assurance.looked_after.rules.comparison import Estimate, Line, Movement
from assurance.looked_after.rules.counts import NOT_KNOWN
from assurance.looked_after.rules.groups import AGE_BAND, LOCAL_AGE_BAND, NOT_BROKEN_DOWN
from assurance.runtime.periods import months_after

MONTHS = 24


@dataclass(frozen=True)
class Breakdown:
    """One table: a heading, its lines, and a remark; a table of parts adds to the total."""

    slug: str
    heading: str
    lines: tuple[Line, ...]
    remark: str = ""
    has_total: bool = True

    @property
    def is_told(self):
        """Whether the day itself is known."""
        return any(line.now is not None for line in self.lines)

    @property
    def is_compared(self):
        """True if the date compared with is known."""
        return any(line.before is not None for line in self.lines)


@dataclass(frozen=True)
class Performance:
    """The position of a day (None where unknown), that of the year before, and the rest shown."""

    day: date
    now: CensusCounts | None
    year_ago: date
    before: CensusCounts | None
    total: Line | None = None
    breakdowns: tuple[Breakdown, ...] = ()
    costs: tuple[Estimate, ...] = ()
    costs_on: date | None = None
    movement: Movement | None = None
    trend: Trend | None = None

    @property
    def missing_breakdowns(self):
        """The headings of the breakdowns that the count lacks."""
        return [table.heading for table in self.breakdowns if not table.is_told]

    @property
    def population(self):
        """The words for whom every table counts."""
        known = self.now or self.before
        return known.cohort if known else "Children looked after"


def performance_of(council, day, since):
    """The `Performance` of `day`, with the movement since `since`."""
    year_ago = months_after(day, -12)
    now, before = standing_on(council, day), standing_on(council, year_ago)
    definitions = definitions_of(council)
    trend = placement_over(council, ends_of_months(day, MONTHS), definitions)
    movement = movement_between(council, since, day)
    display = {"movement": movement, "trend": trend}
    if now is None:
        return Performance(day, None, year_ago, before, **display)
    placement = [by_placement(item, council) for item in (now, before)]
    costs, costs_on = _costs(council, now, placement[0])
    return Performance(
        day,
        now,
        year_ago,
        before,
        total=Line("Children looked after", now.total, before and before.total),
        breakdowns=tuple(_breakdowns(council, now, before, placement)),
        costs=costs,
        costs_on=costs_on,
        **display,
    )


def _breakdowns(council, now, before, placement):
    both = (now, before)
    yield _read("placement", "By placement", placement)
    yield _whole(
        "measures",
        "Of all children",
        {
            "External residential placements": [
                item and in_external_residential(item, council) for item in both
            ],
            "Unaccompanied asylum-seeking children": [unaccompanied(item) for item in both],
        },
    )
    yield _coded("provider", "By provider", both, PLACEMENT_CODE, comparing.by_provider,
                 _provider_labels())  # fmt: skip
    bands = [by_band(item, council, AGE_BAND) for item in both]
    yield _read("age", "By age", bands)
    own = [by_band(item, council, LOCAL_AGE_BAND) for item in both]
    if own[0]:
        yield _read("own_age", "By age, in the council’s own bands", own)
    yield _coded("legal_status", "By legal status", both, "legal_status",
                 comparing.by_legal_group, comparing.LEGAL_LABELS)  # fmt: skip
    known = [item if item and "need" in item.counts else None for item in both]
    yield _coded("need", "By category of need", known, "need", dict, _labels("CIN"))
    yield _located(council, both)


def _read(slug, heading, readings):
    labels = {}
    for reading in readings:
        labels = {**(reading.labels if reading else {}), **labels}
    counts = [
        reading and {member: tally.count for member, tally in reading.members.items()}
        for reading in readings
    ]
    ordered = [count and _in_order(count, list(labels)) for count in counts]
    return Breakdown(slug, heading, comparing.lines_of(*ordered, labels))


def _in_order(counts, members):
    """The counts in the order of `members`, those of children who are in no part at the end."""
    places = {member: place for place, member in enumerate(members)}
    last = (NOT_KNOWN, NOT_BROKEN_DOWN)

    def place_of(member):
        return member in last, places.get(member, len(places))

    return {member: counts[member] for member in sorted(counts, key=place_of)}


def _whole(slug, heading, measures):
    lines = [
        Line(label, *(reading and reading.members[WHOLE].count for reading in readings))
        for label, readings in measures.items()
        if any(readings)
    ]
    return Breakdown(slug, heading, tuple(lines), has_total=False)


def _coded(slug, heading, both, breakdown, group, labels):
    counts = [
        group(item.counts.get(breakdown, {})) if item and item.counted else None for item in both
    ]
    return Breakdown(slug, heading, comparing.lines_of(*counts, labels))


def _located(council, both):
    counts, labels, sources = locations_by(council, [item and item.date for item in both])
    remark = (
        "Entered as totals, since postcodes are never read: " + "; ".join(sources) + "."
        if sources
        else "Postcodes are never read, so this is entered as totals with a count."
    )
    return Breakdown(
        "location", "By placement location", comparing.lines_of(*counts, labels), remark
    )


def _costs(council, now, placement):
    costs, labels, day = costs_by(council, now.date)
    places = (
        {member: tally.count for member, tally in placement.members.items()} if placement else {}
    )
    external = in_external_residential(now, council)
    if external:
        places["external_residential"] = external.members[WHOLE].count
    return comparing.estimates(costs, places, labels), day


def _provider_labels():
    return _labels("PLACE_PROVIDER") | {comparing.NO_PROVIDER: comparing.NO_PROVIDER_LABEL}


def _labels(code_list):
    known = dict(Code.objects.filter(list=code_list).values_list("code", "label"))
    return known | {NOT_KNOWN: NOT_KNOWN_LABEL}
