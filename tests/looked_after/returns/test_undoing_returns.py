"""Undoing a return: every row and census as it was before, or a sentence that says why not."""

from datetime import date

import pytest
from django.db import transaction

from assurance.imports import operations
from assurance.imports.run.lifecycle import why_not_undo
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.replaced import ReplacedReturn
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import returns
from assurance.records.refusals import Refused
from tests.cast import officer
from tests.imports.registers import everything
from tests.looked_after.returns.test_importing_returns import HEAD, ON, SMALL, imported
from tests.make import compared, looked_after
from tests.make.looked_after import EPISODES, LATE, OPEN, UASC, csv

pytestmark = pytest.mark.django_db


def test_undoing_a_return_leaves_every_row_as_it_was_before():
    officer()
    nothing = everything()
    first = imported({**SMALL, "uasc.csv": csv(UASC, "7,1,05/05/2010,05/05/2028")})
    census = Census.objects.in_force().get(date=date(2017, 6, 30))
    cost = looked_after.UnitCost.objects.create(
        census=census, group="agency_foster", pounds=9, source="Finance"
    )
    place = compared.location(census=census, children=1)
    before = everything()
    # Another child, a changed end of an episode that the first return carried, another mark.
    more = csv(
        EPISODES, OPEN.replace("U4", "U1"), LATE, "8,01/06/2017,S,C2,N1,U4,PR4,01/09/2017,E4A,,,,"
    )
    marks = csv(UASC, "7,1,05/05/2010,06/06/2018", "8,2,05/05/2003,")
    second = imported({**HEAD, "episodes.csv": more, "uasc.csv": marks})
    offer = CountOffer.objects.beside(census).get()
    newer = returns.take_offer(record=offer, by=officer(), on=ON)
    assert (census.total, newer.total) == (1, 2)
    assert [one.pounds for one in newer.unit_costs.all()] == [9]
    assert everything() != before
    assert "was read after this one" in why_not_undo(first)
    operations.undo(run=second, by=officer(), on=ON)
    assert everything() == before
    # What was entered since beside a census stands in the way of the first.
    assert "Unit costs were entered since with the count of 30 June 2017." in why_not_undo(first)
    cost.delete()
    assert "locations were entered since" in why_not_undo(first)
    place.delete()
    operations.undo(run=first, by=officer(), on=ON)
    assert everything() == nothing


@pytest.mark.long
def test_undoing_puts_rows_back_that_an_older_return_carried_first():
    later, earlier = (csv(EPISODES, OPEN, one) for one in (LATE, LATE.replace("K2", "K1")))
    imported({**HEAD, "episodes.csv": later})
    before = everything()
    run = imported({**HEAD, "episodes.csv": earlier, "uasc.csv": csv(UASC, "7,1,05/05/2010,")})
    assert everything() != before
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


def test_a_census_that_was_corrected_by_hand_since_stands_in_the_way():
    run = imported(SMALL)
    census = Census.objects.in_force().get(date=date(2017, 6, 30))
    census.replaced_on = ON
    census.save()
    looked_after.census(
        council=census.council, cohort=census.cohort, date=census.date, total=7, edition=2
    )
    before = everything()
    assert "The count of 30 June 2017 was corrected since." in why_not_undo(run)
    with pytest.raises(Refused, match="corrected since"):
        operations.undo(run=run, by=officer(), on=ON)
    assert everything() == before


@pytest.mark.long
def test_a_census_counted_later_goes_with_its_return_which_can_be_imported_again():
    officer()
    nothing = everything()
    run = imported(SMALL)
    held = Return.objects.get()
    returns.count_census(held_return=held, day=date(2017, 12, 24), by=officer(), on=ON)
    operations.undo(run=run, by=officer(), on=ON)
    assert everything() == nothing
    imported(SMALL)
    assert Census.objects.in_force().get(date=date(2018, 3, 31)).total == 2


@pytest.mark.long
def test_what_a_newer_return_took_over_is_not_put_back_by_halves_and_goes_with_its_rows():
    run = imported(SMALL)
    second = imported({**HEAD, "episodes.csv": csv(EPISODES, OPEN, LATE.replace("K2", "K1"))})
    first, newer = Return.objects.order_by("pk")
    with transaction.atomic():
        returns.withdraw_return(record=newer, version=1, because="Wrong", by=officer(), on=ON)
        assert "read after this one, was withdrawn since" in why_not_undo(run)
        transaction.set_rollback(True)
    assert ReplacedReturn.objects.count() == 2
    returns.remove_rows(record=first, version=1, by=officer(), on=ON)
    assert not ReplacedReturn.objects.exists()
    assert "is no longer kept" in why_not_undo(second)


def test_a_return_without_rows_or_withdrawn_cannot_be_undone():
    run = imported(SMALL)
    held = Return.objects.get()
    returns.remove_rows(record=held, version=1, by=officer(), on=ON)
    assert "rows of this return were removed" in why_not_undo(run)
    held.refresh_from_db()
    returns.withdraw_return(record=held, version=2, because="Wrong", by=officer(), on=ON)
    assert "withdrawn already" in why_not_undo(run)
