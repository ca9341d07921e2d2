"""What every register's list, file and record page have in common, shown on case audits."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.audits.models.case_audits import CaseAudit
from tests.make.audits import case_audit

pytestmark = pytest.mark.django_db
ADDRESSES = ("/audits/", "/audits/list.csv", "/audits/list.xlsx")


def many(number):
    """As many further audits, one a day."""
    first, there = date(2015, 1, 1), CaseAudit.objects.count()
    for one in range(there, there + number):
        case_audit(reference=f"R{one:03}", audited_on=first + timedelta(days=one))


def rows_of(answer):
    """The rows of a CSV answer, its header first."""
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_twenty_five_stand_on_a_page_and_the_file_holds_every_page(signed_in):
    many(26)
    first = signed_in.get("/audits/?sort=reference&text=R")
    assert len(first.context["lines"]) == 25
    page = first.content.decode()
    assert "26 found, page 1 of 2" in page
    assert "?sort=reference&amp;text=R&amp;page=2" in page
    assert "/audits/list.csv?sort=reference&amp;text=R" in page
    second = signed_in.get("/audits/?sort=reference&text=R&page=2")
    assert [line["record"].reference for line in second.context["lines"]] == ["R025"]
    assert "page=2" not in second.context["csv"]
    rows = rows_of(signed_in.get("/audits/list.csv?sort=-reference&page=2"))
    assert [row[0] for row in rows] == ["Reference", *(f"R{n:03}" for n in range(25, -1, -1))]


def test_a_list_says_how_it_is_sorted_and_stays_so_when_it_is_filtered(signed_in):
    many(2)
    page = signed_in.get("/audits/").content.decode()
    assert 'aria-sort="descending"' in page
    assert "?sort=audited_on" in page
    page = signed_in.get("/audits/?sort=audited_on").content.decode()
    assert 'aria-sort="ascending"' in page
    assert "?sort=-audited_on" in page
    page = signed_in.get("/audits/?sort=reference").content.decode()
    assert '<input type="hidden" name="sort" value="reference"' in page
    assert 'name="sort"' not in signed_in.get("/audits/").content.decode()
    answer = signed_in.get("/audits/?text=R&sort=reference")
    assert [line["record"].reference for line in answer.context["lines"]] == ["R000", "R001"]


def test_an_empty_list_offers_no_file_and_a_file_says_what_it_is_and_when_it_was_made(
    signed_in, settings
):
    page = signed_in.get("/audits/").content.decode()
    assert "0 found" in page
    assert "Nothing has been recorded that fits" in page
    assert "list.csv" not in page
    settings.CANDOUR_TODAY = "2016-01-18"
    answer = signed_in.get("/audits/list.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="case-audits-2016-01-18.csv"' in answer.headers["Content-Disposition"]


def test_a_list_and_its_files_ask_the_same_however_many_there_are(signed_in):
    many(1)
    few = {address: queries_of(signed_in, address) for address in ADDRESSES}
    many(27)
    assert {address: queries_of(signed_in, address) for address in ADDRESSES} == few


def queries_of(client, address):
    """How many queries a page asks."""
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
