"""What the database itself refuses, whoever writes: each constraint is broken once on purpose, and
the nearest row that it lets by is written too.

The sweep finds the constraints; a new one fails until it has a line here.
"""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, models, transaction

from tests.cast import make_user
from tests.constraints import dbs, findings, improvements, matters
from tests.looked_after import comparing
from tests.make import attachments, closures, papers, people, public_pages, surveys
from tests.test_every_model import MODELS

pytestmark = pytest.mark.django_db
SUBJECTS = (
    "assurance.attachments",
    "assurance.people",
    "assurance.dbs",
    "assurance.looked_after",
    "assurance.meetings",
    "assurance.reviews",
    "assurance.improvement",
    "assurance.surveys",
    "assurance.governance",
    "assurance.outcomes",
    "assurance.public_pages",
)
OURS = [model for model in MODELS if model.__module__.startswith(SUBJECTS)]
DAY, ONE = date(2016, 1, 18), timedelta(days=1)
TEXT = "x"


def constraints(kind):
    """A dict of name → (model, constraint) of every constraint of a kind."""
    return {
        one.name: (model, one)
        for model in OURS
        for one in model._meta.constraints
        if isinstance(one, kind)
    }


# Makes a row → how it is broken, how it may stand; by the constraint's name.
CHECKS = {
    **dbs.CHECKS,
    "attachment_of_one_record": (
        attachments.attachment,
        {"review": None},
        {"title": "Another letter"},
    ),
    "attachment_holds_something": (attachments.attachment, {"size": 0}, {"size": 1}),
    "team_dates_in_order": (
        people.team,
        {"to_date": people.LONG_AGO - ONE},
        {"to_date": people.LONG_AGO},
    ),
    "post_dates_in_order": (
        papers.post,
        {"to_date": date(2009, 12, 31)},
        {"to_date": date(2010, 1, 1)},
    ),
    "child_contact_has_its_numbers": (
        public_pages.contact,
        {"other_phone": ""},
        {"other_phone": "01632 960003"},
    ),
    "council_brand_mark_has_its_text": (
        public_pages.brand,
        {"mark_text": TEXT},
        {"mark_text": TEXT, "mark_sha256": "0" * 64},
    ),
    "accessibility_statement_reviewed_after": (
        public_pages.statement,
        {"reviewed_on": public_pages.LONG_AGO - ONE},
        {"reviewed_on": public_pages.LONG_AGO},
    ),
    "closure_has_a_reason": (closures.closure, {"reason": ""}, {"reason": TEXT}),
    "closure_days_in_order": (
        closures.closure,
        {"last_on": date(2015, 12, 23)},
        {"last_on": date(2015, 12, 24)},
    ),
    "election_has_a_title": (papers.election, {"title": ""}, {"title": TEXT}),
    "election_has_its_notice_before": (
        papers.election,
        {"notice_on": date(2016, 3, 24)},
        {"notice_on": date(2016, 3, 23)},
    ),
    "team_follows_another": (
        people.succession,
        {"before": models.F("team")},
        {"from_date": date(2016, 9, 6)},
    ),
    "post_holder_dates_in_order": (
        people.holder,
        {"to_date": people.LONG_AGO - ONE},
        {"to_date": people.LONG_AGO},
    ),
    "post_absence_dates_in_order": (
        people.absence,
        {"to_date": date(2016, 1, 17)},
        {"to_date": date(2016, 1, 18)},
    ),
    "cohort_dates_in_order": (
        people.cohort,
        {"to_date": people.LONG_AGO - ONE},
        {"to_date": people.LONG_AGO},
    ),
    "engagement_says_why_no_check": (
        people.engagement,
        {"needs_check": False},
        {"needs_check": False, "not_eligible_because": TEXT},
    ),
    "set_aside_has_a_day_and_a_reason": (
        lambda: people.engagement(
            set_aside_from=DAY, set_aside_because=TEXT, set_aside_approver="Director"
        ),
        {"set_aside_from": None},
        {"set_aside_from": None, "set_aside_approver": None},
    ),
    "set_aside_recorded_by_somebody_on_a_day": (
        lambda: people.engagement(
            set_aside_recorded_by=make_user("officer"), set_aside_recorded_on=DAY
        ),
        {"set_aside_recorded_by": None},
        {"set_aside_recorded_by": None, "set_aside_recorded_on": None},
    ),
    "set_aside_dates_in_order": (
        lambda: people.engagement(set_aside_from=DAY, set_aside_because=TEXT),
        {"set_aside_until": DAY - ONE},
        {"set_aside_until": DAY},
    ),
    "absence_has_a_first_day_and_a_kind": (
        people.engagement,
        {"absent_from": DAY},
        {"absent_from": DAY, "absent_because": "leave"},
    ),
    "absence_dates_in_order": (
        lambda: people.engagement(absent_from=DAY, absent_because="leave"),
        {"absent_until": DAY - ONE},
        {"absent_until": DAY},
    ),
    "wave_dates_in_order": (
        surveys.wave,
        {"ended_on": date(2017, 4, 30)},
        {"ended_on": date(2017, 5, 1)},
    ),
    "answer_counted_or_stated": (surveys.stated, {"source": ""}, {"source": TEXT}),
    "answer_yes_within_answered": (surveys.answer, {"n_yes": 57}, {"n_yes": 56}),
    "answer_base_of_one_or_more": (surveys.stated, {"n_answered": 0}, {"n_answered": 1}),
    "answer_answered_within_asked": (surveys.answer, {"n_asked": 55}, {"n_asked": 56}),
    "answer_per_cent_of_a_hundred": (surveys.stated, {"per_cent": 101}, {"per_cent": 100}),
    **comparing.CHECKS,
    **findings.CHECKS,
    **improvements.CHECKS,
    **matters.CHECKS,
}
# The constraint's name → makes a row of which there may be one; a copy of it is refused.
ONCE = {
    "committee_named_once": papers.committee,
    "closure_once": closures.closure,
    "childcontact_from_a_date": public_pages.contact,
    "accessibilitystatement_from_a_date": public_pages.statement,
    "privacynotice_from_a_date": public_pages.notice,
    "election_of_its_kind_once": papers.election,
    "post_named_once": papers.post,
    **dbs.ONCE,
    "team_named_once": people.team,
    "team_follows_another_once": people.succession,
    "cohort_named_once": people.cohort,
    "second_person_policy_once_a_day": people.second_persons,
    "one_usual_cohort": lambda: people.cohort(usual=True),
    "person_reference_once": people.person,
    "person_reference_once_in_any_case": lambda: people.person(reference="Z1"),
    **comparing.ONCE,
    **findings.ONCE,
    **improvements.ONCE,
    **matters.ONCE,
    "survey_named_once": surveys.survey,
    "question_named_once": surveys.question,
    "wave_named_once": surveys.wave,
    "answer_once_a_wave": surveys.answer,
}
# What a copy has to differ in, so that no other constraint is the one that refuses it.
BESIDE = {
    **findings.BESIDE,
    "one_usual_cohort": {"slug": "another"},
    **{f"{one}_reference_once_in_any_case": {"reference": "z1"} for one in ("person", "action")},
    "dbs_audit_edition_once": {"replaced_on": DAY},
    "one_dbs_audit_in_force": {"edition": 2},
    "census_edition_once": {"replaced_on": DAY},
    "one_census_in_force": {"edition": 2},
}


