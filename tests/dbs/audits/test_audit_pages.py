"""The pages of DBS audits, of re-check policies and of populations."""

from datetime import date

import pytest

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.rules import positions as rules
from tests.cast import clerk
from tests.dbs.entries import typed, typed_audit, typed_policy
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.page_requests import errors

pytestmark = pytest.mark.django_db


@pytest.fixture
def policy(db):
    """A policy in force."""
    return dbs.policy()


def test_an_audit_is_entered_and_read_back(signed_in, policy):
    page = page_of(signed_in.post("/dbs/audits/add/", typed_audit(), follow=True))
    for words in (
        *("DBS audit added.", "5 January 2016", "15 January 2016", "every 36 months"),
        *("321 of 351 (91.5%)", "335 of 351 (95.4%)", "January 2016: 7", "Re-checked since"),
    ):
        assert words in page
    audit = DbsAudit.objects.get()
    assert audit.parts_at(rules.AUDIT) == {"IN_DATE": 314, "DUE_SOON": 7, "PAST_DUE": 30}
    assert audit.follow_up == {"rechecked": 14, "in_progress": 16, "not_started": 0}


def test_an_audit_of_one_day_needs_its_parts_once(signed_in, policy):
    empty = dict.fromkeys(
        [
            *("position_in_date", "position_due_soon", "position_overdue_in_progress"),
            *("rechecked", "in_progress", "due_0", "audit_due_soon", "audit_past_due"),
        ],
        "",
    )
    said = {"audit_in_date": "460", "audit_due_or_overdue": "31", "needing": "491"}
    day = date(2016, 1, 15)
    entry = typed_audit(**{**empty, **said, "audit_date": day, "position_date": day})
    page = page_of(signed_in.post("/dbs/audits/add/", entry, follow=True))
    assert "Due or overdue, not split" in page and "not known" in page
    assert DbsAudit.objects.get().follow_up is None


def test_a_follow_up_in_part_is_refused_at_its_field(signed_in, policy):
    part = typed_audit(in_progress="")
    [sentence] = errors(signed_in.post("/dbs/audits/add/", part))["rechecked"]
    assert "follow-up" in sentence and "14" in sentence and "30" in sentence
    assert not DbsAudit.objects.exists()
    signed_in.post("/dbs/audits/add/", {**part, "rechecked": "30"})
    assert DbsAudit.objects.get().follow_up == {"rechecked": 30, "in_progress": 0, "not_started": 0}


@pytest.mark.long
def test_an_audit_is_corrected_with_a_reason_and_the_one_before_stays(signed_in):
    audit = dbs.dbs_audit(by_group={"employee": 351})
    address = f"/dbs/audits/{audit.pk}/change/"
    page = page_of(signed_in.get(address))
    for field, value in (("audit_past_due", 30), ("group_employee", 351), ("due_0", 7)):
        assert f'name="{field}" value="{value}"' in page
    entry = typed_audit(audit_in_date="313", audit_past_due="31", rechecked="15", version=1)
    answer = signed_in.post(address, entry)
    assert errors(answer) == {"corrected_because": ["Enter why it is corrected"]}
    entry["corrected_because"] = "One was overdue too"
    page = page_of(signed_in.post(address, entry, follow=True))
    assert "One was overdue too" in page and "Version 1" in page
    page = page_of(signed_in.get(f"/dbs/audits/{audit.pk}/"))
    assert "18 January 2016" in page and "/change/" not in page
    assert len(signed_in.get("/dbs/audits/").context["lines"]) == 1
    assert len(signed_in.get("/dbs/audits/?withdrawn=every").context["lines"]) == 2


def test_an_audit_is_counted_and_counted_again(signed_in, policy):
    dbs.dbs_check()
    days = {"audit_date": date(2016, 1, 5), "position_date": date(2016, 1, 15)}
    entry = typed(cohort=people.cohort(usual=True).pk, **days)
    page = page_of(signed_in.post("/dbs/audits/count/", entry, follow=True))
    assert "DBS audit counted from the register." in page and "1 of 1" in page
    audit = DbsAudit.objects.get()
    dbs.dbs_check()
    dbs.dbs_check(person=people.engagement(starts_on=date(2016, 1, 15)).person)
    dbs.dbs_check(person=people.engagement(ends_on=date(2016, 1, 15)).person)
    address = f"/dbs/audits/{audit.pk}/change/"
    page = page_of(signed_in.get(address))
    assert "Count again" in page and 'name="needing"' not in page
    page = page_of(
        signed_in.post(address, {"corrected_because": "Late records", "version": 1}, follow=True)
    )
    assert "3 of 3" in page and "In post since the audit" in page
    assert "Out of scope since the audit: 1 at the audit, 0 at the position date" in page


