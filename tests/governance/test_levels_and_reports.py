"""Authorisation levels, reports of other bodies, outcomes of plans: recorded, refused, listed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.governance.models.body_reports import BodyReport
from assurance.governance.models.decision_levels import DecisionLevel
from assurance.governance.models.plan_outcomes import PlanOutcome
from assurance.governance.rules import body_reports, decision_levels
from assurance.records import operations
from assurance.records.history import HistoryEntry
from reports.papers.assembly import records
from tests.cases import random_cases
from tests.cast import make_council, officer
from tests.make import matters, papers
from tests.make.people import post
from tests.page_requests import boxes, words

DAY, ONE = date(2015, 9, 7), timedelta(1)
DAYS = st.integers(-9, 9).map(lambda days: DAY + timedelta(days))
SPANS = st.tuples(DAYS, st.none() | DAYS).map(
    lambda pair: (pair[0], pair[1] and max(pair)) if pair[1] else pair
)


@pytest.fixture
def signed_in(client, db):
    """The client of an officer."""
    client.force_login(officer())
    return client


def level(**said):
    """What is typed for a line of the table of decisions."""
    usual = {"decision": "A child comes into care", "level": "Up to 28 days", "evidence": "A plan"}
    return {**usual, **boxes(from_date="5 1 2015", to_date=""), **said}


@random_cases(50)
@given(st.lists(SPANS, max_size=4), SPANS)
def test_one_post_alone_may_decide_on_each_day(spans, own):
    def days(span):
        last = span[1] or DAY + timedelta(30)
        return {span[0] + timedelta(one) for one in range((last - span[0]).days + 1)}

    meets = any(days(own) & days(span) for span in spans)
    assert bool(decision_levels.why_not_decide(spans, *own)) == meets
    assert decision_levels.why_not_decide(spans, None, None) == ""


@random_cases(50)
@given(DAYS, DAYS, st.none() | DAYS)
def test_a_report_is_of_days_in_order_and_comes_after_its_first(first, last, received):
    values = {"from_date": first, "to_date": last, "received_on": received, "meeting": None}
    wrong = {field for field, _sentence in body_reports.report_faults(values)}
    expected = {"to_date"} if last < first else set()
    assert wrong == expected | ({"received_on"} if received and received < first else set())


def test_a_level_is_added_ended_and_followed_by_another_post(signed_in):
    head, director = post("Head of Service"), post("Director")
    page = words(signed_in.post("/matters/decision-levels/add/", level(post=head.pk), follow=True))
    for text in ("A child comes into care: Up to 28 days", "Head of Service", "A plan"):
        assert text in page
    later = level(post=director.pk, **boxes(from_date="1 6 2015", to_date=""))
    answer = signed_in.post("/matters/decision-levels/add/", later)
    assert "Another post may take this decision" in answer.context["form"].errors["from_date"][0]
    row = DecisionLevel.objects.get()
    ended = level(post=head.pk, version=row.version, **boxes(to_date="31 5 2015"))
    change = f"/matters/decision-levels/{row.pk}/change/"
    assert signed_in.post(change, ended).status_code == 302
    assert signed_in.post("/matters/decision-levels/add/", later).status_code == 302
    on = boxes(on="31 5 2015")
    answer = signed_in.get("/matters/decision-levels/", on)
    assert [line["record"].post for line in answer.context["lines"]] == [head]
    assert HistoryEntry.objects.filter(what="decision_levels.record").count() == 2


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"decision": ""}, "decision", "Enter the decision"),
        ({"decision": "子", "level": ""}, "decision", "Enter a decision with letters in it"),
        ({"post": ""}, "post", "Select the post: “Post that may take it”"),
        (boxes(from_date=""), "from_date", "Enter the start date"),
        (boxes(to_date="4 1 2015"), "to_date", "It applies from 5 January 2015"),
    ],
)
def test_a_wrong_level_gets_its_sentence(signed_in, said, field, sentence):
    sent = level(**{"post": post("Head of Service").pk, **said})
    answer = signed_in.post("/matters/decision-levels/add/", sent)
    assert answer.context["form"].errors[field][0].startswith(sentence)
    assert not DecisionLevel.objects.exists()


@pytest.mark.django_db
def test_a_report_prints_the_table_of_its_own_date():
    head = post("Head of Service")
    matters.decision_level(post=head, to_date=DAY)
    matters.decision_level(post=post("Director"), from_date=DAY + ONE)
    listed = {"what": "decision_levels", "columns": ["decision", "post"]}

    def posts(day):
        return [row[1] for row in records.listed(make_council(), listed, day).rows]

    assert posts(DAY) == ["Head of Service"] and posts(DAY + ONE) == ["Director"]
    assert posts(date(2014, 12, 31)) == []


def test_a_report_of_another_body_is_recorded_and_considered(signed_in):
    caseload = matters.measure(title="Awards")
    matters.value(measure=caseload, to_date=date(2015, 12, 8), value=512)
    matters.value(measure=caseload, to_date=date(2015, 6, 30), value=88)
    meeting = papers.meeting(date(2016, 1, 12))
    sent = {"title": "The theatre, 2015", "body": "The theatre", "interval": "six_months"}
    sent |= boxes(from_date="1 7 2015", to_date="31 12 2015", received_on="")
    answer = signed_in.post("/matters/body-reports/add/", {**sent, "meeting": meeting.pk})
    assert answer.context["form"].errors == {"received_on": [body_reports.NOT_RECEIVED]}
    late = {**sent, "meeting": meeting.pk, **boxes(received_on="13 1 2016")}
    answer = signed_in.post("/matters/body-reports/add/", late)
    assert "before it was received" in answer.context["form"].errors["meeting"][0]
    sent |= {"meeting": meeting.pk, "measures": [caseload.pk], **boxes(received_on="4 1 2016")}
    page = words(signed_in.post("/matters/body-reports/add/", sent, follow=True))
    assert "Awards: 512" in page and "Awards: 88" not in page
    for state, number in (("considered", 1), ("received", 0), ("awaited", 0), ("", 1)):
        answer = signed_in.get("/matters/body-reports/", {"state": state})
        assert len(answer.context["lines"]) == number


@pytest.mark.django_db
def test_a_report_of_another_body_hides_few_people_and_what_comes_after_its_day():
    few = matters.measure(title="Waiting", of_people=True)
    matters.value(measure=few, to_date=date(2015, 12, 8), value=3)
    row = matters.body_report(measures=[few], meeting=papers.meeting(date(2016, 1, 12)))
    listed = {"what": "body_reports", "columns": ["title", "numbers", "considered_on", "state"]}

    def printed(day):
        paper = papers.paper()
        return list(records.listed(make_council(), listed, day, paper).rows[0])

    assert printed(date(2016, 1, 12)) == [
        *(row.title, "Waiting: not shown", "12 January 2016", "Considered")
    ]
    assert printed(date(2016, 1, 11))[2:] == ["", "Received"]
    assert row.state_words == "Considered"
    assert BodyReport().state_words == "Awaited"


def test_outcomes_are_numbered_within_their_plan(signed_in):
    plan = matters.document(kind="plan", title="Council plan")
    address = f"/matters/documents/{plan.pk}/plan-outcomes/add/"
    for text in ("Homes", "Health"):
        sent = {"kind": "outcome", "text": text}
        assert signed_in.post(address, sent).status_code == 302
    answer = signed_in.post(address, {"kind": "priority", "text": "Health"})
    assert "has this one already" in answer.context["form"].errors["text"][0]
    rows = PlanOutcome.objects.order_by("number")
    assert [(row.number, row.text) for row in rows] == [(1, "Homes"), (2, "Health")]
    page = words(signed_in.get(f"/matters/documents/{plan.pk}/"))
    assert "Homes" in page and "Health" in page
    first = rows.first()
    own = {"record": first, "version": first.version, "because": "Twice"}
    operations.withdraw(**own, by=officer(), on=DAY)
    assert signed_in.post(address, {"kind": "priority", "text": "Jobs"}).status_code == 302
    assert PlanOutcome.objects.get(text="Jobs").number == 3


def test_a_policy_has_no_outcomes_to_add(signed_in):
    policy = matters.document(kind="policy")
    assert "Add an outcome or priority" not in words(
        signed_in.get(f"/matters/documents/{policy.pk}/")
    )
