"""Templates by clicks alone: four unlike ones are made, a report is started from each and looks as
it was made; who writes a part is named and asked; a standing text is written with live figures."""

import pytest

from reports.papers.models.contributions import ContributionRequest
from reports.papers.models.papers import Paper
from tests import cast
from tests.browser.forms import fill, fill_date, send
from tests.browser.reading import assert_sound
from tests.make import drafts, papers

pytestmark = pytest.mark.long

SAVED = "The template has been saved."
TEMPLATE = "/committee/report-template/york-2017-sections-numbered-letters-within/"


@pytest.fixture
def keeper(built, transactional_db, settings):
    """A clerk whose council has records, a series, a meeting and posts, and no template."""
    settings.CANDOUR_TODAY = "2015-12-01"
    clerk = cast.clerk()
    drafts.records(clerk.council)
    papers.series(council=clerk.council)
    papers.meeting(council=clerk.council)
    return clerk


@pytest.fixture
def work(page, sign_in, keeper):
    """The page of a signed-in clerk."""
    sign_in(page, keeper)
    return page


def right(page, heading):
    """Waits for the page with this heading, and finds no fault in it."""
    page.wait_for_selector(f"h1:text-is('{heading}')")
    assert_sound(page)


def begin(page, example):
    """Starts a template from an example, under the title that the page offers; gives its title."""
    page.goto("/committee/report-templates/")
    right(page, "Report templates")
    page.click(f"a[href*='/examples/{example}/start/']")
    page.wait_for_selector("h1:text('Start from')")
    assert_sound(page)
    title = page.input_value("#id_title")
    send(page, "Make the template", "The template has been made.")
    assert_sound(page)
    return title


def press_part(page, part, words):
    """Opens the commands of a part and presses one."""
    page.click(f"#part-{part} .app-part__folded summary:has-text('Change')")
    page.click(f"#part-{part} .app-part__folded .app-part__actions >> text=/^{words}/")


def report_from(page, title, slug):
    """Starts a report from the template of that title; shows it as readers will have it."""
    page.goto("/reports/start/")
    page.select_option("#id_series", label="Assurance report")
    page.select_option("#id_template", label=title)
    fill(page, title="Assurance report")
    page.click("summary:has-text('Change')")
    fill(page, slug=slug)
    page.select_option("#id_meeting", index=1)
    for name, day in (
        ("period_start", "1 7 2015"),
        ("period_end", "31 12 2015"),
        ("position", "1 12 2015"),
        ("comparison", "1 1 2015"),
    ):
        fill_date(page, name, day)
    send(page, "Start the report", "The report has been started.")


def read(page, slug):
    """The lines of a report as its readers will have it."""
    page.goto(f"/reports/assurance/{slug}/preview/")
    assert_sound(page)
    return [line.strip() for line in page.inner_text(".paper-words").split("\n") if line.strip()]


def in_order(lines, *expected):
    """Whether some lines begin with `expected`, one behind the other."""
    rest = iter(lines)
    return all(any(line.startswith(text) for line in rest) for text in expected)


def test_paragraphs_are_numbered_within_numbered_sections(work):
    title = begin(work, "york-2016")
    work.click("text=Change the numbering")
    work.check("text=/^1\\.1, 1\\.2, 2\\.1/")
    right(work, "Numbering")
    send(work, "Save the numbering", SAVED)
    work.click("#part-introduction summary:has-text('How it is numbered')")
    introduction = work.inner_text("article:has(#part-introduction)")
    assert all(text in introduction for text in ("1. Introduction", "1.1", "1.2"))
    report_from(work, title, "decimal")
    text = " ".join(read(work, "decimal"))
    places = [
        text.index(each)
        for each in (
            *("1. Introduction", "1.1 This report", "1.2 Figures"),
            *("2. Safeguarding developments", "2.1", "2.2", "3. Looked-after children", "3.1"),
        )
    ]
    assert places == sorted(places)


def test_reasons_are_a_numbered_part_of_their_own(work):
    title = begin(work, "york-2020")
    press_part(work, "recommendations", "Change")
    work.check("text=/^In a part of their own/")
    right(work, "Change “Recommendations”")
    send(work, "Save the part", SAVED)
    press_part(work, "reasons", "Put last")
    work.wait_for_selector("article:last-of-type #part-reasons")
    report_from(work, title, "reasons")
    text = " ".join(read(work, "reasons"))
    reason = "The committee decides whether it needs more evidence."
    apart = text[text.rindex("Reasons for the recommendations") :]
    assert apart.split(reason)[0].split()[-1].rstrip(".").isdigit()
    assert text.count(reason) == 1
    assert text.index("Recommendations") < text.rindex("Reasons for the recommendations")


def test_recommendations_stand_before_the_body(work):
    title = begin(work, "york-2017")
    press_part(work, "recommendations", "Put first")
    work.wait_for_selector("article:first-of-type #part-recommendations")
    press_part(work, "recommendations", "Move down")
    work.wait_for_selector("article:first-of-type #part-head")
    assert work.inner_text("#name-recommendations") == "1. Recommendations"
    report_from(work, title, "first")
    assert in_order(
        read(work, "first"), "1. Recommendations", "2. Introduction", "3. Quality of practice"
    )


