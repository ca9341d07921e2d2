"""A return whose rows a newer one took over, once that one is gone: it is never counted short."""

from datetime import date, timedelta

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Return
from assurance.looked_after.operations import returns
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.looked_after.pages import errors
from tests.make.looked_after import LATE, OPEN, held_return, whole_return

pytestmark = pytest.mark.django_db
ON, DAY = date(2018, 6, 1), date(2017, 12, 4)
EARLIER = "8,15/05/2017,S,C2,N1,K2,PR4,01/06/2017,E4A,,,,"
TOOK_OVER = (
    "A newer return took rows of this one over, and was withdrawn or had its rows removed: "
    "withdraw this one too and bring its files in again to count."
)


def bring(*rows, council=None, on=ON):
    """Brings a return of these lines in."""
    council = council or make_council()
    return returns.read_return(
        council=council, whole=whole_return(*rows), by=officer(council), on=on
    )


def withdraw(held, on=ON):
    """Withdraws a return."""
    held.refresh_from_db()
    return returns.withdraw_return(
        record=held, version=held.version, because="The wrong year", by=officer(), on=on
    )


def remove(held, on=ON):
    """Removes the rows of a return."""
    return returns.remove_rows(record=held, version=held.version, by=officer(), on=on)


def count(held, day=DAY):
    """How many children a return says were looked after on a day."""
    return returns.count_census(held_return=held, day=day, by=officer(), on=ON).total


@pytest.mark.parametrize("goes", [withdraw, remove])
def test_a_return_whose_rows_went_with_a_newer_one_is_refused_a_count(client, goes):
    older = bring(OPEN, LATE)
    newer = bring(OPEN, LATE, EARLIER)
    assert count(older) == 1
    goes(newer)
    with pytest.raises(Refused) as refused:
        count(older, DAY + timedelta(1))
    assert (refused.value.field, refused.value.sentence) == ("day", TOOK_OVER)
    client.force_login(officer())
    typed = {"day_day": 5, "day_month": 12, "day_year": 2017}
    answer = client.post(f"/looked-after/returns/{older.pk}/count/", typed)
    assert errors(answer) == {"day": TOOK_OVER}


def test_once_both_are_withdrawn_the_files_are_read_again_and_count_as_before():
    older, newer = bring(OPEN, LATE), bring(OPEN, LATE, EARLIER)
    withdraw(newer)
    withdraw(older)
    again = bring(OPEN, LATE)
    assert count(again) == 1
    assert Census.objects.in_force().get(date=date(2018, 3, 31)).total == 2


def test_an_older_return_or_another_councils_that_went_takes_nothing_away():
    elsewhere = make_council("elsewhere")
    older = bring(OPEN, LATE)
    newer = bring(OPEN, LATE, EARLIER)
    remove(older)
    withdraw(bring(OPEN, LATE, council=elsewhere))
    assert count(newer) == 1


def test_a_return_read_later_and_as_new_takes_rows_with_it():
    held, later = held_return(), held_return()
    for said, is_short in (
        ({}, False),
        ({"rows_removed_on": ON}, True),
        ({"rows_removed_on": ON, "covers_to": date(2018, 3, 30)}, False),
        ({"rows_removed_on": ON, "covers_to": date(2019, 3, 31)}, True),
    ):
        Return.objects.filter(pk=later.pk).update(**said)
        assert Return.objects.gone_with_rows_of(held).exists() is is_short, said


def test_a_newer_return_read_before_takes_rows_with_it_only_if_it_goes_after():
    newer = held_return(covers_to=date(2019, 3, 31))
    held = held_return(created_on=ON)
    for gone, is_short in ((ON - timedelta(1), False), (ON + timedelta(1), True)):
        Return.objects.filter(pk=newer.pk).update(rows_removed_on=gone)
        assert Return.objects.gone_with_rows_of(held).exists() is is_short, gone