def written(row, **said):
    """Writes `said` on the row past every operation, form and rule."""
    with transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**said)


def copied(row, **said):
    """A second row with everything that the first one has, but for its key and `said`."""
    held = {one.attname: getattr(row, one.attname) for one in row._meta.concrete_fields}
    held.pop(row._meta.pk.attname)
    with transaction.atomic():
        return type(row)._base_manager.create(**{**held, **said})


def is_of_every_record(name):
    """Whether it is the constraint of withdrawals, which each record inherits."""
    return name.endswith("_withdrawal_is_whole")


def test_every_constraint_of_the_subjects_has_a_line():
    checks = {name for name in constraints(models.CheckConstraint) if not is_of_every_record(name)}
    assert checks == set(CHECKS)
    assert set(constraints(models.UniqueConstraint)) == set(ONCE)


@pytest.mark.parametrize("name", CHECKS)
def test_the_database_refuses_a_row_that_breaks_its_check_and_takes_the_nearest(name):
    make, broken, whole = CHECKS[name]
    row = make()
    assert isinstance(row, constraints(models.CheckConstraint)[name][0])
    with pytest.raises(IntegrityError, match=name):
        written(row, **broken)
    written(row, **whole)
    row.refresh_from_db()
    assert {field: getattr(row, field) for field in whole} == whole


