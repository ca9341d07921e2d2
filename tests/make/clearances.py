"""Makers of implications, of the lines of the rule that name them, and of clearances."""

from datetime import date

from reports.approvals.clearances.contents import content_of, printed_entry
from reports.approvals.models.clearances import Clearance, ClearanceRequest
from tests.cast import approver, clerk, make_council
from tests.make import papers

LEGAL, FINANCIAL = "implications/Legal", "implications/Financial"
ASKED_ON = date(2016, 1, 4)


def rule(scope=LEGAL, kind="legal", **said):
    """A line of the council's rule about one entry of implications."""
    return papers.approval_rule(kind, scope=scope, **said)


def entry(paper, heading="Legal", text="The Council must assure itself.", **said):
    """The paragraph of one entry of implications."""
    return papers.block(paper=paper, part="implications", heading=heading, text=text, **said)


def clearance_request(**said):
    """A clearance of the legal implications of a report, asked for by its clerk."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or papers.paper(council=council)
    usual = {"kind": "legal", "scope": LEGAL, "asked_on": ASKED_ON}
    usual["asked_by"] = said.pop("asked_by", None) or clerk(of.council)
    return ClearanceRequest.objects.create(paper=of, **{**usual, **said})


def clearance(**said):
    """A clearance of the legal implications of a report as they read now."""
    council = said.pop("council", None) or make_council()
    of = said.pop("paper", None) or papers.paper(council=council)
    scope = said.get("scope", LEGAL)
    printed = printed_entry(content_of(of), scope)
    usual = {"kind": "legal", "scope": scope, "cleared_on": ASKED_ON, "digest": printed.digest}
    usual |= {"text": printed.text or "There are none.", "clearer": approver(of.council)}
    return Clearance.objects.create(paper=of, **{**usual, **said})
