"""The clock of the database is one for all, whatever the clock of a worker's machine shows."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from assurance.runtime.databases.clock import database_moment

pytestmark = pytest.mark.django_db
A_WHILE = timedelta(seconds=90)


def test_the_moment_is_now_in_utc_and_goes_on_within_a_transaction(monkeypatch):
    before, now = timezone.now(), database_moment()
    assert now.tzinfo is UTC and abs(now - before) < A_WHILE
    later = database_moment()
    while later == now:
        later = database_moment()
    assert later > now
    monkeypatch.setattr(timezone, "now", lambda: before + timedelta(hours=1))
    assert abs(database_moment() - before) < A_WHILE
