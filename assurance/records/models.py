"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.records.email import OutgoingEmail
from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.invitations import Invitation
from assurance.records.proofs.models import HistoryCount, WrittenRows

__all__ = [
    "HistoryCount",
    "HistoryDetail",
    "HistoryEntry",
    "HistoryHead",
    "Invitation",
    "OutgoingEmail",
    "WrittenRows",
]