def test_report_number_and_agenda_item_stand_in_the_head(work):
    title = begin(work, "worcestershire-2016")
    press_part(work, "head", "Change")
    for place, row in enumerate(("Report number", "Agenda item", "Committee"), 1):
        work.select_option(f"#id_row_{place}", label=row)
    for place in range(4, 10):
        work.select_option(f"#id_row_{place}", label="No row")
    send(work, "Save the part", SAVED)
    press_part(work, "conclusion", "Remove")
    right(work, "Remove “Conclusion” from the template")
    send(work, "Remove it", SAVED)
    assert not work.locator("#part-conclusion").count()
    report_from(work, title, "head")
    work.goto("/reports/assurance/head/parts/")
    fill(work, report_number="CS/16/04", agenda_item="7")
    work.click("main form button[type=submit]")
    work.wait_for_load_state()
    text = " ".join(read(work, "head"))
    assert text.index("Report number") < text.index("CS/16/04") < text.index("Agenda item")
    assert "Conclusion" not in text


def test_who_writes_a_part_is_named_once_and_asked_by_one_press(work, keeper):
    manager = cast.make_user("officer", name="Adoption Manager", council=keeper.council)
    title = begin(work, "york-2017")
    press_part(work, "introduction", "Who writes it")
    right(work, "Who writes “Introduction”?")
    work.select_option("#id_asked_of", label=manager.name)
    fill(work, question="What changed in adoption since the last report?", days="2")
    send(work, "Save who writes it", SAVED)
    assert "Written by: Adoption Manager" in work.inner_text("#part-introduction")
    report_from(work, title, "asked")
    work.goto("/reports/assurance/asked/job/")
    assert_sound(work)
    assert "Not asked yet" in work.inner_text("main")
    assert not ContributionRequest.objects.exists()
    send(work, "Ask them all", "1 section has been asked for.")
    assert_sound(work)
    request = ContributionRequest.objects.get()
    assert (request.asked_of, request.title) == (manager, "Introduction")


def test_a_standing_text_is_written_with_chips_that_show_what_they_mean(writer, sign_in, keeper):
    work = writer
    sign_in(work, keeper)
    begin(work, "york-2017")
    press_part(work, "body", "Add a paragraph")
    work.wait_for_selector("[role=textbox]")
    assert_sound(work)
    work.click("[role=textbox]")
    work.keyboard.type("We cared for ", delay=25)
    work.click("button:text-is('Insert')")
    work.keyboard.type("children looked after", delay=25)
    work.wait_for_selector("[data-answers='children looked after']")
    assert work.locator(".app-chooser__kind").all_inner_texts() == ["All", "Figures", "Dates"]
    assert_sound(work)
    work.keyboard.press("Enter")
    chip = work.wait_for_selector(".app-chip")
    meaning = "children looked after, on the date ‘Children counted on’"
    assert chip.inner_text() == meaning
    work.keyboard.type(" children.", delay=25)
    assert work.input_value("#id_text").startswith("We cared for [[looked_after.children]]")
    send(work, "Save the template text", SAVED)
    last = work.locator("#part-body .app-part__standing li").last
    assert f"We cared for {meaning} children." in last.inner_text()
    # Moved by the keyboard alone.
    last.locator("summary").focus()
    work.keyboard.press("Enter")
    last.locator("button:has-text('Move up')").focus()
    work.keyboard.press("Enter")
    work.wait_for_selector(f"text={SAVED}")
    assert_sound(work)
    work.click("text=Preview a new report")
    work.wait_for_selector(".paper-words")
    assert_sound(work)
    assert not Paper.objects.exists()


@pytest.mark.parametrize("kind", ["paragraph", "section"])
def test_without_a_script_a_standing_text_is_written_with_tokens(
    without_script, sign_in, keeper, kind
):
    page = without_script
    sign_in(page, keeper)
    page.goto("/committee/report-templates/examples/york-2017/start/")
    send(page, "Make the template", "The template has been made.")
    page.click("#name-body")
    page.click("#part-body .app-part__folded summary >> nth=0")
    page.click(f"#part-body >> text=/^Add a {kind}/")
    if kind == "paragraph":
        assert "[[looked_after.children]]" in page.content()
        fill(page, text="On [[date:position]] we cared for [[looked_after.children]] children.")
    else:
        fill(page, heading="Learning")
    send(page, "Save the template text", SAVED)
    assert page.locator("#part-body .app-part__standing li").count() == 8


@pytest.mark.parametrize("example", ["york-2016", "york-2017"])
def test_on_a_telephone_the_parts_are_folded_and_open_where_a_link_leads(work, example):
    begin(work, example)
    work.set_viewport_size({"width": 320, "height": 640})
    work.reload()
    assert work.evaluate("document.documentElement.scrollHeight") < 3000
    part = work.locator("article:has(#part-body) > details")
    assert "template texts" in part.locator("summary").first.inner_text()
    assert part.get_attribute("open") is None
    part.locator("summary").first.focus()
    work.keyboard.press("Enter")
    assert part.get_attribute("open") is not None
    work.goto(f"{work.url.partition('#')[0]}#part-introduction")
    work.wait_for_selector("details[open]:has(> #part-introduction)")
    assert_sound(work)
    work.set_viewport_size({"width": 1280, "height": 900})
    work.reload()
    work.wait_for_selector("details[open]:has(> #part-body)")


def test_what_is_typed_in_a_standing_text_is_kept_by_the_browser_until_it_is_saved(work):
    begin(work, "york-2017")
    template = work.url
    press_part(work, "introduction", "Add a paragraph")
    work.wait_for_selector("#id_text")
    place = work.url
    work.type("#id_text", "Half a sentence", delay=10)
    work.wait_for_selector("text=Kept in this browser, not yet saved.")
    work.goto(template)
    work.goto(place)
    work.wait_for_selector("[data-browser-kept]:not([hidden]) >> text=Half a sentence")
    assert_sound(work)
    work.click("[data-kept-take]")
    assert work.input_value("#id_text") == "Half a sentence"
    send(work, "Save the template text", SAVED)
    work.goto(place)
    work.wait_for_selector("#id_text")
    assert work.is_hidden("[data-browser-kept]")
