"""Constraints of returns and of what children in care are compared by: lines of
`tests/test_every_constraint.py`.
"""

from datetime import date, timedelta

from tests.make import compared, looked_after
from tests.make.people import LONG_AGO

TEXT = "x"
# Makes a row → how it is broken, how it may stand; by the constraint's name.
CHECKS = {
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
        {"to_date": LONG_AGO - timedelta(days=1)},
        {"to_date": LONG_AGO},
    ),
    "compared_area_has_a_source": (compared.compared_area, {"source": ""}, {"source": TEXT}),
}
# The constraint's name → makes a row of which there may be one.
ONCE = {
    "placement_location_once": compared.location,
    "published_figure_once": compared.published,
    "compared_area_once": compared.compared_area,
    "uasc_mark_once": compared.uasc_mark,
}
RECORDS = {"publishedfigure": compared.published, "comparedarea": compared.compared_area}
