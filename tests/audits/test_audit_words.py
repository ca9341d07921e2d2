"""What the pages of audits, rounds and meetings say and lead to: one, nobody and many; with and
without anything to choose from; each role's way in; several audits chosen at once."""

from datetime import date, timedelta

import pytest

from tests.audits.entries import parts, typed
from tests.cast import make_council
from tests.make.audits import (
    allocation,
    audit_kind,
    audit_round,
    audit_theme,
    audit_total,
    case_audit,
    learning_meeting,
)
from tests.make.people import team
from tests.page_requests import errors
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
ROUNDS = "/audits/programme/rounds/"
DAY, ONE = date(2015, 3, 2), timedelta(days=1)


@pytest.fixture(autouse=True)
def today(settings):
    """The day on which everything here is looked at."""
    settings.CANDOUR_TODAY = "2015-08-20"


def links(client, address):
    """Label → where its Change link leads on the form, of a record's page."""
    rows = client.get(address).context["rows"]
    return {row["key"]: row["change"].partition("#")[2] for row in rows if row["change"]}


def facts(client, address):
    """Label → value of a record's page."""
    return {row["key"]: row["value"] for row in client.get(address).context["rows"]}


@pytest.mark.long
def test_an_audit_offers_to_change_its_themes_once_the_council_has_one(signed_in):
    address = f"/audits/{case_audit().pk}/"
    audit_theme("Theirs", council=make_council("otherby"))
    form = signed_in.get(f"{address}change/").content.decode()
    assert "Themes found" not in links(signed_in, address) and "id_themes" not in form
    assert links(signed_in, address)["How it was done"] == "id_method_0"
    audit_theme()
    form = signed_in.get(f"{address}change/").content.decode()
    assert links(signed_in, address)["Themes found"] == "id_themes_0"
    assert 'id="id_themes_0"' in form


def test_a_round_and_a_meeting_offer_what_there_is_to_choose_from(signed_in):
    round_ = f"{ROUNDS}{audit_round().pk}/"
    assert "Teams" not in links(signed_in, round_)
    team("North")
    assert links(signed_in, round_)["Teams"] == "id_teams_0"
    elsewhere = make_council("otherby")
    meeting = f"/audits/learning/{learning_meeting().pk}/"
    assert "Rounds reviewed" in links(signed_in, meeting)
    signed_in.post(f"{round_}withdraw/", {"version": 1, "because": "Twice"})
    audit_round(council=elsewhere)
    assert "Rounds reviewed" not in links(signed_in, meeting)
    assert "Forum" in links(signed_in, meeting)


def test_an_audit_is_saved_without_themes_and_a_meeting_without_rounds(signed_in):
    assert signed_in.post("/audits/add/", typed()).status_code == 302
    said = {"forum": "RAAMM", "reviewed": "Scorecard", **parts("held_on", date(2015, 8, 4))}
    page = signed_in.post("/audits/learning/add/", said, follow=True).content.decode()
    assert "Learning meeting added." in page and "Reviewed" not in page
    said = {"kind": audit_kind().pk, "planned": "", **parts("start", DAY), **parts("end", DAY)}
    page = signed_in.post(f"{ROUNDS}add/", said, follow=True).content.decode()
    assert "Audit round added." in page


def test_a_meeting_says_what_it_was_about(signed_in):
    for said, shown in [
        ({}, {"Team": "Every team", "Audits reviewed": "1 July 2015 to 31 August 2015"}),
        (
            {"reviewed_from": None, "reviewed_to": None, "reviewed": "Scorecard"},
            {"Audits reviewed": "", "Other material reviewed": "Scorecard", "Next meeting": ""},
        ),
        (
            {"reviewed_from": date(2016, 2, 29), "reviewed_to": date(2016, 2, 29)},
            {"Audits reviewed": "29 February 2016"},
        ),
    ]:
        with NamedCase(brief((said, shown))):
            address = f"/audits/learning/{learning_meeting(**said).pk}/"
            assert shown.items() <= facts(signed_in, address).items()


