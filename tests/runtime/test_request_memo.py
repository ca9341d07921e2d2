"""What a request works out twice is worked out once, and anew after a write or on another day."""

from datetime import date

import pytest
from django.db import connection, transaction

from assurance.accounts.models.accounts import Council
from assurance.runtime.databases.request_memo import MemoScope, memoised
from assurance.runtime.databases.written import note
from assurance.runtime.periods import on_day
from reports.editions.snapshot import assembled
from reports.papers.manuscript import read
from tests import cast
from tests.make import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def names():
    """Computes the names of all councils, as often as the list that comes with it has entries."""
    calls = []

    def compute(subject="names"):
        def answer():
            calls.append(subject)
            return sorted(Council.objects.values_list("slug", flat=True))

        return memoised("names", subject, answer)

    return compute, calls


def test_without_a_request_nothing_is_remembered(names):
    compute, calls = names
    compute(), compute()
    assert len(calls) == 2


def test_an_answer_holds_for_an_equal_subject_until_its_scope_ends(names):
    compute, calls = names
    with MemoScope():
        compute([1]), compute([1]), compute([2])
        with MemoScope():
            compute([2])
    assert calls == [[1], [2]]
    with MemoScope():
        compute([1])
    assert calls == [[1], [2], [1]]


def taken_back():
    """Writes a row and takes it back to a savepoint."""
    with transaction.atomic():
        cast.make_council("westby")
        transaction.set_rollback(True)


WRITES = {
    "insert": lambda: cast.make_council("eastby"),
    "bulk": lambda: Council.objects.bulk_create([Council(slug="norby", name="N", short_name="N")]),
    "update": lambda: Council.objects.update(short_name="Other"),
    "delete": lambda: Council.objects.filter(slug="spare").delete(),
    "past Django's models": lambda: note(connection, Council, [1]),
    "taken back": taken_back,
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_it_is_worked_out_anew_after_a_write(names, write):
    compute, calls = names
    cast.make_council("spare")
    with MemoScope():
        compute()
        write()
        assert compute() == sorted(Council.objects.values_list("slug", flat=True))
        compute()
    assert len(calls) == 2


def test_what_was_worked_out_within_what_is_taken_back_does_not_stay(names):
    compute, _calls = names
    with MemoScope():
        with transaction.atomic():
            cast.make_council("westby")
            assert "westby" in compute()
            transaction.set_rollback(True)
        assert "westby" not in compute()


def test_a_report_is_assembled_once_until_it_has_other_values_saved_or_not():
    paper = drafts.written(cast.clerk())
    with MemoScope():
        made = assembled(read(paper))
        again = type(paper).objects.get(pk=paper.pk)
        assert assembled(read(again)) is made
        again.title = "Another title"
        assert assembled(read(again)).document.title == "Another title"
        block = paper.blocks.exclude(text="").first()
        type(block).objects.filter(pk=block.pk).update(text="Other words.")
        assert assembled(read(paper)) is not made


def test_another_day_is_asked_anew(names):
    compute, calls = names
    with MemoScope():
        compute()
        with on_day(date(2031, 1, 1)):
            compute()
    assert len(calls) == 2
