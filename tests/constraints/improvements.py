"""How each constraint of improvement plans is broken, and the nearest row that it lets by."""

from datetime import date, timedelta

from tests.make import improvements

ONE = timedelta(days=1)
FIRST = date(2017, 5, 17)
DONE = {"status": "done", "done_on": FIRST}


def done():
    """An action that is done and was checked."""
    return improvements.action(status="done")


CHECKS = {
    "plan_dates_in_order": (improvements.plan, {"to_date": FIRST - ONE}, {"to_date": FIRST}),
    "action_dates_in_order": (improvements.action, {"due_on": FIRST - ONE}, {"due_on": FIRST}),
    "action_done_has_its_day": (done, {"done_on": None}, {"done_on": FIRST}),
    "action_done_has_its_checker": (
        done,
        {"checker": None},
        {"checker": None, "status": "on_track", "done_on": None},
    ),
    "action_mark_of_done_is_whole": (
        improvements.marked_done,
        {"marked_done_by": None},
        {"finished_on": date(2017, 9, 1)},
    ),
    "evidence_is_an_audit_or_a_figure": (
        improvements.evidence,
        {"figure": ""},
        {"figure": "actions.overdue"},
    ),
}
ONCE = {
    "plan_named_once": improvements.plan,
    "priority_order_once": improvements.priority,
    "action_reference_once": improvements.action,
    "action_reference_once_in_any_case": lambda: improvements.action(reference="Z1"),
}
RECORDS = {
    "action": improvements.action,
    "actionnote": improvements.note,
    "actionevidence": improvements.evidence,
}
