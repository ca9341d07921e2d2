"""What a new report proposes: its meeting, its period and the dates of its template."""

from datetime import date

import pytest

from assurance.runtime.periods import When, half_year, half_year_before
from reports.papers.models.papers import Paper
from tests.editor.pages.test_starting import START, starting
from tests.make import papers
from tests.page_requests import at, drawn

pytestmark = pytest.mark.django_db


@pytest.mark.long
def test_the_next_meeting_and_every_date_of_the_template_are_proposed(browser, settings):
    meeting = papers.meeting()
    settings.CANDOUR_TODAY = meeting.date.isoformat()
    page = browser.get(START)
    form = page.context["form"]
    period = half_year_before(half_year(meeting.date))
    values = [form[name].value() for name in ("meeting", "period_start", "period_end")]
    assert values == [meeting.pk, period.start, period.end]
    template = papers.report_template()
    dates = {"position": "Counted on", "comparison": "First counted on", "audits": "Audits done in"}
    template.spec["dates"] = {**dates, "dbs": "DBS position on"}
    template.save()
    browser.post(START, starting(position="", comparison=""))
    paper = Paper.objects.get()
    last = When.at(date(2015, 12, 31))
    assert {name: when.end for name, when in paper.names.items()} == {"position": last.end}
    # The other dates are saved as they are proposed.
    browser.post(at(paper, "dates"), drawn(browser.get(at(paper, "dates"))))
    assert {name: (when.start, when.end) for name, when in paper.names.items()} == {
        "position": (last.start, last.end),
        "comparison": (date(2015, 6, 30), date(2015, 6, 30)),
        "audits": (date(2015, 7, 1), date(2015, 12, 31)),
        "dbs": (last.start, last.end),
    }
