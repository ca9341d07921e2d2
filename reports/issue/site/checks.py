"""Whether everything that was issued still is what was issued: in the database, which is the
record, in the published folder, and in the history that both were made with."""

import hashlib
import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from django.db import OperationalError, connection

from assurance.accounts.models.accounts import Council
from assurance.accounts.models.sign_in import changed_accounts
from assurance.attachments.checks import file_faults
from assurance.records.history import HistoryEntry
from assurance.records.proofs.faults import look_at_rows
from assurance.records.proofs.placed_guards import changed_guards, foreign_triggers
from assurance.records.proofs.rows import UNREADABLE
from assurance.records.proofs.shared_rows import shared_row_faults
from reports.documents.digest import content_digest
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.issue import hooks
from reports.issue.models.site import CHANGED, EXTRA, MISSING, RECORD, ROW
from reports.issue.site import page_records
from reports.issue.site.bundle import BUNDLES, MANIFEST, bundle_files, bundle_name, bundle_of
from reports.issue.site.faults import Fault
from reports.issue.site.history_evidence import (
    history_faults,
    history_of_nobody,
    listed_faults,
    row_faults,
)
from reports.issue.site.storage import fingerprint, published
from reports.issue.site.strays import empty_folders, strays, without_remains
from reports.issue.site.writer import list_names, prefix
from reports.papers.models.papers import Paper

ISSUED = "papers.publish"
# What all councils share, in the list of faults.
WHOLE, DATABASE = "the published folder", "the database"
SIGN_IN = (
    "Its password, a second step or a further address was changed outside the program. Stop the "
    "account, then make a new link to sign in."
)
GUARD = (
    "A guard of the database is missing or was changed: rows can be changed without a trace. Find "
    "out who did it, then have the owner of the tables run `place_guards`."
)
TRIGGER = (
    "The program placed no trigger of this name: it can change rows without a trace. Find out who "
    "did it, then have the owner of the tables remove it."
)
NOT_READ = "It has a value that no program writes, so that the rest of it was not compared."
# What SQLite says of it; PostgreSQL takes no such value.
MALFORMED = "malformed JSON"
INDEX_CHANGED = "what pages and search read of it; restore the database from a copy made before"
NO_EDITION = "no edition of the record is called so"


@dataclass
class SiteFindings:
    """What a look at editions and records found: how many, how many files and rows were read, what
    is wrong."""

    editions: int = 0
    files: int = 0
    rows: int = 0
    faults: tuple[Fault, ...] = ()


def look_at(council, awaited: Container[int] = ()) -> SiteFindings:
    """Everything that a council issued, held against its record, and its records, held against
    history. Of the reports with the keys `awaited`, which a job is to write, what was never written
    is not missing. Raises `StorageRefused`."""
    result, place = SiteFindings(), published()
    for paper in issued_papers(council):
        for edition in Edition.objects.public_in(council.slug).filter(paper=paper):
            result.editions += 1
            name = f"{prefix(paper)}edition-{edition.number}/"
            part = partial(_of_edition, place, edition, result, awaited)
            result.faults += _whole(name, part, RECORD)
        result.faults += _whole(prefix(paper), partial(_of_pages, place, paper, result, awaited))
    parts = {
        f"{council.slug}/": partial(_of_lists, place, council, result, awaited),
        **_shared_parts(place, result, awaited),
        f"{council.slug}/history": partial(history_faults, council, place),
        f"{council.slug}/files": partial(_of_stored_files, council),
        f"{council.slug}/accounts": partial(_of_accounts, council),
        f"{council.slug}/records": partial(_of_rows, council, result),
    }
    for name, part in parts.items():
        result.faults += _whole(name, part)
    result.faults = without_remains(result.faults)
    return result


def look_at_shared() -> SiteFindings:
    """The faults of rows, files and history of no council: in a database without one, no other
    check finds that the councils were removed. Raises `StorageRefused`."""
    result, place = SiteFindings(), published()
    parts = _shared_parts(place, result, ()) | {f"{DATABASE}/history": history_of_nobody}
    for name, part in parts.items():
        result.faults += _whole(name, part)
    result.faults = without_remains(result.faults)
    return result


def damage_of(paper) -> list[Fault]:
    """What of a paper's files is no longer what was last written, before it is written over."""
    place, record = published(), page_records.of_paper(paper)
    bundles = {bundle_of(name) for name in (record.pages if record else ())} - {""}
    names = chain.from_iterable(map(place.names, {prefix(paper), *bundles}))
    return page_records.damage(prefix(paper), place, record, names)


def shared_damage(folder: str) -> list[Fault]:
    """The same of the lists of the council whose name in addresses is `folder`, or with an empty
    one of what all councils share."""
    place, where = published(), f"{folder}/" if folder else WHOLE
    # Foreign files outside the folders of councils are never taken away.
    councils = Council.objects.filter(slug=folder)
    names = chain.from_iterable(list_names(place, council) for council in councils)
    return page_records.damage(where, place, page_records.of_folder(folder), names)


def _whole(name, part, kind=ROW):
    """The faults that `part` finds; where a value that no program writes ends it, that too."""
    faults = []
    try:
        faults.extend(part())
    except (*UNREADABLE, OperationalError) as error:
        if isinstance(error, OperationalError) and MALFORMED not in str(error):
            raise
        faults.append(Fault(name, kind, NOT_READ))
    return tuple(faults)


