"""The registers of the programme as lists, files and forms that two people have open."""

import csv
import io
from datetime import date

import pytest

from tests.make.audits import audit_round, audit_theme, case_audit, learning_meeting
from tests.make.people import team

pytestmark = pytest.mark.django_db
ROUNDS = "/audits/programme/rounds/"


@pytest.fixture(autouse=True)
def today(settings):
    """The day on which everything here is looked at."""
    settings.CANDOUR_TODAY = "2015-08-20"


def rows_of(answer):
    """The rows of a file, each as heading → cell."""
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def test_a_file_of_rounds_says_all_of_each_and_its_free_words_only_when_asked(signed_in):
    over = {"begun_on": date(2015, 1, 5), "closed_on": date(2015, 7, 1), "result": "=Plans"}
    made = audit_round(theme="Supervision", teams=[team("North"), team("East")], **over)
    case_audit(round=made)
    [row] = rows_of(signed_in.get(f"{ROUNDS}list.csv"))
    assert row["Round"] == "Case-file audit: Supervision, January 2015"
    assert (row["Planned"], row["Done so far"], row["State"]) == ("10", "1", "Done")
    assert (row["Teams"], row["Service"]) == ("East, North", "Every service")
    assert (row["How often"], row["Next round due"]) == ("Every 6 months", "2015-07-01")
    assert "Result" not in row
    [row] = rows_of(signed_in.get(f"{ROUNDS}list.csv?free_text=yes"))
    assert row["Result"] == "'=Plans"


def test_a_file_of_audits_can_be_of_one_round_or_theme(signed_in):
    made, theme = audit_round(), audit_theme()
    case_audit(round=made, reference="IN-ROUND")
    case_audit(reference="WITH-THEME").themes.set([theme])
    in_round = rows_of(signed_in.get(f"/audits/list.csv?round={made.pk}"))
    assert [row["Reference"] for row in in_round] == ["IN-ROUND"]
    assert in_round[0]["Round"] == "Case-file audit, January 2015"
    with_theme = rows_of(signed_in.get(f"/audits/list.csv?theme={theme.pk}"))
    assert [(row["Reference"], row["Themes"]) for row in with_theme] == [
        ("WITH-THEME", "Plans without dates")
    ]


def test_a_file_of_meetings_says_what_each_reviewed(signed_in):
    learning_meeting(rounds=[audit_round()], circulated_to="Managers", strengths="Clear plans")
    [row] = rows_of(signed_in.get("/audits/learning/list.csv?free_text=yes"))
    assert row["Rounds reviewed"] == "Case-file audit, January 2015"
    assert row["Audits reviewed"] == "1 July 2015 to 31 August 2015"
    assert (row["Team"], row["Strengths"]) == ("Every team", "Clear plans")
