"""Single paragraphs of a report that an approver sends back, and their outcome when it is sent
again."""

from collections.abc import Mapping
from dataclasses import dataclass

from assurance.runtime.typography import with_capital
from reports.documents.document import Section, from_json, text_of
from reports.documents.html.places import places
from reports.documents.paragraph_changes import paragraphs_of
from reports.editions.snapshot import PUBLIC
from reports.editor.models import Remark
from reports.papers.models.papers import Paper

CHANGED, SAME, GONE = "changed", "not changed", "taken out"


@dataclass(frozen=True)
class SentParagraph:
    """A block of a report as it is sent: its name in words and its text as printed."""

    slug: str
    where: str
    printed: str


@dataclass(frozen=True)
class ChangeRequest:
    """What an approver asks to be changed at one paragraph."""

    paragraph: SentParagraph
    words: str

    @property
    def sentence(self) -> str:
        """The paragraph and what is asked of it, in one line."""
        where = self.paragraph.where
        return f"{with_capital(where)}: {self.words}"


@dataclass(frozen=True)
class Outcome:
    """A paragraph that was sent back, as it reads now."""

    remark: Remark
    where: str
    now: str

    @property
    def state(self) -> str:
        """Whether it is changed, taken out, or as it was."""
        if not self.now:
            return GONE
        return SAME if self.now == self.remark.printed else CHANGED


def sent_paragraphs(paper: Paper) -> tuple[SentParagraph, ...]:
    """Every block of `paper` as it is sent that prints words of its own, in its order."""
    document = from_json(paper.frozen[PUBLIC])
    printed = {line.anchor: line.printed for line in paragraphs_of(document, with_dates=True)}
    slugs = {anchor: slug for slug, anchor in paper.frozen_anchors.items()}
    return tuple(
        SentParagraph(
            slugs[anchor],
            place.words,
            printed.get(anchor) or " ".join(text_of(place.thing).split()),
        )
        for anchor, place in places(document).items()
        if anchor in slugs and not isinstance(place.thing, Section)
    )


def requests_of(paper: Paper, words: Mapping[str, str]) -> tuple[ChangeRequest, ...]:
    """What is asked at each paragraph of `paper`, which is sent, in its order; `words` are by
    slug."""
    if not (paper.frozen and words):
        return ()
    return tuple(
        ChangeRequest(item, words[item.slug].strip())
        for item in sent_paragraphs(paper)
        if words.get(item.slug, "").strip()
    )


def outcomes(paper: Paper) -> tuple[Outcome, ...]:
    """Each paragraph that was sent back last, as `paper` has it now that it is sent again."""
    rows = list(paper.remarks.sent_back().select_related("said_by", "settled_by"))
    if not (paper.frozen and rows):
        return ()
    now = {item.slug: item for item in sent_paragraphs(paper)}
    return tuple(
        Outcome(
            row, *((now[row.slug].where, now[row.slug].printed) if row.slug in now else ("", ""))
        )
        for row in rows
    )
