"""What an officer types for an action, and what a file holds of one."""

from datetime import date

from assurance.improvement.importing import ACTIONS
from tests.audits.entries import boxes
from tests.make.improvements import priority
from tests.make.people import post

ROW = {
    **{"reference": "1.1", "priority": "Care leavers", "text": "Date every plan."},
    **{"owner": "Head of Service", "starts_on": "17/05/2017", "due_on": "31/12/2017"},
}


def typed_action(**said):
    """What an officer types for an action that is on track."""
    usual = {
        "reference": "A1",
        "text": "Give each plan its dates.",
        "owner": "Head of Service",
        "starts_on": date(2017, 5, 17),
        "due_on": date(2017, 12, 31),
        "status": "on_track",
        "impact": "not_known",
    }
    if "priority" not in said:
        usual["priority"] = priority().pk
    said = {**usual, **said}
    for name in ("owner", "checker"):
        if isinstance(said.get(name), str) and said[name]:
            said[name] = post(said[name]).pk
    return boxes(said)


def change(**said):
    """The cells of a row, in the order of the columns, that says this alone of action 1.1."""
    told = {"reference": "1.1", **said}
    return tuple(told.get(column.name) for column in ACTIONS.columns)


def line(**said):
    """The cells of one action, whole."""
    return change(**{**ROW, **said})
