"""What is kept of a paper as it is published, so that it can be followed: what it asked for, where
its blocks stand, and its promises and answers.

Each only writes; the operation around it holds the transaction and records history.
"""

from reports.documents.document import REFERENCE, Document, Run, from_json, to_json, words
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
    for one in Commitment.objects.filter(paper=paper, block__in=anchors):
        one.anchor = anchors[one.block]
        one.save(update_fields=["anchor"])
    for one in Commitment.objects.filter(answered_in=paper, answered_block__in=anchors):
        one.answered_anchor = anchors[one.answered_block]
        one.save(update_fields=["answered_anchor"])


def _keep_exempt(edition, anchors):
    """Keeps the exempt annexes of `edition`, whole, apart from its open words."""
    annexes = edition.paper.blocks.exempt()
    slugs = [one.slug for one in annexes if is_exempt(one.kind, one.data)]
    whole = places(from_json(edition.paper.frozen["restricted"])) if slugs else {}
    for slug in slugs:
        section = whole[anchors[slug]].thing
        kept = {"title": section.title, "section": to_json(section)}
        ExemptAnnex.objects.update_or_create(edition=edition, anchor=section.anchor, defaults=kept)


def _keep_recommendations(paper, document: Document, anchors):
    known = places(document)
    asked = paper.blocks.filter(kind="recommendation", removed_on__isnull=True)
    for place, block in enumerate(asked, 1):
        found = known.get(anchors.get(block.slug, ""))
        if found is None:
            continue
        item = found.thing
        printed = {
            "place": place,
            "label": item.label,
            "anchor": item.anchor,
            "verb": block.data.get("kind", "") if block.data.get("kind") in DECISIONS else "",
            "wording": " ".join(words(item.content).split()),
            "rests_on": [[run.text, run.to] for run in _references(item.content)],
        }
        Recommendation.objects.update_or_create(paper=paper, block=block.slug, defaults=printed)


def _references(value):
    """Every reference in a part of a document, in order."""
    if isinstance(value, Run):
        return [value] if value.kind == REFERENCE else []
    if isinstance(value, tuple):
        return [run for one in value for run in _references(one)]
    inner = [getattr(value, name, ()) for name in ("runs", "content", "items")]
    return [run for part in inner for run in _references(part)]
