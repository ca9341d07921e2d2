"""Which days can be answered, and from what: a census in force, or the rows of a held return."""

from datetime import date, timedelta

import pytest

from assurance.looked_after.models.positions import (
    AvailableDates,
    held_for,
    movement_between,
    return_telling_of,
    standing_on,
)
from assurance.looked_after.models.queries import by_placement
from tests.cast import make_council, officer
from tests.make import looked_after

OPENS, CLOSES = date(2017, 3, 31), date(2018, 3, 31)
DAY, ONE = date(2017, 9, 15), timedelta(days=1)
TODAY = date(2018, 7, 1)

pytestmark = pytest.mark.django_db


def gone(**said):
    """What makes a return one that is withdrawn."""
    return {"withdrawn_on": TODAY, "withdrawn_by": officer(), "withdrawn_because": "Wrong", **said}


def test_a_day_is_answered_from_the_first_of_the_cover_to_the_last():
    looked_after.episode(decom=date(2016, 1, 1))
    council = make_council()
    assert [standing_on(council, day) is not None for day in
            (OPENS - ONE, OPENS, DAY, CLOSES, CLOSES + ONE)] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_a_census_in_force_goes_before_the_rows_and_one_replaced_or_withdrawn_does_not():
    looked_after.episode()
    looked_after.census(date=DAY, total=41, replaced_on=TODAY)
    looked_after.census(date=DAY, total=42, edition=2, **gone())
    assert standing_on(make_council(), DAY).total == 1
    looked_after.census(date=DAY, total=40, edition=3)
    found = standing_on(make_council(), DAY)
    assert (found.total, found.counted, found.source) == (40, False, "Monthly performance report")
    assert standing_on(make_council(), DAY + ONE).total == 1


def test_what_is_counted_now_names_its_return_and_has_every_breakdown():
    held = looked_after.held_return()
    looked_after.episode(held_return=held)
    looked_after.episode(held_return=held, place="K2", place_provider="PR1", ls="V2")
    looked_after.episode(held_return=held, ls="V4")
    found = standing_on(make_council(), DAY)
    assert found.source == f"Counted now from the {held}"
    assert (found.pk, found.total) == (None, 2)
    assert found.counts["placement_code"] == {"U4/PR4": 1, "K2/PR1": 1}
    assert found.counts["legal_status"] == {"C2": 1, "V2": 1}
    members = by_placement(found, make_council()).members
    assert members["agency_foster"].count == members["childrens_home"].count == 1


def test_the_population_is_called_as_the_council_calls_it():
    looked_after.episode()
    assert standing_on(make_council(), DAY).cohort == "Children looked after"
    looked_after.children_looked_after(title="Children in our care")
    assert standing_on(make_council(), DAY).cohort == "Children in our care"


def test_the_newest_return_with_its_rows_tells_of_a_day_and_none_that_is_gone():
    looked_after.episode(held_return=looked_after.held_return(**gone()))
    assert return_telling_of(make_council(), DAY) is None
    looked_after.episode(held_return=looked_after.held_return(rows_removed_on=TODAY))
    assert standing_on(make_council(), DAY) is None
    assert held_for(make_council()) == AvailableDates((), ())
    for _ in ("older", "newer"):
        held = looked_after.held_return()
        looked_after.episode(held_return=held)
        assert return_telling_of(make_council(), DAY) == held
        assert standing_on(make_council(), DAY).total == 1
    looked_after.held_return(**gone())
    assert return_telling_of(make_council(), DAY) == held, "its rows are its own"


def test_a_closing_day_is_that_of_its_own_year_even_where_the_next_one_opens_on_it():
    own = looked_after.held_return()
    looked_after.episode(held_return=own)
    later = looked_after.held_return(
        year_end=date(2019, 3, 31), covers_from=CLOSES, covers_to=date(2019, 3, 31)
    )
    for _ in range(2):
        looked_after.episode(held_return=later)
    assert return_telling_of(make_council(), CLOSES) == own
    assert standing_on(make_council(), CLOSES).total == 1
    assert standing_on(make_council(), CLOSES + ONE).total == 2