def test_a_meeting_counts_the_audits_of_its_days_and_team(signed_in):
    north = team("North")
    meeting = learning_meeting(team=north)
    case_audit(team=team("East"), audited_on=meeting.reviewed_from)
    case_audit(team=north, audited_on=meeting.reviewed_to + ONE)
    address = f"/audits/learning/{meeting.pk}/"
    assert "0 audits done from" in signed_in.get(address).content.decode()
    case_audit(team=north, audited_on=meeting.reviewed_from)
    assert "1 audit done from" in signed_in.get(address).content.decode()
    case_audit(team=north, audited_on=meeting.reviewed_to)
    page = signed_in.get(address)
    assert "2 audits done" in page.content.decode()
    rows = {row["key"]: row["value"] for row in page.context["rows"]}
    assert rows["Team"] == "North"


@pytest.mark.long
def test_a_line_of_a_rule_says_how_often_it_asks(signed_in):
    for every, how, says in [
        (None, "Once in the round", "in the round"),
        (1, "Every month", "in each month"),
        (3, "Every 3 months", "in each 3 months"),
    ]:
        with NamedCase(brief((every, how, says))):
            line = allocation(every_months=every)
            address = f"{ROUNDS.replace('programme/rounds/', 'allocations/')}{line.pk}/"
            assert facts(signed_in, address)["How often"] == how
            assert facts(signed_in, address)["Round"] == "Case-file audit, January 2015"
            page = signed_in.get(address).content.decode()
            assert "Practice Manager, in Case-file audit, January 2015" in page
            assert says in signed_in.get(f"{ROUNDS}{line.audit_round_id}/").content.decode()


@pytest.mark.long
def test_nothing_is_said_of_a_day_that_could_not_be_read_but_that(signed_in):
    days = {**parts("start", date(2015, 1, 1)), **parts("end", date(2015, 6, 30))}
    to_round = f"{ROUNDS}add/", {"kind": audit_kind().pk, **days}
    usual = {"forum": "RAAMM", "reviewed": "Scorecard", **parts("held_on", DAY)}
    to_meeting = "/audits/learning/add/", usual
    for (address, usual), said, fields in [
        (
            to_round,
            {**parts("begun_on", DAY), "closed_on_day": "31", "result": "Weak"},
            {"closed_on"},
        ),
        (to_round, {"cancelled_on_day": "31", "cancelled_because": "No time"}, {"cancelled_on"}),
        (to_round, {"start_month": "13", **parts("begun_on", DAY)}, {"start"}),
        (to_round, {"end_year": "15", **parts("report_due_on", DAY)}, {"end"}),
        (
            to_meeting,
            {"held_on_day": "31", "held_on_month": "2", **parts("next_on", DAY)},
            {"held_on"},
        ),
        (to_meeting, {"reviewed_from_day": "1", **parts("reviewed_to", DAY)}, {"reviewed_from"}),
        (to_meeting, {"circulated_on_day": "1"}, {"circulated_on"}),
    ]:
        with NamedCase(brief((said, fields))):
            assert set(errors(signed_in.post(address, {**usual, **said}))) == fields


def test_a_total_stands_apart_on_the_page_of_a_period_that_it_touches(signed_in):
    for start, end, shown in [
        (DAY, DAY, True),
        (DAY - ONE, DAY, True),
        (DAY + ONE, DAY + ONE, False),
        (DAY - ONE, DAY - ONE, False),
    ]:
        with NamedCase(brief((start, end, shown))):
            total = audit_total(start=start, end=end, done=378)
            asked = "&".join(
                f"{name}={box}"
                for name, box in (parts("done_from", DAY) | parts("done_to", DAY)).items()
            )
            answer = signed_in.get(f"/audits/shown/?{asked}")
            assert answer.context["totals"] == ([total] if shown else [])
            assert answer.context["done"] == 0
            total.delete()
