"""The parts of a paper that are generated: its head, contacts, approval, wards, background papers,
abbreviations, reasons; and what stands for an exempt annex, of which the open paper prints no word.

Each is given the manuscript and the part of the template, and answers with rows or lines of words;
`None` means that nothing was said, and the part prints its agreed sentence or is left out."""

from collections.abc import Collection
from datetime import date

from assurance.people.models.posts import Post
from assurance.runtime.periods import say_day
from assurance.runtime.text import filled_lines
from reports.documents.document import (
    REFERENCE,
    Fact,
    Facts,
    Paragraph,
    Run,
    Section,
    Text,
    references_in,
)
from reports.documents.front.masthead import TELEPHONE
from reports.language.grammar import Problem
from reports.language.numbering import Numbering
from reports.language.outline import Address
from reports.language.rules.exempt import exempt_notice, lacking
from reports.language.structure import text_of_reason
from reports.language.template import USUAL_ROWS, WRITTEN_ROWS, House, Part
from reports.papers.assembly.enclosures import (
    NONE,
    annexes,
    backgrounds,
    bare,
    line_of,
    lines_of_annex,
)
from reports.papers.assembly.tokens import TokenRenderer
from reports.papers.manuscript import Manuscript
from reports.prose import abbreviations

NOT_APPROVED = "Not yet approved"
APPROVAL, CONTACTS = "part-approval", "part-contacts"
HEAD_LABELS = {
    "committee": "Committee",
    "meeting": "Date of meeting",
    "agenda_item": "Agenda item",
    "report_number": "Report number",
    "report_of": "Report of",
    "by": "Report by",
    "purpose": "Purpose of the report",
    "paper_date": "Date of report",
    "period": "Period covered",
}
POST_ROWS = {"report_of": "chief_officer", "by": "author"}
NAMED = {"author": "Author", "chief_officer": "Chief officer responsible for the report"}


def head(manuscript: Manuscript) -> Facts:
    """The block of facts under the title, in the rows that the template has chosen."""
    part = manuscript.template.head
    rows = part.rows if part and part.rows else USUAL_ROWS
    pairs = ((HEAD_LABELS[row], _head_value(row, part, manuscript)) for row in rows)
    facts = tuple(_fact(name, value) for name, value in pairs if value)
    return Facts("head", "About this report", facts)


def _head_value(row, part, manuscript):
    """What the `row` of the head prints; empty where it is not known."""
    paper = manuscript.paper
    if row in WRITTEN_ROWS:
        return (manuscript.parts.get(part.slug) or {}).get(row, "")
    if row in POST_ROWS:
        post = _posts(manuscript).get(_named(manuscript).get(POST_ROWS[row]))
        return post.title if post else ""
    if row == "committee":
        return paper.series.committee.title
    if row == "meeting":
        return say_day(paper.meeting.date) if paper.meeting else ""
    if row == "paper_date":
        return say_day(manuscript.dated) if manuscript.dated else ""
    return str(manuscript.period)


def notices(manuscript: Manuscript) -> tuple[Text, ...]:
    """The lines at the top of a paper that corrects an edition of itself; none otherwise."""
    paper = manuscript.paper
    if paper.corrects is None:
        return ()
    lines = (line.strip() for line in paper.correction_note.splitlines())
    items = (f"This edition corrects edition {paper.corrects}.", *filter(None, lines))
    return tuple(map(notice, items))


def notice(line: str) -> Text:
    """One line of a notice."""
    return Text((Run(line),))


def dated(items: tuple[Text, ...], on: date) -> tuple[Text, ...]:
    """The notices `said` as they print from the day `on` of the issue; none stay none."""
    return (Text((Run(f"Corrected on {say_day(on)}."),)), *items) if items else ()


