"""Names offered while typing: of what is public alone, the same for everybody, asked for once."""

import pytest
from django.urls import reverse

from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED
from reports.issue.operations import removals
from reports.papers.rules.subjects import SUBJECTS
from reports.publication.search.suggestions import MOST, suggested
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import entry, indexed

pytestmark = pytest.mark.django_db
SUBJECT_TITLES = [subject.title for subject in SUBJECTS]


@pytest.fixture
def row():
    """A published report with a figure, a breakdown and a commitment."""
    member = {"key": "looked_after.placement", "member": "agency", "title": "Children: agency"}
    edition = indexed(entry("30"), entry("21", **member), says="Words.")
    promised.commitment(paper=edition.paper, what="Write a leaflet")
    return edition


def names():
    """What is offered."""
    return suggested("netherby", Edition.objects.public_in("netherby").readable())


def test_subjects_then_figures_before_their_parts_then_commitments_are_offered(row):
    assert names() == [
        *SUBJECT_TITLES,
        "People past their re-check date",
        "Children: agency",
        "Write a leaflet",
    ]


@pytest.mark.long
def test_each_name_is_offered_once_and_never_too_many(row):
    promised.commitment(paper=row.paper, what="Write a leaflet")
    assert names().count("Write a leaflet") == 1
    for number in range(MOST + 5):
        promised.commitment(paper=row.paper, what=f"Write leaflet {number}")
    assert len(names()) == MOST == len(set(names()))


def test_nothing_of_an_unpublished_or_removed_report_is_offered(row):
    promised.commitment(what="Write something that nobody may read yet")
    assert "Write something that nobody may read yet" not in names()
    said = {"reason": "court", "explanation": "Ordered."}
    taken = removals.remove(
        paper=row.paper, numbers=[1], by=cast.clerk(), on=papers.ISSUED_ON, **said
    )
    removals.decide(taken=taken, decision=CONFIRMED, by=cast.approver(), on=papers.ISSUED_ON)
    assert names() == SUBJECT_TITLES


def test_they_are_answered_as_json_by_their_fingerprint(row, client):
    address = reverse("publication:search-suggestions", args=["netherby"])
    answer = client.get(address)
    assert answer.json() == {"suggestions": names()}
    assert "public" in answer.headers["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/nowhere/search/suggestions.json").status_code == 404
