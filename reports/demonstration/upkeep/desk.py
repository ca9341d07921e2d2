"""What lies on the clerk's desk on the demonstration's last days: a report that is being written,
with remarks, a background paper and a section asked of somebody, and what readers ask for.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from assurance.attachments import operations as attachments
from assurance.records.history import ByLink
from assurance.reviews.models.findings import Review
from assurance.runtime.periods import on_day
from reports.contributions.operations import requests
from reports.contributions.sections import asked_for
from reports.conversion.operations import paper_import
from reports.demonstration import texts
from reports.demonstration.council import FoundedCouncil
from reports.editions.models.editions import Edition
from reports.editor.operations import enclosures, remarks
from reports.editor.outline import arranged
from reports.editor.sections import operations as sections
from reports.editor.sections.sections import sections_of
from reports.editor.sections.states import shown_digest
from reports.feeds import operations as feeds
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.publication.format_requests import operations as formats
from reports.publication.notes import operations as notes

NOTED = "september-2017"
READER = ByLink("form of a published page")


def steps(founded: FoundedCouncil) -> Iterator[tuple[date, Callable]]:
    """(day, what is done on it) of everything on the desk."""
    value = texts.read("desk")
    for key, do in (
        ("draft", _draft),
        ("remarks", _remark),
        ("enclosures", _enclose),
        ("requests", _ask),
        ("completed", _complete),
        ("attachments", _attach),
        ("notes", _note),
        ("formats", _answer_format),
        ("followers", _follow),
    ):
        for entry in map(texts.dated, value[key]):
            on = date.fromisoformat(entry.pop("on"))
            yield on, partial(_within_the_day, do, founded, entry)


def _within_the_day(do, founded, entry, on):
    # A draft is looked at as of today.
    with on_day(on):
        do(founded, entry, on)


def _draft(founded, entry, on):
    by = founded.accounts["clerk"]
    plain = entry["paper"]
    paper_import.import_paper(council=founded.council, plain=plain, by=by, on=on)


def _remark(founded, entry, on):
    paper, by = _paper(founded), founded.accounts[entry["by"]]
    row = remarks.create_remark(
        paper=paper, slug=entry["block"], words=entry["words"], by=by, on=on
    )
    if "answer" in entry:
        clerk = founded.accounts["clerk"]
        remarks.answer(remark=row, words=entry["answer"], by=clerk, on=on)
        remarks.settle(remark=row, by=clerk, on=on)


def _enclose(founded, entry, on):
    by = founded.accounts["clerk"]
    fields = {**entry, "dated": date.fromisoformat(entry["dated"]), "copy": None}
    enclosures.enclose_background(paper=_paper(founded), **fields, by=by, on=on)


def _ask(founded, entry, on):
    paper, by = _paper(founded), founded.accounts["clerk"]
    values = {name: entry[name] for name in ("due_on", "note")}
    requests.ask_for_section(
        paper=paper,
        wanted=asked_for(read(paper), entry["section"]),
        asked_of=founded.accounts[entry["of"]],
        **values,
        by=by,
        on=on,
    )


def _complete(founded, entry, on):
    paper = _paper(founded)
    section = next(item for item in sections_of(arranged(paper)) if item.slug == entry["section"])
    values = {"slug": section.slug, "seen": shown_digest(section)}
    sections.complete_section(paper=paper, **values, by=founded.accounts["clerk"], on=on)


def _attach(founded, entry, on):
    """The file of a report that was issued, beside the review that it tells of."""
    issued = Edition.objects.published().filter(paper__slug=entry["report"]).first()
    content = bytes(issued.files.get(name=f"{entry['report']}.pdf").content)
    attachments.attach(
        council=founded.council,
        field="review",
        parent=Review.objects.of(founded.council).get(slug=entry["review"]),
        title=entry["title"],
        name=entry["name"],
        content=content,
        by=founded.accounts["officer"],
        on=on,
    )


def _note(founded, entry, on):
    edition = Edition.objects.published().get(paper__slug=NOTED)
    by, anchor = founded.accounts["member"], edition.paper.frozen_anchors[entry["block"]]
    notes.keep_note(edition=edition, anchor=anchor, words=entry["words"], by=by, on=on)


def _answer_format(founded, entry, on):
    """What a reader asks for; answered on the same day where the file has an answer."""
    paper = Paper.objects.of(founded.council).get(slug=entry["paper"])
    fields = {name: entry[name] for name in ("wanted", "details", "contact")}
    row = formats.ask_for_format(
        council=founded.council, paper=paper, about=paper.title, **fields, by=READER, on=on
    )
    if "answer" in entry:
        values = {"outcome": "given", "said": entry["answer"], "by": founded.accounts["clerk"]}
        formats.answer_request(request=row, **values, on=on)


def _follow(founded, entry, on):
    row = feeds.ask_to_follow(council=founded.council, **entry, by=READER, on=on)
    feeds.confirm(following=row, by=READER, on=on)


def _paper(founded):
    return Paper.objects.of(founded.council).get(
        slug=texts.read("desk")["draft"][0]["paper"]["slug"]
    )
