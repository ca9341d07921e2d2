"""What a clerk and an officer press on the way to the report of July 2016."""

import re

from playwright.sync_api import expect

from assurance.accounts.models.accounts import User
from assurance.runtime.periods import today
from reports.papers.models.blocks import Block
from reports.papers.operations import papers
from tests.browser.chips.writing import choose, select, write
from tests.browser.chips.writing import press as press_keys
from tests.browser.forms import send

PASSWORD = "lantern-orchard-2016"
POPULATION = "Staff of the Children and Learning directorate"


def sign_in_as(page, name):
    """Comes in with an account's address and password."""
    page.goto("/sign-in/login/")
    page.fill("#id_login", f"{name}@eborford.example")
    page.fill("#id_password", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_selector("text=Your tasks")


def menu(page, *names):
    """Goes to a page of the menu, then of the menu within it."""
    for place, name in enumerate(names):
        page.locator("nav").nth(place).locator("a", has_text=name).click()


def press(page, name):
    """Presses a link or a button of the page itself, whose words begin with `name`."""
    of_words = re.compile(rf"^\s*{re.escape(name)}\b")
    page.locator("main").locator("a, button").filter(has_text=of_words).first.click()


def type_date(area, name, day):
    """Types a date such as `1 6 2016` into the three boxes of the date of that name."""
    group = area.get_by_role("group", name=name)
    for part, text in zip(("Day", "Month", "Year"), day.split(), strict=True):
        group.get_by_label(part, exact=True).fill(text)


def type_under(page, legend, entries):
    """Types into the boxes of one group of a form, by their labels; opens what is folded."""
    folded = page.locator("details.app-later:not([open]) > summary")
    while folded.count():
        folded.first.click()
    group = page.get_by_role("group", name=legend)
    for label, text in entries.items():
        group.get_by_label(label).first.fill(text)


def count_from_return(page, day):
    """An officer counts the children of a day from the return that covers it."""
    menu(page, "Looked-after children", "Returns")
    page.locator("tr:has-text('14 Dec 2015') a").first.click()
    press(page, "Count other dates")
    type_date(page, "Date", day)
    send(page, "Count the children", "201")


def enter_children(page):
    """An officer enters the count of 1 June 2016, which no return covers yet."""
    menu(page, "Looked-after children", "Every count")
    press(page, "Add a count of looked-after children")
    type_date(page, "Date of the count", "1 6 2016")
    page.get_by_label("Children in all").fill("196")
    page.get_by_label("Source", exact=True).fill("Monthly performance report, June 2016")
    parts = {"through an independent agency": "24", "Placed for adoption": "8", "Not broken": "164"}
    type_under(page, "Children by placement", parts)
    bands = {"Under 14": "146", "14 to 15": "22", "16 to 18": "28"}
    type_under(page, "Children by age, in the council’s own bands", bands)
    type_under(page, "Of all children", {"External residential placements": "12"})
    costs = {
        "independent agency: pounds": "51000",
        "independent agency: source": "Children's finance, June 2016",
        "residential placements: pounds": "172000",
        "residential placements: source": "Children's finance, June 2016",
    }
    type_under(page, "Average yearly cost of one placement", costs)
    send(page, "Save the count", "Count of looked-after children added.")


def enter_dbs_audit(page):
    """An officer enters the audit of 5 July 2016: its follow-up first loses 42 people."""
    menu(page, "DBS checks", "DBS audits")
    press(page, "Add a DBS audit")
    page.get_by_label("Population").select_option(label=POPULATION)
    type_date(page, "Date of the audit", "5 7 2016")
    type_date(page, "Position date", "8 7 2016")
    page.get_by_label("People who need a check").fill("355")
    page.get_by_label("Source").fill("DBS audit of July 2016")
    at_audit = {"In date": "288", "Due soon": "9", "Overdue, nothing applied for": "58"}
    type_under(page, "At the audit", at_audit)
    at_position = {**at_audit, "Overdue, nothing applied for": "42"}
    at_position["Overdue, re-check in progress"] = "16"
    type_under(page, "At the position date", at_position)
    followed = {"Re-checked since": "0", "Re-check in progress": "16"}
    type_under(page, "Outcome for those overdue at the audit", followed)
    type_under(page, "Coming re-checks", {"Due in the month of the audit": "9"})
    send(page, "Save", "add up to 16, which is fewer than the 58 of the whole")
    type_under(page, "Outcome for those", {"Nothing applied for yet": "42"})
    send(page, "Save", "DBS audit added.")


# --- what the clerk does


def start(page):
    """The clerk starts the next report from January's as it is proposed: its DBS position is of a
    day before the report's."""
    menu(page, "Reports")
    page.click("main a:has-text('from that of January 2016')")
    press(page, "Start the report")
    page.wait_for_selector("text=has been started from the last one")
    assert page.get_by_text("Asked by Robert Ainsley").count() == 3
    press(page, "The whole report, for editing")
    page.wait_for_selector("text=To be answered")


def open_report(page):
    """Opens the report of the half-year from the list of papers."""
    menu(page, "Reports")
    page.locator("tr", has_text="1 Jan 2016 to 30 Jun 2016").locator("a").first.click()


def part(page, place):
    """The link to a paragraph, table or chart for change, on the report's own page."""
    return page.get_by_role("link", name=re.compile(rf"^Change\s+{place}\b")).last


def open_part(page, place):
    """Opens a paragraph, table or chart for change as text: in its place, or on its own page."""
    part(page, place).press("Enter")
    page.wait_for_selector("main form[data-keep]")
    if page.locator("a:text-is('Show as text')").count():
        page.click("a:text-is('Show as text')")
        page.wait_for_selector("a:text-is('Choose by ticks')")


def change(page, place, replacements, label="Text"):
    """The clerk replaces words where they stand, and leaves every other sign as it is; gives what
    stood there before."""
    open_part(page, place)
    box = page.get_by_label(label, exact=True)
    before = box.input_value()
    box.fill(replaced(before, place, replacements))
    save_part(page)
    return before


def change_unseen(page, place, replacements):
    """The same of a paragraph, without its pages, which others have been shown on."""
    *_, series, slug, _, block, _ = part(page, place).get_attribute("href").split("/")
    row = Block.objects.get(paper__series__slug=series, paper__slug=slug, slug=block)
    clerk = User.objects.get(email="clerk@eborford.example")
    text = replaced(row.text, place, replacements)
    papers.change_block(block=row, version=row.version, words={"text": text}, by=clerk, on=today())


def replaced(text, place, replacements):
    """The text with each of the words in the place of others that stand there once."""
    for old, new in replacements:
        assert text.count(old) == 1, (place, old)
        text = text.replace(old, new)
    return text


def put_back(page, place, text, label="Text"):
    """The clerk puts back what stood there."""
    open_part(page, place)
    page.get_by_label(label, exact=True).fill(text)
    save_part(page)


def save_part(page):
    """Saves what is open: where it is read, the sentence may be that of the saving before."""
    send(page, "Save", "Your change has been saved.")
    page.wait_for_selector("main form[data-keep]", state="detached")


def tell_of_the_rest(page):
    """The clerk tells of the 42 for whom nothing had been applied, with their live figure, and no
    longer says of others that they were reminded, of which there is no record: where it is read,
    with chips, and without a sight of any code."""
    report = page.url
    *_, slug, _ = part(page, "paragraph 26").get_attribute("href").split("/")
    page.goto(f"{report.partition('?')[0]}sections/{slug}/")
    page.evaluate("localStorage.setItem('candour-as-text', 'no')")
    page.focus(f"#line-{slug}")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"#line-{slug} .ProseMirror .app-chip")
    assert "[[" not in page.inner_text("main")
    select(page, "the other ")
    press_keys(page, "Backspace")
    select(page, "were in progress.")
    press_keys(page, "ArrowRight")
    write(page, " None was made for the other ")
    choose(page, "nothing applied for yet")
    press_keys(page, "Enter")
    write(page, ".")
    select(page, ", and all of them have been reminded")
    press_keys(page, "Backspace", "Control+Enter")
    page.wait_for_selector(
        "[data-in-place-status]:has-text('Your change has been saved.')", state="attached"
    )
    expect(page.locator(f"#line-{slug}")).to_contain_text("None was made for the other 42.")
    page.goto(f"{report.partition('?')[0]}?whole=1")


