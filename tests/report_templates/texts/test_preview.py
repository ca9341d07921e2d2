"""A template is seen as a new report would begin from it: with figures, and nothing stored."""

from datetime import date

import pytest

from assurance.records.history import HistoryEntry
from assurance.runtime.periods import When
from reports.papers.models.papers import Paper
from reports.report_templates.blocks.new_report import last_report, manuscript_of
from tests import cast
from tests.make import drafts, papers
from tests.page_requests import browser_of, words
from tests.report_templates.template_pages import address, part_of, press

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 7)


@pytest.fixture(autouse=True)
def the_day(settings):
    """The day on which the pages are opened."""
    settings.CANDOUR_TODAY = DAY.isoformat()


def issued(template, **fields):
    """A published report of the template, with its dates."""
    paper = papers.issued_paper(council=template.council, template=template, **fields)
    papers.edition(paper=paper)
    paper.named_dates.create(name="position", start=date(2015, 12, 1), end=date(2015, 12, 1))
    return Paper.objects.get(pk=paper.pk)


def test_it_has_the_figures_at_the_dates_of_the_last_report(browser, clerk, template):
    drafts.records(clerk.council)
    before = issued(template)
    counts = (Paper.objects.count(), HistoryEntry.objects.count())
    page = words(browser.get(address("preview-template", template)))
    assert f"at the dates of “{before.title}”, the last report" in page
    assert "On 1 December 2015 the council looked after" in page and "[[" not in page
    assert "Children counted on: 1 December 2015" in page
    assert "2. Quality of practice" in page or "Quality of practice" in page
    assert (Paper.objects.count(), HistoryEntry.objects.count()) == counts


def test_without_a_report_its_dates_are_proposed(browser, template):
    manuscript = manuscript_of(template, DAY)
    half = When(date(2015, 10, 1), date(2016, 3, 31))
    assert manuscript.period == half
    assert manuscript.names["position"] == When.at(half.end)
    assert manuscript.names["comparison"] == When.at(date(2015, 3, 31))
    assert manuscript.names["audits"] == half, "a figure of a period is quoted at it"
    assert manuscript.names["dbs"] == When.at(half.end)
    assert {when.label for when in manuscript.names.values()} == set(
        template.spec["dates"].values()
    )
    page = words(browser.get(address("preview-template", template)))
    assert "its dates are proposed" in page and "no value" in page


def test_a_month_is_proposed_where_a_figure_is_of_one(browser, template):
    text = "Due: [[dbs.due_in_month @renewals]]."
    row = press(browser, template, "add-date", label="Renewals")
    part_of(row, "body")["blocks"].append({"slug": "due", "kind": "paragraph", "text": text})
    row.save()
    march = When(date(2016, 3, 1), date(2016, 3, 31))
    assert manuscript_of(row, DAY).names["renewals"] == march


def test_standing_texts_of_another_time_are_left_out(browser, template):
    days = {"from_date_day": "1", "from_date_month": "1", "from_date_year": "2017"}
    row = press(browser, template, "template-text", "dbs-checks", **days)
    assert "dbs-checks" not in {block.slug for block in manuscript_of(row, DAY).blocks}
    assert "dbs-checks" in {block.slug for block in manuscript_of(row, date(2017, 1, 1)).blocks}


def test_the_last_report_is_of_the_template_before_that_of_another(clerk, template):
    other = issued(papers.report_template("york-2020", council=clerk.council), slug="later")
    assert last_report(template, clerk) == other
    own = issued(template, slug="own", period_end=date(2015, 6, 30), period_start=date(2015, 1, 1))
    series = papers.series("another", council=clerk.council, title="Another")
    Paper.objects.filter(pk=own.pk).update(series=series)
    assert last_report(template, clerk) == own


def test_who_may_not_read_drafts_sees_no_figure(browser, template):
    administrator = browser_of(cast.administrator())
    assert administrator.get(address("preview-template", template)).status_code == 403
    page = words(administrator.get(address("report-template", template)))
    assert "Preview a new report" not in page
    assert "Preview a new report" in words(browser.get(address("report-template", template)))
