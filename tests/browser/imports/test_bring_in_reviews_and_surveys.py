"""A letter's findings, the plan that answers them and the results of a survey, each brought in from
a real-looking file and looked at in a spoiled one."""

import pytest
from playwright.sync_api import expect

from assurance.improvement.models.actions import Action
from assurance.reviews.models.findings import Finding
from assurance.surveys.models import Answer
from tests.browser.reading import assert_sound
from tests.cast import officer
from tests.make.findings import review
from tests.make.improvements import plan, priority
from tests.sources import ROOT

FILES = ROOT / "fixtures" / "imports"
# File → how many rows are added, changed, the same and refused, where the register is empty.
SPOILED = {
    "findings-spoiled.csv": ["1", "0", "1", "5"],
    "actions-spoiled.csv": ["1", "0", "0", "4"],
    "survey-results-spoiled.csv": ["1", "0", "0", "6"],
}


@pytest.fixture
def register(transactional_db, built):
    """The review and the plan that the files speak of."""
    review(title="Inspection of children's services, 2016")
    of = plan(title="Children's plan 2017")
    priority(of)
    priority(of)


def give(page, *names):
    """Gives files in and looks at what they would do."""
    page.goto("/bring-in/")
    page.set_input_files("#id_files", [FILES / name for name in names])
    page.click("text=Check these files")


def keep(page):
    """Brings them in."""
    page.click("button:text-is('Bring in')")
    page.wait_for_selector("text=The files have been brought in.")


def test_findings_actions_and_results_are_brought_in(page, register, sign_in):
    sign_in(page, officer())
    give(page, "findings.csv", "survey-results.csv")
    expect(page.locator(".app-tile__number")).to_have_text(["22", "0", "0", "0"])
    expect(page.locator("main")).to_contain_text("Themes that would be added")
    expect(page.locator("main")).to_contain_text("Questions that would be added")
    assert_sound(page)
    keep(page)
    assert Finding.objects.count() == 15
    give(page, "actions.csv")
    expect(page.locator(".app-tile__number")).to_have_text(["4", "0", "0", "0"])
    keep(page)
    answered = {one.reference: one.findings.count() for one in Action.objects.all()}
    assert answered == {"1.1": 1, "1.2": 2, "2.1": 1, "2.2": 1}
    words = {one.said for one in Answer.objects.select_related("wave", "question")}
    assert {"65%, base not known", "54%, base not known", "97%, base not known"} < words
    assert {"42 of 56, 75%", "42 of 57, 74%", "44 of 57, 77%"} < words
    give(page, "findings.csv")
    expect(page.locator(".app-tile__number")).to_have_text(["0", "0", "15", "0"])


def test_spoiled_files_are_told_row_by_row_without_script(without_script, register, sign_in):
    sign_in(without_script, officer())
    for name, counts in SPOILED.items():
        give(without_script, name)
        expect(without_script.locator(".app-tile__number")).to_have_text(counts)
    assert not Finding.objects.exists() and not Answer.objects.exists()
