"""Free text that names a person is found in every record of the council, shown to the lead alone,
and replaced one by one; what was published or approved stays, with its law."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.accounts.models.access_log import LoggedAccess
from assurance.audits.models.case_audits import CaseAudit
from assurance.records import history_chain, operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.data_protection import rules
from reports.data_protection.free_text.finds import OF_RECORD, finds, searched_fields
from reports.data_protection.operations.free_text import REPLACEMENT, replace_text
from reports.data_protection.subjects import of_person, subject_of
from tests import cast
from tests.make import audits, dbs, papers, people
from tests.make import data_protection as make
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
DAY = date(2022, 3, 1)
NAME = "Quillon Ashgrove"
TERMS = [NAME, "S-1704"]


@pytest.fixture
def lead():
    return cast.data_protection_lead()


@pytest.fixture
def subject(lead):
    """A person of the register whose own rows name them too."""
    person = people.person(council=lead.council, name=NAME, reference="S-1704")
    dbs.breach(person=person, cause=f"{NAME} had no check.")
    return of_person(person)


def audit_that_names(lead, text=f"Supervised by {NAME}."):
    """An audit whose strengths name the person, in history too."""
    audit = audits.case_audit(council=lead.council)
    fields = {"strengths": text}
    return operations.change(record=audit, by=lead, on=DAY, version=audit.version, **fields)


def keys(found):
    """Model and field of each find."""
    return [(type(find.row).__name__, find.name) for find in found]


def replace(subject, find, by):
    """Replaces the words of one find."""
    said = {"terms": TERMS, "because": "Request 4", "by": by, "on": DAY}
    return replace_text(subject=subject, find=find, **said)


def test_every_record_that_names_the_person_is_found_but_their_own(lead, subject):
    audit_that_names(lead)
    block = papers.block(text="Mrs Ashgrove leads this.")
    papers.block(text="Nobody is named, nor is the ash grove.")
    elsewhere = people.person(council=cast.make_council("elsewhere"), name=NAME)
    audits.case_audit(council=elsewhere.council, strengths=NAME)
    found = finds(subject, TERMS)
    assert keys(found) == [
        ("CaseAudit", "strengths"), ("HistoryDetail", "after"), ("Block", "text"),
    ]  # fmt: skip
    assert found[0].parts == ("Supervised by ", NAME, ".") and found[0].is_exact
    assert not found[2].is_exact and found[2].row == block and not found[2].stays


def test_words_are_replaced_with_their_history_and_records_still_verify(lead, subject):
    audit = audit_that_names(lead)
    find = finds(subject, TERMS)[0]
    replace(subject, find, lead)
    audit.refresh_from_db()
    assert audit.strengths == f"Supervised by {REPLACEMENT}."
    assert finds(subject, TERMS) == [] and not HistoryDetail.objects.filter(field="strengths")
    entry = HistoryEntry.objects.latest("seq")
    assert (entry.what, entry.reason) == ("data_protection.replace_text", "Request 4")
    assert NAME not in str(entry.changes)
    assert CaseAudit._meta.db_table in entry.rows
    council = lead.council.slug
    assert history_chain.damage(council) is None
    assert list(history_chain.missing_details(council)) == []


def test_an_earlier_value_alone_is_erased_from_history(lead, subject):
    audit = audit_that_names(lead)
    operations.change(record=audit, by=lead, on=DAY, version=audit.version, strengths="Good.")
    found = finds(subject, TERMS)
    assert {kind for kind, _name in keys(found)} == {"HistoryDetail"}
    for find in found:
        if HistoryDetail.objects.filter(pk=find.row.pk).exists():
            replace(subject, find, lead)
    assert finds(subject, TERMS) == []
    assert list(history_chain.missing_details(lead.council.slug)) == []


def test_what_was_sent_or_published_stays_and_says_on_which_law(lead, subject):
    papers.block(paper=papers.sent_paper(council=lead.council), text=f"{NAME} leads this.")
    [find] = finds(subject, TERMS)
    assert find.stays == rules.RECORD_STAYS
    with pytest.raises(Refused, match="record of what was decided"):
        replace(subject, find, lead)
    assert "sections 100C" in rules.EDITION_STAYS and "17(3)(b)" in rules.EDITION_STAYS


def test_a_published_edition_and_a_reason_in_history_stay(lead, subject):
    edition = papers.edition(paper=papers.paper(council=lead.council))
    edition.passages.create(
        pk=1, anchor="p", label="1", heading="", words=NAME, plain_heading="", plain_words="x"
    )
    audit = audits.case_audit(council=lead.council)
    operations.withdraw(
        record=audit, version=audit.version, because=f"Belongs to {NAME}", by=lead, on=DAY
    )
    stays = {type(find.row).__name__: find.stays for find in finds(subject, TERMS)}
    assert stays["Passage"] == rules.EDITION_STAYS
    assert stays["CaseAudit"] == ""


def test_nothing_is_replaced_while_a_hold_lasts(lead, subject):
    audit_that_names(lead)
    make.hold(key=subject.key)
    with pytest.raises(Refused, match="legal hold is in force"):
        replace(subject, finds(subject, TERMS)[0], lead)


def test_the_fields_that_are_searched_are_found_by_their_class():
    fields = searched_fields()
    assert fields[CaseAudit][:2] == ("withdrawn_because", "strengths")
    labels = {model._meta.label for model in fields}
    assert labels >= OF_RECORD | {"papers.Block", "editor.Remark", "improvement.ActionNote"}


def test_the_lead_searches_downloads_and_replaces_and_each_is_logged(lead, subject):
    audit = audit_that_names(lead)
    browser = browser_of(lead)
    address = reverse("data_protection:free-text", args=["person", subject.key])
    page = browser.get(address)
    assert NAME in page.content.decode() and page["Cache-Control"] == "private, no-store"
    assert "too short" in browser.post(address, {"terms": "ab"}).content.decode()
    page = browser.post(address, {"terms": "Zyzzyva"}).content.decode()
    assert "No text names this person" in page
    terms = "\n".join(TERMS)
    page = browser.post(address, {"terms": terms}).content.decode()
    assert f"<mark>{NAME}</mark>" in page and "2 results" in page
    chosen = {"terms": terms, "finds": [f"audits.CaseAudit:{audit.pk}:strengths", "x:1:y"]}
    answer = browser.post(f"{address}download/", chosen)
    assert f"Supervised by {NAME}." in answer.content.decode("utf-8-sig")
    assert answer.content.decode().count("CaseAudit") == 0 and answer.content.count(b"\n") == 2
    assert "There is a problem" in browser.post(f"{address}replace/", chosen).content.decode()
    audit.refresh_from_db()
    assert NAME in audit.strengths
    page = browser.post(f"{address}replace/", {**chosen, "because": "Request 4"}).content.decode()
    assert "No text names this person" in page and "Texts replaced: 1." in page
    kinds = [*LoggedAccess.objects.order_by("pk").values_list("kind", "results")]
    assert kinds == [("search", 0), ("search", 2), ("export", 1)]
    assert browser.post(f"{address}replace/", {"terms": ""}).status_code == 404


def test_what_somebody_may_be_named_by_is_proposed(lead, subject):
    assert subject.terms == [NAME, "S-1704"]
    account = subject_of(lead.council, "account", str(lead.pk))
    assert account.terms == [lead.name, lead.email]
