"""What the forms of the set-up refuse: in words, at the entry, with what was typed kept."""

from datetime import timedelta

import pytest

from assurance.accounts.models.accounts import User
from assurance.accounts.operations import ADDRESS_TAKEN
from assurance.meetings.models.meetings import Meeting
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from assurance.runtime.periods import today
from reports.approvals.models.approvals import ApprovalRule
from reports.tasks.set_up.forms.people import NO_PEOPLE, TO_COME
from reports.tasks.set_up.states import IN_PROGRESS, of_committee, of_populations
from tests import cast
from tests.everybody import each_undone
from tests.make import papers, people
from tests.page_requests import boxes, browser_of, errors, words
from tests.tasks.set_up.typed import administrator_at_work, do_all, send, typed_day

pytestmark = pytest.mark.django_db

SERVICE_FIRST = "put its service first, then a colon, then the team"
REFUSED = [
    ("teams", {"teams": ""}, "teams", "Enter at least one team"),
    ("teams", {"teams": "North"}, "teams", f"Line 1, “North”: {SERVICE_FIRST}"),
    ("teams", {"teams": "A: B\nCare:"}, "teams", f"Line 2, “Care:”: {SERVICE_FIRST}"),
    ("teams", {"teams": "A: B\nA: B"}, "teams", "Line 2, “A: B”: it is there twice"),
    (
        *("teams", {"teams": f"A: {'b' * 121}"}, "teams"),
        f"Line 1, “A: {'b' * 57}”: service and team must have 120 characters or fewer each",
    ),
    ("posts", {"posts": " "}, "posts", "Enter at least one post"),
    (
        *("posts", {"posts": "p" * 161}, "posts"),
        f"Line 1, “{'p' * 60}”: a title must have 160 characters or fewer",
    ),
    (
        *("accounts", {"post_1": "", "name_1": "Ivo Marsh"}, "post_1"),
        "Enter the post of person 1",
    ),
    ("accounts", {"role_2": "member"}, "name_2", "Enter the name of person 2"),
    ("accounts", {"own_post": ""}, "own_post", "Enter your own post"),
    (
        *("accounts", {"post_2": "information manager"}, "post_2"),
        "Person 2: a post is one person’s, and this one is there twice",
    ),
    *(
        (key, boxes(from_date="1 2 2040"), "from_date", TO_COME)
        for key in ("teams", "posts", "populations")
    ),
    ("accounts", {"email_2": ""}, "email_2", "Enter the e-mail address of person 2"),
    (
        *("accounts", {"email_2": "CLERK@westby.example"}, "email_2"),
        "Person 2: this address is there twice",
    ),
    (
        *("accounts", {"email_3": "director"}, "email_3"),
        "Person 3: enter an e-mail address such as name@council.gov.uk",
    ),
    (
        *("accounts", {"role_3": "mayor"}, "role_3"),
        "Choose the role of person 3 from the list",
    ),
    (
        *("accounts", {"email_3": "administrator@westby.example"}, "email_3"),
        f"“administrator@westby.example”: {ADDRESS_TAKEN}",
    ),
    (
        *("committee", boxes(first_on="1 2 2015"), "first_on"),
        "The next meeting must be today or later",
    ),
    (
        "committee",
        {"title": "子"},
        "title",
        "“子” needs letters or numbers: its address is made of it",
    ),
    (
        "template",
        {"example": "none"},
        "example",
        "Choose “Example to start from” from the list",
    ),
    (
        "populations",
        {"staff_title": ""},
        "staff_title",
        "Enter its title, or leave the population out",
    ),
    (
        "small-numbers",
        {"children": "4"},
        "children",
        "“Children: largest number that is hidden” must be a whole number from 5 to 100",
    ),
]


def test_a_form_says_what_is_wrong_and_where():
    each_undone([[*case] for case in REFUSED], assert_refused)


def assert_refused(case):
    """A step sent with a change comes back with one sentence at one field."""
    key, changed, field, sentence = case
    _user, client = administrator_at_work()
    answer = send(client, key, **changed)
    assert errors(answer) == {field: [sentence]}
    assert "<title>Error: " in words(answer)


@pytest.mark.long
def test_all_or_nothing_is_added_and_what_was_typed_is_shown_again():
    user, client = administrator_at_work()
    do_all(client, ["teams"])
    answer = send(
        client, "teams", teams="Care: Permanence team\nChild in Need Service: West locality team"
    )
    [sentence] = errors(answer)["teams"]
    assert sentence.startswith("“West locality team”: Child in Need Service has a team called")
    assert "Care: Permanence team" in words(answer)
    assert Team.objects.of(user.council).count() == 2
    send(client, "accounts", email_3="administrator@westby.example")
    assert User.objects.filter(council=user.council).count() == 1


