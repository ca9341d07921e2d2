"""The head of a publication: whose it is, for which meeting, and the facts under its title."""

import re
from dataclasses import dataclass

from assurance.runtime.periods import say_day
from reports.documents.document import Document, Fact, Run, Text, text_of
from reports.documents.front.digest import BRIEF, commitments_in_brief, commitments_of
from reports.documents.front.kinds import Brand
from reports.documents.front.origins import origin_of_figures
from reports.documents.issue_time import day_of_issue

# Rows of the head that the masthead prints without their names; the others follow the title.
COMMITTEE, MEETING, ITEM = "Committee", "Date of meeting", "Agenda item"
REPORT_OF = "Report of"
PUBLIC, RESTRICTED, DRAFT = "Public", "Restricted", "Draft"
CONTACTS, APPROVAL = "part-contacts", "part-approval"
APPROVED = "Approved by"
# An approval's date, and what was approved.
_AFTER_POST = re.compile(r", \d{1,2} [A-Z][a-z]+ \d{4}\b.*")
# The line of a contact that begins so is the number to call.
TELEPHONE = "Telephone "
NEXT_REPORT = "Next report"
CONTACT_HEADING = "Worried about a child?"


@dataclass(frozen=True)
class Masthead:
    """What the masthead prints. `meeting` are its lines on the right, `facts` follow the title;
    `brand` has its mark and colour."""

    council: str
    committee: str
    meeting: tuple[str, ...]
    title: str
    month: str
    facts: tuple[Fact, ...]
    brand: Brand


def masthead(document: Document) -> Masthead:
    """The masthead of `document`, from what was frozen with it."""
    rows = {row.name: _words(row) for row in document.head.rows}
    item = f"Agenda item {rows[ITEM]}" if rows.get(ITEM) else ""
    on = f"Meeting {rows[MEETING]}" if rows.get(MEETING) else ""
    meeting = filter(None, (on, item, classification(document)))
    return Masthead(
        document.council,
        rows.get(COMMITTEE, ""),
        tuple(meeting),
        document.title,
        month_of(document),
        (
            *facts_of(document),
            # Short ones next to each other, so that all of them fit on the first page.
            *_named(NEXT_REPORT, next_report(document)),
            *_named("Figures", origin_of_figures(document)),
            *_named(APPROVED, approved_by(document)),
            *_contact(document, is_named=REPORT_OF not in rows),
            *_commitments(document),
            *_child_contact(document),
        ),
        brand_of(document),
    )


def facts_of(document: Document) -> tuple[Fact, ...]:
    """The rows of the head that follow the title."""
    return tuple(row for row in document.head.rows if row.name not in (COMMITTEE, MEETING, ITEM))


def classification(document: Document) -> str:
    """Who may read it: the public, some, or so far only who writes it."""
    if document.audience != "public":
        return RESTRICTED
    return DRAFT if document.draft else PUBLIC


def month_of(document: Document) -> str:
    """The month of the report; empty where its title names it already."""
    month = document.front.month if document.front else ""
    return "" if month in document.title else month


def dated_title(document: Document) -> str:
    """The title with the month of the report; nothing where it has none."""
    month = month_of(document) if document.title else ""
    return ", ".join(filter(None, (document.title, month)))


def brand_of(document: Document) -> Brand:
    """The brand that the document is drawn with: the usual colour without a mark where none was
    frozen."""
    return (document.front and document.front.brand) or Brand()


def edition_line(document: Document, day: str) -> str:
    """“Edition 1, published on 18 January 2016”; empty for a draft."""
    return "" if document.draft else f"Edition {document.edition}, published on {day}"


def _words(row):
    return " ".join(" ".join(text_of(line).split()) for line in row.lines)


def approvals(document: Document) -> tuple[Fact, ...]:
    """Who approved or cleared a published report and when, as its own part on approval has it;
    without the line that no one has approved it yet, as after a publication in an emergency."""
    section = next((row for row in document.sections if row.anchor == APPROVAL), None)
    rows = (row for block in getattr(section, "blocks", ()) for row in getattr(block, "rows", ()))
    dated = (row for row in rows if row.name != APPROVED or _AFTER_POST.search(_words(row)))
    return () if document.draft else tuple(dated)


def approved_by(document: Document) -> str:
    """The posts that approved the report, each once; its part on approval has dates and reasons."""
    rows = (_words(row) for row in approvals(document) if row.name == APPROVED)
    return "; ".join(dict.fromkeys(_AFTER_POST.sub("", line) for line in rows))


def next_report(document: Document) -> str:
    """When the next report of the series is due, as was frozen; empty where none is."""
    return document.front.next_report if document.front else ""


def _named(name, words):
    return (Fact(name, (Text((Run(words),)),)),) if words else ()


def _commitments(document):
    """The commitments in brief, so that the first page has them, on the date of an edition; none
    without any."""
    name = BRIEF if document.draft else f"{BRIEF} on {say_day(day_of_issue(document))}"
    return _named(name, commitments_in_brief(commitments_of(document)))


def _child_contact(document):
    """Who to contact about a child, as the edition prints it; none in a draft."""
    return _named(CONTACT_HEADING, " ".join(document.contact))


def contact_of(document: Document) -> str:
    """The telephone number that the contacts of the report name first, else the e-mail address;
    empty without either."""
    lines = [line for lines in _contacts(document) for line in lines]
    numbers = (number for line in lines if (number := _number(line)))
    return next(numbers, "") or next((text_of(line) for line in lines if _is_e_mail(line)), "")


def post_to_contact(document: Document) -> str:
    """The post that `contact_of` reaches; empty where no contact begins with one."""
    wanted = contact_of(document)
    reached = (lines for lines in _contacts(document) if wanted in text_of(lines))
    first = next((text_of(lines[0]) for lines in reached), "")
    return "" if wanted in first else first


def _contact(document, is_named):
    """The e-mail address that the contacts of the report name first, with the telephone number of
    the same post, as a fact; none without. With the post, so that a report that names no officer
    has one who answers for it."""
    lines = next((group for group in _contacts(document) if any(map(_is_e_mail, group))), None)
    if lines is None:
        return ()
    post = "" if _is_e_mail(lines[0]) or not is_named else f"{text_of(lines[0])}, "
    return (Fact("Contact", (_reached(lines, post),)),)


def _contacts(document):
    """The lines of each contact."""
    section = next((row for row in document.sections if row.anchor == CONTACTS), None)
    rows = (row for block in getattr(section, "blocks", ()) for row in getattr(block, "rows", ()))
    return (row.lines for row in rows)


def _is_e_mail(line):
    return "@" in text_of(line)


def _number(line):
    text = text_of(line)
    return text.removeprefix(TELEPHONE) if text.startswith(TELEPHONE) else ""


def _reached(lines, post):
    e_mail = next(filter(_is_e_mail, lines))
    numbers = [Run(f", {number}") for number in filter(None, map(_number, lines))]
    return Text((*([Run(post)] if post else ()), *e_mail.runs, *numbers[:1]))
