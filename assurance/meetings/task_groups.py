"""Task groups: bodies that a committee sets up for one piece of work, with a remit and a report.
Plain values."""

from datetime import date

from assurance.runtime.periods import say_day

TASK_GROUP = "task_group"
FIELDS = ("remit", "objectives", "members", "report_due_on", "reported_on")
NOT_ONE = "Only a task group has this: choose “Task group” as the kind, or leave it empty"
NO_REMIT = "Enter what the task group is to do"


def faults(values):
    """What does not fit together in a body: a task group has a remit, others have none of it."""
    if values.get("kind") == TASK_GROUP:
        if not values.get("remit"):
            yield "remit", NO_REMIT
        return
    for name in FIELDS:
        if values.get(name):
            yield name, NOT_ONE


def report_words(due: date | None, made: date | None, day: date) -> str:
    """The state of a task group's final report on `day`: made, due, overdue; empty where no day is
    set."""
    if made and made <= day:
        return f"Made on {say_day(made)}"
    if due is None:
        return ""
    return f"Due by {say_day(due)}" if day <= due else f"Overdue since {say_day(due)}"
