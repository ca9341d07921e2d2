"""A column that reads no field sorts by what it shows: each order of the database is reckoned a
second time from what the cells of the list say."""

from datetime import date
from itertools import product

import pytest

from assurance.dbs.rules import statuses
from assurance.meetings.intervals import months_before
from assurance.registers.orders import ListLength, months_on, number_of, standing
from assurance.runtime.periods import today
from assurance.surveys.models import Wave
from tests import cast
from tests.make import audits, dbs, findings, improvements, matters, people, surveys
from tests.page_requests import browser_of
from tests.registers.test_every_register import registers

pytestmark = pytest.mark.django_db


def gone():
    """The fields of a row that was withdrawn."""
    account = cast.make_user("officer", council=cast.make_council())
    return {
        "withdrawn_on": date(2019, 3, 9),
        "withdrawn_by": account,
        "withdrawn_because": "Entered twice",
    }


@pytest.fixture
def client():
    return browser_of(cast.make_user(*cast.ROLES, council=cast.make_council()))


def cells(client, register, sort, label):
    """What the column `label` shows of each row in an order."""
    page = client.get(registers()[register].address("list"), {"sort": sort})
    return [
        next(words for words, column, _ in line["cells"] if column.label == label)
        for line in page.context["lines"]
    ]


def holds(client, register, sort, label, expected):
    """The column is in the order `expected` one way, what is empty last either way."""
    assert cells(client, register, sort, label) == expected
    filled, empty = [item for item in expected if item], [item for item in expected if not item]
    assert cells(client, register, f"-{sort}", label) == filled[::-1] + empty


def test_months_are_added_alike_by_the_database_and_by_the_rule():
    days = [date(2015, 12, 31), *(date(2016, 1, day) for day in (1, 28, 29, 30, 31))]
    days += [date(2016, 2, 28), date(2016, 2, 29), date(2016, 3, 1), date(2015, 2, 28)]
    for day in days:
        people.team(name=str(day), from_date=day)
    keys = {}
    for months in (0, 1, 2, 11, 12, 13, 36):
        rows = people.Team.objects.annotate(key=months_on("from_date", months))
        keys |= {(row.from_date, months): row.key for row in rows}
    for one, other in product(keys, keys):
        earlier, later = (months_before(day, -months) for day, months in (one, other))
        if earlier < later:
            assert keys[one] < keys[other], (one, other)


def test_only_rows_that_stand_are_counted():
    of = surveys.survey()
    surveys.wave(of, 2016)
    surveys.wave(of, 2017, **gone())
    rows = type(of).objects.annotate(many=number_of(standing(Wave, "survey"), "survey"))
    assert rows.get().many == 1


def test_cases_of_a_sample_are_counted_by_the_database():
    audits.audit_sample(references=[])
    audits.audit_sample(references=["C-7", "C-2", "C-3"])
    rows = audits.AuditSample.objects.annotate(drawn_count=ListLength("references"))
    assert [row.drawn_count for row in rows.order_by("title")] == [0, 3]


def test_samples_sort_by_how_many_cases_were_drawn(client):
    for references in (["C-1", "C-2"], ["C-1"], ["C-1", "C-2", "C-3"]):
        audits.audit_sample(references=references)
    holds(client, "audits:sample", "drawn", "Drawn", ["1", "2", "3"])


def test_actions_of_audits_sort_by_their_state_today(client):
    audits.audit_action(done_on=date(2015, 5, 1))
    audits.audit_action(due_on=date(2015, 4, 30))
    audits.audit_action(due_on=today())
    holds(client, "audits:action", "state", "State", ["To be done", "Overdue", "Done"])


@pytest.mark.long
def test_rounds_sort_by_their_state_and_by_what_was_done(client):
    audits.audit_round(cancelled_on=date(2015, 3, 1), cancelled_because="No auditor")
    begun = audits.audit_round(start=date(2015, 2, 1), end=date(2015, 6, 30))
    audits.audit_round()
    closed = audits.audit_round(
        begun_on=date(2015, 1, 5), closed_on=date(2015, 6, 1), result="Plans have dates."
    )
    for round_ in (begun, closed):
        audits.case_audit(round=round_, audited_on=date(2015, 3, 2))
    expected = ["Planned", "Awaiting its result", "Done", "Cancelled"]
    holds(client, "audits:round", "state", "State", expected)
    holds(client, "audits:round", "done_so_far", "Done so far", ["0", "0", "1", "1"])


def test_people_sort_by_roles_services_status_re_check_and_leaving(client):
    dbs.policy()
    for number, (role, service, issued, ended) in enumerate(
        (
            ("social worker", "Fostering", date(2013, 1, 31), None),
            ("Manager", "adoption", date(2014, 6, 2), None),
            ("Advocate", "Legal", date(2012, 3, 1), date(2015, 3, 31)),
            ("Tutor", "Education", None, None),
        )
    ):
        who = people.person(name=f"Person {number}")
        people.engagement(person=who, role=role, service=service, ends_on=ended)
        people.engagement(person=who, role="Zebra", service="Zebra", ends_on=ended)
        if issued:
            dbs.dbs_check(person=who, issued_on=issued)
    for sort, label, number in (("role", "Role", 4), ("service", "Service", 4)):
        found = cells(client, "dbs", sort, label)
        assert found == sorted(found, key=str.lower) and len(found) == number
    ranks = {status.label: rank for rank, status in enumerate(statuses.WORST_FIRST)}
    found = cells(client, "dbs", "rank", "Status")
    assert found == sorted(found, key=ranks.get) and len(set(found)) > 1
    assert [bool(item) for item in cells(client, "dbs", "due_turn", "Re-check due")] == [
        *(True, True),
        *(False, False),
    ]
    assert cells(client, "dbs", "due_turn", "Re-check due")[:2] == ["31 Jan 2016", "2 Jun 2017"]
    assert cells(client, "dbs", "-due_turn", "Re-check due")[:2] == ["2 Jun 2017", "31 Jan 2016"]
    assert cells(client, "dbs", "left", "Left") == ["31 Mar 2015", "", "", ""]


