"""What is recorded of learning meetings."""

from django.db import transaction

from assurance.audits.models.learning import LearningMeeting
from assurance.audits.rules import learning
from assurance.records import history, operations
from assurance.records.record import lock, why_not_withdraw
from assurance.records.refusals import refuse_if

WITHDRAWN = "This record was withdrawn and cannot be changed."


@transaction.atomic
def record_meeting(*, council, by, on, **fields) -> LearningMeeting:
    """Adds a learning meeting, of the council's board or forum of that name where it keeps one;
    refuses one that reviewed nothing and dates out of order."""
    meeting = LearningMeeting(council=council)
    _refuse(fields)
    fields |= _body(meeting, fields["forum"])
    changes = operations.add(meeting, fields, on=on)
    history.record("learning_meetings.record", about=meeting, by=by, on=on, changes=changes)
    return meeting


@transaction.atomic
def change_meeting(*, record, seen, by, on, **fields) -> LearningMeeting:
    """Changes the meeting `record`; refuses as `record_meeting` does, and a withdrawn one. Raises
    `EditConflict` where somebody saved first."""
    meeting = lock(record, seen)
    refuse_if(WITHDRAWN if meeting.is_withdrawn else None)
    _refuse(fields)
    fields |= _body(meeting, fields["forum"])
    changes = operations.change(meeting, fields)
    history.record("learning_meetings.change", about=meeting, by=by, on=on, changes=changes)
    return meeting


@transaction.atomic
def withdraw_meeting(*, record, seen, because, by, on) -> LearningMeeting:
    """Withdraws the meeting `record`; refuses one withdrawn already, or without a reason."""
    meeting = lock(record, seen)
    refuse_if(why_not_withdraw(meeting, because), "because")
    changes = operations.withdraw(meeting, because=because, by=by, on=on)
    history.record("learning_meetings.withdraw", about=meeting, by=by, on=on, changes=changes)
    return meeting


def _body(meeting, name):
    """The forum of that name, and its own way of writing it."""
    forums = LearningMeeting.objects.bodies(meeting.council)
    body = forums.filter(title__iexact=name.strip()).order_by("pk").first()
    return {"body": body, "forum": body.title if body else name}


def _refuse(value):
    for field, sentence in learning.faults(value):
        refuse_if(sentence, field)
