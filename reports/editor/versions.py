"""What a paper was at any of its versions, as a document."""

from dataclasses import dataclass, replace

from assurance.runtime.digits import whole
from assurance.runtime.periods import say_day
from reports.documents.document import Document, from_json
from reports.editions.snapshot import assembled
from reports.papers.manuscript import BlockText, Manuscript, nested, read
from reports.papers.models.blocks import BlockVersion
from reports.papers.models.papers import Paper

NOW, SENT, EDITION, SAVED = "now", "sent", "edition", "saved"


@dataclass(frozen=True)
class Choice:
    """A version that can be compared: its name in addresses and in words."""

    key: str
    words: str


def choices(paper: Paper) -> tuple[Choice, ...]:
    """Every version of `paper` that can be compared, newest first."""
    matches = [] if paper.frozen else [Choice(NOW, "The draft today")]
    for edition in paper.editions.published():
        day = edition.published_at.date()
        matches.append(
            Choice(f"{EDITION}-{edition.number}", f"Edition {edition.number}, {say_day(day)}")
        )
    for sent_round in paper.sent_rounds.select_related("sent_by"):
        text = f"Sent for approval on {say_day(sent_round.sent_on)} by {sent_round.sent_by.name}"
        matches.append(Choice(f"{SENT}-{sent_round.pk}", text))
    for sent_round in paper.versions.select_related("editor"):
        by = f" by {sent_round.editor.name}" if sent_round.editor else ""
        matches.append(
            Choice(
                f"{SAVED}-{sent_round.number}",
                f"{sent_round.number}: saved on {say_day(sent_round.made_on)}{by}",
            )
        )
    return tuple(matches)


def document_of(paper: Paper, key: str) -> Document | None:
    """The document of the version `key`, or None; one that was only saved is counted today."""
    kind, _, number = key.partition("-")
    if kind == NOW and not paper.frozen:
        return assembled(read(paper)).document
    if not number.isdecimal() or len(number) > 9:
        return None
    if kind == SAVED and paper.versions.filter(number=number).exists():
        return assembled(manuscript_at(paper, whole(number))).document
    if kind == SENT:
        row = paper.sent_rounds.filter(pk=number).first()
        return row and from_json(row.document)
    if kind == EDITION:
        row = paper.editions.published().filter(number=number).first()
        return row and from_json(row.document)
    return None


def manuscript_at(paper: Paper, number: int) -> Manuscript:
    """The manuscript of `paper` with its blocks as they were at version `number`."""
    rows = BlockVersion.objects.standing_at(paper, number)
    blocks = nested(
        BlockText(row.slug, row.part, row.kind, row.parent, row.heading, row.text, row.data)
        for row in rows
    )
    return replace(read(paper), blocks=blocks)