def test_an_account_row_shown_again_keeps_what_was_typed():
    _user, client = administrator_at_work()
    page = words(
        send(client, "accounts", email_2="", post_4="Head of Service", email_4="h@w.example")
    )
    for text in ("clerk@westby.example", "Performance Officer", "Head of Service", "h@w.example"):
        assert f'value="{text}"' in page


def test_a_form_of_accounts_without_any_is_refused():
    _user, client = administrator_at_work()
    empty = {f"{part}_{number}": "" for part in ("email", "name", "post") for number in range(1, 7)}
    send(client, "accounts", **empty)
    answer = send(client, "accounts", **empty)
    assert errors(answer) == {"email_1": [NO_PEOPLE]}


def test_an_administrator_may_write_reports_too_and_is_asked_once():
    user, client = administrator_at_work()
    empty = {f"{part}_{number}": "" for part in ("email", "name", "post") for number in range(1, 7)}
    answer = send(client, "accounts", **empty, own="on")
    assert "yours has the role of a clerk now" in words(answer)
    assert {grant.role for grant in user.grants.all()} == {"administrator", "clerk"}
    assert "own" not in client.get("/set-up/accounts/").context["form"].fields
    assert browser_of(User.objects.get(pk=user.pk)).get("/reports/start/").status_code == 200


def test_who_approves_cannot_be_said_before_anybody_can():
    _user, client = administrator_at_work()
    page = words(client.get("/set-up/approvers/"))
    assert "Needs an account with the role of an approver." in page
    assert 'href="/set-up/accounts/">Add an account first' in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    answer = client.post("/set-up/approvers/", {})
    assert errors(answer) == {"chief_officer": ["Choose the chief officer who approves reports"]}
    assert not ApprovalRule.objects.exists()


def test_meetings_that_are_over_leave_a_committee_in_progress():
    user = cast.administrator()
    committee = papers.committee(council=user.council)
    papers.meeting(council=user.council, committee=committee, date=today() - timedelta(days=3))
    state = of_committee(user.council, today())
    assert state.status == IN_PROGRESS
    assert "No meeting to come" in state.hint and "No series of reports yet" in state.hint
    client = browser_of(user)
    answer = client.get("/set-up/committee/")
    assert next(iter(answer.context["form"].fields)) == "committee"
    typed = boxes(first_on=typed_day(today() + timedelta(days=3)))
    rest = {"committee": committee.pk, "series": "Assurance", "interval": "six_months"}
    assert client.post("/set-up/committee/", {**rest, **typed}).status_code == 302
    assert Meeting.committees.of(user.council).count() == 2
    assert of_committee(user.council, today()).is_done


def test_a_day_is_entered_once_and_a_meeting_on_it_is_refused():
    _user, client = administrator_at_work()
    day = typed_day(today() + timedelta(days=9))
    answer = send(client, "committee", **boxes(first_on=day, third_on=day))
    assert errors(answer) == {"third_on": ["Enter each date once"]}
    send(client, "committee", **boxes(first_on=day))
    page = client.get("/set-up/committee/")
    committee = page.context["form"].fields["committee"].queryset.get()
    again = client.post("/set-up/committee/", {"committee": committee.pk, **boxes(first_on=day)})
    assert "has a meeting on that date" in errors(again)["first_on"][0]


def test_populations_that_are_there_are_not_proposed_again():
    user, client = administrator_at_work()
    send(client, "populations", staff="", carers="")
    assert [row.kind for row in Cohort.objects.of(user.council)] == [Cohort.CHILDREN]
    assert of_populations(user.council, today()).hint == (
        "No usual population of people who need a DBS check"
    )
    answer = send(client, "populations", staff="", carers="")
    assert errors(answer) == {"staff": ["Tick at least one population"]}
    send(client, "populations")
    page = client.get("/set-up/populations/")
    assert "All that is proposed here is there already" in words(page)
    [sentence] = errors(client.post("/set-up/populations/", boxes(from_date="1 4 2015")))["__all__"]
    assert sentence.startswith("All that is proposed here is there already")


def test_a_post_that_is_there_is_neither_proposed_nor_added_twice():
    user, client = administrator_at_work()
    do_all(client, ["posts"])
    assert client.get("/set-up/posts/").context["form"].initial["posts"] == ""
    answer = send(client, "posts", posts="Head of Legal Services")
    assert "Another post has the title" in errors(answer)["posts"][0]
    assert Post.objects.of(user.council).count() == 4


def test_one_councils_set_up_says_nothing_of_anothers():
    people.team(council=cast.make_council("elsewhere"))
    user, client = administrator_at_work()
    assert "Audits and figures name the team" in words(client.get("/set-up/"))
    assert client.get("/set-up/nothing/").status_code == 404
    assert Team.objects.of(user.council).count() == 0
