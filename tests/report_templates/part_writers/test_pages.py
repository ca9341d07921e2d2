"""Who writes a part is named on the template's page and kept beside its data, not in its file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse

from assurance.records.history import HistoryEntry
from reports.papers.models.part_writers import PartWriter
from reports.papers.models.templates import ReportTemplate
from tests import cast
from tests.make import papers
from tests.page_requests import browser_of, drawn, errors, words
from tests.report_templates.template_pages import address, newest, part_of, press, started

pytestmark = pytest.mark.django_db
INTRODUCTION = ("part", "introduction")
QUESTION = "What changed in adoption since the last report?"


def writers(row):
    """Place → (account, e-mail) of a template's writers."""
    return {item.place: (item.account, item.email) for item in row.writers.all()}


def with_account(browser, template, manager, **typed):
    """The template whose introduction is asked of the manager's account."""
    typed = {"asked_of": manager.pk, "question": QUESTION, "days": "3", **typed}
    return press(browser, template, "part-writer", *INTRODUCTION, **typed)


def test_a_part_names_an_account_a_question_and_its_days(browser, template, manager):
    row = with_account(browser, template, manager)
    expected = {"name": "Adoption Manager", "question": QUESTION, "days": 3}
    assert part_of(row, "introduction")["writer"] == expected
    assert writers(row) == {"part:introduction": (manager, "")}
    page = words(browser.get(address("report-template", row)))
    assert "Written by: Adoption Manager</strong>, 3 working days before the texts are due" in page
    assert QUESTION in page and "Ask no one" in page
    form = browser.get(address("part-writer", row, *INTRODUCTION)).context["form"]
    assert form["asked_of"].value() == str(manager.pk) and form["days"].value() == "3"
    entry = HistoryEntry.objects.of(manager.council).filter(what="report_templates.change").last()
    # Who it is stands in the template, and in no line of history for ever.
    assert manager.name not in json.dumps(entry.changes)
    assert set(entry.changes) == {
        "Introduction: who writes it",
        "Introduction: question to the writer",
        "Introduction: days before the texts are due",
    }


def test_somebody_without_an_account_is_named_by_post_and_never_leaves_with_the_file(
    browser, template
):
    typed = {"name": "Partnership Manager", "email": "Jo@Partner.example", "days": "0"}
    row = press(browser, template, "part-writer", *INTRODUCTION, **typed)
    assert writers(row) == {"part:introduction": (None, "jo@partner.example")}
    file = browser.get(address("template-data", row)).content.decode()
    assert "Partnership Manager" in file and "partner.example" not in file
    assert "never an e-mail address" in words(browser.get(address("report-template", row)))
    shown = words(browser.get(address("report-template", row)))
    assert "by the date for texts" in shown and "jo@partner.example" not in shown


def test_a_file_brings_the_question_and_finds_the_one_account_of_that_name(
    browser, template, manager, clerk
):
    row = with_account(browser, template, manager)
    text = json.dumps({**row.spec, "title": "From a file"}).encode()

    def brought(title):
        data = text.replace(b"From a file", title.encode())
        file = SimpleUploadedFile("t.json", data)
        assert (
            browser.post(reverse("report_templates:template-file"), {"file": file}).status_code
            == 302
        )
        return newest(clerk.council, title)

    assert writers(brought("Found")) == {"part:introduction": (manager, "")}
    cast.make_user("approver", name="Adoption Manager")
    unclear = brought("Two of them")
    assert writers(unclear) == {}
    page = words(browser.get(address("report-template", unclear)))
    assert "No one is chosen for “Adoption Manager”" in page


def test_a_copy_keeps_the_writers_and_a_form_in_use_keeps_its_own(browser, template, manager):
    row = with_account(browser, template, manager)
    browser.post(address("copy-template", row), {"title": "Copy"})
    assert writers(newest(row.council, "Copy")) == writers(row)
    papers.paper(council=row.council, template=row)
    later = press(browser, row, "remove-writer", *INTRODUCTION)
    assert later.follows == row and writers(later) == {}
    assert "writer" not in part_of(later, "introduction")
    assert writers(row) == {"part:introduction": (manager, "")}
    third = press(browser, row.newest, "template-title", title="Other")
    assert third == later and ReportTemplate.objects.family_of(row).count() == 2
    assert browser.get(address("remove-writer", later, *INTRODUCTION)).status_code == 404


def test_the_writer_goes_with_the_part_and_stays_through_other_changes(browser, template, manager):
    row = with_account(browser, template, manager)
    row = press(browser, row, "template-part", "introduction", title="Why")
    row = press(browser, row, "template-numbering", way="decimal")
    assert writers(row) == {"part:introduction": (manager, "")}
    assert part_of(row, "introduction")["writer"]["days"] == 3
    row = press(browser, row, "remove-part", "introduction")
    assert writers(row) == {}


def test_a_closed_account_is_named_and_can_be_replaced(browser, template, manager, clerk):
    row = with_account(browser, template, manager)
    manager.is_active = False
    manager.save()
    page = words(browser.get(address("report-template", row)))
    assert "The account “Adoption Manager” has been closed: choose another person." in page
    place = address("part-writer", row, *INTRODUCTION)
    # A closed account is not offered again.
    assert browser.post(place, drawn(browser.get(place))).status_code == 200
    row = press(browser, row, "part-writer", *INTRODUCTION, asked_of=clerk.pk)
    assert writers(row) == {"part:introduction": (clerk, "")}
    assert "has been closed" not in words(browser.get(address("report-template", row)))


