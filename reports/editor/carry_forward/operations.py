"""The next paper from the last: started with all that stands in it, confirmed once looked at."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from assurance.meetings.models.meetings import Meeting
from assurance.records import history
from assurance.records.personal import Personal
from assurance.records.refusals import refuse_if
from assurance.runtime.periods import When
from reports.editor.carry_forward.published_text import as_published
from reports.editor.carry_forward.writers import request_again
from reports.editor.operations import commitments
from reports.editor.operations.record_requests import request_records
from reports.editor.owed_lists import with_lists
from reports.language.standing_blocks import blocks_for, slugs_of
from reports.papers import blocks, typed_numbers
from reports.papers.evidence import Evidence
from reports.papers.manuscript import template_in
from reports.papers.models.papers import Paper
from reports.papers.models.templates import ReportTemplate

WITHDRAWN = "The template of the last report was withdrawn: choose another"
CHANGED = "Some of it has changed since you opened the page: look again at what is left."


@transaction.atomic
def start_next(
    *,
    before: Paper,
    details: Mapping,
    names: Mapping[str, When],
    template: ReportTemplate | None = None,
    meeting_on: date | None = None,
    evidence: Sequence[Evidence] = (),
    due_on: date | None = None,
    asks_writers: bool = False,
    lists: Sequence[str] = (),
    by,
    on: date,
) -> Paper:
    """A new paper in the series of `before`, with its template, parts and standing blocks; each
    block remembers the one it comes from and waits for a look.

    `details` are the fields of the paper, `names` its named days and periods, `template` another
    form than that of `before`, which a withdrawn one cannot be. `meeting_on` is the
    day of a meeting of the series' committee that may not be known yet. What `evidence` lacks is
    asked for by `due_on`; those who wrote last time are asked again where `asks_writers`. `lists`
    are printed as well, of records late or owed. Raises `Refused` where the series has that slug.
    """
    form = template or before.template.newest
    refuse_if(WITHDRAWN if form.withdrawn_on else "", "template")
    published = as_published(before)
    paper = _begun(published.paper, form, details, meeting_on, on)
    blocks.name_dates(paper, names)
    blocks.name_sources(paper, published.sources)
    carried = [_carried(block) for block in _in_order(published.blocks)]
    added = _added_to_template(before, paper, meeting_on or on)
    blocks.create_blocks(paper, with_lists([*carried, *added], lists, template_in(form)))
    blocks.note_editor(paper, by, on)
    changes = history.changes({}, {"carried_from": before.title}, Paper.personal)
    history.record("papers.start_next", about=paper, by=by, on=on, changes=changes)
    request_records(paper=paper, rows=evidence, due_on=due_on or on, by=by, on=on)
    if asks_writers:
        request_again(paper=paper, due_on=due_on or on, by=by, on=on)
    return paper


@transaction.atomic
def confirm_carried(
    *,
    paper: Paper,
    seen: Mapping[str, Mapping[str, str]],
    answers: Sequence[Mapping] = (),
    by,
    on: date,
) -> Paper:
    """The paper with the sentences of `seen` confirmed as they read now, and with what became of
    the promises in `answers` (as `commitments.answer_commitment` takes each).

    `seen` maps a slug to key → digest of what somebody had before them; what reads otherwise by
    now is left. Raises `Refused` where nothing reads as it was seen, `EditConflict` where
    somebody else has answered a promise; then nothing is kept.
    """
    paper = blocks.lock_draft(paper)
    for answer in answers:
        commitments.answer_commitment(paper=paper, **answer, by=by, on=on)
    if answers and not seen:
        return paper
    confirmed = blocks.confirm_sentences(paper, seen)
    refuse_if(CHANGED if seen and not confirmed else "")
    blocks.note_editor(paper, by, on)
    changes = history.changes({}, {"blocks": confirmed}, {"blocks": Personal.NONE})
    history.record("papers.confirm_carried", about=paper, by=by, on=on, changes=changes)
    return paper


def _begun(before, template, details, meeting_on, on):
    is_used = Paper.objects.filter(series=before.series_id, slug=details["slug"]).exists()
    refuse_if("Another report of this series has this address already." if is_used else "", "slug")
    fields = dict(details)
    if meeting_on:
        fields["meeting_id"] = _meeting(before, meeting_on, on).pk
    return Paper.objects.create(
        council=before.council,
        series=before.series,
        template=template,
        parts=_parts_again(before),
        carried_from=before.slug,
        created_on=on,
        **fields,
    )


def _parts_again(before):
    """The parts of `before` without what is of one meeting: its number and agenda item."""
    head = template_in(before.template).head
    if head is None or not before.parts.get(head.slug):
        return before.parts
    again = {"purpose": before.parts[head.slug].get("purpose", "")}
    return {**before.parts, head.slug: again}


def _added_to_template(before, paper, day):
    """The standing blocks that the template has gained since `before` was begun."""
    old = template_in(before.template)
    but = {*slugs_of(old), *before.blocks.names()}
    return blocks_for(template_in(paper.template), day, but)


def _meeting(before, day, on):
    own = {"council": before.council, "created_on": on}
    meeting, _ = Meeting.objects.get_or_create(body=before.series.committee, date=day, defaults=own)
    return meeting


def _in_order(rows):
    """The blocks `rows`, each behind what it stands in."""
    inner = {}
    for row in rows:
        inner.setdefault(row.parent_id, []).append(row)
    ahead, result = inner.get(None, [])[::-1], []
    while ahead:
        result.append(ahead.pop())
        ahead.extend(inner.get(result[-1].pk, [])[::-1])
    return result


def _carried(block):
    names = ("slug", "part", "kind", "heading", "text")
    fields = {name: getattr(block, name) for name in names}
    parent = block.parent.slug if block.parent else ""
    data = typed_numbers.without_source(block.data)
    return {**fields, "data": data, "parent": parent, "carried_from": block.slug}
