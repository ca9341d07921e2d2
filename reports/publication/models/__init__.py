"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.publication.models.figures import PrintedFigure, SubjectTold
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.notes import PublishedAnchors, ReaderNote
from reports.publication.models.passages import EditionSubject, Passage
from reports.publication.models.subscriptions import AlertMail, Subscription

__all__ = [
    "AlertMail",
    "EditionSubject",
    "FormatRequest",
    "Passage",
    "PrintedFigure",
    "PublishedAnchors",
    "ReaderNote",
    "SubjectTold",
    "Subscription",
]
