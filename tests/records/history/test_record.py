from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts import history_page
from assurance.people.models.people import Person
from assurance.records import history
from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.personal import Personal
from tests import cast

DAY = date(2016, 1, 18)
PERSONAL = {"grade": Personal.NONE, "name": Personal.IDENTIFIES}


def write(about=None, by=None, before=(), after=(), **more):
    about = about or cast.make_user()
    told = history.changes(dict(before), dict(after), PERSONAL)
    return history.record(
        "audits.record", about=about, by=by or about, on=DAY, changes=told, **more
    )


@pytest.mark.django_db
def test_an_entry_says_who_when_what_and_from_what_to_what():
    user = cast.clerk()
    entry = write(by=user, about=user, before={"grade": "good"}, after={"grade": "poor"})
    held = HistoryEntry.objects.get()
    assert (held.who, held.actor_kind) == (f"account {user.pk}", "account")
    assert (held.what, held.on, held.council) == ("audits.record", DAY, "netherby")
    assert (held.about_kind, held.about) == ("user", user.history_name)
    assert held.changes == {"grade": {"from": "good", "to": "poor"}}
    assert held.digest == entry.digest == held.reckon_digest()
    assert (str(held), str(HistoryHead.objects.get())) == (
        "netherby 1: audits.record",
        "netherby 1",
    )


@pytest.mark.django_db
def test_a_personal_value_lies_beside_the_chain_and_can_be_erased():
    user = cast.clerk()
    write(about=user, after={"name": "A Person", "grade": "good"})
    entry = HistoryEntry.objects.get()
    detail = HistoryDetail.objects.get()
    assert "A Person" not in str(entry.changes)
    assert entry.changes["name"] == {"changed": True, "digest": detail.reckon_digest()}
    assert str(detail) == "netherby 1: name"
    [told] = history_page.about(user)
    assert told.changes["Name"] == {"from": None, "to": "A Person"}
    HistoryDetail.objects.all().delete()
    [told] = history_page.about(user)
    assert told.changes["Name"] == {"changed": True}
    assert HistoryEntry.objects.get().reckon_digest() == entry.digest


@pytest.mark.django_db
def test_two_equal_personal_values_have_digests_that_cannot_be_matched():
    first = write(after={"name": "A Person"})
    second = write(after={"name": "A Person"})
    assert first.changes["name"]["digest"] != second.changes["name"]["digest"]


def test_a_field_that_nobody_classed_is_taken_for_personal():
    [change] = history.changes({}, {"unclassed": 1}, PERSONAL)
    assert change.is_personal


def test_a_field_in_one_state_only_counts_as_none_in_the_other():
    told = history.changes({"grade": "good", "same": 1}, {"name": "x", "same": 1}, PERSONAL)
    assert [(c.field, c.before, c.after) for c in told] == [
        ("grade", "good", None),
        ("name", None, "x"),
    ]


VALUES = st.dictionaries(st.sampled_from("abcd"), st.sampled_from([None, 0, 1, "", "x"]))


@given(VALUES, VALUES)
def test_changes_hold_exactly_what_differs(before, after):
    told = history.changes(before, after, {})
    differ = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    assert [change.field for change in told] == sorted(differ)


@pytest.mark.django_db
def test_each_entry_follows_the_one_before_it_in_its_own_council():
    here, there = cast.make_user(), cast.make_user(council=cast.make_council("elsewhere"))
    first, second, third = write(about=here), write(about=there), write(about=here)
    assert (first.seq, second.seq, third.seq) == (1, 1, 2)
    assert first.prev == second.prev == history.FIRST
    assert third.prev == first.digest
    assert HistoryHead.objects.get(council="netherby").digest == third.digest
    assert list(HistoryEntry.objects.of(here.council)) == [first, third]


@pytest.mark.django_db
def test_days_and_pounds_are_kept_as_text_and_the_digest_stands_when_read_again():
    write(before={"grade": DAY}, after={"grade": Decimal("48000.50")}, reason="A slip of the pen")
    held = HistoryEntry.objects.get()
    assert held.changes["grade"] == {"from": "2016-01-18", "to": "48000.50"}
    assert held.reckon_digest() == held.digest


@pytest.mark.django_db
def test_a_page_shows_a_command_by_its_name_and_a_person_by_the_role_title():
    user = cast.make_user(name="Head of Service")
    write(about=user, by=user)
    write(about=user, by=CommandLine("load_demonstration"))
    assert [told.who for told in history_page.about(user)] == [
        "the service, which loaded the demonstration",
        "Head of Service",
    ]


@pytest.mark.django_db
def test_a_page_asks_four_questions_however_long_the_history(django_assert_num_queries):
    user = cast.make_user()
    for _ in range(5):
        write(about=user, after={"name": "A Person"})
    with django_assert_num_queries(4):
        assert len(history_page.about(user)) == 5


@pytest.mark.django_db
def test_history_is_not_written_about_what_was_never_saved():
    person = Person(council=cast.make_council())
    with pytest.raises(ValueError, match="saved"):
        write(about=person, by=cast.make_user())


@pytest.mark.django_db(transaction=True)
def test_history_is_written_inside_a_transaction_and_leaves_with_it():
    user = cast.make_user()
    with pytest.raises(RuntimeError, match="transaction"):
        write(about=user)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write(about=user)
        raise ZeroDivisionError
    assert not HistoryEntry.objects.exists()
    assert not HistoryHead.objects.exists()