def urgent(post: str, on: date, reason: str) -> tuple[Text, ...]:
    """What a paper says at its top that the holder of `post` issued alone on the day `on`."""
    how = f"Published in an emergency on {say_day(on)} by the {post} alone, before it was approved."
    lines = filled_lines(reason)
    after = "Another person reviews it afterwards. The result is published online with this report."
    return tuple(Text((Run(line),)) for line in (how, "Reason: " + " ".join(lines), after))


def not_yet_published(post: str) -> Text:
    """What a copy says that the holder of `post` reads before the paper is issued."""
    text = f"Not yet published. This copy is for the {post} alone, until the report is published."
    return Text((Run(text),))


def facts(part: Part, manuscript: Manuscript, anchor: str) -> Facts | None:
    """The rows of a generated part, or None where nothing was said."""
    rows = _ROWS[part.kind](manuscript)
    return Facts(anchor, part.title, tuple(rows)) if rows else None


def glossary(part: Part, manuscript: Manuscript, anchor: str, text: str) -> Facts | None:
    """The abbreviations that `text`, the whole paper, uses; None where it uses none."""
    listed = [abbreviations.Abbreviation(*pair) for pair in manuscript.glossary.items()]
    rows = tuple(
        _fact(abbreviation.short, abbreviation.long)
        for abbreviation in abbreviations.used(listed, text)
    )
    return Facts(anchor, part.title, rows) if rows else None


def approval(value) -> tuple[Fact, ...]:
    """The rows of the approval block from pairs of words; none says that nobody has approved."""
    pairs = list(value) or [("Approved by", NOT_APPROVED)]
    return tuple(_fact(name, answer) for name, answer in pairs)


def lines(part: Part, manuscript: Manuscript) -> tuple[str, ...]:
    """The lines of wards or background papers as written; empty where nothing was."""
    row = manuscript.parts.get(part.slug) or {}
    typed = tuple(filter(None, (row.get("text", ""), *row.get("papers", ()))))
    return typed if part.kind == "wards" else _with_copies(typed, manuscript)


def _with_copies(typed, manuscript):
    """The background papers as typed, and copies kept or not; “none” goes where there are some."""
    saved = backgrounds(manuscript.enclosed)
    titles = {bare(item.title) for item in saved}
    left = (item for item in typed if bare(item) not in titles)
    return (
        *(item for item in left if not (saved and bare(item) in NONE)),
        *(line_of(item) for item in saved),
    )


def annex_file(manuscript: Manuscript, slug: str, anchor: str) -> tuple[Paragraph, ...]:
    """What the annex of the block `slug` says of the file that it is; nothing where it is none."""
    items = (annex for annex in annexes(manuscript.enclosed) if annex.anchor == slug)
    return tuple(
        Paragraph(anchor_of_file(anchor, place), "", (), (Text((Run(line),)),))
        for place, line in enumerate((line for item in items for line in lines_of_annex(item)), 1)
    )


def anchor_of_file(anchor: str, place: int) -> str:
    """Where the annex at `anchor` says the line `place` of the file that it is."""
    return f"{anchor}-file-{place}"


def missing_posts(manuscript: Manuscript) -> list[str]:
    """A sentence for each post that the paper names and the directory does not hold on its day."""
    named, posts, day = _named(manuscript), _posts(manuscript), say_day(manuscript.report_date)
    return [
        f"{text}: the directory of posts has no “{named[key]}” on {day}."
        for key, text in NAMED.items()
        if named.get(key) and named[key] not in posts
    ]


def _named(manuscript):
    return manuscript.parts.get("contacts") or {}


def _contacts(manuscript):
    named, posts = _named(manuscript), _posts(manuscript)
    matches = ((text, posts.get(named.get(key))) for key, text in NAMED.items())
    return [Fact(text, _contact_lines(post)) for text, post in matches if post]


def _contact_lines(post):
    telephone = f"{TELEPHONE}{post.telephone}" if post.telephone else ""
    items = filter(None, (post.title, post.department, telephone))
    mail = (Text((Run(post.email, "link", f"mailto:{post.email}"),)),) if post.email else ()
    return (*(Text((Run(line),)) for line in items), *mail)


