"""A member with a tablet: a copy of a report that was asked for, until it is removed, own notes
that are hidden until wanted, the dark look and large text."""

import pytest
from playwright.sync_api import expect

from reports.editions.models.removals import COURT
from reports.issue.operations import removals
from reports.papers.models.papers import Paper
from tests import cast
from tests.browser.reading import assert_sound, faults
from tests.issue.test_issue import frozen, published
from tests.make import drafts, readers

ADDRESS = "/netherby/reports/assurance/january-2016/"
KEPT = "A copy is on this device"
CACHES = "async () => (await caches.keys()).sort()"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
COPY = "candour-paper:/netherby/reports/assurance/january-2016/"
NOTES = "candour-notes:/netherby/reports/assurance/january-2016/"


@pytest.fixture
def issued(prepared):
    """The edition of a paper with a figure and an abbreviation, without its PDF."""
    written = drafts.written(prepared, with_records=False, title="Children's & families' checks")
    paper = drafts.sent_and_approved(written, prepared)
    return published(frozen(paper, prepared), prepared)


def member_on(page, sign_in):
    """A member who is signed in on this device."""
    reader = cast.member()
    sign_in(page, reader)
    return reader


def keep(page):
    """Presses for a copy and waits until it is there."""
    page.click("text=Keep a copy on this device")
    state = page.locator("[data-offline-state]")
    expect(state).to_contain_text(KEPT)
    return state


def test_a_copy_is_kept_only_when_asked_is_read_offline_and_goes_once_the_report_is_removed(
    page, issued
):
    page.goto(ADDRESS)
    expect(page.locator("[data-offline-keep]")).to_be_visible()
    expect(page.locator("[data-offline-drop]")).to_be_hidden()
    assert (page.evaluate(CACHES), page.evaluate(WORKERS)) == ([], 0)
    keep(page)
    assert page.evaluate(CACHES) == [COPY, "candour-shell"]
    page.context.set_offline(True)
    page.reload()
    expect(page.locator(".paper-kept")).to_contain_text("This is the copy that you kept")
    assert page.inner_text("#para-1")
    page.click("#para-3 a.figure >> nth=0")
    expect(page.locator("#open-figure .app-figure-value")).to_have_text("188")
    page.goto("/")
    expect(page.locator("[data-offline-status]")).to_contain_text("1 report is on this device")
    expect(page.locator("[data-offline-list] a")).to_have_text(f"{issued.title}, January 2016")
    page.context.set_offline(False)
    page.complaints.clear()
    removals.remove(
        paper=Paper.objects.get(pk=issued.paper_id),
        numbers=[issued.number],
        reason=COURT,
        explanation="The court asked for it.",
        by=cast.clerk(),
        on=drafts.ON,
    )
    page.goto("/offline/")
    expect(page.locator("[data-offline-status]")).to_contain_text("No report is on this device")
    assert page.evaluate(CACHES) == []


def test_a_copy_is_removed_from_its_report_and_from_the_list_with_all_that_came_with_it(
    page, issued
):
    page.goto(ADDRESS)
    state = keep(page)
    assert_sound(page)
    page.click("text=Remove the copy from this device")
    expect(state).to_have_text("The copy is removed from this device.")
    assert page.evaluate(CACHES) == []
    keep(page)
    page.goto("/offline/")
    assert_sound(page)
    page.click("text=Remove the copy")
    expect(page.locator("[data-offline-status]")).to_have_text("No report is on this device.")
    assert page.evaluate(CACHES) == []
    page.reload()
    expect(page.locator("[data-offline-status]")).to_have_text("No report is on this device.")
    assert page.evaluate(WORKERS) == 0


