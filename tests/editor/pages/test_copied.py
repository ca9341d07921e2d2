"""The pages of copied text: by section, beside last time's words, each confirmed in one press."""

from datetime import date

import pytest

from reports.editor.carry_forward.review import sections_to_confirm
from reports.papers import looks
from reports.papers.manuscript import read
from reports.papers.sentences import looked
from tests.editor.carry_forward.test_next_paper import following, marks, records_of_2016
from tests.make import audits, papers
from tests.make.drafts import written
from tests.make.promised import commitment
from tests.page_requests import at, drawn, errors, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(clerk, browser):
    """The report after one that was written, with records for its dates."""
    records_of_2016(clerk.council)
    return following(written(clerk), clerk)


def section_page(browser, report, slug):
    """The page of one section's copied text."""
    return browser.get(at(report, "carried-section", slug))


def shown_marks(page):
    """Slug → key → digest that the form of a page would send."""
    pairs = {
        name.removeprefix("seen_"): value for name, value in drawn(page).items() if "seen_" in name
    }
    return {slug: dict(pair.split(":") for pair in value.split()) for slug, value in pairs.items()}


@pytest.mark.long
def test_every_sentence_that_waits_stands_on_the_page_of_one_section_or_is_quiet(browser, report):
    overview = browser.get(at(report, "carried"))
    found = shown_marks(overview)
    for section in overview.context["sections"]:
        found |= shown_marks(section_page(browser, report, section.slug))
    assert found == marks(report)
    whole = browser.get(at(report, "carried", whole=1))
    assert shown_marks(whole) == marks(report)
    quiet = [section.slug for section in overview.context["rows"]]
    assert "with nothing to check</button>" in words(overview) and quiet
    assert not any(row.count for row in sections_to_confirm(report) if row.slug in quiet)


@pytest.mark.long
def test_pressing_each_section_and_then_the_quiet_ones_leaves_nothing(browser, report):
    sections = [row for row in sections_to_confirm(report) if row.count]
    address = at(report, "carried-section", sections[0].slug)
    pressed = 0
    while "carried/" in address and address != at(report, "carried"):
        answer = browser.post(address, drawn(browser.get(address)))
        address, pressed = answer.url, pressed + 1
    assert pressed == len(sections)
    overview = browser.get(address)
    answer = browser.post(address, drawn(overview))
    assert answer.url == at(report, "draft")
    assert looks.waiting(read(report)) == {}
    assert "No copied text waits for a look." in words(browser.get(address))
    assert section_page(browser, report, sections[0].slug).url == at(report, "carried")


@pytest.mark.long
def test_last_time_stands_beside_now_with_what_changed_marked(browser, report):
    section = next(row for row in sections_to_confirm(report) if row.count)
    text = words(section_page(browser, report, section.slug))
    pair = text.partition('id="carried-audits"')[2].partition("</section>")[0]
    assert "Managers audited <del>2 </del>files." in pair
    assert "Managers audited <ins>1 </ins>files." in pair
    assert "A figure or a date in it has changed." in pair
    assert "[[" not in text.partition("<main")[2] and "@position" not in text


def test_what_changed_while_the_page_was_open_waits_on(browser, clerk, report):
    section = next(row for row in sections_to_confirm(report) if row.count)
    page = section_page(browser, report, section.slug)
    audits.case_audit(council=clerk.council, audited_on=date(2016, 3, 3))
    answer = browser.post(at(report, "carried-section", section.slug), drawn(page))
    assert answer.url == at(report, "carried-section", section.slug)
    assert "has changed since you opened the page" in words(browser.get(answer.url))
    assert "audits" in marks(report)


@pytest.mark.long
def test_a_page_that_shows_nothing_true_any_more_is_refused(browser, clerk, report):
    section = next(row for row in sections_to_confirm(report) if row.count)
    page = section_page(browser, report, section.slug)
    stale = {name: value and "0" * len(value) for name, value in drawn(page).items()}
    stale = {name: value if "seen_" in name else "" for name, value in stale.items()}
    for rubbish in (stale, dict.fromkeys(stale, "no mark : at :: all")):
        answer = browser.post(at(report, "carried-section", section.slug), rubbish)
        assert answer.status_code == 200 and "look again" in str(errors(answer))
    assert section.slug in {row.slug for row in sections_to_confirm(report)}


@pytest.mark.long
def test_a_commitment_is_answered_and_the_quiet_sections_marked_in_one_press(browser, report):
    before = type(report).objects.get(slug=report.carried_from)
    promise = commitment(paper=before, due_on=date(2016, 3, 1))
    overview = browser.get(at(report, "carried"))
    assert "Save the answers and mark the" in words(overview)
    answer = browser.post(
        at(report, "carried"), {**drawn(overview), f"became_{promise.pk}": "kept"}
    )
    assert answer.url == at(report, "carried")
    assert not browser.get(answer.url).context["rows"]
    assert not browser.get(answer.url).context["promised"]
    odd = {f"answer_{promise.pk}": "work"}
    assert browser.post(at(report, "carried"), odd).status_code in (200, 302)


@pytest.mark.long
def test_all_of_it_is_marked_in_one_press_where_all_of_it_is_shown(browser, report):
    whole = browser.get(at(report, "carried", whole=1))
    assert "Mark all sections as looked at</button>" in words(whole)
    assert "<del>2 </del>" in words(whole)
    answer = browser.post(at(report, "carried", whole=1), drawn(whole))
    assert answer.url == at(report, "draft") and looks.waiting(read(report)) == {}


@pytest.mark.long
def test_no_code_is_shown_for_a_figure_without_a_value(browser, clerk, report):
    text = "We audited [[audits.done @2031-01-01..2031-12-31]] and [[no.such]] files."
    papers.block(paper=report, part="body", slug="lacking", carried_from="no-such", text=text)
    page = words(section_page(browser, report, "body"))
    assert "and – files." in page and "has no record for its date yet" in page
    assert "[[" not in page.partition("<main")[2]


@pytest.mark.long
def test_a_list_and_what_was_not_published_say_so(browser, clerk, report):
    data = {"records": {"what": "reviews", "columns": ["title"]}}
    own = {"paper": report, "part": "body", "carried_from": "no-such"}
    papers.block(**own, slug="listed", kind="records", data=data)
    papers.block(**own, slug="odd", text="In March 2014 it opened.")
    text = words(section_page(browser, report, "body"))
    assert "A list from the records." in text and "Not in the last report" in text
    assert looked(looks.waiting(read(report))["listed"]) == marks(report)["listed"]
