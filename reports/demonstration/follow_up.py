"""What follows from plans and reviews in the demonstration: notes on actions, what shows how they
go, and an inspection whose report waits for its reply on the demonstration's own day.

That report is not published, so no figure counts it.
"""

from datetime import date
from functools import partial

from assurance.improvement.models.actions import Action
from assurance.improvement.operations import follow_up
from assurance.reviews.models.findings import Review
from assurance.reviews.operations import findings
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil


def steps(founded: FoundedCouncil):
    """(day, what is done on it) of everything that follows."""
    said = texts.read("followed")
    waiting = texts.dated(said["waiting"])
    yield waiting["recorded_on"], partial(_receive, founded, waiting["review"])
    yield waiting["answered_on"], partial(_answer, founded, waiting["review"]["slug"])
    for one in map(texts.dated, said["notes"]):
        yield one["noted_on"], partial(_note, founded, one)
    for one in said["evidence"]:
        yield date.fromisoformat(one["on"]), partial(_show, founded, one)


def _receive(founded, said, on):
    """The report as it arrived."""
    findings.record_review(**_own(founded, on), framework=None, **texts.dated(said))


def _answer(founded, slug, on):
    """The reply as it was sent."""
    review = Review.objects.of(founded.council).get(slug=slug)
    told = {"record": review, "seen": review.version, "response_sent_on": on}
    findings.change_review(by=founded.accounts["officer"], on=on, **told)


def _note(founded, said, on):
    told = {name: said[name] for name in ("noted_on", "role", "text")}
    follow_up.record_note(**_own(founded, on), action=_action(founded, said), **told)


def _show(founded, said, on):
    told = {"audit_reference": "", "figure": said["figure"], "shows": said["shows"]}
    follow_up.record_evidence(**_own(founded, on), action=_action(founded, said), **told)


def _action(founded, said):
    return Action.objects.of(founded.council).get(reference=said["action"])


def _own(founded, on):
    return {"council": founded.council, "by": founded.accounts["officer"], "on": on}
