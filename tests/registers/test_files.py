"""A list as files to take away and as a link to share, shown on case audits."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from assurance.tables.reader import read
from assurance.tables.workbook.writer import XLSX_TYPE
from tests.make.audits import case_audit

pytestmark = pytest.mark.django_db


def workbook(client, asked=""):
    """The one table of the list's workbook."""
    (found,) = read("list.xlsx", client.get(f"/audits/list.xlsx{asked}").content)
    return found


@pytest.mark.long
def test_the_workbook_holds_every_page_filtered_and_sorted_with_days_as_days(signed_in):
    for number in range(30):
        case_audit(reference=f"R{number:03}", audited_on=date(2015, 1, 1 + number))
    case_audit(reference="Another")
    found = workbook(signed_in, "?text=R0&sort=-reference&page=2&team=")
    assert [row.cells[0] for row in found.rows] == [f"R{n:03}" for n in range(29, -1, -1)]
    assert found.rows[0].cells[1] == date(2015, 1, 30)


def test_a_list_gives_the_address_of_what_it_shows_to_be_shared(signed_in):
    case_audit(reference="R1")
    case_audit(reference="Another")
    answer = signed_in.get("/audits/?text=R&sort=reference&page=7&service=&shared=no")
    link = answer.context["link"]
    assert link == "http://testserver/audits/?text=R&sort=reference&shared=no"
    assert f'value="{link.replace("&", "&amp;")}"' in answer.content.decode()
    parts = urlsplit(link)
    again = signed_in.get(f"{parts.path}?{parts.query}")
    told = [line["record"].reference for line in again.context["lines"]]
    assert told == [line["record"].reference for line in answer.context["lines"]]


def test_a_workbook_says_its_day_and_holds_free_words_and_formulas_as_words(signed_in, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    case_audit(reference="=R1", auditor="-SUM(A1)", strengths="Clear plans")
    answer = signed_in.get("/audits/list.xlsx")
    assert answer.headers["Content-Type"] == XLSX_TYPE
    assert 'filename="case-audits-2016-01-18.xlsx"' in answer.headers["Content-Disposition"]
    [table] = read("list.xlsx", answer.content)
    assert table.sheet == "Case audits" and "Strengths" not in table.headings
    whole = workbook(signed_in, "?free_text=yes")
    assert whole.rows[0].cells[whole.headings.index("Strengths")] == "Clear plans"
    [rows] = read("csv", signed_in.get("/audits/list.csv").getvalue())
    for row in (table.rows[0], rows.rows[0]):
        assert row.cells[0] == "=R1" and "-SUM(A1)" in row.cells


def test_an_unfiltered_list_says_its_day_and_its_plain_link(signed_in, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    answer = signed_in.get("/audits/")
    assert "18 January 2016" in answer.content.decode()
    assert answer.context["link"] == "http://testserver/audits/"
    assert answer.context["xlsx"] == "/audits/list.xlsx"
    assert signed_in.get("/audits/?text=x&text=").context["link"] == "http://testserver/audits/"
    case_audit()
    assert "18 January 2016" in signed_in.get("/audits/").content.decode()
