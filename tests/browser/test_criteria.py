"""Success criteria that no other test looks at, on public pages that people read most: spacing and
size of text, sight and place of the focus, size of targets, motion, orientation."""

import pytest

from reports.demonstration import load
from tests.browser.reading import small_targets

REPORT = "/eborford/reports/safeguarding/january-2016/"
PAGES = (
    "/eborford/",
    "/eborford/figures/",
    "/eborford/commitments/",
    REPORT,
    f"{REPORT}figures/2/",
)
# WCAG 2.2, 1.4.12: what a reader may ask of any text.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
# Words cut off: of what hides its overflow and is shown, the inside is larger.
CUT_OFF = """[...document.querySelectorAll('main *, header *, footer *')]
    .filter(e => e.checkVisibility() && !e.matches('.govuk-visually-hidden, .app-to-filter')
        && !e.closest('.govuk-visually-hidden, svg')
        && getComputedStyle(e).overflow.includes('hidden') && e.clientWidth > 1
        && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2))
    .map(e => e.outerHTML.slice(0, 80))"""
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"
# The focused thing: whether it looks otherwise than without the focus, and what lies upon it.
FOCUSED = """() => {
    const one = document.activeElement, style = e => {
        const s = getComputedStyle(e);
        return [s.outlineStyle, s.outlineColor, s.boxShadow, s.backgroundColor].join();
    };
    const seen = style(one), box = one.getBoundingClientRect();
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.y + Math.min(box.height / 2, 12), 1), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    // The middle of a link that goes over two lines of a list may lie outside it.
    const covered = top && !one.contains(top) && !top.contains(one) && !one.closest('li');
    one.blur();
    // The thin line that a browser draws of itself is lost on the colours of our pages.
    const same = style(one) === seen || (one.matches('a') && seen.startsWith('auto'));
    one.focus({preventScroll: true, focusVisible: true});
    return [one.outerHTML.slice(0, 80), same, covered];
}"""
pytestmark = pytest.mark.usefixtures("built", "transactional_db", "demonstration_with_draft")


@pytest.fixture(autouse=True)
def on_its_day(settings):
    """The demonstration's day."""
    settings.CANDOUR_TODAY = load.DAY.isoformat()


@pytest.mark.long
def test_text_may_be_spaced_and_doubled_and_none_is_cut_off_or_runs_over(page):
    for address in PAGES:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(address)
        page.evaluate("document.documentElement.dataset.size = '200'")
        assert page.evaluate(TOO_WIDE) <= 0, address
        assert page.evaluate(CUT_OFF) == [], address
        page.evaluate("delete document.documentElement.dataset.size")
        page.set_viewport_size({"width": 320, "height": 900})
        # The policy of the pages refuses a style in the page; a reader's own is none of its.
        page.evaluate(
            "s => { const a = new CSSStyleSheet(); a.replaceSync(s);"
            " document.adoptedStyleSheets = [a]; }",
            SPACING,
        )
        assert page.evaluate(TOO_WIDE) <= 0, address
        assert page.evaluate(CUT_OFF) == [], address


@pytest.mark.long
def test_the_focus_is_seen_and_covered_by_nothing_and_leaves_nothing(page):
    for address in PAGES[:2] + PAGES[3:4]:
        page.goto(address)
        for _ in range(30):
            page.keyboard.press("Tab")
            what, same, covered = page.evaluate(FOCUSED)
            assert not same, (address, what)
            assert not covered, (address, what)
        # Back again by the same keys: nothing keeps the focus.
        before = page.evaluate("document.activeElement.outerHTML")
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.outerHTML") == before


@pytest.mark.long
def test_targets_are_large_enough_in_both_ways_of_holding_a_telephone(page):
    for width, height in ((320, 640), (640, 320)):
        page.set_viewport_size({"width": width, "height": height})
        for address in PAGES:
            page.goto(address)
            assert small_targets(page) == [], address
            assert page.evaluate(TOO_WIDE) <= 0, address


def test_nothing_moves_sounds_times_out_or_waits_for_one_key(page):
    for address in PAGES:
        page.goto(address)
        moving = (
            "video, audio, marquee, blink, meta[http-equiv=refresh], [accesskey], img[src$=gif]"
        )
        assert page.locator(moving).count() == 0, address
        running = "document.getAnimations().filter(one => one.playState === 'running').length"
        assert page.evaluate(running) == 0, address


@pytest.mark.long
def test_charts_are_told_apart_in_forced_colours_and_their_numbers_are_words(page):
    page.emulate_media(forced_colors="active")
    page.goto(REPORT)
    assert page.locator(".tile__line").count() and page.locator("figure svg").count()
    drawn = "e => getComputedStyle(e.querySelector('path, rect, circle')).fill"
    assert page.locator("figure svg").first.evaluate(drawn)
    titles = page.eval_on_selector_all(
        "svg[role=img] > title", "all => all.map(e => e.textContent)"
    )
    assert titles and all(any(sign.isdigit() for sign in one) for one in titles)


@pytest.mark.long
def test_help_and_navigation_come_in_one_order_on_every_page(page):
    orders, helps = [], []
    for address in PAGES:
        page.goto(address)
        links = page.eval_on_selector_all(".app-find nav a", "all => all.map(e => e.textContent)")
        orders.append(links)
        helps.append(
            page.eval_on_selector_all(
                "body > aside, body > section, body > footer, .app-child, .govuk-footer",
                "all => all.map(e => e.className)",
            )
        )
    assert len(orders[0]) == 5 and all(one == orders[0] for one in orders)
    assert helps[0] and all(one == helps[0] for one in helps)
