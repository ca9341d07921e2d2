"""What the breach page counts is what the pages of each role list; roles count when they were
really in force."""

from datetime import date

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from assurance.accounts.access import GRANTS, Permission, Role
from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.models.accounts import Grant, User
from assurance.accounts.operations import deactivate, reactivate
from assurance.records import history
from assurance.registers.declaration import REGISTERS
from assurance.registers.forms import EVERY
from assurance.runtime.typography import with_capital
from bench.list_queries import FILLS, filled
from reports.data_protection.reach.answers import answer
from reports.data_protection.reach.lists import IN_REGISTER, open_lists
from reports.data_protection.reach.roles import all_spans
from tests import cast

FIRST, LAST = date(2016, 1, 1), date(2019, 12, 31)
# Lists on pages that no register makes: the words on the breach page → the page.
OWN_PAGES = {
    "Accounts, with names and addresses": "accounts:list",
    "Returns, without children’s rows": "looked_after:return-list",
    "Imports of files": "imports:list",
    "Reports, with drafts": "editor:list",
    "Requests for other formats": "published:other-format-list",
    "Lines of the access log": "data_protection:log",
}
# Permissions whose pages list nothing: they change what another permission opens, or public pages.
LIST_NOTHING = {
    *(Permission.RECORD_SURVEYS, Permission.RECORD_MATTERS),
    *(Permission.REMOVE_EDITIONS, Permission.CHECK_ISSUED, Permission.APPROVE_PAPERS),
    *(Permission.SEE_HOME, Permission.KEEP_OWN_ACCOUNT, Permission.READ_ISSUED),
    Permission.READ_CHECKS,
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def full_council():
    """Three rows of every list, entered before `LAST` where they say when."""
    for name in FILLS:
        filled(name, 3)
    for register in REGISTERS:
        if hasattr(register.model, "created_on"):
            register.model.objects.update(created_on=FIRST)
    return cast.make_council()


def name_of(register):
    """What the breach page calls the list of a register."""
    is_people = register.namespace == "dbs" and not register.name
    return IN_REGISTER if is_people else with_capital(register.plural)


def listed_on_page(client, item, register):
    """How many rows the page of a list has; None where no page of its own lists them."""
    if register and register.columns and not register.parent:
        page = client.get(register.address("list"), {"withdrawn": EVERY}).context["page"]
        return page.paginator.count
    if item.what in OWN_PAGES:
        context = client.get(reverse(OWN_PAGES[item.what])).context
        return len(context["rows"]) if "rows" in context else context["page"].paginator.count
    return None


@pytest.mark.parametrize("role", Role)
def test_each_count_is_that_of_the_page_which_the_role_opens(full_council, role):
    user = cast.make_user(role)
    log_access(user, LoggedAccess.EXPORT, "people", 1)
    LoggedAccess.objects.update(at=f"{FIRST}T12:00+00:00")
    client = Client()
    client.force_login(user)
    result = answer(user, FIRST, LAST)
    counts = {row.what: row.count for row in (*result.reaches, *result.others)}
    # Other tests register kinds of their own, whose pages have no address here.
    known = [item for item in REGISTERS if item.namespace in get_resolver().namespace_dict]
    registers = {(item.reads_with, name_of(item)): item for item in known}
    checked = 0
    for item in open_lists():
        if item.permission in GRANTS[role]:
            register = registers.get((item.permission, item.what))
            number = listed_on_page(client, item, register)
            if number is not None:
                assert counts.get(item.what, 0) == number, item.what
                checked += number > 0
    assert bool(checked) is (role not in (Role.MEMBER,))


def test_every_permission_opens_a_list_or_is_known_to_open_none():
    listed = {item.permission for item in open_lists()}
    assert listed | LIST_NOTHING == set(Permission)
    assert not listed & LIST_NOTHING


def test_a_lead_reaches_everybody_and_an_administrator_every_account(full_council):
    lead, admin = cast.data_protection_lead(), cast.administrator()
    counts = {row.what: row.count for row in answer(lead, FIRST, LAST).reaches}
    accounts = User.objects.filter(council=full_council).count()
    assert counts["For access requests and erasure: accounts"] == accounts
    assert counts["For access requests and erasure: people in the DBS register"] > 0
    [row] = [row for row in answer(admin, FIRST, LAST).reaches if "Accounts" in row.what]
    assert row.count == accounts == len(row.names)


def noted(what, user, on, before, after):
    changes = history.changes(before, after, Grant.personal)
    history.record(f"accounts.{what}", about=user, by=user, on=on, changes=changes)


def test_a_role_dated_back_counts_from_when_it_was_entered_to_when_its_end_was():
    user, entered, ended = cast.make_user(), date(2018, 5, 1), date(2019, 3, 2)
    names = {"role": "officer", "subject": ""}
    grant = Grant.objects.create(
        user=user, from_date=date(1999, 1, 1), to_date=date(2000, 1, 1), **names
    )
    noted("add_grant", user, entered, {}, {**names, "from_date": grant.from_date})
    noted("end_grant", user, ended, names, {"to_date": grant.to_date})
    other = Grant.objects.create(
        user=user, role="clerk", from_date=date(2017, 1, 1), to_date=date(2019, 1, 1)
    )
    spans = all_spans(user, FIRST, LAST)
    assert spans[Permission.RECORD_DBS] == [(entered, ended)]
    assert spans[Permission.COMPOSE_PAPERS] == [(other.from_date, other.to_date)]
    [row] = [row for row in answer(user, FIRST, LAST).reaches if row.what == IN_REGISTER]
    assert row.when == "1 May 2018 to 2 March 2019"


def test_a_stopped_account_could_see_nothing_until_it_was_let_in_again():
    user, by = cast.make_user(Role.DATA_PROTECTION), cast.administrator()
    first, last = date(2020, 2, 1), date(2020, 2, 28)
    everything = [(first, last)]
    assert all_spans(user, first, last)[Permission.PROTECT_DATA] == everything
    deactivate(user=user, by=by, on=date(2020, 2, 5))
    stopped = User.objects.get(pk=user.pk)
    assert all_spans(stopped, first, last)[Permission.PROTECT_DATA] == [(first, date(2020, 2, 5))]
    assert all_spans(stopped, date(2020, 2, 6), last)[Permission.PROTECT_DATA] == []
    assert answer(stopped, date(2020, 2, 6), last).reaches == []
    reactivate(user=stopped, by=by, on=date(2020, 2, 20))
    spans = all_spans(stopped, first, last)[Permission.PROTECT_DATA]
    assert spans == [(first, date(2020, 2, 5)), (date(2020, 2, 20), last)]
    assert all_spans(stopped, first, date(2020, 2, 3))[Permission.PROTECT_DATA] == [
        (first, date(2020, 2, 3))
    ]
