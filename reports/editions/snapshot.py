"""What a paper sent for approval keeps: the words for each audience, where its figures came from,
and the digest.

Plain JSON both ways, so that an approval, an edition and a check of either read the same thing.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from django.db.models import F

from assurance.figures.disclosure import PublishedCount
from assurance.figures.keys import keys_of
from assurance.figures.registry import FIGURES
from assurance.figures.relations import base_of, counts_behind, told_by
from assurance.figures.small_numbers import CountBehind
from assurance.runtime.databases.request_memo import memoised
from reports.documents.digest import content_digest
from reports.documents.document import Document, Facts, Section, from_json, to_json
from reports.documents.headlines import parted
from reports.editions.comparison_values import with_marks
from reports.editions.correction_notice import with_notice
from reports.editions.first_figures import opened_by_all, opened_by_few
from reports.editions.front import with_front
from reports.editions.headline_history import with_history
from reports.editions.models.editions import Edition, Provenance
from reports.editions.quoted_values.records import VALUES_OF_PEOPLE, counts_in_records
from reports.papers.assembly import generated_parts
from reports.papers.assembly.pipeline import AssembledPaper, assemble
from reports.papers.assembly.typed_cells.protection import counts_people, printed_cells
from reports.papers.manuscript import Manuscript, read
from reports.papers.models.papers import Paper

PUBLIC, RESTRICTED = "public", "restricted"
# Headline figures look back through the current editions of so many reports.
MOST_EARLIER = 12


def assembled(manuscript: Manuscript, audience: str = PUBLIC) -> AssembledPaper:
    """What `manuscript` says to `audience` now, weighed for the public against what its council's
    editions have printed; nothing is withheld from the restricted one."""
    # Rows of a model are equal where their keys are; this one may have values that are not saved.
    fields = {field.attname for field in Paper._meta.concrete_fields}
    values = {name: vars(manuscript.paper)[name] for name in fields & vars(manuscript.paper).keys()}
    key = ("assembled", audience, values)
    return memoised(key, manuscript, lambda: _assembled(manuscript, audience))


def _assembled(manuscript, audience):
    earlier = ()
    if audience == PUBLIC:
        earlier = (*printed_before(manuscript.paper), *_cells_before(manuscript))
    made = assemble(manuscript, audience=audience, earlier=earlier)
    opened = with_front(made.document, manuscript)
    made = replace(made, document=compared_with_earlier(opened, manuscript.paper))
    corrected = manuscript.paper.corrected_edition if audience == PUBLIC else None
    if corrected is None:
        return made
    before, removed = from_json(corrected.document), manuscript.paper.numbers_removed
    return replace(made, document=with_notice(made.document, before, removed))


def compared_with_earlier(document: Document, paper: Paper) -> Document:
    """The document whose opening figures, its first ones where no others are chosen, are compared
    with what earlier reports print of them."""
    document = opened_by_all(document)
    leading, _ = parted(document)
    if leading is None:
        return document
    numbers = {run.to for item in leading.items for run in item.value}
    keys = {entry.key for entry in document.counted if str(entry.number) in numbers}
    rows = Edition.objects.public_anywhere().filter(
        paper__council=paper.council_id, paper__period_end__lt=paper.period_end
    )
    latest = rows.order_by("-paper__period_end", "-issued_on", "-pk")[:MOST_EARLIER]
    printed = latest.values_list("document__figures", flat=True)
    earlier = ([from_json(row) for row in rows if row["key"] in keys] for rows in printed)
    return with_marks(opened_by_few(with_history(document, earlier)), paper.council)


def freeze(manuscript: Manuscript, public: AssembledPaper) -> tuple[dict, str]:
    """(the content to keep, the digest that an approval is given to) of `manuscript`; `public` is
    what it says to the public, which whoever freezes it has weighed already."""
    numbering = manuscript.numbering
    restricted = replace(
        assembled(manuscript, RESTRICTED).document, notices=public.document.notices
    )
    content = {
        PUBLIC: to_json(public.document),
        RESTRICTED: to_json(restricted),
        "provenance": [item.as_row() for item in public.traced],
        "quoted": [[*query, text] for query, text in public.quoted.items()],
        "anchors": {block.slug: numbering.of(block.slug).anchor for block in manuscript.blocks},
        "parts": anchors_of_parts(manuscript),
    }
    return content, content_digest(public.document)


def draft(paper: Paper, audience: str = PUBLIC) -> Document:
    """The paper as readers would have it now: as frozen once it is sent, as written before."""
    if paper.frozen:
        return from_json(paper.frozen[audience])
    return assembled(read(paper), audience).document


def early_copy(paper: Paper, post: str) -> Document:
    """The paper as it was frozen, for the holder of `post` to read before it is issued."""
    document = draft(paper)
    return replace(document, notices=(generated_parts.not_yet_published(post), *document.notices))


def issued(
    content: Mapping,
    *,
    number: int,
    at: datetime,
    on: date,
    approvals,
    address: str,
    contact: tuple[str, ...] = (),
) -> Document:
    """The public document of an edition: no longer a draft, with who approved it and when, and
    where it corrects another with the day `on` of its issue. `contact` is what the council prints
    that day on whom to contact about a child.

    `approvals` are (what was done, by whom and when) pairs of words; `at` is when it was frozen
    and the only clock time in its files.
    """
    document = from_json(content[PUBLIC])
    sections = tuple(_approved(section, approvals) for section in document.sections)
    stamp = at.isoformat(timespec="seconds")
    return replace(
        document,
        sections=sections,
        notices=generated_parts.dated(document.notices, on),
        draft=False,
        edition=number,
        created=stamp,
        modified=stamp,
        address=address,
        contact=contact,
    )


def marked_urgent(document: Document, by_name: str, on: date, reason: str) -> Document:
    """The document of an edition with a notice at its top that it was issued in an emergency."""
    notices = generated_parts.urgent(by_name, on, reason)
    return replace(document, notices=(*notices, *document.notices))


def restricted(edition: Edition) -> Document:
    """An edition with the numbers that its public words withhold, for officers with the grant."""
    public = from_json(edition.document)
    index = {
        section.anchor: section
        for section in public.sections
        if section.anchor == generated_parts.APPROVAL
    }
    full = from_json(edition.paper.frozen[RESTRICTED])
    sections = tuple(index.get(section.anchor, section) for section in full.sections)
    return replace(
        public, sections=sections, figures=full.figures, head=full.head, audience=RESTRICTED
    )


def printed_before(paper: Paper, keys: Collection[str] | None = None) -> tuple[PublishedCount, ...]:
    """Every count that public editions printed, as a figure, as the base of one or as a record,
    or those of the figures `keys`, for disclosure; for a number that is worked out of a count also
    the counts that it tells of.

    One that was removed from publication since counts too: what was read once is known. It only
    hides more, and shows nothing again.
    """
    editions = Edition.objects.filter(paper__council=paper.council)
    rows = Provenance.objects.filter(edition__in=editions, count__isnull=False)
    if keys is not None:
        rows = rows.filter(key__in=set(chain.from_iterable(map(keys_of, told_by(keys, FIGURES)))))
    rows = list(rows.annotate(behind=F("definition__behind")).defer("definition"))
    has_records = keys is None or not VALUES_OF_PEOPLE.isdisjoint(keys)
    if not (rows or has_records):
        return ()
    quoted, hidden = {}, set()
    printed = editions.values_list("pk", "document__figures", "document__records")
    for pk, figures, records in printed:
        quoted[pk] = records or ()
        hidden |= {(pk, entry["number"]) for entry in figures if entry["mark"]}
    visible = [row for row in rows if (row.edition_id, row.number) not in hidden]
    counts = [*chain.from_iterable(map(_counts_told, visible))]
    if has_records:
        counts += counts_in_records(paper.council, quoted)
    return tuple(dict.fromkeys(counts))


def _counts_told(row):
    times = (row.start, row.end, row.cohort)
    yield PublishedCount((row.key, row.member, *times), row.count)
    base = base_of(row.key, row.member, FIGURES)
    if base and row.base is not None:
        yield PublishedCount((*base, *times), row.base)
    if row.behind:
        yield from counts_behind(CountBehind.of_row(row.behind), row.start, row.end)


def _cells_before(manuscript):
    """What public editions printed in tables, where a table of the paper counts people."""
    if not any(counts_people(block.data.get("cells", {})) for block in manuscript.blocks):
        return ()
    editions = Edition.objects.filter(paper__council=manuscript.council).select_related("paper")
    return tuple(
        count
        for edition in editions
        for count in printed_cells(from_json(edition.document), edition.paper.period)
    )


def anchors_of_parts(manuscript: Manuscript) -> dict[str, list[str]]:
    """Part of the template → anchors of what stands at its top, as a frozen paper keeps them."""
    numbering = manuscript.numbering
    index = {
        part.slug: [numbering.parts[part.slug].anchor]
        for part in manuscript.template.parts
        if part.slug in numbering.parts
    }
    for block in manuscript.blocks:
        if not block.parent or block.kind == "annex":
            index.setdefault(block.part, []).append(numbering.of(block.slug).anchor)
    return index


def _approved(section: Section, approvals) -> Section:
    """The section with its approval facts, where it is the approval part, filled in."""
    if section.anchor != generated_parts.APPROVAL:
        return section
    rows = generated_parts.approval(approvals)
    blocks = tuple(
        replace(block, rows=rows) if isinstance(block, Facts) else block for block in section.blocks
    )
    return replace(section, blocks=blocks)
