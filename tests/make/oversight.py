"""Makers of scorecards and of what meetings were shown: a valid row with no arguments."""

from assurance.runtime.periods import this_moment, today
from reports.oversight.models import MeetingScorecard, Scorecard
from reports.oversight.operations import freeze
from tests.cast import officer
from tests.make import matters


def scorecard(measures=None, **said):
    """A board's scorecard of one measure."""
    council = {"council": said["council"]} if "council" in said else {}
    if "body" not in said:
        said["body"] = matters.forum(**council)
    row = matters.made(Scorecard, said)
    row.measures.set([matters.measure(**council)] if measures is None else measures)
    return row


def frozen(**said) -> MeetingScorecard:
    """A scorecard as it was frozen for a meeting of its board."""
    row = said.pop("scorecard", None) or scorecard(**said)
    meeting = matters.meeting(forum=row.body).meeting
    return freeze(
        record=row, meeting=meeting, at=this_moment(), by=officer(row.council), on=today()
    )
