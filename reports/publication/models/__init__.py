"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.publication.models.figures import EditionFront, EditionSubject, PrintedFigure
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.headlines import EditionHeadlines
from reports.publication.models.notes import ReaderNote
from reports.publication.models.passages import Passage
from reports.publication.models.search_texts import FigureText, RecordText
from reports.publication.models.subscriptions import Subscription
from reports.publication.models.tables import EditionTable

__all__ = [
    "EditionFront",
    "EditionHeadlines",
    "EditionSubject",
    "EditionTable",
    "FigureText",
    "FormatRequest",
    "Passage",
    "PrintedFigure",
    "ReaderNote",
    "RecordText",
    "Subscription",
]
