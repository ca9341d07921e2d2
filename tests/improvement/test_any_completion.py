"""Any order of the steps that close an action, against what each comes to reckoned by hand."""

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from assurance.improvement import operations
from assurance.improvement.models.actions import Action, StatusChange
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from tests.cases import written_cases
from tests.cast import make_council, make_user
from tests.improvement.closing import FINISHED, ON, SHOWN
from tests.make import people
from tests.make.improvements import action

pytestmark = pytest.mark.django_db


class Steps:
    """An action that two accounts close, and what is expected of it, reckoned by hand."""

    POSTS = ("Head of Service", "Chair", "Director", "Vacant")
    HELD = {0: POSTS[:2], 1: POSTS[2:3]}

    def __init__(self, *, needs_second):
        council = make_council()
        self.accounts = [make_user("officer", council=council) for _ in range(2)]
        for who, titles in self.HELD.items():
            for title in titles:
                people.holder(post=people.post(title), account=self.accounts[who])
        if not needs_second:
            people.second_persons(actions=False, reason="Two officers in all")
        self.pk = action(evidence="Visits in May").pk
        self.needs_second, self.status, self.marker = needs_second, "on_track", None
        self.rated, self.version = 0, 1

    def mark(self, who, number):
        """Marks it, with evidence that names something or nothing."""
        evidence = (SHOWN, "Seen")[number % 2]
        if self.status != "done" and self.marker is None and evidence == SHOWN:
            yield "on_track"
            self.marker = who
        told = {"finished_on": FINISHED, "evidence": evidence}
        yield operations.mark_done, told

    def confirm(self, who, number):
        """Checks it for one of the posts, held or not."""
        title = self.POSTS[number % len(self.POSTS)]
        other = who != self.marker and title != "Head of Service"
        if self.marker is not None and title in self.HELD[who] and (other or not self.needs_second):
            yield "done"
            self.marker, self.status = None, "done"
            self.rated += 1
        yield operations.confirm_done, {"checker": people.post(title)}

    def send_back(self, who, number):
        """Sends it back, with a reason or without."""
        reason = ("No dates yet", " ")[number % 2]
        if self.marker is not None and reason.strip():
            yield "on_track"
            self.marker = None
        yield operations.send_back, {"reason": reason}

    def rate(self, who, number):
        """Rates its progress, with a reason or without."""
        status, reason = (
            ("on_track", "at_risk")[number % 2],
            ("", "A post is empty")[number // 2 % 2],
        )
        is_same = status == self.status
        if is_same or reason:
            yield status
            self.rated += not is_same
            self.marker, self.status = self.marker if is_same else None, status
        values = {"status": status, "status_reason": reason, "done_on": None, "checker": None}
        yield operations.change_action, values

    def take(self, step, who, number):
        """Takes a step; refused where nothing was expected of it, and kept where something was."""
        *expected, (operation, told) = getattr(self, step)(who, number)
        row, before = Action.objects.get(pk=self.pk), HistoryEntry.objects.count()
        by = {"by": self.accounts[who], "on": ON}
        if expected:
            operation(record=row, version=row.version, **told, **by)
            self.version += 1
        else:
            with pytest.raises(Refused):
                operation(record=row, version=row.version, **told, **by)
        assert HistoryEntry.objects.count() == before + len(expected)

    def agrees(self):
        """The row is what was reckoned."""
        row = Action.objects.get(pk=self.pk)
        marker = None if self.marker is None else self.accounts[self.marker]
        assert (row.status, row.marked_done_by, row.version) == (
            *(self.status, marker),
            self.version,
        )
        assert (row.checker is None) is (row.done_on is None) is (self.status != "done")
        assert (row.marked_done_on is None) is (row.finished_on is None) is (marker is None)
        assert StatusChange.objects.count() == self.rated
        assert Action.objects.awaiting_check().exists() is (marker is not None)


STEP = st.tuples(
    st.sampled_from(("mark", "mark", "confirm", "confirm", "send_back", "rate")),
    st.integers(0, 1),
    st.integers(0, 7),
)


@written_cases()
@given(st.booleans(), st.lists(STEP, min_size=3, max_size=14))
def test_any_order_of_steps_leaves_what_is_reckoned_by_hand(needs_second, steps):
    with transaction.atomic():
        closing = Steps(needs_second=needs_second)
        for step in steps:
            closing.take(*step)
            closing.agrees()
        transaction.set_rollback(True)
