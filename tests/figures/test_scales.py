"""Two sets of bands over the same ages, and a measure that overlaps groups: what a reader works out
between them is protected as what is printed is."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.figures.disclosure import protect
from assurance.figures.figure import FigureRequest, Mark, Unit, Value
from assurance.figures.likeness import between_limits
from assurance.looked_after.figures import FIGURES
from assurance.runtime.periods import When
from tests.cast import make_council
from tests.figures.attacker import DAY, figure
from tests.make import looked_after

pytestmark = pytest.mark.django_db
NATIONAL, OWN = "looked_after.age_band", "looked_after.local_age_band"
ON = date(2017, 12, 1)


def band(key, first, last, count):
    """The count of a band of ages."""
    own = Value(key, str(first), DAY, count, 100, Unit.CHILDREN, evidence="e", threshold=3)
    return replace(own, limits=(first, last))


ONE = [band("x.a", 0, 9, 30), band("x.a", 10, 15, 23), band("x.a", 16, None, 47)]


@pytest.mark.parametrize(
    ("own", "is_few"),
    [
        # Under 14 less under 10 are the 3 who are 10 to 13.
        ([band("x.b", 0, 13, 33), band("x.b", 14, None, 67)], True),
        ([band("x.b", 0, 13, 34), band("x.b", 14, None, 66)], False),
        ([band("x.b", 0, 13, 30), band("x.b", 14, None, 70)], False),
        ([band("x.b", 0, 9, 30), band("x.b", 10, None, 70)], False),
    ],
)
def test_few_between_the_limits_of_two_sets_hide_both(own, is_few):
    values = [*ONE, *own]
    every = {item.identity for item in values}
    assert between_limits(values) == (every if is_few else set())
    figures = {key: figure(key, has_members=True) for key in ("x.a", "x.b")}
    public = protect({item.identity: item for item in values}, figures)
    assert {item.mark for item in public.values()} == {Mark.WITHHELD if is_few else Mark.SHOWN}


def test_sets_of_other_days_and_one_set_alone_are_left():
    later = [replace(item, evidence="f") for item in (band("x.b", 0, 13, 33),)]
    assert between_limits([*ONE, *later]) == between_limits(ONE) == set()


def asked(**parts):
    """Key of a figure → its answer, of a counted census."""
    council = make_council()
    looked_after.local_bands(council=council)
    held = looked_after.held_return(council=council)
    looked_after.census(date=ON, total=100, parts=parts, held_return=held, council=council)
    query = FigureRequest(council, When.at(ON))
    return {item.key: item.measure(query) for item in FIGURES}


def test_bands_of_a_count_have_their_limits():
    answers = asked(age={"8": 50, "11": 3, "14": 47}, placement_code={"U1/": 100})
    values = [*answers[NATIONAL].values(), *answers[OWN].values()]
    assert {item.limits for item in values if item.key == OWN} == {(0, 13), (14, 15), (16, None)}
    assert {item.key for item in values if item.identity in between_limits(values)} == {
        NATIONAL,
        OWN,
    }


@pytest.mark.parametrize(("own_home", "rest"), [(3, 3), (0, 0), (9, 9)])
def test_a_measure_knows_what_it_leaves_of_the_groups_that_it_overlaps(own_home, rest):
    codes = {"U1/": 80 - own_home, "K2/PR4": 20, "K2/PR1": own_home}
    answers = asked(age={"8": 100}, placement_code=codes)
    [measure] = answers["looked_after.external_residential"].values()
    assert (measure.count, measure.rest) == (20, rest)
    values = {
        item.identity: item
        for key in ("children", "placement", "external_residential")
        for item in answers[f"looked_after.{key}"].values()
    }
    public = protect(values, {item.key: item for item in FIGURES})
    assert (public[measure.identity].mark == Mark.WITHHELD) == (own_home == 3)


def test_an_entered_count_leaves_no_rest_where_some_children_are_in_no_group():
    council = make_council()
    for day, loose in ((ON, 0), (date(2017, 12, 2), 4)):
        placed = {"childrens_home": 23, "foster_own": 77 - loose, "not_broken_down": loose}
        parts = {"parts": {"placement": placed}, "measures": {"external_residential": 20}}
        looked_after.census(date=day, total=100, council=council, **parts)
        query = FigureRequest(council, When.at(day))
        own = next(item for item in FIGURES if item.key == "looked_after.external_residential")
        assert own.measure(query)[""].rest == (None if loose else 3)
