"""A clerk's walk: a paper is started, dated, written, and moved about while another writes."""

import pytest

from reports.papers.models.papers import Paper
from tests.browser.forms import (
    SAVE,
    assert_changed_meanwhile,
    fill,
    fill_date,
    open_lists,
    send,
    send_refused,
)
from tests.browser.keys import follow
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.make import drafts

DRAFT = "/reports/assurance/january-2016/"
TEXT = (
    "# Half-yearly update\n\nScrutiny Panel\n\n3 June 2020\n\nPage 1 of 2\n\n## Background\n\n"
    "1. There were 24 audits, see Annex A.\n\n2. Of these:\n\n   a) 12 were good\n"
    "   d) 12 were not\n\nTable 1: Grades\n\n| Team | Good |\n|---|---|\n| North | 12 |\n\n"
    "Annexes:\n\nAnnex A – Plan\n"
)


def fill_start(page):
    """Fills the page that starts a paper."""
    page.select_option("#id_series", label="Assurance report")
    page.select_option("#id_template", index=1)
    fill(page, title="Assurance report")
    page.click("summary:has-text('Change')")
    fill(page, slug="january-2016")
    page.select_option("#id_meeting", index=1)
    fill_date(page, "period_start", "1 7 2015")
    fill_date(page, "period_end", "31 12 2015")
    fill_date(page, "position", "1 12 2015")
    fill_date(page, "comparison", "1 1 2015")


def test_a_clerk_starts_a_paper_and_puts_every_kind_of_block_into_it(page, sign_in, prepared):
    sign_in(page, prepared)
    page.goto("/reports/start/")
    # All that is left is proposed.
    fill(page, title="")
    send_refused(page, "Start the report")
    fill_start(page)
    send(page, "Start the report", "The report has been started.")
    page.click("button:text-is('Save the dates')")
    page.click("#part-body ~ p >> text=/^Section/")
    fill(page, heading="What was done")
    send(page, "Save", "It has been added.")
    page.click(".draft-section summary")
    adding = page.locator(".draft-section .draft-add a[href*='add/paragraph']").first
    # Opened in a tab of its own it has the lists beside it.
    page.goto(adding.get_attribute("href"))
    a_paragraph_with_a_figure(page)
    page.goto(DRAFT)
    page.click("#part-body ~ p >> text=/^Chart/")
    a_chart_of_figures(page)
    page.goto(DRAFT)
    page.click("#part-body ~ p >> text=/^List from records/")
    page.select_option("#id_what", label="Reviews")
    page.click("text=Choose its columns")
    page.uncheck("text=Judgement")
    page.select_option("#id_within", label="All, whenever it was")
    page.wait_for_selector("#preview >> text=Inspection 1")
    assert_sound(page)
    page.click(SAVE)
    adding = page.locator("#part-recommendations ~ p >> text=/^Recommendation/")
    page.goto(adding.get_attribute("href"))
    a_recommendation_that_cites(page)
    assert_sound(page)
    assert "Who can fix it" in page.inner_text("#wrong-h ~ ul") or page.query_selector(
        "#wrong-h ~ ul a"
    )


def a_paragraph_with_a_figure(page):
    """Writes a paragraph, finds a figure by its words and puts it in at the caret."""
    page.fill("#id_text", "We looked after  children.")
    page.evaluate("document.querySelector('#id_text').setSelectionRange(16, 16)")
    open_lists(page)
    page.fill("#figures-filter", "children looked after december")
    page.locator("[data-insert='[[looked_after.children]]']").click()
    assert page.input_value("#id_text") == "We looked after [[looked_after.children]] children."
    page.wait_for_selector("#preview >> text=We looked after 188 children.")
    assert_sound(page)
    page.click(SAVE)
    page.wait_for_selector("text=We looked after 188 children.")
    assert_at(page, "#line-we-looked-after-children")


def a_chart_of_figures(page):
    """Searches a figure for a chart, ticks it and its dates, and writes what it shows."""
    page.fill("#rows-find", "children looked after")
    page.press("#rows-find", "Enter")
    page.check("text='Children looked after'")
    for day in ("1 December 2015", "1 January 2015"):
        page.check(f"label:has-text('{day}') >> nth=0")
    assert_sound(page)
    page.fill("#id_finding", "There were fewer.")
    page.wait_for_selector("#preview svg >> visible=true")
    send(page, "Save", "It has been added.")


def a_recommendation_that_cites(page):
    """Writes a recommendation and puts a citation into it, then a reason."""
    page.fill("#id_text", "note ")
    open_lists(page)
    page.fill("#cite-figures-filter", "we looked after")
    page.locator("[data-insert='[[para:we-looked-after-children]]']").click()
    page.fill("#id_reason", "The Committee asked for it.")
    page.wait_for_selector("#preview >> text=note paragraph 1")
    send(page, "Save", "It has been added.")


def open_commands(page, slug):
    """Opens the menu of what can be done with a block."""
    page.click(f"#line-{slug} .draft-add > summary")


@pytest.mark.long
def test_a_clerk_moves_removes_pastes_and_meets_another_clerk(page, sign_in, prepared):
    paper = drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(DRAFT)
    open_commands(page, "children")
    page.locator("#line-children >> text=/^Move up/").click()
    page.wait_for_selector("text=It has been moved")
    assert_at(page, "#line-children")
    page.set_viewport_size({"width": 1280, "height": 2400})
    page.drag_and_drop("#line-audits [data-handle]", "#line-purpose .draft-shown")
    page.wait_for_selector("#part-introduction ~ ol #line-audits")
    open_commands(page, "audits")
    page.locator("#line-audits >> text=/^Move to/").click()
    page.select_option("#id_to", value="in:work")
    page.click("button:text-is('Move it there')")
    page.wait_for_selector("#part-body ~ ol #line-audits")
    page.locator("#line-children >> text=/^Change/").press("Enter")
    page.wait_for_selector(".app-in-place textarea")
    paper.blocks.filter(slug="children").update(text="Theirs.", version=9)
    fill(page, text="Mine.")
    assert_changed_meanwhile(page)
    send(page, "Save", "Your change has been saved.")
    open_commands(page, "audits")
    page.locator("#line-audits >> text=/^Remove/").click()
    send(page, "Remove it", "It has been removed.")
    assert "Change " in page.inner_text("#wrong-h ~ ul")
    page.click("#part-introduction ~ p >> text=/^Several paragraphs/")
    fill(page, text="One.\n\nTwo.")
    page.click("button:text-is('Show how it is split')")
    assert_sound(page)
    send(page, "Add these 2", "2 blocks have been added.")


@pytest.fixture
def file(tmp_path):
    """A paper as text."""
    path = tmp_path / "update.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.long
def test_a_clerk_brings_an_older_paper_in_by_keyboard(page, sign_in, file, prepared):
    sign_in(page, prepared)
    page.goto("/reports/")
    follow(page, "a[href='/reports/import/']")
    follow(page, "main form button[type=submit]")
    assert_refused(page)
    assert_sound(page)
    page.set_input_files("input[type=file]", file)
    follow(page, "main form button[type=submit]")
    page.wait_for_selector("text=Check what was recognised")
    assert_sound(page)
    assert page.inner_text(".brought").count("24 audits") == 1
    page.fill("#id_title", "")
    follow(page, "main form button[type=submit]")
    assert_refused(page)
    page.fill("#id_title", "Half-yearly update")
    follow(page, "main form button[type=submit]")
    page.wait_for_selector("text=The draft has been made")
    assert Paper.objects.get().title == "Half-yearly update"
