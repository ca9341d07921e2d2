"""Small numbers of staff: an approver may publish one with a reason; of children nobody may."""

from datetime import date

import pytest

from assurance.records.refusals import Refused
from reports.approvals.operations import releases
from reports.documents.document import text_of
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from tests import cast
from tests.make import looked_after, matters
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db
DAY = date(2015, 12, 1)
STAFF = "[[measures.people:unchecked]]"
CHILDREN = "[[looked_after.placement:agency_foster @2015-06-30]]"


@pytest.fixture
def paper():
    """A draft that quotes a small number of staff and one of children."""
    clerk = cast.clerk()
    measure = matters.measure(slug="unchecked", of_people=True, council=clerk.council)
    matters.value(measure=measure, to_date=DAY, value=2)
    parts = {"placement": {"agency_foster": 3, "not_broken_down": 37}}
    looked_after.census(council=clerk.council, date=date(2015, 6, 30), total=40, parts=parts)
    text = f"Without a check were {STAFF} members of staff. Agencies cared for {CHILDREN} children."
    block = {"slug": "few", "part": "introduction", "kind": "paragraph", "text": text}
    return written(clerk, block)


def public(paper):
    """(the words that the public reads, exact value by the key's first part)."""
    made = assembled(read(paper))
    exact = {item.exact.key.partition(".")[0]: item.exact for item in made.traced}
    return text_of(made.document.sections), exact


def release(paper, value, reason="One person, who knows of it.", by=None):
    """The decision of an approver."""
    by = by or cast.approver(paper.council)
    return releases.release_number(paper=paper, value=value, reason=reason, by=by, on=ON)


def test_an_approver_publishes_a_small_number_of_staff_with_a_reason_and_takes_it_back(paper):
    words, exact = public(paper)
    assert "Without a check were a number of members of staff, not shown." in words
    with pytest.raises(Refused, match="Enter why this number may be published"):
        release(paper, exact["measures"], reason=" ")
    row = release(paper, exact["measures"])
    words, _ = public(paper)
    assert "Without a check were 2 members of staff." in words
    assert "cared for a number of children, not shown." in words
    with pytest.raises(Refused, match="already"):
        release(paper, exact["measures"])
    releases.end_release(release=row, by=row.released_by, on=ON)
    assert "2 members of staff" not in public(paper)[0]


def test_a_small_number_of_children_is_never_published(paper):
    _, exact = public(paper)
    with pytest.raises(Refused, match="never published"):
        release(paper, exact["looked_after"])
    manuscript = read(paper)
    manuscript.released[exact["looked_after"].identity] = 3
    assert "cared for a number of children" in text_of(assembled(manuscript).document.sections)


def test_a_decision_holds_for_its_count_alone_and_is_of_nobody_who_wrote(paper):
    _, exact = public(paper)
    release(paper, exact["measures"])
    value = matters.MeasureValue.objects.get()
    value.value = 4
    value.save()
    assert "4 members of staff" not in public(paper)[0]
    with pytest.raises(Refused, match="You have written"):
        release(paper, exact["measures"], by=paper.editings.first().editor)


def test_the_page_offers_numbers_of_staff_alone(paper, client):
    client.force_login(cast.approver(paper.council))
    address = f"/reports/{paper.series.slug}/{paper.slug}/small-numbers/"
    page = client.get(address).content.decode()
    assert page.count("Publish this number") == 1
    number = page.partition('name="number" value="')[2].partition('"')[0]
    said = {"number": number, "reason": "One person, who knows of it."}
    page = client.post(f"{address}release/", said, follow=True).content.decode()
    assert "may be published, for your reason" in page and "Take it back" in page
    assert client.post(f"{address}release/", said).status_code == 404
