"""Which rows a legal hold keeps, by whose it is: each kind of subject, on the days around its
dates, whatever key its digest was made with."""

from datetime import date, timedelta

import pytest

from assurance.accounts.models.access_log import LoggedAccess, log_access
from assurance.accounts.models.accounts import Grant, User
from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsCheck
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.people.models.people import Person
from assurance.records.refusals import Refused
from assurance.records.withdrawals import holds
from reports.approvals.models.guests import EarlyReader
from reports.data_protection import rules, subjects
from reports.data_protection.held_rows import held_rows
from reports.data_protection.models import LegalHold
from reports.data_protection.operations import erasure
from reports.data_protection.references import address_digest
from reports.publication.models.format_requests import FormatRequest
from reports.publication.models.subscriptions import Subscription
from tests import cast
from tests.make import audits, dbs, looked_after, papers, people, readers
from tests.make import data_protection as make

pytestmark = pytest.mark.django_db
DAY, ONE = date(2022, 3, 1), timedelta(days=1)
EMAIL = "Chair@Partner.example"


def kept(model, *rows, on=DAY):
    """The keys of those of `rows` that a hold keeps."""
    return {*held_rows(cast.make_council(), model, [row.pk for row in rows], on)}


@pytest.fixture
def rotate(settings):
    """Changes the digest key, and keeps the old one."""

    def turn():
        settings.DIGEST_KEY_FALLBACKS = [settings.DIGEST_KEY, *settings.DIGEST_KEY_FALLBACKS]
        settings.DIGEST_KEY = f"{settings.DIGEST_KEY}-anew"

    return turn


def test_a_hold_over_a_person_keeps_them_and_what_hangs_on_them():
    check, other = dbs.dbs_check(), dbs.dbs_check(person=people.person(reference="OTHER-1"))
    make.hold(key=str(check.person_id))
    assert kept(Person, check.person, other.person) == {check.person_id}
    assert kept(DbsCheck, check, other) == {check.pk}
    assert kept(DbsCheck, other) == kept(DbsCheck) == set()
    assert kept(CaseAudit, audits.case_audit()) == set()


def test_a_hold_over_an_account_keeps_it_its_grants_and_its_log_alone():
    user, other = cast.clerk(), cast.clerk()
    for account in (user, other):
        log_access(account, LoggedAccess.EXPORT, "Checks", 4)
    make.hold(subject=LegalHold.ACCOUNT, key=str(user.pk))
    assert kept(User, user, other) == {user.pk}
    assert kept(User, other) == set()
    assert kept(Grant, user.grants.get(), other.grants.get()) == {user.grants.get().pk}
    mine = LoggedAccess.objects.get(account=user)
    assert kept(LoggedAccess, *LoggedAccess.objects.all()) == {mine.pk}
    # A person of the register with the same number is somebody else.
    assert kept(Person, people.person(pk=user.pk)) == set()
    assert kept(CaseAudit, audits.case_audit()) == set()


def test_a_hold_over_a_child_keeps_them_their_episodes_and_the_return():
    episode, other = looked_after.episode(), looked_after.episode()
    make.hold(subject=LegalHold.CHILD, key=episode.child.pseudonym)
    assert kept(Child, episode.child, other.child) == {episode.child_id}
    assert kept(Episode, episode, other) == {episode.pk}
    assert kept(Return, episode.held_return, other.held_return) == {episode.held_return_id}
    assert kept(Person, people.person()) == set()


def test_a_hold_over_an_address_keeps_every_row_in_which_it_stands():
    rows = [
        readers.format_request(contact=f"Write to <{EMAIL}>, or ring"),
        readers.following(EMAIL.lower()),
        papers.early_reader(email=EMAIL),
    ]
    others = [
        readers.format_request(),
        readers.format_request(contact=f"x{EMAIL}"),
        readers.following("another@partner.example"),
    ]
    make.hold(subject=LegalHold.ADDRESS, key=address_digest(EMAIL))
    assert kept(FormatRequest, rows[0], others[0], others[1]) == {rows[0].pk}
    assert kept(Subscription, rows[1], others[2]) == {rows[1].pk}
    assert kept(EarlyReader, rows[2]) == {rows[2].pk}
    assert kept(Person, people.person()) == set()


def test_a_hold_over_an_address_keeps_it_after_the_digest_key_was_changed(rotate, settings):
    request = readers.format_request(contact=EMAIL)
    make.hold(subject=LegalHold.ADDRESS, key=address_digest(EMAIL))
    for _turn in range(2):
        rotate()
        assert kept(FormatRequest, request) == {request.pk}
    settings.DIGEST_KEY_FALLBACKS = []
    assert kept(FormatRequest, request) == set()


@pytest.mark.parametrize("is_older", [False, True])
def test_an_address_on_hold_is_not_erased_under_another_of_its_digests(rotate, is_older):
    lead = cast.data_protection_lead()
    closed = {"closed_on": DAY, "closed_by": cast.clerk(), "outcome": "sent"}
    request = readers.format_request(contact=EMAIL, **closed)
    first = address_digest(EMAIL)
    rotate()
    keys = [first, address_digest(EMAIL)]
    hold = make.hold(subject=LegalHold.ADDRESS, key=keys[is_older])
    erased = {"council": lead.council, "key": keys[not is_older], "by": lead, "on": DAY}
    with pytest.raises(Refused, match="legal hold is in force"):
        erasure.erase_address(**erased)
    assert subjects.find_key(lead.council, LegalHold.ADDRESS, EMAIL) == hold.key
    assert FormatRequest.objects.get().contact == EMAIL
    LegalHold.objects.filter(pk=hold.pk).update(to_date=DAY - ONE)
    erasure.erase_address(**erased)
    request.refresh_from_db()
    assert (request.contact, request.details, request.forgotten_on) == ("", "", DAY)


