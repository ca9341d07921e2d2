"""Four unlike templates are made on the page; a report begun from each is as a person expects it,
written down here by hand, as a document, a page, a Word file and a file of the paper."""

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from reports.conversion.operations.paper_import import import_paper
from reports.documents.document import Facts, ItemList, Paragraph, Section, text_of
from reports.documents.html import page
from reports.documents.word.file import word_file
from reports.editions.paper_file import exported
from reports.editions.snapshot import draft
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from tests import cast
from tests.editor.pages.test_starting import starting
from tests.make import drafts, papers
from tests.page_requests import at, browser_of, drawn, words
from tests.report_templates.template_pages import move, press, slugs, started

pytestmark = pytest.mark.django_db
AT = datetime(2016, 1, 18, 12, tzinfo=UTC)
REASONS = ("The committee asked for it.", "The law asks for it.")


def decimal(browser, council):
    """Numbered 1.1, 1.2, 2.1."""
    row = started(browser, council, title="Decimal")
    return press(browser, row, "template-numbering", way="decimal")


def reasons_apart(browser, council):
    """Reasons as a part of their own, numbered."""
    row = started(browser, council, title="Reasons apart")
    row = press(browser, row, "template-part", "recommendations", place="apart")
    return move(browser, row, "reasons", "last")


def recommendations_first(browser, council):
    """Recommendations before the body."""
    row = started(browser, council, title="Recommendations first")
    for to in ("first", "down"):
        row = move(browser, row, "recommendations", to)
    return row


def rows_of_the_head(browser, council):
    """Report number and agenda item in the head, in an order of its own."""
    row = started(browser, council, title="Head")
    rows = ("report_number", "agenda_item", "committee", "purpose", "by")
    typed = {f"row_{place}": name for place, name in enumerate(rows, 1)}
    return press(browser, row, "template-part", "head", **typed)


def report(council, template, slug="january-2016"):
    """A report that the clerk starts on the page from `template`, with a text in four parts."""
    clerk = cast.clerk(council)
    browser = browser_of(clerk)
    answer = browser.post("/reports/start/", starting(template=template.pk, slug=slug))
    paper = Paper.objects.get(template=template)
    assert answer.headers["Location"] == at(paper, "dates")
    rows = [
        ("opening", "introduction", "paragraph", None, {}),
        ("further", "introduction", "paragraph", None, {}),
        ("one", "body", "section", None, {}),
        ("first", "body", "paragraph", "one", {}),
        ("two", "body", "section", None, {}),
        ("second", "body", "paragraph", "two", {}),
        ("third", "body", "paragraph", "two", {}),
        *(
            (f"ask-{place}", "recommendations", "recommendation", None, {"reason": reason})
            for place, reason in enumerate(REASONS, 1)
        ),
    ]
    last = {}
    for slug, part, kind, parent, data in rows:
        above = paper.blocks.filter(slug=parent).first()
        block = {"slug": slug, "part": part, "kind": kind, "parent": above, "data": data}
        block |= {"heading": "" if kind != "section" else f"Section {slug}", "text": f"The {slug}."}
        block["text"] = "" if kind == "section" else block["text"]
        key = (part, parent)
        fields = {"after": last.get(key), "block": block, "by": clerk, "on": drafts.ON}
        last[key] = writing.add_block(paper=paper, **fields)
    paper.refresh_from_db()
    return paper, browser


def lines(blocks):
    """(number, first words) of everything that is printed with a number or a heading, in order."""
    for block in blocks:
        if isinstance(block, Section):
            yield (block.number, block.title)
            yield from lines(block.blocks)
        elif isinstance(block, Paragraph):
            lists = [item for item in block.content if isinstance(item, ItemList)]
            heading = text_of(block.heading)
            own = text_of(block.content[:1])
            yield (block.number, f"{heading}: {own}" if heading else own)
            for listing in lists:
                yield from ((item.label, text_of(item.content)) for item in listing.items)


def printed(paper):
    """What `lines` gives of a draft, without the parts that hold nothing of ours."""
    ours = ("Introduction", "Section", "The ", "Members", "Reason", "Recommendations")
    return [row for row in lines(draft(paper).sections) if row[1].startswith(ours)]


def in_every_form(paper):
    """The words of the report on the web and in Word."""
    document = draft(paper)
    web = " ".join(page.sections(document).split())
    file = zipfile.ZipFile(io.BytesIO(word_file(document, AT)))
    word = re.sub(r"<[^>]+>", " ", file.read("word/document.xml").decode())
    return web, " ".join(word.split())


