"""What was published is removed by one person at once, in every list, and a second person
confirms it or undoes it; not a byte of it changes."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED, COURT, PERSONAL, UNDONE, EditionRemoval
from reports.issue.operations import removals
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from reports.papers.models.recommendations import Recommendation
from reports.tasks.all_tasks import needs_of
from tests import cast
from tests.make import papers, promised
from tests.make.papers import ISSUED_ON
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
LATER = ISSUED_ON + timedelta(days=1)
WHY = "A child’s initials stand in paragraph 4."


@pytest.fixture
def two():
    """The two editions of one paper, the first of them first."""
    first = papers.edition()
    return first, papers.edition(paper=first.paper, number=2)


def taken(edition, *numbers, by=None, **said):
    """Editions of a paper as one person removes them."""
    by = by or cast.administrator()
    told = {"reason": PERSONAL, "explanation": WHY, "on": LATER, **said}
    return removals.remove(paper=edition.paper, numbers=numbers, by=by, **told)


def in_lists():
    """The numbers of the editions that lists show."""
    return [one.number for one in Edition.objects.public_anywhere()]


def test_what_is_removed_stands_in_no_list_and_is_not_changed(two):
    first, second = two
    papers_of = first.paper
    promised.commitment(paper=papers_of)
    here, before = papers_of.council.slug, Edition.objects.order_by("pk").values()
    kept = list(before)
    row = taken(second, 1, 2)
    assert (row.in_words, row.reason, row.decision) == ("editions 1 and 2", PERSONAL, "")
    assert in_lists() == [] and not Edition.objects.active().exists()
    assert not Commitment.objects.public_in(here).exists()
    assert not Recommendation.objects.public_in(here).exists()
    papers_of.refresh_from_db()
    assert papers_of.withdrawn_on == LATER and not papers_of.is_public
    assert list(before.all()) == kept
    assert not Paper.objects.visible_to(cast.member()).exists()
    assert Paper.objects.visible_to(cast.clerk()).get() == papers_of


def test_where_the_newest_edition_is_down_no_list_shows_an_older_one_instead(two):
    _, second = two
    taken(second, 2)
    assert in_lists() == []
    assert [one.number for one in Edition.objects.active()] == [1]


def test_where_an_older_edition_is_down_the_paper_stands(two):
    first, _ = two
    row = taken(first, 1)
    assert row.in_words == "edition 1"
    assert in_lists() == [2]
    first.paper.refresh_from_db()
    assert first.paper.is_public


def test_a_second_person_undoes_it_and_all_can_read_again(two):
    _, second = two
    row = taken(second, 1, 2)
    removals.decide(taken=row, decision=UNDONE, by=cast.clerk(), on=LATER)
    assert in_lists() == [2] and Edition.objects.active().count() == 2
    second.paper.refresh_from_db()
    assert second.paper.withdrawn_on is None
    assert taken(second, 2).pk != row.pk


def test_a_second_person_confirms_once_and_nobody_what_they_took_down(two):
    administrator = cast.administrator()
    row = taken(two[1], 2, by=administrator)
    for decision in (CONFIRMED, UNDONE):
        with pytest.raises(Refused, match="A second person"):
            removals.decide(taken=row, decision=decision, by=administrator, on=LATER)
    assert EditionRemoval.objects.get().decision == ""
    row = removals.decide(taken=row, decision=CONFIRMED, by=cast.clerk(), on=LATER)
    assert (row.decision, row.decided_on) == (CONFIRMED, LATER)
    assert in_lists() == []
    with pytest.raises(Refused, match="already decided on this"):
        removals.decide(taken=row, decision=UNDONE, by=cast.clerk(), on=LATER)


@pytest.mark.parametrize("numbers", [(), (3,), (1, 3)])
def test_only_what_can_be_read_is_removed(two, numbers):
    with pytest.raises(Refused, match="Choose editions that everybody can read"):
        taken(two[0], *numbers)
    with pytest.raises(Refused, match="Enter what happened"):
        taken(two[0], 1, explanation=" ")
    taken(two[0], 1, 2)
    with pytest.raises(Refused, match="no public edition to remove"):
        taken(two[0], 1)


@pytest.mark.long
def test_it_needs_a_second_person_until_one_decides_and_history_has_no_explanation(two):
    administrator, clerk = cast.administrator(), cast.clerk()
    row = taken(two[1], 2, by=administrator)

    def told(user):
        return [one.status for one in needs_of(user, LATER) if one.status.startswith("Removed")]

    assert told(clerk) == ["Removed: confirm or undo"]
    assert told(administrator) == ["Removed: waits for a second person"]
    elsewhere = cast.administrator(cast.make_council("elsewhere"))
    assert told(cast.officer()) == told(elsewhere) == []
    removals.decide(taken=row, decision=CONFIRMED, by=clerk, on=LATER)
    assert told(clerk) == told(administrator) == []
    done, decided = HistoryEntry.objects.about(row.paper).order_by("seq")
    assert (done.what, done.who) == ("papers.take_down", administrator.history_name)
    assert done.changes["taken_down"]["to"] == decided.changes["taken_down"]["to"] == "edition 2"
    assert done.changes["told_readers"]["to"] == row.get_reason_display()
    assert (decided.who, decided.changes["decision"]["to"]) == (clerk.history_name, "Confirmed")
    assert WHY not in f"{done.changes}{done.reason}{list(HistoryDetail.objects.values())}"
    assert row.explanation == WHY


def test_the_database_refuses_half_a_decision_and_one_by_who_took_it_down():
    row = papers.remove_edition(reason=COURT)
    whole = {"decision": CONFIRMED, "decided_on": LATER}
    half = ({"explanation": ""}, {"decision": CONFIRMED}, {"decided_on": LATER})
    for broken in (*half, {**whole, "decided_by": row.taken_by}):
        with NamedCase(broken), pytest.raises(IntegrityError), transaction.atomic():
            EditionRemoval.objects.filter(pk=row.pk).update(**broken)
    other = cast.administrator()
    assert EditionRemoval.objects.filter(pk=row.pk).update(**whole, decided_by=other) == 1
    row.refresh_from_db()
    assert str(row) == f"{row.paper.title}: edition 1"
    assert (row.council, row.history_name) == (
        row.paper.council,
        f"{row.paper.history_name} removed {row.pk}",
    )
