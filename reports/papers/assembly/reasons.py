"""The reasons of a paper's recommendations, each printed once, and those that are missing."""

from reports.documents.document import Paragraph, Run
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.language.numbering import Numbering
from reports.papers.language.problems import Problem
from reports.papers.language.template import Part


def reasons(part: Part, query, numbering: Numbering, speaker: TokenRenderer) -> list[Paragraph]:
    """Each reason of the recommendations `asked` once, with the recommendations it stands for
    where they are not all the same."""
    by_reason = {}
    for block in query:
        by_reason.setdefault(_reason_of(block), []).append(block)
    by_reason.pop("", ())
    return [
        _paragraph(part, place, speaker, reason, _named(blocks, numbering, by_reason))
        for place, (reason, blocks) in enumerate(by_reason.items(), 1)
    ]


def missing(part: Part | None, query, numbering: Numbering) -> list[Problem]:
    """A problem for each recommendation without a reason, where its part requires one."""
    if part is None or part.reason != "required":
        return []
    places = [numbering.of(block.slug) for block in query if not _reason_of(block)]
    return [
        Problem(f"Recommendation {place.number} needs a reason.", place.anchor) for place in places
    ]


def _reason_of(block):
    return block.data.get("reason", "").strip()


def _named(blocks, numbering, by_reason):
    numbers = [] if len(by_reason) == 1 else [numbering.of(block.slug).number for block in blocks]
    return f"Reason for {', '.join(numbers)}" if numbers else "Reason"


def _paragraph(part, place, speaker, reason, heading):
    anchor = f"{part.slug}-reason-{place}"
    return Paragraph(anchor, "", (Run(heading),), (speaker.text(reason, anchor),))
