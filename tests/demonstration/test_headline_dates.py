"""No report of the demonstration opens with a number of long ago: what a report carries from the
one before goes on to its own year."""

from datetime import date, timedelta

import pytest

from reports.demonstration.load import REPORTS
from reports.documents.document import Headlines
from tests.demonstration.whole import document, newest

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
# A review may have ended a good half-year before the report on it.
OLDEST = timedelta(days=240)


def headline_ends(report):
    """(name, last day counted) of each headline figure of a report."""
    numbered = {str(entry.number): entry for entry in report.figures}
    blocks = [block for section in report.sections for block in getattr(section, "blocks", ())]
    for item in (item for block in blocks if isinstance(block, Headlines) for item in block.items):
        for run in item.value:
            if run.to in numbered:
                yield item.name, date.fromisoformat(numbered[run.to].end)


@pytest.mark.long
def test_no_headline_is_of_long_before_its_report(whole_demonstration):
    tried = 0
    for slug in REPORTS:
        issued_on = newest(slug).issued_on
        for name, end in headline_ends(document(slug)):
            tried += 1
            assert end <= issued_on, (slug, name)
            assert issued_on - end < OLDEST, (slug, name)
    assert tried > 25


def test_a_yearly_number_of_january_is_of_the_year_that_just_ended(whole_demonstration):
    for slug, year in (("january-2016", 2015), ("january-2017", 2016)):
        ends = dict(headline_ends(document(slug)))
        assert ends["Case files audited"] == date(year, 12, 31), slug
