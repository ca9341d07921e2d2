"""The scorecard of a meeting as an annex of a report that is being written."""

from datetime import date

from django.db import transaction

from assurance.records.refusals import refuse_if
from assurance.runtime.periods import say_day
from reports.documents.enclosures import ITSELF, UploadedFile
from reports.editor.operations.enclosures import enclose_annex
from reports.language.template import WITH_ANNEXES
from reports.oversight.models import MeetingScorecard
from reports.oversight.scorecard_file import scorecard_pdf
from reports.papers.manuscript import read
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper
from reports.papers.operations.papers import add_block

NO_PART = "This report has no part for annexes: choose another report"
DUPLICATE = "This report has the scorecard as an annex already"


@transaction.atomic
def add_to_report(
    *, frozen: MeetingScorecard, paper: Paper, summary: str, by, on: date
) -> Enclosure:
    """A new annex at the end of the report, with the two pages of the scorecard as its file and
    `summary` as its text. Raises `Refused` for a report that is not being written, has no part for
    annexes, or has this scorecard already."""
    parts = [part.slug for part in read(paper).template.parts if part.kind in WITH_ANNEXES]
    refuse_if(NO_PART if not parts else "", "report")
    name, current = f"scorecard-{frozen.pk}-", paper.blocks.filter(removed_on__isnull=True)
    is_there = current.filter(slug__startswith=name).exists()
    refuse_if(DUPLICATE if is_there else "", "report")
    earlier = paper.blocks.filter(slug__startswith=name).count()
    fields = {
        "slug": f"{name}{earlier + 1}",
        "part": parts[0],
        "kind": "annex",
        "heading": f"{frozen.scorecard.title}, {say_day(frozen.meeting.date)}",
    }
    last = current.filter(part=parts[0], parent=None).last()
    block = add_block(paper=paper, after=last, block=fields, by=by, on=on)
    return enclose_annex(
        paper=paper,
        annex=block.slug,
        summary=summary,
        file=UploadedFile(frozen.file_name, scorecard_pdf(frozen)),
        how=ITSELF,
        form=None,
        reason="",
        by=by,
        on=on,
    )
