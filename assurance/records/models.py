"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead

__all__ = [
    "HistoryDetail",
    "HistoryEntry",
    "HistoryHead",
]