def test_another_address_in_the_same_text_is_not_on_hold():
    lead = cast.data_protection_lead()
    readers.format_request(contact=f"{EMAIL}, other@partner.example")
    make.hold(subject=LegalHold.ADDRESS, key=address_digest(EMAIL))
    other = subjects.subject_of(lead.council, "address", address_digest("other@partner.example"))
    assert other.hold(DAY) is None
    assert subjects.subject_of(lead.council, "address", address_digest(EMAIL)).hold(DAY)


@pytest.mark.parametrize(
    ("first", "last", "withdrawn", "is_kept"),
    [
        (DAY, None, False, True),
        (DAY, DAY, False, True),
        (DAY + ONE, None, False, False),
        (DAY - ONE, DAY - ONE, False, False),
        (DAY - ONE, DAY, True, False),
    ],
)
def test_a_hold_keeps_from_its_first_to_its_last_day(first, last, withdrawn, is_kept):
    person = people.person()
    hold = make.hold(key=str(person.pk), from_date=first, to_date=last)
    if withdrawn:
        LegalHold.objects.filter(pk=hold.pk).update(
            withdrawn_on=DAY, withdrawn_by=cast.clerk(), withdrawn_because="Placed twice"
        )
    assert bool(kept(Person, person)) is is_kept
    assert bool(holds.why_held(person, DAY)) is is_kept
    assert bool(subjects.of_person(person).hold(DAY)) is is_kept


def test_of_two_holds_the_older_is_named_and_of_several_models_the_first_row():
    person, other = people.person(), people.person(reference="OTHER-1")
    newer = make.hold(key=str(person.pk), from_date=date(2017, 1, 1), reason="Inquiry")
    older = make.hold(key=str(person.pk), from_date=date(2016, 1, 1))
    assert older.pk > newer.pk
    sentence = rules.why_held(older.pk, older.reason, older.from_date)
    assert holds.why_held(person, DAY) == sentence
    both = {Person: [other.pk, person.pk], CaseAudit: []}
    assert holds.why_any_held(person.council, both, DAY) == sentence
    assert holds.why_any_held(person.council, {Person: [other.pk], DbsCheck: []}, DAY) == ""
    assert holds.why_any_held(person.council, {}, DAY) == ""


def test_holds_and_policies_are_listed_by_kind_and_named_without_a_person():
    hold = make.hold(subject=LegalHold.ADDRESS, key=address_digest(EMAIL))
    account = make.hold(subject=LegalHold.ACCOUNT, key="12")
    assert [*LegalHold.objects.filtered("account")] == [account]
    assert {*LegalHold.objects.filtered()} == {hold, account}
    assert hold.record_words == f"{hold.key[:8]}…" and account.record_words == "12"
    assert str(account) == "legal hold: account 12"
    person = LegalHold(subject=LegalHold.PERSON, key="471")
    assert str(person) == "legal hold: person in the DBS register 471"
    policy = make.policy(rules.STAFF, length=1)
    make.policy(rules.SIGN_IN)
    assert [*type(policy).objects.filtered(rules.STAFF)] == [policy]
    assert str(policy).endswith(": 1 year") and policy.outcome.endswith(".") and policy.starts


@pytest.mark.parametrize(
    ("length", "unit", "start", "end"),
    [
        (0, rules.DAYS, DAY, DAY),
        (1, rules.DAYS, date(2024, 2, 28), date(2024, 2, 29)),
        (1, rules.MONTHS, date(2022, 1, 31), date(2022, 2, 28)),
        (1, rules.YEARS, date(2024, 2, 29), date(2025, 2, 28)),
        (4, rules.YEARS, date(2024, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_period_ends_on_its_day_and_no_earlier(length, unit, start, end):
    assert rules.end_of(start, length, unit) == end
    assert rules.why_not_kept(end, end, "Reason") == ""
    for reason in ("Reason", "Reason."):
        assert rules.why_not_kept(end - ONE, end, reason).endswith(" Reason.")
        assert rules.why_not_erase_held(reason).endswith(" Reason.")


def test_many_holds_are_found_with_as_few_queries_as_one_and_the_first_is_named(
    django_assert_num_queries,
):
    many = [dbs.dbs_check(person=people.person(reference=f"P-{number}")) for number in range(9)]
    first, *_others = [make.hold(key=str(check.person_id)) for check in many]
    make.hold(key=str(many[0].person_id), from_date=DAY, reason="A later claim")
    keys, council = [check.pk for check in many], cast.make_council()
    with django_assert_num_queries(2):
        found = held_rows(council, DbsCheck, keys, DAY)
    assert {*found} == {*keys}
    assert found[keys[0]] == rules.why_held(first.pk, first.reason, first.from_date)
    with django_assert_num_queries(0):
        assert held_rows(council, DbsCheck, [], DAY) == {}
