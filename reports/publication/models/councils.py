"""The councils that publish here, a page at a time, with their last reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from assurance.accounts.models.accounts import Council
from reports.editions.models.editions import Edition
from reports.papers.models.papers import Paper


@dataclass(frozen=True)
class PublishedReports:
    """The last edition of a council that anybody may read, and how many reports it has."""

    council: Council
    last: Edition
    number: int


def publishing_councils() -> QuerySet:
    """The councils with a report that anybody may read, in the order of their names."""
    # By way of its papers, so that a database looks for editions of that council alone.
    readable = Edition.objects.public_anywhere().filter(paper=OuterRef("pk")).order_by()
    papers = Paper.objects.filter(Exists(readable), council=OuterRef("pk"))
    return Council.objects.filter(Exists(papers)).order_by("name", "pk")


def published_reports(councils: Sequence[Council]) -> list[PublishedReports]:
    """What each of `councils` has published, in three queries however much that is; one whose last
    report was removed meanwhile is left out."""
    readable = Edition.objects.public_anywhere().filter(paper__council__in=councils)
    of_council = readable.order_by().values("paper__council")
    numbers = {
        row["paper__council"]: row
        for row in of_council.annotate(number=Count("pk"), last=Max("published_at"))
    }
    moments = {row["last"] for row in numbers.values()}
    # Of one moment the one that was made last.
    made_last = of_council.filter(published_at__in=moments).values("paper__council", "published_at")
    keys = {
        (row["paper__council"], row["published_at"]): row["key"]
        for row in made_last.annotate(key=Max("pk"))
    }
    wanted = {pk: keys[pk, row["last"]] for pk, row in numbers.items()}
    rows = {row.pk: row for row in readable.filter(pk__in=wanted.values())}
    return [
        PublishedReports(council, rows[wanted[council.pk]], numbers[council.pk]["number"])
        for council in councils
        if wanted.get(council.pk) in rows
    ]


def moments_of_publication() -> list[tuple[str, datetime]]:
    """(slug, when something was last published) of each council that publishes, by slug."""
    rows = Edition.objects.published().filter(paper__council__in=publishing_councils())
    moments = rows.order_by().values_list("paper__council__slug").annotate(Max("published_at"))
    return sorted(moments)
