"""A published edition in a real browser: how near its text is, what its first screen answers, and
where a figure opens."""

import pytest

from reports.demonstration import load
from tests.browser.keys import tab_to
from tests.browser.reading import WIDTHS, assert_sound

REPORT = "/eborford/reports/safeguarding/january-2016/"
# So many stops of the Tab key may come before the text, the skip links among them.
STOPS = 12
# A telephone has no such key, and calls the numbers about a child from there.
PHONES = 3
TELEPHONE = {"width": 320, "height": 640}
IN_TEXT = "document.activeElement.closest('#report-text') !== null"
TOP = "one => one.getBoundingClientRect().top"
pytestmark = pytest.mark.usefixtures("built", "transactional_db", "demonstration_with_draft")


@pytest.fixture(autouse=True)
def on_its_day(settings):
    """The demonstration's day."""
    settings.CANDOUR_TODAY = load.DAY.isoformat()


def stops(page):
    """How often Tab stops before it first comes into the text, no skip link followed."""
    for number in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(IN_TEXT):
            return number
    raise AssertionError("Tab never reached the text")


@pytest.mark.long
def test_few_stops_come_before_the_text_at_both_widths(page):
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(REPORT)
        assert 0 < stops(page) <= STOPS + (PHONES if width < 640 else 0)
    page.goto(REPORT)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report-text"


@pytest.mark.long
def test_the_first_screen_of_a_telephone_says_which_report_and_its_first_number(page):
    page.set_viewport_size(TELEPHONE)
    page.goto(REPORT)
    shown = {
        "h1": "Six-monthly report on safeguarding and looked-after children January 2016",
        ".reading-kicker": "Report to the Children’s Services Scrutiny Committee",
        ".tile__value >> nth=0": "188 children",
    }
    for selector, words in shown.items():
        one = page.locator(selector)
        box = one.bounding_box()
        assert box["y"] + box["height"] <= TELEPHONE["height"], selector
        text = " ".join(one.inner_text().split()).replace("'", "’")
        assert text == words
    number, words = (page.locator(f"#para-6 {part}") for part in (".n", "p >> nth=0"))
    assert abs(number.evaluate(TOP) - words.evaluate(TOP)) < 6
    page.locator(".reading-fold summary").click()
    page.locator(".reading-fold a", has_text="Audits in 2015").click()
    assert -1 < page.locator("h3", has_text="Audits in 2015").evaluate(TOP) < 40
    assert_sound(page)


@pytest.mark.long
def test_a_figure_opens_below_its_paragraph_and_closes_where_it_was(page):
    page.goto(REPORT)
    tab_to(page, "#para-8 a.figure")
    page.keyboard.press("Enter")
    panel = page.locator("#para-8 + #open-figure")
    panel.wait_for()
    assert panel.locator(".app-figure-value").inner_text() == "84"
    assert page.evaluate("document.activeElement.id") == "open-figure"
    assert page.locator("#para-8 a.figure[aria-expanded=true]").count() == 1
    assert_sound(page)
    page.locator("#para-9 a.figure >> nth=0").click()
    page.locator("#para-9 + #open-figure").wait_for()
    assert page.locator("#open-figure").count() == 1
    page.get_by_role("button", name="Close this figure").click()
    assert page.locator("#open-figure").count() == 0
    assert page.evaluate("document.activeElement.matches('#para-9 a.figure')")


@pytest.mark.long
def test_the_contents_stay_in_view_and_mark_the_subject_that_is_read(page):
    page.goto(REPORT)
    page.locator(".paper-contents a", has_text="Audits in 2015").click()
    marked = page.locator(".paper-contents a[aria-current=location]")
    page.wait_for_function("document.querySelector('[aria-current=location]')")
    assert marked.all_inner_texts() == ["Audits in 2015"]
    assert 0 <= marked.evaluate(TOP) < 900
    contents, text = (page.locator(one).bounding_box() for one in (".paper-contents", "#para-9"))
    # They come after the text for the keyboard, so they are to the right of it.
    assert text["x"] + text["width"] < contents["x"]


@pytest.mark.long
def test_in_print_the_report_keeps_its_answers_and_loses_what_cannot_be_pressed(page):
    page.goto(REPORT)
    page.emulate_media(media="print")
    for selector in (".reading-menu", ".reading-take", ".reading-fold", ".paper-contents"):
        assert not page.locator(selector).is_visible(), selector
    for selector in ("h1", ".tile__value >> nth=5", ".reading-asked", ".reading-states", "#para-1"):
        assert page.locator(selector).is_visible(), selector


