"""Freezing a scorecard for a meeting of its board."""

from datetime import date, datetime

from django.db import transaction

from assurance.meetings.models.meetings import Meeting
from assurance.records import history
from assurance.records.record import locked
from assurance.records.refusals import refuse_if
from assurance.runtime.periods import say_day
from reports.oversight.contents import frozen_content
from reports.oversight.models import MeetingScorecard, Scorecard

WITHDRAWN = "This scorecard was withdrawn: no meeting can be shown it."
NOT_A_MEETING = "Choose a meeting of the scorecard’s board that was not withdrawn or cancelled"
TOO_EARLY = "Choose a later meeting: this scorecard was made on {date}, after that meeting"
FROZEN = "The scorecard was frozen for this meeting already: open that one"


@transaction.atomic
def freeze(*, record: Scorecard, meeting: Meeting, at: datetime, by, on: date) -> MeetingScorecard:
    """Keeps what the scorecard shows at the end of the meeting's day, for that meeting, for ever.
    Raises `Refused` for a withdrawn scorecard, a meeting of another body, one that was withdrawn or
    cancelled or is older than the scorecard, and one for which it was frozen."""
    scorecard = locked(Scorecard, record.pk)
    refuse_if(WITHDRAWN if scorecard.is_withdrawn else None)
    wrong = meeting.body_id != scorecard.body_id or meeting.is_withdrawn or meeting.cancelled
    refuse_if(NOT_A_MEETING if wrong else None, "meeting")
    is_early = meeting.date < scorecard.created_on
    refuse_if(TOO_EARLY.format(date=say_day(scorecard.created_on)) if is_early else None, "meeting")
    is_frozen = scorecard.frozen.filter(meeting=meeting).exists()
    refuse_if(FROZEN if is_frozen else None, "meeting")
    frozen = MeetingScorecard.objects.create(
        council=scorecard.council,
        scorecard=scorecard,
        meeting=meeting,
        content=frozen_content(scorecard, meeting.date),
        frozen_by=by,
        frozen_at=at,
    )
    changes = history.impersonal_changes({"meeting": say_day(meeting.date)})
    history.record("oversight.freeze", about=scorecard, by=by, on=on, changes=changes)
    return frozen
