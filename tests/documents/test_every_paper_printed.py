"""The PDF of every paper there is, in each of its states: no fault, and its tags read in the order
of the paper."""

import io
import re

import pikepdf
import pytest

from reports.documents import formats
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.editions.snapshot import PUBLIC, RESTRICTED, draft
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from tests.cases import LONG
from tests.checks.seeds.papers import FILES, made
from tests.documents import forms
from tests.documents.pdf.pdf_structure import faults, spoken
from tests.language.outlines import SHIPPED
from tests.papers.files.test_short_papers import imported

pytestmark = pytest.mark.django_db
# Rendering is dear, and Poppler lays a page out anew for each mark on it: the gate prints the
# shorter of the demonstration's reports, the longest paper there is, and one of a template.
CONTENTS = re.compile(r'<ol class="contents">.*?</section>', re.DOTALL)
BRIEF = not LONG
# So has the line that leads to the recommendations.
AT_PAGE = re.compile(r"(?<=in full) +page \d+")


def read_by_tags(data):
    """The words and numbers of a PDF in the order of its tags, from the paper's head on, without
    its drawings and its list of contents, which has page numbers in print alone."""
    said, passed_over = [], None
    for line in spoken(data)[0].partition("\n  Part")[2].splitlines():
        depth = len(line) - len(line.lstrip())
        if passed_over is None or depth <= passed_over:
            passed_over = depth if line.lstrip().startswith(("Figure", "TOC")) else None
        if passed_over is None and line.lstrip().startswith('"'):
            said.append(line.strip()[1:-1])
    return pieces(AT_PAGE.sub("", " ".join(said)))


def read_in_order(page):
    """The same of the page that it was made from."""
    return pieces(" ".join(forms.of_html(re.sub(CONTENTS, "</section>", page))[0]))


def pieces(words):
    """Words and numbers, each by itself."""
    return re.findall(r"[^\W\d_]+|\d+", words)


def printed_whole(document, name, data=None):
    """Asserts that the PDF of `document` (`data` where it is kept) has no fault and is read in the
    order of its page; gives how many pages it has."""
    page = formats.print_html(document)
    data = data or formats.pdf(document, name)
    assert faults(data, tables=page.count("<table"), poppler=False) == [], name
    assert read_by_tags(data) == read_in_order(page), name
    with pikepdf.open(io.BytesIO(data)) as file:
        assert str(file.pages[0].label) == "1"
        assert str(file.pages[-1].label) == str(len(file.pages))
        return len(file.pages)


@pytest.mark.long
def test_the_demonstrations_papers(demonstration):
    issued = Edition.objects.published().order_by("-paper__slug")
    for one in issued[: 1 if BRIEF else None]:
        kept = bytes(one.files.get(name__endswith=".pdf").content)
        assert printed_whole(from_json(one.document), one.paper.slug, kept) > 3
    drafts = [] if BRIEF else Paper.objects.filter(status=Paper.WRITING)
    for paper in drafts:
        for audience in (PUBLIC, RESTRICTED):
            assert printed_whole(draft(paper, audience), f"{paper.slug}-{audience}") > 3


@pytest.mark.long
@pytest.mark.parametrize("slug", SHIPPED[:1] if BRIEF else SHIPPED)
def test_a_short_paper_of_each_template(slug):
    assert printed_whole(assemble(read(imported(slug))).document, slug) >= 2


@pytest.mark.long
@pytest.mark.parametrize("name", sorted(FILES)[-1:] if BRIEF else FILES)
def test_a_paper_as_councils_wrote_them(name):
    assert printed_whole(made(name)[1], name) >= 1
