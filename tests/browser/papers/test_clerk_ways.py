"""A clerk's work by keyboard alone, without script, and beside the papers."""

from reports.papers.models.papers import Paper
from tests.browser.keys import follow, tab_to, typed
from tests.browser.reading import assert_at, faults
from tests.make import drafts, papers

SAVE = "button:text-is('Save')"
DRAFT = "/papers/assurance/january-2016/"
SEND = "a:text-is('Send for approval')"


def test_what_is_kept_beside_papers_has_no_fault(page, sign_in, prepared):
    papers.abbreviation()
    sign_in(page, prepared)
    for address in ("/papers/", "/committee/posts/", "/committee/meetings/add/"):
        page.goto(address)
        assert faults(page) == []


def test_a_paragraph_is_written_and_the_paper_sent_by_keyboard_alone(page, sign_in, prepared):
    drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(DRAFT)
    follow(page, "#line-purpose a[href*='/blocks/purpose/']:not([href*=remove])")
    typed(page, "#id_text", " And ")
    typed(page, "#figures-filter", "children december")
    tab_to(page, "[data-insert='[[looked_after.children]]']")
    page.keyboard.press("Enter")
    assert page.input_value("#id_text").endswith(" And [[looked_after.children]]")
    follow(page, "button[type=submit]")
    assert "Your change has been saved." in page.inner_text("main")
    page.goto(DRAFT)
    follow(page, "a[href$='/send/']")
    follow(page, "button[type=submit]")
    assert Paper.objects.get().status == Paper.SENT


def test_a_paper_is_written_sent_and_issued_without_script(without_script, sign_in, prepared):
    page, paper = without_script, drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(DRAFT)
    page.locator("#line-purpose >> text=/^Change/").click()
    page.fill("#id_text", "Told of [[looked_after.children]] children.")
    page.click(SAVE)
    page.click("a:text-is('See it as readers will')")
    assert "Told of 188 children." in page.inner_text("main")
    page.goto(DRAFT)
    page.click(SEND)
    page.click("button:text-is('Send for approval')")
    assert "by the Clerk" in page.inner_text("main")
    drafts.approve(paper)
    page.goto(DRAFT)
    page.click("a:text-is('Issue the paper')")
    page.click("button:text-is('Issue the paper')")
    assert "The paper has been issued." in page.inner_text("main")
    assert_at(page, "/netherby/papers/assurance/january-2016/")