@pytest.mark.long
def test_what_is_folded_is_printed_open_and_files_to_download_are_left_out(page):
    page.goto(REPORT)
    figures = page.locator("#where-the-figures-come-from details table").first
    assert not figures.is_visible()
    page.emulate_media(media="print")
    assert figures.is_visible() and figures.locator("tbody tr").count() > 10
    for fold in page.locator("#where-the-figures-come-from details").all():
        assert fold.locator("table, ul").first.is_visible()
    for selector in ("#download", ".paper-onwards ul"):
        assert not page.locator(selector).first.is_visible(), selector
    # Fields of a search are of no use on paper.
    page.goto(f"{REPORT.split('reports/')[0]}search/?words=audits")
    assert not page.locator("details:has(input)").first.is_visible()


@pytest.mark.long
@pytest.mark.parametrize("width", [320, 794, 1280])
def test_what_is_printed_fits_its_sheet(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(REPORT)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.long
def test_a_small_line_keeps_its_size_in_a_wide_tile(page):
    page.goto(REPORT)
    tiles = page.locator(".tiles").first
    tiles.evaluate("one => { one.style.gridTemplateColumns = 'minmax(0, 1fr)' }")
    assert 200 < tiles.locator(".tile__line").first.bounding_box()["width"] <= 384


@pytest.mark.long
def test_print_has_no_address_within_the_site_and_the_name_of_the_council(page):
    page.goto(REPORT)
    page.emulate_media(media="print")
    after = "a => getComputedStyle(a, '::after').content"
    assert page.locator("main a[href^='/']").first.evaluate(after) == "none"
    page.goto(f"{REPORT.split('reports/')[0]}figures/")
    name = page.locator(".app-masthead__home")
    assert name.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"


@pytest.mark.long
def test_print_has_no_box_to_choose_from_and_parts_no_heading_from_its_text(page):
    page.goto(f"{REPORT.split('reports/')[0]}figures/dbs.overdue/")
    page.emulate_media(media="print")
    assert not page.get_by_role("heading", name="Compare with another figure").is_visible()
    style = "one => [getComputedStyle(one).breakAfter, getComputedStyle(one).breakInside]"
    for selector in ("h2", "caption"):
        assert page.locator(selector).first.evaluate(style) == ["avoid", "avoid"], selector
    assert page.locator(".govuk-summary-list__row").first.evaluate(style)[1] == "avoid"


@pytest.mark.long
def test_print_has_no_dot_between_links_that_it_leaves_out_and_small_words_in_small_tables(page):
    council = REPORT.split("reports/")[0]
    page.goto(f"{council}commitments/")
    page.emulate_media(media="print")
    assert not page.locator(".app-title p").first.is_visible()
    page.goto(f"{council}ledger/")
    head = page.locator("thead th").last
    head.evaluate("""th => th.append(Object.assign(document.createElement("span"),
        {className: "app-quiet govuk-body-s", textContent: "Task groups"}))""")
    size = "one => getComputedStyle(one).fontSize"
    assert head.locator(".govuk-body-s").last.evaluate(size) == head.evaluate(size)


@pytest.mark.long
def test_four_tiles_are_a_row_or_two_rows_of_two(page):
    columns = """one =>
        new Set([...one.children].map(tile => tile.getBoundingClientRect().left)).size"""
    page.goto(REPORT)
    tiles = page.locator(".tiles").first
    assert tiles.locator("> *").count() > 4 and tiles.evaluate(columns) == 3
    tiles.evaluate("one => { while (one.children.length > 4) one.lastElementChild.remove() }")
    for width, number in ((1280, 4), (900, 2), (320, 1)):
        page.set_viewport_size({"width": width, "height": 900})
        assert tiles.evaluate(columns) == number, width


@pytest.mark.long
def test_a_card_on_a_telephone_has_its_answer_first(page):
    page.set_viewport_size(TELEPHONE)
    for address, answer, rest in (
        ("figures/looked_after.children", ".app-series td strong", ".app-series tbody th"),
        ("commitments", "tbody .app-state", "tbody td a"),
    ):
        page.goto(f"/eborford/{address}/")
        tops = [page.locator(one).first.evaluate(TOP) for one in (answer, rest)]
        assert tops[0] < tops[1], address
