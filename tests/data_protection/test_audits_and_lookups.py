"""The ends of case audits and of answers of the Update Service: what goes, what stays counted, what
refuses it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import UpdateLookup
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.people.models.people import Engagement
from assurance.records import operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import When, on_day
from reports.data_protection import rules
from reports.data_protection.models import LegalHold
from reports.data_protection.operations import erasure
from reports.data_protection.refusals import why_not_erase
from reports.data_protection.schedule import apply_schedule, preview
from reports.data_protection.subjects import find_key, subject_of
from tests import cast
from tests.data_protection.test_proofs_after_erasure import (
    adopted,
    own_folder,  # noqa: F401
    verified,
)
from tests.make import audits, dbs, people
from tests.make import data_protection as make

pytestmark = pytest.mark.django_db
DAY, ONE = date(2022, 3, 1), timedelta(days=1)
MONTHS = [When(date(2015, 1, 1), date(2015, month, 28)) for month in range(2, 13)]


@pytest.fixture
def lead():
    return cast.data_protection_lead()


def line(kind, day=DAY):
    (found,) = (one for one in preview(cast.make_council(), day) if one.kind.key == kind)
    return found


def applied(kind, lead, day=DAY):
    (found,) = (row for row in apply_schedule(lead.council, by=lead, on=day) if row["kind"] == kind)
    return found


def answers(prefix):
    """Every figure whose key begins with `prefix`, of spans and days of 2015: what it counts and by
    which records."""
    keys = [key for key in FIGURES if key.startswith(prefix)]
    whens = [*MONTHS, *(When.at(month.end) for month in MONTHS)]
    queries = [FigureQuery(key, "", when) for key in keys for when in whens]
    values = measure(cast.make_council(), queries, FIGURES).exact
    return {
        (query, name): (value.count, value.base, value.label, sorted(value.rows()))
        for query in queries
        for name, value in values[query].items()
    }


def recorded_audit(lead, **fields):
    """An audit that history has with its words, in a sample, with an action that was done."""
    own = {"strengths": "Sam is heard.", "child_view": "I like it.", **fields}
    reference = own.get("reference", "CA-77")
    usual = {"audited_on": date(2015, 3, 2), "auditor": people.post(), "team": people.team()}
    audit = operations.create(
        model=CaseAudit, council=lead.council, by=lead, on=date(2015, 3, 2),
        **{**usual, **own, "reference": reference, "first_grade": audits.grade("good")},
    )  # fmt: skip
    audits.audit_action(
        audit=audit, text="Ring Sam’s mother.", evidence="She rang.", done_on=date(2015, 5, 1)
    )
    audits.audit_sample(title=f"Sample of {reference}", references=["C-1", reference.lower()])
    return audit


def test_the_words_of_an_audit_go_and_what_it_counts_stays(lead):
    audit = recorded_audit(lead)
    theme = audits.audit_theme()
    audit.themes.set([theme])
    make.policy(rules.AUDITS)
    before = answers("audits.")
    assert line(rules.AUDITS).count == 1
    assert applied(rules.AUDITS, lead)["removed"] == 1
    audit.refresh_from_db()
    words = (audit.strengths, audit.child_view, audit.reference, audit.words_removed_on)
    assert words == ("", "", f"Removed {audit.pk}", DAY)
    action = audit.agreed_actions.get()
    assert (action.text, action.evidence, action.done_on) == ("Text removed", "", date(2015, 5, 1))
    assert audits.AuditSample.objects.get().references == ["C-1", audit.reference]
    assert [*audit.themes.all()] == [theme]
    assert answers("audits.") == before and any(count for count, *_ in before.values())
    # Once is enough, and no value of history has what went.
    assert applied(rules.AUDITS, lead)["removed"] == 0
    seqs = HistoryEntry.objects.about(audit).values("seq")
    assert not HistoryDetail.objects.filter(seq__in=seqs).exists()


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"audited_on": date(2016, 3, 1)}, True),
        ({"audited_on": date(2016, 3, 2)}, False),
        ({"done_on": date(2016, 3, 2)}, False),
        ({"done_on": None}, False),
        ({"done_on": None, "is_withdrawn": True}, True),
        ({"round_end": date(2016, 3, 2)}, False),
        ({"round_end": date(2016, 3, 1)}, True),
    ],
)
def test_an_audit_ends_six_years_after_its_work(lead, fields, ends):
    own = {"audited_on": fields.get("audited_on", date(2016, 1, 4))}
    if "round_end" in fields:
        own["round"] = audits.audit_round(start=date(2016, 1, 1), end=fields["round_end"])
    if "is_withdrawn" in fields:
        own |= {"withdrawn_on": DAY, "withdrawn_by": lead, "withdrawn_because": "Of Sam, twice"}
    audit = audits.case_audit(**own)
    if "done_on" in fields:
        audits.audit_action(audit=audit, due_on=date(2016, 2, 1), done_on=fields["done_on"])
    make.policy(rules.AUDITS)
    assert applied(rules.AUDITS, lead)["removed"] == ends
    audit.refresh_from_db()
    assert bool(audit.words_removed_on) is ends
    assert "Sam" not in audit.withdrawn_because or not ends


def test_an_audit_without_its_words_is_not_changed(lead):
    audit = recorded_audit(lead)
    make.policy(rules.AUDITS)
    applied(rules.AUDITS, lead)
    audit.refresh_from_db()
    with pytest.raises(Refused, match="removed on 1 March 2022"):
        operations.change(record=audit, version=audit.version, by=lead, on=DAY, strengths="Sam")
    with pytest.raises(Refused, match="removed already"):
        erasure.erase_audit(audit=audit, by=lead, on=DAY)


def test_a_hold_over_an_audit_keeps_it_from_its_end_and_from_withdrawal(lead, client):
    audit = recorded_audit(lead)
    make.policy(rules.AUDITS)
    client.force_login(lead)
    key = find_key(lead.council, LegalHold.AUDIT, " ca-77 ")
    hold = make.hold(subject=LegalHold.AUDIT, key=key)
    assert [held for *_, held in line(rules.AUDITS).rows] == [True]
    assert (applied(rules.AUDITS, lead)["held"], key) == (1, str(audit.pk))
    with pytest.raises(Refused, match="Legal hold"):
        operations.withdraw(record=audit, version=1, because="Twice", by=lead, on=DAY)
    assert "CA-77" in client.get(reverse("data_protection:hold-list")).text
    assert LegalHold.objects.get(pk=hold.pk).record_words == key


def test_an_audit_is_found_exported_and_erased_on_request(lead, client):
    audit = recorded_audit(lead, audited_on=date(2018, 3, 2))
    audit.agreed_actions.update(done_on=None)
    client.force_login(lead)
    page = reverse("data_protection:subject", args=["audit", audit.pk])
    with on_day(DAY):
        found = client.post(
            reverse("data_protection:find"), {"subject": "audit", "reference": "CA-77"}
        )
        assert found.url == page
        assert "An action of this audit is still open" in client.get(page).text
        audit.agreed_actions.update(done_on=date(2019, 1, 7))
        # By the usual policy, since the council has none; a date later than the audit's own.
        assert "keeps this until 7 January 2025" in client.get(page).text
        make.policy(rules.AUDITS, length=1)
        exported = client.post(reverse("data_protection:export", args=["audit", audit.pk]))
        assert exported.status_code == 200
        html = client.get(page).text
        assert "Samples that drew the case" in html and "for this case audit" in html
        searched = client.get(reverse("data_protection:free-text", args=["audit", audit.pk])).text
        assert "this person" not in html + searched and "about this case audit" in searched
        typed = {"because": "Request 9", "sure": "on"}
        client.post(reverse("data_protection:erase", args=["audit", audit.pk]), typed)
        assert "removed already" in client.get(page).text
    audit.refresh_from_db()
    assert audit.strengths == "" and audit.agreed_actions.get().text == "Text removed"


def test_an_audit_that_was_withdrawn_may_be_erased_at_once(lead):
    gone = {"withdrawn_on": DAY, "withdrawn_by": lead, "withdrawn_because": "Of another child"}
    audit = audits.case_audit(audited_on=DAY, **gone)
    assert why_not_erase(subject_of(lead.council, "audit", str(audit.pk)), DAY) == ""
    assert subject_of(lead.council, "audit", "9999") is None
    erasure.erase_audit(audit=audit, because="Request 9", by=lead, on=DAY)
    audit.refresh_from_db()
    assert audit.withdrawn_because == "Text removed"


def lookups(*days, person=None, **fields):
    person = person or people.engagement().person
    return [dbs.lookup(person=person, looked_on=day, **fields) for day in days]


def test_a_replaced_answer_goes_a_year_after_and_the_newest_stays(lead):
    first, _second, third = lookups(date(2019, 4, 1), date(2021, 3, 1), date(2021, 3, 2))
    lookups(date(2010, 4, 1), person=people.engagement().person)
    make.policy(rules.LOOKUPS)
    # The second one's period is over on the next day.
    rows = [(label, end) for label, end, _held in line(rules.LOOKUPS).rows]
    assert [end for _label, end in rows] == [date(2022, 3, 1), date(2022, 3, 2)]
    assert rows[0][0] == f"{first.person.reference}, look-up of 1 April 2019"
    assert applied(rules.LOOKUPS, lead)["removed"] == 1
    assert applied(rules.LOOKUPS, lead, DAY + ONE)["removed"] == 1
    assert [*UpdateLookup.objects.filter(person=first.person)] == [third]
    assert UpdateLookup.objects.count() == 2


@pytest.mark.parametrize(
    ("answers_", "goes"),
    [
        (("CURRENT", "NO_MATCH"), [False, False]),
        (("NO_MATCH", "NO_MATCH"), [True, False]),
        (("NO_MATCH", "CURRENT"), [True, False]),
        (("CURRENT", "NOT_CURRENT"), [True, False]),
        (("CURRENT", "NO_MATCH", "CURRENT"), [True, True, False]),
    ],
)
def test_no_match_replaces_no_answer_but_another(lead, answers_, goes):
    person = people.engagement().person
    rows = [
        dbs.lookup(person=person, looked_on=date(2020, month, 1), answer=answer)
        for month, answer in enumerate(answers_, start=1)
    ]
    make.policy(rules.LOOKUPS)
    applied(rules.LOOKUPS, lead)
    assert [not UpdateLookup.objects.filter(pk=row.pk).exists() for row in rows] == goes


def test_a_withdrawn_answer_goes_after_its_withdrawal_and_replaces_none(lead):
    gone = {"withdrawn_on": DAY, "withdrawn_by": lead, "withdrawn_because": "Of another person"}
    person = people.engagement().person
    [first] = lookups(date(2020, 1, 6), person=person)
    lookups(date(2020, 2, 3), person=person, **gone)
    make.policy(rules.LOOKUPS)
    assert applied(rules.LOOKUPS, lead)["removed"] == 0
    assert applied(rules.LOOKUPS, lead, date(2023, 3, 1))["removed"] == 1
    assert [*UpdateLookup.objects.all()] == [first]


def test_figures_of_dbs_checks_count_the_same_after_the_run(lead):
    dbs.policy()
    for place in range(1, 13):
        person = people.engagement(
            starts_on=date(2013, 1, 7), ends_on=date(2015, place, 15) if place % 3 else None
        ).person
        dbs.dbs_check(person=person, issued_on=date(2011, 1, 3))
        days = [date(2014, 12, 1), date(2015, 4, 7), date(2015, 8, 3), date(2016, 2, 1)]
        for number, day in enumerate(days):
            answer = ("CURRENT", "NOT_CURRENT", "NO_MATCH")[(place + number) % 3]
            dbs.lookup(person=person, looked_on=day, answer=answer)
    make.policy(rules.LOOKUPS)
    before = answers("dbs.")
    assert applied(rules.LOOKUPS, lead)["removed"] > 12
    assert answers("dbs.") == before and any(count for count, *_ in before.values())
    assert Engagement.objects.count() == 12


def test_a_hold_over_a_person_keeps_their_answers(lead):
    first, _second = lookups(date(2018, 1, 8), date(2019, 1, 7))
    make.policy(rules.LOOKUPS)
    make.hold(key=str(first.person_id))
    assert [held for *_, held in line(rules.LOOKUPS).rows] == [True]
    assert (applied(rules.LOOKUPS, lead)["held"], UpdateLookup.objects.count()) == (1, 2)


def test_both_ends_leave_records_that_verify(lead):
    audit = recorded_audit(lead)
    first, _second = lookups(date(2018, 1, 8), date(2019, 1, 7))
    adopted()
    verified()
    erasure.erase_audit(audit=audit, because="Request 4", by=lead, on=DAY)
    assert "entries of history end with" in verified()
    erasure.erase_lookup(record=first, because="Schedule", by=lead, on=DAY)
    assert "entries of history end with" in verified()
