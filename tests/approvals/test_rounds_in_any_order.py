"""Approval in any order of steps, beside a plain account; and two who press at once."""

from datetime import date

import pytest
from django.db import transaction
from hypothesis import example, given
from hypothesis import strategies as some

from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from reports.approvals.operations import approvals
from reports.approvals.operations.approvals import take_later_values
from reports.approvals.paper_state import later_values
from reports.papers.models.papers import Paper
from reports.papers.operations import papers
from tests import cast
from tests.cases import random_cases
from tests.make import audits
from tests.make import papers as make
from tests.make.drafts import ON, written

pytestmark = pytest.mark.django_db
LATER = date(2016, 1, 20)
TEXTS = {
    "purpose": ("This paper tells what was audited.", "This paper tells more."),
    "recommend-note": ("note [[paras:audits..children]]", "note [[para:audits]]"),
}
SEEN_BY = {"chief_officer": ("purpose", "recommend-note"), "legal": ("recommend-note",)}
STEPS = (
    *(("approve", who) for who in SEEN_BY),
    *(("return", who) for who in SEEN_BY),
    *(("change", slug) for slug in TEXTS),
    ("take back", ""),
    ("send", ""),
)
UNSENT = {
    "approve": "This report has not been sent for approval.",
    "return": "Only a report that was sent for approval can be sent back.",
    "take back": "This report is being written already.",
}
ON_WAY = {
    Paper.SENT: "This report has been sent for approval. Take it back before you change it.",
    Paper.APPROVED: "This report has been approved. Take it back before you change it.",
}


class Account:
    """What should be so of a paper, kept by hand: status, round, texts, and who approved which."""

    def __init__(self):
        self.status, self.round = Paper.WRITING, 1
        self.texts = dict.fromkeys(TEXTS, 0)
        self.stands = {}

    def seen(self, who):
        """The texts that `who` is asked to approve."""
        return tuple(self.texts[slug] for slug in SEEN_BY[who])

    def refusal(self, step, about):
        """The sentence that refuses a step, or nothing."""
        writing_it = self.status == Paper.WRITING
        if step in ("change", "send"):
            return "" if writing_it else ON_WAY[self.status]
        if writing_it:
            return UNSENT[step]
        again = step == "approve" and about in self.stands
        return "You have approved this report already." if again else ""

    def take(self, step, about):
        """A step that nothing refuses."""
        if step == "approve":
            self.stands[about] = self.seen(about)
        elif step == "change":
            self.texts[about] = 1 - self.texts[about]
        elif step == "send":
            self.stands = {who: said for who, said in self.stands.items() if said == self.seen(who)}
        else:
            self.stands.pop(about, None)
            self.status, self.round = Paper.WRITING, self.round + 1
        if step in ("approve", "send"):
            self.status = Paper.APPROVED if len(self.stands) == 2 else Paper.SENT


def press(paper, step, about, people, account):
    """The step taken with the paper as it is now."""
    said = {"paper": paper, "by": people.get(about, people["clerk"]), "on": LATER}
    if step == "approve":
        approvals.approve(seen=paper.frozen_digest, **said)
    elif step == "return":
        approvals.return_to_writers(remarks="Say more.", **said)
    elif step == "take back":
        approvals.take_back(**said)
    elif step == "send":
        approvals.send_for_approval(**said)
    else:
        row = paper.blocks.get(slug=about)
        words = {"text": TEXTS[about][1 - account.texts[about]]}
        papers.change_block(
            block=row, version=row.version, words=words, by=people["clerk"], on=LATER
        )


@pytest.fixture
def people():
    """Who writes, who approves the whole and who the recommendations."""
    found = {"clerk": cast.clerk(), "chief_officer": make.approval_rule().approver}
    return {**found, "legal": make.approval_rule("legal", scope="recommendations").approver}


@pytest.fixture
def draft(people):
    """A paper that is being written."""
    return written(people["clerk"])


@pytest.fixture
def sent(people, draft):
    """The paper sent, as somebody has it open."""
    approvals.send_for_approval(paper=draft, by=people["clerk"], on=ON)
    return Paper.objects.get()


def approve(paper, by):
    """An approval of what `by` has open."""
    return approvals.approve(paper=paper, seen=paper.frozen_digest, by=by, on=ON)


def opened():
    """The paper as one more person opens it."""
    return Paper.objects.get()


def follow(paper, people, steps):
    """The steps one by one, each refused and counted as the account says."""
    account = Account()
    for step, about in steps:
        paper.refresh_from_db()
        before = HistoryEntry.objects.count()
        why = account.refusal(step, about)
        try:
            press(paper, step, about, people, account)
        except Refused as refused:
            assert str(refused) == why
        else:
            assert why == ""
            account.take(step, about)
        paper.refresh_from_db()
        standing = [one.kind for one in paper.standing_approvals]
        assert HistoryEntry.objects.count() == before + (not why)
        assert (paper.status, paper.round) == (account.status, account.round)
        assert sorted(standing) == ([] if paper.status == Paper.WRITING else sorted(account.stands))
        assert bool(paper.frozen) is (paper.status != Paper.WRITING)


