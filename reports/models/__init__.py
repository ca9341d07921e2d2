"""Every model of the app, for Django and for tests."""

from reports.models.blocks import Block, NamedDate
from reports.models.committee import Committee, Meeting, Post
from reports.models.editions import Edition, EditionFile, Provenance
from reports.models.papers import Approval, Editing, Paper
from reports.models.templates import Abbreviation, ReportTemplate, Series

__all__ = [
    "Abbreviation",
    "Approval",
    "Block",
    "Committee",
    "Editing",
    "Edition",
    "EditionFile",
    "Meeting",
    "NamedDate",
    "Paper",
    "Post",
    "Provenance",
    "ReportTemplate",
    "Series",
]
