"""What every register's list, file and record page have in common, shown on case audits."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from assurance.audits.models.case_audits import CaseAudit
from tests import cast
from tests.cast import officer
from tests.make.audits import case_audit
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
ADDRESSES = ("/audits/", "/audits/list.csv", "/audits/list.xlsx")


def many(number):
    """As many further audits, one a day."""
    first, there = date(2015, 1, 1), CaseAudit.objects.count()
    for one in range(there, there + number):
        case_audit(reference=f"R{one:03}", audited_on=first + timedelta(days=one))


def rows_of(answer):
    """The rows of a CSV answer, its header first."""
    return list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


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


@pytest.mark.long
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
    assert "No case audit has been recorded yet." in page
    assert 'href="/audits/add/">Add a case audit</a>' in page
    assert "list.csv" not in page
    unused = "Link to this list", "Filter this list"
    assert not any(text in page for text in unused)
    # A filter that finds nothing can be changed, and withdrawn rows are found by one.
    audit = case_audit(
        withdrawn_on=date(2015, 5, 1), withdrawn_because="Twice", withdrawn_by=officer()
    )
    for address in ("/audits/?text=gone", "/audits/"):
        page = signed_in.get(address).content.decode()
        assert all(text in page for text in unused), address
    audit.delete()
    settings.CANDOUR_TODAY = "2016-01-18"
    answer = signed_in.get("/audits/list.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="case-audits-2016-01-18.csv"' in answer.headers["Content-Disposition"]


@pytest.mark.long
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


def test_an_empty_list_says_whether_its_filter_left_all_out(signed_in):
    many(1)
    page = signed_in.get("/audits/?text=nothing-like-it").content.decode()
    assert "Nothing has been recorded that fits this filter." in page
    assert 'href="/audits/">Clear the filter</a>' in page
    assert "Filter this list (1 in use)" in page
    page = signed_in.get("/audits/").content.decode()
    assert "Filter this list</summary>" in page
    assert "has been recorded yet" not in page


def test_who_may_not_add_is_not_led_to_add_and_reads_who_does():
    page = browser_of(cast.clerk()).get("/audits/programme/kinds/").content.decode()
    assert "No kind of audit has been recorded yet. An officer adds it." in page
    assert "/kinds/add/" not in page


def test_an_empty_list_of_what_is_added_on_other_records_leads_to_these(signed_in):
    page = signed_in.get("/audits/actions/").content.decode()
    assert "No action of an audit has been recorded yet." in page
    assert "adds it on the page of a case audit." in page
    assert 'href="/audits/">Case audits</a>' in page


def test_a_list_has_short_dates_and_says_what_an_empty_cell_means(signed_in):
    case_audit(audited_on=date(2016, 9, 1), shared_on=None)
    [line] = signed_in.get("/audits/").context["lines"]
    assert "1 Sep 2016" in [words for words, *_ in line["cells"]]
    page = signed_in.get("/audits/").content.decode()
    cell = 'class="govuk-table__cell app-nowrap" role="cell" data-label="Date of the audit"'
    assert f"<td {cell}>1 Sep 2016</td>" in page
    assert '<span aria-hidden="true">–</span><span class="govuk-visually-hidden">Not rec' in page
    [_header, row] = rows_of(signed_in.get("/audits/list.csv"))
    assert "2016-09-01" in row
    record = signed_in.get(f"/audits/{CaseAudit.objects.get().pk}/").content.decode()
    assert "1 September 2016" in record


def test_a_filter_that_is_wrong_stands_open(signed_in):
    page = signed_in.get("/audits/?done_from_day=31&done_from_month=2&done_from_year=2016")
    assert '<details class="app-fold" data-open-wide open>' in page.content.decode()
