"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.issue.models.jobs import IssueRun, SetHour
from reports.issue.models.site import FolderCheck, FolderFault, WrittenPaper

__all__ = [
    "FolderCheck",
    "FolderFault",
    "IssueRun",
    "SetHour",
    "WrittenPaper",
]
