"""Files that go with a paper while it is written, and who may read its exempt annexes."""

import hashlib
from datetime import date

from django.db import transaction
from django.db.models import Max

from assurance.attachments import rules as files
from assurance.attachments import storage
from assurance.records import history, writes
from assurance.records.record import lock, locked, why_not_withdraw
from assurance.records.refusals import Refused, refuse_if
from reports.documents import enclosures as rules
from reports.documents.enclosures import ANNEX, BACKGROUND, UploadedFile
from reports.editions.models.exempt import ExemptReader
from reports.papers import blocks
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper

NO_ANNEX = "This annex is no longer in the report: choose another, or write it first."
DUPLICATE_FILE = "This annex is a file already: withdraw that one first."


@transaction.atomic
def enclose_background(
    *, paper: Paper, title: str, dated: date | None, copy: UploadedFile | None, reason: str, by, on
) -> Enclosure:
    """A background paper with its `copy`, or the `reason` why none is kept; never both."""
    paper = blocks.lock_draft(paper)
    refuse_if(rules.why_not_background(copy is not None, reason), "file")
    fields = {"title": title, "dated": dated, "reason": reason.strip()}
    fields |= _store_file(paper, copy, "") if copy else {}
    return _add(paper, BACKGROUND, fields, by, on)


@transaction.atomic
def enclose_annex(
    *,
    paper: Paper,
    annex: str,
    summary: str,
    file: UploadedFile,
    how: str,
    form: UploadedFile | None,
    reason: str,
    by,
    on,
) -> Enclosure:
    """The annex of the block `annex` as a file of its own, which everybody can read as it is, in
    another `form`, or not, for a `reason` (`how`).

    Refuses a paper that is not being written, an annex that is not there or is a file already, no
    summary, a file of no kind that may be kept, and one that says it can be read by everybody and
    cannot."""
    paper = blocks.lock_draft(paper)
    block = paper.blocks.filter(slug=annex, kind="annex", removed_on__isnull=True).first()
    refuse_if("" if block else NO_ANNEX, "annex")
    refuse_if(DUPLICATE_FILE if paper.enclosures.active().filter(annex=annex) else "", "annex")
    refuse_if(rules.why_not_annex(summary, how, form is not None, reason), "how")
    fields = {"title": block.heading or annex, "annex": annex, "summary": summary.strip()}
    fields |= _store_file(paper, file, "")
    if how == rules.ITSELF:
        refuse_if(rules.why_not_itself(fields["kind"], file.content), "how")
    fields |= {"accessible": how == rules.ITSELF}
    fields |= _store_file(paper, form, "form_") if how == rules.ANOTHER else {}
    fields |= {"reason": reason.strip()} if how == rules.NOT else {}
    return _add(paper, ANNEX, fields, by, on)


@transaction.atomic
def withdraw_enclosure(*, enclosure: Enclosure, version: int, because: str, by, on) -> Enclosure:
    """The enclosure withdrawn while its paper is written; its file stays for what names it."""
    paper = blocks.lock_draft(enclosure.paper)
    row = lock(enclosure, version)
    refuse_if(why_not_withdraw(row, because), "because")
    changes = writes.mark_withdrawn(row, because=because, by=by, on=on)
    blocks.note_editor(paper, by)
    history.record("papers.withdraw_enclosure", about=row, by=by, on=on, changes=changes)
    return row


def _add(paper, purpose, value, by, on):
    row = Enclosure(council=paper.council, paper=paper, purpose=purpose)
    last = paper.enclosures.filter(purpose=purpose).aggregate(last=Max("number"))["last"] or 0
    changes = writes.insert(row, {**value, "number": last + 1}, on=on)
    blocks.note_editor(paper, by)
    history.record("papers.enclose", about=row, by=by, on=on, changes=changes)
    return row


def _store_file(paper, value, prefix):
    """The fields of a file, once its bytes lie where they are kept."""
    field = f"{prefix.rstrip('_')}_file".lstrip("_")
    try:
        kind = files.kind_of(value.name, value.content)
    except files.NotAttachable as wrong:
        raise Refused(f"{wrong}", field) from wrong
    digest = hashlib.sha256(value.content).hexdigest()
    storage.write_file(storage.place_of(paper.council.slug, digest), value.content)
    return {
        f"{prefix}name": files.tidy(value.name),
        f"{prefix}kind": kind.slug,
        f"{prefix}size": len(value.content),
        f"{prefix}sha256": digest,
    }


ELSEWHERE = "Only people of the report’s own council can be named"


@transaction.atomic
def name_readers(*, paper, readers, by, on) -> Paper:
    """Names exactly `readers` as entitled; refuses anybody of another council."""
    paper = locked(Paper, paper.pk)
    stranger = any(reader.council_id != paper.council_id for reader in readers)
    refuse_if(ELSEWHERE if stranger else "", "readers")
    rows = ExemptReader.objects.filter(paper=paper)
    before = set(rows.values_list("reader", flat=True))
    named = {reader.pk for reader in readers}
    rows.exclude(reader__in=named).delete()
    ExemptReader.objects.bulk_create(
        ExemptReader(paper=paper, reader_id=pk, named_by=by, named_on=on)
        for pk in sorted(named - before)
    )
    entries = ({"exempt_readers": sorted(item)} for item in (before, named))
    changes = history.changes(*entries, {"exempt_readers": ExemptReader.personal["named_on"]})
    history.record("papers.name_exempt_readers", about=paper, by=by, on=on, changes=changes)
    return paper
