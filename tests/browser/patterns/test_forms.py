"""A form as people meet it: by mouse, by keyboard, without script."""

import pytest

from tests.browser.reading import faults

pytestmark = pytest.mark.urls("tests.specimens.urls")
TYPED = {
    "#id_reference": "A 1",
    "#id_done_on_day": "3",
    "#id_done_on_month": "March",
    "#id_done_on_year": "2016",
    "#id_files": "2",
    "#id_text": "Clear",
}


def fill(page):
    for where, words in TYPED.items():
        page.fill(where, words)
    page.select_option("#id_team", "south")
    page.check("#id_grade_0")


def send(page):
    page.click("text=Save the audit")


@pytest.mark.long
def test_a_form_is_mended_by_the_list_of_what_is_wrong(page, skin):
    page.goto("/form/")
    check_boxes_are_square_and_radios_round(page, skin)
    send(page)
    page.wait_for_selector(".govuk-error-summary:focus")
    links = page.locator(".govuk-error-summary a")
    tops = [
        page.locator(links.nth(number).get_attribute("href")).bounding_box()["y"]
        for number in range(links.count())
    ]
    assert len(tops) == 6
    assert tops == sorted(tops)
    assert faults(page) == []
    fill(page)
    page.fill("#id_done_on_month", "Brumaire")
    send(page)
    page.click(".govuk-error-summary a")
    page.wait_for_selector("#id_done_on_month:focus")
    assert page.input_value("#id_done_on_month") == "Brumaire"
    assert page.input_value("#id_text") == "Clear"


def check_boxes_are_square_and_radios_round(page, skin):
    shapes = page.evaluate(
        """['#id_themes_0', '#id_grade_0', '#id_by_other_team'].map(one => {
        const input = document.querySelector(one);
        const drawn = getComputedStyle(input.nextElementSibling, '::before');
        return [input.type, drawn.content === 'none' ? '' : drawn.borderRadius];
        })"""
    )
    assert [kind for kind, _ in shapes] == ["checkbox", "radio", "checkbox"]
    assert (shapes[1][1] == "50%") is (skin == "govuk")
    assert shapes[0][1] != "50%" and shapes[2][1] != "50%"


@pytest.mark.long
def test_a_form_is_filled_and_sent_with_the_keyboard_alone(page, skin):
    page.goto("/form/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    assert page.locator(":focus").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.wait_for_selector("#main-content:focus")
    page.focus("#id_reference")
    keys = page.keyboard
    for words in ("A 1", "South", " ", "", "", "3", "March", "2016"):
        keys.type(words)
        keys.press("Tab")
        if words == " ":
            assert page.is_checked("#id_grade_0")
    page.focus("#id_files")
    keys.type("2")
    page.focus("#id_text")
    keys.type("Clear")
    page.focus("button[type=submit]")
    keys.press("Enter")
    page.wait_for_selector("text=Saved 2016-03-03")


@pytest.mark.long
def test_a_form_works_without_script_and_is_printed_without_buttons(without_script, skin):
    page = without_script
    page.goto("/form/")
    page.emulate_media(media="print")
    assert not page.is_visible("button[type=submit]")
    assert not page.is_visible(".govuk-footer")
    assert page.is_visible("h1")
    page.emulate_media(media="screen")
    send(page)
    assert page.locator(".govuk-error-summary a").count() == 6
    fill(page)
    send(page)
    assert page.inner_text("body") == "Saved 2016-03-03"
