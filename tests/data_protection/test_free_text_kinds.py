"""Free text of every shape: JSON, a field with a longest length, letters with their accents apart;
values of history that go with their record; what a page refuses."""

from datetime import date

import pytest
from django.urls import reverse

from assurance.accounts.models.access_log import LoggedAccess
from assurance.records import history_chain, operations
from assurance.records.history import HistoryDetail, HistoryEntry
from assurance.records.refusals import Refused
from reports.data_protection import rules
from reports.data_protection.free_text.finds import Find, as_rows, finds, strings, why_it_stays
from reports.data_protection.free_text.spellings import matches, replaced
from reports.data_protection.models import LegalHold
from reports.data_protection.operations.free_text import REPLACEMENT, replace_text
from reports.data_protection.subjects import of_person
from tests import cast
from tests.make import audits, papers, people
from tests.make import data_protection as make
from tests.page_requests import browser_of, words
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DAY = date(2022, 3, 1)
NAME = "Quíllon Ashgrove"
ACUTE, SOFT, JOINER = "\u0301", "\u00ad", "\u200d"
# Text → the words of it that name the person.
UNSEEN = {
    f"For Qui{ACUTE}llon Ashgrove.": f"Qui{ACUTE}llon Ashgrove",
    f"Quillon Ash{SOFT}grove left": f"Quillon Ash{SOFT}grove",
    f"{JOINER}Quillon{JOINER} Ashgrove": f"Quillon{JOINER} Ashgrove",
    f"Quillon Ashgrove{ACUTE}": f"Quillon Ashgrove{ACUTE}",
    f"{ACUTE}{SOFT}": "",
    f"Ash{SOFT} grove": "",
}


@pytest.fixture
def lead():
    return cast.data_protection_lead()


@pytest.fixture
def subject(lead):
    return of_person(people.person(council=lead.council, name=NAME, reference="S-1704"))


def replace(subject, find, by, terms=(NAME, "S-1704"), on=DAY):
    """Replaces the words of one find."""
    return replace_text(subject=subject, find=find, terms=terms, because="Request 4", by=by, on=on)


def audit_that_names(lead, *texts):
    """An audit whose strengths were each of `texts` in turn."""
    audit = audits.case_audit(council=lead.council)
    for text in texts:
        audit = operations.change(
            record=audit, by=lead, on=DAY, version=audit.version, strengths=text
        )
    return audit


@swept(UNSEEN.items())
def test_accents_apart_and_signs_that_nobody_sees_hide_no_name(text, named):
    assert [text[m.start : m.end] for m in matches(text, [NAME])] == [named] * bool(named)
    left = replaced(text, [NAME], "[x]")
    assert left == (text.replace(named, "[x]") if named else text)


def test_a_name_typed_with_its_accents_apart_finds_the_plain_one():
    assert matches("Quillon Ashgrove", [f"Qui{ACUTE}llon Ashgrove"])[0].is_exact
    assert matches("anything", [ACUTE]) == matches("anything", [""]) == []


@swept(
    [
        ("Seen by A1.", "A1", ["A1"]),
        ("Seen by A-1 and A 1.", "A1", []),
        ("A-12 is A12", "A12", ["A-12", "A12"]),
        ("Li came; Mei Li too, and M. Li, and Li Mei.", "Mei Li", ["Mei Li", "M. Li", "Li Mei"]),
    ]
)
def test_what_is_short_is_found_as_spelled_alone(text, term, expected):
    assert [text[m.start : m.end] for m in matches(text, [term])] == expected


@swept(
    [
        ("a", ["a"]),
        ({"a": ["b", ("c", {"d": "e"})], "f": None}, ["b", "c", "e"]),
        ([1, True, None, 2.5, {}], []),
    ]
)
def test_every_text_of_a_value_is_met_and_no_name_of_a_key(value, expected):
    assert list(strings(value)) == expected


def test_words_in_json_are_replaced_at_every_depth_and_the_rest_stays(lead, subject):
    value = {"rows": [[f"By {NAME}", 3, None], {"note": "S-1704", "Ashgrove": True}], "n": 1.5}
    block = papers.block(paper=papers.paper(council=lead.council), data=value)
    [find] = finds(subject, [NAME, "S-1704"])
    assert (find.row, find.name, find.stays) == (block, "data", "")
    assert '"note": "S-1704"' in as_rows([find])[0][2]
    version = block.version
    replace(subject, find, lead)
    block.refresh_from_db()
    assert block.data == {
        "rows": [[f"By {REPLACEMENT}", 3, None], {"note": REPLACEMENT, "Ashgrove": True}],
        "n": 1.5,
    }
    assert block.version == version + 1
    assert finds(subject, [NAME, "S-1704"]) == []


def test_a_text_that_grows_past_its_field_is_cut_to_it(lead, subject):
    longest = LegalHold._meta.get_field("reason").max_length
    hold = make.hold(council=lead.council, reason=f"{'x' * (longest - 9)} S-1704 z")
    find = next(find for find in finds(subject, ["S-1704"]) if find.row == hold)
    replace(subject, find, lead)
    hold.refresh_from_db()
    assert len(hold.reason) == longest
    assert hold.reason.endswith("x [name re") and "S-1704" not in hold.reason