def test_own_notes_are_kept_with_the_copy_of_a_reader_who_is_signed_in_until_sign_out(
    page, issued, sign_in
):
    reader = member_on(page, sign_in)
    note = readers.reader_note(
        edition=issued, reader=reader, anchor="para-1", words="Ask <why>.\nThen when."
    )
    page.goto(ADDRESS)
    state = keep(page)
    expect(state).to_contain_text("Your note is kept with it until you sign out")
    assert page.evaluate(CACHES) == [NOTES, COPY, "candour-shell"]
    # The copy itself is the page of everybody: no account and no note in it.
    kept = page.evaluate(
        f"""async () => {{
            const cache = await caches.open("{COPY}");
            const all = await Promise.all((await cache.keys()).map(one => cache.match(one)));
            return (await Promise.all(all.map(one => one.text()))).join(" ");
        }}"""
    )
    assert "Ask &lt;why&gt;." not in kept and "Sign out" not in kept and "Sign in" in kept
    page.context.set_offline(True)
    page.reload()
    own = page.locator(".paper-kept-notes")
    expect(own.locator("summary")).to_have_text("Your notes (1)")
    expect(own.locator("li")).to_be_hidden()
    own.locator("summary").click()
    assert own.locator("li").inner_text() == f"Paragraph 1: {note.words}"
    page.context.set_offline(False)
    page.goto("/sign-in/logout/")
    page.click("main button")
    page.wait_for_load_state()
    assert page.evaluate(CACHES) == [COPY, "candour-shell"]
    page.complaints.clear()


def test_a_session_that_ended_elsewhere_takes_the_notes_along_with_the_next_page(
    page, issued, sign_in
):
    reader = member_on(page, sign_in)
    readers.reader_note(edition=issued, reader=reader, anchor="para-1", words="Ask why.")
    page.goto(ADDRESS)
    keep(page)
    page.context.clear_cookies()
    page.goto(ADDRESS)
    expect(page.locator("[data-offline-state]")).to_contain_text(KEPT)
    assert page.evaluate(CACHES) == [COPY, "candour-shell"]


def test_own_notes_are_hidden_until_wanted_and_the_device_remembers(page, issued, sign_in):
    reader = member_on(page, sign_in)
    readers.reader_note(edition=issued, reader=reader, anchor="para-1", words="Ask why.")
    page.goto(ADDRESS)
    note, add = page.locator(".paper-note"), page.locator(".paper-note-add >> nth=0")
    expect(note).to_be_hidden()
    expect(add).to_be_hidden()
    press = page.locator("button", has_text="Show your notes (1)")
    assert press.get_attribute("aria-expanded") == "false"
    press.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(add).to_be_visible()
    expect(page.locator("button", has_text="Hide your notes")).to_be_focused()
    assert_sound(page)
    page.reload()
    expect(note).to_be_visible()
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(add).to_be_hidden()
    page.emulate_media(media="screen")
    page.click("text=Hide your notes")
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.reload()
    expect(note).to_be_hidden()


def test_without_script_a_link_shows_the_notes(without_script, issued, sign_in):
    page = without_script
    reader = member_on(page, sign_in)
    readers.reader_note(edition=issued, reader=reader, anchor="para-1", words="Ask why.")
    page.goto(ADDRESS)
    expect(page.locator(".paper-note")).to_be_hidden()
    page.click("text=Show your notes (1)")
    expect(page.locator(".paper-note")).to_be_visible()
    page.click("text=Hide your notes")
    expect(page.locator(".paper-note")).to_be_hidden()


def test_the_dark_look_and_large_text_hold_from_page_to_page(page, issued):
    page.goto(ADDRESS)
    page.select_option("#look-colours", "dark")
    page.select_option("#look-size", "200")
    page.goto(f"{ADDRESS}figures/1/")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    assert page.evaluate("document.documentElement.dataset.size") == "200"
    page.select_option("#look-size", "")
    assert_sound(page)
    page.goto(ADDRESS)
    page.click("#para-3 a.figure >> nth=0")
    page.wait_for_selector("#open-figure")
    assert faults(page, widths=(1280,)) == []
