"""A paper of five hundred paragraphs costs no more queries than a small one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.documents.html import page as html
from reports.editor.outline import arranged
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from tests import cast
from tests.make.drafts import written

pytestmark = pytest.mark.django_db
TEXT = "Of [[audits.done @year]], [[looked_after.children]]: see [[para:{}]].\n\ni. one\nii. two"


def paper_of(paragraphs, council=None):
    """A paper with so many paragraphs, each quoting two figures and the one before it."""
    blocks = [
        {
            "slug": f"more-{number}",
            "part": "body",
            "kind": "paragraph",
            "parent": "work",
            "text": TEXT.format(f"more-{number - 1}" if number else "audits"),
        }
        for number in range(paragraphs)
    ]
    return written(cast.clerk(council), *blocks)


def queries(work):
    """How many queries `work` makes."""
    with CaptureQueriesContext(connection) as caught:
        work()
    return len(caught)


@pytest.mark.long
def test_queries_do_not_grow_with_paragraphs():
    small, large = paper_of(2), paper_of(60, cast.make_council("elsewhere"))
    few = queries(lambda: assemble(read(small)))
    assert queries(lambda: assemble(read(large))) == few


def editors(paper, client, quoted):
    """How many queries the preview and the page take of a paragraph that quotes so many figures."""
    client.force_login(cast.make_user("clerk", council=paper.council))
    address = [paper.series.slug, paper.slug]
    text = " ".join(["[[audits.done @year]] and [[looked_after.children]]"] * quoted)
    paper.blocks.filter(slug="audits").update(text=text)
    said = {"block": "audits", "text": text}
    asked = reverse("editor:preview-block", args=[*address, "paragraph"])
    page = reverse("editor:block", args=[*address, "audits"])
    return [queries(lambda: client.post(asked, said)), queries(lambda: client.get(page))]


@pytest.mark.long
def test_neither_preview_nor_page_of_a_paragraph_asks_more_of_more_figures(client, few_figures):
    small, large = paper_of(2), paper_of(60, cast.make_council("elsewhere"))
    assert editors(small, client, 1) == editors(large, client, 60)


@pytest.mark.long
def test_five_hundred_paragraphs_are_assembled_and_drawn():
    paper = paper_of(500)
    made = assemble(read(paper))
    assert html.sections(made.document)
    assert arranged(paper).parts
    assert not made.problems
    assert len(made.document.figures[0].places) == 501