@pytest.mark.parametrize("name", ONCE)
def test_the_database_refuses_a_second_row_of_what_there_is_one(name):
    row = ONCE[name]()
    assert isinstance(row, constraints(models.UniqueConstraint)[name][0])
    # SQLite names the columns of a broken index, PostgreSQL the constraint.
    told = name if connection.vendor == "postgresql" else "UNIQUE constraint failed"
    with pytest.raises(IntegrityError, match=told):
        copied(row, **BESIDE.get(name, {}))


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("one_usual_cohort", [{"slug": one, "usual": False} for one in ("second", "third")]),
        ("certificate_once", [{"certificate_number": ""}] * 2),
        ("reminded_once_unless_asked", [{"again": True}] * 2),
        ("reminded_by_email_once_a_day", [{"delivery": one} for one in ("failed", "")]),
        ("one_dbs_audit_in_force", [{"edition": one, "replaced_on": DAY} for one in (2, 3)]),
        ("one_outcome_is_ours", [{"category": one, "is_ours": False} for one in ("B", "C")]),
        ("one_census_in_force", [{"edition": one, "replaced_on": DAY} for one in (2, 3)]),
    ],
)
def test_there_are_several_of_what_is_not_the_one_that_counts(name, several):
    row = ONCE[name]()
    assert len({row.pk, *(copied(row, **differing).pk for differing in several)}) == 3


WITHDRAWALS = [name for name in constraints(models.CheckConstraint) if is_of_every_record(name)]
RECORDS = {
    **dbs.RECORDS,
    "attachment": attachments.attachment,
    "closure": closures.closure,
    "election": papers.election,
    "childcontact": public_pages.contact,
    "accessibilitystatement": public_pages.statement,
    "privacynotice": public_pages.notice,
    "person": people.person,
    "engagement": people.engagement,
    "teamsuccession": people.succession,
    **comparing.RECORDS,
    **findings.RECORDS,
    **improvements.RECORDS,
    **matters.RECORDS,
    "survey": surveys.survey,
    "question": surveys.question,
    "wave": surveys.wave,
    "answer": surveys.answer,
}


@pytest.mark.parametrize("name", WITHDRAWALS)
def test_the_database_refuses_every_part_of_a_withdrawal_without_the_others(name):
    row = RECORDS[name.removesuffix("_withdrawal_is_whole")]()
    whole = {"withdrawn_on": DAY, "withdrawn_by": make_user("officer"), "withdrawn_because": TEXT}
    empty = {"withdrawn_on": None, "withdrawn_by": None, "withdrawn_because": ""}
    for field in whole:
        with pytest.raises(IntegrityError, match=name):
            written(row, **{**empty, field: whole[field]})
        with pytest.raises(IntegrityError, match=name):
            written(row, **{**whole, field: empty[field]})
    written(row, **whole)
    row.refresh_from_db()
    assert row.is_withdrawn
