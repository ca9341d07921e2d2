"""What papers promised stands before who writes them, and in their calendar, and before nobody
else."""

from datetime import date, timedelta

import pytest

from reports.language.rules import due_dates
from reports.tasks.all_tasks import needs_of
from reports.tasks.dates import dates_of
from tests import cast
from tests.make.promised import commitment

pytestmark = pytest.mark.django_db
DAY, ONE = date(2016, 3, 31), timedelta(days=1)


def test_a_promise_past_its_day_is_late_and_one_of_this_month_is_to_do(client):
    late = commitment(what="Late", due_on=DAY - ONE)
    commitment(what="Now", due_on=DAY)
    commitment(what="Soon", due_on=DAY + 31 * ONE)
    commitment(what="Far", due_on=DAY + 32 * ONE)
    commitment(what="Kept", due_on=DAY, state=due_dates.MET, answered_on=DAY)
    commitment(what="Next", due_on=None, due_to=due_dates.NEXT)
    clerk = cast.clerk()
    found = [(one.words, one.late) for one in needs_of(clerk, DAY)]
    assert found == [("Late", True), ("Now", False), ("Soon", False)]
    told = needs_of(clerk, DAY)[0]
    assert told.hint == "Commitment in the report of January 2016, due by 30 March 2016"
    client.force_login(clerk)
    assert client.get(told.address).status_code == 200
    days = [(one.on, one.words, one.key) for one in dates_of(clerk, DAY)]
    assert (DAY - ONE, "Commitment: Late", f"commitment-{late.pk}") in days
    assert {"Commitment: Far", "Commitment: Next"} & {words for _, words, _ in days} == {
        "Commitment: Far"
    }
    assert not any("Late" in one.words for one in dates_of(clerk, DAY + 366 * ONE))
    for other in (cast.approver(), cast.officer(), cast.clerk(cast.make_council("elsewhere"))):
        assert needs_of(other, DAY) == []
        assert not any("Commitment" in one.words for one in dates_of(other, DAY))
