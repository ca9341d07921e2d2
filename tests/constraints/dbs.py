"""The constraints of DBS records: how each is broken, and the nearest that it lets by."""

from datetime import date, timedelta

from tests.cast import make_user
from tests.make import dbs, people

DAY, ONE = date(2016, 1, 18), timedelta(days=1)
TEXT = "x"

# As in `tests.test_every_constraint`.
CHECKS = {
    "policy_months_in_bounds": (dbs.policy, {"interval_months": 121}, {"interval_months": 120}),
    "policy_dates_in_order": (
        dbs.policy,
        {"to_date": people.LONG_AGO - ONE},
        {"to_date": people.LONG_AGO},
    ),
    "certificate_number_is_twelve_digits": (
        dbs.dbs_check,
        {"certificate_number": "00123456789x"},
        {"certificate_number": "001234567890"},
    ),
    "certificate_seen_after_issue": (
        dbs.dbs_check,
        {"seen_on": date(2014, 6, 1)},
        {"seen_on": date(2014, 6, 2)},
    ),
    "application_closed_with_an_outcome": (
        dbs.application,
        {"closed_on": DAY},
        {"closed_on": date(2016, 1, 4), "outcome": "stopped"},
    ),
    "lookup_only_with_consent": (dbs.lookup, {"consent_held": False}, {"consent_held": True}),
    "dbs_position_not_before_audit": (
        dbs.dbs_audit,
        {"position_date": dbs.AUDIT_DATE - ONE},
        {"position_date": dbs.AUDIT_DATE},
    ),
    "dbs_audit_has_a_source": (dbs.dbs_audit, {"source": ""}, {"source": TEXT}),
    "dbs_follow_up_whole_or_absent": (
        dbs.dbs_audit,
        {"in_progress": None},
        {"rechecked": None, "in_progress": None, "not_started": None},
    ),
    "policy_audit_months_in_bounds": (dbs.policy, {"audit_months": 0}, {"audit_months": 1}),
    "breach_counts_its_people": (
        lambda: dbs.breach(person=people.person()),
        {"people": 2},
        {"people": 2, "person": None},
    ),
    "breach_told_to_a_meeting_on_a_day": (
        dbs.breach,
        {"told_meeting": TEXT},
        {"told_meeting": TEXT, "told_on": date(2016, 1, 6)},
    ),
    "breach_remedied_by_something": (
        dbs.breach,
        {"remedied_on": date(2016, 1, 6)},
        {"remedied_on": date(2016, 1, 6), "remedy": TEXT},
    ),
    "breach_due_once_found": (
        dbs.breach,
        {"remedy_due_on": date(2016, 1, 5)},
        {"remedy_due_on": date(2016, 1, 6)},
    ),
    "breach_closed_once_remedied": (
        lambda: dbs.breach(remedied_on=DAY, remedy=TEXT, closed_on=DAY, closer="Head of Service"),
        {"closed_on": DAY - ONE},
        {"closed_on": DAY + ONE},
    ),
    "breach_remedy_recorded_by_somebody_on_a_day": (
        lambda: dbs.breach(remedy_recorded_by=make_user("officer"), remedy_recorded_on=DAY),
        {"remedy_recorded_on": None},
        {"remedy_recorded_on": None, "remedy_recorded_by": None},
    ),
    "policy_written_by_somebody_on_a_day": (
        lambda: dbs.policy(recorded_by=make_user("officer"), recorded_on=DAY),
        {"recorded_on": None},
        {"recorded_on": None, "recorded_by": None},
    ),
    "wording_written_by_somebody_on_a_day": (
        lambda: dbs.wording(recorded_by=make_user("officer"), recorded_on=DAY),
        {"recorded_on": None},
        {"recorded_on": None, "recorded_by": None},
    ),
    "wording_dates_in_order": (
        dbs.wording,
        {"to_date": people.LONG_AGO - ONE},
        {"to_date": people.LONG_AGO},
    ),
    "only_an_email_is_delivered": (
        dbs.reminder,
        {"delivery": "sent"},
        {"delivery": "sent", "how": "email"},
    ),
    "dbs_due_month_begins_on_its_first": (
        lambda: dbs.dbs_audit().due.get(),
        {"month": date(2016, 2, 2)},
        {"month": date(2016, 2, 1)},
    ),
}
ONCE = {
    "one_policy_from_a_day": dbs.policy,
    "one_wording_from_a_day": dbs.wording,
    "reminded_once_unless_asked": dbs.reminder,
    "reminded_by_email_once_a_day": lambda: dbs.reminder(how="email", delivery="sent", again=True),
    "certificate_once": dbs.dbs_check,
    "dbs_audit_edition_once": dbs.dbs_audit,
    "one_dbs_audit_in_force": dbs.dbs_audit,
    "dbs_count_once": lambda: dbs.dbs_audit().counts.first(),
    "dbs_due_month_once": lambda: dbs.dbs_audit().due.get(),
}
RECORDS = {
    "dbscheck": dbs.dbs_check,
    "dbsapplication": dbs.application,
    "updatelookup": dbs.lookup,
    "dbsaudit": dbs.dbs_audit,
    "breach": dbs.breach,
    "reminder": dbs.reminder,
}
