"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.approvals.models.approvals import Approval, ApprovalRule
from reports.approvals.models.early_readers import EarlyReader, EarlyReading
from reports.approvals.models.emergency_issue import EmergencyIssue
from reports.approvals.models.external_approvers import OutsideApprover

__all__ = [
    "Approval",
    "ApprovalRule",
    "EarlyReader",
    "EarlyReading",
    "EmergencyIssue",
    "OutsideApprover",
]
