"""What follows from plans and reviews in the demonstration: notes on actions, what shows how they
go, and an inspection whose report waits for its reply on the demonstration's own day.

That report is not published, so no figure counts it.
"""

from datetime import date
from functools import partial

from assurance.improvement import operations as follow_up
from assurance.improvement.models.actions import Action
from assurance.improvement.models.follow_up import ActionNote
from assurance.records import operations
from assurance.reviews import operations as findings
from assurance.reviews.models.findings import Review
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil


def steps(founded: FoundedCouncil):
    """(day, what is done on it) of everything that follows."""
    value = texts.read("followed")
    waiting = texts.dated(value["waiting"])
    yield waiting["recorded_on"], partial(_receive, founded, waiting["review"])
    yield waiting["answered_on"], partial(_answer, founded, waiting["review"]["slug"])
    for item in map(texts.dated, value["notes"]):
        yield item["noted_on"], partial(_note, founded, item)
    for item in value["evidence"]:
        yield date.fromisoformat(item["on"]), partial(_show, founded, item)


def _receive(founded, value, on):
    """The report as it arrived."""
    findings.record_review(**_own(founded, on), framework=None, **texts.dated(value))


def _answer(founded, slug, on):
    """The reply as it was sent."""
    review = Review.objects.of(founded.council).get(slug=slug)
    values = {"record": review, "version": review.version, "response_sent_on": on}
    operations.change(by=founded.accounts["officer"], on=on, **values)


def _note(founded, value, on):
    values = {name: value[name] for name in ("noted_on", "role", "text")}
    operations.create(
        model=ActionNote, **_own(founded, on), action=_action(founded, value), **values
    )


def _show(founded, value, on):
    values = {"audit_reference": "", "figure": value["figure"], "shows": value["shows"]}
    follow_up.record_evidence(**_own(founded, on), action=_action(founded, value), **values)


def _action(founded, value):
    return Action.objects.of(founded.council).get(reference=value["action"])


def _own(founded, on):
    return {"council": founded.council, "by": founded.accounts["officer"], "on": on}
