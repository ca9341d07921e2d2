"""The scorecard of a meeting goes with a report as an annex."""

from datetime import date

import pytest
from django.urls import reverse

from reports.documents.document import text_of
from reports.editions.snapshot import draft
from reports.oversight.scorecard_file import scorecard_pdf
from tests.cast import clerk
from tests.make import drafts
from tests.make.oversight import frozen, scorecard
from tests.page_requests import drawn, errors, words

pytestmark = pytest.mark.django_db


def test_a_clerk_adds_a_scorecard_to_a_report_as_an_annex(client):
    client.force_login(clerk())
    kept = frozen(scorecard=scorecard(title="Scorecard of the board"))
    address = reverse("oversight:meeting-scorecard-annex", args=[kept.pk])
    assert address in words(client.get(reverse("oversight:meeting-scorecard", args=[kept.pk])))
    assert "No report is being written." in words(client.get(address))
    report = drafts.written(clerk())
    fields = drawn(client.get(address)) | {"report": report.pk}
    assert "Scorecard of the board as the meeting of 8 December 2015 had it" in fields["summary"]
    answer = client.post(address, fields, follow=True)
    assert "The scorecard is an annex of the report." in words(answer)
    enclosure = report.enclosures.get()
    assert enclosure.content() == scorecard_pdf(kept) and enclosure.accessible
    heading = "Scorecard of the board, 8 December 2015"
    printed = text_of(draft(report).sections)
    assert heading in printed and fields["summary"] in printed
    twice = client.post(address, fields)
    assert errors(twice) == {"report": ["This report has the scorecard as an annex already"]}
    report.blocks.filter(slug=enclosure.annex).update(removed_on=date(2016, 1, 20))
    again = client.post(address, fields, follow=True)
    assert "The scorecard is an annex of the report." in words(again)
    assert len({row.annex for row in report.enclosures.all()}) == 2
