"""Every kind of record that a second person checks, moderates, closes or approves names that post
and the date on its page, and a figure that counts such records leads to that page."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps

from assurance.audits import operations as audits_operations
from assurance.dbs.operations import breaches, policies, set_asides
from assurance.figures.policies import operations as disclosure
from assurance.improvement import operations as improvement
from assurance.registers.record_page.links import addresses_of
from reports.publication.figure_records.lists import records_behind
from tests import cast
from tests.make import audits, dbs, improvements, people
from tests.page_requests import browser_of, words

pytestmark = pytest.mark.django_db
DAY, SHOWN = date(2017, 9, 4), "4 September 2017"
SECOND = re.compile(r"(^|_)(moderator|checker|closer|approver|approved_by)$")
# A choice of who signs in by two steps, not a record that is checked.
OTHERS = {"sign_in.TwoStepPolicy.approver"}


def moderated(second, by):
    audit = audits.case_audit(method="moderated", audited_on=date(2017, 8, 1))
    return audits_operations.moderate(
        record=audit,
        version=1,
        grade=audit.first_grade,
        moderator=second.post,
        moderated_on=DAY,
        **by,
    )


def checked_action_of_audit(second, by):
    mark = {"finished_on": date(2017, 8, 31), "marked_done_on": date(2017, 9, 1)}
    action = audits.audit_action(marked_done_by=cast.officer(), evidence="A plan", **mark)
    return audits_operations.confirm_action_done(
        record=action, version=1, checker=second.post, **by
    )


def checked_action_of_plan(second, by):
    action = improvements.marked_done()
    return improvement.confirm_done(record=action, version=1, checker=second.post, **by)


def closed_breach(second, by):
    row = dbs.breach(remedied_on=date(2017, 8, 1), remedy="Re-checked")
    return breaches.close_breach(record=row, version=1, closed_on=DAY, closer=second.post, **by)


def approved_policy(second, by):
    row = dbs.policy(approver=None, recorded_by=cast.officer(), recorded_on=date(2017, 8, 1))
    return policies.approve(record=row, approver=second.post, **by)


def approved_wording(second, by):
    row = dbs.wording(approver=None, recorded_by=cast.officer(), recorded_on=date(2017, 8, 1))
    return policies.approve(record=row, approver=second.post, **by)


def approved_set_aside(second, by):
    aside = {"set_aside_from": date(2017, 8, 1), "set_aside_because": "On secondment"}
    aside |= {"set_aside_recorded_by": cast.officer(), "set_aside_recorded_on": date(2017, 8, 1)}
    role = people.engagement(**aside)
    return set_asides.approve_set_aside(record=role, version=1, approver=second.post, **by)


def approved_small_numbers(second, by):
    fields = {"counted": "children", "threshold": 9, "from_date": date(2017, 8, 1)}
    entered = {"council": second.council, "by": cast.administrator(), "on": date(2017, 8, 1)}
    policy = disclosure.enter_policy(**fields, **entered)
    return disclosure.approve_policy(policy=policy, version=1, **by)


# Model and field → what makes such a record with a second person, and the figure that leads to it.
KINDS = {
    "audits.CaseAudit.moderator": (moderated, "audits.moderated"),
    "audits.AuditAction.checker": (checked_action_of_audit, "audits.actions_done"),
    "improvement.Action.checker": (checked_action_of_plan, "actions.total"),
    "dbs.Breach.closer": (closed_breach, "dbs.breaches_closed"),
    "dbs.RecheckPolicy.approver": (approved_policy, ""),
    "dbs.ReminderWording.approver": (approved_wording, ""),
    # Who is set aside is counted by no figure.
    "people.Engagement.set_aside_approver": (approved_set_aside, ""),
    "figures.DisclosurePolicy.approved_by": (approved_small_numbers, ""),
}


def test_every_kind_with_a_second_person_is_here():
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("assurance.")
        for field in model._meta.concrete_fields
        if SECOND.search(field.name)
    }
    assert fields - OTHERS == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_names_who_checked_and_when(kind):
    make, key = KINDS[kind]
    second = people.holder(account=cast.make_user(*cast.ROLES))
    record = make(second, {"by": second.account, "on": DAY})
    browser = browser_of(second.account)
    browser.get("/")
    address = addresses_of([record], second.account)[record]
    page = browser.get(address)
    who = second.account.name if kind.endswith("approved_by") else second.post.title
    text = words(page).partition("History")[0]
    assert who in text and SHOWN in text
    if key:
        assert address in reached(browser, second.account, key)


def reached(browser, user, key):
    """The addresses that a figure leads to in three clicks: its list, what that lists, and what
    lies within it."""
    dates = {"start": "2015-01-01", "end": "2020-12-31", "member": "", "population": ""}
    first = records_behind(user, user.council, SimpleNamespace(key=key, origin="", **dates))
    rows = _links(browser.get(first), first)
    return {*rows, *(link for row in rows for link in _links(browser.get(row), row))}


def _links(page, own):
    main = page.content.decode().partition("<main")[2].partition("</main")[0]
    return {link for link in re.findall(r'href="(/[^"?#]+/)"', main) if link != own}
