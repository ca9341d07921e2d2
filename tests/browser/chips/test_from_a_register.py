"""A record is quoted, and a register listed, in an open report from their own pages: by pressing
alone, by the keyboard, and without a script."""

from datetime import date

import pytest
from playwright.sync_api import expect

from tests import cast
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.make import audits, dbs, drafts, papers

pytestmark = pytest.mark.long

ROUND = "/audits/programme/rounds/"
BREACHES = "/dbs/breaches/"
LINK = "a:text-is('Quote this in a report')"


@pytest.fixture
def keeper(prepared, settings):
    """Somebody who keeps the registers and writes the one open report of the council."""
    settings.CANDOUR_TODAY = "2016-01-18"
    council = prepared.council
    audits.audit_round(
        **{"council": council, "theme": "Neglect", "begun_on": date(2015, 7, 6)},
        **{"start": date(2015, 7, 1), "end": date(2015, 12, 31), "next_due_on": date(2016, 1, 1)},
    )
    for day in (date(2015, 9, 7), date(2016, 1, 6)):
        dbs.breach(council=council, found_on=day, policy=f"Policy of {day.year}")
    return cast.make_user(*cast.ROLES, council=council)


@pytest.fixture
def draft(keeper, prepared):
    return drafts.written(prepared, with_records=False)


def choose_section(page, title="What was done"):
    """Chooses the section on the page that asks for it."""
    expect(page.locator("main")).to_contain_text("Which section?")
    assert_sound(page)
    page.check(f"label:has-text('{title}')")
    page.click("button:text-is('Continue')")
    expect(page.locator("main")).to_contain_text("Content to insert")
    assert_sound(page)


def test_an_audit_round_is_quoted_in_a_sentence_by_pressing_alone(page, sign_in, keeper, draft):
    sign_in(page, keeper)
    page.goto(ROUND)
    assert_sound(page)
    page.click("th a:has-text('Neglect')")
    assert_sound(page)
    page.click(LINK)
    choose_section(page)
    sentence = "Case-file audit: Neglect: the round runs from 1 July 2015 to 31 December 2015."
    page.check(f"label:text-is('{sentence}')")
    page.select_option("#id_where", "into:children")
    page.click("button:text-is('Put it in the report')")
    assert_at(page, "/sections/children/#line-children")
    expect(page.locator("#line-children")).to_contain_text(sentence)
    expect(page.locator("#line-children:target")).to_be_in_viewport()
    expect(page.locator("main")).to_contain_text("It has been put in the report.")
    assert_sound(page)
    text = draft.blocks.get(slug="children").text
    assert "[[record:audit_round/" in text and "2015" not in text.partition("[[record")[2]


def test_breaches_are_listed_by_pressing_alone_without_a_script(
    without_script, sign_in, keeper, draft
):
    page = without_script
    sign_in(page, keeper)
    page.goto(BREACHES)
    page.click(LINK)
    page.check("label:has-text('What was done')")
    page.click("button:text-is('Continue')")
    page.check("label:has-text('A list of breaches, 1 July 2015 to 31 December 2015: 1 row')")
    page.click("button:text-is('Put it in the report')")
    table = page.locator("table").filter(has_text="Policy broken")
    expect(table.locator("tbody tr")).to_have_count(1)
    expect(table).to_contain_text("September 2015")
    expect(table).to_contain_text("Policy of 2015")
    (block,) = draft.blocks.filter(kind="records")
    assert block.data["records"]["within"] == "period"


def test_what_cannot_go_into_a_sentence_is_refused_in_words(page, sign_in, keeper, draft):
    sign_in(page, keeper)
    page.goto(BREACHES)
    page.click(LINK)
    choose_section(page)
    page.select_option("#id_where", "into:children")
    page.click("button:text-is('Put it in the report')")
    assert_refused(page)
    expect(page.locator("main")).to_contain_text("A list is a block of its own")
    assert_sound(page)
    page.check("label:has-text('Breaches of the DBS policy open')")
    page.click("button:text-is('Put it in the report')")
    expect(page.locator("#line-children")).to_contain_text("Breaches of the DBS policy open: 1.")


def test_of_two_reports_one_is_asked_for_by_the_keyboard(page, sign_in, keeper, draft):
    papers.paper(council=draft.council, slug="second", title="The second report")
    sign_in(page, keeper)
    page.goto(BREACHES)
    follow(page, "a[href='/quote/breaches/']")
    expect(page.locator("main")).to_contain_text("Which report?")
    assert_sound(page)
    page.click("button:text-is('Continue')")
    assert_refused(page)
    expect(page.locator("main")).to_contain_text("Choose a report")
    tab_to(page, "input[name=report]")
    page.keyboard.press("Space")
    follow(page, "main form [type=submit]")
    choose_section(page)
    expect(page.locator("main")).to_contain_text(draft.title)


def test_a_clerk_lists_what_only_others_may_open(page, sign_in, keeper, draft, prepared):
    sign_in(page, prepared)
    page.goto("/reports/")
    follow(page, "a[href='/quote/']")
    assert_sound(page)
    page.click("a:text-is('Breaches')")
    choose_section(page)
    page.click("button:text-is('Put it in the report')")
    expect(page.locator("main")).to_contain_text("Policy of 2015")
    assert_sound(page)
