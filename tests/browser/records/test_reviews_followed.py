"""An officer's walk in a real browser: grades, a pasted table, what was said before, and files."""

from datetime import date

import pytest
from playwright.sync_api import expect

from assurance.reviews.models.findings import Finding
from tests.browser.keys import follow, typed
from tests.browser.reading import assert_refused, assert_sound
from tests.cast import officer
from tests.make.findings import finding, framework, outcomes, own_framework, review, theme

SAVE = "button:text-is('Save')"
TABLE = "Theme\tStrengths\tAreas for development\nPractice\t• Clear\n• Kind\t• Plans lack dates\n"
AGAIN = "Contingency plans lack dates and owners."


@pytest.fixture
def reviews(transactional_db):
    """An early peer review and a later inspection, which repeats it."""
    early = review(
        title="Peer review", kind="peer_review", started_on=date(2011, 2, 7),
        ended_on=date(2011, 2, 11), published_on=None,
    )  # fmt: skip
    late = review(title="Inspection", framework=framework(), response_received_on=date(2017, 2, 7))
    finding(review=early, text=AGAIN)
    finding(review=late, theme=theme(late), text=AGAIN)
    outcomes(late)
    own_framework()
    return early, late


def test_the_walk_through_what_follows_a_review_has_no_fault(page, built, sign_in, reviews):
    late = reviews[1]
    sign_in(page, officer())
    page.goto(f"/reviews/{late.pk}/")
    assert_sound(page)
    page.click("a:text-is('Grade the areas')")
    assert_sound(page)
    page.select_option("select", label="Good")
    page.click("button:text-is('Save the grades')")
    page.wait_for_selector("text=Grades saved.")
    page.click("a:text-is('Add a comparison of outcomes')")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    page.goto("/reviews/said-before/")
    assert_sound(page)
    page.click("a:has-text('Link them')")
    assert_sound(page)
    page.select_option("#id_said_before", index=1)
    page.click("button:text-is('Save the link')")
    page.wait_for_selector("text=Said 2 times since 7 February 2011")
    assert_sound(page)
    page.goto("/reviews/said-before/")
    assert_sound(page)
    for address in ("/reviews/waiting/", "/reviews/frameworks/", "/reviews/frameworks/add/"):
        page.goto(address)
        assert_sound(page)


def test_a_letter_is_attached_and_comes_back_as_it_was(page, built, sign_in, reviews):
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[0].pk}/")
    page.click("a:text-is('Attach a file')")
    page.click("button:text-is('Attach the file')")
    assert_refused(page)
    assert_sound(page)
    page.fill("#id_title", "Letter")
    letter = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF"}
    page.set_input_files("#id_file", letter)
    page.click("button:text-is('Attach the file')")
    page.wait_for_selector("text=File attached.")
    page.click("main a:text-is('Letter')")
    assert_sound(page)
    with page.expect_download() as taken:
        page.click("a:text-is('Download the file')")
    assert taken.value.suggested_filename == "letter.pdf"
    assert taken.value.path().read_bytes() == letter["buffer"]


def test_a_table_is_pasted_seen_and_kept_without_script(without_script, sign_in, reviews):
    page = without_script
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[0].pk}/findings/paste/")
    page.fill("#id_table", TABLE)
    page.click("button:text-is('Continue')")
    expect(page.locator("caption")).to_have_text("3 to add")
    page.click("button:text-is('Change the table')")
    assert page.input_value("#id_table") == TABLE
    page.click("button:text-is('Continue')")
    page.click("button:text-is('Keep them')")
    page.wait_for_selector("text=Findings added: 3.")
    assert Finding.objects.filter(kind="strength").count() == 2


def test_a_table_is_pasted_by_keyboard_alone_and_its_pages_have_no_fault(
    page, built, sign_in, reviews
):
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[0].pk}/")
    follow(page, "a[href$='/paste/']")
    assert_sound(page)
    typed(page, "#id_table", "Theme | Strengths\nPractice | Clear")
    follow(page, "main form button")
    expect(page.locator("caption")).to_have_text("1 to add")
    assert_sound(page)
    follow(page, "button[name=keep]")
    page.wait_for_selector("text=Findings added: 1.")
    assert_sound(page)
