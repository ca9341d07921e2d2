"""What is erased by the product stays proved, and what is taken past it is found by its name."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from assurance.accounts.models.accounts import User
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.operations import draw_sample
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.history import HistoryDetail
from reports.data_protection import rules
from reports.data_protection.free_text.finds import strings
from reports.data_protection.models import RetentionPolicy
from reports.data_protection.operations import erasure
from reports.data_protection.references import address_digest
from reports.data_protection.views.schedule import days_kept
from tests import cast
from tests.data_protection.test_people import DAY, recorded_person
from tests.issue.site.conftest import publishing_to
from tests.make import audits, looked_after, people, readers
from tests.make import data_protection as make
from tests.records.proofs.altered_rows import without_guards

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return cast.data_protection_lead()


def verified():
    """What the command prints once the rows of tests, which no operation wrote, are adopted."""
    out = StringIO()
    call_command("verify", stdout=out)
    return out.getvalue()


def adopted():
    """Takes every row into history as it is, as after an upgrade."""
    by = cast.administrator().email
    call_command("verify", adopt="Start of the proofs", account=by, stdout=StringIO())


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """A published folder that no other test has written to."""
    for name, value in publishing_to(tmp_path, settings.STORAGES).items():
        setattr(settings, name, value)


def test_each_erasure_leaves_records_that_verify(lead):
    person = recorded_person(lead)
    child = looked_after.episode().child
    user = cast.with_password(cast.clerk())
    User.objects.filter(pk=user.pk).update(is_active=False)
    user.refresh_from_db()
    readers.following("reader@example.org")
    adopted()
    verified()
    key = address_digest("reader@example.org")
    for erase, subject in (
        (erasure.erase_person, {"person": person}),
        (erasure.erase_child, {"child": child}),
        (erasure.erase_account, {"user": user}),
        (erasure.erase_address, {"council": lead.council, "key": key}),
    ):
        erase(**subject, because="Request 4", by=lead, on=DAY)
        assert "entries of history end with" in verified(), erase.__name__


@pytest.mark.parametrize(
    ("earlier", "reference", "drawn"),
    [("CA-6", "CA-7", "ca-7"), ("CÄ 6", 'Ä\\"7%_', 'Ä\\"7%_')],
)
def test_history_of_other_records_does_not_name_an_audit_that_was_erased(
    lead, earlier, reference, drawn
):
    known = {"council": lead.council, "by": lead, "on": DAY}
    by_hand = {"team": people.team(), "auditor": people.post(), "audited_on": date(2010, 3, 2)}
    by_hand["first_grade"] = audits.grade()
    fields = {"model": CaseAudit, **known, **by_hand}
    audit, other = (operations.create(**fields, reference=name) for name in (earlier, "CA-8"))
    audit = operations.change(record=audit, version=1, by=lead, on=DAY, reference=reference)
    repeat = {**fields, "reference": "CA-9", "audited_on": date(2011, 3, 2)}
    operations.create(**repeat, earlier_audit=other)
    meeting = {"forum": "Learning", "held_on": DAY, "model": LearningMeeting, **known}
    operations.create(**meeting, audits=[audit, other])
    draw_sample(**known, title="Visits", cases=[drawn, "CA-99"], size=2)
    draw_sample(**known, title="Plans", cases=["CA-77", "CA-99"], size=2)
    adopted()
    erasure.erase_audit(audit=audit, because="Request 4", by=lead, on=DAY)
    rows = HistoryDetail.objects.filter(council=lead.council.slug)
    values = {text for pair in rows.values_list("before", "after") for text in strings(pair)}
    assert not {text for text in values if text.endswith((earlier, reference, drawn))}
    assert {"Audit CA-8", "CA-9", "CA-77"} <= values
    assert "entries of history end with" in verified()


def test_a_person_who_is_deleted_past_the_program_is_named(lead):
    person = recorded_person(lead)
    adopted()
    without_guards()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET name = %s WHERE id = %s", ["X Y", person.pk])
    with pytest.raises(CommandError, match=f"person {person.pk}"):
        verified()
    assert Person.objects.get().name == "X Y", "the check changes nothing"


def test_policies_are_listed_by_how_long_they_keep():
    lengths = [(90, rules.DAYS), (2, rules.YEARS), (12, rules.MONTHS), (6, rules.YEARS)]
    for (length, unit), kind in zip(lengths, rules.KINDS, strict=False):
        make.policy(kind.key, length=length, unit=unit)
    listed = [row.period for row in RetentionPolicy.objects.order_by(days_kept())]
    assert listed == ["90 days", "12 months", "2 years", "6 years"]
