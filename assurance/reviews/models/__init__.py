"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.reviews.models.findings import Finding, Review
from assurance.reviews.models.frameworks import Framework
from assurance.reviews.models.outcomes import OutcomeCount, OutcomeTable
from assurance.reviews.models.themes import Theme

__all__ = [
    "Finding",
    "Framework",
    "OutcomeCount",
    "OutcomeTable",
    "Review",
    "Theme",
]
