"""A published table on a telephone: what its cards are of is seen once, short facts share a line,
and a list of figures has its values without labels."""

import pytest

from reports.documents.document import Section
from tests.browser.reading import faults
from tests.documents.test_cards_of_tables import HEADS, ROWS, cells, table
from tests.make.published_figures import BEFORE, edition, entry

pytestmark = pytest.mark.usefixtures("built", "transactional_db")
TELEPHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
BODY = "#table-1 tbody"


def size(page, selector):
    """(left, top, width) of what a selector finds first, in whole pixels."""
    box = page.locator(selector).first.bounding_box()
    return round(box["x"]), round(box["y"]), round(box["width"])


@pytest.fixture
def slug():
    """The address of a published report whose table has three rows on one thing."""
    block = table(HEADS, map(cells, ROWS))
    sections = (Section("summary", "Summary", blocks=(block,)),)
    return edition(entry("24", BEFORE), period_end=BEFORE, sections=sections).paper.slug


@pytest.mark.long
def test_cards_of_one_thing_have_its_name_once_and_short_facts_on_a_line(page, slug):
    page.set_viewport_size(TELEPHONE)
    page.goto(f"/netherby/reports/assurance/{slug}/")
    again = f"{BODY} tr.again"
    assert page.locator(again).count() == 2
    for part in ("th", "td.same"):
        assert size(page, f"{again} {part}")[2] == 1
        assert size(page, f"{BODY} tr:first-child {part.removesuffix('.same')}")[2] > 1
    value, date = (size(page, f"{again} td.{name}") for name in ("numeric", "date"))
    assert value[1] == date[1] and value[0] < date[0]
    # A screen reader is given every cell of every row.
    assert page.locator(BODY).get_by_role("rowheader").count() == len(ROWS)
    assert page.locator(BODY).get_by_role("cell").count() == 3 * len(ROWS)
    assert faults(page) == []
    page.set_viewport_size(DESK)
    assert size(page, f"{again} th")[2] > 1 and size(page, f"{again} td.same")[2] > 1


@pytest.mark.long
def test_a_list_of_figures_gives_value_and_date_on_one_line_without_labels(page, slug):
    page.set_viewport_size(TELEPHONE)
    page.goto("/netherby/figures/")
    row = ".app-last-values tbody tr:first-child"
    value, date = (size(page, f"{row} td:nth-of-type({place})") for place in (1, 2))
    assert abs(value[1] - date[1]) < 12 and value[0] < date[0]
    labels = page.locator(f"{row} td").evaluate_all(
        "cells => cells.slice(0, 3).map(one => getComputedStyle(one, '::before').content)"
    )
    assert set(labels) == {"none"}
    assert page.locator(f"{row} td", has_text="No line yet").bounding_box()["width"] == 1
    assert faults(page) == []
