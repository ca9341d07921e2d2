"""A file of every kind, spoiled and good, from the choosing of the files to the register: several
kinds at once. Findings, plans and surveys, and the yearly return, are walked in tests of their own.
"""

import csv
import io

import pytest
from playwright.sync_api import expect

from assurance.audits.models.case_audits import CaseAudit
from assurance.looked_after.models.comparisons import PublishedFigure
from tests.browser.reading import assert_sound
from tests.cast import officer
from tests.kinds.files import DATA, FILES, PUBLISHED, what_they_speak_of

MENDED = {
    "QA-101": {"Team": "North locality team"},
    "QA-102": {"Method": "Desk"},
    "QA-103": {"First grade": "Good"},
    "QA-104": {"Date shared": "28/07/2015"},
    "QA-105": {"Date shared": "05/08/2015"},
    "QA-106": {"Auditor role": "Practice Manager"},
    "QA-107": {"Auditor team": "", "Own team": "Yes"},
    "QA-108": {"Auditor team": "East locality team"},
    "QA-109": {"Audit round": ""},
    "QA-110": {"Themes": "Voice of the child"},
    "QA-112": {"Audit date": "24/09/2015"},
}
STAFF = ("workforce", "dbs-register", "dbs-rechecks", "update-service")
FIGURES = ("case-audits", "placement-costs", "national-comparison")
MATTERS = ("measures", "risks", "documents", "events")


@pytest.fixture
def register(transactional_db, built):
    """What the files speak of."""
    what_they_speak_of()


def give(page, *files):
    """Gives files in, each a path or (name, bytes), and looks at what they would do."""
    told = [one if isinstance(one, tuple) else (one.name, one.read_bytes()) for one in files]
    given = [{"name": name, "mimeType": "text/csv", "buffer": of} for name, of in told]
    page.goto("/bring-in/")
    page.set_input_files("#id_files", given)
    page.click("text=Check these files")
    expect(page.locator("h1")).to_have_text("Check what these files would do")


def tiles(page):
    """Added, changed, same and refused, as the check page says."""
    return [
        int(one.replace(",", "")) for one in page.locator(".app-tile__number").all_inner_texts()
    ]


def keep(page):
    """Brings them in."""
    page.click("button:text-is('Bring in')")
    page.wait_for_selector("text=The files have been brought in.")


def downloaded(page, selector):
    """What a link gives, as bytes."""
    with page.expect_download() as given:
        page.click(selector)
    return given.value.path().read_bytes()


def mended(content, rows):
    """A file of refused rows with its cells put right, by the audit that a row is of."""
    lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert all(line["Why it was refused"].endswith(".") for line in lines)
    held = io.StringIO()
    written = csv.DictWriter(held, list(lines[0]))
    written.writeheader()
    written.writerows({**line, **rows[line["Audit reference"]]} for line in lines)
    return held.getvalue().encode()


def test_the_files_about_staff_are_brought_in_together(page, register, sign_in):
    sign_in(page, officer())
    page.goto("/bring-in/")
    assert_sound(page)
    give(page, *(FILES / f"{key}-spoiled.csv" for key in STAFF))
    assert tiles(page)[3] > 20
    for sentence in ("Nobody on the register has this reference.", "Write Yes or No."):
        expect(page.locator("main")).to_contain_text(sentence)
    assert_sound(page)
    page.click("button:text-is('Leave it and forget these files')")
    give(page, *(FILES / f"{key}.csv" for key in STAFF))
    assert tiles(page) == [75, 0, 0, 0]
    keep(page)
    page.goto("/dbs/?text=Penhallow")
    expect(page.locator("main")).to_contain_text("Ash Penhallow")
    give(page, *(FILES / f"{key}.csv" for key in STAFF))
    assert tiles(page)[0] == tiles(page)[3] == 0


def test_refused_audits_are_mended_and_the_whole_of_the_published_file_comes_in(
    page, register, sign_in
):
    sign_in(page, officer())
    give(page, *(FILES / f"{key}-spoiled.csv" for key in FIGURES))
    assert tiles(page) == [2, 0, 0, 23]
    assert_sound(page)
    refused = downloaded(page, "a:has-text('CSV of the refused rows of Case audits')")
    keep(page)
    give(page, ("mended.csv", mended(refused, MENDED)), FILES / "placement-costs.csv")
    assert tiles(page) == [13, 0, 0, 0]
    keep(page)
    one = CaseAudit.objects.get(reference="QA-111")
    assert (str(one.auditor_team), str(one.round)) == (
        *("East locality team", "Case-file audit, July 2015"),
    )
    assert [theme.title for theme in one.themes.all()] == ["Plans without dates"]
    page.goto("/audits/?text=QA-1")
    expect(page.locator("main")).to_contain_text("QA-112")
    give(page, DATA / "dfe" / f"whole-{PUBLISHED}")
    assert tiles(page) == [2505 - 1, 1, 0, 0]
    assert_sound(page)
    keep(page)
    assert PublishedFigure.objects.count() == 2505


def test_what_is_kept_in_lists_is_brought_in_given_back_and_changes_nothing(
    without_script, register, sign_in
):
    page = without_script
    sign_in(page, officer())
    give(page, *(FILES / f"{key}-spoiled.csv" for key in MATTERS))
    assert tiles(page)[3] == 30
    page.click("button:text-is('Leave it and forget these files')")
    give(page, *(FILES / f"{key}.csv" for key in MATTERS))
    assert tiles(page) == [19, 0, 0, 0]
    keep(page)
    page.goto("/bring-in/")
    back = [
        (f"{key}.csv", downloaded(page, f"a[href$='standing/{key}.csv']"))
        for key in (*MATTERS, "workforce")
    ]
    give(page, *back[:4])
    assert tiles(page) == [0, 0, 19, 0]
    for address, words in (
        ("measures", "Average caseload"),
        ("risks", "3 × 4 = 12"),
        ("documents", "Storyboard of the front door"),
        ("events", "over 400"),
    ):
        page.goto(f"/matters/{address}/")
        expect(page.locator("main")).to_contain_text(words)
