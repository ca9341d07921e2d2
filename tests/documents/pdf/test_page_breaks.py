"""Where the print sheet lets a page end, and what it keeps on one."""

import pytest
import weasyprint

from reports.documents.formats import style_sheet

SHEET = style_sheet()
ABBREVIATIONS = (
    '<section id="part-abbreviations"><h2>Abbreviations</h2><div><table class="facts"><caption>'
    "Abbreviations</caption><tbody><tr><th>DBS</th><td><div>Disclosure and Barring Service</div>"
    "</td></tr></tbody></table></div></section>"
)
ANNEX = '<section id="annex-a"><h2>Annex A</h2><p>Lastword</p></section>'


def pages(html):
    """The words of each page, as the sheet lays `html` out."""
    return [_words(page) for page in boxes(html)]


def boxes(html):
    """The box of each page, as the sheet lays `html` out."""
    style = weasyprint.CSS(string=SHEET)
    laid_out = weasyprint.HTML(string=f"<html lang=en><body>{html}").render(stylesheets=[style])
    return [page._page_box for page in laid_out.pages]


def empty_foot(page):
    """Which part of a page's room is empty below its last line."""
    bottom = page.margin_top + page.height
    ends = [box.position_y + box.height for box in page.descendants() if hasattr(box, "text")]
    return (bottom - max(end for end in ends if end <= bottom + 1)) / page.height


def _words(page):
    return " ".join(box.text for box in page.descendants() if hasattr(box, "text"))


def table(number, lines=1, kind="table"):
    """A table of so many rows, each of so many lines, in the class `kind`."""
    more = "<br>Further" * (lines - 1)
    rows = "".join(f"<tr><td>Row{place}.{more}</td></tr>" for place in range(number))
    return (
        f'<div class="{kind}"><table><caption>A table</caption><thead><tr><th>Head</th></tr>'
        f"</thead><tbody>{rows}</tbody></table></div>"
    )


@pytest.mark.parametrize("lines", range(22, 36, 2))
def test_a_short_table_stands_on_one_page(lines):
    drawn = pages(f"{'<p>Line</p>' * lines}{table(5, kind='table short')}")
    assert sum("Row" in page for page in drawn) == 1


@pytest.mark.parametrize("rows", [5, 6, 7, 8])
@pytest.mark.parametrize("lines", range(14, 33, 6))
def test_rows_of_several_lines_leave_no_quarter_of_a_page_empty(rows, lines):
    first = boxes(f"{'<p>Line</p>' * lines}{table(rows, lines=3)}")[0]
    assert empty_foot(first) < 0.25


@pytest.mark.parametrize("rows", [5, 6, 7, 8])
@pytest.mark.parametrize("lines", range(14, 33, 6))
def test_a_table_keeps_two_rows_before_a_break_and_two_after_it(rows, lines):
    drawn = pages(f"{'<p>Line</p>' * lines}{table(rows, lines=3)}")
    counts = [page.count("Row") for page in drawn if "Row" in page]
    assert sum(counts) == rows and counts[-1] >= 2 and counts[0] >= 2


@pytest.mark.parametrize(
    ("around", "kind"),
    [
        ('<div class="chart">{}</div>', "table"),
        ('<div id="quoted-details">{}</div>', "table short"),
    ],
)
def test_a_table_set_small_begins_on_the_page_that_has_room(around, kind):
    drawn = pages(f"{'<p>Line</p>' * 26}{around.format(table(18, kind=kind))}")
    assert "Row" in drawn[0]


@pytest.mark.parametrize("lines", range(22, 36, 2))
def test_a_few_quoted_details_stay_on_one_page_with_what_follows_them(lines):
    last = '<div class="colophon"><p>About</p><p>this</p><p>edition</p></div>'
    details = f'<div id="quoted-details">{table(8)}</div>'
    drawn = pages(f"{'<p>Line</p>' * lines}{details}{last}")
    assert {page.count("Row") for page in drawn} <= {0, 8}
    assert "Row" in next(page for page in drawn if "edition" in page)


@pytest.mark.parametrize("lines", range(22, 36, 2))
def test_few_rows_of_a_longer_table_are_not_left_alone(lines):
    drawn = pages(f"{'<p>Line</p>' * lines}{table(20)}")
    rows = [page.count("Row") for page in drawn if "Row" in page]
    assert rows[0] >= 2 and rows[-1] >= 2
    assert sum(rows) == 20


@pytest.mark.parametrize("lines", range(22, 36, 2))
def test_a_table_of_one_row_does_not_wait_for_the_next_table(lines):
    drawn = pages(f"{'<p>Line</p>' * lines}{table(1)}{table(20)}")
    first = next(page for page in drawn if "Row" in page)
    assert first == drawn[0] or lines >= 32


def test_the_annexes_follow_the_text_and_the_abbreviations():
    [page] = pages(f"<section id=body><p>First</p></section>{ABBREVIATIONS}{ANNEX}")
    assert "Disclosure" in page and "Lastword" in page
    [page] = pages(f"<section id=body><p>First</p></section>{ANNEX}")
    assert "Lastword" in page
