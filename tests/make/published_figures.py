"""Published editions whose figures can be followed from paper to paper."""

from dataclasses import replace
from datetime import UTC, date, datetime

from reports.documents.document import (
    Headline,
    Headlines,
    Paragraph,
    Run,
    Section,
    Text,
    to_json,
)
from reports.documents.entries import STATED
from reports.editions.models.editions import Edition, Provenance
from reports.editions.snapshot import compared_with_earlier
from reports.papers.models.papers import Paper
from reports.publication.indexing.editions import index_edition
from tests.make import papers

AT = datetime(2016, 1, 8, 10, tzinfo=UTC)
END, BEFORE = "2015-12-01", "2015-06-30"


def entry(text, end=END, **said):
    """A figure that says `text` of the day `end`."""
    usual = {"text": text, "start": end, "end": end, "when": said.get("end", end)}
    return replace(papers.document().figures[0], **{**usual, **said})


def headed(name="Staff overdue for a DBS re-check"):
    """A report's sections, opened by one headline figure."""
    value = (Run("30", "figure", "1"),)
    group = Headlines("top", (Headline(name, value, (Run("1 December 2015"),)),))
    return (Section("summary", "Summary", blocks=(group,)),)


def edition(
    *figures, period_end=END, sections=(), of=None, number=1, issued_on=None, records=(), opening=()
):
    """The published and indexed edition of a paper about the half-year to `period_end`, with its
    provenance; `opening` are further fields of its document."""
    end = date.fromisoformat(period_end)
    period = {"period_start": date(2014, 7, 1), "period_end": end}
    paper = of or papers.issued_paper(**period, meeting=None)
    numbered = tuple(replace(one, number=place) for place, one in enumerate(figures, 1))
    sections = sections or (Section("summary", "Summary"),)
    document = replace(papers.document(), figures=numbered, sections=sections, edition=number)
    document = replace(document, records=tuple(records), **dict(opening))
    document = compared_with_earlier(document, paper)
    # A report is called as its newest edition is.
    Paper.objects.filter(pk=paper.pk).update(title=document.title)
    paper.title = document.title
    row = papers.edition(
        paper=paper,
        number=number,
        title=document.title,
        document=to_json(document),
        issued_on=issued_on or end,
        published_at=None,
    )
    for one in filter(lambda one: one.key != STATED, numbered):
        Provenance.objects.create(
            edition=row,
            number=one.number,
            key=one.key,
            member=one.member,
            start=one.start,
            end=one.end,
            source=one.source,
            definition={},
            rows=1,
            rows_digest="0" * 64,
        )
    Edition.objects.filter(pk=row.pk).update(published_at=AT)
    index_edition(row)
    return Edition.objects.public_in("netherby").get(pk=row.pk)


def indexed(*figures, says=None, **said):
    """The same; `says` is the words of its one paragraph."""
    if says is not None:
        paragraph = Paragraph("para-1", "1.", (), (Text((Run(says),)),))
        said["sections"] = (Section("work", "Work", blocks=(paragraph,)),)
    return edition(*figures, **said)
