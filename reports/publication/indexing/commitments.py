"""What is kept of a paper as it is published, so that it can be followed: what it asked for, where
its blocks stand, and its promises and answers.

Each only writes; the operation around it holds the transaction and records history.
"""

from reports.documents.document import REFERENCE, Document, Run, from_json, text_of, to_json
from reports.documents.html.places import places
from reports.editions.models.editions import Edition
from reports.editions.models.exempt import ExemptAnnex
from reports.papers.language.block_data import DECISIONS
from reports.papers.models.commitments import Commitment
from reports.papers.models.recommendations import Recommendation
from reports.papers.rules.exempt import is_exempt
from reports.publication.models.notes import PublishedAnchors


def index_edition(edition: Edition) -> None:
    """Keeps the recommendations of `edition` as it prints them, and the places of its promises and
    of its answers to earlier ones. What was decided of a recommendation stays."""
    paper = edition.paper
    anchors = paper.frozen_anchors
    PublishedAnchors.objects.update_or_create(edition=edition, defaults={"anchors": anchors})
    _keep_exempt(edition, anchors)
    _keep_recommendations(paper, from_json(edition.document), anchors)
    for commitment in Commitment.objects.filter(paper=paper, block__in=anchors):
        commitment.anchor = anchors[commitment.block]
        commitment.save(update_fields=["anchor"])
    for commitment in Commitment.objects.filter(answered_in=paper, answered_block__in=anchors):
        commitment.answered_anchor = anchors[commitment.answered_block]
        commitment.save(update_fields=["answered_anchor"])


def _keep_exempt(edition, anchors):
    """Keeps the exempt annexes of `edition`, whole, apart from its open words."""
    annexes = edition.paper.blocks.exempt()
    slugs = [annex.slug for annex in annexes if is_exempt(annex.kind, annex.data)]
    whole = places(from_json(edition.paper.frozen["restricted"])) if slugs else {}
    for slug in slugs:
        section = whole[anchors[slug]].thing
        index = {"title": section.title, "section": to_json(section)}
        ExemptAnnex.objects.update_or_create(edition=edition, anchor=section.anchor, defaults=index)


def _keep_recommendations(paper, document: Document, anchors):
    known = places(document)
    queries = paper.blocks.filter(kind="recommendation", removed_on__isnull=True)
    for place, block in enumerate(queries, 1):
        row = known.get(anchors.get(block.slug, ""))
        if row is None:
            continue
        item = row.thing
        printed = {
            "place": place,
            "label": item.label,
            "anchor": item.anchor,
            "verb": block.data.get("kind", "") if block.data.get("kind") in DECISIONS else "",
            "wording": " ".join(text_of(item.content).split()),
            "rests_on": [[run.text, run.to] for run in _references(item.content)],
        }
        Recommendation.objects.update_or_create(paper=paper, block=block.slug, defaults=printed)


def _references(value):
    """Every reference in a part of a document, in order."""
    if isinstance(value, Run):
        return [value] if value.kind == REFERENCE else []
    if isinstance(value, tuple):
        return [run for item in value for run in _references(item)]
    inner = [getattr(value, name, ()) for name in ("runs", "content", "items")]
    return [run for part in inner for run in _references(part)]
