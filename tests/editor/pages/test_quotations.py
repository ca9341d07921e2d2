"""A record, or a list of them, is put into a draft from its own page: who is led there, where it
goes, and what is answered where something changed meanwhile."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from assurance.records.history import HistoryEntry
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from tests import cast
from tests.make import audits, dbs, drafts, findings, looked_after, matters, papers

pytestmark = pytest.mark.django_db
WORDS = "Quote this in a report"


@pytest.fixture
def user(db):
    return cast.make_user(*cast.ROLES, council=cast.make_council())


@pytest.fixture
def browser(user):
    return browser_of(user)


def browser_of(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def paper(user):
    return drafts.written(cast.clerk(), paper_date=date(2017, 12, 31))


@pytest.fixture
def round_(user):
    return audits.audit_round(council=user.council, theme="Neglect", closed_on=None)


def quoting(record, paper=None, section="", kind="audit_round"):
    """The address of the page that quotes a record, once a report and a section are chosen."""
    chosen = [f"report={paper.pk}"] if paper else []
    chosen += [f"section={section}"] if section else []
    path = reverse("editor:quote-record", args=(kind, record.pk))
    return f"{path}?{'&'.join(chosen)}".rstrip("?")


def text(answer):
    """The words of a page."""
    page = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(page.replace("&#x27;", "'").split())


@pytest.mark.long
def test_each_record_and_register_leads_there_where_a_draft_is_open(browser, user, round_):
    breach, held = dbs.breach(council=user.council), looked_after.held_return(council=user.council)
    pages = {
        reverse("audits:round-record", args=(round_.pk,)): quoting(round_),
        reverse("audits:round-list"): reverse("editor:quote-register", args=("audit_rounds",)),
        reverse("dbs:breach-record", args=(breach.pk,)): quoting(breach, kind="breach"),
        reverse("dbs:breach-list"): reverse("editor:quote-register", args=("breaches",)),
        reverse("looked_after:return-record", args=(held.pk,)): quoting(held, kind="return"),
        reverse("looked_after:return-list"): reverse("editor:quote-register", args=("returns",)),
    }
    assert not [one for one in pages if WORDS in text(browser.get(one))]
    drafts.written(cast.clerk())
    for one, target in pages.items():
        assert f'href="{target}">{WORDS}</a>' in browser.get(one).content.decode(), one


def test_a_register_leads_to_the_list_of_all_its_records_not_of_some(browser, paper, round_):
    findings.review()
    for register, kind in (("audits:round-list", "audit_rounds"), ("reviews:list", "reviews")):
        page = browser.get(reverse(register)).content.decode()
        assert reverse("editor:quote-register", args=(kind,)) in page


@pytest.mark.long
def test_nobody_is_led_there_who_cannot_write_nor_from_what_cannot_be_quoted(
    browser, user, round_, paper
):
    officer = browser_of(cast.officer(user.council))
    assert WORDS not in text(officer.get(reverse("audits:round-record", args=(round_.pk,))))
    assert WORDS not in text(officer.get(reverse("audits:round-list")))
    kind = reverse("audits:kind-record", args=(round_.kind.pk,))
    assert WORDS not in text(browser.get(kind))
    committee = papers.committee(council=user.council)
    for page in (
        reverse("editor:committee-list"),
        reverse("editor:committee-record", args=(committee.pk,)),
    ):
        assert WORDS not in text(browser.get(page))
    gone = {"withdrawn_on": drafts.ON, "withdrawn_by": user, "withdrawn_because": "Twice"}
    withdrawn = audits.audit_round(council=user.council, **gone)
    assert WORDS not in text(browser.get(reverse("audits:round-record", args=(withdrawn.pk,))))


def test_one_report_is_no_question_and_of_two_one_is_asked(browser, user, round_, paper):
    answer = browser.get(quoting(round_))
    assert answer["Location"] == quoting(round_, paper)
    second = papers.paper(council=user.council, slug="second", title="The second report")
    page = text(browser.get(quoting(round_)))
    assert "Which report?" in page and paper.title in page and "The second report" in page
    assert "Choose a report" in text(browser.get(f"{quoting(round_)}?asked=report"))
    sections = text(browser.get(quoting(round_, second)))
    assert "Which section?" in sections
    assert "Choose a section" in text(browser.get(f"{quoting(round_, second)}&asked=section"))
    opened = browser.get(f"{quoting(round_, second)}&asked=report")
    assert "Choose a section" not in text(opened) and "There is a problem" not in text(opened)


def test_a_sentence_goes_to_the_end_of_a_paragraph_by_one_press_and_one_entry(
    browser, user, round_, paper
):
    address = quoting(round_, paper, "work")
    page = browser.get(address)
    assert "Case-file audit: Neglect: the round runs from 1 January 2015 to 30 June 2015." in (
        text(page)
    )
    block = paper.blocks.get(slug="children")
    before, entries = block.text, HistoryEntry.objects.count()
    answer = browser.post(address, {"how": "sentence", "where": "into:children"})
    block.refresh_from_db()
    assert block.text.startswith(f"{before} [[record:audit_round/{round_.pk}.title]]")
    assert HistoryEntry.objects.count() == entries + 1
    assert answer["Location"].endswith("/sections/children/#line-children")
    shown = browser.get(answer["Location"])
    assert 'id="line-children"' in shown.content.decode()
    assert "the round runs from 1 January 2015" in text(shown)
    # Pressed twice it is there once.
    browser.post(address, {"how": "sentence", "where": "into:children"})
    block.refresh_from_db()
    assert block.text.count("[[record:audit_round") == 3


@pytest.mark.long
def test_a_field_becomes_a_paragraph_after_another_and_only_once(browser, round_, paper):
    address = quoting(round_, paper, "work")
    for _press in range(2):
        browser.post(address, {"how": "planned", "where": "after:children"})
    (added,) = paper.blocks.filter(text__contains="audit_round")
    assert added.text == f"Audits planned: [[record:audit_round/{round_.pk}.planned]]."
    rows = [block.slug for block in paper.blocks.filter(parent=added.parent).order_by("order")]
    assert rows.index(added.slug) == rows.index("children") + 1
    browser.post(address, {"how": "start", "where": "first:work"})
    first = paper.blocks.filter(parent=added.parent).order_by("order").first()
    assert first.text.startswith("From: [[record:audit_round")


def test_a_value_that_ends_a_sentence_gets_no_second_full_stop(browser, user, paper):
    finding = findings.finding(council=user.council, text="Plans lack dates.")
    address = quoting(finding, paper, "work", kind="finding")
    form = browser.get(address).context["form"]
    assert form.quotations["text"].text.endswith(".text]]")
    assert form.quotations["sentence"].label == "It was found: “Plans lack dates.”"


def test_a_list_of_the_period_goes_in_with_its_first_columns(browser, user, paper):
    for day in (paper.period_start, paper.period_end, date(2017, 1, 9)):
        dbs.breach(council=user.council, found_on=day, policy=f"Policy of {day}")
    path = reverse("editor:quote-register", args=("breaches",))
    address = f"{path}?report={paper.pk}&section=work"
    form = browser.get(address).context["form"]
    assert [*form.quotations][:2] == ["period-breaches", "list-breaches"]
    assert "2 rows" in form.quotations["period-breaches"].label
    assert "3 rows" in form.quotations["list-breaches"].label
    assert any(key.startswith("figure-dbs.") for key in form.quotations)
    answer = browser.post(address, {"how": "period-breaches", "where": form["where"].initial})
    page = text(browser.get(answer["Location"]))
    assert f"Policy of {paper.period_start}" in page and "Policy of 2017-01-09" not in page
    assert f"Breaches, {paper.period_start.day} " in page
    block = Block.objects.get(kind="records")
    changed = browser.get(reverse("editor:block", args=("assurance", paper.slug, block.slug)))
    assert changed.context["form"]["within"].value()


def test_a_figure_of_a_register_is_put_in_with_its_name(browser, user, paper):
    matters.risk(council=user.council)
    path = reverse("editor:quote-register", args=("risks",))
    address = f"{path}?report={paper.pk}&section=work"
    form = browser.get(address).context["form"]
    keys = [key for key in form.quotations if key.startswith("figure-")]
    assert keys and all(key.startswith("figure-risks.") for key in keys)
    browser.post(address, {"how": keys[0], "where": "into:children"})
    assert paper.blocks.get(slug="children").text.endswith("[[risks.open]].")


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({}, "Choose what to put in"),
        ({"how": "sentence", "where": "into:gone"}, "There is no such place in the section"),
        ({"how": "cost", "where": "into:children"}, "That can no longer be quoted"),
        (
            {"how": "list-audit_rounds", "where": "into:children"},
            "A list is a block of its own",
        ),
    ],
)
def test_wrong_choices_have_a_sentence_and_save_nothing(browser, round_, paper, posted, sentence):
    before = list(paper.blocks.values_list("slug", "text", "version"))
    answer = browser.post(quoting(round_, paper, "work"), posted)
    assert answer.status_code == 200 and sentence in text(answer)
    assert list(paper.blocks.values_list("slug", "text", "version")) == before


@pytest.mark.parametrize("others", [0, 1])
def test_a_report_issued_meanwhile_is_said_and_nothing_goes_in(browser, round_, paper, others):
    if others:
        papers.paper(council=paper.council, slug="second", title="The second report")
    blocks = paper.blocks.count()
    sent = {"sent_on": drafts.ON, "sent_by": cast.clerk(), "frozen": {}}
    Paper.objects.filter(pk=paper.pk).update(status=Paper.ISSUED, **sent)
    answer = browser.post(
        quoting(round_, paper, "work"), {"how": "sentence", "where": "into:children"}
    )
    assert "This report is published and can no longer change." in text(answer)
    assert ("The second report" if others else "No report is being written now") in text(answer)
    assert paper.blocks.count() == blocks


def test_a_clerk_is_led_to_start_a_report_where_none_is_being_written(browser, round_):
    answer = browser.get(quoting(round_))
    assert "Start a report first." in text(answer)
    assert reverse("editor:start").encode() in answer.content


def test_a_section_that_was_removed_is_asked_for_again(browser, round_, paper):
    answer = browser.get(quoting(round_, paper, "gone"))
    assert "That section is no longer in the report: choose another." in text(answer)
    assert "There is no such report" in text(browser.get(f"{quoting(round_)}?report=x"))


def test_a_record_that_was_withdrawn_has_its_sentence(browser, user, round_, paper):
    gone = {"withdrawn_on": drafts.ON, "withdrawn_by": user, "withdrawn_because": "Twice"}
    type(round_).objects.filter(pk=round_.pk).update(**gone)
    answer = browser.get(quoting(round_, paper, "work"))
    assert answer.status_code == 200
    assert "This record was withdrawn or replaced" in text(answer)


def test_what_had_not_begun_on_the_reports_date_has_its_sentence(browser, user, paper):
    later = audits.audit_round(
        council=user.council,
        start=date(2018, 1, 1),
        end=date(2018, 6, 30),
        next_due_on=None,
        interval_months=None,
    )
    assert "none of this was recorded" in text(browser.get(quoting(later, paper, "work")))


def test_a_kind_that_is_none_and_another_councils_record_are_not_found(browser, paper):
    elsewhere = audits.audit_round(council=cast.make_council("elsewhere"))
    assert browser.get(quoting(elsewhere, paper)).status_code == 404
    assert browser.get(quoting(elsewhere, paper, kind="castle")).status_code == 404
    assert browser.get(reverse("editor:quote-register", args=("castles",))).status_code == 404


def test_who_may_not_open_a_register_is_led_to_every_list(user, paper):
    clerk = browser_of(cast.clerk())
    page = clerk.get(reverse("editor:quote"))
    assert "Breaches" in text(page) and "_" not in re.findall(
        r">([^<]*)</a>", page.content.decode()
    )
    target = (
        f"{reverse('editor:quote-register', args=('breaches',))}?report={paper.pk}&section=work"
    )
    assert clerk.get(target).context["back"] == reverse("editor:quote")
    own = browser_of(user).get(target).context["back"]
    assert own == reverse("dbs:breach-list")


@pytest.mark.long
def test_text_that_was_removed_meanwhile_is_not_written_to(browser, round_, paper):
    address = quoting(round_, paper, "work")
    seen = browser.get(address).context["form"]
    paper.blocks.filter(slug="children").update(removed_on=drafts.ON)
    answer = browser.post(address, {"how": "sentence", "where": "into:children"})
    assert "into:children" in seen.places
    assert "There is no such place in the section any more" in text(answer)
