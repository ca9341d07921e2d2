"""What a report may quote and list of commitments: those due for it, and those made in it."""

from django.db.models import F

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
from assurance.registers.record_page import links
from reports.language.rules import due_dates
from reports.papers.assembly import commitments
from reports.papers.draft_pages import draft_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper

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
