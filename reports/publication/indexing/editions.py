"""What is indexed of an edition as it is published: its front, passages, figures, subjects and
recommendations, and where its blocks and commitments stand.

It only writes; the operation around it holds the transaction and records history.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from datetime import date

from assurance.figures.keys import current_key
from assurance.records import writes
from assurance.runtime.typography import with_capital
from reports.documents.diff import lines_by_section
from reports.documents.document import (
    Document,
    Item,
    ItemList,
    Notes,
    Paragraph,
    Section,
    from_json,
    references_in,
    text_of,
    to_json,
)
from reports.documents.front.digest import in_a_line
from reports.documents.html.places import Place, after_section, full_title, places, said_at
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.language.block_data import DECISIONS
from reports.language.rules import due_dates
from reports.language.rules.exempt import is_exempt
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules import subjects
from reports.publication.models.figures import (
    FIGURES,
    RECORDS,
    TEXT_ONLY,
    EditionFront,
    EditionSubject,
    PrintedFigure,
    PrintedRecord,
)
from reports.publication.models.headlines import EditionHeadlines, leading_of
from reports.publication.models.passages import A_PAPER, Passage
from reports.publication.models.tables import EditionTable
from reports.publication.search.table_rows import tables_of
from reports.publication.search.texts import (
    heading_and_words,
    printed_words,
    write_figure_texts,
    write_record_texts,
)
from reports.vocabulary.plain_text import plain

# Parts that name who to ask, who approved and what else there is: nobody is told anything there.
NOT_INDEXED = ("part-contacts", "part-approval", "part-background_papers", "part-abbreviations")
LONGEST_ANCHOR = 200
OPENING = "the opening text"
ANSWERED_ANEW = "A correction gives the commitment before it another outcome."


def index_edition(edition: Edition) -> None:
    """Writes the index of `edition`; a second call changes nothing, nor any decision."""
    paper, document = edition.paper, from_json(edition.document)
    anchors, known = paper.frozen_anchors, places(document)
    if not edition.passages.exists():
        Passage.objects.bulk_create(_numbered(edition, passages_of(document, known), anchors))
    index_values(edition, document)
    annexes = edition.paper.blocks.exempt()
    slugs = [annex.slug for annex in annexes if is_exempt(annex.kind, annex.data)]
    whole = places(from_json(edition.paper.frozen["restricted"])) if slugs else {}
    for slug in slugs:
        section = whole[anchors[slug]].thing
        fields = {"title": section.title, "section": to_json(section)}
        ExemptAnnex.objects.update_or_create(
            edition=edition, anchor=section.anchor, defaults=fields
        )
    _index_recommendations(paper, known, anchors)
    _index_commitments(edition, anchors)
    write_record_texts(edition)


def index_values(edition: Edition, document: Document) -> None:
    """Writes what `edition`, which says `document`, prints besides its words, if it is not kept."""
    known = places(document)
    for model, rows in _ROWS.items():
        if not model.objects.of_edition(edition).exists():
            model.objects.bulk_create(model(edition=edition, **r) for r in rows(document, known))
    write_figure_texts(edition)


def passages_of(document: Document, known: Mapping[str, Place]) -> Iterator[Passage]:
    """The passages of `document`, unsaved: the paper itself, then all that has words in order."""
    head, notices = heading_and_words(document.head)[1], printed_words(document.notices)
    yield _passage("", "", document.title, f"{head} {notices}".strip())
    for thing, _ in _walk(document.sections):
        heading, text = heading_and_words(thing)
        if heading or text:
            yield _passage(thing.anchor, known[thing.anchor].words, heading, text)


def figures_of(document: Document, known: Mapping[str, Place]) -> list[dict]:
    """The fields of a `PrintedFigure` for each figure and typed number of `document`."""
    same = ("number", "member", "population", "definition")
    return [
        {
            **{name: getattr(entry, name) for name in same},
            "key": current_key(entry.key),
            "title": entry.title[:300],
            "start": _day(entry.start),
            "end": _day(entry.end),
            "entry": to_json(entry),
            "places": _places(entry.places, known),
        }
        for entry in document.figures
    ]


def fronts_of(document: Document, known: Mapping[str, Place]) -> list[dict]:
    """The fields of the one `EditionFront` of `document`."""
    passages = {thing.anchor for thing, _ in _walk(document.sections) if hasattr(thing, "anchor")}
    items = {
        anchor: [place.words, printed_words(place.thing.content)]
        for anchor, place in known.items()
        if isinstance(place.thing, Item) and anchor not in passages
    }
    opening = to_json(replace(document, sections=(), figures=(), records=()))
    return [{"opening": opening, "lines": section_lines(document), "items": items}]


def section_lines(document: Document) -> list[list]:
    """(anchor, title, lines) of each section of `document`, as comparison reads them; what stands
    in none is called by its place."""
    rows, before = [], None
    for block, own in lines_by_section(document):
        lines = [[*astuple(line)] for line in own]
        if isinstance(block, Section):
            rows.append([block.anchor, with_capital(block.title), lines])
            before = block
        elif rows and rows[-1][0] != getattr(before, "anchor", None):
            # All text between two sections is read as one, so that what is taken out moves nothing.
            place = after_section(full_title(before)) if before else OPENING
            rows[-1][1:] = [with_capital(place), [*rows[-1][2], *lines]]
        else:
            title = lines[0][0] if lines else ""
            rows.append([getattr(block, "anchor", ""), with_capital(title), lines])
    return rows


def records_of(document: Document, known: Mapping[str, Place]) -> list[dict]:
    """The fields of a `PrintedRecord` for each list and each field of a record that prints."""
    return [
        {
            "number": number,
            **{name: getattr(entry, name) for name in ("kind", "slug", "field", "text", "rows")},
            "day": _day(entry.day),
            "places": _places(entry.places, known),
        }
        for number, entry in enumerate(document.records, 1)
    ]


def subjects_of(document: Document, known: Mapping[str, Place]) -> list[dict]:
    """The fields of an `EditionSubject` for each subject that `document` tells of: where a figure
    of it stands, else a list or field of its records, else its words."""
    counted, recorded, spoken = {}, {}, {}
    for figure in document.counted:
        counted.setdefault(subjects.subject_of(current_key(figure.key)), []).extend(figure.places)
    for entry in document.records:
        recorded.setdefault(subjects.subject_of_record(entry.kind), []).extend(entry.places)
    for thing, is_indexed in _walk(document.sections):
        text = thing.title if isinstance(thing, Section) else text_of(thing)
        for slug in subjects.spoken_of(text) if is_indexed else ():
            spoken.setdefault(slug, []).append(thing.anchor)
    ways = ((FIGURES, counted), (RECORDS, recorded), (TEXT_ONLY, spoken))
    first = {
        slug: next(((how, places[slug]) for how, places in ways if slug in places), None)
        for slug in subjects.BY_SLUG
    }
    return [
        {"subject": slug, "how": item[0], "places": _places(dict.fromkeys(item[1]), known)}
        for slug, item in first.items()
        if item
    ]


_ROWS = {
    EditionFront: fronts_of,
    EditionHeadlines: leading_of,
    PrintedFigure: figures_of,
    PrintedRecord: records_of,
    EditionSubject: subjects_of,
    EditionTable: tables_of,
}


def _walk(blocks, is_indexed=True) -> Iterator[tuple[object, bool]]:
    """Everything in `blocks` with an address, in order, and whether its words tell of a subject."""
    for block in blocks:
        if isinstance(block, Section):
            inner = is_indexed and block.anchor not in NOT_INDEXED
            yield block, inner
            yield from _walk(block.blocks, inner)
        elif isinstance(block, ItemList | Notes):
            yield from ((item, is_indexed and isinstance(block, ItemList)) for item in block.items)
        else:
            yield block, is_indexed and isinstance(block, Paragraph)


def _numbered(edition, rows: Iterable[Passage], anchors):
    """`rows` as passages of `edition`, with the blocks of the paper that each prints."""
    rows = list(rows)
    by_anchor = {row.anchor: row for row in rows}
    for place, row in enumerate(rows):
        row.pk, row.edition = edition.pk * A_PAPER + place, edition
    for slug, anchor in anchors.items():
        holding = anchor
        while holding not in by_anchor:
            holding = holding.rpartition("-")[0]
        by_anchor[holding].blocks[slug] = anchor
    return rows


def _passage(anchor, label, heading, words):
    return Passage(
        anchor=anchor[:LONGEST_ANCHOR],
        label=label,
        heading=heading,
        words=words,
        plain_heading=plain(heading),
        plain_words=plain(words),
    )


def _places(anchors, known):
    return [[anchor, said_at(known, anchor)] for anchor in anchors]


def _day(value):
    return date.fromisoformat(value) if value else None


def _index_commitments(edition, anchors):
    """Answers what the paper of `edition` proposed answers to, unless another paper was issued with
    one first."""
    paper = edition.paper
    for commitment in Commitment.objects.filter(paper=paper, block__in=anchors):
        commitment.anchor = anchors[commitment.block]
        commitment.save(update_fields=["anchor"])
    for proposal in paper.proposed_answers.select_related("commitment", "paper"):
        commitment = proposal.commitment
        if commitment.may_be_answered_by_another or commitment.answered_in_id == paper.pk:
            _withdraw_replaced(commitment, edition)
            for name, value in proposal.values.items():
                setattr(commitment, name, value)
            commitment.version += 1
            commitment.save(update_fields=[*proposal.values, "version"])
        proposal.delete()
        # No draft says otherwise what became of what a published report has answered.
        commitment.proposals.exclude(state=commitment.state).delete()
    for commitment in Commitment.objects.filter(answered_in=paper, answered_block__in=anchors):
        commitment.answered_anchor = anchors[commitment.answered_block]
        commitment.save(update_fields=["answered_anchor"])
    for commitment in Commitment.objects.filter(paper=paper, of_correction=True):
        commitment.of_correction = False
        commitment.save(update_fields=["of_correction"])


def _withdraw_replaced(commitment, edition):
    """Withdraws what an earlier edition of the paper had put in place of the commitment, and that
    nothing has answered: this one answers the commitment anew."""
    followed = commitment.followed_by.active().filter(paper=edition.paper_id, of_correction=False)
    if edition.paper.corrects is not None:
        for row in followed.filter(state=due_dates.OPEN):
            row.proposals.all().delete()
            by, on = edition.issued_by, edition.issued_on
            writes.mark_withdrawn(row, because=ANSWERED_ANEW, by=by, on=on)


def _index_recommendations(paper, known, anchors):
    rows = paper.blocks.filter(kind="recommendation", removed_on__isnull=True)
    for place, block in enumerate(rows, 1):
        row = known.get(anchors.get(block.slug, ""))
        if row is None:
            continue
        item, verb = row.thing, block.data.get("kind", "")
        printed = {
            "place": place,
            "label": item.label,
            "anchor": item.anchor,
            "verb": verb if verb in DECISIONS else "",
            "wording": in_a_line(item.content),
            "rests_on": [[run.text, run.to] for run in references_in(item.content)],
        }
        Recommendation.objects.update_or_create(paper=paper, block=block.slug, defaults=printed)
