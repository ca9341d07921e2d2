"""How each constraint of other matters is broken, and the nearest row that it lets by."""

from datetime import date, timedelta

from tests.make import audits, matters, outcomes, papers

ONE = timedelta(days=1)
FOUND, DECEMBER = matters.FOUND, date(2015, 12, 8)


def ended():
    """A development that was done on the day on which it began."""
    return matters.development(state="done", started_on=FOUND, state_on=FOUND)


def bounded(make):
    """A maker of a row that holds for a time."""
    return lambda: make(from_date=FOUND)


CHECKS = {
    "development_due_after_start": (
        lambda: matters.development(started_on=FOUND),
        {"due_on": FOUND - ONE},
        {"due_on": FOUND},
    ),
    "development_ended_after_start": (ended, {"state_on": FOUND - ONE}, {"state_on": FOUND}),
    "milestone_reached_has_its_day": (
        matters.milestone,
        {"state": "reached"},
        {"state": "reached", "reached_on": FOUND},
    ),
    "document_dates_in_order": (
        bounded(matters.document),
        {"to_date": FOUND - ONE},
        {"to_date": FOUND},
    ),
    "document_approved_by_a_body": (
        matters.document,
        {"approved_on": FOUND},
        {"approved_on": FOUND, "approved_body": "Cabinet"},
    ),
    "forum_meeting_circulated_to_somebody": (
        matters.meeting,
        {"circulated": "A summary"},
        {"circulated": "A summary", "circulated_to": "Every team"},
    ),
    "meeting_of_a_body": (audits.learning_meeting, {"kind": "forum"}, {"kind": "learning"}),
    "learning_meeting_circulated_to_somebody": (
        lambda: audits.learning_meeting(circulated_to="Managers"),
        {"circulated_on": audits.HELD - ONE},
        {"circulated_on": audits.HELD},
    ),
    "learning_meeting_next_comes_after": (
        audits.learning_meeting,
        {"next_on": audits.HELD},
        {"next_on": audits.HELD + ONE},
    ),
    "forum_meets_at_intervals": (
        matters.forum,
        {"kind": "committee"},
        {"kind": "committee", "interval": "", "chair": None},
    ),
    "engagementevent_counted_or_not": (
        matters.event,
        {"reached": "not_counted"},
        {"reached": "not_counted", "number": None},
    ),
    "statement_validated_by_a_body": (
        matters.statement,
        {"validated_on": FOUND},
        {"validated_on": FOUND, "validated_body": "Cabinet"},
    ),
    "riskscale_dates_in_order": (
        bounded(matters.scale),
        {"to_date": FOUND - ONE},
        {"to_date": FOUND},
    ),
    "risk_closed_after_it_opened": (matters.risk, {"closed_on": FOUND - ONE}, {"closed_on": FOUND}),
    "risk_reviewed_after_it_opened": (
        matters.risk,
        {"reviewed_on": FOUND - ONE},
        {"reviewed_on": FOUND},
    ),
    "risk_rating_from_one": (matters.rating, {"impact": 0}, {"impact": 1}),
    "measure_value_dates_in_order": (
        matters.value,
        {"from_date": DECEMBER + ONE},
        {"from_date": DECEMBER},
    ),
    "measure_value_counted_out_of": (
        matters.value,
        {"count": 81, "out_of": 80},
        {"count": 80, "out_of": 80},
    ),
    "measure_target_dates_in_order": (matters.target, {"to_date": FOUND - ONE}, {"to_date": FOUND}),
    "outcome_set_dates_in_order": (
        outcomes.outcome_set,
        {"from_date": date(2015, 4, 1)},
        {"from_date": date(2015, 3, 31)},
    ),
    "measure_relation_dates_in_order": (
        matters.relation,
        {"to_date": date(2009, 12, 31)},
        {"to_date": date(2010, 1, 1)},
    ),
}
CHECKS |= {
    "decision_level_dates_in_order": (
        matters.decision_level,
        {"to_date": FOUND - ONE},
        {"to_date": FOUND},
    ),
    "bodyreport_period_in_order": (
        matters.body_report,
        {"to_date": date(2015, 6, 30)},
        {"to_date": date(2015, 7, 1)},
    ),
    "bodyreport_considered_once_received": (
        lambda: matters.body_report(meeting=papers.meeting()),
        {"received_on": None},
        {"received_on": None, "meeting": None},
    ),
}
ONCE = {
    "development_named_once": matters.development,
    "development_state_once_a_day": lambda: matters.development().states.get(),
    "milestone_number_once": matters.milestone,
    "document_named_once": matters.document,
    "forum_named_once": matters.forum,
    "forum_meeting_once_a_day": lambda: matters.meeting().meeting,
    "one_meeting_a_day": papers.meeting,
    "decision_level_once_a_day": matters.decision_level,
    "bodyreport_named_once": matters.body_report,
    "plan_outcome_number_once": matters.plan_outcome,
    "engagementevent_named_once": matters.event,
    "statement_named_once": matters.statement,
    "riskscale_named_once": matters.scale,
    "risk_named_once": matters.risk,
    "risk_rated_once_a_day": matters.rating,
    "measure_named_once": matters.measure,
    "measure_value_once": matters.value,
    "measure_target_once": matters.target,
    "measure_commentary_once": matters.commentary,
    "outcome_set_once": outcomes.outcome_set,
    "outcome_of_a_set_once": lambda: outcomes.outcome_set().outcomes.first(),
}
RECORDS = {
    "development": matters.development,
    "milestone": matters.milestone,
    "document": matters.document,
    "body": matters.forum,
    "meeting": papers.meeting,
    "engagementevent": matters.event,
    "statement": matters.statement,
    "riskscale": matters.scale,
    "risk": matters.risk,
    "riskrating": matters.rating,
    "measure": matters.measure,
    "measurevalue": matters.value,
    "measuretarget": matters.target,
    "measurerelation": matters.relation,
    "measurecommentary": matters.commentary,
    "decisionlevel": matters.decision_level,
    "bodyreport": matters.body_report,
    "planoutcome": matters.plan_outcome,
    "outcomeset": outcomes.outcome_set,
}
