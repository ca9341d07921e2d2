"""What becomes of the published folder after an issue, a correction and a removal, each day,
and when somebody asks. Every job may be run twice: it writes what the record says now."""

import logging
from collections import defaultdict

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from assurance.accounts.models.accounts import Council
from assurance.records import history_chain
from assurance.records.proofs.faults import is_begun
from assurance.runtime.jobs import job, waiting_arguments
from assurance.runtime.periods import this_moment
from assurance.runtime.watch.security_events import VERIFY_FAULT, note_event
from reports.issue.models.site import REFUSED, SharedPages, SiteCheck, SiteFault, SitePage
from reports.issue.site import writer
from reports.issue.site.checks import WHOLE, damage_of, issued_papers, look_at, shared_damage
from reports.issue.site.faults import readable
from reports.issue.site.page_history import record_pages, sets_of_folder, sets_of_paper
from reports.issue.site.page_records import being_written
from reports.issue.site.page_rendering import NotDrawn
from reports.issue.site.storage import StorageRefused
from reports.papers.models.papers import Paper

logger = logging.getLogger(__name__)
LONGEST = SiteFault._meta.get_field("why").max_length
UNDER_WAY = "{name} is being published. Its files are compared once they are written."


@job
def write_paper(paper: int):
    """Writes the pages of the paper with this key, its bundles, and the lists that show it."""
    row = Paper.objects.select_related("council", "series").get(pk=paper)
    try:
        _write(row)
        _write_shared(row.council)
    except (StorageRefused, NotDrawn) as fault:
        _note_refused(row, fault)
        raise
    _mend(row.council, [writer.prefix(row)], REFUSED)


@job
def check_all():
    """Looks at everything that every council has issued."""
    for council in Council.objects.order_by("pk"):
        check(council)


@job
def check_council(council: int):
    """Looks at everything that the council with this key has issued."""
    check(Council.objects.get(pk=council))


@job
def write_again(council: int):
    """Writes everything of a council anew from the record, and looks again."""
    row = Council.objects.get(pk=council)
    write_papers(row, heals=True)
    _write_shared(row)
    check(row)


def follow_publication(paper: int):
    """Leaves the writing of a report that was published, or corrected, to a job, and that of the
    report before it, whose page leads to it."""
    row = Paper.objects.select_related("council").get(pk=paper)
    for item in (row, *_before(row)) if settings.PUBLISHES else ():
        write_paper.enqueue(item.pk)


def follow(paper: Paper) -> bool:
    """Makes the folder follow a removal, or its undoing, before anything else is answered.

    False where the storage refused: the service answers for itself that it is down, the fault is
    kept and told, and a job tries again.
    """
    if not settings.PUBLISHES:
        return True
    try:
        # What is taken away from here on is not damage.
        _save_page_count(paper, {})
        _begin(paper.council.slug)
        writer.take_from_folder(paper)
        _write(paper)
        _write_common()
    except (StorageRefused, NotDrawn) as fault:
        _note_refused(paper, fault)
        write_paper.enqueue(paper.pk)
        return False
    write_paper.enqueue(paper.pk)
    # Later reports show its values as earlier ones, and the one before it leads to it as the next.
    later = issued_papers(paper.council).filter(period_end__gte=paper.period_end)
    for other in (*later.exclude(pk=paper.pk), *_before(paper)):
        write_paper.enqueue(other.pk)
    return True


def _before(paper):
    """The published reports of the series that `paper` is the next report of."""
    rows = issued_papers(paper.council).filter(series=paper.series_id)
    earlier = rows.filter(period_end__lt=paper.period_end)
    last = earlier.aggregate(last=Max("period_end"))["last"]
    return rows.filter(period_end=last)


def write_all(heals: bool = False) -> writer.SiteChanges:
    """Everything; what was written and taken away. A report, or the lists of a council, with a
    changed file stays for people to see, unless it `heals`. Raises `StorageRefused` and
    `NotDrawn`."""
    changed = writer.SiteChanges()
    for council in Council.objects.order_by("pk"):
        changed += write_papers(council, heals=heals)
        if heals or not _damaged([council], shared_damage(council.slug)):
            changed += _write_lists(council)
    if heals or not _damaged(Council.objects.order_by("pk"), shared_damage("")):
        changed += _write_common()
    return changed


def write_papers(council: Council, *, heals: bool) -> writer.SiteChanges:
    """Every issued paper of a council."""
    changed = writer.SiteChanges()
    for paper in issued_papers(council):
        if not heals and _damaged([council], damage_of(paper)):
            continue
        changed += _write(paper)
        _mend(council, [writer.prefix(paper)], REFUSED)
    return changed


def papers_to_write() -> set[int]:
    """The keys of the reports that a job is writing into the folder, or that wait for one."""
    return {paper for [paper] in waiting_arguments(write_paper)}


