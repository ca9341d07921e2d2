"""An officer's walk through reviews and their findings in a real browser."""

from datetime import date

import pytest

from assurance.reviews.models.findings import Finding, Review
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import officer
from tests.make.findings import finding, framework, review, theme

SAVE = "button:text-is('Save')"


@pytest.fixture
def reviews(transactional_db):
    """Thirty inspections, so that the list has two pages; the first has findings and a total."""
    framework()
    made = [review(stated_strengths=2) for _ in range(30)]
    under = theme(made[0], grade="Good")
    finding(review=made[0], theme=under, kind="strength", text="Clear plans", place="p. 4")
    finding(review=made[0], text="Late visits")
    theme(made[0], title="Care leavers")
    return made


def fill_review(page, title="Inspection of 2016"):
    """Fills the form of a review."""
    page.check("#id_kind_0")
    page.fill("#id_title", title)
    page.fill("#id_body", "The inspectorate")
    page.select_option("#id_framework", label="Single inspection framework (SIF)")
    for name, day in (("started_on", date(2016, 11, 14)), ("ended_on", date(2016, 12, 8))):
        for part in ("day", "month", "year"):
            page.fill(f"#id_{name}_{part}", str(getattr(day, part)))


@pytest.mark.parametrize("address", ["/reviews/", "/reviews/add/"])
def test_the_register_of_reviews_has_no_fault_in_either_look(page, skin, sign_in, reviews, address):
    sign_in(page, officer())
    page.goto(address)
    assert_sound(page)


def test_the_officers_walk_through_reviews_has_no_fault(page, built, sign_in, reviews):
    sign_in(page, officer())
    page.goto("/reviews/?published_from_day=31&published_from_month=2&published_from_year=2015")
    assert_sound(page)
    page.goto("/reviews/add/")
    page.click(SAVE)
    assert_refused(page)
    assert_sound(page)
    fill_review(page)
    page.select_option("#id_grade", label="Good")
    page.fill("#id_stated_strengths", "61")
    page.click(SAVE)
    page.wait_for_selector("text=Review added.")
    assert "Adoption performance" in page.inner_text("main")
    assert_sound(page)
    page.click("a:has-text('Change grade')")
    assert_at(page, "/change/#id_grade")
    Review.objects.filter(title="Inspection of 2016").update(version=2, body="Another body")
    page.click(SAVE)
    page.wait_for_selector("text=Someone else changed this while you were writing")
    page.complaints.clear()  # the browser complains of the status 409 itself
    assert_sound(page)
    page.click(SAVE)
    page.wait_for_selector("text=Review changed.")
    page.click("a:text-is('Withdraw')")
    assert_sound(page)
    page.fill("#id_because", "Entered twice")
    page.click("button:has-text('Withdraw')")
    page.wait_for_selector("text=Review withdrawn.")
    assert_sound(page)


def test_the_officers_walk_through_findings_has_no_fault(page, built, sign_in, reviews):
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[0].pk}/")
    assert_sound(page)
    page.click("a:text-is('Add a finding')")
    page.click(SAVE)
    assert_sound(page)
    page.check("#id_kind_1")
    page.fill("#id_text", "Plans lack dates.")
    page.click(SAVE)
    page.wait_for_selector("text=Finding added.")
    page.click("a:text-is('Area for development 2')")
    assert_sound(page)
    page.click("a:has-text('Change what was found')")
    assert_sound(page)
    page.goto(f"/reviews/{reviews[0].pk}/")
    page.click("a:text-is('Add a theme')")
    assert_sound(page)
    page.fill("#id_title", "Leadership")
    page.click(SAVE)
    page.wait_for_selector("text=Theme added.")
    page.click("main a:text-is('Leadership')")
    assert_sound(page)


@pytest.mark.parametrize("scripted", [True, False])
def test_several_findings_are_seen_and_kept(open_page, built, sign_in, reviews, scripted):
    page = open_page(java_script_enabled=scripted)
    sign_in(page, officer())
    page.goto(f"/reviews/{reviews[1].pk}/")
    page.click("a:text-is('Add several findings')")
    page.click("button:text-is('Continue')")
    assert "Enter at least one finding" in page.inner_text(".govuk-error-summary")
    page.check("#id_kind_0")
    page.fill("#id_lines", "One | p. 1\nTwo")
    page.click("button:text-is('Continue')")
    assert "2 to add, of the kind “Strength”" in page.inner_text("main")
    if scripted:
        assert_sound(page)
    page.click("button:text-is('Change them')")
    assert page.input_value("#id_lines") == "One | p. 1\nTwo"
    page.fill("#id_lines", "One | p. 1\nTwo\nThree")
    page.click("button:text-is('Continue')")
    page.click("button:text-is('Keep them')")
    assert "Findings added: 3." in page.inner_text("main")
    kept = Finding.objects.filter(review=reviews[1]).values_list("text", flat=True)
    assert list(kept) == ["One", "Two", "Three"]
