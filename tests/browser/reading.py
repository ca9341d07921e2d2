"""What is wrong with a page as a browser shows it."""

import re
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import expect

WIDTHS = (1280, 320)
# Each kind of element in another, in light or dark and in either skin; and those met so far.
LOOK = """one => [
    ...[one.parentElement, one].map(e => `${e.localName}.${e.getAttribute("class")}`),
    getComputedStyle(document.documentElement).colorScheme, document.body.className].join(" ")"""
LOOKS = f'() => [...new Set([...document.querySelectorAll("body *")].map({LOOK}))]'
# All that axe found right is much, and nobody reads it. Colours are those of what has words. Styles
# are read for rules that are not asked, and recordings for one: there are none.
COLOURS = ["color-contrast", "link-in-text-block"]
VIOLATIONS = f"""async looks => {{
    const look = {LOOK};
    const has_words = one => one.matches("input, select, textarea")
        || [...one.childNodes].some(e => e.nodeType === 3 && e.data.trim());
    const fresh = [...document.querySelectorAll("body *")].filter(
        one => has_words(one) && looks.includes(look(one)));
    const usual = {{resultTypes: ["violations"], preload: false, elementRef: false}};
    const rules = Object.fromEntries({COLOURS}.map(one => [one, {{enabled: false}}]));
    const found = await axe.run({{...usual, rules}});
    const runOnly = {COLOURS};
    const dull = fresh.length ? await axe.run(fresh, {{...usual, runOnly}}) : {{violations: []}};
    return [...found.violations, ...dull.violations].map(
        one => `${{one.id}} ${{one.nodes.map(node => node.target)}} ${{one.help}}`);
}}"""
LOOKED_AT = set()
# Width and colour scheme of each look at a page that is opened once, in the order of the least
# change from one to the next.
STATES = ((1280, "light"), (320, "light"), (320, "dark"), (1280, "dark"))
# An old laptop and a tablet, where a page has its columns and little room: only the ruler looks.
BETWEEN = (1024, 768)
# What is wrong with the page as it is now, in one call: [what, how many elements are new]. At first
# every rule is asked of all of it; in the other width, of what stands there as it stood in none
# before; in the dark, the colours of that. The window outlives the pages that are written into it,
# and so does what it has looked at.
CHANGED_STATE = f"""async is_first => {{
    const known = window.known_looks ??= new Set();
    const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const state = `${{innerWidth}} ${{scheme}} ${{document.body.className}}`;
    const named = one => [one.parentElement, one].map(
        e => `${{e.localName}}.${{e.getAttribute("class")}}`).join(" ") + state;
    const has_words = one => one.matches("input, select, textarea")
        || [...one.childNodes].some(e => e.nodeType === 3 && e.data.trim());
    const fresh = [...document.querySelectorAll("body *")].filter(
        one => !known.has(named(one)) && one.checkVisibility());
    fresh.forEach(one => known.add(named(one)));
    const usual = {{resultTypes: ["violations"], preload: false, elementRef: false}};
    const rules = Object.fromEntries({COLOURS}.map(one => [one, {{enabled: false}}]));
    const runOnly = [...{COLOURS}, "target-size"];
    const results = [];
    if (is_first) results.push(await axe.run({{...usual, rules}}));
    else if (scheme === "light" && fresh.length)
        results.push(await axe.run(fresh, {{...usual, rules}}));
    const drawn = fresh.filter(one => has_words(one) || one.matches("a, button, summary"));
    if (drawn.length) results.push(await axe.run(drawn, {{...usual, runOnly}}));
    const found = results.flatMap(result => result.violations).map(
        one => `${{one.id}} ${{one.nodes.map(node => node.target)}} ${{one.help}}`);
    return [[...new Set(found)], fresh.length];
}}"""


def assert_refused(page):
    """The page says in its title that something in the form is wrong."""
    expect(page).to_have_title(re.compile("^Error: "))


def assert_at(page, ending):
    """The page's address comes to end with `ending`."""
    expect(page).to_have_url(re.compile(re.escape(ending) + "$"))


def open_notices(page):
    """Opens the notices of an edition that are folded below the first."""
    for fold in page.query_selector_all(".paper-notice__more:not([open]) > summary"):
        fold.click()


def assert_sound(page):
    """axe, console and ruler find nothing at either width, and one h1, once the page is there."""
    page.wait_for_load_state()
    assert headings(page).count(1) == 1
    assert (found := faults(page)) == [], found


def faults(page, widths=WIDTHS):
    """A list of what axe, the console and a ruler find wrong with `page`; empty is right.

    To look at colours takes most of the time, and to look in a second width most of the rest. Both
    are done where something stands in the page as it stood in none before. At the end the page has
    the first width again.
    """
    inject_axe(page)
    new = [look for look in page.evaluate(LOOKS) if look not in LOOKED_AT]
    LOOKED_AT.update(new)
    found = []
    for place, width in enumerate(widths):
        _widen(page, width)
        if new or not place:
            wrong = page.evaluate(VIOLATIONS, [] if place else new)
            found += [f"{width}: {one}" for one in wrong]
        found += _too_wide(page, width)
    for width in BETWEEN if new else ():
        found += _too_wide(page, width)
    _widen(page, widths[0])
    return found + page.complaints


def faults_in_every_state(page):
    """What `faults` finds, in each width and each colour scheme, of a page that is opened once; at
    the end the page is as at first. What was looked at before in the light was so in the dark."""
    inject_axe(page)
    found, new = [], set()
    for place, (width, scheme) in enumerate(STATES):
        if scheme == "dark" and width not in new:
            continue
        if scheme == "dark":
            page.emulate_media(color_scheme=scheme)
        _widen(page, width)
        wrong, fresh = page.evaluate(CHANGED_STATE, not place)
        found += [f"{width}, {scheme}: {one}" for one in wrong]
        if scheme == "light":
            found += _too_wide(page, width)
        new |= {width} if fresh else set()
    for width in BETWEEN:
        found += _too_wide(page, width)
    if new:
        page.emulate_media(color_scheme=STATES[0][1])
    _widen(page, STATES[0][0])
    return found + page.complaints


def _too_wide(page, width):
    _widen(page, width)
    pixels = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{width}: {pixels} px do not fit the screen: {_widest(page)}"] if pixels > 0 else []


def _widen(page, width):
    wanted = {"width": width, "height": 900}
    if page.viewport_size != wanted:
        page.set_viewport_size(wanted)


def inject_axe(page):
    """Brings axe to where it is not yet."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_axe_source())


def headings(page):
    """The levels of the page's headings, in order."""
    return page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
    )


def small_targets(page):
    """The links and controls that are less than 24 px high or wide and stand in no sentence."""
    return page.evaluate(
        """[...document.querySelectorAll('button, input:not([type=hidden]), select, nav a')]
        .filter(e => e.checkVisibility())
        .filter(e => {const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24})
        .map(e => e.outerHTML.slice(0, 100))"""
    )


@cache
def _axe_source():
    return next(Path(axe_playwright_python.__file__).parent.glob("**/axe.min.js")).read_text()


def _widest(page):
    return page.evaluate(
        """[...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.app-scroll'))
        .slice(0, 3).map(e => e.outerHTML.slice(0, 80))"""
    )
