"""What a record's page lists as not recorded: gaps alone, and nothing that cannot be there."""

from datetime import date

import pytest
from django.urls import reverse

from tests.cast import officer
from tests.make.audits import audit_round, case_audit, learning_meeting
from tests.make.dbs import breach
from tests.make.people import engagement, person, team

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_a_day_of_august(settings):
    """The day on which the pages are looked at."""
    settings.CANDOUR_TODAY = "2015-08-20"


def gaps(signed_in, page, record):
    """The labels that the page of `record` lists as not recorded, and all its summary's text."""
    answer = signed_in.get(reverse(page, args=[record.pk]))
    rows = answer.context["rows"]
    listed = {row["key"] for row in rows if not (row["value"] or row["folded"] or row["lapses"])}
    return listed, {row["key"]: row["value"] for row in rows}


def test_a_round_lists_no_start_or_result_before_it_has_one(signed_in):
    planned = audit_round()
    listed, values = gaps(signed_in, "audits:round-record", planned)
    assert not listed & {"Began", "Closed", "Result"} and not values["Closed"]
    case_audit(round=planned)
    assert "Began" in gaps(signed_in, "audits:round-record", planned)[0]
    gone = audit_round(cancelled_on=date(2015, 8, 3), cancelled_because="No auditor is free.")
    assert "Began" not in gaps(signed_in, "audits:round-record", gone)[0]
    ends = {"closed_on": date(2015, 7, 1), "result": "Plans have dates."}
    closed = audit_round(begun_on=date(2015, 1, 5), **ends)
    assert gaps(signed_in, "audits:round-record", closed)[1]["Closed"] == "1 July 2015"


def test_a_meeting_lists_none_of_the_kinds_of_material_that_it_did_not_review(signed_in):
    listed, _ = gaps(signed_in, "audits:meeting-record", learning_meeting())
    assert listed == {"Strengths", "Areas for development", "Circulated to", "Circulated on",
                      "Next meeting"}  # fmt: skip


def test_an_audit_lists_no_moderation_and_another_team_where_one_is_missing(signed_in):
    listed, _ = gaps(signed_in, "audits:record", case_audit())
    assert "Shared with the worker" in listed
    assert not listed & {"Moderated by", "Grade at moderation", "Repeats"}
    other = "The auditor’s other team"
    assert other not in listed
    of_another = case_audit(own_team=False, team=team("North"))
    assert other in gaps(signed_in, "audits:record", of_another)[0]


def test_a_role_that_was_never_set_aside_lists_nothing_of_it(client):
    client.force_login(officer())
    listed, values = gaps(client, "dbs:role-record", engagement())
    assert not any("Set aside" in key or "Away" in key for key in listed)
    assert "Set aside from" in values


def test_a_person_out_of_scope_lists_no_re_check_and_a_remedied_breach_no_date_for_it(client):
    client.force_login(officer())
    assert "Re-check due" not in gaps(client, "dbs:record", person())[0]
    listed, _ = gaps(client, "dbs:breach-record", breach())
    assert "To be put right by" in listed and "Closed by" not in listed
    done = {"remedied_on": date(2016, 2, 1), "remedy_recorded_on": date(2016, 2, 1)}
    done |= {"remedy": "A list comes every month.", "remedy_recorded_by": officer()}
    remedied = breach(**done)
    assert "To be put right by" not in gaps(client, "dbs:breach-record", remedied)[0]


def empty_cells(client, page):
    """What each empty cell of the only row of a list says, by the label of its column."""
    [line] = client.get(reverse(page)).context["lines"]
    return {column.label: empty for text, column, empty in line["cells"] if not text}


def test_an_empty_cell_of_a_list_is_a_gap_where_its_row_of_the_record_is_one(client):
    client.force_login(officer())
    breach(remedied_on=date(2016, 2, 1), remedy="A list comes every month.",
           remedy_recorded_on=date(2016, 2, 1), remedy_recorded_by=officer())  # fmt: skip
    cells = empty_cells(client, "dbs:breach-list")
    assert cells == {"To be put right by": "None", "Meeting informed": "Not recorded"}
    engagement()
    cells = empty_cells(client, "dbs:list")
    assert cells["Left"] == "None" and cells["Re-check due"] == "None"
    case_audit()
    cells = empty_cells(client, "audits:list")
    assert cells == dict.fromkeys(("Shared", "Recorded"), "Not recorded")
    assert ">Not recorded</span>" in client.get(reverse("audits:list")).text
    assert ">None</span>" in client.get(reverse("dbs:list")).text
