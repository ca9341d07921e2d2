"""Whom to contact about a child: on every public page as it is today, in a file as it was."""

import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from assurance.accounts.access import PUBLIC
from assurance.accounts.models.accounts import Council
from assurance.public_pages import rules
from assurance.public_pages.models.contacts import ChildContact, contact_words
from assurance.records import operations
from assurance.records.history import HistoryEntry
from assurance.records.refusals import Refused
from assurance.runtime.periods import on_day, this_moment, today
from config import views
from reports.documents import formats
from reports.documents.document import Document, Facts, from_json, text_of, to_json
from reports.issue.operations import steps
from reports.papers.addresses import paper_address
from reports.tasks.set_up.states import NOT_STARTED, of_contact
from tests import cast
from tests.everybody import address_of, each_undone
from tests.make import papers, public_pages
from tests.make.drafts import ON, sent_and_approved, written
from tests.page_requests import boxes, browser_of, errors, words
from tests.pages_by_role import PAGES
from tests.test_every_page import VIEWS

HEADING = "Worried about a child?"
DANGER = "If a child is in immediate danger, call 999."
FIELDS = {
    **{"service": "Front Door", "daytime_phone": "01632 960111"},
    **{"daytime_hours": "Monday to Friday, 9am to 5pm", "other_phone": "01632 960112"},
}
DAY = timedelta(days=1)


def band(page):
    """The words of the band on a child of a page, or an empty text."""
    matches = re.findall(r'<aside class="app-child".*?</aside>', page, re.DOTALL)
    assert len(matches) <= 1
    return " ".join(re.sub("<[^>]*>", " ", "".join(matches)).split()).replace(" .", ".")


def public_names():
    """The names of the pages that answer strangers."""
    return [
        name
        for name, page in PAGES.items()
        if VIEWS[name].access == PUBLIC and page.expected()["signed out"] == 200
    ]


@pytest.mark.django_db
def test_every_public_page_has_the_numbers_of_its_council_and_danger_first():
    council = cast.make_council()
    public_pages.contact(council=council, **FIELDS)
    elsewhere = cast.make_council("elsewhere")
    public_pages.contact(council=elsewhere, other_phone="01632 960999")
    drawn = []
    each_undone(
        [[name] for name in public_names()],
        lambda case: drawn.append(assert_band(*case, council)),
    )
    assert sum(drawn) > 25


def assert_band(name, council):
    """Whether a page is drawn with its band, which is above the footer and the council's own."""
    answer = Client().get(address_of(name, council))
    page = "" if answer.streaming else answer.content.decode(errors="replace")
    if 'class="govuk-template"' not in page:
        return False
    text = band(page)
    assert text.startswith(f"{HEADING} {DANGER}"), name
    # A page of no council leads to no council's numbers.
    assert "960999" not in text, name
    shown = [number for number in ("01632 960111", "01632 960112") if number in text]
    is_own = f"/{council.slug}/" in answer.request["PATH_INFO"]
    assert len(shown) == 2 or (not shown and not is_own), name
    assert page.index("</main>") < page.index("app-child") < page.index("<footer"), name
    return True


ASKING = """who do I call|emergency|worried about a child|out of hours|phone number|999|abuse
|I’m worried about my neighbour’s kids|my child is being abused|how do I report a concern|emergancy
|Who do I contact about a child?|contact social services|speak to a social worker|children in danger
|what number do I ring at the weekend|someone I can talk to|wurried about a child"""
NOT_ASKING = """how many children are in danger|emergency placements rate|neglect strategy|reported
|child protection plans|who told the committee|social worker turnover
|concerns raised by inspectors|EDT audit tool|out of hours strategy|neglect audits"""


@pytest.mark.django_db
def test_a_search_for_whom_to_contact_offers_the_numbers_before_any_result(client):
    council = cast.make_council()
    public_pages.contact(council=council, **FIELDS)

    def answer_of(typed):
        page = words(client.get(f"/{council.slug}/search/", {"words": " ".join(typed.split())}))
        assert len(re.findall("<aside class=.app-child", page)) == 1
        before_results = page[: page.index('role="status"')]
        return re.findall(r'<section class="app-answer".*?</section>', before_results, re.DOTALL)

    for typed in ASKING.split("|"):
        [shown] = answer_of(typed)
        assert all(number in shown for number in ("999", "01632 960111", "01632 960112")), typed
    for typed in NOT_ASKING.split("|"):
        assert answer_of(typed) == [], typed


