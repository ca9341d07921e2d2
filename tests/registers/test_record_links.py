"""The page of a record leads to every record that it points to, for readers who may open those."""

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from assurance.accounts.access import may
from assurance.accounts.models.accounts import User
from assurance.audits.views.case_audits import AUDITS
from assurance.registers.record_page.links import addresses_of
from assurance.registers.record_page.summary import summary_of
from reports.papers.models.papers import Paper
from tests import cast
from tests.cast import ROLES, make_council, make_user
from tests.make import audits, papers, people
from tests.page_requests import browser_of
from tests.registers.test_every_register import REGISTERS, made

pytestmark = pytest.mark.django_db
# What no page shows: who wrote it down, which the history of the record names; the chair and
# members that forums alone have; a repeated finding of the same date, as earlier ones are shown.
UNSHOWN = {
    *("marked_done_by", "remedy_recorded_by", "set_aside_recorded_by"),
    *("committee.chair", "committee.members", "finding.said_before"),
}
# Rows that a maker of pages does not make.
MAKERS = {User: cast.officer, Paper: papers.paper}


def relations(register):
    """The fields of a register's model that point to rows with a page of their own."""
    fields = [*register.model._meta.fields, *register.model._meta.many_to_many]
    named = [f for f in fields if f.is_relation and f.name not in ("council", "withdrawn_by")]
    shown = [f for f in named if not {f.name, f"{register.name}.{f.name}"} & UNSHOWN]
    return [field for field in shown if has_page(field.related_model)]


def has_page(model):
    """True where rows of `model` have a page."""
    registers = {case.values[0].model for case in REGISTERS}
    return model in registers or model in MAKERS


def filled(record, field):
    """The row that `field` of `record` points to, made where there is none; None where the table
    refuses one that is made."""
    if field.many_to_many:
        manager = getattr(record, field.name)
        manager.set(manager.all() or [row_of(field.related_model)])
        return manager.first()
    if getattr(record, field.name) is None:
        row = row_of(field.related_model)
        try:
            with transaction.atomic():
                type(record)._base_manager.filter(pk=record.pk).update(**{field.name: row})
        except DatabaseError:
            return None
        record.refresh_from_db()
    return getattr(record, field.name)


def row_of(model):
    """A row of `model` in the usual council."""
    if model in MAKERS:
        return MAKERS[model](council=make_council())
    register = next(case.values[0] for case in REGISTERS if case.values[0].model is model)
    return made(register)


@pytest.mark.parametrize("register", REGISTERS)
def test_a_page_leads_to_all_that_its_record_points_to(register):
    record, keeper = made(register), make_user(*ROLES, council=make_council())
    rows = [row for field in relations(register) if (row := filled(record, field))]
    client = Client()
    client.force_login(keeper)
    page = client.get(register.address("record", record.pk)).content.decode()
    addresses = addresses_of([row for row in rows if row != record], keeper)
    assert not {str(row) for row, way in addresses.items() if f'href="{way}"' not in page}


@pytest.mark.parametrize("register", [case for case in REGISTERS if case.values[0].reading])
def test_who_may_only_read_a_record_is_led_to_pages_that_open(register):
    record = made(register)
    people_of_roles = (cast.approver(), cast.clerk(), cast.officer(subject="audits"))
    reader = next(user for user in people_of_roles if may(user, register.reads_with))
    for field in relations(register):
        filled(record, field)
    browser = browser_of(reader)
    rows = browser.get(register.address("record", record.pk)).context["rows"]
    parts = [part for row in rows for part in row.get("parts", ())]
    addresses = {part["address"] for part in parts if part["address"]}
    assert {browser.get(address).status_code for address in addresses} <= {200}


def test_a_summary_names_rows_in_words_of_their_own_and_leaves_closed_ones_plain():
    audit = audits.case_audit(reference="CA-7", team=people.team(name="Front door"))
    rows = {row["key"]: row for row in summary_of(AUDITS, audit, cast.officer())}
    [part] = rows["Team"]["parts"]
    assert part == {"words": "Front door", "address": f"/teams/{audit.team_id}/"}
    # A service has no page; an approver opens neither teams nor posts.
    assert not rows["Service"].get("parts")
    rows = summary_of(AUDITS, audit, cast.approver())
    assert not any(row.get("parts") for row in rows)