def folders_awaited(council: Council) -> list[str]:
    """The published folder of each report of a council that is being published."""
    papers = list(issued_papers(council))
    keys = papers_to_write() | being_written(papers)
    return [writer.prefix(paper) for paper in papers if paper.pk in keys]


def under_way(council: Council) -> list[str]:
    """A sentence for each report of a council that is being published."""
    return [UNDER_WAY.format(name=name) for name in folders_awaited(council)]


def check(council: Council) -> SiteCheck:
    """The kept result of a look at what a council issued; faults end when a look has none."""
    awaited = folders_awaited(council)
    try:
        result = look_at(council, papers_to_write())
    except StorageRefused as fault:
        faults = [(WHOLE, REFUSED, str(fault))]
        return _note_check(council, faults, editions=0, files=0, awaited=awaited)
    faults = [(fault.name, fault.what, fault.why) for fault in result.faults]
    end = history_chain.head_entry(council.slug)
    counted = {"editions": result.editions, "files": result.files, "rows": result.rows}
    counted |= {"history_seq": end.seq, "history_digest": end.digest}
    counted |= {"awaited": awaited, "is_complete": is_begun(council)}
    return _note_check(council, faults, **counted)


@transaction.atomic
def _note_check(council, faults, **counted):
    at, current = this_moment(), SiteFault.objects.filter(council=council).active()
    met = _by_name(faults)
    for item in current.exclude(what=REFUSED):
        if met.get((item.name, item.what)) != item.why:
            SiteFault.objects.filter(pk=item.pk).update(mended_at=at)
    if not any(what == REFUSED for _name, what in met):
        _mend(council, [WHOLE], REFUSED)
    for (name, what), why in met.items():
        _record_fault(council, name, what, why, at)
    counted["faults"] = len(met)
    if met:
        note_event(VERIFY_FAULT, council=council.slug, faults=len(met))
    return SiteCheck.objects.create(council=council, checked_at=at, **counted)


def _by_name(faults):
    """Name and kind → every sentence of it in one text, as long as the columns allow."""
    matches = defaultdict(list)
    for name, what, why in faults:
        matches[readable(name)[:LONGEST], what].append(why)
    return {
        key: " ".join(dict.fromkeys(filter(None, whys)))[:LONGEST] for key, whys in matches.items()
    }


def _note_refused(paper, fault):
    logger.error("The published folder was not written for report %s: %s", paper.pk, fault)
    _record_fault(paper.council, writer.prefix(paper), REFUSED, str(fault), this_moment())


def _record_fault(council, name, what, why, at):
    SiteFault.objects.get_or_create(
        council=council,
        name=name[:LONGEST],
        what=what,
        mended_at=None,
        defaults={"why": why[:LONGEST], "found_at": at},
    )


def _mend(council, names, what):
    rows = SiteFault.objects.filter(council=council, name__in=names, what=what).active()
    rows.update(mended_at=this_moment())


def _damaged(councils, faults):
    """True where there are `faults` of files; each is kept."""
    at = this_moment()
    for council in councils if faults else ():
        for fault in faults:
            _record_fault(council, fault.name, fault.what, fault.why, at)
    return bool(faults)


def _write_shared(council):
    # What is written over is said first, here as below.
    _damaged([council], [*shared_damage(council.slug), *shared_damage("")])
    _write_lists(council)
    _write_common()


def _write_lists(council):
    with writer.turn():
        changed = writer.write_council(council, _begin(council.slug))
        _finish(council.slug, changed.pages)
        return changed


def _write_common():
    with writer.turn():
        changed = writer.write_common(_begin(""))
        _finish("", changed.pages)
        return changed


def _begin(folder):
    """Name → digest of the shared pages in `folder`; nothing is known of them until `_finish`."""
    row, _ = SharedPages.objects.get_or_create(folder=folder)
    SharedPages.objects.filter(pk=row.pk).update(begun_at=this_moment())
    return row.pages


@transaction.atomic
def _finish(folder, pages):
    at = record_pages(sets_of_folder(folder), pages, this_moment())
    values = {"pages": pages, "written_at": at, "begun_at": None}
    SharedPages.objects.filter(folder=folder).update(**values)


def _write(paper):
    # What is written over is said first. A writer that is killed leaves no list of what it had
    # begun, so that the next one takes its pages for no damage.
    _damaged([paper.council], damage_of(paper))
    _save_page_count(paper, {})
    changed = writer.write_paper(paper)
    _save_page_count(paper, changed.pages)
    return changed


@transaction.atomic
def _save_page_count(paper, pages):
    at = this_moment()
    if pages:
        at = record_pages(sets_of_paper(paper), pages, at)
    SitePage.objects.update_or_create(paper=paper, defaults={"pages": pages, "written_at": at})
