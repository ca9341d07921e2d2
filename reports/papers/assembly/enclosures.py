"""What goes with a paper as a file of its own, as its words and its edition name it."""

from datetime import date

from assurance.attachments.rules import KINDS
from assurance.runtime.periods import say_day
from reports.documents.enclosures import ANNEX, BACKGROUND, size_in_words
from reports.documents.entries import Enclosed, StoredFile
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper

# What says that there are no background papers.
NONE = {
    *("none", "nil", "n/a", "not applicable", "there are none"),
    "there are no background papers",
}


def enclosed_of(paper: Paper) -> tuple[Enclosed, ...]:
    """What goes with `paper` now; an annex's anchor is its block's slug, resolved by numbering."""
    return tuple(_enclosed(row) for row in Enclosure.objects.of_paper(paper))


def named_without_copy(paper: Paper) -> list[str]:
    """The background papers that `paper` names and keeps neither a copy of nor a reason for."""
    named = (paper.parts.get("background_papers") or {}).get("papers", ())
    if not named:
        return []
    saved = {bare(background.title) for background in backgrounds(enclosed_of(paper))}
    return [item for item in named if bare(item) not in saved and bare(item) not in NONE]


def bare(text: str) -> str:
    """The name of a background paper, for comparison: without its full stop and capitals."""
    return " ".join(text.split()).rstrip(".").casefold()


def is_none(text: str) -> bool:
    """True for a line of background papers which states that there are none."""
    return bare(text) in NONE


def line_of(enclosed: Enclosed) -> str:
    """A background paper as its part prints it: what it is, and whether a copy is kept."""
    named = ", ".join(
        filter(None, (enclosed.title.rstrip("."), enclosed.dated and _day(enclosed.dated)))
    )
    if not enclosed.files:
        return f"{named}. No copy is kept with this report: {_closed(enclosed.reason)}"
    return f"{named}. A copy is kept with this report ({_file(enclosed.files[0])})."


def lines_of_annex(enclosed: Enclosed) -> tuple[str, ...]:
    """What an annex that is a file prints, and how everybody can read it."""
    file, *forms = enclosed.files
    text = f"This annex is a file of its own, published with this report: {_file(file)}."
    if forms:
        text += f" A form of it that everybody can read is published as well: {_file(forms[0])}."
    elif not file.accessible:
        text += f" There is no form of it that everybody can read: {_closed(enclosed.reason)}"
    return enclosed.summary, text


def backgrounds(enclosed: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    """The background papers of them."""
    return tuple(item for item in enclosed if item.purpose == BACKGROUND)


def annexes(enclosed: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    """The annexes of them."""
    return tuple(item for item in enclosed if item.purpose == ANNEX)


def _enclosed(row):
    files = [_stored_file(row.kind, row.name, row.size, row.sha256, accessible=row.accessible)]
    files.append(_stored_file(row.form_kind, row.form_name, row.form_size, row.form_sha256, True))
    return Enclosed(
        purpose=row.purpose,
        number=row.number,
        title=row.title,
        anchor=row.annex,
        dated=row.dated.isoformat() if row.dated else "",
        summary=row.summary,
        files=tuple(file for file in files if file.sha256),
        reason=row.reason,
    )


def _stored_file(kind, name, size, sha256, accessible):
    if not sha256:
        return StoredFile("", "", "", 0, "")
    of = KINDS[kind]
    ending = next(ending for ending in of.endings if name.casefold().endswith(ending))
    return StoredFile(ending, of.words, of.content_type, size, sha256, accessible)


def _file(file):
    return f"{file.words}, {size_in_words(file.size)}"


def _day(iso):
    return say_day(date.fromisoformat(iso))


def _closed(reason):
    text = reason.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
