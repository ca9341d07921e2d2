"""Every model of the app, for Django and for tests; nothing else imports from here."""

from reports.papers.models.answers import ProposedAnswer
from reports.papers.models.blocks import Block, BlockVersion, NamedDate, PaperVersion
from reports.papers.models.commitments import Commitment
from reports.papers.models.contributions import ContributionDraft, ContributionRequest
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper, PaperEditor
from reports.papers.models.part_writers import PartWriter
from reports.papers.models.recommendations import Recommendation
from reports.papers.models.record_requests import RecordRequest
from reports.papers.models.releases import SmallNumberRelease
from reports.papers.models.rounds import SentRound
from reports.papers.models.sources import Source
from reports.papers.models.templates import Abbreviation, HouseWord, ReportTemplate, Series

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
    "PartWriter",
    "ProposedAnswer",
    "Recommendation",
    "RecordRequest",
    "ReportTemplate",
    "SentRound",
    "Series",
    "SmallNumberRelease",
    "Source",
]
