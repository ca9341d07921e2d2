"""Nothing that was typed is lost: a closed page, a lost connection, an ended session."""

import pytest

from assurance.sign_in.models.sessions import Session
from reports.editor.models import AutosavedText
from tests.browser.reading import assert_sound
from tests.make import drafts

EDITOR = "/reports/assurance/january-2016/blocks/purpose/"
SAVE = "button:text-is('Save')"
TAKE = "text=Take them up"
NEWER = """() => {
    const form = document.querySelector("form[data-keep]");
    return Date.now() > Date.parse(form.dataset.unsavedAt) + 1500;
}"""


@pytest.mark.long
def test_what_was_typed_outlives_the_page_the_connection_and_the_session(page, sign_in, prepared):
    paper = drafts.written(prepared, with_records=False)
    sign_in(page, prepared)
    page.goto(EDITOR)
    page.fill("#id_text", "Typed and left.")
    page.wait_for_selector("[data-keep-status] >> text=Kept, not yet saved")
    assert AutosavedText.objects.get().words["text"] == "Typed and left."
    page.fill("#id_text", "Typed and left at once.")
    page.goto("/reports/")
    page.goto(EDITOR)
    page.locator(TAKE).first.wait_for()
    assert_sound(page)
    page.locator(f"{TAKE} >> visible=true").click()
    assert page.input_value("#id_text") == "Typed and left at once."
    # Words are newer than those the server keeps where they are so by more than two clocks differ.
    page.wait_for_function(NEWER)
    page.route("**/keep/**", lambda route: route.abort())
    page.fill("#id_text", "Typed without a connection.")
    page.wait_for_selector("[data-keep-status] >> text=The connection is lost.")
    page.goto(EDITOR)
    page.wait_for_selector("text=This browser has words")
    page.complaints.clear()  # the browser complains of the lost connection itself
    assert_sound(page)
    page.unroute("**/keep/**")
    page.click("[data-kept-take]")
    assert page.input_value("#id_text") == "Typed without a connection."
    Session.objects.all().delete()
    page.fill("#id_text", "Typed after the session.")
    page.wait_for_selector("[data-keep-status] >> text=You have been signed out.")
    page.click(SAVE)
    page.wait_for_selector("text=Your text is here")
    page.complaints.clear()  # nor of the 401
    assert_sound(page)
    sign_in(page, prepared)
    page.click("button:text-is('Save again')")
    page.wait_for_selector("text=Your change has been saved.")
    assert paper.blocks.get(slug="purpose").text == "Typed after the session."
    page.goto(EDITOR)
    assert page.input_value("#id_text") == "Typed after the session."
    assert page.locator(f"{TAKE} >> visible=true").count() == 0
