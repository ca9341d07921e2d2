"""What a report may quote and list of commitments: those due for it, and those made in it."""

import re

from django.db.models import F

from assurance.accounts import history_page
from assurance.accounts.access import Permission
from assurance.figures import labels, quotable
from assurance.figures.labels import NameSource, RecordNames
from assurance.figures.quotable import (
    QuotedList,
    QuotedRecord,
    by_states,
    of_choices,
    text_of,
)
from assurance.records.history import subject_kind
from assurance.registers.record_page import links
from assurance.runtime.typography import with_capital
from reports.language.rules import due_dates
from reports.papers.assembly import commitments
from reports.papers.draft_pages import draft_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
DRAFT_PAGE = links.RowPage(
    Permission.READ_DRAFTS,
    lambda user: Paper.objects.visible_to(user).select_related("series"),
    draft_address,
)


def register() -> None:
    """Registers what papers add."""
    links.register_page(Paper, DRAFT_PAGE)
    quotable.register(RECORDS, LISTS, place=60)
    labels.register(NAMES)
    history_page.CODE_TITLES[subject_kind(Paper)] = {"parts": _part_lines}


def _part_lines(parts):
    """The texts of each part of a report, as its history prints them."""
    lines = ((slug, ", ".join(_texts_in(part))) for slug, part in parts.items())
    return [f"{with_capital(slug.replace('_', ' '))}: {text}" for slug, text in lines]


def _texts_in(part):
    if isinstance(part, str):
        # A post is named there by its slug.
        yield part.replace("-", " ") if _SLUG.fullmatch(part) else part
    else:
        for item in part.values() if isinstance(part, dict) else part:
            yield from _texts_in(item)


def _commitments(council):
    rows = Commitment.objects.of(council).kept_track_of().with_papers()
    return rows.annotate(state_then=F("state"))


def _due_for(paper):
    return Commitment.objects.due_for(paper).with_papers().with_proposals(paper)


def _made_in(paper):
    return Commitment.objects.made_in(paper).with_papers().with_proposals(paper)


_COLUMNS = {
    "what": ("Our commitment", text_of("what")),
    "promised": ("Where", lambda row: f"Report of {row.paper.told_on:%B %Y}"),
    "who": ("Who", text_of("who")),
    "due": ("When it was due", text_of("due_words")),
    "outcome": ("Outcome", text_of("outcome")),
}
# Which answer a report tells is the report's own matter: see `told_in`.
PROMISED = by_states(reading="promised_by")
STATE = {"state": of_choices("state_then", due_dates.STATES)}
RECORDS = {
    "commitment": QuotedRecord(
        commitments.find, commitments.FIELDS, PROMISED, for_paper=commitments.told_in
    ),
}
NAMES = {
    "commitment": RecordNames(
        "Commitment",
        "Commitments",
        NameSource(
            lambda council: Commitment.objects.of(council).kept_track_of(),
            "what",
            ("paper__series__slug", "paper__slug", "digest", "what"),
            commitments.slug_from,
            "due_on",
            "who",
        ),
        "outcome",
        {
            "what": "words",
            "who": "made by",
            "due": "due",
            "paper": "report that made it",
        },
        ("Commitment in the report of {paper}: {what}, {due}. {outcome}",),
    ),
}
LISTS = {
    "commitments_due": QuotedList(
        "Commitments due",
        _commitments,
        STATE,
        _COLUMNS,
        PROMISED,
        "No commitments were due in this period.",
        of_paper=_due_for,
        for_paper=commitments.told_in,
    ),
    "commitments_made": QuotedList(
        "Commitments made",
        _commitments,
        STATE,
        _COLUMNS,
        PROMISED,
        "No commitments are made in this report.",
        of_paper=_made_in,
        for_paper=commitments.told_in,
    ),
}
