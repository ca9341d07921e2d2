"""What is kept on a person: found, held, exported, refused by law, erased; history stays whole."""

import io
import json
from datetime import date
from zipfile import ZipFile

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from axes.models import AccessLog
from django.urls import reverse

from assurance.accounts.models.accounts import User
from assurance.accounts.operations import reactivate
from assurance.dbs.models.checks import DbsCheck
from assurance.looked_after.models.returns import Child, Episode
from assurance.people.models.people import Person
from assurance.records import history_chain, operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import on_day
from assurance.sign_in.models.devices import KnownDevice
from reports.data_protection import rules
from reports.data_protection.operations import erasure
from reports.data_protection.references import address_digest, child_pseudonyms
from reports.data_protection.subjects import find_key, of_account, subject_of
from reports.papers.models.part_writers import PartWriter
from reports.publication.models.subscriptions import Subscription
from tests import cast
from tests.make import asked, dbs, looked_after, papers, people, readers, sign_in
from tests.make import data_protection as make

DAY = date(2022, 3, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return cast.data_protection_lead()


def recorded_person(by, **fields):
    """A person whose name history has, with a role that ended, a check and a reminder."""
    person = operations.create(
        model=Person, council=by.council, by=by, on=date(2010, 1, 1),
        reference=fields.get("reference", "S-17"), name="Ann Other",
    )  # fmt: skip
    people.engagement(person=person, ends_on=fields.get("ends_on", date(2014, 1, 1)))
    dbs.dbs_check(person=person)
    dbs.reminder(person=person)
    dbs.breach(person=person)
    return person


def page_of(kind, key, name="subject"):
    return reverse(f"data_protection:{name}", args=[kind, key])


def is_whole(council):
    """Whether the chain holds and every erased value is named by an entry."""
    missing = list(history_chain.missing_details(council.slug))
    return history_chain.damage(council.slug) is None and not missing


def test_a_person_goes_with_every_row_and_history_keeps_fingerprints(lead):
    person, other = recorded_person(lead), recorded_person(lead, reference="S-18")
    went = dict(erasure.erase_person(person=person, because="Request 4", by=lead, on=DAY))
    assert went["Person"] == 1 and went["Roles"] == 1 and sum(went.values()) == 5
    assert list(Person.objects.all()) == [other]
    assert DbsCheck.objects.get().person == other
    entry = HistoryEntry.objects.get(what="data_protection.erase_person")
    assert (entry.about, entry.reason) == (f"person {person.pk}", "Request 4")
    assert entry.changes["erased_details"]["to"] == [[1, "name"], [1, "reference"]]
    assert set(HistoryDetail.objects.values_list("seq", flat=True)) == {2}
    assert is_whole(lead.council)


@pytest.mark.parametrize(
    ("ends_on", "words"),
    [(None, "17(3)(b)"), (date(2022, 4, 1), "17(3)(b)"), (date(2016, 3, 2), "Limitation Act 1980")],
)
def test_a_person_is_kept_while_a_law_needs_them(lead, ends_on, words):
    person = recorded_person(lead, ends_on=ends_on)
    with pytest.raises(Refused, match=words.replace("(", r"\(").replace(")", r"\)")):
        erasure.erase_person(person=person, by=lead, on=DAY)
    assert Person.objects.filter(pk=person.pk).exists()


def test_the_council_s_own_period_and_a_withdrawal_decide(lead):
    person = recorded_person(lead, ends_on=date(2020, 3, 2))
    make.policy(rules.STAFF, length=3)
    with pytest.raises(Refused, match="2 March 2023"):
        erasure.erase_person(person=person, by=lead, on=DAY)
    person = operations.withdraw(
        record=person, version=1, because="Recorded twice", by=lead, on=DAY
    )
    assert erasure.erase_person(person=person, by=lead, on=DAY)


def test_a_hold_refuses_with_its_reason_and_the_page_shows_it(client, lead):
    person = recorded_person(lead)
    make.hold(key=str(person.pk))
    with pytest.raises(Refused, match="Claim 2016/17"):
        erasure.erase_person(person=person, by=lead, on=DAY)
    client.force_login(lead)
    html = client.get(page_of("person", person.pk)).content.decode()
    assert "Legal hold" in html and "17(3)(e)" in html
    assert "Removed" not in html


def test_a_child_goes_once_no_return_needs_the_rows_and_others_stay(lead):
    row = looked_after.episode()
    second = looked_after.episode(held_return=row.held_return)
    with pytest.raises(Refused, match="Children Act 1989"):
        erasure.erase_child(child=row.child, by=lead, on=date(2019, 5, 31))
    assert dict(erasure.erase_child(child=row.child, by=lead, on=date(2019, 6, 1)))["Episodes"] == 1
    assert list(Child.objects.all()) == [second.child]
    assert list(Episode.objects.all()) == [second]
    assert is_whole(lead.council)


def test_an_account_loses_name_and_address_and_keeps_its_history(lead):
    user = cast.with_password(cast.clerk())
    EmailAddress.objects.create(user=user, email=user.email)
    AccessLog.objects.create(username=user.email, ip_address="10.0.0.1")
    SocialAccount.objects.create(user=user, provider="netherby", uid="person-1")
    sign_in.known_device(user)
    review = sign_in.grant_review(user.grants.get(), reason="Quillon is in post.")
    titles = dict(of_account(user).counts)
    kept = ("Known devices", "Social accounts", "Reviews of roles")
    assert [titles.get(title) for title in kept] == [1, 1, 1]
    with pytest.raises(Refused, match="can still sign in"):
        erasure.erase_account(user=user, by=lead, on=DAY)
    User.objects.filter(pk=user.pk).update(is_active=False)
    erasure.erase_account(user=user, by=lead, on=DAY)
    user.refresh_from_db()
    assert (user.name, user.email) == (
        f"Former account {user.pk}",
        f"erased-{user.pk}@account.invalid",
    )
    assert not user.has_usable_password() and user.grants.count() == 1
    assert not EmailAddress.objects.exists() and not AccessLog.objects.exists()
    assert not SocialAccount.objects.exists() and not KnownDevice.objects.exists()
    review.refresh_from_db()
    assert (review.reason, review.outcome) == ("", "keep")
    with pytest.raises(Refused, match="already"):
        erasure.erase_account(user=user, by=lead, on=DAY)
    with pytest.raises(Refused, match="were erased"):
        reactivate(user=user, by=cast.administrator(), on=DAY)
    assert is_whole(lead.council)


def test_an_address_goes_from_everything_and_the_words_stay(lead):
    email = "Chair@Partner.example"
    closed = {"state": "accepted", "closed_on": DAY, "closed_by": cast.clerk()}
    section = asked.contribution_request(email=email.lower(), **closed)
    edition = papers.edition()
    reader = papers.early_reader(paper=edition.paper, email=email.lower())
    readers.following(email.lower())
    readers.following("another@example.org")
    key = address_digest(email)
    assert find_key(lead.council, "address", f" {email} ") == key
    assert len(subject_of(lead.council, "address", key).rows) == 3
    erasure.erase_address(council=lead.council, key=key, by=lead, on=DAY)
    section.refresh_from_db()
    reader.refresh_from_db()
    assert (section.name, section.email, section.state) == (
        "Name removed",
        "removed@address.invalid",
        "accepted",
    )
    assert reader.email == "removed@address.invalid" and reader.post == "Chair of the Board"
    assert Subscription.objects.get().email == "another@example.org"
    assert subject_of(lead.council, "address", key) is None
    assert is_whole(lead.council)


@pytest.mark.parametrize(
    ("maker", "what"),
    [
        (lambda email: asked.contribution_request(email=email), "contribution"),
        (lambda email: papers.early_reader(email=email), "early reading"),
        (lambda email: papers.outside_approver(email=email), "approval from outside"),
        (lambda email: readers.format_request(contact=f"Write to {email}, please"), "format"),
    ],
)
def test_an_address_that_is_still_asked_is_not_erased(lead, maker, what):
    maker("asked@example.org")
    key = address_digest("asked@example.org")
    with pytest.raises(Refused, match=what):
        erasure.erase_address(council=lead.council, key=key, by=lead, on=DAY)


def test_a_template_s_writer_goes_whole(lead):
    template = papers.report_template(council=lead.council)
    PartWriter.objects.create(template=template, place="part:background", email="w@example.org")
    key = address_digest("w@example.org")
    erasure.erase_address(council=lead.council, key=key, by=lead, on=DAY)
    assert not PartWriter.objects.exists()


def test_nobody_of_another_council_is_found(lead):
    elsewhere = cast.make_council("elsewhere")
    person = people.person(council=elsewhere, reference="S-17")
    user = cast.officer(elsewhere)
    readers.following("far@example.org", council=elsewhere)
    child = looked_after.child(council=elsewhere, pseudonym=child_pseudonyms(elsewhere, "C1")[0])
    names = {"person": "S-17", "account": user.email, "child": "C1", "address": "far@example.org"}
    keys = {"person": str(person.pk), "account": str(user.pk), "child": child.pseudonym}
    keys["address"] = address_digest("far@example.org")
    for kind, name in names.items():
        assert find_key(lead.council, kind, name) == ""
        assert find_key(elsewhere, kind, name) == keys[kind]
        assert subject_of(lead.council, kind, keys[kind]) is None


def test_the_lead_finds_reads_and_erases_by_pages(client, lead):
    person = recorded_person(lead)
    client.force_login(lead)
    find = reverse("data_protection:find")
    answer = client.post(find, {"subject": "person", "reference": "s-17"})
    assert answer.url == page_of("person", person.pk)
    assert (
        "No record is kept"
        in client.post(find, {"subject": "person", "reference": "nobody"}).content.decode()
    )
    html = client.get(answer.url).content.decode()
    assert "Ann Other" in html and "Not removed" in html and "section 100C" in html
    erase = page_of("person", person.pk, "erase")
    with on_day(DAY):
        refused = client.post(erase, {}).content.decode()
        assert "Confirm that you have read both lists" in refused
        assert refused.count("There is a problem") == 1
        assert Person.objects.exists()
        assert client.post(erase, {"because": "Request 4", "sure": "on"}).url == find
    assert not Person.objects.exists()
    assert client.get(answer.url).status_code == 404


def test_an_export_has_everything_but_secrets_and_is_in_history(client, lead):
    person = recorded_person(lead)
    client.force_login(lead)
    answer = client.post(page_of("person", person.pk, "export"))
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        names = set(archive.namelist())
        everything = json.loads(archive.read("everything.json"))
        readable = archive.read("read-me-first.html").decode()
        checks = archive.read("dbs-checks.csv").decode("utf-8-sig")
    assert {"person.csv", "roles.csv", "breaches.csv", "history.csv"} <= names
    assert everything["records"]["Person"][0]["Name"] == "Ann Other"
    assert {row["After"] for row in everything["history"] if row["Field"] == "Name"} == {
        "Ann Other"
    }
    assert "Ann Other" in readable and "2014-06-02" in checks
    entry = HistoryEntry.objects.get(what="data_protection.export")
    assert (entry.who, entry.about) == (lead.history_name, f"person {person.pk}")


@pytest.mark.parametrize("kind", ["account", "child", "address"])
def test_each_kind_can_be_exported(client, lead, kind):
    made = {
        "account": lambda: str(cast.with_password(lead).pk),
        "child": lambda: looked_after.episode().child.pseudonym,
        "address": lambda: address_digest(readers.following("a@example.org").email),
    }
    key = made[kind]()
    client.force_login(lead)
    answer = client.post(page_of(kind, key, "export"))
    with ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        text = archive.read("everything.json").decode()
    assert "pbkdf2" not in text and "Password" not in text and "nonce" not in text.lower()
    assert {"account": lead.email, "child": "2017-06-01", "address": "a@example.org"}[kind] in text


def test_a_hold_is_added_by_a_reference_that_is_not_kept(client, lead):
    person = people.person(reference="S-99")
    client.force_login(lead)
    typed = {"subject": "person", "reference": "S-99", "reason": "Claim 7"}
    typed |= {"from_date_day": "1", "from_date_month": "3", "from_date_year": "2022"}
    add = reverse("data_protection:hold-add")
    assert "No record is kept" in client.post(add, {**typed, "reference": "x"}).content.decode()
    assert client.post(add, typed).status_code == 302
    assert subject_of(lead.council, "person", str(person.pk)).hold(DAY).reason == "Claim 7"
