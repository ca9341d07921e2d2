"""Small numbers of staff: an approver may publish one with a reason; of children nobody may."""

import re
from datetime import date

import pytest

from assurance.records.refusals import Refused
from reports.approvals.operations import releases
from reports.documents.document import text_of
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from tests import cast
from tests.make import dbs, looked_after, matters
from tests.make.drafts import ON, written
from tests.page_requests import words

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


@pytest.mark.long
def test_a_clerk_reads_which_numbers_are_not_shown_and_why_and_publishes_none(paper, client):
    client.force_login(paper.editings.first().editor)
    address = f"/reports/{paper.series.slug}/{paper.slug}/"
    draft = words(client.get(address))
    assert "2 numbers of this report are not shown to readers." in draft
    page = words(client.get(f"{address}small-numbers/"))
    assert "It is small: 2. Numbers from 1 to 5 are not shown." in page
    assert "It is small: 3." in page and "Publish this number" not in page
    assert client.post(f"{address}small-numbers/release/", {"number": "1"}).status_code == 403


STATUSES = {"IN_DATE": 109, "DUE_SOON": 4, "OVERDUE": 7}
AUDIT = {
    **{"audit_date": DAY, "position_date": DAY, "needing": 120, "due": {}},
    **{"at_audit": STATUSES, "at_position": STATUSES},
    "follow_up": {"rechecked": 0, "in_progress": 0, "not_started": 7},
}
OVERDUE = "[[dbs.overdue @2015-12-01]]"


def test_a_number_that_covers_a_small_one_names_it_and_is_shown_once_that_may_be_published(client):
    clerk = cast.clerk()
    dbs.dbs_audit(council=clerk.council, on=DAY, **AUDIT)
    text = f"Of the staff {OVERDUE} are past the date of their re-check."
    block = {"slug": "few", "part": "introduction", "kind": "paragraph", "text": text}
    paper = written(clerk, block)
    assert "a number of" in public(paper)[0] or "not shown" in public(paper)[0]
    client.force_login(cast.approver(paper.council))
    address = f"/reports/{paper.series.slug}/{paper.slug}/small-numbers/"
    page = words(client.get(address))
    assert (
        "Numbers of one count are hidden together where one of them is small: “People who need a "
        "DBS check: Due soon, 1 December 2015” (4)."
    ) in page
    [number] = re.findall(r'name="number" value="([^"]+)"', client.get(address).content.decode())
    client.post(f"{address}release/", {"number": number, "reason": "No one is named by it."})
    assert "Of the staff 7 are past" in public(paper)[0]
    assert "Every number of this report is shown." in words(client.get(address))


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
