"""What goes with a paper as a file of its own, as its words and its edition name it."""

from datetime import date

from assurance.attachments.rules import KINDS
from assurance.runtime.periods import say_day
from reports.documents.document import Enclosed, Kept
from reports.documents.enclosures import ANNEX, BACKGROUND, size_in_words
from reports.papers.models.enclosures import Enclosure
from reports.papers.models.papers import Paper

# What says that there are no background papers.
NONE = {"none", "nil", "n/a", "not applicable", "there are none"}


def enclosed_of(paper: Paper) -> tuple[Enclosed, ...]:
    """What goes with `paper` now; the anchor of an annex is the slug of its block, which numbering
    makes an address of."""
    return tuple(_enclosed(row) for row in Enclosure.objects.of_paper(paper))


def named_without_copy(paper: Paper) -> list[str]:
    """The background papers that `paper` names and keeps neither a copy of nor a reason for."""
    named = (paper.parts.get("background_papers") or {}).get("papers", ())
    if not named:
        return []
    kept = {bare(one.title) for one in backgrounds(enclosed_of(paper))}
    return [one for one in named if bare(one) not in kept and bare(one) not in NONE]


def bare(words: str) -> str:
    """The name of a background paper, for comparison: without its full stop and capitals."""
    return " ".join(words.split()).rstrip(".").casefold()


def line_of(one: Enclosed) -> str:
    """A background paper as its part prints it: what it is, and whether a copy is kept."""
    named = ", ".join(filter(None, (one.title.rstrip("."), one.dated and _day(one.dated))))
    if not one.files:
        return f"{named}. No copy is kept with this paper: {_closed(one.reason)}"
    return f"{named}. A copy is kept with this paper ({_file(one.files[0])})."


def lines_of_annex(one: Enclosed) -> tuple[str, ...]:
    """What an annex that is a file prints: what it says, that it is a file, and how everybody can
    read it."""
    file, *forms = one.files
    said = f"This annex is a file of its own, published with this paper: {_file(file)}."
    if forms:
        said += f" A form of it that everybody can read is published as well: {_file(forms[0])}."
    elif not file.accessible:
        said += f" There is no form of it that everybody can read: {_closed(one.reason)}"
    return one.summary, said


def backgrounds(enclosed: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    """The background papers of them."""
    return tuple(one for one in enclosed if one.purpose == BACKGROUND)


def annexes(enclosed: tuple[Enclosed, ...]) -> tuple[Enclosed, ...]:
    """The annexes of them."""
    return tuple(one for one in enclosed if one.purpose == ANNEX)


def _enclosed(row):
    files = [_kept(row.kind, row.name, row.size, row.sha256, accessible=row.accessible)]
    files.append(_kept(row.form_kind, row.form_name, row.form_size, row.form_sha256, True))
    return Enclosed(
        purpose=row.purpose,
        number=row.number,
        title=row.title,
        anchor=row.annex,
        dated=row.dated.isoformat() if row.dated else "",
        summary=row.summary,
        files=tuple(one for one in files if one.sha256),
        reason=row.reason,
    )


def _kept(kind, name, size, sha256, accessible):
    if not sha256:
        return Kept("", "", "", 0, "")
    of = KINDS[kind]
    ending = next(one for one in of.endings if name.casefold().endswith(one))
    return Kept(ending, of.words, of.content_type, size, sha256, accessible)


def _file(file):
    return f"{file.words}, {size_in_words(file.size)}"


def _day(iso):
    return say_day(date.fromisoformat(iso))


def _closed(reason):
    said = reason.strip()
    return said if said.endswith((".", "!", "?")) else f"{said}."
