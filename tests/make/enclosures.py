"""Makers of what goes with a paper as a file of its own: a valid row with no arguments, its bytes
where they are kept."""

import hashlib
from dataclasses import replace
from datetime import date

from assurance.attachments import storage
from assurance.runtime.periods import today
from reports.documents.document import to_json
from reports.documents.enclosures import ANNEX, BACKGROUND
from reports.documents.entries import Enclosed, StoredFile
from reports.papers.models.enclosures import Enclosure
from tests.cast import make_council
from tests.make import papers

PLAIN = b"%PDF-1.7\nAn account of the visits.\n%%EOF\n"
TAGGED = b"%PDF-1.7\n<< /Type /Catalog /StructTreeRoot 3 0 R >>\n%%EOF\n"


def background(content=PLAIN, **said):
    """The copy of a background paper of a paper that is being written."""
    usual = {"purpose": BACKGROUND, "title": "Visits of inspectors", "dated": date(2015, 11, 2)}
    return _enclosure(content, **{**usual, **said})


def annex(content=PLAIN, **said):
    """An annex that is a PDF without tags, and the reason why there is no other form."""
    of = said.pop("paper", None) or papers.paper(council=said.pop("council", None))
    block = said.pop("annex", "") or papers.block(paper=of, kind="annex", part="annexes").slug
    usual = {"purpose": ANNEX, "title": "Plan on a page", "annex": block, "paper": of}
    usual |= {"summary": "What is done by when.", "reason": "The regulator sent it as a scan."}
    return _enclosure(content, **{**usual, **said})


def _enclosure(content, **said):
    of = said.pop("paper", None) or papers.paper(council=said.pop("council", None))
    digest = hashlib.sha256(content).hexdigest() if content else ""
    usual = {
        "paper": of,
        "council": of.council,
        "number": of.enclosures.count() + 1,
        "name": "brought.pdf" if content else "",
        "kind": "pdf" if content else "",
        "size": len(content),
        "sha256": digest,
        "created_on": date(2015, 12, 1),
    }
    if content:
        storage.write_file(storage.place_of(of.council.slug, digest), content)
    return Enclosure.objects.create(**{**usual, **said})


def published(council, content=PLAIN, **said):
    """A background paper as an edition of `council` names it, its copy where it is kept."""
    digest = hashlib.sha256(content).hexdigest()
    storage.write_file(storage.place_of(council.slug, digest), content)
    file = StoredFile(".pdf", "PDF", "application/pdf", len(content), digest)
    return Enclosed(BACKGROUND, 1, "Visits of inspectors", **{"files": (file,), **said})


def edition(council=None, day=None, *enclosed):
    """An edition with a background paper (or what is `enclosed`), of a meeting on `day`, today
    where none is given."""
    council = council or make_council()
    meeting = papers.meeting(day or today(), council=council)
    of = papers.issued_paper(council=council, meeting=meeting)
    document = replace(papers.document(), enclosed=enclosed or (published(council),))
    return papers.edition(paper=of, council=council, document=to_json(document))