@pytest.mark.django_db
def test_a_working_page_has_no_band_and_a_page_not_found_has_it():
    user = cast.administrator()
    public_pages.contact(council=user.council, **FIELDS)
    client = browser_of(user)
    for name in ("home", "set_up:steps", "public_pages:contact-list", "accounts:list"):
        assert band(client.get(reverse(name)).content.decode()) == ""
    missing = Client().get("/netherby/reports/none/none/")
    assert missing.status_code == 404 and "01632 960111" in band(missing.content.decode())


@pytest.mark.django_db
def test_a_page_not_found_within_a_council_has_the_numbers_of_that_council(client):
    public_pages.contact()
    Council.objects.create(slug="elsewhere", name="Elsewhere Council")
    for address in ("/netherby/nothing/", "/netherby/reports/old/2014/", "/netherby/figures/no/"):
        answer = client.get(address)
        told = band(answer.content.decode())
        assert answer.status_code == 404 and DANGER in told, address
        assert "01632 960001" in told and "01632 960002" in told, address
    elsewhere = band(client.get("/nowhere/at-all/").content.decode())
    assert rules.OF_EACH in elsewhere and "01632" not in elsewhere


@pytest.mark.django_db
def test_a_council_without_numbers_invents_none():
    council = cast.make_council()
    address = reverse("publication:issued", args=[council.slug])
    text = band(Client().get(address).content.decode())
    sentence = f"{council.name} has not entered its telephone numbers for concerns about a child."
    assert text == f"{HEADING} {DANGER} {sentence}"
    assert re.findall(r"\d{2,}", text) == ["999"]
    assert contact_words(council, today()) == (DANGER, sentence)


def test_the_page_of_a_failure_asks_nothing_and_has_999():
    answer = views.failed(RequestFactory().get("/"))
    assert band(answer.content.decode()).startswith(f"{HEADING} {DANGER}")


@pytest.mark.django_db
def test_the_text_of_a_day_is_the_last_that_is_valid_by_then_and_was_not_withdrawn():
    by = cast.administrator()
    rows = [
        public_pages.contact(
            council=by.council, from_date=ON + place * 10 * DAY, other_phone=f"01632 96010{place}"
        )
        for place in range(3)
    ]
    public_pages.contact(council=cast.make_council("elsewhere"), from_date=ON)
    for day in (ON - DAY, ON, ON + 9 * DAY, ON + 10 * DAY, ON + 25 * DAY):
        valid = [row for row in rows if row.from_date <= day]
        assert ChildContact.objects.current(by.council, day) == (valid[-1] if valid else None)
        with on_day(day):
            page = Client().get(reverse("publication:issued", args=["netherby"]))
        assert (f"01632 96010{len(valid) - 1}" in band(page.content.decode())) == bool(valid)
    version = {"version": rows[2].version, "because": "Wrong number", "by": by, "on": ON}
    operations.withdraw(record=rows[2], **version)
    assert ChildContact.objects.current(by.council, ON + 25 * DAY) == rows[1]


@pytest.mark.django_db
def test_a_published_report_keeps_the_text_of_its_day_in_every_file():
    clerk = cast.clerk()
    public_pages.contact(council=clerk.council, from_date=date(2010, 1, 1), **FIELDS)
    paper = sent_and_approved(written(clerk), clerk)
    digest = paper.frozen_digest
    public_pages.contact(council=clerk.council, from_date=ON + DAY, other_phone="01632 960222")
    paper.refresh_from_db()
    assert paper.frozen_digest == digest
    at = {"paper": paper, "address": "/", "at": this_moment()}
    edition = steps.freeze_edition(by=clerk, on=ON, **at)
    public_pages.contact(council=clerk.council, from_date=ON - DAY, other_phone="01632 960333")
    document = from_json(edition.document)
    assert "01632 960112" in " ".join(document.contact)
    assert document.contact != contact_words(clerk.council, ON)
    for text in _files(document):
        assert HEADING in text and "01632 960112" in text and DANGER in text
        assert "960222" not in text and "960333" not in text
    assert not any(HEADING in text for text in _files(from_json(paper.frozen["public"])))


