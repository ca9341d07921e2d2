"""The digests of pages of the published folder, kept at each writing, and the differences from
them. While a writer is at pages nothing is known of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Max

from assurance.runtime.periods import this_moment
from reports.issue.models.site import CHANGED, EXTRA, MISSING, ROW, SharedPages, SitePage
from reports.issue.site.faults import Fault
from reports.issue.site.page_history import is_as_recorded, sets_of_folder, sets_of_paper
from reports.issue.site.storage import fingerprint
from reports.issue.site.whole_files import GZ

PACKED_COPY = "its packed copy"
UNFINISHED = "A writer has begun it and not finished."
NO_LIST = "There is no list of what was written."
OTHER_LIST = "The list of its pages or its time was changed outside the program, or a page too."
# A writer that takes longer was killed, and the next one has not come.
LONGEST = timedelta(minutes=15)
# Pages that are written while they are compared are compared again, so many times at most.
TURNS = 3


@dataclass(frozen=True)
class PageRecord:
    """Name → digest of pages as they were last written, and when a writer began that has not
    finished."""

    pages: Mapping[str, str]
    begun_at: datetime | None
    # False where history has the digest of another list.
    is_in_history: bool = True

    @property
    def is_under_way(self):
        """True while a writer may be at the pages."""
        # No writer begins at a later moment: such a mark would hide every change of its pages.
        return self.begun_at is not None and abs(this_moment() - self.begun_at) < LONGEST


def of_paper(paper) -> PageRecord | None:
    """The pages of one report; None where none was ever written."""
    row = SitePage.objects.filter(paper=paper).first()
    if row is None or not row.pages:
        return row and PageRecord(row.pages, row.written_at)
    return PageRecord(
        row.pages, None, is_as_recorded(sets_of_paper(paper), row.pages, row.written_at)
    )


def being_written(papers: Iterable) -> set[int]:
    """The keys of those reports whose pages a writer may be changing."""
    rows = SitePage.objects.filter(paper__in=papers, written_at__gte=this_moment() - LONGEST)
    begun = (row for row in rows if not row.pages)
    return {row.paper_id for row in begun if PageRecord(row.pages, row.written_at).is_under_way}


def of_folder(folder: str) -> PageRecord | None:
    """The lists of the council whose name in addresses is `folder`, or with an empty one the pages
    of all councils; None where none was ever written."""
    row = SharedPages.objects.filter(folder=folder).first()
    if row is None or row.begun_at is not None:
        return row and PageRecord(row.pages, row.begun_at)
    return PageRecord(
        row.pages, None, is_as_recorded(sets_of_folder(folder), row.pages, row.written_at)
    )


def folder_faults(match: Callable[[], list[str]]) -> list[Fault]:
    """The folders that `match` finds and no writer made: none while a writer is at any pages."""
    before = _writings()
    if any(PageRecord({}, begun_at).is_under_way for begun_at, _written_at in before):
        return []
    matches = match()
    return [Fault(name, EXTRA) for name in matches] if _writings() == before else []


def _writings():
    """(when a writer began, when one finished) of each set of pages; one of the two is None."""
    begun = SitePage.objects.filter(pages={}).order_by("pk").values_list("written_at")
    last = SitePage.objects.aggregate(Max("written_at"))["written_at__max"]
    shared = SharedPages.objects.order_by("pk").values_list("begun_at", "written_at")
    return [*((at, None) for [at] in begun), *shared, (None, last)]


def faults(
    where: str,
    record: Callable[[], PageRecord | None],
    differences: Callable[[Mapping[str, str]], Iterable[Fault]],
) -> list[Fault]:
    """The `differences` from the pages of a `record`, both read anew where a writer came between;
    one fault for `where` where nothing is known of its pages, none while a writer is at them."""
    result = []
    for _turn in range(TURNS):
        before = record()
        if before is None:
            return [Fault(where, MISSING, NO_LIST)]
        if before.begun_at is not None:
            return [] if before.is_under_way else [Fault(where, CHANGED, UNFINISHED)]
        result = [*_of_list(where, before), *differences(before.pages)]
        if record() == before:
            break
    return result


def damage(where: str, place, record: PageRecord | None, names: Iterable[str] = ()) -> list[Fault]:
    """What of the pages of a `record` is changed or missing, and which of the files `names`, which
    are there, are foreign, before it is written over; their list has the name `where`."""
    if record is None or record.begun_at is not None:
        return []
    matches = differences(place, {*names, *record.pages}, record.pages)
    return [*_of_list(where, record), *matches]


def differences(place, names: Iterable[str], target: Mapping[str, str]) -> Iterator[Fault]:
    """What of the files `names`, which are there, differs from `target`, name → digest."""
    there = {*names}
    for name in sorted(there | {*target}):
        if name not in target:
            yield Fault(name, EXTRA)
        elif name not in there:
            yield Fault(name, MISSING)
        elif fault := _difference(place, name, target[name]):
            yield fault


def _of_list(where, record):
    return [] if record.is_in_history else [Fault(where, ROW, OTHER_LIST)]


def _difference(place, name, digest):
    content = place.read(name)
    if content is None:
        return Fault(name, MISSING)
    if fingerprint(content) != digest:
        return Fault(name, CHANGED)
    if place.is_packed(name, content):
        return None
    if not place.has_packed_copy(name):
        return Fault(f"{name}{GZ}", MISSING)
    return Fault(name, CHANGED, PACKED_COPY)
