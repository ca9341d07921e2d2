"""The retention schedule: what ends when, what a run removes, what a hold keeps."""

from datetime import UTC, date, datetime

import pytest
from axes.models import AccessAttempt, AccessLog
from django.core.management import call_command
from django.urls import reverse

from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.operations import draw_sample
from assurance.looked_after.models.returns import Child, Return
from assurance.people.models.people import Person
from assurance.records import history_chain, operations
from assurance.records.history import CommandLine, HistoryDetail, HistoryEntry
from assurance.runtime.periods import on_day
from reports.data_protection import period_ends, rules
from reports.data_protection.models import LegalHold, RetentionPolicy, RetentionRun
from reports.data_protection.schedule import apply_schedule, preview
from tests import cast
from tests.make import asked, audits, enclosures, looked_after, papers, people
from tests.make import data_protection as make
from tests.sweeping import swept

BY, DAY = CommandLine("tests"), date(2022, 3, 1)
pytestmark = pytest.mark.django_db


def line(kind, day=DAY):
    (found,) = (one for one in preview(cast.make_council(), day) if one.kind.key == kind)
    return found


def applied(kind, day=DAY):
    (found,) = (
        row for row in apply_schedule(cast.make_council(), by=BY, on=day) if row["kind"] == kind
    )
    return found


@swept(
    [
        (date(2022, 3, 1), 90, rules.DAYS, date(2021, 12, 1)),
        (date(2022, 3, 31), 1, rules.MONTHS, date(2022, 2, 28)),
        (date(2024, 2, 29), 6, rules.YEARS, date(2018, 2, 28)),
    ]
)
def test_a_period_is_over_on_its_day(day, length, unit, start):
    assert rules.ended_by(day, length, unit) == start


@swept(rules.KINDS, named=lambda kind: kind.key)
def test_every_kind_has_a_reason_and_an_outcome(kind):
    assert kind.reason and kind.outcome.endswith(".")
    assert not rules.why_not_last(kind.length, kind.unit)


def test_staff_end_six_years_after_their_last_role():
    left = people.engagement(ends_on=date(2016, 2, 1)).person
    people.engagement(person=left, ends_on=date(2015, 2, 1))
    people.engagement(ends_on=date(2016, 3, 20))
    people.engagement()
    again = people.engagement(ends_on=date(2010, 2, 1)).person
    people.engagement(person=again)
    make.policy()
    # One has ended already, one ends by the end of next month.
    assert [end for _, end, _ in line(rules.STAFF).rows] == [date(2022, 2, 1), date(2022, 3, 20)]
    assert applied(rules.STAFF)["removed"] == 1
    assert not Person.objects.filter(pk=left.pk).exists()
    assert Person.objects.count() == 3


def test_a_proposed_policy_removes_nothing():
    people.engagement(ends_on=date(2010, 2, 1))
    assert line(rules.STAFF).is_proposed and line(rules.STAFF).count == 1
    # Wrong passwords alone end by the usual period without a policy.
    [tries] = apply_schedule(cast.make_council(), by=BY, on=DAY)
    assert (tries["kind"], tries["removed"]) == (rules.SIGN_IN, 0)
    assert Person.objects.count() == 1


def test_the_newest_policy_in_force_applies():
    make.policy()
    make.policy(length=2, from_date=date(2022, 1, 1))
    make.policy(length=1, from_date=date(2022, 4, 1))
    found = RetentionPolicy.objects.in_force(cast.make_council(), DAY)
    assert found[rules.STAFF].length == 2


def test_a_hold_keeps_a_person_and_a_return_and_the_report_says_so():
    who = people.engagement(ends_on=date(2010, 2, 1)).person
    child = looked_after.episode().child
    make.policy()
    make.policy(rules.CHILD_ROWS)
    person_hold = make.hold(key=str(who.pk))
    make.hold(subject=LegalHold.CHILD, key=child.pseudonym)
    assert [held for *_, held in line(rules.STAFF).rows] == [True]
    assert (applied(rules.STAFF)["removed"], applied(rules.STAFF)["held"]) == (0, 1)
    assert applied(rules.CHILD_ROWS)["held"] == 1
    assert Child.objects.exists()
    # What is over holds nothing.
    operations.change(record=person_hold, version=1, by=BY, on=DAY, to_date=date(2022, 2, 28))
    assert applied(rules.STAFF)["removed"] == 1


def test_children_s_rows_go_and_the_return_stays():
    row = looked_after.episode().held_return
    make.policy(rules.CHILD_ROWS)
    assert applied(rules.CHILD_ROWS)["removed"] == 1
    assert not Child.objects.exists()
    assert Return.objects.get(pk=row.pk).rows_removed_on == DAY
    assert applied(rules.CHILD_ROWS)["removed"] == 0


