"""The councils that publish here, a page at a time, and their last reports."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from assurance.accounts.models.accounts import Council
from assurance.meetings.models.meetings import Meeting
from reports.editions.models.editions import Edition
from reports.editions.models.removals import EditionRemoval
from reports.editions.names import named, newest_first, place_among_reports
from reports.papers.models.conditions import day_told
from reports.papers.models.papers import Paper
from reports.publication.models.passages import with_purpose


@dataclass(frozen=True)
class PublishedReports:
    """The last edition of a council that anybody may read, and how many reports it has."""

    council: Council
    last: Edition
    number: int


def publishing_councils() -> QuerySet:
    """The councils with a report that anybody may read, in the order of their names."""
    # By way of its papers, so that a database looks for editions of that council alone.
    readable = _readable().filter(paper=OuterRef("pk"))
    papers = Paper.objects.filter(Exists(readable), council=OuterRef("pk"))
    return Council.objects.filter(Exists(papers)).order_by("name", "pk")


def has_published(council: Council) -> bool:
    """True of a council with a report that anyone may read."""
    return publishing_councils().filter(pk=council.pk).exists()


def published_reports(councils: Sequence[Council]) -> list[PublishedReports]:
    """What each of `councils` has published, in four queries however much that is; one whose last
    report was removed meanwhile is left out."""
    of_council = _readable().filter(paper__council__in=councils)
    of_council = of_council.annotate(told_on=day_told("paper__"))
    rows = of_council.values("paper__council").annotate(
        number=Count("paper", distinct=True), last=Max("told_on")
    )
    numbers = {row["paper__council"]: row for row in rows}
    days = {row["last"] for row in numbers.values()}
    columns = ("paper", "pk", "paper__council", "told_on")
    dated = of_council.filter(told_on__in=days).order_by("number").values_list(*columns)
    # Of each report the edition with the highest number.
    keys = {paper: pk for paper, pk, council, day in dated if day == numbers[council]["last"]}
    editions = Edition.objects.filter(pk__in=keys.values()).order_by()
    latest = {}
    for edition in newest_first(named(editions)):
        latest.setdefault(edition.paper.council_id, edition)
    return [
        PublishedReports(council, latest[council.pk], numbers[council.pk]["number"])
        for council in councils
        if council.pk in latest
    ]


@dataclass(frozen=True)
class FrontReports:
    """The last published reports of a council, each with `purpose`, the one that is called its
    latest, and those for a meeting. While `digests` are the same, those of all editions that anyone
    may read, these print the same."""

    last: list[Edition]
    latest: Edition
    of_meeting: list[Edition]
    digests: tuple[str, ...]


class _Published(NamedTuple):
    """A published edition by the columns that its place among the others follows from."""

    pk: int
    digest: str
    paper: int
    number: int
    published_at: datetime
    paper_date: date | None
    period_start: date
    period_end: date
    meeting: int | None
    meeting_date: date | None
    withdrawn_on: date | None
    is_removed: bool

    @property
    def told_on(self):
        """The date of its report among the others."""
        days = filter(None, (self.paper_date, self.meeting_date))
        return max(days, default=self.period_end)


_OF_PAPER = ("paper_date", "period_start", "period_end", "meeting", "meeting__date", "withdrawn_on")
_COLUMNS = (
    *("pk", "digest", "paper", "number", "published_at"),
    *(f"paper__{name}" for name in _OF_PAPER),
    "is_removed",
)


def front_reports(council: str, number: int, meeting: Meeting | None) -> FrontReports | None:
    """The last `number` reports of a council and those for `meeting`, in two queries; None where
    it has none."""
    removals = EditionRemoval.objects.in_force().filter(editions=OuterRef("pk"))
    published = Edition.objects.filter(paper__council__slug=council).latest_first()
    # All of them by a few columns; the few that are shown are read with their names.
    values = published.annotate(is_removed=Exists(removals)).values_list(*_COLUMNS)
    rows = [_Published(*row) for row in values]
    newest = Counter()
    for row in rows:
        newest[row.paper] = max(newest[row.paper], row.number)
    open_to_all = [row for row in rows if not row.is_removed]
    current = [row for row in open_to_all if row.number == newest[row.paper]]
    if not current:
        return None
    latest, last = min(current, key=place_among_reports), current[:number]
    of_meeting = [row for row in current if meeting and row.meeting == meeting.pk]
    shown = Edition.objects.filter(pk__in={row.pk for row in (latest, *last, *of_meeting)})
    index = {row.pk: row for row in with_purpose(named(shown.order_by()))}
    last, of_meeting = ([index[row.pk] for row in some] for some in (last, of_meeting))
    digests = tuple(row.digest for row in open_to_all if row.withdrawn_on is None)
    return FrontReports(last, index[latest.pk], of_meeting, digests)


def _readable():
    """The editions of every paper of which one can be read. Whether it is the newest and not
    removed is asked of the few papers that had one removed: of thousands it takes too long."""
    removed = [
        *EditionRemoval.objects.in_force().order_by().values_list("paper", flat=True).distinct()
    ]
    if not removed:
        return Edition.objects.published().order_by()
    current = Edition.objects.public_anywhere().order_by().filter(paper__in=removed)
    of_removed = Q(pk__in=current.values("pk"))
    return Edition.objects.published().filter(~Q(paper__in=removed) | of_removed).order_by()


def moments_of_publication() -> list[tuple[str, datetime]]:
    """(slug, when something was last published) of each council that publishes, by slug."""
    rows = Edition.objects.published().filter(paper__council__in=publishing_councils())
    moments = rows.order_by().values_list("paper__council__slug").annotate(Max("published_at"))
    return sorted(moments)
