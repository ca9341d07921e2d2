"""Whether everything that was issued still is what was issued: in the database, which is the
record, in the published folder, and in the history that both were made with."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from assurance.records.history import HistoryEntry
from assurance.records.proofs.faults import look_at_rows
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.issue.models.site import CHANGED, EXTRA, MISSING, RECORD, SitePage
from reports.issue.site.bundle import BUNDLES, MANIFEST, bundle_files, bundle_name
from reports.issue.site.faults import Fault
from reports.issue.site.history_evidence import history_faults, row_faults
from reports.issue.site.storage import fingerprint, published
from reports.issue.site.writer import prefix
from reports.papers.models.papers import Paper

ISSUED = "papers.publish"


@dataclass
class SiteFindings:
    """What a look at editions and records found: how many, how many files and rows were read, what
    is wrong."""

    editions: int = 0
    files: int = 0
    rows: int = 0
    faults: tuple[Fault, ...] = ()


def look_at(council) -> SiteFindings:
    """Everything that a council issued, held against its record, and its records, held against
    history. Raises `StorageRefused`."""
    result, place = SiteFindings(), published()
    for paper in issued_papers(council):
        for edition in Edition.objects.public_in(council.slug).filter(paper=paper):
            result.editions += 1
            result.faults += tuple(of_record(edition))
            result.faults += tuple(_of_bundle(place, edition, result))
        result.faults += tuple(_of_pages(place, paper, result))
    result.faults += tuple(_of_nobody(place))
    result.faults += tuple(history_faults(council, place))
    rows = look_at_rows(council)
    result.rows = rows.rows
    result.faults += tuple(row_faults(council, rows))
    return result


def damage_of(paper) -> list[Fault]:
    """What of a paper's files is no longer what was last written, before it is written over."""
    place, written = published(), SitePage.objects.filter(paper=paper).first()
    faults = []
    for name, known in written.pages.items() if written else ():
        content = place.read(name)
        if content is None or fingerprint(content) != known:
            faults.append(Fault(name, MISSING if content is None else CHANGED))
    return faults


def issued_papers(council):
    """The papers of a council that have a published edition, the oldest first."""
    issued = Edition.objects.published().filter(paper__council=council).values("paper")
    papers = Paper.objects.filter(pk__in=issued).order_by("pk")
    return papers.select_related("council", "series")


def of_record(edition) -> Iterator[Fault]:
    """What of the database is not as issued: words, bytes, the list of files, history's digest."""
    where = f"{prefix(edition.paper)}edition-{edition.number}/"
    if content_digest(from_json(edition.document)) != edition.digest:
        yield Fault(where, RECORD, "its words")
    index = {
        file.name: hashlib.sha256(bytes(file.content)).hexdigest() for file in edition.files.all()
    }
    fields = dict(edition.files.values_list("name", "sha256"))
    entries = [fields, _told_by_history(edition)]
    if MANIFEST in index:
        entries.append({**_listed(edition), MANIFEST: index[MANIFEST]})
    for name in sorted({*index, *(name for item in entries for name in item)}):
        if any(item.get(name) != index.get(name) for item in entries):
            yield Fault(f"{where}files/{name}", RECORD)


def _told_by_history(edition):
    entry = HistoryEntry.objects.about(edition).filter(what=ISSUED).first()
    return {name: item["to"] for name, item in entry.changes.items()} if entry else {}


def _listed(edition):
    try:
        listed = json.loads(bytes(edition.files.get(name=MANIFEST).content))
        return {item["name"]: item["sha256"] for item in listed["files"]}
    except (ValueError, KeyError, TypeError):
        return {}


def _of_bundle(place, edition, result):
    bundle = bundle_name(edition)
    if not bundle:
        return
    expected = {} if edition.removal else bundle_files(edition)
    criteria = {f"{bundle}/{name}": fingerprint(content) for name, content in expected.items()}
    yield from _compared(place, f"{bundle}/", criteria, result)


def _of_pages(place, paper, result):
    written = SitePage.objects.filter(paper=paper).first()
    if written is None:
        yield Fault(prefix(paper), MISSING)
        return
    own = {name: known for name, known in written.pages.items() if name.startswith(prefix(paper))}
    yield from _compared(place, prefix(paper), own, result)


def _compared(place, under, target, result):
    """What differs below `under` from `wanted`, name → fingerprint."""
    there = place.names(under)
    for name in sorted({*there, *target}):
        if name not in target:
            yield Fault(name, EXTRA)
            continue
        result.files += 1
        content = place.read(name)
        if content is None:
            yield Fault(name, MISSING)
        elif fingerprint(content) != target[name]:
            yield Fault(name, CHANGED)
        elif not place.is_packed(name, content):
            yield Fault(name, CHANGED, "its packed copy")


def _of_nobody(place):
    """Folders of editions that the record does not know, whichever council's."""
    known = Edition.objects.published().filter(files__name=MANIFEST)
    sums = set(known.values_list("files__sha256", flat=True))
    for name in place.folders(BUNDLES):
        if name not in sums:
            yield Fault(f"{BUNDLES}/{name}/", EXTRA, "no edition of the record is called so")
