"""A file that was withdrawn by mistake is attached again by who withdrew it, for a day."""

from datetime import timedelta

import pytest
from django.urls import reverse

from assurance.attachments.models import Attachment
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.history_chain import damage
from assurance.records.refusals import Refused
from assurance.runtime.periods import this_moment
from tests.cast import make_council, officer
from tests.make import attachments

pytestmark = pytest.mark.django_db
ON = attachments.date(2017, 2, 9)
MAKERS = {"reviews": attachments.attachment, "actions": attachments.of_action}


@pytest.fixture
def user(db):
    return officer()


@pytest.fixture
def browser(client, user):
    client.force_login(user)
    return client


def withdrawn(by, record=None):
    """A file that `by` has withdrawn."""
    record = record or attachments.attachment()
    values = {"version": record.version, "because": "The wrong letter", "by": by, "on": ON}
    return operations.withdraw(record=record, **values)


def undone(record, by, **more):
    values = {"version": record.version, "at": this_moment(), "by": by, "on": ON, **more}
    return operations.undo_withdrawal(record=record, **values)


@pytest.mark.parametrize("reads", MAKERS)
def test_the_page_of_a_withdrawn_file_undoes_it_by_one_press(browser, user, reads):
    record = withdrawn(user, MAKERS[reads]())
    here = reverse(f"attachments:{reads}-record", args=[record.pk])
    page = browser.get(here).content.decode()
    assert "Undo the withdrawal" in page and "you can undo it until" in page
    answer = browser.post(f"{here}undo/", {"version": record.version}, follow=True)
    page = answer.content.decode()
    assert "the file is attached again" in page and "Download the file" in page
    assert "Undo the withdrawal" not in page
    assert browser.get(f"{here}file/").content == attachments.LETTER
    entry = HistoryEntry.objects.about(record).first()
    assert entry.what == "attachments.undo_withdrawal"
    assert damage(make_council().slug) is None
    # A second press, and one of a page that was open too long, say why.
    for version in (record.version, ""):
        again = browser.post(f"{here}undo/", {"version": version}, follow=True)
        assert again.status_code == 200 and "govuk-notification" in again.content.decode()
    assert Attachment.objects.active().count() == 1


def test_nobody_else_and_nobody_after_a_day_undoes_it(client, user):
    record = withdrawn(user)
    other = officer()
    with pytest.raises(Refused, match="Only the person who withdrew"):
        undone(record, other)
    with pytest.raises(Refused, match="could be undone until"):
        undone(record, user, at=this_moment() + timedelta(days=1, minutes=1))
    client.force_login(other)
    page = client.get(reverse("attachments:reviews-record", args=[record.pk])).content.decode()
    assert "Undo the withdrawal" not in page


def test_a_file_attached_anew_or_a_record_that_is_gone_keeps_it_withdrawn(browser, user):
    record = withdrawn(user)
    attachments.attachment(review=record.review)
    with pytest.raises(Refused, match="attached already"):
        undone(record, user)
    page = browser.get(reverse("attachments:reviews-record", args=[record.pk])).content.decode()
    assert "This file is attached already" in page and "Undo the withdrawal" not in page
    elsewhere = withdrawn(user)
    type(elsewhere.review).objects.filter(pk=elsewhere.review.pk).update(
        withdrawn_on=ON, withdrawn_by=user, withdrawn_because="Twice"
    )
    elsewhere.refresh_from_db()
    with pytest.raises(Refused, match="was withdrawn"):
        undone(elsewhere, user)