def drawn_sample(**fields):
    """A sample of an audited case and of one that nobody audited, as an officer draws it."""
    audits.case_audit(reference="ca-7", audited_on=DAY)
    cases = {"cases": ["CA-7", "C-99"], "size": 2, "seed": "5eed", "title": "Visits"}
    author = {"council": cast.make_council(), "by": cast.officer(), "on": date(2021, 3, 1)}
    return draw_sample(**author, **cases, **fields)


def test_a_sample_ends_with_the_references_of_cases_that_nobody_audited(client):
    sample = drawn_sample()
    order = sample.references
    make.policy(rules.SAMPLES)
    assert applied(rules.SAMPLES, date(2022, 2, 28))["removed"] == 0
    assert [label for label, *_ in line(rules.SAMPLES).rows] == ["Visits"]
    assert applied(rules.SAMPLES)["removed"] == 1
    sample.refresh_from_db()
    place = order.index("C-99") + 1
    expected = [f"Removed case {place}" if item == "C-99" else item for item in order]
    assert (sample.references, sample.drawn) == (expected, 2)
    assert applied(rules.SAMPLES)["removed"] == 0
    seqs = HistoryEntry.objects.about(sample).values("seq")
    assert not HistoryDetail.objects.filter(seq__in=seqs).exists()
    assert list(history_chain.missing_details(sample.council.slug)) == []
    client.force_login(cast.officer())
    page = client.get(reverse("audits:sample-record", args=[sample.pk])).text
    assert "removed on 1 March 2022" in page and "Add its case audit" not in page
    assert "References removed" in page and "draw the sample again" in page
    again = client.post(
        reverse("audits:sample-again", args=[sample.pk]), {"cases": "C-99\nCA-7"}
    ).text
    assert "The same 1 case is drawn from this list by the same seed." in again


@pytest.mark.parametrize("reference", ["CA-7", "C-1"])
def test_a_hold_over_an_audit_keeps_the_sample_that_drew_it(reference):
    sample = drawn_sample(audit_round=audits.audit_round(end=date(2021, 3, 1)))
    audit = audits.case_audit(reference=reference.replace("CA-7", "Other"))
    if reference == "CA-7":
        audit = CaseAudit.objects.get(reference="ca-7")
    make.policy(rules.SAMPLES)
    make.hold(subject=LegalHold.AUDIT, key=str(audit.pk))
    run = applied(rules.SAMPLES)
    assert (run["held"], run["removed"]) == ((1, 0) if reference == "CA-7" else (0, 1))
    sample.refresh_from_db()
    assert ("C-99" in sample.references) is (reference == "CA-7")


def test_a_sample_of_a_round_ends_after_the_round():
    drawn_sample(audit_round=audits.audit_round(start=date(2021, 1, 1), end=date(2021, 6, 30)))
    make.policy(rules.SAMPLES)
    assert applied(rules.SAMPLES)["removed"] == 0
    assert applied(rules.SAMPLES, date(2022, 6, 30))["removed"] == 1


@pytest.mark.parametrize(
    ("kind", "maker"),
    [
        (
            rules.WRITERS,
            lambda: asked.contribution_request(
                state="accepted", closed_on=date(2016, 2, 1), closed_by=cast.clerk()
            ),
        ),
        (
            rules.OUTSIDE,
            lambda: papers.outside_approver(decision="approved", decided_on=date(2016, 2, 1)),
        ),
    ],
)
def test_an_address_goes_once(kind, maker):
    row = maker()
    make.policy(kind)
    assert line(kind).count == 1
    assert applied(kind)["removed"] == 1
    row.refresh_from_db()
    assert row.email == "removed@address.invalid"
    assert applied(kind)["removed"] == 0


def test_an_early_reader_s_address_goes_after_publication():
    edition = papers.edition()
    row = papers.early_reader(paper=edition.paper)
    waits = papers.early_reader()
    make.policy(rules.EARLY)
    assert applied(rules.EARLY)["removed"] == 1
    row.refresh_from_db()
    waits.refresh_from_db()
    assert (row.email, waits.email) == ("removed@address.invalid", "chair@partner.example")


