"""Makers of sections asked of somebody: a valid row with no arguments."""

from datetime import date

from assurance.records.email import queue, settle
from reports.contributions.sections import asked_for
from reports.papers.manuscript import read
from reports.papers.models.contributions import ASKED, ContributionDraft, ContributionRequest
from tests.cast import clerk, make_council
from tests.make import papers

ASKED_ON, DUE_ON = date(2016, 1, 4), date(2016, 1, 11)
EMAIL = "team.manager@partner.example"


def contribution_request(**said):
    """The introduction of a paper, with one paragraph, asked of somebody without an account."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or papers.block(council=council).paper
    chosen = said.pop("chosen", "part:introduction")
    whom = {} if "asked_of" in said else {"name": "Team Manager", "email": EMAIL}
    usual = {"asked_by": clerk(of.council), "asked_on": ASKED_ON, "due_on": DUE_ON, **whom}
    return ContributionRequest.objects.create(
        paper=of, **{**asked_for(read(of), chosen), **usual, **said}
    )


def handed_in(**said):
    """The same once it was handed in with `words`."""
    words = said.pop("words", {})
    section = contribution_request(state=ContributionRequest.HANDED, words=words, **said)
    ContributionDraft.objects.create(
        section=section, number=1, words=words, how=ContributionDraft.BY_LINK, handed_on=DUE_ON
    )
    return section


def asked_mail(section=None, kind=ASKED, state="waiting"):
    """The e-mail that asks, waiting to be sent."""
    return settle(queue(section or contribution_request(), kind, ASKED_ON, "1"), state)
