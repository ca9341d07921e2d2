"""Every promise in a report of the demonstration is kept as a commitment, and each is answered by
the next report that could."""

import pytest

from reports.editor.commitment_detection import promised
from reports.papers.models.commitments import Commitment
from reports.papers.models.papers import Paper
from tests.demonstration.whole import issued

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.usefixtures("everything")]
# Their promises are those of their files: what else they tell of the time to come is told there.
FROM_FILES = {"july-2015", "january-2016"}


@pytest.mark.long
def test_no_promise_of_a_report_is_left_over():
    left = {
        paper.slug: [item.promise.sentence for item in promised(paper).proposals]
        for paper in issued()
        if paper.slug not in FROM_FILES
    }
    assert {slug: found for slug, found in left.items() if found} == {}


@pytest.mark.long
def test_every_commitment_stands_in_the_words_of_its_report():
    assert [item for paper in issued() for item in promised(paper).lost] == []


def test_a_commitment_is_open_only_where_no_later_report_of_its_series_was_due_to_answer():
    for item in Commitment.objects.active().filter(state="open"):
        later = Paper.objects.filter(
            series=item.paper.series, paper_date__gt=item.paper.paper_date, status=Paper.ISSUED
        )
        assert not later.exists() or item.follows_id, str(item)


def test_commitments_were_kept_missed_and_moved():
    states = set(Commitment.objects.active().values_list("state", flat=True))
    assert {"kept", "late", "changed", "open", "refused"} <= states
    moved = Commitment.objects.get(state="changed")
    [next_one] = moved.followed_by.all()
    assert (moved.paper.slug, next_one.state) == ("july-2016", "kept")
    assert moved.answered_in.slug == "january-2017" and next_one.due_on > moved.due_on


@pytest.mark.parametrize(
    ("made_in", "answered_in", "block"),
    [
        ("july-2016", "january-2017", "dbs-next-audit"),
        ("july-2016", "january-2017", "supervision-audit"),
        ("january-2017", "september-2017", "dbs-next-audit"),
        ("january-2017", "september-2017", "inspection"),
    ],
)
def test_a_later_report_answers_what_one_before_it_promised(made_in, answered_in, block):
    item = Commitment.objects.active().get(
        paper__slug=made_in, block=block, state__in=("kept", "late")
    )
    assert item.answered_in.slug == answered_in and item.answered_anchor
