"""The owner of an action of an audit sees it and marks it as done, without access to audits."""

from datetime import date

import pytest

from assurance.runtime.periods import say_day
from reports.tasks.posts import of_posts
from tests import cast
from tests.make import audits, people
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 20)


def test_an_owner_without_access_to_audits_sees_their_action_and_marks_it_as_done(client):
    held, other = people.holder(account=cast.clerk()), people.holder()
    own = audits.audit_action(owner=held.post, due_on=DAY)
    theirs = audits.audit_action(owner=other.post, due_on=DAY)
    [need] = of_posts(held.account, DAY)
    assert need.words == f"Action of an audit, of {held.post}, is due on 20 November 2017"
    assert (need.address, need.hint) == (f"/audits/actions/{own.pk}/mark-done/", own.text)

    client.force_login(held.account)
    assert client.get(f"/audits/actions/{theirs.pk}/mark-done/").status_code == 404
    assert own.text in words(client.get(need.address))
    typed = {"version": 1, "done_on_day": 1, "done_on_month": 1, "done_on_year": 2015}
    answer = client.post(need.address, {**typed, "evidence": "Done"})
    assert set(answer.context["form"].errors) == {"evidence"}
    answer = client.post(need.address, {**typed, "evidence": "Plan of 3 June, with its dates"})
    assert set(answer.context["form"].errors) == {"done_on"}, "it was before the audit"
    typed |= {"evidence": "Plan of 3 June, with its dates", "done_on_month": 6}
    assert client.post(need.address, typed).status_code == 302
    own.refresh_from_db()
    assert (own.finished_on, own.evidence) == (date(2015, 6, 1), "Plan of 3 June, with its dates")
    assert of_posts(held.account, DAY) == []
    page = words(client.get(need.address))
    assert (
        f"It was marked as done on {say_day(own.marked_done_on)} and waits for its check." in page
    )
