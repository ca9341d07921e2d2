"""A list as files to take away and as a link to share, shown on case audits."""

from datetime import date
from urllib.parse import urlsplit

import pytest

from assurance.tables.reader import read
from assurance.tables.workbook.writer import XLSX_TYPE
from tests.cast import officer
from tests.make.audits import case_audit

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    """The client of an officer."""
    client.force_login(officer())
    return client


def workbook(client, asked=""):
    """The one table of the list's workbook."""
    (found,) = read("list.xlsx", client.get(f"/audits/list.xlsx{asked}").content)
    return found


def test_the_workbook_says_what_it_is_and_when_it_was_made(signed_in, settings):
    settings.CANDOUR_TODAY = "2016-01-18"
    case_audit()
    answer = signed_in.get("/audits/list.xlsx")
    assert answer.headers["Content-Type"] == XLSX_TYPE
    assert 'filename="case-audits-2016-01-18.xlsx"' in answer.headers["Content-Disposition"]
    assert workbook(signed_in).sheet == "Case audits"


def test_the_workbook_holds_every_page_filtered_and_sorted_with_days_as_days(signed_in):
    for number in range(30):
        case_audit(reference=f"R{number:03}", audited_on=date(2015, 1, 1 + number))
    case_audit(reference="Another")
    found = workbook(signed_in, "?text=R0&sort=-reference&page=2&team=")
    assert [row.cells[0] for row in found.rows] == [f"R{n:03}" for n in range(29, -1, -1)]
    assert found.rows[0].cells[1] == date(2015, 1, 30)


def test_free_words_are_in_the_workbook_only_where_they_are_asked_for(signed_in):
    case_audit(strengths="Clear plans")
    assert "Strengths" not in workbook(signed_in).headings
    asked = workbook(signed_in, "?free_text=yes")
    assert asked.rows[0].cells[asked.headings.index("Strengths")] == "Clear plans"


def test_words_that_look_like_formulas_come_back_as_they_were(signed_in):
    case_audit(reference="=R1", auditor_role="-SUM(A1)")
    for kind in ("csv", "xlsx"):
        (found,) = read(kind, signed_in.get(f"/audits/list.{kind}").content)
        assert found.rows[0].cells[0] == "=R1"
        assert "-SUM(A1)" in found.rows[0].cells


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


def test_the_link_of_a_list_is_plain_without_a_filter_or_with_an_emptied_one(signed_in):
    answer = signed_in.get("/audits/")
    assert answer.context["link"] == "http://testserver/audits/"
    assert answer.context["xlsx"] == "/audits/list.xlsx"
    assert signed_in.get("/audits/?text=x&text=").context["link"] == "http://testserver/audits/"


@pytest.mark.parametrize("made", [True, False])
def test_a_list_says_the_day_on_which_it_is_true(signed_in, settings, made):
    settings.CANDOUR_TODAY = "2016-01-18"
    if made:
        case_audit()
    assert "18 January 2016" in signed_in.get("/audits/").content.decode()
