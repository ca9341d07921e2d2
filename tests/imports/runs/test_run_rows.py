"""Rows of a run and files that are sent: pages of each state, refused rows, what stands."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from assurance.imports import kinds, operations
from assurance.imports.plan.headings import Choices
from assurance.tables.reader import read
from tests import cast
from tests.imports.runs.test_run_pages import address, words
from tests.make import audits, imports, people
from tests.make.imports import HEADINGS, ON, checked, row, table
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db


def lines_of(answer):
    """The lines of a CSV file that was sent."""
    return answer.content.decode("utf-8-sig").splitlines()


def test_rows_of_each_state_have_pages_and_one_that_is_not_there_is_the_nearest(client, officer):
    kept = {"team": people.team("North"), "audited_on": date(2015, 1, 31)}
    kept["actions"] = "Date the plan"
    for number in (91, 92):
        audits.case_audit(reference=f"CA-{number}", shared_on=date(2015, 2, 13), **kept)
    rows = [row(number) for number in range(1, 61)]
    rows += [row(1), row(90, date="soon"), row(91), row(92, strengths="x" * 130)]
    run = checked(table(*rows))
    whole, change = ["Row", *HEADINGS], ["Row", "Record", "Field", "Now", "Would be"]
    for state in ("added", "repeated", "refused", "same", "changed"):
        lines, headings = 60 if state == "added" else 1, change if state == "changed" else whole
        answer = client.get(reverse("imports:rows", args=[run.pk, 0, state]))
        text = answer.content.decode()
        with NamedCase(state):
            assert text.count('scope="row"') == min(lines, 50)
            assert [one for one in headings if f">{one}</th>" in text] == headings
            assert f"{lines} found" in text and ("page 1 of 2" in text) is (lines > 50)
    for page, number in (("2", 10), ("99", 10), ("0", 10), ("x", 50), ("", 50), ("-1", 10)):
        answer = client.get(address("rows", run), {"page": page})
        with NamedCase(page):
            assert answer.content.decode().count('scope="row"') == number


@pytest.mark.parametrize("longest", [119, 120, 121])
def test_long_cells_are_cut_where_they_are_listed(client, officer, longest):
    page = words(client, "rows", checked(table(row(1, strengths="x" * longest))))
    assert ("x" * min(longest, 120) + "…" * (longest > 120)) in page
    assert "x" * 121 not in page


def test_refused_rows_that_were_mended_come_in_as_what_they_were(client, officer):
    columns = {"refno": "reference"}
    headings = ("Ref no", *HEADINGS[1:])
    given = table(row(1, date="soon"), row(2), headings=headings)
    run = checked(given, choices=[Choices("small-audits", columns, {})])
    sent = client.get(address("refused", run))
    assert len(lines_of(sent)) == 2 and "Audited on: It is not a date." in lines_of(sent)[1]
    operations.import_files(run=run, kinds=imports.KINDS, by=officer, on=ON)
    mended = sent.content.replace(b"soon", b"31/01/2015")
    [back] = read("mended.csv", mended)
    assert (again := checked(back)).added == 1 and again.state == "checked"


def test_files_are_sent_in_two_forms(client, officer):
    run = checked(table(row(1, date="soon")))
    for form in ("csv", "xlsx"):
        answer = client.get(reverse("imports:refused", args=[run.pk, 0, form]))
        named = f'attachment; filename="refused-{run.pk}-1.{form}"'
        assert answer["Content-Disposition"] == named
    assert client.get(reverse("imports:refused", args=[run.pk, 0, "pdf"])).status_code == 404


def test_what_stands_is_sent_and_imported_again_changes_nothing(client, officer, monkeypatch):
    teams, *others = imports.KINDS
    standing = replace(teams, standing=lambda council: zip(council.teams.all()))
    monkeypatch.setattr(kinds, "KINDS", (standing, *others))
    people.team("North", service="=SUM")
    people.team("Far", council=cast.make_council("elsewhere"))
    sent = client.get(reverse("imports:standing", kwargs={"key": "small-teams", "form": "csv"}))
    assert lines_of(sent) == ["Service,Team,From", "'=SUM,North,2010-01-01"]
    [back] = read("standing.csv", sent.content)
    run = checked(back, kinds=(standing,))
    assert (run.added, run.changed, run.same) == (0, 0, 1)
    client.force_login(cast.officer(subject="dbs"))
    again = client.get(reverse("imports:standing", kwargs={"key": "small-teams", "form": "csv"}))
    assert again.status_code == 404
