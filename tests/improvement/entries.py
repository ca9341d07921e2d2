"""What an officer types for an action."""

from datetime import date

from tests.audits.entries import parts
from tests.make.improvements import priority

DATES = ("_on", "_day", "_date")


def boxes(said):
    """What is typed, each date in its three boxes."""
    typed = {}
    for name, value in said.items():
        typed |= parts(name, value) if name.endswith(DATES) else {name: value}
    return typed


def typed_action(**said):
    """What an officer types for an action that is on track."""
    usual = {
        "reference": "A1",
        "text": "Give each plan its dates.",
        "owner_role": "Head of Service",
        "starts_on": date(2017, 5, 17),
        "due_on": date(2017, 12, 31),
        "status": "on_track",
        "impact": "not_known",
    }
    if "priority" not in said:
        usual["priority"] = priority().pk
    return boxes({**usual, **said})
