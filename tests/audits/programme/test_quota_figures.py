"""How many posts the rules of rounds ask for audits, and how many did what was asked."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assurance.audits.rules.allocation import say_rule
from assurance.figures.figure import WHOLE, Mark
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES, evidence_of
from assurance.runtime.periods import When
from tests.cast import clerk, make_council, officer
from tests.make.audits import allocation, audit_round, case_audit
from tests.make.people import post, team
from tests.page_requests import words

START, END = date(2015, 7, 1), date(2015, 12, 31)
HALF = When(START, END)
DAY = timedelta(1)
needs_rows = pytest.mark.django_db


def quota(when=HALF):
    """(posts that met their quota, of how many) in a period, or None where nothing is returned."""
    make_council()
    keys = ("audits.posts_that_met_quota", "audits.posts_allocated")
    queries = [FigureQuery(key, "", when) for key in keys]
    values = measure(make_council(), queries, FIGURES)
    met, posts = (values.value(query, WHOLE) for query in queries)
    if met.mark == Mark.NOT_RETURNED:
        assert posts.mark == Mark.NOT_RETURNED
        return None
    assert met.base == posts.count
    return met.count, posts.count


def done(round_, title, *, own, on=START, **fields):
    """A case audit of the round by the post of this title."""
    return case_audit(round=round_, auditor=post(title), own_team=own, audited_on=on, **fields)


@needs_rows
def test_nothing_is_returned_before_the_first_round_with_a_rule():
    assert quota() is None
    audit_round(start=START, end=END)
    assert quota() is None
    allocation(audit_round=audit_round(start=END + DAY, end=date(2016, 6, 30)))
    assert quota() is None
    assert quota(When(START, END + DAY)) == (0, 0)


@needs_rows
def test_a_post_meets_its_quota_with_one_file_of_its_own_team_and_one_of_another():
    round_ = audit_round(start=START, end=END)
    allocation(audit_round=round_, posts=["Manager, North", "Manager, South", "Manager, West"])
    done(round_, "Manager, North", own=True)
    done(round_, "Manager, North", own=False, on=END)
    done(round_, "Manager, South", own=True)
    done(round_, "Manager, South", own=True, on=END)
    assert quota() == (1, 3)
    done(round_, "Manager, South", own=False, on=END + DAY)
    assert quota(When(START, END + DAY)) == (1, 3)
    done(round_, "Manager, South", own=False, on=END)
    assert quota() == (2, 3)


@needs_rows
def test_a_quota_of_each_month_is_met_in_every_month():
    round_ = audit_round(start=START, end=date(2015, 8, 31))
    allocation(audit_round=round_, own_team=1, other_team=0, every_months=1, posts=["Manager"])
    july = done(round_, "Manager", own=True, on=date(2015, 7, 31))
    assert quota() == (0, 1)
    august = done(round_, "Manager", own=True, on=date(2015, 8, 1))
    assert quota() == (1, 1)
    type(august).objects.filter(pk=august.pk).update(audited_on=july.audited_on)
    assert quota() == (0, 1)


@needs_rows
def test_a_title_alone_asks_each_team_of_the_round():
    north, south = team("North"), team("South")
    round_ = audit_round(start=START, end=END, teams=[north, south])
    allocation(audit_round=round_, own_team=1, other_team=0)
    done(round_, "Practice Manager", own=True, team=north)
    assert quota() == (1, 2)
    done(round_, "Practice Manager", own=False, team=north, auditor_team=south)
    assert quota() == (1, 2)


@needs_rows
@pytest.mark.parametrize(
    ("when", "found"),
    [
        (When(START, END - DAY), (0, 0)),
        (When(END, END), (0, 1)),
        (When(END + DAY, date(2016, 12, 31)), (0, 0)),
        (When(date(2015, 1, 1), START - DAY), None),
    ],
)
def test_a_round_belongs_to_the_period_of_its_last_day(when, found):
    allocation(audit_round=audit_round(start=START, end=END), posts=["Manager"])
    assert quota(when) == found


@needs_rows
def test_cancelled_rounds_and_withdrawn_lines_and_audits_do_not_count():
    gone = {"withdrawn_on": END, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    over = audit_round(start=START, end=END, cancelled_on=END, cancelled_because="No auditor")
    allocation(audit_round=over, posts=["Manager"])
    assert quota() is None
    round_ = audit_round(start=START, end=END)
    allocation(audit_round=round_, own_team=0, posts=["Manager"])
    allocation(audit_round=round_, posts=["Director"], **gone)
    done(round_, "Manager", own=False, **gone)
    assert quota() == (0, 1)


@needs_rows
def test_the_page_of_a_round_lists_the_posts_that_are_counted(client):
    round_ = audit_round(start=START, end=END)
    allocation(audit_round=round_, posts=["Manager, North", "Manager, South"])
    done(round_, "Manager, North", own=True)
    done(round_, "Manager, North", own=False)
    client.force_login(clerk())
    page = words(client.get(reverse("audits:round-record", args=[round_.pk])))
    assert "1 of 2 posts met their quota by" in page
    assert "Manager, North" in page and "Manager, South" in page
    for key in ("audits.posts_allocated", "audits.posts_that_met_quota"):
        query = FigureQuery(key, "", HALF)
        value = measure(make_council(), [query], FIGURES).value(query, WHOLE)
        assert value.count == {"audits.posts_allocated": 2}.get(key, 1)
        assert evidence_of(key).address == "audits:programme"


@given(own=st.integers(0, 30), other=st.integers(0, 30))
def test_a_rule_in_words_names_each_number_that_it_asks_for(own, other):
    if own or other:
        text = say_rule(own, other)
        assert ("their own team" in text) is (own > 0)
        assert ("another team" in text) is (other > 0)
        assert text.count("case file") == 1 and "no of" not in text
        assert ("case files" in text) is ((own or other) > 1)


def test_a_rule_reads_as_a_report_prints_it():
    assert say_rule(1, 1) == "one case file of their own team and one of another team"
    assert say_rule(0, 2) == "two case files of another team"
    assert say_rule(12, 0) == "12 case files of their own team"
