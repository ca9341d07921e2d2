"""The page of the next meeting is offered with its date, that of corrections where asked for."""

from datetime import date

import pytest

from reports.publication.search.direct.pages import offered_pages
from tests import cast
from tests.make import papers
from tests.sweeping import swept

pytestmark = pytest.mark.django_db


def test_the_next_meeting_is_offered_with_its_date(settings):
    settings.CANDOUR_TODAY = "2016-01-10"
    council = cast.make_council()
    [page] = offered_pages("when is the next meeting", council)
    assert page["about"].endswith("No date is published yet.")
    paper = papers.issued_paper()
    paper.meeting.date = date(2016, 2, 26)
    paper.meeting.save()
    [page] = offered_pages("when is the next meeting", council)
    assert page["about"].endswith(f"Next: {paper.meeting.body} on 26 February 2016.")


@swept(
    [
        ("why did the number of looked after children fall", False),
        ("children in care after 2016", False),
        ("looked after children 2016", False),
        ("what was corrected", True),
        ("what was changed after publication", True),
    ],
    named=lambda row: row[0],
)
def test_corrections_are_offered_only_where_they_are_asked_for(typed, is_offered):
    titles = [page["title"] for page in offered_pages(typed, cast.make_council())]
    assert ("Corrections to published reports" in titles) == is_offered, typed
