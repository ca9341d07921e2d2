"""A section that was asked of somebody is written with its figures as chips, and no others."""

import pytest
from django.urls import reverse

from reports.papers.models.contributions import ContributionRequest
from tests import cast
from tests.browser.chips.writing import press, write
from tests.browser.reading import assert_sound
from tests.make import asked, drafts

pytestmark = pytest.mark.long

BOX = "#block-audits .ProseMirror"
DONE = "[[audits.done @year]]"


@pytest.fixture
def theirs(writer, sign_in, prepared, built, settings):
    """The page of a manager who was asked for a section."""
    settings.CANDOUR_TODAY = drafts.ON.isoformat()
    paper = drafts.written(prepared, with_records=False)
    manager = cast.make_user("officer", name="Team Manager")
    own = {"paper": paper, "chosen": "block:work", "asked_of": manager}
    section = asked.contribution_request(**own)
    sign_in(writer, manager)
    writer.goto(reverse("contributions:contribution", args=[section.pk]))
    writer.wait_for_selector(f"{BOX} .app-chip")
    return writer


def test_who_contributes_sees_values_and_no_code(theirs):
    words = theirs.inner_text("main")
    assert "[[" not in words and "@year" not in words
    chip = theirs.locator(f"{BOX} .app-chip")
    assert chip.get_attribute("aria-label").startswith("2, Case-file audits done, 1 January 2015")
    buttons = theirs.locator("#block-audits [role=toolbar] button").all_inner_texts()
    assert "Insert" not in buttons and "List" in buttons
    assert_sound(theirs)


def test_what_is_written_around_a_chip_is_saved_with_its_token(theirs):
    theirs.focus(BOX)
    press(theirs, "Control+End")
    write(theirs, " Two were late/")
    theirs.click("button:text-is('Save, and go on later')")
    theirs.wait_for_selector("text=It has been saved.")
    saved = ContributionRequest.objects.get().words["text-audits"]
    assert saved == f"Managers audited {DONE} files. Two were late/"


def test_a_figure_that_was_not_given_is_not_asked_for(theirs):
    theirs.focus(BOX)
    press(theirs, "Control+End")
    write(theirs, "[[dbs.overdue]]")
    chip = theirs.locator(f"{BOX} .app-chip").last
    assert chip.inner_text() == "?"
    assert "Not one of the figures of this section" in chip.get_attribute("aria-label")


def test_codes_are_shown_to_who_asks_for_the_text(theirs):
    assert not theirs.is_visible("text=Figures in this section")
    theirs.click("button:text-is('Show as text')")
    assert DONE in theirs.input_value("#id_text-audits")
    assert theirs.is_visible("text=Figures in this section")
