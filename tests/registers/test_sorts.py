"""Every column of every list sorts, or says here why it does not; in one order on any database."""

from datetime import date

import pytest

from assurance.dbs.models.breaches import Breach
from assurance.govuk.lists import sort_expression
from assurance.people.models.posts import Post
from assurance.people.models.teams import Team
from tests import cast
from tests.make import audits, dbs, people
from tests.page_requests import browser_of
from tests.registers.test_every_register import LISTED, keeper, made, registers

pytestmark = pytest.mark.django_db
__all__ = ["keeper"]

BY_RULE = "not known where statuses are not told apart, which a rule in Python decides"
IN_WORDS = "several values of different kinds in one cell"
NOT_SORTED = {
    ("dbs:audit", "Overdue at the audit"): BY_RULE,
    ("dbs:audit", "In date"): BY_RULE,
    ("governance:body-report", "State"): "read from two fields, which the filter asks for",
    ("governance:measure", "Latest value"): "values of several units in one column",
    ("governance:scale", "Likelihood"): IN_WORDS,
    ("governance:scale", "Impact"): IN_WORDS,
    ("governance:statement", "Evidence"): IN_WORDS,
}


def test_every_column_sorts_or_says_why_not():
    unsorted = {
        (name, column.label)
        for name, register in registers().items()
        if register.filters
        for column in register.shown_columns
        if not column.sort
    }
    assert unsorted == set(NOT_SORTED)


def test_no_two_columns_of_a_list_have_one_word_in_addresses():
    for name, register in registers().items():
        words = [column.name for column in register.shown_columns if column.sort]
        assert len(words) == len(set(words)), name


@pytest.mark.parametrize("register", LISTED)
def test_a_list_can_be_had_in_the_order_of_every_column(keeper, register):
    made(register)
    for word in register.sorts:
        for sort in (word, f"-{word}"):
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


def test_a_relation_sorts_by_what_orders_its_own_table():
    rows = Breach.objects.all()
    assert "person_id__name" not in str(sort_expression(rows, "person"))
    assert "person__name" in str(sort_expression(rows, "person"))
    assert str(sort_expression(Team.objects.all(), "from_date")) == "F(from_date)"
    assert str(sort_expression(Post.objects.annotate(), "nothing_of_it")) == "F(nothing_of_it)"
