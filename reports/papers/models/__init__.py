"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.papers.models.blocks import Block, NamedDate
from reports.papers.models.commitments import Commitment
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.house_words import HouseWord
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.models.recommendations import Recommendation
from reports.papers.models.templates import Abbreviation, ReportTemplate, Series
from reports.papers.models.versions import BlockVersion, PaperVersion, SentRound

__all__ = [
    "Abbreviation",
    "Block",
    "BlockVersion",
    "Commitment",
    "ContributionDraft",
    "ContributionRequest",
    "Enclosure",
    "HouseWord",
    "NamedDate",
    "Paper",
    "PaperEditor",
    "PaperVersion",
    "Recommendation",
    "ReportTemplate",
    "SentRound",
    "Series",
]
