"""The January 2016 paper from its files to its readers: imported, started from July's, confirmed,
sent, approved by two and issued; corrected once, read on a telephone, downloaded in every form."""

import hashlib
import json
import re
from datetime import date
from io import StringIO
from urllib.parse import urljoin

import pytest
from django.core.management import call_command

from assurance.accounts.access import Role
from assurance.accounts.models.accounts import Grant, User
from assurance.audits.models.case_audits import CaseAudit
from reports.approvals.models.approvals import ApprovalRule
from reports.demonstration import load
from reports.documents.document import from_json
from reports.editions.models.editions import Edition
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from tests.browser.forms import SAVE, fill_date, presses, steps_of
from tests.browser.journeys.january_words import AUDITS, EVENTS, WRITTEN
from tests.browser.journeys.test_public import TELEPHONE
from tests.browser.reading import assert_sound, open_notices
from tests.documents.test_every_form import figures_agree, tables_agree

JANUARY = "/reports/safeguarding/january-2016/"
ISSUED = f"/eborford{JANUARY}"
CLERK = "clerk@eborford.example"


def fill_named(page, place, name, *days):
    """Fills the row at `place` of the named days: its name, its day, the last day of a period."""
    page.fill(f"#id_name_{place}", name)
    for part, day in zip(("start", "end"), days, strict=False):
        fill_date(page, f"{part}_{place}", day)


@pytest.fixture
def july(transactional_db, tmp_path, settings):
    """The demonstration on its day, with the paper of July 2015 and nothing after it."""
    settings.CANDOUR_TODAY = load.DAY.isoformat()
    said = StringIO()
    options = {"day": "2016-01-15", "reports": ["july-2015"]}
    call_command("load_demonstration", to=tmp_path, stdout=said, **options)
    assert "january-2016" not in said.getvalue() and (tmp_path / "july-2015.pdf").exists()
    (paper,) = Paper.objects.all()
    assert [one.state for one in paper.commitments.all()] == ["open", "open"]
    assert paper.recommendations.count() == 3
    clerk = User.objects.get(email=CLERK)
    Grant.objects.create(user=clerk, role=Role.OFFICER, from_date=load.DAY)


@pytest.mark.dialect
def test_january_goes_from_its_files_to_its_readers(page, open_page, sign_in, built, july):
    clerk = User.objects.get(email=CLERK)
    sent = presses(page)
    come_in(page)
    import_files(page)
    start(page)
    draft_says_what_waits(page)
    write(page, clerk)
    confirm(page)
    press_step(page, "Send for approval")
    approvers = [*User.objects.filter(approval_rules__in=ApprovalRule.objects.all()).distinct()]
    assert len(approvers) == 2
    for one in approvers:
        sent += approve(signed_in_desk(open_page, sign_in, one))
    issue(page)
    assert steps_of(sent) == [
        *(
            "login",
            "import",
            "import",
            "next",
            "dates",
            "carried",
            "carried",
            "carried",
            "carried",
            "send",
            "approve",
            "approve",
            "issue",
        ),
    ]
    edition = Edition.objects.get(paper__slug="january-2016")
    assert_prints_what_is_held(edition)
    correct(page, clerk)
    for one in approvers:
        approve(signed_in_desk(open_page, sign_in, one))
    issue(page)
    read_on_a_telephone(open_page, sign_in)
    download_every_form(open_page())


def come_in(page):
    """Signs in with an address and a password."""
    page.goto("/sign-in/login/")
    page.fill("#id_login", CLERK)
    page.fill("#id_password", "lantern-orchard-2016")
    page.click("main button[type=submit]")