@pytest.mark.parametrize("has_policy", [True, False])
def test_sign_in_attempts_go_after_90_days_but_not_those_of_other_councils(has_policy):
    other = cast.officer(cast.make_council("elsewhere"))
    own = cast.officer()
    if has_policy:
        make.policy(rules.SIGN_IN)
    assert line(rules.SIGN_IN).is_proposed is False
    for name in (own.email, "nobody@nowhere.example", other.email):
        AccessAttempt.objects.create(username=name, ip_address="10.0.0.1", failures_since_start=1)
        AccessLog.objects.create(username=name, ip_address="10.0.0.1")
    old = datetime(2021, 12, 1, 12, tzinfo=UTC)
    AccessAttempt.objects.update(attempt_time=old)
    assert line(rules.SIGN_IN).count == 2
    assert applied(rules.SIGN_IN)["removed"] == 2
    assert [row.username for row in AccessAttempt.objects.all()] == [other.email]
    assert AccessLog.objects.count() == 3


def test_the_access_log_and_old_values_of_history_end_too_and_the_chain_is_whole(monkeypatch):
    monkeypatch.setattr("reports.data_protection.operations.retention.AT_ONCE", 2)
    council, by = cast.make_council(), cast.officer()
    person = operations.create(
        model=Person, council=council, by=by, on=date(2014, 1, 1),
        reference="A1", name="Ann", work_email="ann@x.example",
    )  # fmt: skip
    held = operations.create(
        model=Person, council=council, by=by, on=date(2014, 1, 1), reference="A2", name="Bo"
    )
    operations.change(record=person, version=1, by=by, on=date(2020, 1, 1), name="Anna")
    make.hold(key=str(held.pk))
    log_access(by, LoggedAccess.EXPORT, "people", 3)
    LoggedAccess.objects.update(at=datetime(2014, 1, 1, tzinfo=UTC))
    make.policy(rules.HISTORY)
    make.policy(rules.ACCESS_LOG)
    assert applied(rules.HISTORY)["removed"] == 3
    assert applied(rules.ACCESS_LOG)["removed"] == 0
    assert not LoggedAccess.objects.exists()
    seqs = set(HistoryDetail.objects.values_list("seq", flat=True))
    assert seqs == {2, 3}
    assert history_chain.damage(council.slug) is None
    assert list(history_chain.missing_details(council.slug)) == []
    batches = HistoryEntry.objects.filter(what="data_protection.erase_history").count()
    assert batches == 2
    # What no entry says was erased is missed.
    HistoryDetail.objects.filter(seq=3).delete()
    assert list(history_chain.missing_details(council.slug)) == [(3, "name")]


def test_the_command_says_what_it_did_and_keeps_a_report_once(capsys):
    people.engagement(ends_on=date(2010, 2, 1))
    make.policy()
    with on_day(DAY):
        call_command("apply_retention")
        call_command("apply_retention")
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "netherby: People in the DBS register: 1 removed, 0 on hold, 0 refused.",
        "netherby: Sign-in attempts: 0 removed, 0 on hold, 0 refused.",
        "netherby: People in the DBS register: 0 removed, 0 on hold, 0 refused.",
        "netherby: Sign-in attempts: 0 removed, 0 on hold, 0 refused.",
    ]
    assert RetentionRun.objects.get().results[0]["removed"] == 1


def test_the_page_previews_adopts_and_shows_the_report(client):
    people.engagement(ends_on=date(2010, 2, 1))
    client.force_login(cast.data_protection_lead())
    page = reverse("data_protection:schedule")
    assert client.get(page).content.decode().count("Proposed") == len(rules.KINDS) - 1
    with on_day(DAY):
        client.post(reverse("data_protection:adopt"))
        client.post(reverse("data_protection:adopt"))
    assert RetentionPolicy.objects.count() == len(rules.KINDS)
    apply_schedule(cast.make_council(), by=BY, on=DAY)
    text = client.get(page).content.decode()
    assert "Proposed" not in text
    assert "People in the DBS register: 1 removed, 0 on hold" in text


def test_reports_and_background_papers_are_open_from_the_meeting_on():
    meeting = papers.meeting(date(2016, 1, 18))
    before = papers.edition(paper=papers.paper(meeting=meeting), issued_on=date(2016, 1, 8))
    later = papers.edition(paper=papers.paper(meeting=None), issued_on=date(2016, 1, 12))
    enclosures.background(paper=before.paper)
    rows = period_ends.published_reports(before.council, date(2016, 1, 18))
    assert [(row.pk, row.started) for row in rows] == [
        (later.pk, date(2016, 1, 12)),
        (before.pk, date(2016, 1, 18)),
    ]
    copies = period_ends.background_papers(before.council, date(2016, 1, 18))
    assert [row.started for row in copies] == [date(2016, 1, 18)]
    day = date(2016, 1, 17)
    assert [*period_ends.published_reports(before.council, day)] == [later]
    assert [*period_ends.background_papers(before.council, day)] == []
