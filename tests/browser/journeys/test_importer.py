"""Somebody who brings files in: a file of every kind, spoiled and good, several at once, mended
where rows were refused, undone, and given back. The yearly return is the children's data officer's.
"""

import csv
import io
import re

import pytest
from playwright.sync_api import expect

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.models import IMPORTED, ImportRun
from assurance.improvement.models.actions import Action
from assurance.looked_after.models.comparisons import PublishedFigure
from assurance.reviews.models.findings import Finding
from assurance.surveys.models import Answer
from tests.browser.forms import payload
from tests.browser.keys import follow, tab_to
from tests.browser.reading import assert_at, assert_sound
from tests.cast import officer
from tests.kinds.files import (
    DATA,
    FILES,
    POSTS,
    PUBLISHED,
    review_and_plan,
    what_they_speak_of,
)
from tests.make import people

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
    "QA-113": {"Repeats audit": ""},
    "QA-114": {"Kind of audit": ""},
    "QA-115": {"Method": "Desk", "Date shared": "14/10/2015"},
}
STAFF = ("workforce", "dbs-register", "dbs-rechecks", "update-service")
FIGURES = ("case-audits", "placement-costs", "national-comparison")


@pytest.fixture
def register(transactional_db, built):
    """What the files speak of."""
    what_they_speak_of()


@pytest.fixture
def reviewed(transactional_db, built):
    """The review and the plan that findings, actions and results speak of."""
    review_and_plan()
    people.posts(*POSTS)


def give(page, *files):
    """Gives files in, each a path or (name, bytes), and looks at what they would do."""
    told = [one if isinstance(one, tuple) else (one.name, one.read_bytes()) for one in files]
    page.goto("/import/")
    page.set_input_files("#id_files", [payload(*one) for one in told])
    page.click("text=Check these files")
    expect(page.locator("h1")).to_have_text("Check what these files would do")


def tiles(page):
    """Added, changed, same and refused, as the check page says."""
    return [
        int(one.replace(",", "")) for one in page.locator(".app-tile__number").all_inner_texts()
    ]


def keep(page):
    """Brings them in, once any warnings were looked at."""
    for box in page.locator("#id_looked").all():
        box.check()
    page.get_by_role("button", name=re.compile("^Import")).click()
    page.wait_for_selector("text=The files have been imported.")


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


def test_the_files_about_staff_are_imported_together(page, register, sign_in):
    sign_in(page, officer())
    give(page, *(FILES / f"{key}-spoiled.csv" for key in STAFF))
    assert tiles(page)[3] > 20
    for sentence in ("No one on the register has this reference.", "Write Yes or No."):
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
    undo(page, ImportRun.objects.get(state=IMPORTED))


def undo(page, run):
    """Looks at what a run wrote, and takes it back."""
    page.goto(f"/import/{run.pk}/")
    page.click("a:has-text('records that these files wrote')")
    expect(page.locator("h1")).to_have_text("Records that these files wrote")
    page.click("tbody th a >> nth=0")
    expect(page.locator(".app-history__what").first).to_contain_text("Added from a file")
    page.goto(f"/import/{run.pk}/")
    page.click("a:text-is('Undo')")
    page.click("button:text-is('Undo')")
    page.wait_for_selector("text=The register is as it was before these files.")


def test_refused_audits_are_mended_and_the_whole_of_the_published_file_comes_in(
    page, register, sign_in
):
    sign_in(page, officer())
    give(page, *(FILES / f"{key}-spoiled.csv" for key in FIGURES))
    assert tiles(page) == [2, 0, 0, 26]
    assert_sound(page)
    refused = downloaded(page, "a:has-text('CSV of the refused rows of Case audits')")
    keep(page)
    give(page, ("mended.csv", mended(refused, MENDED)), FILES / "placement-costs.csv")
    assert tiles(page) == [16, 0, 0, 0]
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


def test_findings_come_in_with_results_and_then_the_plan_that_answers_them(page, reviewed, sign_in):
    sign_in(page, officer())
    give(page, FILES / "findings.csv", FILES / "survey-results.csv")
    assert tiles(page) == [22, 0, 0, 0]
    # A survey that is new has new questions only, which are no surprise.
    expect(page.locator("main")).to_contain_text("Themes that would be added")
    expect(page.locator("main")).not_to_contain_text("Questions that would be added")
    keep(page)
    assert Finding.objects.count() == 15
    # What was done before the council used the service comes in by a policy of then.
    people.second_persons(actions=False, reason="Done before this service")
    give(page, FILES / "actions.csv")
    assert tiles(page) == [4, 0, 0, 0]
    keep(page)
    answered = {one.reference: one.findings.count() for one in Action.objects.all()}
    assert answered == {"1.1": 1, "1.2": 2, "2.1": 1, "2.2": 1}
    words = {one.said for one in Answer.objects.select_related("wave", "question")}
    assert {"65%, base not known", "54%, base not known", "97%, base not known"} < words
    assert {"42 of 56, 75%", "42 of 57, 74%", "44 of 57, 77%"} < words
    give(page, FILES / "findings.csv")
    assert tiles(page) == [0, 0, 15, 0]


def test_a_spoiled_file_is_worked_with_the_keyboard_and_without_script(
    without_script, register, sign_in
):
    page = without_script
    sign_in(page, officer())
    page.goto("/import/")
    page.click("text=Check these files")
    assert "Choose a file to import" in page.content()
    tab_to(page, "#id_files")
    page.set_input_files("#id_files", FILES / "case-audits-spoiled.csv")
    follow(page, "button[type=submit]")
    run = ImportRun.objects.get()
    tab_to(page, "a[href^='#row-']")
    row = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    assert_at(page, row)
    with page.expect_download() as refused:
        page.click("a[href$='refused.csv'] >> nth=0")
    assert refused.value.suggested_filename == f"refused-{run.pk}-1.csv"
    tab_to(page, "#id_looked")
    page.keyboard.press("Space")
    follow(page, "button[form=import]")
    page.wait_for_selector("text=The files have been imported.")
    assert CaseAudit.objects.filter(reference="QA-111").exists()
