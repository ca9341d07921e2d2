"""Makers of why a paper is published before a poll."""

from datetime import date

from reports.approvals.models.poll_reasons import PollReason
from tests.cast import clerk
from tests.make import papers


def poll_reason(**said):
    """Why a paper is published before the by-election."""
    of = said.pop("paper", None) or papers.paper()
    usual = {"round": of.round, "polls": "the by-election", "polling_on": date(2016, 3, 24)}
    usual |= {"reason": "The law sets the day.", "given_by": clerk(of.council)}
    return PollReason.objects.create(paper=of, given_on=date(2016, 3, 1), **{**usual, **said})
