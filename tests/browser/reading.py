"""What is wrong with a page as a browser shows it."""

import re
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import expect

WIDTHS = (1280, 320)


def assert_refused(page):
    """The page says in its title that something in the form is wrong."""
    expect(page).to_have_title(re.compile("^Error: "))


def assert_at(page, ending):
    """The page's address comes to end with `ending`."""
    expect(page).to_have_url(re.compile(re.escape(ending) + "$"))


def assert_sound(page):
    """axe, console and ruler find nothing at either width, and one h1, once the page is there."""
    page.wait_for_load_state()
    assert headings(page).count(1) == 1
    assert (found := faults(page)) == [], found


def faults(page, widths=WIDTHS):
    """A list of what axe, the console and a ruler find wrong with `page`; empty is right.

    The page is looked at in each width, its colours in the first alone: they are the same in all,
    and to look at them takes most of the time. At the end it has the first width again.
    """
    found = []
    for place, width in enumerate(widths):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{width}: {one}" for one in axe(page, colours=not place)]
        too_wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if too_wide > 0:
            found.append(f"{width}: {too_wide} px do not fit the screen: {_widest(page)}")
    page.set_viewport_size({"width": widths[0], "height": 900})
    return found + page.complaints


def axe(page, colours=True):
    """axe's violations, each as its rule and the elements; without those of contrast where its
    `colours` are known."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(_axe_source())
    # All that axe found right is much, and nobody reads it.
    violations = page.evaluate(
        """colours => axe.run({
            resultTypes: ['violations'], rules: {'color-contrast': {enabled: colours}},
        }).then(found => found.violations)""",
        colours,
    )
    return [
        f"{one['id']} {[node['target'] for node in one['nodes']]} {one['help']}"
        for one in violations
    ]


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
