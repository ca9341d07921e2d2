"""The councils that publish here, a page at a time, with their last reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import Edition


@dataclass(frozen=True)
class PublishedReports:
    """The last edition of a council that anybody may read, and how many reports it has."""

    council: Council
    last: Edition
    number: int


def publishing_councils() -> QuerySet:
    """The councils with a report that anybody may read, in the order of their names."""
    readable = Edition.objects.public_anywhere().filter(paper__council=OuterRef("pk")).order_by()
    return Council.objects.filter(Exists(readable)).order_by("name", "pk")


def published_reports(councils: Sequence[Council]) -> list[PublishedReports]:
    """What each of `councils` has published, in two queries however much that is."""
    readable = Edition.objects.public_anywhere()
    numbers = {
        row["paper__council"]: row
        for row in readable.filter(paper__council__in=councils)
        .order_by()
        .values("paper__council")
        .annotate(number=Count("pk"), last=Max("published_at"))
    }
    moments = {row["last"] for row in numbers.values()}
    # The last of one moment is the last in the order of the rows.
    rows = readable.filter(paper__council__in=numbers, published_at__in=moments).order_by("pk")
    last = {(row.paper.council_id, row.published_at): row for row in rows}
    return [
        PublishedReports(council, last[council.pk, row["last"]], row["number"])
        for council in councils
        for row in [numbers[council.pk]]
    ]


def moments_of_publication() -> list[tuple[str, datetime]]:
    """(slug, when something was last published) of each council that publishes, by slug."""
    rows = Edition.objects.published().filter(paper__council__in=publishing_councils())
    moments = rows.order_by().values_list("paper__council__slug").annotate(Max("published_at"))
    return sorted(moments)
