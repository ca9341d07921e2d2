"""A clerk publishes a report in the browser: the steps change by themselves and are announced once
each, a failure says what to do, and the end says where the report is."""

import pytest

from reports.documents import formats, subprocess
from reports.issue import jobs
from reports.issue.models.jobs import IssueJob
from reports.issue.operations import jobs as asking_to_issue
from reports.issue.operations import steps
from tests.browser.reading import assert_at, assert_sound
from tests.make import drafts

ISSUE = "/reports/assurance/january-2016/issue/"
PUBLIC = "/netherby/reports/assurance/january-2016/"
# Every text that the live region comes to have, as who listens hears it.
LISTEN = """() => { window.heard = [];
  const region = document.getElementById('issue-sentence');
  new MutationObserver(() => window.heard.push(region.textContent.trim()))
    .observe(region, {childList: true, characterData: true, subtree: true}); }"""


@pytest.fixture(autouse=True)
def quick_files(monkeypatch):
    """Files that say what they are, in place of rendered ones."""

    def made(document, stem, form):
        ending = formats.ENDINGS[form][0]
        return [formats.RenderedFile(f"{stem}{ending}", "text/plain", form.encode())]

    monkeypatch.setattr(subprocess, "made", made)


@pytest.fixture
def ready(prepared, settings):
    """The approved report; what is asked for waits, as it does where a worker does it."""
    settings.JOBS, settings.CANDOUR_TODAY = "worker", drafts.ON.isoformat()
    return drafts.sent_and_approved(drafts.written(prepared, with_records=False), prepared)


def keep(paper, form):
    """A file of the edition that is being published, made."""
    edition = paper.editions.get()
    files = subprocess.made(None, paper.slug, form)
    steps.keep_files(edition=edition, files=files, by=edition.issued_by, on=drafts.ON)


@pytest.mark.long
def test_the_steps_change_by_themselves_until_the_report_is_public(page, sign_in, prepared, ready):
    sign_in(page, prepared)
    page.goto(ISSUE)
    assert_sound(page)
    page.click("button:text-is('Publish the report')")
    page.wait_for_selector("#issue-sentence:has-text('Step 2 of 6: Web page.')")
    assert_sound(page)
    page.evaluate(LISTEN)
    keep(ready, formats.HTML)
    page.wait_for_selector("#issue-sentence:has-text('Step 3 of 6: PDF.')")
    # Two further looks that find the same are not announced.
    for _ in range(2):
        page.wait_for_event("response", lambda answer: answer.status == 204)
    assert page.evaluate("window.heard") == ["Step 3 of 6: PDF."]
    edition = ready.editions.get()
    jobs.finish(edition, by=edition.issued_by, on=drafts.ON)
    page.wait_for_selector("#issue-sentence:has-text('The report is public.')")
    page.wait_for_selector("#issue-state:not([hx-get])")
    assert "Figures and tables as data" in page.inner_text("main")
    assert_sound(page)
    page.click(f"a:has-text('{PUBLIC}')")
    assert_at(page, PUBLIC)


@pytest.mark.long
def test_what_stops_it_is_said_without_a_reload_and_it_is_published_again(
    page, sign_in, prepared, ready
):
    sign_in(page, prepared)
    page.goto(ISSUE)
    page.click("button:text-is('Publish the report')")
    page.wait_for_selector("#issue-state[hx-get]")
    said = {"sentence": "The disk of this service is full.", "again_at": None}
    run = IssueJob.objects.get()
    asking_to_issue.record_trouble(run=run, **said, by=prepared, on=drafts.ON)
    page.wait_for_selector("text=The disk of this service is full.")
    page.wait_for_selector("#issue-state:not([hx-get])")
    assert "The report is not public." in page.inner_text("#issue-sentence")
    assert_sound(page)
    page.click("a:text-is('Publish again')")
    page.click("button:text-is('Publish again')")
    page.wait_for_selector("#issue-sentence:has-text('Step 2 of 6')")


@pytest.mark.long
def test_without_script_a_link_looks_again(without_script, sign_in, prepared, ready):
    page = without_script
    sign_in(page, prepared)
    page.goto(ISSUE)
    page.click("button:text-is('Publish the report')")
    assert "Step 2 of 6" in page.inner_text("main")
    edition = ready.editions.get()
    jobs.finish(edition, by=edition.issued_by, on=drafts.ON)
    page.click("a:text-is('Look again now')")
    assert "The report is public." in page.inner_text("main")
