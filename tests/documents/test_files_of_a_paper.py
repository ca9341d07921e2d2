"""The files that readers get: addresses that all lead somewhere, a PDF without complaint, figures
as data inside it."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest

from reports.documents import formats
from reports.documents.data.figures import NAMES, figure_rows, figures_csv
from reports.documents.data.separated_values import FORMULAS
from reports.documents.document import Document, Facts
from reports.documents.html import page as html
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.documents.test_html import SCREEN, Page
from tests.make import looked_after
from tests.make import papers as make
from tests.make.drafts import contacts, written
from tests.papers import paper_files
from tests.papers.files.test_exchange import taken_in

pytestmark = pytest.mark.django_db
SHORT = ("worcestershire-2016", "york-2016", "york-2017", "york-2020")


def short(name):
    """The document of a short paper, as a draft."""
    plain = paper_files.read(f"short-{name}")
    paper = taken_in(plain)
    for slug in {one for one in (plain["parts"].get("contacts") or {}).values() if one}:
        make.post(slug, council=paper.council)
    return assemble(read(paper)).document


def checked(page):
    """Asserts what holds of every page: one address each, no dead end, headings in order."""
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.targets) <= {*page.ids, "top"}
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(later - earlier <= 1 for earlier, later in steps)
    ends = {row.get("data-to", "#top")[1:] for _, row in page.tags}
    assert ends <= {*page.ids, "top"}


@pytest.mark.parametrize("name", SHORT)
def test_every_address_and_table_of_a_short_paper_is_in_order(name):
    document = short(name)
    printed = Page(formats.print_html(document))
    checked(printed)
    assert printed.headings[0] == 1
    for medium in (SCREEN, html.PRINT):
        parts = (html.contents(document, medium), html.sections(document, medium))
        checked(Page(html.opening(document, medium) + "".join(parts)))
    names = [tag for tag, _ in printed.tags]
    assert names.count("table") == names.count("caption")
    assert all(row.get("scope") for tag, row in printed.tags if tag == "th")


@pytest.fixture
def figures():
    """The document of a paper with a figure that is withheld."""
    clerk = cast.clerk()
    parts = {"placement": {"agency_foster": 3, "not_broken_down": 1997}}
    looked_after.census(council=clerk.council, total=2000, parts=parts)
    tokens = "[[looked_after.children]] [[looked_after.placement:agency_foster]]"
    manuscript = read(written(clerk, with_records=False, parts=contacts(clerk.council)))
    texts = {"audits": tokens, "children": "Words."}
    for slug, text in texts.items():
        manuscript = manuscript.with_block(
            BlockText(slug, "body", "paragraph", "work", "", text, {})
        )
    return assemble(manuscript).document


@pytest.mark.long
def test_the_pdf_holds_every_figure_as_numbers_with_what_was_printed_beside(figures):
    with pikepdf.open(io.BytesIO(formats.pdf(figures, "paper"))) as file:
        held = {
            name: one.get_file().read_bytes().decode("utf-8-sig")
            for name, one in file.attachments.items()
        }
    assert set(held) == {"paper-figures.csv", "paper-figures.json"}
    total, hidden = json.loads(held["paper-figures.json"])
    assert (total["value"], total["text"], total["marker"]) == (2000, "2,000", "")
    assert (hidden["value"], hidden["text"], hidden["base"]) == (None, "", None)
    assert (hidden["marker"], hidden["member"]) == ("c", "agency_foster")
    rows = list(csv.DictReader(io.StringIO(held["paper-figures.csv"])))
    assert [row["value"] for row in rows] == ["2000", ""]
    assert list(rows[0]) == list(NAMES)
    assert rows[1]["marker"] == "c"


def test_a_base_is_a_number_too(figures):
    entry = replace(figures.figures[0], base="2,000", base_count=2000)
    [row] = figure_rows(replace(figures, figures=(entry,)))
    assert row["base"] == 2000


def test_no_cell_of_the_table_is_a_formula(figures):
    for sign in FORMULAS:
        entry = replace(figures.figures[0], source=f"{sign}1+1")
        text = figures_csv(replace(figures, figures=(entry,)))
        [row] = csv.DictReader(io.StringIO(text, newline=""))
        assert row["source"] == f"'{sign}1+1"


def test_a_paper_without_figures_has_no_attachment():
    document = Document("N", "Paper", Facts("head", "About"), ())
    with pikepdf.open(io.BytesIO(formats.pdf(document, "paper"))) as file:
        assert not file.attachments


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ({"created": "2016-01-18T10:00:00+01:00"}, datetime(2016, 1, 18, 9, tzinfo=UTC)),
        ({"dated": "2016-01-18"}, datetime(2016, 1, 18, tzinfo=UTC)),
        ({}, datetime(2000, 1, 1, tzinfo=UTC)),
    ],
)
def test_a_file_is_dated_by_its_edition_or_its_paper_and_never_by_the_clock(said, moment):
    assert formats.moment(Document("N", "P", Facts("h", "A"), (), **said)) == moment


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"draft": False}, "paper"),
        ({"draft": False, "edition": 2}, "paper-edition-2"),
        ({"audience": "restricted"}, "paper-RESTRICTED-DRAFT"),
    ],
)
def test_the_name_of_a_file_says_what_it_is(said, name):
    assert formats.file_stem(Document("N", "P", Facts("h", "A"), (), **said), "paper") == name


@pytest.mark.long
def test_files_are_made_in_the_formats_asked_for(figures):
    page, sheet = formats.render(figures, "paper", ["html"])
    assert (page.media_type, sheet.name) == ("text/html; charset=utf-8", "paper.css")
    [file] = formats.render(figures, "paper", ["pdf"])
    assert (file.media_type, file.content[:8]) == ("application/pdf", b"%PDF-1.7")
