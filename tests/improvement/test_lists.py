"""The list of actions by every filter, what answers nothing or is not answered, and plans."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.improvement.models.actions import Action
from assurance.improvement.models.plans import Plan, Priority
from assurance.improvement.rules import actions as rules
from assurance.people.models.posts import Post
from assurance.reviews.models.findings import Finding
from tests.audits.entries import boxes
from tests.cast import make_council, make_user, officer
from tests.make.findings import finding, review, theme
from tests.make.improvements import action, plan, priority
from tests.page_requests import errors
from tests.refusals import each_refused
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_last_day_of_2017(settings):
    """The day on which the lists are looked at."""
    settings.CANDOUR_TODAY = "2017-12-31"


REVIEWS = (("First", date(2016, 11, 1)), ("Second", date(2016, 11, 14)))


def references(answer):
    """The references that a list shows, in order."""
    return "".join(line["record"].reference for line in answer.context["lines"])


@pytest.fixture
def five(signed_in):
    """Five actions that differ in everything a filter asks for."""
    other = priority(plan(title="Another plan"))
    usual = priority()
    late, last = date(2017, 12, 30), date(2017, 12, 31)
    action(priority=usual, reference="A", due_on=late, status="at_risk")
    action(priority=usual, reference="B", due_on=last, owner="Director")
    action(priority=usual, reference="C", due_on=late, status="done", text="Read the plans")
    action(priority=other, reference="D", due_on=last, status="overdue")
    action(priority=other, reference="E", due_on=date(2018, 1, 1), status="not_started")


ASKED = (
    ("", "EDBCA"),
    ("sort=due_on", "ACBDE"),
    ("sort=reference", "ABCDE"),
    ("sort=owner_title", "BACDE"),
    ("text=read", "C"),
    ("text=forty", "C"),
    ("status=overdue", "DA"),
    ("status=at_risk", ""),
    ("status=on_track", "B"),
    ("status=done", "C"),
    ("overdue=yes", "A"),
    ("overdue=no", "EDBC"),
    ("overdue=no&status=overdue", "D"),
    ("plan=999&owner=nobody&status=odd&page=9&sort=odd", "EDBCA"),
)
# Overdue is what is past its day, whatever was recorded.
STATES = {"A": "overdue", "B": "on_track", "C": "done", "D": "overdue", "E": "not_started"}


@pytest.mark.long
def test_the_list_shows_what_was_asked_for_and_its_file_free_words_on_request(five, signed_in):
    for asked, found in ASKED:
        assert references(signed_in.get(f"/actions/?{asked}")) == found, asked
    of = Plan.objects.get(title="Another plan")
    assert references(signed_in.get(f"/actions/?plan={of.pk}")) == "ED"
    owner = Post.objects.get(title="Director")
    assert references(signed_in.get(f"/actions/?owner={owner.pk}")) == "B"
    lines = signed_in.get("/actions/").context["lines"]
    shown = [(line["record"].reference, line["record"].status_shown) for line in lines]
    words = dict(Action.STATUSES)
    assert {reference: words[slug] for reference, slug in STATES.items()} == dict(shown)
    assert "Read the plans" not in signed_in.get("/actions/list.csv").getvalue().decode()
    whole = signed_in.get("/actions/list.csv?free_text=yes").getvalue().decode()
    assert "Read the plans" in whole and "Forty plans were read." in whole


def withdraw(record, **said):
    """Withdraws a row, for what a list leaves out."""
    gone = {"withdrawn_on": date(2017, 6, 1), "withdrawn_by": officer(), "withdrawn_because": "Two"}
    type(record).objects.filter(pk=record.pk).update(**gone)


def gaps():
    """Findings and actions in every state that a gap asks about."""
    of, lost = review(), review()
    reason = {"no_action_because": "Done", "decider": "Director"}
    for kind, _ in Finding.KINDS:
        finding(review=of, kind=kind)
        answered = finding(review=of, kind=kind)
        action([answered])
        withdraw(action([finding(review=of, kind=kind)]))
        withdraw(finding(review=of, kind=kind))
        finding(review=lost, kind=kind)
        if kind == "area":
            finding(review=of, kind=kind, **reason)
    gone = finding(review=of)
    action([gone])
    action([gone, answered])
    withdraw(gone)
    withdraw(lost)
    action()
    withdraw(action())


@pytest.mark.long
def test_the_gaps_listed_are_those_that_the_rules_see(signed_in):
    gaps()
    findings = Finding.objects.select_related("review").prefetch_related("actions")
    open_ones = {one for one in findings if rules.unanswered(one, one.actions.all())}
    actions = Action.objects.prefetch_related("findings__review")
    without = {
        one
        for one in actions
        if one.withdrawn_on is None and not rules.answers(one, one.findings.all())
    }
    assert len(open_ones) == 6 and len(without) == 2
    answer = signed_in.get("/actions/unanswered/")
    assert set(answer.context["page"]) == open_ones
    assert answer.context["counts"] == {"unanswered": 6, "unlinked": 2}
    page = answer.content.decode()
    assert "6 found" in page
    assert "Actions without a finding: 2" in page
    answer = signed_in.get("/actions/unlinked/?sort=-due")
    assert set(answer.context["page"]) == without
    assert "Findings without an action: 6" in answer.content.decode()


def test_the_gaps_are_sorted_by_every_column(signed_in):
    early, late = (review(title=title, started_on=day) for title, day in REVIEWS)
    finding(
        review=early, kind="recommendation", text="A plan", theme=theme(title="Z", review=early)
    )
    finding(review=late, kind="area", text="B plan", theme=theme(title="Y", review=late))
    for sort, order in (("finding", "BA"), ("-review", "BA"), ("theme", "BA"), ("wording", "AB")):
        page = signed_in.get("/actions/unanswered/", {"sort": sort}).context["page"]
        assert "".join(one.text[0] for one in page) == order, sort
    action(reference="A", text="Z", priority=priority(plan(title="Y")), due_on=date(2018, 5, 1))
    action(reference="B", text="Y", priority=priority(plan(title="Z")), due_on=date(2018, 4, 1))
    for sort, order in (("action", "AB"), ("plan", "AB"), ("text", "BA"), ("due", "BA")):
        page = signed_in.get("/actions/unlinked/", {"sort": sort}).context["page"]
        assert "".join(one.reference for one in page) == order, sort


def test_without_gaps_of_its_own_a_councils_pages_say_so(signed_in):
    other = make_council("otherby")
    finding(council=other)
    action(council=other)
    action([finding()])
    answer = signed_in.get("/actions/unanswered/")
    assert answer.context["counts"] == {"unanswered": 0, "unlinked": 0}
    assert "Every finding that asks" in answer.content.decode()
    assert "Every action answers" in signed_in.get("/actions/unlinked/").content.decode()


def test_the_gaps_ask_the_same_however_many_there_are(signed_in, django_assert_num_queries):
    def more(number):
        for one in range(number):
            finding(theme=theme(title=f"Theme {one}"))
            action(priority=priority())

    addresses = ("/actions/unanswered/", "/actions/unlinked/")
    few = {}
    more(1)
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(address)
        few[address] = len(queries)
    more(6)
    for address in addresses:
        with django_assert_num_queries(few[address]):
            signed_in.get(address)


def test_an_officer_of_actions_alone_reads_the_gaps_without_a_way_to_findings(client):
    finding(text="Plans lack dates.")
    client.force_login(make_user("officer", subject="improvements"))
    page = client.get("/actions/unanswered/").content.decode()
    assert "Plans lack dates." in page
    assert "/reviews/findings/" not in page


def test_an_officer_adds_a_plan_and_its_priorities(signed_in):
    said = boxes({"title": "Plan of 2017", "from_date": date(2017, 5, 17), "to_date": None})
    assert "has no priorities yet" in (
        signed_in.post("/actions/plans/add/", said, follow=True).content.decode()
    )
    made = Plan.objects.get()
    add = f"/actions/plans/{made.pk}/priorities/add/"
    for title, order in (("Plans", ""), ("Visits", "4"), ("Teams", "")):
        signed_in.post(add, {"title": title, "order": order})
    assert [(one.order, one.title) for one in made.priorities.all()] == [
        (1, "Plans"),
        (4, "Visits"),
        (5, "Teams"),
    ]
    second = Priority.objects.get(order=4)
    signed_in.post(
        f"/actions/priorities/{second.pk}/change/", {"title": "Visits on time", "order": ""}
    )
    second.refresh_from_db()
    assert (second.order, second.title) == (4, "Visits on time")
    action(priority=second)
    withdraw(action(priority=second))
    answer = signed_in.get(f"/actions/plans/{made.pk}/")
    assert [one.actions_held for one in answer.context["priorities"]] == [0, 1, 0]
    assert f"/actions/?plan={made.pk}" in answer.content.decode()


def test_a_wrong_plan_gets_its_sentence(signed_in):
    plan()
    usual = {"title": "Plan of 2017", "from_date": date(2017, 5, 17)}
    wrong = [
        ({"title": ""}, "title", "Enter the title"),
        ({"title": "Plan 1"}, "title", "A plan with this title is kept already"),
        ({"title": "?"}, "title", "needs letters or numbers"),
        ({"from_date": None}, "from_date", "Enter the plan’s start date"),
        ({"to_date": date(2017, 5, 16)}, "to_date", "on or after its start date"),
    ]
    each_refused(
        signed_in, "/actions/plans/add/", lambda **said: boxes({**usual, **said}), wrong, Plan
    )


def test_a_wrong_place_in_a_plan_gets_its_sentence(signed_in):
    of = priority().plan
    for order, sentence in [
        ("1", "Priority 1 of this plan is kept already"),
        ("0", "must be 1 or more"),
        ("x", "a whole number"),
    ]:
        with NamedCase(brief((order, sentence))):
            answer = signed_in.post(
                f"/actions/plans/{of.pk}/priorities/add/", {"title": "Visits", "order": order}
            )
            assert sentence in errors(answer)["order"][0]


def test_the_list_of_plans_is_filtered(signed_in):
    plan(title="Another plan")
    plan(title="Plan of 2017")
    for asked, found in [("text=other", 1), ("sort=title", 2)]:
        with NamedCase(brief((asked, found))):
            assert len(signed_in.get(f"/actions/plans/?{asked}").context["lines"]) == found
