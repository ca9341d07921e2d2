"""What the database itself refuses of audits and their programme, whoever writes: each constraint
is broken once on purpose, and the nearest row that it lets by is written too."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, models

from tests.cast import make_user
from tests.make.audits import (
    HELD,
    LONG_AGO,
    allocation,
    audit_kind,
    audit_round,
    audit_theme,
    case_audit,
    grade,
    learning_meeting,
)
from tests.make.people import post, team
from tests.test_every_constraint import copied, written
from tests.test_every_model import MODELS

pytestmark = pytest.mark.django_db
START, ONE, DAY = date(2015, 1, 1), timedelta(days=1), date(2016, 1, 18)
NEW = (
    *("assurance.audits.models.kinds", "assurance.audits.models.rounds"),
    "assurance.audits.models.allocations",
    "assurance.audits.models.learning",
)
BEGUN = {"begun_on": START}
# Makes a row → how it is broken (in every way), how it may stand; by the constraint's name.
CHECKS = {
    "audit_kind_dates_in_order": (audit_kind, [{"to_date": LONG_AGO - ONE}], {"to_date": LONG_AGO}),
    "audit_kind_interval_in_bounds": (
        audit_kind,
        [{"interval_months": 0}, {"interval_months": 121}],
        {"interval_months": 120},
    ),
    "audit_theme_dates_in_order": (
        audit_theme,
        [{"to_date": LONG_AGO - ONE}],
        {"to_date": LONG_AGO},
    ),
    "audit_round_dates_in_order": (audit_round, [{"end": START - ONE}], {"end": START}),
    "audit_round_plans_one_or_more": (audit_round, [{"planned": 0}], {"planned": 1}),
    "audit_round_due_again_after_start": (
        audit_round,
        [
            *({"interval_months": None}, {"next_due_on": None}, {"next_due_on": START}),
            {"interval_months": 121},
        ],
        {"interval_months": 120, "next_due_on": START + ONE},
    ),
    "audit_round_begun_in_time": (audit_round, [{"begun_on": START - ONE}], BEGUN),
    "audit_round_closed_with_a_result": (
        audit_round,
        [
            *({"closed_on": START, "result": "x"}, {"closed_on": START, **BEGUN}),
            *({"result": "x"}, {"result": "x", **BEGUN}),
            {"closed_on": START, "result": "x", "begun_on": START + ONE},
        ],
        {"closed_on": START, "result": "x", **BEGUN},
    ),
    "audit_round_cancelled_with_a_reason": (
        audit_round,
        [
            *({"cancelled_on": START}, {"cancelled_because": "x"}),
            {
                **{"closed_on": START, "result": "x", **BEGUN},
                **{"cancelled_on": START, "cancelled_because": "x"},
            },
        ],
        {"cancelled_on": START, "cancelled_because": "x"},
    ),
    "allocation_of_something": (
        allocation,
        [{"own_team": 0, "other_team": 0}],
        {"own_team": 0, "other_team": 1},
    ),
    "allocation_stretch_in_bounds": (
        allocation,
        [{"every_months": 0}, {"every_months": 25}],
        {"every_months": 24},
    ),
    "learning_meeting_reviewed_in_order": (
        learning_meeting,
        [
            *({"reviewed_from": None}, {"reviewed_to": None}),
            {"reviewed_from": HELD, "reviewed_to": HELD - ONE},
        ],
        {"reviewed_from": None, "reviewed_to": None},
    ),
}
ONCE = {
    "audit_kind_named_once": audit_kind,
    "audit_theme_named_once": audit_theme,
    "allocation_once_a_post": allocation,
}


def names_of(kind):
    """The names of every constraint of a kind of the programme's and the meetings' models, but for
    the one of withdrawals that each record inherits."""
    return {
        one.name
        for model in MODELS
        if model.__module__.startswith(NEW)
        for one in model._meta.constraints
        if isinstance(one, kind) and not one.name.endswith("_withdrawal_is_whole")
    }


def test_every_constraint_has_a_line():
    assert names_of(models.CheckConstraint) == set(CHECKS)
    assert names_of(models.UniqueConstraint) == set(ONCE)


@pytest.mark.parametrize("name", CHECKS)
def test_the_database_refuses_a_row_that_breaks_its_check_and_takes_the_nearest(name):
    make, broken, whole = CHECKS[name]
    row = make()
    for said in broken:
        with pytest.raises(IntegrityError, match=name):
            written(row, **said)
    written(row, **whole)
    row.refresh_from_db()
    assert {field: getattr(row, field) for field in whole} == whole


@pytest.mark.parametrize("name", ONCE)
def test_there_is_one_that_stands_and_any_number_withdrawn(name):
    row = ONCE[name]()
    told = name if connection.vendor == "postgresql" else "UNIQUE constraint failed"
    with pytest.raises(IntegrityError, match=told):
        copied(row)
    gone = {"withdrawn_on": DAY, "withdrawn_by_id": make_user().pk, "withdrawn_because": "x"}
    assert len({row.pk, copied(row, **gone).pk, copied(row, **gone).pk}) == 3


def test_an_auditors_other_team_is_another():
    audit, other = case_audit(), team("East")
    for said in ({"auditor_team": other}, {"own_team": False, "auditor_team": audit.team}):
        with pytest.raises(IntegrityError, match="audit_by_another_team_than_its_own"):
            written(audit, **said)
    written(audit, own_team=False, auditor_team=other)
    written(audit, auditor_team=None)


def test_a_moderation_is_by_a_post_on_a_day_not_before_the_audit_or_of_the_time_before_posts():
    audit = case_audit()
    by, weak = post("Head of Practice"), grade("inadequate")
    whole = {"moderator": by, "moderated_on": audit.audited_on, "moderated_grade": weak}
    for broken in (
        {"moderator": None},
        {"moderated_on": None},
        {"moderated_grade": None},
        {"moderated_on": audit.audited_on - ONE},
    ):
        with pytest.raises(IntegrityError, match="audit_moderated_by_a_post_on_a_day"):
            written(audit, **whole | broken)
    written(audit, **whole)
    written(audit, moderator=None, moderated_on=None)
