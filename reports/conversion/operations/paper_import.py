"""A paper imported from its file as a new draft: all of it or nothing."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from assurance.meetings.models.bodies import COMMITTEE, Body
from assurance.meetings.models.meetings import Meeting
from assurance.records import history
from assurance.records.refusals import Refused, refuse_if
from assurance.runtime.typography import with_marks
from reports.conversion.storable_text import why_not_kept, why_too_long
from reports.editions import paper_file
from reports.language import file_format
from reports.language import template as templates
from reports.papers import blocks as laying
from reports.papers import looks
from reports.papers.commitment_sentences import digest_of
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.templates import Abbreviation, ReportTemplate, Series
from reports.papers.sentences import current
from reports.papers.typed_numbers import is_stated

WITHDRAWN = "The report template “{}” was withdrawn: bring it back before a report begins from it."
TAKEN = "This series has a report at “{}” already: change the slug."


@transaction.atomic
def import_paper(*, council, plain: Mapping, by, on) -> Paper:
    """A new draft of `council` from the paper file `plain`; its committee, meeting, series and new
    abbreviations come along.

    Raises `Refused` naming the first fault and its place, an unknown template, or a taken address.
    """
    refuse_if(why_not_kept(plain))
    refuse_if(_first_fault(plain, None))
    template = _template(council, plain["template"])
    refuse_if(_first_fault(plain, _read(template)))
    plain = paper_file.unlinked(plain, council.slug)
    refuse_if(why_too_long(plain))
    series = _series(council, plain, on)
    is_used = Paper.objects.filter(series=series, slug=plain["slug"]).exists()
    refuse_if(TAKEN.format(plain["slug"]) if is_used else "")
    paper = Paper.objects.create(
        council=council,
        series=series,
        template=template,
        meeting=_meeting(series.committee, plain["meeting"], on),
        slug=plain["slug"],
        carried_from=plain.get("carried_from", ""),
        title=plain["title"],
        period_start=date.fromisoformat(plain["period"]["start"]),
        period_end=date.fromisoformat(plain["period"]["end"]),
        paper_date=plain["paper_date"] and date.fromisoformat(plain["paper_date"]),
        parts=plain["parts"],
        created_on=on,
    )
    laying.name_dates(paper, paper_file.names(plain))
    laying.name_sources(paper, paper_file.sources(plain))
    laying.create_blocks(paper, [_row(block) for block in plain["blocks"]])
    _confirm(paper, plain["blocks"])
    _promise(paper, plain.get("commitments", ()), on)
    laying.note_editor(paper, by, on)
    _learn_abbreviations(council, plain["abbreviations"])
    history.record("papers.import", about=paper, by=by, on=on)
    return paper


def _template(council, slug):
    template = ReportTemplate.objects.of(council).filter(slug=slug).first()
    missing = f"This council has no report template “{slug}”: add it first."
    refuse_if("" if template else missing)
    refuse_if(WITHDRAWN.format(template.title) if template.newest.withdrawn_on else "")
    return template


def _row(block):
    """The fields of a block; the mark of what was carried is the slug that it comes from."""
    fields = {name: value for name, value in block.items() if name != "carried"}
    return {**fields, "carried_from": block.get("carried", {}).get("from", "")}


def _confirm(paper, blocks):
    """Keeps as looked at what the file says was, and what has typed numbers and was not carried."""
    carried = {block["slug"]: block["carried"] for block in blocks if block.get("carried")}
    rows = [
        row
        for row in paper.blocks.all()
        if carried.get(row.slug, {}).get("confirmed", is_stated(row))
    ]
    if not rows:
        return
    manuscript, slugs = read(paper), {row.slug for row in rows}
    now = current(manuscript, (block for block in manuscript.blocks if block.slug in slugs))
    for row in rows:
        row.looked_at = looks.after_change(row, now[row.slug], ())
    Block.objects.bulk_update(rows, ["looked_at"])


def _promise(paper, rows, on):
    Commitment.objects.bulk_create(
        Commitment(
            council=paper.council,
            paper=paper,
            created_on=on,
            digest=digest_of(row["sentence"]) if row["sentence"] else "",
            **with_marks(row, Commitment.printed)
            | {"due_on": row["due_on"] and date.fromisoformat(row["due_on"])},
        )
        for row in rows
    )


def _read(template):
    try:
        return templates.read(template.spec)
    except templates.BadTemplate as fault:
        raise Refused(f"The report template “{template.title}” cannot be read: {fault}") from fault


def _first_fault(plain, template):
    result = file_format.problems(plain, template)
    more = f" And {len(result) - 1} more." if len(result) > 1 else ""
    return f"{result[0]}{more}" if result else ""


def _series(council, plain, on):
    committee, _ = Body.committees.get_or_create(
        council=council,
        slug=plain["committee"]["slug"],
        defaults={"title": plain["committee"]["title"], "kind": COMMITTEE, "created_on": on},
    )
    series, _ = Series.objects.get_or_create(
        council=council,
        slug=plain["series"]["slug"],
        defaults={"title": plain["series"]["title"], "committee": committee},
    )
    return series


def _meeting(committee, plain, on):
    if plain is None:
        return None
    meeting, _ = Meeting.objects.get_or_create(
        body=committee,
        date=date.fromisoformat(plain["date"]),
        defaults={"council": committee.council, "title": plain["title"], "created_on": on},
    )
    return meeting


def _learn_abbreviations(council, rows):
    known = set(Abbreviation.objects.of(council).values_list("short", flat=True))
    Abbreviation.objects.bulk_create(
        Abbreviation(council=council, **row) for row in rows if row["short"] not in known
    )
