"""What the demonstration's officers record in its last year beside what its files give: who needs a
second person, what audits led to, a re-audit, audits of the DBS register, a sample, outcomes, a
sentence of the month.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from assurance.audits import operations as audits
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.operations import positions
from assurance.governance.models.measures import Measure, MeasureCommentary
from assurance.looked_after.operations import definitions
from assurance.outcomes import operations as outcomes
from assurance.people.models.second_persons import SecondPersonPolicy
from assurance.records import operations
from reports.demonstration.council import FoundedCouncil

CASELOAD = "average-caseload-of-a-social-worker"
# Where care leavers aged 19 to 21 lived: title, how many, the council's target in per cent.
LIVED = (
    ("Lives alone in a tenancy", 21, None),
    ("Lives with a former carer", 14, 30),
    ("Lives with family", 9, None),
    ("Lives in supported lodgings", 6, None),
)
# Populations of the register, whose own audit is each January.
REGISTER = ("children-and-learning-staff", "carers-and-volunteers")
HALF_YEARS = ((6, 30), (12, 31))
# What an audit led to, due, and done or not.
AGREED = (
    ("Record the father's view.", date(2019, 11, 29), date(2019, 10, 18)),
    ("Write the plan's dates with the family.", date(2020, 1, 31), None),
    ("Do the overdue review.", date(2020, 3, 31), None),
)


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of everything recorded."""
    for on, do in (
        (date(2018, 1, 12), _register_audits),
        (date(2019, 1, 11), _register_audits),
        (date(2019, 4, 1), _second_persons),
        (date(2019, 7, 1), _outcomes),
        (date(2019, 10, 1), _sample),
        (date(2019, 10, 21), _actions),
        (date(2019, 12, 16), _census_days),
        (date(2020, 1, 10), _register_audits),
        (date(2020, 1, 31), _reaudit),
        (date(2020, 2, 3), _sentence),
    ):
        yield on, partial(do, founded)


def _own(founded, on, word="officer"):
    return {"council": founded.council, "by": founded.accounts[word], "on": on}


def _second_persons(founded, on):
    fields = {"from_date": on, "actions": True, "audits": True, "reason": ""}
    operations.create(model=SecondPersonPolicy, **_own(founded, on), **fields)


def _outcomes(founded, on):
    rows = [
        {"title": title, "count": count, "target": target, "tolerance": 5 if target else None}
        for title, count, target in LIVED
    ]
    outcomes.record_set(
        **_own(founded, on),
        title="Where care leavers live",
        population="Care leavers aged 19 to 21 on the date",
        base=sum(row["count"] for row in rows),
        from_date=None,
        to_date=date(2019, 3, 31),
        source="Leaving care service",
        outcomes=rows,
    )


def _sample(founded, on):
    cases = [f"CF-2019-{number:03d}" for number in range(1, 121)]
    audits.draw_sample(
        **_own(founded, on, "quality"),
        title="Plans for children in need, October 2019",
        cases=cases,
        size=12,
        seed="october 2019",
        audit_round=None,
    )


def _actions(founded, on):
    current = CaseAudit.objects.of(founded.council).active().filter(audited_on__lte=on)
    post = founded.posts["Group Manager, Child in Need Service"]
    rows = current.order_by("-audited_on", "-pk")[: len(AGREED)]
    for audit, (text, due, done) in zip(rows, AGREED, strict=True):
        made = operations.create(
            model=AuditAction, **_own(founded, on), audit=audit, text=text, owner=post, due_on=due
        )
        if done:
            _close(founded, made, done, on)


def _close(founded, action, done, on):
    """Its owner marks an action of an audit as done, and another person checks that."""
    evidence = "Chronology and assessment of 18 October 2019, read by the practice manager"
    marked = {"done_on": done, "evidence": evidence, "by": founded.accounts["manager"]}
    action = audits.mark_action_done(record=action, version=action.version, on=on, **marked)
    checker = founded.posts["Head of Quality Assurance and Principal Social Worker"]
    who = {"checker": checker, "by": founded.accounts["quality"], "on": on}
    audits.confirm_action_done(record=action, version=action.version, **who)


def _register_audits(founded, on):
    """Staff of the register and its carers, as they were on Monday and are on `on`, a Friday."""
    for slug in REGISTER:
        days = {"audit_date": on - timedelta(4), "position_date": on}
        positions.count_dbs_audit(cohort=founded.cohorts[slug], **days, **_own(founded, on))


def _census_days(founded, on):
    """Since counts are of the ends of months, those of the half-years are the council's own."""
    by = founded.accounts["administrator"]
    definitions.set_census_days(council=founded.council, own_days=HALF_YEARS, by=by, on=on)


def _reaudit(founded, on):
    """The last audit of an inadequate grade, repeated by another auditor."""
    rows = CaseAudit.objects.of(founded.council).active().filter(first_grade__code="inadequate")
    first = rows.order_by("-audited_on", "-pk").first()
    operations.create(
        model=CaseAudit,
        **_own(founded, on),
        reference="CF-2020-001",
        audited_on=on - timedelta(4),
        earlier_audit=first,
        team=first.team,
        method="live",
        auditor=founded.posts["Head of Quality Assurance and Principal Social Worker"],
        own_team=False,
        first_grade=first.first_grade.scale.grades.get(code="requires_improvement"),
        shared_on=on - timedelta(1),
        recorded_on=on,
        strengths="The plan has dates now, and the family helped to write them.",
        areas_for_development="The child’s own words are in the notes and not yet in the plan.",
        actions="Write the child’s own words into the plan at its next review.",
    )


def _sentence(founded, on):
    measure = Measure.objects.of(founded.council).get(slug=CASELOAD)
    text = "Four newly qualified workers took up their cases, and caseloads fell in every team."
    fields = {"month": date(2020, 1, 1), "text": text}
    operations.create(model=MeasureCommentary, **_own(founded, on), measure=measure, **fields)