DECIMAL = [
    ("1.", "Introduction"),
    ("1.1", "The opening."),
    ("1.2", "The further."),
    ("2.", "Section one"),
    ("2.1", "The first."),
    ("3.", "Section two"),
    ("3.1", "The second."),
    ("3.2", "The third."),
    ("4.", "Recommendations"),
    ("4.1", "Members are invited to:"),
    ("i.", "The ask-1."),
    ("ii.", "The ask-2."),
    ("", f"Reason for i: {REASONS[0]}"),
    ("", f"Reason for ii: {REASONS[1]}"),
]
STRAIGHT = [
    ("", "Introduction"),
    ("1.", "The opening."),
    ("2.", "The further."),
    ("", "Section one"),
    ("3.", "The first."),
    ("", "Section two"),
    ("4.", "The second."),
    ("5.", "The third."),
    ("", "Recommendations"),
    ("6.", "Members are invited to:"),
    ("i.", "The ask-1."),
    ("ii.", "The ask-2."),
]
REASONS_LAST = [
    ("", "Reasons for the recommendations"),
    ("7.", f"Reason for i: {REASONS[0]}"),
    ("8.", f"Reason for ii: {REASONS[1]}"),
]
FIRST = [
    ("", "Recommendations"),
    ("1.", "Members are invited to:"),
    ("i.", "The ask-1."),
    ("ii.", "The ask-2."),
    ("", f"Reason for i: {REASONS[0]}"),
    ("", f"Reason for ii: {REASONS[1]}"),
    ("", "Introduction"),
    ("2.", "The opening."),
    ("3.", "The further."),
    ("", "Section one"),
    ("4.", "The first."),
    ("", "Section two"),
    ("5.", "The second."),
    ("6.", "The third."),
]


@pytest.mark.long
@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (decimal, DECIMAL),
        (reasons_apart, [*STRAIGHT, *REASONS_LAST]),
        (recommendations_first, FIRST),
    ],
)
def test_a_report_is_numbered_and_ordered_as_its_template_was_made(
    browser, council, make, expected
):
    paper, _browser = report(council, make(browser, council))
    assert printed(paper) == expected
    web, word = in_every_form(paper)
    for label, text in expected:
        own = text.rpartition(": ")[2]
        assert own in web and own in word
        # A heading that runs into its paragraph is a run of its own.
        assert own != text or f"{label} {text}".strip() in word


@pytest.mark.long
def test_citations_follow_a_number_within_its_section(browser, council):
    paper, _browser = report(council, decimal(browser, council))
    block = paper.blocks.get(slug="opening")
    cited = "See [[para:second]], [[section:two]], [[paras:second..third]] and [[para:further]]."
    block.text = cited
    block.save()
    assert "See paragraph 3.1, section 3, paragraphs 3.1–3.2 and paragraph 1.2." in text_of(
        draft(paper).sections
    )


def test_reasons_of_their_own_are_required_once_and_need_no_part_twice(browser, council):
    template = reasons_apart(browser, council)
    paper, _browser = report(council, template)
    assert slugs(template)[-1] == "reasons"
    same = paper.blocks.get(slug="ask-2")
    same.data = {"reason": REASONS[0]}
    same.save()
    assert printed(paper)[-2:] == [("", "Reasons for the recommendations"), ("7.", REASONS[0])]
    same.data = {}
    same.save()
    sentences = [problem.sentence for problem in assemble(read(paper)).problems]
    assert "Recommendation ii needs a reason." in sentences


def test_the_rows_of_the_head_are_asked_for_and_printed_in_their_order(browser, council):
    papers.post("democratic-services", council=council, title="Democratic Services Officer")
    paper, clerk = report(council, rows_of_the_head(browser, council))
    place = reverse("editor:parts", args=[paper.series.slug, paper.slug])
    form = clerk.get(place)
    assert all(f'name="{row}"' in words(form) for row in ("report_number", "agenda_item"))
    typed = {"report_number": "CS/16/04", "agenda_item": "7", "purpose": "To give assurance"}
    typed |= {"author": "democratic-services"}
    assert clerk.post(place, {**drawn(form), **typed}).status_code == 302
    paper.refresh_from_db()
    head = draft(paper).head
    assert isinstance(head, Facts)
    assert [(row.name, text_of(row.lines)) for row in head.rows] == [
        ("Report number", "CS/16/04"),
        ("Agenda item", "7"),
        ("Committee", "Safeguarding Scrutiny Committee"),
        ("Purpose of the report", "To give assurance"),
        ("Report by", "Democratic Services Officer"),
    ]
    again = import_paper(
        council=council,
        plain={**exported(paper), "slug": "again"},
        by=cast.clerk(council),
        on=drafts.ON,
    )
    assert read(again).parts["head"] == {key: typed[key] for key in typed if key != "author"}
    # What a template does not print is asked of nobody.
    usual, _ = report(council, started(browser, council, title="Usual"), "usual")
    fields = clerk.get(reverse("editor:parts", args=[usual.series.slug, usual.slug]))
    assert "report_number" not in fields.context["form"].fields
