"""A number typed in copied text that a figure has as its value becomes that figure by one press."""

import pytest

from assurance.records.history import HistoryEntry
from reports.editor.carry_forward.forms import GONE
from reports.editor.carry_forward.offer_views import ONE_LIVE, SEVERAL_LIVE
from reports.editor.carry_forward.offers import number_offers
from reports.papers.manuscript import read
from tests.editor.carry_forward.test_next_paper import following, records_of_2016
from tests.make import papers
from tests.make.drafts import written
from tests.page_requests import at, words

pytestmark = pytest.mark.django_db
TYPED = "We looked after 190 children on 1 June 2016."
ALSO = "The number of looked-after children, 190, was lower."
TOKEN = "[[looked_after.children]]"


@pytest.fixture
def report(clerk, browser):
    """The report after one that was written, with two sentences in which a count is typed."""
    records_of_2016(clerk.council)
    report = following(written(clerk), clerk)
    for slug, text in (("typed", TYPED), ("typed-again", ALSO)):
        of = {"slug": slug, "part": "body", "parent": report.blocks.get(slug="work")}
        papers.block(paper=report, text=text, carried_from=slug, **of)
    return report


def offers(report):
    return number_offers(read(report), {"typed", "typed-again", "audits"})


def fields(report, *slugs, use):
    """What a press sends: the versions that the page showed, and what it takes."""
    versions = report.blocks.versions(slugs or {"typed", "typed-again"})
    return {"use": use, **{f"version.{slug}": number for slug, number in versions.items()}}


def test_what_is_offered_has_the_number_as_its_value_now(report):
    rows = offers(report)
    assert [(row.typed.slug, row.typed.words) for row in rows] == [
        ("typed", "190"),
        ("typed-again", "190"),
    ]
    assert all(row.sure and row.choices[0].token == TOKEN for row in rows)


def test_one_press_makes_a_number_live_where_it_is_seen(browser, report):
    page = browser.get(at(report, "carried-section", "work"))
    to = at(report, "carried-numbers", "work")
    assert to in words(page) and "block=typed&amp;" in words(page)
    part = words(browser.get(f"{to}?block=typed", headers={"HX-Request": "true"}))
    assert '<div id="offers-typed" hx-swap-oob="true">' in part
    assert "Make 190 live: " in part
    entries = HistoryEntry.objects.count()
    use = offers(report)[0].pairs[0][0]
    done = browser.post(to, fields(report, use=use), follow=True)
    assert done.redirect_chain[0][0] == f"{at(report, 'carried-section', 'work')}#carried-typed"
    assert ONE_LIVE in words(done)
    assert report.blocks.get(slug="typed").text == TYPED.replace("190", TOKEN)
    assert report.blocks.get(slug="typed-again").text == ALSO
    assert HistoryEntry.objects.count() == entries + 1


def test_one_press_makes_all_live_that_are_sure_with_each_listed(browser, report):
    to = at(report, "carried-numbers", "work")
    page = words(browser.get(to))
    assert "Make all 2 live" in page and page.count("<strong>190</strong> (paragraph") == 2
    done = browser.post(to, fields(report, use="all"), follow=True)
    assert SEVERAL_LIVE.format(2) in words(done)
    texts = [report.blocks.get(slug=slug).text for slug in ("typed", "typed-again")]
    assert texts == [text.replace("190", TOKEN) for text in (TYPED, ALSO)]
    assert offers(report) == ()
    assert "No figure has a number typed here" in words(browser.get(to))


def test_what_is_taken_without_choice_or_after_a_change_is_refused(browser, report):
    to = at(report, "carried-numbers", "work")
    seen = fields(report, use="all")
    assert GONE in words(browser.post(to, {**seen, "use": "typed.text.0 [[no.such]]"}))
    report.blocks.filter(slug="typed").update(version=report.blocks.get(slug="typed").version + 1)
    refused = words(browser.post(to, seen))
    assert "There is a problem" in refused
    assert report.blocks.get(slug="typed").text == TYPED
