"""An action of an audit is marked as done by its owner, and checked by another person where the
council's policy asks for one."""

from datetime import date

import pytest

from assurance.audits import operations
from assurance.audits.models.agreed_actions import AuditAction
from assurance.records.operations import change
from assurance.records.refusals import Refused
from assurance.runtime.periods import today
from tests.cast import officer
from tests.make import people
from tests.make.audits import audit_action
from tests.page_requests import words

pytestmark = pytest.mark.django_db
SHOWN = "Plan of 1 April 2015, with its dates"


def marked(by, **fields):
    """An action that `by` marked as done."""
    mark = {"done_on": date(2015, 4, 1), "evidence": SHOWN, "by": by, "on": date(2015, 4, 2)}
    return operations.mark_action_done(record=audit_action(**fields), version=1, **mark)


def test_another_person_checks_that_an_action_is_done_and_closes_it(client):
    owner, other = (people.holder(account=officer()) for _ in range(2))
    action = marked(owner.account, owner=owner.post)
    home = f"/audits/actions/{action.pk}/"
    said = {"outcome": "done", "checker": other.post.pk, "version": action.version}
    assert list(AuditAction.objects.all().yours("check", owner.account, today())) == []
    assert list(AuditAction.objects.all().yours("check", other.account, today())) == [action]
    client.force_login(owner.account)
    client.post(f"{home}check-done/", {**said, "checker": owner.post.pk})
    action.refresh_from_db()
    assert action.done_on is None, "who marked it does not check it"
    assert "another person checks it" in words(client.get(home))
    client.force_login(other.account)
    assert "Check that it is done" in words(client.get(home))
    page = words(client.post(f"{home}check-done/", said, follow=True))
    assert "The action is done and checked." in page and "Checked and closed" in page
    action.refresh_from_db()
    assert (action.done_on, action.checker) == (date(2015, 4, 1), other.post)
    assert (action.marked_done_by, action.finished_on) == (None, None)


def test_an_action_goes_back_to_its_owner_with_the_reason(client):
    owner, other = (people.holder(account=officer()) for _ in range(2))
    action = marked(owner.account, owner=owner.post)
    client.force_login(other.account)
    said = {"outcome": "not_done", "reason": "Two plans lack dates.", "version": action.version}
    page = words(client.post(f"/audits/actions/{action.pk}/check-done/", said, follow=True))
    assert "The action has gone back to its owner." in page and "Two plans lack dates." in page
    action.refresh_from_db()
    assert (action.state, action.marked_done_on) == ("overdue", None)
    client.force_login(owner.account)
    for name in ("", "mark-done/"):
        page = words(client.get(f"/audits/actions/{action.pk}/{name}"))
        assert "Sent back on" in page and f"by {other.account}: Two plans lack dates." in page


def test_one_person_closes_an_action_where_the_policy_lets_them():
    people.alone()
    action = marked(officer())
    assert (action.done_on, action.marked_done_on) == (date(2015, 4, 1), None)


def test_no_other_way_closes_an_action_that_a_second_person_checks():
    action, on = audit_action(), date(2015, 4, 2)
    with pytest.raises(Refused, match="another person checks it there"):
        change(record=action, version=1, by=officer(), on=on, done_on=on)
    done = audit_action(done_on=on)
    change(record=done, version=1, by=officer(), on=on, evidence=SHOWN)
    assert AuditAction.objects.get(pk=done.pk).evidence == SHOWN