def test_a_value_of_history_that_went_with_its_record_is_no_fault(lead, subject):
    audit = audit_that_names(lead, f"By {NAME}.", f"Led by {NAME}.")
    found = finds(subject, [NAME])
    assert {find.name for find in found} == {"strengths", "before", "after"}
    outcomes = [replace(subject, find, lead) is None for find in found]
    assert outcomes == [False] + [True] * (len(found) - 1)
    assert finds(subject, [NAME]) == []
    assert HistoryEntry.objects.filter(what="data_protection.replace_text").count() == 1
    assert history_chain.damage(lead.council.slug) is None
    assert list(history_chain.missing_details(lead.council.slug)) == []
    audit.refresh_from_db()
    assert audit.strengths == f"Led by {REPLACEMENT}."


def test_a_record_and_its_history_are_replaced_by_one_press(lead, subject):
    audit_that_names(lead, f"By {NAME}.", f"Led by {NAME}.")
    chosen = [find.key for find in finds(subject, [NAME])]
    assert len(chosen) > 2
    address = reverse("data_protection:free-text", args=["person", subject.key])
    typed = {"terms": NAME, "finds": chosen, "because": "Request 4"}
    page = browser_of(lead).post(f"{address}replace/", typed)
    assert page.status_code == 200
    assert f"Texts replaced: {len(chosen)}." in words(page)
    assert finds(subject, [NAME]) == [] and not HistoryDetail.objects.filter(field="strengths")


@pytest.mark.parametrize(
    ("first", "last", "is_held"),
    [
        (DAY, None, True),
        (date(2022, 3, 2), None, False),
        (date(2016, 1, 4), DAY, True),
        (date(2016, 1, 4), date(2022, 2, 28), False),
    ],
)
def test_a_hold_stops_a_replacement_from_its_first_to_its_last_day(
    lead, subject, first, last, is_held
):
    audit = audit_that_names(lead, f"By {NAME}.")
    make.hold(key=subject.key, from_date=first, to_date=last)
    find = finds(subject, [NAME])[0]
    if is_held:
        with pytest.raises(Refused, match="legal hold is in force"):
            replace(subject, find, lead)
    else:
        replace(subject, find, lead)
    audit.refresh_from_db()
    assert (NAME in audit.strengths) is is_held


def test_what_stays_is_said_by_the_kind_of_its_record(lead):
    paper = papers.paper(council=lead.council)
    sent = papers.sent_paper(council=lead.council, slug="sent")
    entry = HistoryEntry(reason=NAME)
    removal = papers.remove_edition()
    kept = [
        (papers.block(paper=paper), "text", ""),
        (papers.block(paper=sent), "text", rules.RECORD_STAYS),
        (paper, "title", ""),
        (paper, "frozen", rules.RECORD_STAYS),
        (sent, "title", rules.RECORD_STAYS),
        (entry, "reason", rules.HISTORY_STAYS),
        (removal, "reason", rules.RECORD_STAYS),
    ]
    assert [why_it_stays(row, name) for row, name, _law in kept] == [law for *_rest, law in kept]


def test_a_refused_text_leaves_what_is_sent_and_says_why_on_the_page(lead, subject):
    block = papers.block(paper=papers.sent_paper(council=lead.council), text=f"{NAME} leads.")
    [find] = finds(subject, [NAME])
    address = reverse("data_protection:free-text", args=["person", subject.key])
    typed = {"terms": NAME, "finds": [find.key], "because": "Request 4"}
    page = words(browser_of(lead).post(f"{address}replace/", typed))
    assert "record of what was decided" in page and "Texts replaced" not in page
    block.refresh_from_db()
    assert block.text == f"{NAME} leads."


def test_whom_nothing_is_kept_of_has_no_page_and_nothing_is_logged(lead, subject):
    elsewhere = people.person(council=cast.make_council("elsewhere"))
    browser = browser_of(lead)
    for kind, key, page in (
        ("person", str(elsewhere.pk), ""),
        ("person", str(elsewhere.pk), "download/"),
        ("person", str(elsewhere.pk), "replace/"),
        ("person", "x", ""),
        ("account", "9" * 30, "download/"),
        ("child", "nobody", ""),
        ("council", subject.key, "replace/"),
    ):
        address = reverse("data_protection:free-text", args=[kind, key])
        assert browser.post(f"{address}{page}", {"terms": NAME}).status_code == 404, (kind, page)
    assert not LoggedAccess.objects.exists()


def test_nothing_chosen_is_an_empty_file_and_names_that_are_too_short_give_none(lead, subject):
    audit_that_names(lead, f"By {NAME}.")
    browser = browser_of(lead)
    address = reverse("data_protection:free-text", args=["person", subject.key])
    answer = browser.post(f"{address}download/", {"terms": NAME, "finds": ["x", ":::", ""]})
    assert answer.content.decode("utf-8-sig").split() == ["Record,Spelling,Text"]
    assert [*LoggedAccess.objects.values_list("kind", "results")] == [("export", 0)]
    for terms in ("", " \n ", "ab", f"{NAME}\nab"):
        assert browser.post(f"{address}download/", {"terms": terms}).status_code == 404, terms
    assert LoggedAccess.objects.count() == 1


def test_a_find_is_named_by_its_record_and_shown_with_what_stands_around_it(lead, subject):
    long = f"{'a' * 100} {NAME} {'b' * 100}"
    audit = audits.case_audit(council=lead.council, strengths=long)
    [find] = finds(subject, [NAME])
    assert find.key == f"audits.CaseAudit:{audit.pk}:strengths"
    assert find.where == f"Case audit {audit.pk}, strengths"
    assert find.parts == (f"{'a' * 59} ", NAME, f" {'b' * 59}")
    assert as_rows([find]) == [[find.where, "as asked for", long]]
    near = Find(audit, "strengths", ("", "Ashgroove", ""), is_exact=False)
    assert as_rows([near])[0][1] == "nearly"
