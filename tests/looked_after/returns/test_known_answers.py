"""The known answers of the invented return, and every census reckoned again from the file by plain
Python.
"""

from collections import Counter
from datetime import date

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from assurance.figures.figure import WHOLE
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.rules import counts as counting
from tests.cast import make_council
from tests.looked_after import invented
from tests.looked_after.measures import KEYS, counts, measure
from tests.make.looked_after import local_bands

MARCH, DECEMBER = date(2017, 3, 31), date(2017, 12, 1)

pytestmark = pytest.mark.django_db


def both(**answers):
    """Member → answer at 31 March and at 1 December 2017, as two dicts."""
    return tuple({member: pair[one] for member, pair in answers.items()} for one in (0, 1))


KNOWN = {
    "children": ({"": 1764}, {"": 1363}),
    "external_residential": ({"": 129}, {"": 89}),
    "uasc": ({"": 91}, {"": 75}),
    "sex": ({"F": 913, "M": 851}, {"F": 698, "M": 665}),
    "age_band": (
        {"under_1": 0, "1_to_4": 246, "5_to_9": 713, "10_to_15": 772, "16_and_over": 33},
        {"under_1": 0, "1_to_4": 114, "5_to_9": 540, "10_to_15": 630, "16_and_over": 79},
    ),
    "legal_status": both(
        C1=(162, 141), C2=(181, 139), D1=(164, 109), E1=(169, 108), V2=(154, 128), L1=(145, 111),
        L2=(147, 107), L3=(190, 159), J1=(158, 110), J2=(152, 135), J3=(142, 116),
    ),
    "placement": both(
        foster_relative=(197, 139), foster_own=(41, 27), agency_foster=(75, 63),
        foster_other=(80, 88), placed_for_adoption=(255, 207), with_parents=(62, 47),
        community=(141, 95), secure=(75, 60), childrens_home=(68, 44), semi_independent=(73, 55),
        residential_school=(59, 57), other_residential=(263, 185), temporary=(311, 241),
        other=(64, 55),
    ),
}  # fmt: skip


class TheInventedReturn(TestCase):
    """One reading of the invented return for all that only look at it."""

    @classmethod
    def setUpTestData(cls):
        local_bands()
        invented.import_files(DECEMBER)

    def test_the_invented_return_gives_every_known_answer(self):
        for name, answers in KNOWN.items():
            assert tuple(counts(name, day) for day in (MARCH, DECEMBER)) == answers, name
        moved = {"start": date(2017, 4, 1)}
        assert counts("started", date(2017, 11, 30), **moved) == {"": 67}
        assert counts("ceased", date(2017, 11, 30), **moved) == {"": 484}

    def test_every_census_of_the_return_is_reckoned_again_from_the_file(self):
        header = invented.files().children
        for row in Census.objects.in_force():
            children = invented.reckoned(row.date).values()
            ages = Counter(
                counting.whole_years(header[one.child].dob, row.date) for one in children
            )
            bands = counts("age_band", row.date)
            assert counts("children", row.date) == {"": len(children)}
            assert bands["16_and_over"] == sum(n for age, n in ages.items() if age >= 16)
            assert sum(bands.values()) == sum(counts("local_age_band", row.date).values())
            assert counts("legal_status", row.date) == Counter(one.ls for one in children)
            agency = sum(
                one.place in ("U4", "U5", "U6") and one.place_provider in ("PR4", "PR5")
                for one in children
            )
            assert counts("placement", row.date)["agency_foster"] == agency

    def test_each_figure_is_one_or_two_queries(self):
        council = make_council()
        for name in KEYS:
            with CaptureQueriesContext(connection) as queries:
                measure(name, DECEMBER, council=council)
            assert len(queries) <= 2, name

    def test_a_counted_census_says_so_and_is_traced_to_itself(self):
        value = measure("children", DECEMBER)[WHOLE]
        row = Census.objects.in_force().get(date=DECEMBER)
        assert value.source == "Counted from the SSDA903 return to 31 March 2018"
        assert value.cohort == "Children looked after"
        assert tuple(value.rows()) == (f"census/{row.pk}",)
        assert measure("external_residential", DECEMBER)[WHOLE].base == 1363
