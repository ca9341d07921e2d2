"""Every column of every list sorts, in one order on any database."""

from datetime import date

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.govuk.lists import sort_expression
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from tests import cast
from tests.make import audits, dbs, matters, papers, people
from tests.page_requests import browser_of
from tests.registers.test_every_register import LISTED, keeper, made, registers

pytestmark = pytest.mark.django_db
__all__ = ["keeper"]


def test_every_column_sorts():
    for name, register in registers().items():
        for column in register.shown_columns if register.filters else ():
            assert column.sort, (name, column.label)


def test_no_two_columns_of_a_list_have_one_word_in_addresses():
    for name, register in registers().items():
        words = [column.name for column in register.shown_columns if column.sort]
        assert len(words) == len(set(words)), name


@pytest.mark.sampled(3)
@pytest.mark.parametrize("register", LISTED)
def test_a_list_can_be_had_in_the_order_of_every_column(keeper, register):
    made(register)
    # Either way in turn: which one it is hangs on no column.
    for place, word in enumerate(register.sorts):
        sort = f"-{word}" if place % 2 else word
        answer = keeper.get(register.address("list"), {"sort": sort})
        assert answer.status_code == 200
        assert answer.context["page"].sort == sort
        assert answer.context["page"].paginator.count >= 1


def listed(register, sort, read):
    """What `read` gives of each row of a list in an order."""
    client = browser_of(cast.make_user(*cast.ROLES, council=cast.make_council()))
    page = client.get(registers()[register].address("list"), {"sort": sort}).context["page"]
    return [read(row) for row in page]


def test_what_is_empty_comes_last_either_way():
    days = [date(2016, 3, 1), None, date(2015, 3, 1)]
    for number, day in enumerate(days):
        people.team(name=f"Team {number}", from_date=date(2014, 1, 1), to_date=day)
    ends = lambda team: team.to_date  # noqa: E731
    assert listed("people", "to_date", ends) == [days[2], days[0], None]
    assert listed("people", "-to_date", ends) == [days[0], days[2], None]


def test_words_are_in_the_order_of_the_alphabet_whatever_their_capitals():
    names = ["beta", "Alpha", "Émile", "gamma", "Delta", "42"]
    for name in names:
        people.team(name=name)
    expected = ["42", "Alpha", "beta", "Delta", "gamma", "Émile"]
    assert listed("people", "name", str) == expected
    assert listed("people", "-name", str) == expected[::-1]


def test_choices_are_in_the_order_in_which_they_are_offered():
    kinds = ("elected", "employee", "", "volunteer")
    for number, group in enumerate(kinds):
        dbs.policy(group=group, from_date=date(2014, 1, 1 + number))
    found = listed("dbs:policy", "group", lambda policy: policy.group)
    assert found == ["", "employee", "volunteer", "elected"]


def test_the_final_grade_sorts_by_the_moderated_grade_before_the_first():
    scale = audits.grade_scale()
    best, good, *_rest = scale.grades.order_by("order")
    worst = scale.grades.order_by("order").last()
    audits.case_audit(reference="B", first_grade=worst, moderated_grade=best)
    audits.case_audit(reference="A", first_grade=good)
    audits.case_audit(reference="C", first_grade=None)
    audits.case_audit(reference="D", first_grade=worst)
    named = lambda audit: audit.reference  # noqa: E731
    assert listed("audits", "grade", named) == ["B", "A", "D", "C"]
    assert listed("audits", "-grade", named) == ["D", "A", "B", "C"]


def test_breaches_that_are_open_come_before_those_remedied_and_closed():
    day = date(2016, 2, 1)
    closed = {"closed_on": day, "closer": "Head of Service", "remedied_on": day}
    dbs.breach(found_on=date(2016, 1, 3), remedy="Checked", **closed)
    dbs.breach(found_on=date(2016, 1, 2), remedy="Checked", remedied_on=day)
    dbs.breach(found_on=date(2016, 1, 1))
    assert listed("dbs:breach", "state", lambda breach: breach.state) == [
        *("Open", "Open, remedied", "Closed")
    ]


def test_measures_sort_by_the_number_of_their_latest_value_among_those_of_one_unit():
    latest = {"A": ("percent", 9), "B": ("number", 100), "C": ("number", 20), "E": ("number", 20)}
    for title, (unit, value) in latest.items():
        matters.value(measure=matters.measure(title=title, unit=unit), value=value)
    matters.measure(title="D")
    assert listed("governance:measure", "latest", str) == ["C", "E", "B", "A", "D"]
    assert listed("governance:measure", "-latest", str) == ["A", "B", "E", "C", "D"]


@pytest.mark.long
def test_dbs_audits_sort_by_their_share_in_date_and_their_overdue_where_known():
    parts = [{"IN_DATE": 9, "OVERDUE": 1}, {"IN_DATE": 19, "OVERDUE": 11}, {"NOT_BROKEN_DOWN": 20}]
    for place, at in enumerate(parts):
        day, overdue = date(2016, 1, 1 + place), at.get("OVERDUE")
        days = {"audit_date": day, "position_date": day}
        later = overdue and {"rechecked": 0, "in_progress": 0, "not_started": overdue}
        moments = {"at_audit": at, "at_position": at, "follow_up": later, "due": {}}
        dbs.dbs_audit(needing=sum(at.values()), **days, **moments)
    scope = lambda audit: audit.needing  # noqa: E731
    assert listed("dbs:audit", "in_date", scope) == [30, 10, 20]
    assert listed("dbs:audit", "-in_date", scope) == [10, 30, 20]
    assert listed("dbs:audit", "-overdue", scope) == [30, 10, 20]


def test_reports_of_other_bodies_sort_by_how_far_they_have_come():
    meeting = papers.meeting()
    matters.body_report(title="C", meeting=meeting)
    matters.body_report(title="B")
    matters.body_report(title="A", received_on=None)
    assert listed("governance:body-report", "state", str) == ["A", "B", "C"]
    assert listed("governance:body-report", "-state", str) == ["C", "B", "A"]


def test_scales_and_statements_sort_by_the_words_that_their_lists_show():
    ends = {"b": ["Low", "high"], "a": ["almost never", "often"], "c": ["Rare", "high"]}
    for year, (title, words) in enumerate(ends.items(), start=2011):
        span = {"from_date": date(year, 1, 1), "to_date": date(year, 12, 31)}
        matters.scale(title=title, likelihoods=words, **span)
    assert listed("governance:scale", "likelihoods", str) == ["a", "b", "c"]
    assert listed("governance:scale", "-likelihoods", str) == ["c", "b", "a"]
    for title, figures in {"one": "dbs.in_date", "none": "", "two": "dbs.in_date dbs.due"}.items():
        matters.statement(title=title, figures=figures)
    assert listed("governance:statement", "-evidence", str) == ["two", "one", "none"]


def test_a_relation_sorts_by_what_orders_its_own_table():
    rows = Breach.objects.all()
    assert "person_id__name" not in str(sort_expression(rows, "person"))
    assert "person__name" in str(sort_expression(rows, "person"))
    assert str(sort_expression(Team.objects.all(), "from_date")) == "F(from_date)"
    assert str(sort_expression(Post.objects.annotate(), "nothing_of_it")) == "F(nothing_of_it)"
