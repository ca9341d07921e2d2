"""Every model of the app, for Django and for tests."""

from reports.models.approvals import Approval, ApprovalRule
from reports.models.asked import AskedSection
from reports.models.blocks import Block, NamedDate
from reports.models.checks import PassedOver, RuleTurnedOff
from reports.models.commitments import Commitment
from reports.models.committee import Committee, Meeting
from reports.models.contributions import AskedMail, Contribution
from reports.models.early import EarlyReader, EarlyReading
from reports.models.editions import Edition, EditionFile, Provenance
from reports.models.emergencies import EmergencyIssue
from reports.models.enclosures import Enclosure
from reports.models.exempt import ExemptAnnex, ExemptReader
from reports.models.followers import AlertMail, Following
from reports.models.house_words import HouseWord
from reports.models.issuing import IssueRun, SetHour
from reports.models.other_formats import FormatRequest
from reports.models.outsiders import OutsideApprover
from reports.models.papers import Editing, Paper
from reports.models.passages import EditionSubject, Passage
from reports.models.posts import Post
from reports.models.printed import PrintedFigure, SubjectTold
from reports.models.published_folder import FolderCheck, FolderFault, WrittenPaper
from reports.models.reader_notes import PublishedAnchors, ReaderNote
from reports.models.recommendations import Recommendation
from reports.models.remarks import Remark
from reports.models.taken_down import TakeDown
from reports.models.templates import Abbreviation, ReportTemplate, Series
from reports.models.unsaved import UnsavedWords
from reports.models.versions import BlockVersion, PaperVersion, SentRound
from reports.models.working import PeriodicJob, WorkerBeat

__all__ = [
    "Abbreviation",
    "AlertMail",
    "Approval",
    "ApprovalRule",
    "AskedMail",
    "AskedSection",
    "Block",
    "BlockVersion",
    "Commitment",
    "Committee",
    "Contribution",
    "EarlyReader",
    "EarlyReading",
    "Editing",
    "Edition",
    "EditionFile",
    "EditionSubject",
    "EmergencyIssue",
    "Enclosure",
    "ExemptAnnex",
    "ExemptReader",
    "FolderCheck",
    "FolderFault",
    "Following",
    "FormatRequest",
    "HouseWord",
    "IssueRun",
    "Meeting",
    "NamedDate",
    "OutsideApprover",
    "Paper",
    "PaperVersion",
    "Passage",
    "PassedOver",
    "PeriodicJob",
    "Post",
    "PrintedFigure",
    "Provenance",
    "PublishedAnchors",
    "ReaderNote",
    "Recommendation",
    "Remark",
    "ReportTemplate",
    "RuleTurnedOff",
    "SentRound",
    "Series",
    "SetHour",
    "SubjectTold",
    "TakeDown",
    "UnsavedWords",
    "WorkerBeat",
    "WrittenPaper",
]
