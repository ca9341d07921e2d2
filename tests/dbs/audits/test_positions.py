"""DBS audits: counted from the register, entered as counts, corrected, withdrawn."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.dbs.models.audits import DbsAudit, DbsAuditCount
from assurance.dbs.operations import policies, positions
from assurance.dbs.rules import positions as rules
from assurance.people.models.people import Cohort
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from tests.cast import ROLES, make_council, make_user, officer
from tests.dbs.entries import refusal
from tests.make import dbs, people
from tests.registers.test_undone_withdrawals import undoing, withdrawn
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DOING = {"by": dbs.BY, "on": date(2016, 1, 18)}
DAYS = {"audit_date": dbs.AUDIT_DATE, "position_date": dbs.POSITION_DATE}


def counted(**said):
    """A count of the usual population."""
    usual = {"council": make_council(), "cohort": people.cohort(usual=True), **DAYS, **DOING}
    return positions.count_dbs_audit(**{**usual, **said})


def register_of_january():
    """In date 6, due 2, re-checked 3, in progress 4, nothing applied for 1, in two groups."""
    dbs.policy()
    for number in range(16):
        who = people.engagement(group="agency" if number % 2 else "employee").person
        issued = date(2014, 6, 2) if number < 6 else date(2013, 1, 20 if number < 8 else 2)
        dbs.dbs_check(person=who, issued_on=issued)
        if 8 <= number < 11:
            dbs.dbs_check(person=who, issued_on=date(2016, 1, 8))
        if 11 <= number < 15:
            dbs.application(person=who, submitted_on=date(2016, 1, 12))


def test_an_audit_is_counted_from_the_register_at_both_dates():
    register_of_january()
    audit = counted()
    assert audit.needing == 16 and audit.origin == DbsAudit.COUNTED
    for moment, wanted in (
        (rules.AUDIT, {"IN_DATE": 6, "DUE_SOON": 2, "OVERDUE": 8}),
        (rules.POSITION, {"IN_DATE": 9, "DUE_SOON": 2, "OVERDUE_IN_PROGRESS": 4, "OVERDUE": 1}),
    ):
        assert {part: some for part, some in audit.parts_at(moment).items() if some} == wanted
    assert audit.follow_up == {"rechecked": 3, "in_progress": 4, "not_started": 1}
    assert (audit.due_in(date(2016, 1, 1)), audit.due_in(date(2016, 2, 1))) == (2, 0)
    groups = audit.groups_at(rules.POSITION).items()
    assert {group: sum(parts.values()) for group, parts in groups} == {"agency": 8, "employee": 8}
    assert (audit.policy, len(audit.rows_digest)) == ("every 36 months", 64)
    entry = HistoryEntry.objects.get()
    assert entry.what == "dbs_audits.count" and "parts" in entry.changes


def policy_of_a_year(audit, from_date):
    """Records that re-checks are due every year from a day on."""
    said = {"council": audit.council, "interval_months": 12, **DOING}
    said["approver"] = people.post(council=audit.council)
    policies.record_policy(from_date=from_date, **said)


def test_an_audit_stays_as_it_was_counted():
    register_of_january()
    audit = counted()
    before = audit.in_words
    dbs.dbs_check(person=people.engagement().person)
    policy_of_a_year(audit, date(2016, 2, 1))
    again = DbsAudit.objects.get(pk=audit.pk)
    assert (again.in_words, again.needing, again.policy) == (before, 16, "every 36 months")


def test_a_correction_counts_again_under_the_policy_that_the_audit_used():
    register_of_january()
    audit = counted()
    policy_of_a_year(audit, date(2012, 1, 1))
    dbs.dbs_check(person=people.engagement().person)
    newer = positions.correct_dbs_audit(
        record=audit, version=1, corrected_because="One was missing", **DOING
    )
    assert (newer.edition, newer.needing, newer.policy) == (2, 17, "every 36 months")
    audit.refresh_from_db()
    assert audit.replaced_on == DOING["on"] and not audit.is_in_force
    assert list(DbsAudit.objects.in_state("")) == [newer]
    assert list(DbsAudit.objects.other_editions_of(newer)) == [audit]
    field, sentence = refusal(
        positions.correct_dbs_audit, record=audit, version=2, corrected_because="-", **DOING
    )
    assert (field, "newer version" in sentence) == ("corrected_because", True)


def test_a_correction_of_another_day_is_held_against_that_days_policy():
    audit = dbs.dbs_audit()
    dbs.policy(group="", from_date=date(2016, 1, 6), interval_months=24)
    said = {"needing": 1, "at_audit": {"IN_DATE": 1}, "source": "-"}
    newer = positions.correct_dbs_audit(
        record=audit, version=1, corrected_because="-", audit_date=date(2016, 1, 7), **said, **DOING
    )
    assert newer.edition == 1 and newer.audit_date == date(2016, 1, 7)
    assert newer.policies.count() == 1


def test_an_entered_audit_is_corrected_by_a_further_edition():
    audit = dbs.dbs_audit()
    said = {
        "needing": 351,
        "at_audit": {"IN_DATE": 313, "DUE_SOON": 7, "PAST_DUE": 31},
        "source": "DBS audit of January 2016, corrected",
        "version": 1,
        "record": audit,
        **DOING,
    }
    assert refusal(positions.correct_dbs_audit, corrected_because=" ", **said)[0]
    newer = positions.correct_dbs_audit(corrected_because="One was overdue too", **said)
    assert newer.parts_at(rules.AUDIT)["PAST_DUE"] == 31
    assert newer.parts_at(rules.POSITION) is None and newer.follow_up is None
    entry = HistoryEntry.objects.order_by("-seq").first()
    assert entry.what == "dbs_audits.correct"
    with pytest.raises(EditConflict):
        positions.correct_dbs_audit(corrected_because="Again", **said)


def test_a_withdrawn_audit_is_not_corrected_and_its_day_is_free_again():
    audit = dbs.dbs_audit()
    said = {"record": audit, "because": "Of another council", **DOING, "by": officer()}
    assert refusal(operations.withdraw, version=1, **{**said, "because": ""})[0] == "because"
    operations.withdraw(version=1, **said)
    refused = refusal(
        positions.correct_dbs_audit, record=audit, version=2, corrected_because="-", **DOING
    )
    assert "withdrawn" in refused[1]
    assert dbs.dbs_audit().edition == 2


@swept(
    [
        ({"needing": 352}, "at_audit", "351, which is fewer than the 352"),
        ({"at_audit": {"IN_DATE": 320, "DUE_OR_OVERDUE": 31}}, "follow_up", "were overdue"),
        ({"follow_up": {"rechecked": 30}}, "follow_up", "Enter “Re-check in progress” as well"),
        ({"due": {date(2015, 12, 1): 1}}, "due", "lies before the audit"),
        ({"at_audit": {"SOMETHING": 351}}, "at_audit", "not a part"),
        ({"position_date": date(2016, 1, 4)}, "position_date", "cannot be of an earlier date"),
    ]
)
def test_what_does_not_add_up_is_refused_naming_both_numbers(said, field, words):
    found = refusal(dbs.dbs_audit, **said)
    assert found[0] == field and words in found[1]
    assert not DbsAudit.objects.exists() and not DbsAuditCount.objects.exists()


def test_parts_not_told_apart_are_parts():
    audit = dbs.dbs_audit(
        at_audit={"DUE_OR_OVERDUE": 31, "NOT_BROKEN_DOWN": 320},
        at_position=None,
        follow_up=None,
        due=None,
        by_group={"employee": 300, "not_broken_down": 51},
    )
    assert audit.groups_at(rules.POSITION) == {
        "employee": {"NOT_BROKEN_DOWN": 300},
        "not_broken_down": {"NOT_BROKEN_DOWN": 51},
    }
    assert audit.due_in(date(2016, 1, 1)) is None


def test_an_audit_of_one_day_says_the_same_twice():
    parts = {"IN_DATE": 460, "DUE_OR_OVERDUE": 31}
    audit = dbs.dbs_audit(
        needing=491, at_audit=parts, at_position=None, follow_up=None, due=None,
        position_date=dbs.AUDIT_DATE,
    )  # fmt: skip
    assert audit.parts_at(rules.AUDIT) == audit.parts_at(rules.POSITION) == parts


def test_a_population_of_children_or_without_groups_is_not_counted():
    dbs.policy()
    children = people.cohort("children", kind=Cohort.CHILDREN)
    assert refusal(counted, cohort=children)[0] == "cohort"
    assert refusal(counted, cohort=people.cohort("entered", groups=[]))[0] == "cohort"
    assert dbs.dbs_audit(cohort=people.cohort("entered"))


def test_an_audit_needs_a_policy_in_force_for_every_group():
    said = {"cohort": people.cohort(usual=True)}
    dbs.policy(group="employee")
    field, sentence = refusal(counted, **said)
    assert (field, "No re-check policy" in sentence) == ("audit_date", True)
    dbs.policy(group="agency", interval_months=24)
    audit = counted(**said)
    assert audit.policy == "Agency worker: every 24 months; Employee: every 36 months"


def test_another_councils_people_are_not_counted():
    register_of_january()
    dbs.dbs_check(council=make_council("elsewhere"))
    assert counted().needing == 16


def test_a_withdrawal_is_not_undone_beside_an_audit_recorded_since():
    register_of_january()
    by = make_user(*ROLES, council=make_council())
    for day, other_day in ((5, 5), (5, 6)):
        first = counted(audit_date=date(2016, 1, day))
        gone = withdrawn(first, by)
        other = counted(audit_date=date(2016, 1, other_day))
        _, sentence = refusal(operations.undo_withdrawal, **undoing(gone, by))
        assert sentence == (
            f"The DBS audit of {other_day} January 2016, recorded since, has the position of "
            "15 January 2016 of this population: withdraw that one before this one counts again"
        )
        withdrawn(other, by)
        back = operations.undo_withdrawal(**undoing(gone, by))
        # One that stood beside it before, and was asked about, is nothing against it.
        second = counted(audit_date=date(2016, 1, 8), is_second=True)
        again = operations.undo_withdrawal(**undoing(withdrawn(back, by), by))
        withdrawn(second, by)
        withdrawn(again, by)


def test_an_audit_asks_no_more_of_a_larger_register(django_assert_max_num_queries):
    register_of_january()
    cohort = people.cohort(usual=True)
    with CaptureQueriesContext(connection) as few:
        counted(cohort=cohort)
    register_of_january()
    with django_assert_max_num_queries(len(few)):
        counted(cohort=cohort, audit_date=date(2016, 1, 6), is_second=True)
