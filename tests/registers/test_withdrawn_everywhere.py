"""What was withdrawn, on every list and file; and two people who withdraw one record at once."""

import csv
import io
import re

import pytest
from django.test import Client

from assurance.records.history import HistoryEntry
from tests.cast import ROLES, make_council, make_user
from tests.registers.test_every_register import LISTED, WITHDRAWN, made

pytestmark = [pytest.mark.django_db]
every_withdrawn = pytest.mark.parametrize("register", WITHDRAWN)
WITHDRAWN_AND_LISTED = [case for case in WITHDRAWN if case in LISTED]
NESTED = [case for case in WITHDRAWN if case not in LISTED]
WHY = "Entered for another council"


@pytest.fixture
def client(db):
    """Somebody with every role in the usual council."""
    client = Client()
    client.force_login(make_user(*ROLES, council=make_council()))
    return client


def withdraw(client, register, record, version=None):
    """Withdraws a record by its page, as it was seen at `version`."""
    typed = {"because": WHY, "version": version or record.version}
    return client.post(register.address("withdraw", record.pk), typed)


def listed(client, register, asked=""):
    """The keys of the records on the list, and how many rows its file has."""
    page = client.get(f"{register.address('list')}{asked}")
    file = client.get(f"{register.address('csv')}{asked}").content.decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(file))
    return [line["record"].pk for line in page.context["lines"]], len(rows)


@pytest.mark.parametrize("register", WITHDRAWN_AND_LISTED)
def test_a_withdrawn_record_leaves_the_list_and_its_file_and_can_be_asked_for(register, client):
    record = made(register)
    assert listed(client, register) == ([record.pk], 1)
    assert listed(client, register, "?withdrawn=withdrawn") == ([], 0)
    assert withdraw(client, register, record).status_code == 302
    assert listed(client, register) == ([], 0)
    assert listed(client, register, "?withdrawn=withdrawn") == ([record.pk], 1)
    assert listed(client, register, "?withdrawn=every") == ([record.pk], 1)


@pytest.mark.parametrize("register", NESTED)
def test_what_lies_within_a_record_leaves_its_page_or_is_marked_there(register, client):
    record = made(register)
    address, home = register.address("record", record.pk), register.home_of(record)
    assert f'href="{address}"' in client.get(home).content.decode()
    withdraw(client, register, record)
    _, link, beside = client.get(home).content.decode().partition(f'href="{address}"')
    assert not link or re.match(r"[^<]*</a>\s*<strong[^>]*>Withdrawn<", beside)
    assert WHY in client.get(address).content.decode()


@every_withdrawn
def test_the_second_of_two_who_withdraw_is_told_and_may_look_again(register, client):
    record = made(register)
    register.model.objects.filter(pk=record.pk).update(version=record.version + 1)
    told = HistoryEntry.objects.count()
    answer = withdraw(client, register, record, record.version)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Someone else changed this record" in page and WHY in page
    record.refresh_from_db()
    assert not record.is_withdrawn and HistoryEntry.objects.count() == told
    seen = answer.context["form"]["version"].value()
    assert int(seen) == record.version
    assert withdraw(client, register, record, seen).status_code == 302
    record.refresh_from_db()
    assert record.withdrawn_because == WHY


@every_withdrawn
def test_a_record_is_not_withdrawn_twice_nor_changed_afterwards(register, client):
    record = made(register)
    withdraw(client, register, record)
    record.refresh_from_db()
    answer = withdraw(client, register, record)
    assert answer.status_code == 200
    [sentences] = answer.context["form"].errors.values()
    assert any("withdrawn" in one for one in sentences)
    shown = client.get(register.address("record", record.pk)).context
    assert (shown["change"], shown["withdraw"]) == ("", "")
    assert not any(row["change"] for row in shown["rows"])


@every_withdrawn
@pytest.mark.parametrize("because", ["", "   ", "\t\n"])
def test_a_withdrawal_without_a_reason_is_refused_in_one_sentence(register, client, because):
    record = made(register)
    typed = {"because": because, "version": record.version}
    answer = client.post(register.address("withdraw", record.pk), typed)
    assert answer.context["form"].errors == {"because": ["Say why the record is withdrawn"]}
    record.refresh_from_db()
    assert not record.is_withdrawn


@every_withdrawn
@pytest.mark.parametrize("version", ["", "none", "1.5"])
def test_a_withdrawal_that_does_not_say_what_was_seen_is_refused(register, client, version):
    record = made(register)
    typed = {"because": WHY, "version": version}
    answer = client.post(register.address("withdraw", record.pk), typed)
    assert answer.status_code == 200 and "Open the page again" in answer.content.decode()
    record.refresh_from_db()
    assert not record.is_withdrawn