def answer_supervision(page):
    """The clerk answers what was not kept: its day is another."""
    page.get_by_role(
        "link", name=re.compile("^Answer.*Take the results of the supervision")
    ).click()
    page.get_by_label("Changed to another date").check()
    page.get_by_label("Reason").fill("The audit has begun and its result is awaited.")
    type_date(page, "New date", "30 9 2016")
    send(page, "Save the answer", "The answer has been saved.")


def confirm(page, answers):
    """The clerk looks at all sections, and answers what was kept: `answers` maps words of a promise
    to what became of it and the paragraph that shows it."""
    press(page, "Check the copied text")
    press(page, "Show all sections on one page")
    for promise, (became, paragraph) in answers.items():
        place = page.locator("div", has_text=promise).filter(has=page.get_by_role("radio")).last
        place.get_by_label(became, exact=True).check()
        choice = place.get_by_label("Paragraph of this report that answers it")
        options = choice.locator("option").all_inner_texts()
        choice.select_option(next(one for one in options if one.startswith(paragraph)))
    press(page, "Save the answers")
    page.wait_for_selector("text=marked as looked at")


def accept(page, reason):
    """The clerk accepts the one warning that is left."""
    page.get_by_text("Look at it").click()
    page.get_by_label("Why is it right?").fill(reason)
    send(page, "Accept with this reason", "The warning is accepted with your reason.")