def test_another_councils_rows_and_censuses_are_not_ours():
    elsewhere = make_council("elsewhere")
    looked_after.episode(child=looked_after.child(council=elsewhere))
    looked_after.census(council=elsewhere, date=DAY)
    assert standing_on(make_council(), DAY) is None
    assert held_for(make_council()) == AvailableDates((), ())
    assert standing_on(elsewhere, DAY).total == 188


def test_the_days_of_censuses_that_no_cover_holds_are_told_apart():
    looked_after.held_return()
    for day in (date(2015, 12, 1), DAY, date(2014, 12, 1)):
        looked_after.census(date=day)
    held = held_for(make_council())
    assert held.spans == ((OPENS, CLOSES),)
    assert held.days == (DAY, date(2015, 12, 1), date(2014, 12, 1))
    assert held.other_days == [date(2015, 12, 1), date(2014, 12, 1)]


@pytest.mark.parametrize(
    ("spans", "days", "latest"),
    [
        ((), (), None),
        (((OPENS, CLOSES),), (), CLOSES),
        (((OPENS, date(2019, 3, 31)),), (), TODAY),
        (((TODAY + ONE, date(2019, 3, 31)),), (), None),
        (((OPENS, CLOSES),), (CLOSES + ONE,), CLOSES + ONE),
        ((), (TODAY + ONE, DAY), DAY),
    ],
)
def test_the_latest_day_is_never_one_to_come(spans, days, latest):
    assert AvailableDates(spans, days).latest(TODAY) == latest


def test_a_movement_needs_rows_of_both_days():
    looked_after.episode()
    council = make_council()
    assert movement_between(council, OPENS - ONE, DAY) is None
    assert movement_between(council, OPENS, CLOSES + ONE) is None
    assert movement_between(make_council("elsewhere"), OPENS, DAY) is None
    assert movement_between(council, OPENS, DAY).new == 1


def test_a_child_who_came_on_the_first_day_is_of_the_start_and_on_the_last_of_the_end():
    held = looked_after.held_return()
    for decom, dec in (
        (OPENS, DAY),
        (OPENS - ONE, OPENS),
        (OPENS + ONE, None),
        (DAY, None),
        (DAY + ONE, None),
        (OPENS, DAY + ONE),
    ):
        looked_after.episode(held_return=held, decom=decom, dec=dec, rec="E4A" if dec else "")
    one = movement_between(make_council(), OPENS, DAY)
    assert (one.at_start, one.gone, one.new, one.at_end) == (2, 1, 2, 3)
    assert (one.starts, one.ends) == (2, 1)


def test_a_child_who_left_and_came_back_is_in_the_codes_alone():
    held, who = looked_after.held_return(), looked_after.child()
    looked_after.episode(child=who, held_return=held, decom=OPENS, dec=DAY, rec="E4A")
    looked_after.episode(child=who, held_return=held, decom=DAY + ONE)
    one = movement_between(make_council(), OPENS, DAY + ONE)
    assert (one.gone, one.new, one.starts, one.ends, one.gap) == (0, 0, 1, 1, 0)


def test_movements_run_on_from_one_return_to_the_next():
    first = looked_after.held_return()
    second = looked_after.held_return(
        year_end=date(2019, 3, 31), covers_from=CLOSES, covers_to=date(2019, 3, 31)
    )
    looked_after.episode(held_return=first, dec=date(2017, 12, 1), rec="E4A")
    looked_after.episode(held_return=second, decom=date(2018, 6, 1))
    one = movement_between(make_council(), date(2017, 7, 1), date(2018, 12, 1))
    assert (one.at_start, one.gone, one.new, one.starts, one.ends) == (1, 1, 1, 1, 1)