LACKING = [
    ({}, "name"),
    ({"name": "Post"}, "email"),
    ({"name": "Post", "email": "nobody"}, "email"),
    ({"name": "x" * 101, "email": "a@b.example"}, "name"),
    ({"name": "Post", "email": "a@b.example", "days": "31"}, "days"),
    ({"name": "Post", "email": "a@b.example", "days": "-1"}, "days"),
    ({"name": "Post", "email": "a@b.example", "days": "soon"}, "days"),
    ({"name": "Post", "email": "a@b.example", "days": ""}, "days"),
    ({"name": "Post", "email": "a@b.example", "question": "x" * 2001}, "question"),
    ({"asked_of": "999999"}, "asked_of"),
]


@pytest.mark.long
def test_what_is_missing_or_wrong_has_a_sentence_and_nothing_is_lost(browser, template, manager):
    place = address("part-writer", template, *INTRODUCTION)
    start = drawn(browser.get(place))
    for typed, field in LACKING:
        answer = browser.post(place, {**start, "question": "Kept?", **typed})
        assert answer.status_code == 200 and field in errors(answer), typed
        assert field == "question" or "Kept?" in words(answer)
    both = {**start, "asked_of": manager.pk, "name": "Post"}
    assert "not both" in errors(browser.post(place, both))["asked_of"][0]
    assert not PartWriter.objects.exists()


def test_two_people_at_once_lose_nothing(browser, template, manager):
    place = address("part-writer", template, *INTRODUCTION)
    mine = {**drawn(browser.get(place)), "asked_of": manager.pk, "question": "Mine?"}
    press(browser, template, "template-title", title="Changed meanwhile")
    answer = browser.post(place, mine)
    assert answer.status_code == 409 and "Mine?" in words(answer)
    assert writers(template.newest) == {}


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("part", "head"),
        ("part", "recommendations"),
        ("part", "gone"),
        ("block", "gone"),
        ("x", "y"),
    ],
)
def test_what_nobody_can_be_asked_for_has_no_page(browser, template, kind, slug):
    assert browser.get(address("part-writer", template, kind, slug)).status_code == 404
    assert browser.get(address("remove-writer", template, kind, slug)).status_code == 404


def test_a_paragraph_that_every_report_begins_with_has_no_writer(browser, clerk):
    row = started(browser, clerk.council, "york-2017", "With texts")
    assert browser.get(address("part-writer", row, "block", "dbs-checks")).status_code == 404
    assert (
        browser.get(address("part-writer", row, "block", "quality-of-practice")).status_code == 200
    )


def test_a_section_that_every_report_begins_with_has_a_writer_of_its_own(browser, written, manager):
    keep = reverse(
        "report_templates:standing-block", args=[written.series.slug, written.slug, "work"]
    )
    browser.post(keep, drawn(browser.get(keep)))
    row = written.template.newest
    typed = {"asked_of": manager.pk, "question": QUESTION, "days": "1"}
    row = press(browser, row, "part-writer", "block", "work", **typed)
    assert writers(row) == {"block:work": (manager, "")}
    assert "1 working day before" in words(browser.get(address("report-template", row)))
    # Kept anew from the report, the section is still theirs.
    browser.post(keep, drawn(browser.get(keep)))
    block = next(item for item in part_of(row.newest, "body")["blocks"] if item["slug"] == "work")
    assert block["writer"]["question"] == QUESTION
    row = press(browser, row.newest, "remove-standing", "work")
    assert writers(row) == {}


@pytest.mark.parametrize(
    ("slug", "writer", "sentence"),
    [
        ("introduction", {"name": ""}, "needs a name"),
        ("introduction", {"name": 4}, "needs a name"),
        ("introduction", {}, ""),
        ("introduction", {"question": "Why?"}, "missing"),
        ("introduction", {"name": "A", "days": 31}, "whole number of days"),
        ("introduction", {"name": "A", "days": True}, "whole number of days"),
        ("introduction", {"name": "A", "question": 1}, "question of at most"),
        ("introduction", {"name": "A", "email": "a@b.example"}, "is no entry here"),
        ("introduction", "A", "needs an object for its writer"),
        ("head", {"name": "A"}, "No one can be asked"),
        ("recommendations", {"name": "A"}, "No one can be asked"),
    ],
)
def test_a_file_whose_writers_make_no_sense_is_refused(browser, template, slug, writer, sentence):
    parts = [
        {**part, **({"writer": writer} if part["slug"] == slug else {})}
        for part in template.spec["parts"]
    ]
    data = json.dumps({**template.spec, "title": "File", "parts": parts}).encode()
    place = reverse("report_templates:template-file")
    answer = browser.post(place, {"file": SimpleUploadedFile("t.json", data)})
    assert answer.status_code == (200 if sentence else 302)
    assert sentence in words(answer)


def test_the_database_keeps_one_person_a_place(template, manager):
    fields = {"template": template, "place": "part:body"}
    for wrong in ({"email": ""}, {"account": manager, "email": "a@b.example"}):
        with (
            pytest.raises(IntegrityError, match="part_written_by_one_person"),
            transaction.atomic(),
        ):
            PartWriter.objects.create(**fields, **wrong)
    row = PartWriter.objects.create(**fields, account=manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        PartWriter.objects.create(**fields, email="a@b.example")
    assert str(row) == "part:body"


def test_an_account_of_another_council_is_nobody(browser, template):
    other = cast.make_user("officer", name="Elsewhere", council=cast.make_council("elsewhere"))
    place = address("part-writer", template, *INTRODUCTION)
    typed = {**drawn(browser.get(place)), "asked_of": other.pk}
    assert "asked_of" in errors(browser.post(place, typed))
    assert browser_of(other).get(place).status_code in (403, 404)
