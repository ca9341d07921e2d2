"""Constraints of returns and of what children in care are compared by: lines of
`tests/test_every_constraint.py`.
"""

from datetime import date, timedelta

from assurance.looked_after.models.definitions import AgeBand, CensusDay, Code, PlacementGroup
from tests.cast import make_council
from tests.make import compared, looked_after
from tests.make.people import LONG_AGO

TEXT = "x"
DAY, ONE = date(2016, 1, 18), timedelta(days=1)


def code():
    """A code of a list that no year bounds."""
    return Code.objects.create(list="LS", code="Q1", label="A code", from_year=2015)


def band():
    """An age band of the usual council."""
    return looked_after.local_bands()[1]


def group():
    """A placement group of the usual council."""
    said = {"slug": "own", "label": "Own", "order": 1, "codes": []}
    return PlacementGroup.objects.create(council=make_council(), from_date=DAY, **said)


def census_day():
    """A day on which the usual council counts."""
    return CensusDay.objects.create(council=make_council(), month=12, day=1)


def unit_cost():
    """What a placement costs beside a census."""
    return looked_after.census(unit_costs={"agency_foster": 48_000}).unit_costs.get()


def count():
    """One count of a census."""
    return looked_after.census({"placement": {"agency_foster": 21}}).counts.get()


def counted_census():
    """A census that was counted from a return."""
    return looked_after.census(held_return=looked_after.held_return())


# Makes a row → how it is broken, how it may stand; by the constraint's name.
CHECKS = {
    "census_counted_from_a_return": (
        counted_census,
        {"origin": "entered"},
        {"origin": "entered", "held_return": None},
    ),
    "census_has_a_source": (looked_after.census, {"source": ""}, {"source": TEXT}),
    "unit_cost_has_a_source": (unit_cost, {"source": ""}, {"source": TEXT}),
    "code_years_in_order": (code, {"to_year": 2014}, {"to_year": 2015}),
    "placement_group_dates_in_order": (group, {"to_date": DAY - ONE}, {"to_date": DAY}),
    "age_band_in_order": (band, {"to_age": 13}, {"to_age": 14}),
    "age_band_dates_in_order": (band, {"to_date": LONG_AGO - ONE}, {"to_date": LONG_AGO}),
    "census_day_is_a_day": (census_day, {"month": 2, "day": 29}, {"month": 2, "day": 28}),
    "return_cover_in_order": (
        looked_after.held_return,
        {"covers_to": date(2017, 3, 30)},
        {"covers_to": date(2017, 3, 31)},
    ),
    "episode_dates_in_order": (
        looked_after.episode,
        {"dec": date(2017, 5, 31)},
        {"dec": date(2017, 6, 1)},
    ),
    "placement_location_has_a_source": (compared.location, {"source": ""}, {"source": TEXT}),
    "placement_location_is_known": (
        compared.location,
        {"place": "elsewhere"},
        {"place": "outside"},
    ),
    "published_figure_has_a_source": (
        compared.published,
        {"licence": ""},
        {"source": TEXT, "licence": TEXT},
    ),
    "compared_area_dates_in_order": (
        compared.compared_area,
        {"to_date": LONG_AGO - ONE},
        {"to_date": LONG_AGO},
    ),
    "compared_area_has_a_source": (compared.compared_area, {"source": ""}, {"source": TEXT}),
}
# The constraint's name → makes a row of which there may be one.
ONCE = {
    "return_read_once": looked_after.held_return,
    "child_once": looked_after.child,
    "episode_start_once": looked_after.episode,
    "count_offered_once": looked_after.offer,
    "census_edition_once": looked_after.census,
    "one_census_in_force": looked_after.census,
    "census_count_once": count,
    "unit_cost_once": unit_cost,
    "code_once_a_year": code,
    "code_once_from_the_beginning": lambda: Code.objects.filter(from_year=None).first(),
    "placement_group_once": group,
    "national_placement_group_once": lambda: PlacementGroup.objects.filter(council=None).first(),
    "age_band_once": band,
    "national_age_band_once": lambda: AgeBand.objects.filter(council=None).first(),
    "census_day_once": census_day,
    "placement_location_once": compared.location,
    "published_figure_once": compared.published,
    "compared_area_once": compared.compared_area,
    "uasc_mark_once": compared.uasc_mark,
}
RECORDS = {
    "return": looked_after.held_return,
    "census": looked_after.census,
    "publishedfigure": compared.published,
    "comparedarea": compared.compared_area,
}
