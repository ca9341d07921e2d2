"""An empty council becomes one that starts a report, step by step."""

from datetime import date

import pytest
from django.test import Client

from assurance.accounts.models.accounts import User
from assurance.audits.models.scales import GradeScale
from assurance.dbs.models.policies import RecheckPolicy
from assurance.figures.models import DisclosurePolicy
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.holders import PostHolder
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.records.history import HistoryEntry
from assurance.runtime.periods import say_day, today
from reports.approvals.models.approvals import ApprovalRule
from reports.papers.models.templates import ReportTemplate, Series
from reports.tasks.set_up.additions import IN_POST
from reports.tasks.set_up.forms.people import first_day
from reports.tasks.set_up.states import (
    BLOCKED,
    COMPLETED,
    IN_PROGRESS,
    NOT_STARTED,
    WAITING,
    of_accounts,
    of_approvers,
    of_privacy,
    of_small_numbers,
)
from reports.tasks.set_up.steps import (
    STEPS,
    lines_of,
    missing_for_report,
    next_of,
    summary_of,
)
from tests import cast
from tests.make import papers, people
from tests.page_requests import boxes, browser_of, errors, words
from tests.tasks.set_up.typed import (
    MEETING_IN,
    administrator_at_work,
    do_all,
    empty_council,
    send,
    typed_day,
)

pytestmark = pytest.mark.django_db
KEYS = [step.key for step in STEPS]
# Another administrator approves the policy of small numbers.
ALONE = [key for key in KEYS if key != "small-numbers"]


def statuses(council):
    """Key of each step → its status."""
    return {line.step.key: line.state.status for line in lines_of(council, today())}


def test_an_empty_council_has_everything_to_set_up():
    council = empty_council().council
    found = statuses(council)
    assert found.pop("approvers") == BLOCKED
    assert found.pop("small-numbers") == COMPLETED
    assert set(found.values()) == {NOT_STARTED}
    assert next_of(lines_of(council, today())).step.key == "teams"


@pytest.mark.long
def test_every_step_sent_once_completes_the_list():
    user, client = administrator_at_work()
    people.alone(user.council)
    do_all(client, ALONE)
    assert set(statuses(user.council).values()) == {COMPLETED}
    summary = summary_of(user.council, today())
    assert (summary["done"], summary["following"], summary["is_ready"]) == (13, None, True)


@pytest.mark.long
def test_what_reports_need_is_recorded_as_typed():
    user, client = administrator_at_work()
    do_all(client, KEYS[:6])
    council = user.council
    teams = Team.objects.of(council).values_list("service", "name")
    assert set(teams) == {
        ("Child in Need Service", "North locality team"),
        ("Child in Need Service", "West locality team"),
    }
    assert Post.objects.of(council).filter(slug="director-of-childrens-services").count() == 1
    users = User.objects.filter(council=council).exclude(pk=user.pk)
    roles = {row.email.partition("@")[0]: row.grants.get().role for row in users}
    assert roles == {"clerk": "clerk", "officer": "officer", "director": "approver"}
    [meeting] = Meeting.committees.of(council)
    assert (meeting.date, meeting.body.slug) == (
        today() + MEETING_IN,
        "childrens-services-committee",
    )
    [series] = Series.objects.of(council)
    assert (series.committee, series.interval) == (meeting.body, "six_months")
    assert [row.title for row in ReportTemplate.objects.of(council)]
    [line] = ApprovalRule.objects.of(council)
    assert (line.kind, line.scope, line.approver.email) == (
        *("chief_officer", "whole"),
        "director@westby.example",
    )


