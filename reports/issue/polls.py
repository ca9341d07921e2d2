"""Whether a report that becomes public before a poll still needs its reason."""

from datetime import date, datetime

from assurance.meetings.elections import PreElectionPeriod
from assurance.meetings.models.elections import periods_before_polls
from reports.approvals.models.poll_reasons import PollReason
from reports.issue.rules import LONDON
from reports.papers.models.papers import Paper

NEEDED = "Enter why the report is published before the poll"


def polls_near(paper: Paper, at: datetime | None, day: date) -> list[PreElectionPeriod]:
    """The times before a poll in which `paper` becomes public at the hour `at`, or on `day`."""
    return periods_before_polls(paper.council, at.astimezone(LONDON).date() if at else day)


def given_reason(paper: Paper) -> PollReason | None:
    """The reason that was given for the paper as it was sent last."""
    return PollReason.objects.filter(paper=paper, round=paper.round).first()


def is_reason_needed(paper: Paper, at: datetime | None, day: date) -> bool:
    """Whether whoever lets `paper` become public at the hour `at`, or on `day`, has to say why: in
    the time before a poll, once for an hour. A publication that stopped goes on with its reason."""
    periods = polls_near(paper, at, day)
    if not periods:
        return False
    reason = given_reason(paper)
    if reason is None:
        return True
    goes_on = at is None and paper.issue_jobs.open().exists()
    return not (reason.is_for(at, day) or (goes_on and reason.polling_on == _first(periods)))


def why_not_without_reason(paper: Paper, at: datetime | None, day: date, reason: str) -> str:
    """The sentence that asks for a reason, or nothing."""
    return "" if reason.strip() or not is_reason_needed(paper, at, day) else NEEDED


def reason_values(paper: Paper, at: datetime | None, reason: str, by, on: date) -> dict:
    """The values of the `PollReason` to keep; none where no poll is near or nothing new is said."""
    periods = polls_near(paper, at, on)
    if not (periods and reason.strip()):
        return {}
    return {
        "round": paper.round,
        "at": at,
        "polls": " and ".join(period.named for period in periods),
        "polling_on": _first(periods),
        "reason": reason.strip(),
        "given_by": by,
        "given_on": on,
    }


def _first(periods):
    return min(period.polling_on for period in periods)