def test_developments_sort_by_the_milestones_reached(client):
    some, most, _none = (matters.development() for _ in range(3))
    for of, reached in ((some, 1), (most, 2)):
        for number in range(3):
            is_reached = number < reached
            state = {"state": "reached", "reached_on": matters.FOUND} if is_reached else {}
            matters.milestone(development=of, **state)
    matters.milestone(development=some, state="reached", reached_on=matters.FOUND, **gone())
    expected = ["1 of 3", "2 of 3", ""]
    holds(client, "governance:development", "milestones", "Milestones reached", expected)


def test_boards_sort_by_when_they_met_and_when_they_should_meet_again(client):
    for interval, day in (
        ("weekly", date(2016, 1, 29)),
        ("fortnightly", date(2016, 1, 1)),
        ("monthly", date(2015, 12, 31)),
        ("yearly", date(2015, 2, 28)),
        ("three_months", date(2015, 1, 1)),
    ):
        matters.meeting(forum=matters.forum(interval=interval), met_on=day)
    matters.forum()
    met = ["1 Jan 2015", "28 Feb 2015", "31 Dec 2015", "1 Jan 2016", "29 Jan 2016", ""]
    holds(client, "governance:forum", "last_met", "Last met", met)
    again = ["1 Apr 2015", "15 Jan 2016", "31 Jan 2016", "5 Feb 2016", "28 Feb 2016", ""]
    holds(client, "governance:forum", "next_by", "Meets again by", again)


def test_a_body_that_meets_when_it_is_needed_says_so_where_others_have_a_date(client):
    matters.meeting(forum=matters.forum(interval="as_needed"))
    found = cells(client, "governance:forum", "next_by", "Meets again by")
    assert found == ["When it is needed"]


def test_measures_sort_by_the_day_of_the_latest_value(client):
    first, second, _empty = (matters.measure() for _ in range(3))
    matters.value(measure=first, to_date=date(2015, 3, 31))
    matters.value(measure=first, to_date=date(2015, 12, 31))
    matters.value(measure=first, to_date=date(2016, 12, 31), **gone())
    matters.value(measure=second, to_date=date(2015, 9, 30))
    found = cells(client, "governance:measure", "at", "Date")
    assert found == ["30 Sep 2015", "31 Dec 2015", ""]
    assert cells(client, "governance:measure", "-at", "Date") == [found[1], found[0], ""]


def test_risks_sort_by_the_product_of_the_latest_rating(client):
    grave, slight, _unrated = (matters.risk() for _ in range(3))
    matters.rating(risk=grave, likelihood=1, impact=1, rated_on=date(2015, 2, 1))
    matters.rating(risk=grave, likelihood=3, impact=5, rated_on=date(2015, 3, 1))
    matters.rating(risk=slight, likelihood=4, impact=3)
    expected = ["4 × 3 = 12 (likely, moderate)", "3 × 5 = 15 (possible, grave)", ""]
    label = "Likelihood × impact"
    holds(client, "governance:risk", "score", label, expected)


def test_improvement_actions_sort_by_the_progress_shown_today(client):
    ahead = date(2090, 1, 1)
    improvements.action(status="done")
    improvements.action(status="on_track", due_on=date(2017, 12, 31))
    improvements.action(status="at_risk", due_on=ahead)
    improvements.action(status="on_track", due_on=ahead)
    improvements.action(status="not_started", due_on=ahead)
    expected = [words for _, words in improvements.Action.STATUSES]
    holds(client, "improvement", "progress", "Progress", expected)


def test_posts_sort_by_the_name_of_who_holds_them_today(client):
    council = cast.make_council()
    for name in ("beta", "Alpha", "Gamma"):
        account = cast.make_user("officer", council=council)
        account.name = name
        account.save()
        people.holder(account=account, council=council)
    people.post("Vacant post")
    found = [words for words in cells(client, "people:post", "holder", "In the post") if words]
    assert found[:3] == ["Alpha", "beta", "Gamma"]
    assert set(found[3:]) <= {"No one"}


def test_findings_sort_by_the_first_action_that_answers_them(client):
    of = findings.review()
    late, early, _none = (findings.finding(review=of) for _ in range(3))
    improvements.action([late], reference="B2")
    improvements.action([early], reference="a9")
    improvements.action([early], reference="C3")
    improvements.action([late], reference="A1", **gone())
    holds(client, "reviews:finding", "action", "Actions", ["a9, C3", "B2", ""])


@pytest.mark.long
def test_surveys_sort_by_their_questions_and_waves(client):
    one, two, _none = (surveys.survey() for _ in range(3))
    for year in (2016, 2018):
        surveys.wave(one, year)
    surveys.wave(two, 2017)
    surveys.question(two, "I feel safe")
    surveys.question(two, "I am heard")
    surveys.question(one)
    holds(client, "surveys", "questions", "Questions", ["0", "1", "2"])
    holds(client, "surveys", "waves", "Waves", ["0", "1", "2"])
    holds(client, "surveys", "wave", "Latest wave", ["2017", "2018", ""])
    holds(client, "surveys", "ended", "End date", ["31 May 2017", "31 May 2018", ""])
