"""A legal hold stops everything that would remove what it keeps, with a sentence that names it."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.imports import operations as imports
from assurance.imports.models import IMPORTED, ImportRun, RowWritten
from assurance.imports.run.display import records_shown
from assurance.looked_after.models.returns import Child, Episode
from assurance.looked_after.operations import returns
from assurance.people.models.people import Person
from assurance.records import operations
from assurance.records.history import CommandLine
from assurance.records.refusals import Refused
from assurance.records.withdrawals import holds
from reports.data_protection import rules
from reports.data_protection.held_rows import held_rows
from reports.data_protection.models import LegalHold
from reports.data_protection.references import address_digest
from reports.data_protection.schedule import apply_schedule
from reports.data_protection.subjects import subject_of
from reports.publication.models.format_requests import FormatRequest
from reports.service.retention import forget_due
from tests import cast
from tests.make import audits, dbs, looked_after, people, readers
from tests.make import data_protection as make
from tests.make.imports import import_run
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
BY, DAY = CommandLine("tests"), date(2022, 3, 1)


def named(hold):
    """The sentence of a hold."""
    return rules.why_held(hold.pk, hold.reason, hold.from_date)


def refused(action, **said):
    """The sentence with which an operation is refused."""
    with pytest.raises(Refused) as refusal:
        action(**{"by": BY, "on": DAY, **said})
    return refusal.value.sentence


def child_hold(child):
    """A hold over a child of a return."""
    return make.hold(subject=LegalHold.CHILD, key=child.pseudonym)


def person_hold(person):
    """A hold over a person of the register."""
    return make.hold(key=str(person.pk))


def test_the_sentence_names_the_hold_its_reason_and_the_law():
    sentence = rules.why_held(12, "Claim 2016/17.", date(2016, 1, 4))
    assert sentence.startswith("Legal hold 12 from 4 January 2016 keeps this: Claim 2016/17. ")
    assert "article 17(3)(e)" in sentence


def test_the_rows_of_a_return_with_a_child_on_hold_are_not_removed_or_withdrawn_or_taken_back():
    episode = looked_after.episode()
    row = episode.held_return
    other = looked_after.episode().held_return
    hold = child_hold(episode.child)
    said = {"record": row, "version": row.version}
    assert refused(returns.remove_rows, **said) == named(hold)
    assert refused(returns.withdraw_return, because="Read twice.", **said) == named(hold)
    returns.remove_rows(record=other, version=other.version, by=BY, on=DAY)
    assert [*Episode.objects.all()] == [episode] and Child.objects.count() == 1
    hold.to_date = date(2022, 2, 28)
    hold.save()
    returns.remove_rows(by=BY, on=DAY, **said)
    assert not Child.objects.exists()


@pytest.mark.parametrize("maker", [people.engagement, dbs.dbs_check, dbs.application, dbs.lookup])
def test_no_record_of_a_person_on_hold_is_withdrawn(maker):
    record = maker()
    hold = person_hold(record.person)
    said = {"record": record, "version": record.version, "because": "Typed twice."}
    assert refused(operations.withdraw, **said) == named(hold)
    said["record"] = record.person
    assert refused(operations.withdraw, **{**said, "version": record.person.version}) == named(hold)
    elsewhere = maker(person=people.person(council=record.council, reference="OTHER-1"))
    said = {"record": elsewhere, "version": elsewhere.version, "because": "Typed twice."}
    assert operations.withdraw(**said, by=cast.officer(), on=DAY).is_withdrawn


def test_the_page_of_a_withdrawal_shows_the_sentence():
    check = dbs.dbs_check()
    hold = person_hold(check.person)
    browser = browser_of(cast.officer(check.council))
    page = reverse("dbs:check-withdraw", args=[check.pk])
    answer = browser.post(page, {"because": "Typed twice.", "version": check.version})
    assert f"Legal hold {hold.pk} from 4 January 2016" in answer.content.decode()


def imported_person(person):
    """A run that added a person."""
    run = import_run(council=person.council, state=IMPORTED, ended_on=date(2020, 1, 6))
    how = RowWritten.ADDED
    RowWritten.objects.create(run=run, model="people.Person", key=person.pk, how=how, digest="x")
    return run


def test_an_import_that_added_a_person_on_hold_is_not_undone(monkeypatch):
    person = people.person()
    run = imported_person(person)
    monkeypatch.setattr(imports, "why_not_undo", lambda run: None)
    hold = person_hold(person)
    assert refused(imports.undo, run=run) == named(hold)
    assert Person.objects.filter(pk=person.pk).exists()
    hold.delete()
    imports.undo(run=run, by=BY, on=DAY)
    assert not Person.objects.filter(pk=person.pk).exists()
    # What identifies a person goes with the person.
    [row] = records_shown(ImportRun.objects.get(pk=run.pk), 1)
    assert (row.name, row.kind, row.outcome) == ("name not kept", "person", "Removed")


def test_what_undoing_needs_of_a_person_on_hold_is_not_forgotten():
    kept, other = people.person(), people.person(reference="OTHER-1")
    person_hold(kept)
    for person in (kept, other):
        imported_person(person)
    imports.forget_staged(council=kept.council, by=BY, on=DAY)
    digests = dict(RowWritten.objects.values_list("key", "digest"))
    assert digests == {kept.pk: "x", other.pk: ""}


def test_nightly_retention_passes_what_is_on_hold():
    account, other = cast.officer(), cast.officer()
    make.hold(subject=LegalHold.ACCOUNT, key=str(account.pk))
    for kind in (rules.SIGN_IN, rules.ACCESS_LOG):
        make.policy(kind, length=1, unit=rules.DAYS)
    for user in (account, other):
        log_access(user, LoggedAccess.EXPORT, "Checks", 4)
        AccessAttempt.objects.create(username=user.email, failures_since_start=1)
    long_ago = datetime(2015, 1, 1, tzinfo=UTC)
    LoggedAccess.objects.update(at=long_ago)
    AccessAttempt.objects.update(attempt_time=long_ago)
    apply_schedule(account.council, by=BY, on=DAY)
    assert LoggedAccess.objects.get().account == account
    assert AccessAttempt.objects.get().username == account.email


def test_an_address_on_hold_is_not_forgotten_on_its_day():
    rows = [
        readers.format_request(
            **{"closed_on": date(2016, 1, 4), "closed_by": cast.clerk(), "outcome": "sent"},
            contact=f"{name}@example.org",
        )
        for name in ("kept", "other")
    ]
    make.hold(subject=LegalHold.ADDRESS, key=address_digest("kept@example.org"))
    forget_due(by=BY, on=DAY)
    assert [*FormatRequest.objects.exclude(contact="")] == rows[:1]


def test_without_a_hold_nothing_is_kept_and_another_council_s_hold_keeps_nothing_here():
    person = people.person()
    assert holds.why_held(person, DAY) == ""
    elsewhere = cast.make_council("elsewhere")
    make.hold(council=elsewhere, key=str(person.pk))
    assert held_rows(person.council, Person, [person.pk], DAY) == {}


def test_the_home_of_data_protection_leads_to_holds_and_to_a_person(settings):
    settings.CANDOUR_TODAY = DAY.isoformat()
    lead = cast.data_protection_lead()
    page = browser_of(lead).get(reverse("home")).content.decode()
    assert "None today" in page and "kinds of record without a policy" in page
    for _ in range(7):
        make.hold(council=lead.council)
    page = browser_of(lead).get(reverse("home")).content.decode()
    assert page.count("since 4 January 2016") == 5 and "2 more" in page
    for name in ("hold-list", "schedule", "find", "reach"):
        assert f'href="{reverse(f"data_protection:{name}")}"' in page
    assert (
        "None today" not in browser_of(cast.administrator()).get(reverse("home")).content.decode()
    )


def test_the_page_of_a_person_leads_to_a_hold():
    lead = cast.data_protection_lead()
    held = make.hold(council=lead.council)
    page, add = browser_of(lead), reverse("data_protection:hold-add")
    assert add not in page.get(held.kept_address).content.decode()
    assert "over the data about" not in page.get(add).text


@pytest.mark.parametrize("kind", ["person", "account", "child", "audit", "address"])
def test_a_hold_is_over_the_data_that_led_to_its_form(kind):
    lead = cast.data_protection_lead()
    email = readers.following("reader@example.org").email
    keys = {
        "person": lambda: people.person(reference="S-1").pk,
        "account": lambda: cast.clerk().pk,
        "child": lambda: looked_after.episode().child.pseudonym,
        "audit": lambda: audits.case_audit().pk,
        "address": lambda: address_digest(email),
    }
    key = str(keys[kind]())
    subject, page = subject_of(lead.council, kind, key), browser_of(lead)
    [link] = re.findall(r'href="([^"]*/holds/add/[^"]*)"', page.get(subject.address).text)
    html = page.get(unescape(link)).text
    assert f"over the data about {subject.name} ({subject.noun})" in html and email not in link
    assert "A staff reference or" not in html
    typed = dict(re.findall(r'name="(subject|key)" value="([^"]*)"', html))
    typed |= {"from_date_day": "1", "from_date_month": "3", "from_date_year": "2022"}
    assert "There is a problem" in page.post(unescape(link), typed).text
    answer = page.post(unescape(link), {**typed, "reason": "Claim 8"})
    assert answer.url == subject.address and subject.hold(DAY).reason == "Claim 8"
    # Of a record that is not there the form asks as usual.
    assert "A staff reference or" in page.get(unescape(link).replace(key, "0")).text
