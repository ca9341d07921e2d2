"""Editions with every file that the check of what was issued looks at, published as an issue does
it, without a PDF or a Word file, which take long to make."""

from datetime import UTC, datetime

from reports.documents import formats
from reports.documents.digest import content_digest
from reports.documents.document import from_json, to_json
from reports.editions.models.editions import Edition
from reports.issue.operations import steps
from reports.papers.addresses import paper_address
from tests.cast import clerk
from tests.make import papers

MOMENT = datetime(2016, 1, 8, 10, tzinfo=UTC)


def bundled(**said):
    """A published edition with its page, its data and the list of its files; the further one where
    a `paper` is given that has some. `words` are those of a document, as an edition keeps them."""
    paper = said.get("paper") or papers.issued_paper(council=said.get("council"))
    number = paper.editions.count() + 1
    words = said.get("words") or to_json(papers.document())
    plain = {**words, "edition": number, "address": paper_address(paper)}
    document = from_json(plain)
    by = clerk(paper.council)
    row = Edition.objects.create(
        paper=paper,
        number=number,
        title=paper.title,
        document=to_json(document),
        digest=content_digest(document),
        issued_on=papers.ISSUED_ON,
        issued_by=by,
        frozen_at=MOMENT,
    )
    files = formats.render(document, paper.slug, ("html", "data"))
    files = (*files, formats.manifest(document, files))
    return steps.publish(edition=row, files=files, at=MOMENT, by=by, on=papers.ISSUED_ON)
