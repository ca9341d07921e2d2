"""What was published since a member's last visit, and when that was."""

from datetime import date, timedelta

from django.db.models import Min
from django.db.models.functions import Coalesce
from django.urls import reverse

from assurance.accounts.adapter import EARLIER_VISIT
from reports.editions.models.editions import Edition
from reports.papers.addresses import paper_address
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation

# Where no earlier visit is known.
USUAL = timedelta(days=28)
MOST = 6


def earlier_visit(session, day: date) -> date | None:
    """The date of the visit before this one, as signing in noted it; None for a later one than
    `day`."""
    text = session.get(EARLIER_VISIT, "")
    visit = date.fromisoformat(text) if text else None
    return visit if visit and visit <= day else None


def of_new(reader):
    """Reports, outcomes of commitments and decisions published since then, the newest first."""
    if not reader.only_reads:
        return None
    first = reader.since or reader.day - USUAL
    rows = [*_editions(reader, first), *_outcomes(reader, first), *_decisions(reader, first)]
    rows.sort(key=lambda row: row["on"], reverse=True)
    return {"rows": rows[:MOST], "since": reader.since, "first": first}


def _editions(reader, first):
    public = Edition.objects.public_anywhere().filter(paper__council=reader.user.council_id)
    for row in public.filter(issued_on__range=(first, reader.day))[:MOST]:
        kind = "Report published" if row.number == 1 else f"Edition {row.number} published"
        yield _line(kind, row.title, paper_address(row.paper), row.issued_on)


def _outcomes(reader, first):
    council = reader.user.council
    # An answer is to be read from the publication of the report that gives it.
    public_on = Coalesce(Min("answered_in__editions__issued_on"), "answered_on")
    rows = Commitment.objects.public_in(council.slug).annotate(public_on=public_on)
    for row in rows.filter(public_on__range=(first, reader.day)).order_by("-public_on", "pk"):
        if row.answer_is_public:
            address = reverse("publication:public-commitment", args=[council.slug, row.pk])
            kind = f"Commitment: {row.public_state.lower()}"
            yield _line(kind, row.what, address, row.public_on)


def _decisions(reader, first):
    council = reader.user.council
    rows = Recommendation.objects.public_in(council.slug)
    for row in rows.filter(decided_on__range=(first, reader.day)).order_by("-decided_on", "pk"):
        address = reverse("publication:public-recommendation", args=[council.slug, row.pk])
        kind = f"Recommendation: {row.get_decision_display().lower()}"
        yield _line(kind, row.by_itself, address, row.decided_on)


def _line(kind, title, address, on):
    return {"kind": kind, "title": title, "address": address, "on": on}
