"""In the demonstration each kind of record is quoted in a sentence and listed by pressing alone,
from its own page to the section in which it then is."""

import re
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from assurance.accounts.models.accounts import Council
from assurance.figures.labels import RECORD_NAMES
from assurance.figures.quotable import RECORDS
from assurance.registers.declaration import KNOWN
from reports.papers.models.blocks import Block
from reports.papers.models.papers import Paper
from reports.quotable.quotations import lists_of
from tests import cast
from tests.make.demonstration import WITH_DRAFT, put_in

pytestmark = pytest.mark.django_db
# What a line says in place of a record, a date or a column that is not there.
NOT_THERE = re.compile(r"has no (?:such|date|record|state|label)")
# The fictional council has audited one by one until 2018, wrote down what audits led to in words,
# drew no sample, and has no council plan and no report of another body before 2019.
WITHOUT_A_RECORD = {
    "met_group",
    *("audit_total", "audit_action", "audit_sample"),
    *("body_report", "plan_outcome"),
}
KINDS = [kind for kind in RECORDS if kind not in WITHOUT_A_RECORD]
LINK = re.compile(r'href="([^"]+)">Quote this in a report</a>')


@pytest.fixture(scope="module")
def presser(load_once, django_db_blocker):
    """The browser of somebody who keeps every register of the council and writes its reports."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_in(load_once("with-draft", WITH_DRAFT))
        # What is in the draft already is no part of the way, and is checked with every page.
        inside = Block.objects.filter(paper__in=Paper.objects.being_written())
        inside.exclude(kind__in=("section", "annex")).delete()
        # The registers are known once the addresses of all pages are.
        reverse("home")
        client = Client()
        client.force_login(cast.make_user(*cast.ROLES, council=Council.objects.get()))
        yield client
        transaction.set_rollback(True)


@pytest.fixture
def browser(presser, db):
    return presser


def rows_of(kind):
    """The records of a kind that the demonstration has, the newest first."""
    return RECORD_NAMES[kind].source.rows(Council.objects.get()).order_by("-pk")


def page_of(record):
    """The address of a record's own page."""
    register = KNOWN.get(type(record))
    if register is None:
        return reverse("looked_after:return-record", args=(record.pk,))
    return register.address("record", record.pk)


def pressed(browser, address, how):
    """The block and the page after each step's first choice, then the way `how`, was pressed."""
    answer = browser.get(address, follow=True)
    while "how" not in answer.context["form"].fields:
        form = answer.context["form"]
        (step,) = {"report", "section"} & {
            name for name in form.fields if "choices" in dir(form.fields[name])
        }
        values = {name: form[name].initial for name in form.fields}
        values[step] = form.fields[step].choices[0][0]
        answer = browser.get(answer.request["PATH_INFO"], values, follow=True)
    form = answer.context["form"]
    (key,) = [key for key in form.quotations if how(key)][:1]
    place = f"{answer.request['PATH_INFO']}?{answer.request['QUERY_STRING']}"
    done = browser.post(place, {"how": key, "where": form["where"].initial})
    assert done.status_code == 302, done.context["form"].errors
    slug = done["Location"].rpartition("#line-")[2]
    block = Block.objects.get(slug=slug, paper__status=Paper.WRITING)
    return form.quotations[key], block, browser.get(done["Location"]).content.decode()


def line_of(page, block):
    """What a section's page prints of a block."""
    inside = page.partition(f'id="line-{block.slug}"')[2].partition('<div class="draft-actions">')[
        0
    ]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inside)).split())


def same(text):
    """Words without blanks and quotation marks, which a page lays out in its own way."""
    return re.sub(r"[\s“”‘’\"']", "", text)


@pytest.mark.long
def test_the_demonstration_has_a_record_of_every_other_kind(browser):
    assert {kind for kind in RECORDS if not rows_of(kind).exists()} == WITHOUT_A_RECORD
    assert Paper.objects.being_written().count() == 1


@pytest.mark.sampled(12)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_quoted_in_a_sentence_and_in_a_list(browser, kind):
    page = browser.get(page_of(rows_of(kind).first())).content.decode()
    (address,) = LINK.findall(page)
    quotation, block, page = pressed(browser, address, "sentence".__eq__)
    assert block.kind == "paragraph"
    assert same(quotation.label) in same(line_of(page, block)), line_of(page, block)
    made = lists_of(Council.objects.get(), rows_of(kind).model)
    for what in made:
        listed, block, page = pressed(browser, address, f"list-{what}".__eq__)
        assert block.data["records"]["what"] == what
        headings = listed.label.partition("Columns: ")[2].split(", ")
        shown = line_of(page, block)
        assert all(heading in shown for heading in headings), shown
        assert not NOT_THERE.search(shown) and "[[" not in shown


@pytest.mark.parametrize("kind", KINDS)
def test_each_register_with_a_page_leads_to_its_list(browser, kind):
    register = KNOWN.get(rows_of(kind).model)
    if register is not None and register.filters:
        (address,) = LINK.findall(browser.get(register.address("list")).content.decode())
        assert address == reverse(
            "editor:quote-register", args=(lists_of(Council.objects.get(), register.model)[0],)
        )


@pytest.mark.long
def test_a_clerk_who_opens_no_register_of_people_lists_breaches_by_pressing(browser):
    clerk = Client()
    clerk.force_login(cast.clerk(Council.objects.get()))
    papers = clerk.get(reverse("editor:list")).content.decode()
    assert f'href="{reverse("editor:quote")}">Records for a report</a>' in papers
    page = clerk.get(reverse("editor:quote")).content.decode()
    address = re.search(r'href="([^"]+)">Breaches</a>', page)[1]
    assert clerk.get(reverse("dbs:breach-list")).status_code == 403
    _quotation, block, page = pressed(clerk, address, "list-breaches".__eq__)
    shown = line_of(page, block)
    assert "Policy broken" in shown and re.search(r"\b(January|June|March|October) 20\d\d", shown)