def _of_edition(place, edition, result, awaited):
    yield from of_record(edition)
    if not (is_under_way(edition.paper, awaited) and _has_no_bundle(place, edition)):
        yield from _of_bundle(place, edition, result)


def _of_rows(council, result):
    rows = look_at_rows(council)
    result.rows = rows.rows
    return row_faults(council, rows)


def _shared_parts(place, result, awaited):
    return {DATABASE: _of_database, WHOLE: partial(_of_all_councils, place, result, awaited)}


def _of_database():
    for name in changed_guards(connection):
        yield Fault(f"{DATABASE}/{name}", CHANGED, GUARD)
    for name in foreign_triggers(connection):
        yield Fault(f"{DATABASE}/{name}", EXTRA, TRIGGER)
    for name, is_there, sentence in shared_row_faults(Council):
        yield Fault(f"{DATABASE}/{name}", EXTRA if is_there else MISSING, sentence)


def _of_stored_files(council):
    for row, path, is_there in file_faults(council):
        name = f"{council.slug}/files/{row._meta.verbose_name} {row.pk}"
        yield Fault(name, CHANGED if is_there else MISSING, f"its file {path.name[:12]}…")


def _of_accounts(council):
    for user in changed_accounts(council):
        yield Fault(f"{council.slug}/records/{user.history_name}", ROW, SIGN_IN)


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
    by_history = _digests_by_history(edition)
    yield from _of_index(where, edition, by_history)
    of_files = {k: v for k, v in by_history.items() if not k.startswith(hooks.INDEX)}
    entries = [fields, of_files]
    if MANIFEST in index:
        entries.append({**_listed(edition), MANIFEST: index[MANIFEST]})
    for name in sorted({*index, *(name for item in entries for name in item)}):
        if any(item.get(name) != index.get(name) for item in entries):
            yield Fault(f"{where}files/{name}", RECORD)


def _of_index(where, edition, by_history):
    """The parts of the index of `edition` of which history has another digest."""
    for name, digest in hooks.index_digests(edition).items():
        # Editions from before history had digests of their index have none.
        if by_history.get(name, digest) != digest:
            yield Fault(f"{where}{name}", RECORD, INDEX_CHANGED)


def _digests_by_history(edition):
    """Name → digest of each file of `edition` and each part of its index."""
    entry = HistoryEntry.objects.about(edition).filter(what=ISSUED).first()
    return {name: item["to"] for name, item in entry.changes.items()} if entry else {}


def _listed(edition):
    try:
        listed = json.loads(bytes(edition.files.get(name=MANIFEST).content))
        return {item["name"]: item["sha256"] for item in listed["files"]}
    except (ValueError, KeyError, TypeError):
        return {}


def is_under_way(paper, awaited: Container[int]) -> bool:
    """True while the pages of a report are being written, or wait for a job to write them."""
    return paper.pk in awaited or bool(page_records.being_written([paper]))


def _has_no_bundle(place, edition):
    return not place.names(f"{bundle_name(edition)}/")


def _of_bundle(place, edition, result):
    bundle = bundle_name(edition)
    if not bundle:
        return []
    expected = {} if edition.removal else bundle_files(edition)
    target = {f"{bundle}/{name}": fingerprint(content) for name, content in expected.items()}
    result.files += len(target)
    return page_records.differences(place, place.names(f"{bundle}/"), target)


def _of_pages(place, paper, result, awaited):
    own = prefix(paper)
    if paper.pk in awaited and page_records.of_paper(paper) is None:
        return []

    def differences(pages):
        target = {name: digest for name, digest in pages.items() if name.startswith(own)}
        return page_records.differences(place, place.names(own), target)

    return _of_written(own, partial(page_records.of_paper, paper), differences, result)


def _of_lists(place, council, result, awaited):
    """The lists of a council, once it has published something or the folder has any of them."""
    own, record = f"{council.slug}/", partial(page_records.of_folder, council.slug)
    if record() is None and any(paper.pk in awaited for paper in issued_papers(council)):
        return []
    # What history contradicts is named by line.
    passed = {fault.name for fault in listed_faults(council, place)}

    def differences(pages):
        target = {name: digest for name, digest in pages.items() if name not in passed}
        names = {*list_names(place, council)} - passed
        return page_records.differences(place, names, target)

    is_expected = record() or issued_papers(council).exists() or list_names(place, council)
    return _of_written(own, record, differences, result) if is_expected else []


def _of_all_councils(place, result, awaited):
    """The rest of the folder: pages that all councils share, and foreign files."""
    councils = {f"{slug}/" for slug in Council.objects.values_list("slug", flat=True)}
    bundles = {f"{BUNDLES}/{name}/" for name in place.folders(BUNDLES)}

    def differences(pages):
        return page_records.differences(place, place.names("", councils | bundles), pages)

    known = Edition.objects.published().filter(files__name=MANIFEST)
    sums = {f"{BUNDLES}/{item}/" for item in known.values_list("files__sha256", flat=True)}
    yield from (Fault(name, EXTRA, NO_EDITION) for name in sorted(bundles - sums))
    yield from (Fault(name, EXTRA) for name in strays(place))
    yield from page_records.folder_faults(partial(empty_folders, place))
    record = partial(page_records.of_folder, "")
    if record() or (not awaited and place.names("", councils | bundles)):
        yield from _of_written(WHOLE, record, differences, result)


def _of_written(where, record, differences, result):
    listed = record()
    result.files += len(listed.pages) if listed else 0
    return page_records.faults(where, record, differences)
