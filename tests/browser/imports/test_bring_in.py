"""Bringing files in, in a real browser: a whole half-year's files at once, and a spoiled one with
the keyboard alone and without JavaScript."""

import pytest
from playwright.sync_api import expect

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import kinds
from assurance.imports.models import ImportRun
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_at, assert_sound
from tests.cast import officer
from tests.make import audits, imports, people

HEADINGS = "Ref;Date of audit;Service;Team;Auditor;Shared with worker;Strengths;Postcode;Budget"
TEAMS = "Service,Team,From\nChild in Need,East,01/04/2012\nChild in Need,West,13/04/2012\n"


@pytest.fixture(autouse=True)
def small_kinds(monkeypatch):
    """The kinds of the tests alone are declared."""
    monkeypatch.setattr(kinds, "KINDS", imports.KINDS)


def audit(number, day="31/01/2015", shared="13/02/2015", strengths="Clear plan"):
    """A line of an audit tool's export."""
    who = "Child in Need;North;Practice Manager"
    return f"CA-{number};{day};{who};{shared};{strengths};ZZ1 1ZZ;7"


def payload(name, text):
    """A file as the browser is given it; what a Windows computer writes."""
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode("cp1252")}


@pytest.fixture
def register(transactional_db, built):
    """An audit that the file changes, one that it leaves alone, and one it does not speak of."""
    north = people.team("North")
    audits.case_audit(reference="CA-1", team=north)
    audits.case_audit(reference="CA-99", team=north)


@pytest.fixture
def good():
    """An export of sixty audits, and the teams beside it."""
    lines = [HEADINGS, *(audit(number) for number in range(1, 61))]
    return [payload("audits.csv", "\r\n".join(lines)), payload("teams.csv", TEAMS)]


@pytest.fixture
def spoiled(tmp_path):
    """An export with days that cannot be, a row twice and a long one."""
    lines = [
        HEADINGS,
        audit(1),
        audit(2, day="30/02/2015"),
        audit(3, shared="01/01/2015"),
        audit(4),
        audit(4),
        audit(5, strengths="<b>x</b>" * 300),
    ]
    path = tmp_path / "spoiled.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def test_files_of_a_half_year_are_brought_in_and_undone(page, register, sign_in, good):
    sign_in(page, officer())
    page.goto("/bring-in/")
    assert_sound(page)
    page.set_input_files("#id_files", good)
    page.click("text=Check these files")
    expect(page.locator("h1")).to_have_text("Check what these files would do")
    tiles = page.locator(".app-tile__number")
    expect(tiles).to_have_text(["61", "1", "0", "0"])
    assert "Left out while reading, because nobody here may hold them: Postcode" in page.content()
    assert_sound(page)
    page.click("text=How the columns of “audits.csv” were read")
    assert_sound(page)
    page.click("a:has-text('1 to be changed')")
    expect(page.locator("h1")).to_have_text("Rows to be changed")
    assert_sound(page)
    page.go_back()
    page.click("button:text-is('Bring in')")
    page.wait_for_selector("text=The files have been brought in.")
    assert CaseAudit.objects.count() == 61
    assert_sound(page)
    page.click("a:has-text('records that these files wrote')")
    expect(page.locator("h1")).to_have_text("Records that these files wrote")
    assert_sound(page)
    page.click("th a:has-text('CA-2')")
    expect(page.locator(".app-history__what")).to_contain_text("Added from a file")
    assert_sound(page)
    page.click(".app-history__what a")
    page.click("a:text-is('Undo')")
    assert_sound(page)
    page.click("button:text-is('Undo')")
    page.wait_for_selector("text=The register is as it was before these files.")
    assert CaseAudit.objects.count() == 2
    page.goto("/bring-in/earlier/")
    assert_sound(page)


def test_a_spoiled_file_is_worked_with_the_keyboard_and_without_script(
    without_script, register, sign_in, spoiled
):
    page = without_script
    sign_in(page, officer())
    page.goto("/bring-in/")
    tab_to(page, "#id_files")
    page.set_input_files("#id_files", spoiled)
    follow(page, "button[type=submit]")
    run = ImportRun.objects.get()
    expect(page.locator(".app-tile__number")).to_have_text(["1", "1", "1", "3"])
    assert page.locator("#row-3").inner_text().startswith("3")
    tab_to(page, "a[href='#row-4']")
    page.keyboard.press("Enter")
    assert_at(page, "#row-4")
    with page.expect_download() as refused:
        page.click("a[href$='refused.csv']")
    assert refused.value.suggested_filename == f"refused-{run.pk}-1.csv"
    follow(page, f"form[action='/bring-in/{run.pk}/bring-in/'] button")
    page.wait_for_selector("text=The files have been brought in.")
    assert sorted(CaseAudit.objects.values_list("reference", flat=True)) == [
        *("CA-1", "CA-4", "CA-99"),
    ]


def test_what_has_to_be_asked_has_no_fault_in_either_look(page, skin, sign_in, transactional_db):
    sign_in(page, officer())
    page.goto("/bring-in/")
    page.click("text=Check these files")
    assert "Choose a file to bring in" in page.content()
    assert_sound(page)
    asked = payload("audits.csv", f"{HEADINGS}\r\n{audit(1, day='03/04/2014')}")
    page.set_input_files("#id_files", [asked, payload("other.csv", "What,Ever\n1,2\n")])
    page.click("text=Check these files")
    expect(page.locator("h1")).to_have_text("Check what these files would do")
    assert_sound(page)
