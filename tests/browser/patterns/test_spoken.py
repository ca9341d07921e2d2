"""What somebody hears who reads a paper, or writes in one, with a screen reader: the walk through
Chromium's accessibility tree, line by line. How one screen reader or another says it is not here.
"""

import re
from itertools import pairwise

import pytest

from assurance.accounts.models.accounts import User
from reports.demonstration import load
from tests.browser.forms import open_lists
from tests.browser.reading import assert_at
from tests.browser.speech import focused, headings, spoken

PAPER = "/eborford/reports/safeguarding/january-2016/"
DRAFT = "/reports/safeguarding/september-2017/"
TITLE = "Six-monthly report on safeguarding and looked-after children"
CHART = (
    "Between 1 January 2015 and 1 December 2015, agency placements rose from 16 to 21 and "
    "external residential placements fell from 16 to 14."
)
# What a reader comes to in the paper, in this order, with more between.
HEARD = [
    f"page, {TITLE}, January 2016 – Eborford City Council",
    "link, Skip to main content",
    "banner",
    "main",
    f"heading level 1, {TITLE} January 2016",
    "heading level 2, Headline figures",
    "heading level 2, At a glance",
    "heading level 3, Decisions asked of members",
    "heading level 3, Changes since last time",
    "row, Date of meeting, 26 January 2016",
    "heading level 2, Introduction",
    "link, Link to paragraph 1",
    "link, 351, collapsed",
    "row, 1 January 2015, 1 December 2015, Change",
    "row, All children looked after, 210, 188, Down 22",
    f"graphic, {CHART}",
    "link, Table 1",
    "heading level 2, Recommendations",
    "row, DBS, Disclosure and Barring Service",
    "navigation, Contents",
    "link, Recommendations",
    "contentinfo",
    "link, Accessibility statement",
]
NAMELESS = re.compile(r"^(link|button|edit|graphic|list box|checkbox|radio button)(, *)?$")
pytestmark = pytest.mark.usefixtures("built", "transactional_db", "demonstration_with_draft")


@pytest.fixture(autouse=True)
def on_its_day(settings):
    """The demonstration's day."""
    settings.CANDOUR_TODAY = load.DAY.isoformat()


def assert_heard(lines, wanted):
    """Each of `wanted` is said, after the one before it."""
    place = 0
    for one in wanted:
        assert one in lines[place:], f"“{one}” is not said after “{lines[max(0, place - 1)]}”"
        place = lines.index(one, place) + 1


def assert_sensible(lines):
    """Nothing that one can act on is without a name, and no level of headings is passed over."""
    assert [line for line in lines if NAMELESS.match(line)] == []
    levels = [int(line.split(",")[0].rsplit(" ", 1)[1]) for line in headings(lines)]
    main = levels[levels.index(1) :]
    assert main.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(main))


@pytest.mark.long
def test_a_reader_hears_a_paper_in_its_order_and_what_a_figure_is(page):
    page.goto("/")
    lines = spoken(page)
    assert_sensible(lines)
    safe, latest = (
        "heading level 1, How well are children kept safe?",
        "heading level 2, Latest reports",
    )
    assert_heard(lines, [safe, latest])
    page.goto(PAPER)
    lines = spoken(page)
    assert_sensible(lines)
    assert_heard(lines, HEARD)
    page.goto(f"{PAPER}figures/1/")
    lines = spoken(page)
    assert_sensible(lines)
    assert_heard(lines, ["heading level 1, Children looked after", "210", "Definition"])


@pytest.mark.long
def test_a_writer_hears_what_is_wrong_where_and_what_was_kept(page, sign_in):
    sign_in(page, User.objects.get(email="clerk@eborford.example"))
    page.goto(DRAFT)
    lines = spoken(page)
    assert_sensible(lines)
    assert_heard(lines, ["navigation, Menu", "main", "heading level 2, To be answered"])
    page.goto(f"{DRAFT}add/paragraph/?part=introduction")
    page.click("button:text-is('Save')")
    lines = spoken(page)
    assert_sensible(lines)
    assert lines[0].startswith("page, Error: Add a paragraph")
    assert_heard(lines, ["main", "alert, There is a problem Write the paragraph"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    said = focused(page)
    assert said.startswith("edit, Text, invalid") and said.endswith("Error: Write the paragraph")
    page.keyboard.type("The Council looked after [[looked_after.children @position]] children.")
    page.wait_for_selector("#preview >> text=The Council looked after")
    open_lists(page)
    lines = spoken(page)
    assert "region, As readers will see it" in lines
    wanted = ["status, The preview is up to date. 1 to fix.", "region, Figures to put in"]
    assert_heard(lines, [*wanted, "heading level 3, Annexes"])
    page.click("button:text-is('Save')")
    assert_at(page, "#line-the-council-looked-after-children")
    assert_heard(spoken(page), ["main", "alert, Done It has been added."])