def test_definitions_are_recorded_as_proposed():
    user, client = administrator_at_work()
    do_all(client, ["populations", "policy", "grades", "small-numbers"])
    council = user.council
    usual = {row.kind: row.title for row in Cohort.objects.of(council).filter(usual=True)}
    assert usual == {
        "dbs": "Children’s social care staff",
        "looked_after": "Children looked after by Westby",
    }
    assert Cohort.objects.of(council).count() == 3
    policy = RecheckPolicy.objects.of(council).get()
    assert (policy.interval_months, policy.audit_months) == (36, 6)
    grades = GradeScale.objects.of(council).get().grades.order_by("order")
    assert [grade.label for grade in grades][::3] == ["Outstanding", "Inadequate"]
    small = DisclosurePolicy.objects.of(council)
    assert {(row.counted, row.threshold, row.entered_by) for row in small} == {
        ("children", 5, user),
        ("people", 5, user),
    }
    assert statuses(council)["small-numbers"] == WAITING
    assert of_small_numbers(council, today()).hint.startswith(
        "Another administrator approves it, and"
    )
    cast.make_user("administrator", council=council, email="second@westby.example")
    assert of_small_numbers(council, today()).hint == (
        "Another administrator approves it. Until then the usual policy applies"
    )


def test_each_thing_that_is_added_has_its_row_of_history():
    _user, client = administrator_at_work()
    before = HistoryEntry.objects.count()
    do_all(client, ["teams", "posts"])
    assert HistoryEntry.objects.count() == before + 2 + 4


@pytest.mark.long
def test_the_home_page_leads_to_the_next_step_until_all_is_done():
    user, client = administrator_at_work()
    people.alone(user.council)
    page = words(client.get("/home/"))
    assert "0 of" not in page and "1 of 13 completed" in page
    assert "Continue: Services and teams" in page
    do_all(client, ALONE)
    assert "Set up your council" not in words(client.get("/home/"))
    assert "13 of 13 completed. A first report can be started." in words(client.get("/set-up/"))


def test_a_policy_that_waits_for_another_administrator_is_named_and_is_no_next_step():
    user, client = administrator_at_work()
    do_all(client, KEYS)
    summary = summary_of(user.council, today())
    assert (summary["done"], summary["following"], summary["is_left"]) == (11, None, True)
    page = words(client.get("/home/"))
    assert "11 of 13 completed" in page and "Continue:" not in page
    assert "Nothing is waiting for you" not in page
    listed = words(client.get("/set-up/"))
    assert "Waiting for approval" in listed and "Another administrator approves it" in listed
    colleague = browser_of(cast.administrator(user.council))
    for policy in DisclosurePolicy.objects.of(user.council):
        colleague.post(f"/small-numbers/{policy.pk}/approve/", {"version": policy.version})
    [row] = RecheckPolicy.objects.of(user.council)
    held = people.holder(council=user.council, account=cast.administrator(user.council))
    browser_of(held.account).post(f"/dbs/policies/{row.pk}/approve/", {"approver": held.post.pk})
    state = {line.step.key: line.state for line in lines_of(user.council, today())}
    assert state["policy"].hint == "Re-checks every 36 months"
    parts = ["Children: hidden up to 5", "Staff, carers and others: hidden up to 5"]
    assert sorted(state["small-numbers"].hint.split(". ")) == parts
    assert "of 13 completed" not in words(client.get("/home/"))


def test_the_days_that_are_proposed_lie_before_what_a_first_report_compares(settings):
    settings.CANDOUR_TODAY = "2016-07-04"
    assert first_day() == date(2014, 4, 1)
    settings.CANDOUR_TODAY = "2016-02-29"
    assert first_day() == date(2013, 10, 1)


def test_an_account_that_cannot_sign_in_any_more_counts_for_nothing():
    user, client = administrator_at_work()
    do_all(client, ["accounts"])
    assert of_accounts(user.council, today()).hint == "4 accounts, 3 not signed in yet"
    User.objects.filter(email="director@westby.example").update(is_active=False)
    state = of_accounts(user.council, today())
    assert (state.status, state.hint) == (
        IN_PROGRESS,
        "3 accounts, no one approves reports, 2 not signed in yet",
    )
    assert statuses(user.council)["approvers"] == BLOCKED


