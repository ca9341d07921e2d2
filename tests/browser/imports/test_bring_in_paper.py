"""An older paper brought in in a real browser, by keyboard and without script."""

import pytest

from reports.papers.models.papers import Paper
from tests.browser.keys import follow
from tests.browser.reading import assert_at, assert_refused, assert_sound
from tests.cast import clerk

TEXT = (
    "# Half-yearly update\n\nScrutiny Panel\n\n3 June 2020\n\nPage 1 of 2\n\n## Background\n\n"
    "1. There were 24 audits, see Annex A.\n\n2. Of these:\n\n   a) 12 were good\n"
    "   d) 12 were not\n\nTable 1: Grades\n\n| Team | Good |\n|---|---|\n| North | 12 |\n\n"
    "Annexes:\n\nAnnex A – Plan\n"
)


@pytest.fixture
def file(tmp_path):
    """A paper as text."""
    path = tmp_path / "update.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_paper_is_brought_in_by_keyboard(page, sign_in, file, transactional_db):
    sign_in(page, clerk())
    page.goto("/papers/")
    follow(page, "a[href='/papers/bring-in/']")
    assert_at(page, "/papers/bring-in/")
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
    assert_sound(page)
    page.fill("#id_title", "Half-yearly update")
    follow(page, "main form button[type=submit]")
    page.wait_for_selector("text=The draft has been made")
    assert_sound(page)
    assert Paper.objects.get().title == "Half-yearly update"


def test_a_paper_is_brought_in_without_script(without_script, sign_in, file, transactional_db):
    page = without_script
    sign_in(page, clerk())
    page.goto("/papers/bring-in/")
    page.set_input_files("input[type=file]", file)
    page.click("main form button[type=submit]")
    page.click("main form button[type=submit]")
    page.wait_for_selector("text=The draft has been made")
    assert Paper.objects.get().slug == "june-2020"