@pytest.mark.long
def test_audits_are_filtered_and_withdrawn(signed_in):
    audit = dbs.dbs_audit()
    other = people.cohort("visitors")
    for asked, found in (
        ({"cohort": audit.cohort_id}, 1),
        ({"cohort": other.pk}, 0),
        ({"origin": "entered"}, 1),
        ({"origin": "counted"}, 0),
    ):
        assert len(signed_in.get("/dbs/audits/", asked).context["lines"]) == found
    said = {"because": "Of another council", "version": 1}
    page = page_of(signed_in.post(f"/dbs/audits/{audit.pk}/withdraw/", said, follow=True))
    assert "It is not counted." in page


def test_whoever_sees_counts_reads_audits_and_changes_nothing(client):
    audit = dbs.dbs_audit(by_group={"employee": 351})
    client.force_login(clerk())
    page = page_of(client.get(f"/dbs/audits/{audit.pk}/"))
    assert "335 of 351 (95.4%)" in page
    assert "/change/" not in page and "/withdraw/" not in page
    page = page_of(client.get("/dbs/audits/"))
    assert "/change/" not in page and "/add/" not in page and "/count/" not in page
    assert client.get("/dbs/audits/list.csv").status_code == 200


def test_a_policy_typed_wrongly_is_corrected_in_place(keeping, policy):
    entry = typed_policy(from_date=people.LONG_AGO, interval_months="24", audit_months="6")
    page = page_of(keeping.post(f"/dbs/policies/{policy.pk}/change/", entry, follow=True))
    assert "Re-check policy changed." in page and "Every 24 months" in page
    policy.refresh_from_db()
    assert (policy.interval_months, policy.audit_months, policy.to_date) == (24, 6, None)
    answer = keeping.post(f"/dbs/policies/{policy.pk}/change/", {**entry, "audit_months": "0"})
    assert "audit_months" in errors(answer)


def test_twelve_months_of_coming_re_checks_can_be_entered(signed_in, policy):
    entry = typed_audit(due_0="7", due_3="4", due_12="9")
    page = page_of(signed_in.post("/dbs/audits/add/", entry, follow=True))
    for words in ("January 2016: 7", "April 2016: 4", "January 2017: 9"):
        assert words in page
    audit = DbsAudit.objects.get()
    page = page_of(signed_in.get(f"/dbs/audits/{audit.pk}/change/"))
    assert 'name="due_12" value="9"' in page


@pytest.mark.long
def test_a_correction_onto_the_position_of_another_audit_is_asked_about(signed_in):
    audit = dbs.dbs_audit()
    dbs.dbs_audit(
        audit_date=date(2016, 1, 12), position_date=date(2016, 1, 16), due={}, follow_up=None
    )
    address = f"/dbs/audits/{audit.pk}/change/"
    wrong = typed_audit(
        position_date=date(2016, 1, 16), version=1, corrected_because="Another position date"
    )
    assert 'name="is_second"' not in page_of(signed_in.get(address))
    answer = signed_in.post(address, wrong)
    assert "already has the position of 16 January 2016" in errors(answer)["is_second"][0]
    assert 'name="is_second"' in page_of(answer)
    assert "Save as a second audit of this position" in page_of(answer)
    assert DbsAudit.objects.in_force().filter(position_date=date(2016, 1, 16)).count() == 1
    signed_in.post(address, {**wrong, "is_second": "on"})
    second = DbsAudit.objects.in_force().get(audit_date=audit.audit_date)
    assert second.position_date == date(2016, 1, 16)
    # What has been confirmed is not asked about again.
    again = {**wrong, "version": second.version, "audit_in_date": "315", "audit_past_due": "29"}
    again |= {"rechecked": "13", "corrected_because": "One was counted twice"}
    assert signed_in.post(f"/dbs/audits/{second.pk}/change/", again).status_code == 302
