"""The page of a priority: its actions, and the way to a further one."""

import pytest

from tests.cast import make_council
from tests.make.improvements import action, plan, priority
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def test_a_priority_lists_its_own_actions_in_force(signed_in):
    own = priority(plan(council=make_council()))
    action(priority=own, reference="A1", text="Give each plan its dates.")
    gone = action(priority=own, reference="A2", text="Entered twice.")
    signed_in.post(f"/actions/{gone.pk}/withdraw/", {"version": 1, "because": "Entered twice"})
    action(priority=priority(own.plan), reference="B1", text="Of another priority.")
    page = words(signed_in.get(f"/actions/priorities/{own.pk}/"))
    assert "Give each plan its dates." in page and ">A1</a>" in page
    assert "Entered twice." not in page and "Of another priority." not in page


def test_an_action_that_is_added_from_its_priority_has_it_chosen(signed_in):
    own = priority(plan(council=make_council()))
    page = words(signed_in.get(f"/actions/priorities/{own.pk}/"))
    address = f"/actions/add/?priority={own.pk}"
    assert "No action serves this priority yet." in page and f'href="{address}"' in page
    form = signed_in.get(address).context["form"]
    assert str(form["priority"].value()) == str(own.pk)


def test_a_plan_leads_to_the_actions_of_its_priorities(signed_in):
    own = priority(plan(council=make_council()))
    page = words(signed_in.get(f"/actions/plans/{own.plan_id}/"))
    assert "To add an action, open the priority that it serves." in page
