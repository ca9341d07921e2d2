"""Whatever three people do to a paper in whatever order, what was promised of a paper stays so."""

import hashlib

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from assurance.records import history_chain
from assurance.records.history import HistoryEntry
from reports.documents.digest import content_digest
from reports.documents.document import from_json, text_of
from reports.editions import paper_file
from reports.editions.models.editions import Edition
from reports.editions.snapshot import draft
from reports.papers.manuscript import read
from tests.cases import written_cases
from tests.demonstration.reading import paragraphs
from tests.issue.life.machine import PEOPLE, STEPS, Life

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ONE_STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, PEOPLE - 1), st.integers(0, 11))
BETWEEN = st.lists(ONE_STEP, max_size=3)
# The way that ends in an issue, with anything at all in between; everybody tries to approve.
TO_THE_END = [
    *[("send", 1, 0), ("approve", 0, 0), ("approve", 1, 0), ("approve", 2, 0)],
    ("issue", 0, 0),
]
# The same once more after it, which makes a second edition of it.
ONCE_MORE = [("correct", 0, 0), ("word", 1, 0), *TO_THE_END]


def with_anything_between(*way):
    """Lives that go the steps of `way` in order, with anything at all before each."""
    return st.tuples(*[BETWEEN] * len(way)).map(
        lambda before: [
            step for more, must in zip(before, way, strict=True) for step in (*more, must)
        ]
    )


LIVES = st.one_of(
    st.lists(ONE_STEP, max_size=14),
    with_anything_between(*TO_THE_END),
    BETWEEN.map(lambda more: [*TO_THE_END, *more, *ONCE_MORE]),
    with_anything_between(*TO_THE_END, ("correct", 0, 0), ("give_up", 0, 1), *ONCE_MORE),
)


def state_is_as_told(life):
    """What the rows hold of the paper's state is what the steps came to."""
    paper = life.paper
    assert (paper.status, paper.round) == (life.status, life.round)
    assert (paper.frozen is None) == (life.status == "writing")
    standing = paper.approvals.filter(round=paper.round, void_on__isnull=True)
    assert {one.approver for one in standing} == {life.people[who] for who in life.approvers}
    assert {one.digest for one in standing} <= {paper.frozen_digest}
    # Who approved an edition has approved it for good.
    void = paper.approvals.exclude(round__in=[paper.round, *life.issued_in])
    assert not void.filter(void_on__isnull=True).exists()


def words_stand(life):
    """Numbers run on without a gap, versions grew by one a change, and frozen words are frozen."""
    paper = life.paper
    assert {one.pk: one.version for one in paper.blocks.all()} == life.versions
    told = draft(paper)
    numbers = [one.number for one in paragraphs(told)]
    assert numbers == [f"{place}." for place in range(1, len(numbers) + 1)]
    if life.status != "writing":
        assert content_digest(told) == paper.frozen_digest


def an_issue_is_right(life):
    """An edition stands where, and only where, the paper was issued: approved, in exactly these
    words, by somebody who neither edited nor sent it in that round."""
    paper = life.paper
    numbers = [one.number for one in Edition.objects.published()]
    assert numbers == [*range(len(life.issued_in), 0, -1)]
    assert paper.is_public == bool(numbers)
    assert paper.corrects == (len(life.issued_in) if life.correcting else None)
    if life.status != "issued":
        return
    edition = paper.editions.first()
    assert life.approvers and not life.approvers & (life.edited | {life.sender})
    frozen, printed = from_json(paper.frozen["public"]), from_json(edition.document)
    assert edition.digest == content_digest(printed)
    before, after = (
        [(one.anchor, text_of(one)) for one in of.sections if "approv" not in one.anchor.lower()]
        for of in (frozen, printed)
    )
    assert after == before
    assert [one.text for one in printed.figures] == [one.text for one in frozen.figures]
    page = edition.files.get(media_type__startswith="text/html")
    assert bytes(page.content) == life.printed
    assert page.sha256 == hashlib.sha256(life.printed).hexdigest()


@written_cases(6)
@given(LIVES)
def test_no_order_of_steps_breaks_what_is_promised_of_a_paper(steps):
    with transaction.atomic():
        life = Life()
        for step, who, pick in steps:
            getattr(life, step)(who, pick)
            state_is_as_told(life)
        words_stand(life)
        an_issue_is_right(life)
        exported = paper_file.exported(life.paper)
        assert [one["slug"] for one in exported["blocks"]] == [
            one.slug for one in read(life.paper).blocks
        ]
        transaction.set_rollback(True)


def test_every_step_of_a_life_is_one_row_of_a_whole_chain(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        life = Life()
        for step, who, pick in [
            *[("add", 0, 0), ("send", 0, 0), ("approve", 0, 0), ("give_back", 2, 1)],
            *[("change", 1, 2), ("send", 1, 0), ("take_back", 1, 0)],
            *[("send", 0, 0), ("approve", 2, 0), ("issue", 1, 0), ("change", 0, 0)],
        ]:
            getattr(life, step)(who, pick)
    council = life.paper.council
    assert life.refusals == 2
    assert history_chain.damage(council.slug) is None
    about_papers = HistoryEntry.objects.of(council).filter(what__startswith="papers.")
    assert [one.what.removeprefix("papers.") for one in about_papers] == [
        *("start", "add_block", "send_for_approval", "return"),
        *("change_block", "send_for_approval", "take_back"),
        *("send_for_approval", "approve", "freeze_edition", "publish"),
    ]
