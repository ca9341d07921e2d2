from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from assurance.people.models.people import Person
from assurance.records import record
from assurance.records.record import EditConflict, RecordQuerySet
from assurance.records.refusals import Refused
from tests import cast

DAY = date(2016, 1, 18)
pytestmark = pytest.mark.django_db


def person(council=None, **more):
    return Person.objects.create(
        council=council or cast.make_council(),
        reference=f"P{Person.objects.count()}",
        name="Social worker",
        created_on=DAY,
        **more,
    )


def test_a_record_is_seen_by_its_own_council_alone():
    here, there = person(), person(cast.make_council("elsewhere"))
    assert list(Person.objects.visible_to(cast.officer())) == [here]
    assert list(Person.objects.visible_to(cast.officer(there.council))) == [there]
    assert list(Person.objects.of(there.council)) == [there]


def test_somebody_without_a_council_sees_no_record():
    person()
    nowhere = cast.make_user()
    nowhere.council = None
    assert not Person.objects.visible_to(nowhere).exists()
    assert not Person.objects.visible_to(AnonymousUser()).exists()


def test_a_withdrawn_record_no_longer_stands_but_is_still_seen():
    by = cast.officer()
    kept = person()
    gone = person(withdrawn_on=DAY, withdrawn_by=by, withdrawn_because="Entered twice")
    assert list(Person.objects.active()) == [kept]
    assert Person.objects.visible_to(by).count() == 2
    assert (kept.is_withdrawn, gone.is_withdrawn) == (False, True)


def test_a_record_is_held_for_who_saw_it_and_called_by_no_name():
    held = person()
    assert record.lock(held, 1) == held
    assert held.history_name == f"person {held.pk}"


def test_the_second_of_two_people_is_told_and_given_the_newer_record():
    seen = person()
    Person.objects.filter(pk=seen.pk).update(version=2, name="Team manager")
    with pytest.raises(EditConflict) as changed:
        record.lock(seen, seen.version)
    assert changed.value.newer.name == "Team manager"
    assert "Someone else changed" in changed.value.sentence
    assert isinstance(changed.value, Refused)


def test_a_record_is_withdrawn_once_and_for_a_reason():
    by = cast.officer()
    gone = person(withdrawn_on=DAY, withdrawn_by=by, withdrawn_because="Entered twice")
    assert "already" in record.why_not_withdraw(gone, "Again")
    assert "Explain why" in record.why_not_withdraw(person(), "  ")
    assert record.why_not_withdraw(person(), "Entered twice") is None


def test_a_list_shows_what_stands_what_was_withdrawn_or_every_record():
    by = cast.officer()
    kept = person()
    gone = person(withdrawn_on=DAY, withdrawn_by=by, withdrawn_because="Entered twice")
    of_any_kind = RecordQuerySet(Person)
    assert set(of_any_kind.in_state("")) == {kept}
    assert set(of_any_kind.in_state("withdrawn")) == {gone}
    assert set(of_any_kind.in_state("every").filtered()) == {kept, gone}
