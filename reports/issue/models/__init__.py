"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.issue.models.jobs import IssueJob, IssueSchedule
from reports.issue.models.site import SharedPages, SiteCheck, SiteFault, SitePage

__all__ = [
    "IssueJob",
    "IssueSchedule",
    "SharedPages",
    "SiteCheck",
    "SiteFault",
    "SitePage",
]
