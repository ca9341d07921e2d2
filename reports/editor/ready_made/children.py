"""Looked-after children ready-made: all breakdowns as one table, the ends of months as a line, and
our rate beside England's and the neighbours'."""

from collections.abc import Mapping

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.rates import ENGLAND, NEIGHBOURS, OWN
from reports.editor.ready_made.declaration import (
    CHART,
    TABLE,
    Lacking,
    ReadyMade,
    columns_text,
    days_of_stock,
    rows_text,
    values_at,
)
from reports.language.rules.month_ends import name_of
from reports.papers.manuscript import POSITION, Manuscript

TOTAL, RATE = "looked_after.children", "looked_after.rate"
BREAKDOWNS = {
    "looked_after.placement": "Placement",
    "looked_after.legal_group": "Legal status",
    "looked_after.age_band": "Age",
    "looked_after.need": "Need",
}
# What a line needs, and what it shows.
FEWEST, MONTHS = 3, 13
NO_POSITION = Lacking(
    "This report has no date on which children are counted.", "Set its dates", "editor:dates"
)
NO_CENSUS = "No count of looked-after children of {day} is broken down."
FEW_MONTHS = "A line needs the ends of {fewest} months, and {known} up to {day} are counted."
NO_RATES = "No published rates are recorded up to {day}."
LOOK = "Looked-after children"
PAGE = "looked_after:performance"


def breakdowns(manuscript: Manuscript) -> Mapping[str, str] | Lacking:
    """Every breakdown at the report's dates as one table."""
    when = manuscript.names.get(POSITION)
    if when is None:
        return NO_POSITION
    values = values_at(manuscript, BREAKDOWNS, when)
    rows = [
        (f"{heading}: {value.label or member}".replace("|", "/"), f"{key}:{member}")
        for key, heading in BREAKDOWNS.items()
        for member, value in values[key].items()
        if member and value.count
    ]
    if not rows:
        return Lacking(NO_CENSUS.format(day=when), LOOK, PAGE)
    return {
        "across": "dates",
        "rows": rows_text([("All children", TOTAL), *rows]),
        "columns": columns_text(days_of_stock(manuscript)),
        "caption": "Looked-after children by placement, legal status, age and need, "
        f"[[date:{POSITION}]]",
    }


def months(manuscript: Manuscript) -> Mapping[str, str] | Lacking:
    """The children at the ends of the months up to the report's position, as a line."""
    when = manuscript.names.get(POSITION)
    if when is None:
        return NO_POSITION
    ends = {name: manuscript.when(name).end for name in map(name_of, range(MONTHS, 0, -1))}
    current = Census.objects.counting(manuscript.council, None).in_force()
    counted = set(current.filter(date__in=ends.values()).values_list("date", flat=True))
    names = [name for name, day in ends.items() if day in counted]
    if len(names) < FEWEST:
        sentence = FEW_MONTHS.format(fewest=FEWEST, known=len(names) or "none", day=when)
        return Lacking(sentence, LOOK, PAGE)
    first, last = names[0], names[-1]
    return {
        "across": "figures",
        "line": "on",
        "rows": rows_text([("Children looked after", TOTAL)]),
        "columns": columns_text(names),
        "caption": "Children looked after at the end of each month, "
        f"[[date:{first}]] to [[date:{last}]]",
        "finding": f"The number of children looked after [[compare {TOTAL} @{first} @{last}]] "
        f"between [[date:{first}]] and [[date:{last}]].",
    }


def rates(manuscript: Manuscript) -> Mapping[str, str] | Lacking:
    """Our own rate, England's and the neighbours', with the year of our population."""
    when = manuscript.names.get(POSITION)
    if when is None:
        return NO_POSITION
    values = values_at(manuscript, [RATE], when)[RATE]
    first = [name for name in (OWN, ENGLAND, NEIGHBOURS) if name in values]
    areas = ComparedArea.objects.on(manuscript.council, when.end)
    roles = {area.area_code: area for area in areas}
    others = [name for name in values if roles.get(name) and roles[name].role != ComparedArea.OWN]
    if not first:
        return Lacking(NO_RATES.format(day=when), "Comparison areas", "looked_after:area-list")
    return {
        "across": "dates",
        "rows": rows_text(("", f"{RATE}:{name}") for name in (*first, *others)),
        "columns": columns_text([POSITION]),
        "caption": f"Looked-after children per 10,000 children, [[date:{POSITION}]]",
        "notes": "\n".join(_notes(roles.values(), values)),
        "finding": _finding(first),
    }


def _notes(areas, values):
    """Of which day each rate is and the year of the population, as live records."""
    yield "Rates for every 10,000 children aged 0 to 17; other areas as published last."
    own = next((area for area in areas if area.role == ComparedArea.OWN), None)
    if own and OWN in values:
        record = f"record:compared_area/{own.pk}"
        yield (
            f"Our own rate is our count by the published population of "
            f"[[{record}.population_year]], [[{record}.population]]."
        )
    near = [area for area in areas if area.area_code in values and area is not own]
    for area in near:
        record = f"record:compared_area/{area.pk}"
        yield f"[[{record}.area_name]]: [[{record}.rate_on]]."
    if own and ENGLAND in values:
        yield f"England: [[record:compared_area/{own.pk}.england_rate_on]]."


def _finding(first):
    texts = {OWN: "Our rate is {}", ENGLAND: "England’s {}", NEIGHBOURS: "our neighbours’ mean {}"}
    parts = [texts[name].format(f"[[{RATE}:{name}]]") for name in first]
    return f"{', '.join(parts)} per 10,000 children."


READY_MADE = (
    ReadyMade(
        "children-breakdowns",
        (TABLE,),
        "Looked-after children by placement, legal status, age and need",
        breakdowns,
    ),
    ReadyMade(
        "children-months", (CHART, TABLE), "Looked-after children at the end of each month", months
    ),
    ReadyMade(
        "children-rates",
        (TABLE, CHART),
        "Our rate of looked-after children compared with England and statistical neighbours",
        rates,
    ),
)