def _files(document):
    """The words of a document as page for print and as Word file."""
    yield formats.print_html(document)
    [word] = formats.render(document, "january-2016", ["word"])
    yield ZipFile(BytesIO(word.content)).read("word/document.xml").decode()


def test_a_document_without_the_text_keeps_its_digest_and_one_with_it_comes_back():
    plain = Document(council="A", title="B", head=Facts("head", "Head"), sections=())
    assert "contact" not in to_json(plain)
    dated = Document("A", "B", Facts("head", "Head"), (), contact=(DANGER, "Call."))
    assert from_json(to_json(dated)) == dated
    assert text_of(dated) == text_of(plain)


@pytest.mark.django_db
def test_an_administrator_keeps_the_numbers_with_their_history():
    user = cast.administrator()
    client = browser_of(user)
    add = reverse("public_pages:contact-add")
    typed = {**FIELDS, **boxes(from_date="18 1 2016")}
    answer = client.post(add, {**typed, "daytime_phone": "call us"})
    assert errors(answer) == {"daytime_phone": ["Enter a telephone number, such as 01632 960001"]}
    assert client.post(add, typed).status_code == 302
    row = ChildContact.objects.get()
    assert (row.council, row.from_date) == (user.council, date(2016, 1, 18))
    assert "valid from this date already" in errors(client.post(add, typed))["from_date"][0]
    change = reverse("public_pages:contact-change", args=[row.pk])
    client.post(change, {**typed, "other_phone": "+44 1632 960113", "version": row.version})
    what = HistoryEntry.objects.filter(what__startswith="child_contacts.").order_by("pk")
    assert list(what.values_list("what", flat=True)) == [
        *("child_contacts.add", "child_contacts.change"),
    ]
    page = Client().get(reverse("publication:issued", args=[user.council.slug]))
    assert 'href="tel:+441632960113"' in page.content.decode()
    assert Council.objects.count() == 1


@pytest.mark.django_db
def test_a_report_names_the_numbers_in_its_head_as_links_that_call_them(client):
    row = papers.edition()
    address = paper_address(row.paper)
    assert "reading-facts__phone" not in words(client.get(address))
    public_pages.contact(council=row.paper.council, **FIELDS)
    head = words(client.get(address)).partition('class="reading-facts"')[2].partition("</ul>")[0]
    numbers = re.findall(r'(?:> |, )([a-z ]*)<a [^>]*href="tel:(\d+)">([\d ]+)</a>', head)
    assert numbers == [
        ("", "01632960111", "01632 960111"),
        ("at any other time ", "01632960112", "01632 960112"),
        ("in danger ", "999", "999"),
    ]


@given(st.text(alphabet="+0123456789 ()x-.", max_size=20))
def test_a_telephone_number_is_digits_and_spaces(text):
    digits = [sign for sign in text if "0" <= sign <= "9"]
    lone = text[1:] if text.startswith("+") else text
    fits = bool(lone) and 3 <= len(digits) <= 15 and not set(lone) - set("0123456789 ()")
    assert (rules.why_not_phone(text) is None) == fits
    assert re.fullmatch(r"[+0-9]*", rules.dialled(text))


@pytest.mark.django_db
def test_an_empty_number_is_refused_by_the_operation_too():
    by = cast.administrator()
    fields = {**FIELDS, "other_phone": "none", "from_date": ON}
    with pytest.raises(Refused, match="Enter a telephone number"):
        operations.create(model=ChildContact, council=by.council, by=by, on=ON, **fields)


@pytest.mark.django_db
def test_the_set_up_counts_the_contact_that_is_valid_on_the_day():
    user = cast.administrator()
    assert of_contact(user.council, ON).status == NOT_STARTED
    public_pages.contact(council=user.council, from_date=ON + DAY, **FIELDS)
    assert not of_contact(user.council, ON).is_done
    state = of_contact(user.council, ON + DAY)
    assert state.is_done
    assert state.hint == "01632 960111, at any other time 01632 960112"
    assert of_contact(cast.make_council("elsewhere"), ON + DAY).status == NOT_STARTED