def _posts(manuscript):
    """Slug → each post that the report names and the directory has on its date."""
    slugs = set(filter(None, _named(manuscript).values()))
    if not slugs:
        return {}
    rows = Post.objects.of(manuscript.council).on(manuscript.report_date).filter(slug__in=slugs)
    return {post.slug: post for post in rows}


def _fact(name, value):
    return Fact(name, (Text((Run(value),)),))


_ROWS = {"contacts": _contacts, "approval": lambda _manuscript: approval(())}


def in_its_stead(block, anchor: str) -> tuple[Paragraph, ...]:
    """What is printed of the exempt annex `block` at `anchor`, open or not."""
    return tuple(
        Paragraph(f"{anchor}-exempt-{place}", "", (), (Text((Run(sentence),)),))
        for place, sentence in enumerate(exempt_notice(block.data), 1)
    )


def unsaid_of_exempt(block, title: str, anchor: str) -> list[Problem]:
    """What must be said of it before the paper is sent."""
    return [Problem(f"{title} is exempt. {sentence}", anchor) for sentence in lacking(block.data)]


def line(part: Part, text: str, place: int = 0) -> Paragraph:
    """A line that a part prints by itself, the one at `place` from 0."""
    return Paragraph(f"{part.slug}-line-{place + 1}", "", (), (Text((Run(text),)),))


def stands_elsewhere(block) -> bool:
    """Whether an annex is to follow, exempt, or a file of its own beside a typed paper."""
    return bool(block.data.get("state") or block.data.get("listed"))


def annex_link(address: Address, house: House) -> Text:
    """The line of the list of annexes that leads to the one at `address`."""
    text = f"{house.annex} {address.label}: {address.title}"
    return Text((Run(text, REFERENCE, address.anchor),))


def led_into(sections: Collection[Section], hidden: Collection[str]) -> list[Problem]:
    """A problem for each citation, in open words, of a place that only the exempt words hold."""
    cited = {run.to: run.text for run in references_in(tuple(sections)) if run.to in hidden}
    return [
        Problem(f"“{text}” is in an exempt annex: cite the annex instead.", to)
        for to, text in cited.items()
    ]


def reasons(part: Part, query, numbering: Numbering, speaker: TokenRenderer) -> list[Paragraph]:
    """Each reason of the recommendations `query` once, and which ones it is for if not all."""
    by_reason = {}
    for block in query:
        by_reason.setdefault(_reason_of(block), []).append(block)
    by_reason.pop("", ())
    return [
        _paragraph(
            *(part, place, speaker, reason, _reason_heading(blocks, numbering, by_reason)),
            numbering.reasons.get(reason),
        )
        for place, (reason, blocks) in enumerate(by_reason.items(), 1)
    ]


def missing_reasons(part: Part | None, query, numbering: Numbering) -> list[Problem]:
    """A problem for each recommendation without a reason, where its part requires one."""
    if part is None or part.reason != "required":
        return []
    places = [numbering.of(block.slug) for block in query if not _reason_of(block)]
    return [
        Problem(f"Recommendation {place.number} needs a reason.", place.anchor) for place in places
    ]


def _reason_of(block):
    return text_of_reason(block.data)


def _reason_heading(blocks, numbering, by_reason):
    if len(by_reason) == 1:
        # In a part of its own the part's title says what it is.
        return "" if numbering.reasons else "Reason"
    return f"Reason for {', '.join(numbering.of(block.slug).number for block in blocks)}"


def _paragraph(part, place, speaker, reason, heading, address):
    anchor = address.anchor if address else f"{part.slug}-reason-{place}"
    label = address.label if address else ""
    headed = (Run(heading),) if heading else ()
    return Paragraph(anchor, label, headed, (speaker.text(reason, anchor),))