def import_files(page):
    """Chooses the half-year's files, looks at what they would do, and imports them."""
    page.goto("/import/")
    names = {"audits.csv": AUDITS, "events.csv": EVENTS}
    page.set_input_files(
        "#id_files",
        [
            {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
            for name, text in names.items()
        ],
    )
    page.click("text=Check these files")
    assert_sound(page)
    page.click("button:text-is('Import')")
    page.wait_for_selector("text=The files have been imported.")


def start(page):
    """Starts the report from the last one, then names two dates that it did not have."""
    page.goto("/reports/")
    page.click("text=/from that of July 2015/")
    assert_sound(page)
    assert page.input_value("#id_paper_date_day") == "18"
    for name, month in (("comparison", "1 1 2015"), ("position", "1 12 2015")):
        for part, text in zip(("day", "month", "year"), month.split(), strict=True):
            page.fill(f"#id_start_{name}_{part}", text)
    page.click("button:text-is('Start the report')")
    page.wait_for_selector("text=has been started from the last one")
    assert_sound(page)
    page.goto(f"{JANUARY}dates/")
    names = [page.input_value(f"#id_name_{place}") for place in range(4)]
    assert names == ["audits_2014", "comparison", "half_year", "position"]
    # The dates that have names already do not ask for them again.
    asking = page.locator("input[type=text][name^=name_]")
    page.click("text=Add a date or period")
    dbs, month = asking.evaluate_all("all => all.map(one => one.name.slice(5))")
    fill_named(page, dbs, "dbs_position", "15 1 2016")
    fill_named(page, month, "january_2016", "1 1 2016", "31 1 2016")
    page.click("button:text-is('Save the dates')")
    page.wait_for_selector("text=The dates have been saved")


def draft_says_what_waits(page):
    """The draft has at its top what was promised for it and what was carried."""
    assert_sound(page)
    said = page.inner_text("main")
    assert said.index("To be answered") < said.index("21 blocks have sentences to look at")


def write(page, clerk):
    """Saves the paragraphs that January tells in other words."""
    page.goto(f"{JANUARY}carried/")
    said = page.inner_text("main")
    assert "Sections to look at" in said
    for slug in [*WRITTEN][:2]:
        page.goto(f"{JANUARY}blocks/{slug}/")
        page.fill("#id_text", WRITTEN[slug])
        page.wait_for_selector("text=/The preview is up to date/", state="attached")
        page.click(SAVE)
        page.wait_for_selector("text=Your change has been saved.")
    for row in Block.objects.filter(paper__slug="january-2016", slug__in=[*WRITTEN][2:]):
        words = {"text": WRITTEN[row.slug]}
        papers.change_block(block=row, version=row.version, words=words, by=clerk, on=load.DAY)
    date_headlines(clerk)
    page.goto(JANUARY)


def date_headlines(clerk):
    """The headline figures of DBS checks take the day of January's own position."""
    row = Block.objects.get(paper__slug="january-2016", slug="headline-figures")
    text = json.dumps({"text": row.text, "data": row.data})
    for name in ("overdue", "needing_check"):
        text = text.replace(f"dbs.{name} @position", f"dbs.{name} @dbs_position")
    text = text.replace("At the last DBS audit", "At the DBS audit of 5 January 2016")
    words = json.loads(text)
    papers.change_block(block=row, version=row.version, words=words, by=clerk, on=load.DAY)


def confirm(page):
    """Looks at each section that needs a look, then answers and marks the rest, by keyboard."""
    page.click("text=Check the copied text")
    assert_sound(page)
    page.locator(".govuk-task-list a").first.press("Enter")
    page.wait_for_selector(".app-copied__press")
    while page.locator(".app-copied__press").count():
        assert_sound(page)
        with page.expect_navigation():
            page.get_by_role("button", name="Mark as looked at").press("Enter")
    for promise in page.get_by_role("radio", name="Kept", exact=True).all():
        promise.check()
    page.locator("main form button[type=submit]").press("Enter")
    page.wait_for_selector("text=is marked as looked at.")
    said = page.inner_text("main")
    assert "sentences to look at" not in said and "Begin the third" in said


def press_step(page, words):
    """Takes a step of the paper's own page."""
    page.goto(JANUARY)
    page.click(f"a:text-is('{words}')")
    assert_sound(page)
    page.click(f"button:text-is('{words}')")
    page.wait_for_selector("text=The report has been sent for approval.")


def signed_in_desk(open_page, sign_in, user):
    """A page of a browser in which somebody else is signed in."""
    desk = open_page()
    sign_in(desk, user)
    return desk


def approve(desk):
    """An approver reads and approves; gives the forms that were sent: none where an approval given
    before still stands."""
    sent = presses(desk)
    desk.goto(f"{JANUARY}approve/")
    assert_sound(desk)
    if desk.is_visible("#id_read"):
        desk.check("#id_read")
    button = desk.locator("button", has_text=re.compile("^Approve"))
    if button.count():
        button.click()
        desk.wait_for_selector("text=/You have approved/")
    return sent


def issue(page):
    """Issues the approved paper."""
    page.goto(f"{JANUARY}issue/")
    page.click("button:text-is('Publish the report')")
    page.wait_for_selector("text=The report is public.")


def assert_prints_what_is_held(edition):
    """What the edition prints is what the records hold, those of the files with them."""
    printed = {one.key: one.text for one in from_json(edition.document).figures}
    assert printed["dbs.needing_check"] == "351"
    rows = CaseAudit.objects.filter(withdrawn_on__isnull=True).values_list("audited_on", flat=True)
    found = sum(date(2015, 7, 1) <= day <= date(2015, 12, 31) for day in rows)
    assert CaseAudit.objects.filter(reference__startswith="CN-9").count() == 2
    figures = from_json(edition.document).figures
    assert str(found) in {one.text for one in figures if one.key == "audits.done"}


def correct(page, clerk):
    """Corrects a word, says what changed, and sends it again."""
    page.goto(f"{JANUARY}correct/")
    page.click("button:text-is('Correct this report')")
    row = Block.objects.get(paper__slug="january-2016", slug="purpose")
    words = {"text": row.text.replace("keeps", "goes about keeping")}
    papers.change_block(block=row, version=row.version, words=words, by=clerk, on=load.DAY)
    page.goto(f"{JANUARY}correction/")
    page.fill("#id_note", "The purpose says what the Council does.")
    page.click("button:text-is('Save the description')")
    press_step(page, "Send for approval")


def read_on_a_telephone(open_page, sign_in):
    """A member reads the corrected paper, and the edition before it."""
    page = open_page(viewport=TELEPHONE)
    sign_in(page, User.objects.get(email="member@eborford.example"))
    for address in (ISSUED, f"{ISSUED}edition-1/"):
        page.goto(address)
        open_notices(page)
        assert page.is_visible("text=The purpose says what the Council does.")
        assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
        assert page.is_visible("text=Decisions asked of members")
    page.goto(ISSUED)
    assert_sound(page)


def download_every_form(page):
    """Downloads every file that the paper offers; each is what the manifest says, and all say the
    same figures."""
    page.goto(ISSUED)
    offered = page.eval_on_selector_all("#download a", "found => found.map(one => one.href)")
    files = {one.rpartition("/")[2]: page.request.get(one).body() for one in offered}
    [manifest] = [json.loads(one) for name, one in files.items() if name.startswith("manifest")]
    for one in manifest["files"]:
        if one["name"] not in files:
            files[one["name"]] = page.request.get(urljoin(offered[0], one["name"])).body()
        assert hashlib.sha256(files[one["name"]]).hexdigest() == one["sha256"]
    assert {".html", ".pdf", ".docx", ".csv", ".json"} <= {
        f".{name.rpartition('.')[2]}" for name in files
    }
    edition = Edition.objects.get(paper__slug="january-2016", number=2)
    tables_agree(files)
    document = from_json(edition.document)
    # The children of a year before stand in “fell from 210 to 188” alone.
    [before] = [one.number for one in document.figures if one.text == "210"]
    assert figures_agree(files, document, compared=[before]) >= 5
