"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.approvals.models.approvals import Approval, ApprovalRule
from reports.approvals.models.clearances import Clearance, ClearanceRequest
from reports.approvals.models.corrections import PaperBeforeCorrection
from reports.approvals.models.draft_files import DraftFile
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.models.guests import EarlyReader, EarlyReading, OutsideApprover
from reports.approvals.models.poll_reasons import PollReason

__all__ = [
    "Approval",
    "ApprovalRule",
    "Clearance",
    "ClearanceRequest",
    "DraftFile",
    "EarlyReader",
    "EarlyReading",
    "EmergencyIssue",
    "OutsideApprover",
    "PaperBeforeCorrection",
    "PollReason",
]