@pytest.mark.long
def test_nobody_but_an_administrator_is_led():
    _user, client = administrator_at_work()
    do_all(client, ["accounts"])
    for email in ("clerk", "officer", "director"):
        colleague = browser_of(User.objects.get(email=f"{email}@westby.example"))
        assert "Set up your council" not in words(colleague.get("/home/"))
        assert colleague.get("/set-up/").status_code == 403


@pytest.mark.long
def test_the_links_of_new_accounts_let_their_holders_set_a_password():
    _user, client = administrator_at_work()
    answer = send(client, "accounts")
    rows = answer.context["rows"]
    assert [account.email.partition("@")[0] for account, _ in rows] == [
        *("clerk", "officer", "director")
    ]
    for _account, address in rows:
        page = words(Client().get(address, follow=True))
        assert "Choose a new password" in page and "Save the new password" in page
        assert "New password again" in page and "New Password" not in page


@pytest.mark.long
def test_each_account_but_a_members_is_in_its_post_and_so_is_who_adds_it():
    user, client = administrator_at_work()
    do_all(client, ["posts"])
    member = {"name_6": "Councillor Ames", "role_6": "member", "email_6": "member@westby.example"}
    send(client, "accounts", post_3="director of children's services", **member)
    held = {row.account.email.partition("@")[0]: row for row in PostHolder.objects.all()}
    assert {name: row.post.title for name, row in held.items()} == {
        **{"administrator": "Information Manager", "clerk": "Democratic Services Officer"},
        **{"officer": "Performance Officer", "director": "Director of Children’s Services"},
    }
    assert {row.from_date for row in held.values()} == {today()}
    assert held["director"].account.name == "Ada Ward"
    assert "post" not in of_accounts(user.council, today()).hint
    assert "own_post" not in client.get("/set-up/accounts/").context["form"].fields
    again = {"email_1": "other@westby.example", "email_2": "", "email_3": "", "post_2": ""}
    answer = send(client, "accounts", **again, name_3="", post_3="")
    assert errors(answer)["post_1"][0].endswith(IN_POST.format("Democratic Services Officer"))


def test_an_approver_who_cannot_approve_any_more_is_asked_for_again():
    user, client = administrator_at_work()
    do_all(client, ["accounts", "approvers"])
    User.objects.filter(email="director@westby.example").update(is_active=False)
    cast.make_user("approver", council=user.council, email="next@westby.example", name="Next")
    state = of_approvers(user.council, today())
    assert (state.status, state.hint) == (
        *(IN_PROGRESS, "Chief officer: Ada Ward, who can no longer approve"),
    )
    do_all(client, ["approvers"])
    state = of_approvers(user.council, today())
    assert (state.status, state.hint) == (COMPLETED, "Chief officer: Next")


def test_a_text_that_is_valid_later_leaves_its_step_in_progress():
    user, client = administrator_at_work()
    later = today() + MEETING_IN
    send(client, "privacy", **boxes(from_date=typed_day(later)))
    state = of_privacy(user.council, today())
    assert (state.status, state.hint) == (IN_PROGRESS, f"Valid from {say_day(later)}")
    assert of_privacy(user.council, later).status == COMPLETED


@pytest.mark.long
def test_who_writes_reports_is_led_to_the_first_one_once_all_that_it_needs_is_there():
    user, client = administrator_at_work()
    do_all(client, ["accounts"])
    clerk = browser_of(User.objects.get(email="clerk@westby.example"))
    page = words(clerk.get("/home/"))
    assert "Not set up yet: Services and teams, Committee and its meetings" in page
    assert "An administrator sets this up." in page and "/reports/start/" not in page
    assert "Nothing is waiting for you" not in page
    do_all(client, [key for key in KEYS[:6] if key != "accounts"])
    page = words(clerk.get("/home/"))
    assert 'href="/reports/start/">Start the first report</a>' in page
    papers.paper(council=user.council)
    assert missing_for_report(user.council, today()) is None
    assert "first report" not in words(clerk.get("/home/"))
