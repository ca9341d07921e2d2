"""Looked-after children register their figures, file kinds and quotable records."""

from django.urls import reverse

from assurance.accounts import history_page
from assurance.accounts.access import Permission
from assurance.figures import labels, quotable, registry
from assurance.figures.registry import EvidencePage
from assurance.imports import kinds
from assurance.looked_after import labels as names
from assurance.looked_after.figures import FIGURES
from assurance.looked_after.importing.costs import PLACEMENT_COSTS
from assurance.looked_after.importing.published import NATIONAL_COMPARISON
from assurance.looked_after.importing.returns import SSDA903
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.models.returns import Return
from assurance.looked_after.models.tables import field_words
from assurance.looked_after.quotable import RECORDS
from assurance.records.history import subject_kind
from assurance.registers.record_page import links

EVIDENCE = EvidencePage(
    "Record a count of looked-after children",
    "looked_after:add",
    Permission.RECORD_LOOKED_AFTER,
    "count of looked-after children",
    ("date",),
)
RETURN_PAGE = links.RowPage(
    Permission.RECORD_LOOKED_AFTER,
    lambda user: Return.objects.visible_to(user),
    lambda row: reverse("looked_after:return-record", args=[row.pk]),
)
PUBLISHED_PAGE = links.RowPage(
    Permission.SEE_COUNTS,
    lambda user: PublishedFigure.objects.visible_to(user),
    lambda row: reverse("looked_after:published-record", args=[row.pk]),
)


def register() -> None:
    """Registers what Looked-after children add."""
    registry.register(*FIGURES, place=10, evidence=EVIDENCE)
    kinds.register(SSDA903, PLACEMENT_COSTS, place=30)
    kinds.register(NATIONAL_COMPARISON, place=70)
    quotable.register(RECORDS, names.LISTS, place=50)
    labels.register(names.RECORDS, names.MEMBERS)
    links.register_page(Return, RETURN_PAGE)
    links.register_page(PublishedFigure, PUBLISHED_PAGE)
    history_page.FIELD_WORDS[subject_kind(Census)] = field_words