SENT, BACK = ("send", ""), ("take back", "")
BOTH = (("approve", "legal"), ("approve", "chief_officer"))


def test_any_order_of_steps_leaves_what_a_plain_account_says(people, draft):
    @random_cases(2)
    @example([SENT, *BOTH, BACK, ("change", "purpose"), SENT])
    @example([SENT, *BOTH, BACK, ("change", "recommend-note"), SENT, *BOTH])
    @example([SENT, *BOTH, BACK, ("change", "purpose"), ("change", "purpose"), SENT])
    @example([SENT, *BOTH, BACK, SENT, BACK, SENT])
    @example([SENT, *BOTH, BACK, ("change", "purpose"), SENT, BACK, ("change", "purpose"), SENT])
    @example([SENT, *BOTH, ("return", "legal"), SENT, ("approve", "legal")])
    @example([SENT, BOTH[0], ("return", "chief_officer"), ("return", "legal"), SENT, BOTH[0]])
    @given(some.lists(some.sampled_from(STEPS), max_size=7).map(lambda more: [SENT, *more]))
    def told(steps):
        with transaction.atomic():
            follow(Paper.objects.get(), people, steps)
            transaction.set_rollback(True)

    told()


@pytest.mark.parametrize("first", ["legal", "chief_officer"])
def test_two_who_approve_at_once_are_both_heard(people, sent, first):
    [second] = SEEN_BY.keys() - {first}
    theirs = opened()
    approve(sent, people[first])
    approve(theirs, people[second])
    paper = opened()
    assert (paper.status, paper.version) == (Paper.APPROVED, sent.version + 2)
    assert {one.kind for one in paper.standing_approvals} == {first, second}


def test_one_who_presses_twice_is_heard_once(people, sent):
    theirs = opened()
    approve(sent, people["legal"])
    with pytest.raises(Refused, match="You have approved this report already"):
        approve(theirs, people["legal"])
    assert opened().approvals.count() == 1
    assert HistoryEntry.objects.filter(what="papers.approve").count() == 1


@pytest.mark.parametrize("first", ["legal", "chief_officer"])
def test_of_one_who_approves_and_one_who_returns_the_return_is_kept(people, sent, first):
    [second] = SEEN_BY.keys() - {first}
    theirs = opened()
    said = {"paper": sent, "remarks": "Say more.", "by": people[first], "on": ON}
    approvals.return_to_writers(**said)
    with pytest.raises(Refused, match="has not been sent for approval"):
        approve(theirs, people[second])
    with pytest.raises(Refused, match="Only a report that was sent"):
        approvals.return_to_writers(**{**said, "paper": theirs, "by": people[second]})
    paper = opened()
    assert (paper.status, paper.round) == (Paper.WRITING, 2)
    assert paper.returned_because == "Say more." and not paper.approvals.exists()


def test_of_two_who_take_a_paper_back_the_second_is_told(people, sent):
    theirs = opened()
    approvals.take_back(paper=sent, by=people["clerk"], on=ON)
    with pytest.raises(Refused, match="is being written already"):
        approvals.take_back(paper=theirs, by=people["clerk"], on=ON)
    assert opened().round == 2


def test_of_two_who_send_the_second_is_told_and_one_round_is_kept(people, draft):
    theirs, sender = opened(), people["clerk"]
    approvals.send_for_approval(paper=draft, by=sender, on=ON)
    with pytest.raises(Refused, match="has been sent for approval"):
        approvals.send_for_approval(paper=theirs, by=cast.clerk(), on=ON)
    paper = opened()
    assert (paper.sent_by, paper.sent_rounds.count()) == (sender, 1)


def test_who_takes_or_approves_while_later_values_are_taken_is_told(people, sent):
    audits.case_audit(council=sent.council, audited_on=date(2015, 5, 5))
    theirs, seen = opened(), later_values(sent).digest
    take_later_values(paper=sent, seen=seen, by=people["clerk"], on=LATER)
    with pytest.raises(Refused, match="no later values"):
        take_later_values(paper=theirs, seen=seen, by=cast.clerk(), on=LATER)
    paper = opened()
    assert (paper.frozen_digest, paper.sent_rounds.count()) == (seen, 2)
    assert [one.editor for one in paper.editings.all()] == [people["clerk"]]
    with pytest.raises(Refused, match="has changed since you opened it"):
        approve(theirs, people["legal"])
    assert not opened().approvals.exists()