def causes(page):
    """What *Report checks* says of errors and warnings: (places, sentence) of each cause, once."""
    press(page, "Report checks")
    # Warnings of one rule are one line that opens.
    for folded in page.locator("[aria-labelledby=warnings] .app-causes-folded > summary").all():
        folded.click()
    rows = page.locator(
        "[aria-labelledby=errors] .app-cause, [aria-labelledby=warnings] .app-cause"
    ).evaluate_all(
        """all => all.map(one => [
            [...one.querySelectorAll(".app-cause__at > *")].map(each => each.innerText.trim())
                .map(text => text[0].toUpperCase() + text.slice(1)).join(", "),
            [...one.querySelectorAll(".app-cause__what, .app-cause__at, .app-cause__fix")]
                .map(each => each.matches(".app-cause__at")
                    ? /Who can fix it: [^]*/.exec(each.innerText)?.[0] ?? "" : each.innerText)
                .map(each => each.trim()).filter(Boolean).join(" ")
                .replace(/\\s*(Asked for|Ask for the record)[^]*/, ""),
        ])"""
    )
    return [tuple(row) for row in rows]


def send_for_approval(page):
    """The clerk sends the report."""
    open_report(page)
    press(page, "Send for approval")
    send(page, "Send for approval", "The report has been sent for approval.")


def approve(page, name):
    """An approver reads the report and approves it."""
    sign_in_as(page, name)
    press(page, "Read and decide")
    page.get_by_label("I have read").check()
    page.locator("main button", has_text=re.compile("^Approve")).click()
    page.wait_for_selector("text=/You have approved/")


def issue(page):
    """The clerk issues the approved report."""
    open_report(page)
    press(page, "Publish the report")
    send(page, "Publish the report", "The report is public.")


def name_a_document(page, numbers):
    """The clerk names a document as the source of each of some typed numbers."""
    press(page, "Settle the numbers that were typed")
    for number in numbers:
        choice = page.get_by_label(re.compile(rf"^Source of {number}, in"))
        choice.select_option(label="Source: structure chart of the service, 31 January 2015")
    send(page, "Save the numbers", "The numbers have been settled.")
