"""How long children's rows of returns are kept is one answer on every page."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.looked_after.row_periods import NO_POLICY, period_end, row_state
from reports.data_protection import rules
from reports.data_protection.refusals import why_not_erase
from reports.data_protection.schedule import apply_schedule
from reports.data_protection.subjects import of_child
from tests import cast
from tests.make import data_protection as make
from tests.make import looked_after

READ, BEFORE, DUE = date(2018, 6, 1), date(2019, 5, 31), date(2019, 6, 1)
pytestmark = pytest.mark.django_db


def state_on(record, day):
    return row_state(record, period_end(record.council, day), day)


def test_rows_are_kept_until_the_policy_ends_and_due_from_then():
    child = looked_after.episode().child
    record = child.episodes.get().held_return
    assert state_on(record, DUE) == NO_POLICY
    assert "No retention policy for them has been added" in why_not_erase(of_child(child), BEFORE)
    make.policy(rules.CHILD_ROWS)
    assert state_on(record, BEFORE) == "Kept until 1 June 2019"
    assert "still needs these rows until 1 June 2019" in why_not_erase(of_child(child), BEFORE)
    assert state_on(record, DUE) == "Due for removal since 1 June 2019"
    assert why_not_erase(of_child(child), DUE) == ""
    apply_schedule(record.council, by=cast.data_protection_lead(), on=BEFORE)
    record.refresh_from_db()
    assert record.holds_rows
    apply_schedule(record.council, by=cast.data_protection_lead(), on=DUE)
    record.refresh_from_db()
    assert state_on(record, DUE) == "Removed on 1 June 2019"


def test_the_list_and_the_page_of_a_return_have_the_same_words(client, settings):
    settings.CANDOUR_TODAY = "2020-02-18"
    record = looked_after.held_return()
    make.policy(rules.CHILD_ROWS)
    client.force_login(cast.officer())
    for address in (
        reverse("looked_after:return-list"),
        reverse("looked_after:return-record", args=[record.pk]),
    ):
        page = client.get(address).content.decode()
        assert "Due for removal since 1 June 2019" in page and "Kept until" not in page
