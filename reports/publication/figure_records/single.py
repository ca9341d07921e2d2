"""The one record that a printed figure was read from, where it speaks of one."""

from collections.abc import Callable

from django.db.models import Model, Q, QuerySet

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.audits import DbsAudit
from assurance.governance.models.events import EngagementEvent
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ENGLAND as NATIONAL
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.looked_after.rates import ENGLAND
from assurance.reviews.models.findings import Review
from assurance.reviews.models.outcomes import OutcomeTable
from reports.documents.entries import COUNTED, ENTERED, PARTLY, PUBLISHED, Entry


def record_of(council: Council, entry: Entry) -> Model | None:
    """The record of `council` that the figure `entry` was read from; None where it was counted from
    several, and where more than one may be meant."""
    subject = entry.key.partition(".")[0]
    find = _FINDERS.get(entry.key) or _FINDERS.get((subject, entry.origin))
    rows = list(find(council, entry)[:2]) if find and entry.end else []
    return rows[0] if len(rows) == 1 else None


def _of_date(council, entry) -> QuerySet:
    """The count of looked-after children of one date."""
    if entry.start != entry.end:
        return Census.objects.none()
    rows = Census.objects.of(council).active().filter(date=entry.end, replaced_on__isnull=True)
    return rows.filter(cohort__slug=entry.population) if entry.population else rows


def _published(council, entry) -> list:
    """The published number of an area, of the newest date up to that of the figure; of England by
    its level, since it has no area of the council's."""
    rows = PublishedFigure.objects.of(council).active().order_by("-date", "pk")
    rows = rows.filter(measure="looked_after", rate__isnull=False, date__lte=entry.end)
    is_england = entry.member == ENGLAND
    rows = rows.filter(level=NATIONAL) if is_england else rows.filter(area_code=entry.member)
    return [row for row in rows if row.is_published][:1]


def _comparison(council, entry) -> QuerySet:
    """The comparison of outcomes with other councils, by its date and, where one is named, its
    review."""
    review, is_named, _ = entry.member.partition("__")
    rows = OutcomeTable.objects.of(council).active().filter(as_at=entry.end)
    return rows.filter(review__slug=review) if is_named else rows


def _review(council, entry) -> QuerySet:
    """The review that met people in the period."""
    rows = Review.objects.of(council).active().filter(met_groups__isnull=False).distinct()
    return rows.filter(published_on__range=(entry.start or entry.end, entry.end))


def _event(council, entry) -> QuerySet:
    """The event that reached them."""
    return EngagementEvent.objects.of(council).active().filter(slug=entry.member)


def _dbs_audit(council, entry) -> QuerySet:
    """The DBS audit whose totals were entered, by its date or that of its position."""
    days = (entry.start or entry.end, entry.end)
    is_of_days = Q(audit_date__range=days) | Q(position_date__range=days)
    rows = DbsAudit.objects.of(council).active().filter(is_of_days, replaced_on__isnull=True)
    return rows.filter(cohort__slug=entry.population)


_FINDERS: dict[object, Callable[[Council, Entry], QuerySet | list]] = {
    "reviews.councils_compared": _comparison,
    "reviews.councils_by_outcome": _comparison,
    "reviews.people_met": _review,
    "reviews.people_met_by_group": _review,
    "events.reached": _event,
    **{("looked_after", origin): _of_date for origin in ("", COUNTED, ENTERED, PARTLY)},
    ("looked_after", PUBLISHED): _published,
    ("dbs", ENTERED): _dbs_audit,
}
