"""Councils elsewhere by the outcome of a review: counted from comparisons, and shown small."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.labels import read_names
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.figures.rules.units import Origin
from assurance.reviews.outcome_figures import BY_OUTCOME, COMPARED
from assurance.runtime.periods import When
from reports.documents.entries import Entry
from reports.publication.figure_records.lists import records_behind
from tests.cast import make_council, officer
from tests.make.findings import outcomes, review

pytestmark = pytest.mark.django_db
DAY, PUBLISHED = date(2017, 6, 30), date(2017, 4, 30)
JUDGED = (("Outstanding", 2), ("Good", 39), ("Requires improvement", 63), ("Inadequate", 35))
SERIES = "inspection__judgements-so-far"


@pytest.fixture
def inspection():
    """The review that is compared."""
    return review(slug="inspection")


def values(key, day=DAY, **said):
    """Member → value of a figure on a day."""
    return FIGURES[key].measure(FigureRequest(make_council(), When.at(day), **said))


def test_each_outcome_is_counted_out_of_all_councils_at_its_own_date(inspection):
    outcomes(inspection, JUDGED)
    index = values(BY_OUTCOME)
    assert {name: (value.count, value.base) for name, value in index.items()} == {
        f"{SERIES}__outstanding": (2, 139),
        f"{SERIES}__good": (39, 139),
        f"{SERIES}__requires-improvement": (63, 139),
        f"{SERIES}__inadequate": (35, 139),
    }
    good = index[f"{SERIES}__good"]
    assert (good.label, good.when, good.origin) == (
        "Judgements so far: Good",
        When.at(PUBLISHED),
        Origin.PUBLISHED,
    )
    assert good.source == "The inspectorate’s monthly outcomes"
    [whole] = values(COMPARED).values()
    assert (whole.member, whole.count) == (SERIES, 139)


def test_a_small_number_of_councils_is_shown(inspection):
    outcomes(inspection, JUDGED)
    shown = measure(make_council(), [FigureQuery(BY_OUTCOME, "", When.at(DAY))], FIGURES).shown
    assert {value.mark for value in shown.values()} == {Mark.SHOWN}


def test_the_latest_comparison_by_the_date_counts_and_each_title_is_a_series(inspection):
    outcomes(inspection, JUDGED)
    outcomes(inspection, (("Good", 41),), as_at=date(2017, 5, 31))
    outcomes(inspection, (("Good", 50),), as_at=date(2017, 7, 31))
    outcomes(inspection, (("Yes", 7),), title="Visited again")
    told = {name: value.count for name, value in values(COMPARED).items()}
    assert told == {SERIES: 41, "inspection__visited-again": 7}
    assert {value.count for value in values(COMPARED, PUBLISHED).values()} == {139, 7}
    [recent] = values(COMPARED, since=date(2017, 5, 1)).values()
    assert recent.member == SERIES
    assert values(COMPARED, date(2017, 4, 29))[""].mark == Mark.NOT_RETURNED


def test_a_comparison_of_a_withdrawn_review_counts_for_nothing(inspection):
    outcomes(inspection, JUDGED)
    by = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    type(inspection).objects.filter(pk=inspection.pk).update(**by)
    assert values(BY_OUTCOME)[""].mark == Mark.NOT_RETURNED
    assert read_names(make_council())[1][BY_OUTCOME] == {}


def test_categories_that_are_quoted_alike_are_one(inspection):
    outcomes(inspection, (("Not yet judged", 3), ("Not yet: judged", 4), ("?", 1)))
    told = {value.label: value.count for value in values(BY_OUTCOME).values()}
    assert told == {"Judgements so far: Not yet judged": 7, "Judgements so far: ?": 1}


def test_each_is_found_by_its_label_and_leads_to_its_reviews(inspection):
    outcomes(inspection, JUDGED)
    names = read_names(make_council())[1]
    assert names[COMPARED] == {SERIES: "Judgements so far"}
    assert names[BY_OUTCOME][f"{SERIES}__outstanding"] == "Judgements so far: Outstanding"
    entry = Entry(1, BY_OUTCOME, *[""] * 9, member=f"{SERIES}__outstanding")
    address = records_behind(officer(), make_council(), entry)
    assert address.partition("?")[0] == reverse("reviews:list")
