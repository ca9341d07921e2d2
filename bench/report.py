"""Reports: the draft's page, a paragraph's preview, issue and the PDF, against counting the figures
that they print and a plain template, and against WeasyPrint as it comes."""

import io
from collections.abc import Iterator
from functools import partial

import pikepdf
import weasyprint
from django.db import connection
from django.urls import reverse

from assurance.figures.measurement import measure
from assurance.figures.registry import FIGURES
from assurance.runtime.periods import this_moment
from bench import bare, papers
from bench.comparison import Comparison, Limit
from bench.database import Prepared
from bench.rows import TODAY
from reports.approvals import jobs as drafts
from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.pdf import engine
from reports.editions.snapshot import PUBLIC, draft
from reports.issue import jobs
from reports.language.tokens import Compare, Quote
from reports.papers.assembly.pipeline import questions, tokens_of
from reports.papers.assembly.tokens import questions_of
from reports.papers.manuscript import read

# Of the pages that the sheets alone come to, those that a closer layout may spare.
SPARED = (0, 1, 2)


def comparisons(made: Prepared) -> Iterator[Comparison]:
    """Every comparison of reports."""
    client = made.client("clerk")
    for name, paper in made.drafts:
        yield from _writing(client, paper, name)
        yield from _keystrokes(client, paper, name)
        yield Comparison(
            f"draft of a {name} as PDF",
            partial(_draft_file, client, paper),
            partial(_counted_pdf, paper, formats.print_html(draft(paper))),
            _agree_on_pages,
        )
    yield _issue(made)
    # From here on in this process, as a worker makes them; before, each in a process of its own.
    engine.load_maker()
    for name, paper in made.drafts:
        page = formats.print_html(draft(paper))
        yield Comparison(
            f"PDF of a {name}, laid out",
            partial(_laid_out, page),
            partial(_pdf, page),
            _same_pages,
            Limit(ratio=1.05),
        )


def _draft_file(client, paper):
    """The file as somebody has it who asked for it, once it was made of new words."""
    drafts.make_draft_file.call(paper.pk)
    return client.get(_at(paper, "approvals:draft-pdf"))


def _writing(client, paper, name):
    """The draft's page, and the preview of its last paragraph that quotes a figure."""
    yield Comparison(
        f"draft of a {name}",
        partial(client.get, _at(paper, "editor:draft")),
        partial(_draft, paper),
        _agree,
    )
    manuscript = read(paper)
    blocks = [
        one for one in manuscript.blocks if one.kind == "paragraph" and _asked(one, manuscript)
    ]
    block = blocks[-1]
    yield Comparison(
        f"preview of a paragraph in a {name}",
        partial(client.post, _at(paper, "editor:preview-block", "paragraph"), _typed(block)),
        partial(_preview, paper, block),
        _agree,
    )


def _keystrokes(client, paper, name):
    """What a writer waits for between two keys, beside one plain post of the same form."""
    block = next(one for one in reversed(read(paper).blocks) if one.kind == "paragraph")
    post = partial(_saved, client, paper, block)
    asked = {"block": block.slug}
    for what, query in (("first list", {}), ("words", {"q": "overdue"}), ("a number", {"q": "16"})):
        page = "editor:quotable-number" if what == "a number" else "editor:quotable"
        answer = partial(client.get, _at(paper, page), {**asked, **query})
        yield Comparison(f"{what} of the chooser in a {name}", answer, post, _agree_on_saving)
    check = partial(client.post, _at(paper, "editor:preview-block", "paragraph"), _typed(block))
    yield Comparison(f"check of a keystroke in a {name}", check, post, _agree_on_saving)


def _saved(client, paper, block):
    """The same paragraph with a sentence more, posted by its page."""
    version = paper.blocks.get(slug=block.slug).version
    words = {"text": f"{block.text} More.", "version": version}
    return client.post(_at(paper, "editor:block", block.slug), words)


def _agree_on_saving(ours, plain):
    assert (ours.status_code, plain.status_code) == (200, 302)


def _at(paper, page, *more):
    return reverse(page, args=[paper.series.slug, paper.slug, *more])


def _typed(block):
    return {"block": block.slug, "text": block.text}


def _asked(block, manuscript):
    tokens = (one for one in tokens_of(block) if isinstance(one, Quote | Compare))
    return [one for token in tokens for one in questions_of(token, FIGURES, manuscript)]


def _draft(paper):
    """The words of a draft with its figures counted."""
    manuscript = read(paper)
    measured = measure(paper.council, questions(manuscript), FIGURES, public=False)
    rows = ((one.slug, one.heading, one.text) for one in manuscript.blocks)
    return bare.table(rows, len(measured.exact))


def _preview(paper, block):
    """One paragraph with its own figures counted."""
    measured = measure(paper.council, _asked(block, read(paper)), FIGURES, public=False)
    return bare.table([(block.slug, block.text)], len(measured.exact))


def _agree(ours, plain):
    assert ours.status_code == 200 and "<td>" in plain


def _issue(made):
    """The issue of an approved report as its clerk waits for it, with all that follows."""
    paper = made.paper(papers.APPROVED)
    page = formats.print_html(from_json(paper.frozen[PUBLIC]))
    return Comparison(
        "issue of a half-year’s report, every file of it",
        partial(jobs.issue, paper, by=made.accounts["clerk"], on=TODAY),
        partial(_stored_pdf, page),
        _agree_on_issue,
    )


def _counted_pdf(paper, page):
    """The figures of a draft, and its pages as WeasyPrint comes."""
    _draft(paper)
    return _pdf(page)


def _laid_out(page):
    moment = this_moment()
    sheets = [formats.style_sheet()]
    given = {"styles": sheets, "fetch": formats.STYLES, "created": moment, "modified": moment}
    return engine.to_pdf(page, **given)


def _stored_pdf(page):
    content = _pdf(page)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bare_files (content blob)")
        cursor.execute("INSERT INTO bare_files VALUES (%s)", [content])
    return content


def _pdf(page):
    sheets = [weasyprint.CSS(string=formats.style_sheet())]
    return weasyprint.HTML(string=page).write_pdf(stylesheets=sheets, pdf_variant="pdf/a-3a")


def _agree_on_pages(ours, plain):
    _same_pages(ours.content, plain)


def _same_pages(ours, plain):
    # A short report whose last page would be nearly empty is laid out closer.
    assert _pages(plain) - _pages(ours) in SPARED


def _agree_on_issue(ours, plain):
    assert ours.published_at and _pages(plain)


def _pages(content):
    with pikepdf.open(io.BytesIO(content)) as file:
        return len(file.pages)
