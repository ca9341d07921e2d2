"""The end of a PDF, no page of which is nearly empty, and lines that end before a link."""

from itertools import pairwise

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox

from reports.demonstration import load
from reports.documents import formats
from reports.documents.document import from_json
from reports.documents.pdf import file
from reports.documents.pdf.page_count import page_count
from reports.editions.models.editions import Edition
from tests.documents.pdf.test_engine import OWN

# Less than a third of a last page is filled.
NEARLY_EMPTY = 1 / 3
PAGE = (
    "<!doctype html><html lang='en-GB'><title>Words</title><body style='font: 12pt/2 Liberation "
    "Sans'><h1>Words</h1>{}</body></html>"
)
NOTE = (
    "The first less the second: 196 (Children looked after), figure 2; 201 (Children looked after)"
    ', figure 1. <a href="#note">Table 7</a>, <a href="#note">paragraph 4</a>.'
)


@pytest.mark.parametrize("width", range(200, 320, 2))
def test_no_line_breaks_where_only_the_space_before_a_link_has_no_room(width):
    style = f"font: 10px/1.3 'Liberation Sans'; width: {width}px"
    page = weasyprint.HTML(string=f'<html lang=en><p id="note" style="{style}">{NOTE}').render()
    boxes = page.pages[0]._page_box.descendants()
    lines = [
        ("".join(one.text for one in box.descendants() if hasattr(one, "text")), box.width)
        for box in boxes
        if isinstance(box, LineBox)
    ]
    assert len(lines) > 1
    # Each line is too full for the next one's first word, which is no wider than its letters.
    for (_words, filled), (after, _filled) in pairwise(lines):
        assert filled + 8 * len(after.split()[0]) > width, lines


# A long report is laid out once.
@pytest.mark.parametrize(("paragraphs", "pages"), [(33, (2, 1)), (52, (2, 2)), (632, (22, 22))])
def test_a_closer_sheet_spares_a_last_page_that_is_nearly_empty(paragraphs, pages):
    page = PAGE.format("<p style='margin: 0'>Word</p>" * paragraphs)
    wide = page_count(file.to_pdf(page, **OWN))
    closer = page_count(file.to_pdf(page, **OWN, closer="body { line-height: 1.5 !important }"))
    assert (wide, closer) == pages


@pytest.mark.long
def test_no_report_of_the_demonstration_ends_on_a_page_that_is_nearly_empty(
    whole_demonstration, settings
):
    settings.CANDOUR_TODAY = load.LAST_DAY.isoformat()
    fills = {}
    for edition in Edition.objects.published().filter(removals=None):
        document = from_json(edition.document)
        sheet, fetcher = formats.style_sheet(formats.brand_of(document)), file._Files(_read)
        page = formats.print_html(document)
        laid_out = file._lay_out_closely(page, [sheet], fetcher, formats.CLOSER)
        fills[str(edition)] = file.last_page_fill(laid_out)
    assert len(fills) > 9
    assert not {name: fill for name, fill in fills.items() if fill < NEARLY_EMPTY}


def _read(path):
    return (formats.STYLES / path).read_bytes()
