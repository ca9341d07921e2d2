"""The pages of the audit programme, of themes and of learning meetings, by who keeps and reads
them."""

import re
from datetime import date

import pytest

from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.kinds import AuditKind
from assurance.audits.models.rounds import AuditRound
from tests.audits.entries import parts
from tests.cast import clerk
from tests.make.audits import (
    allocation,
    audit_kind,
    audit_round,
    audit_theme,
    case_audit,
    learning_meeting,
)
from tests.make.people import post, team
from tests.page_requests import errors, words
from tests.refusals import each_refused

pytestmark = pytest.mark.django_db
ROUNDS = "/audits/programme/rounds/"


@pytest.fixture(autouse=True)
def today(settings):
    """The day on which everything here is looked at."""
    settings.CANDOUR_TODAY = "2015-08-20"


def planned(**said):
    """What an officer types for a round."""
    boxes = parts("start", date(2015, 1, 1)) | parts("end", date(2015, 6, 30))
    return {"kind": audit_kind().pk, **boxes, "planned": "10", **said}


def test_an_officer_plans_a_round_and_reads_it_back(signed_in):
    team("North", service="Child in Need")
    said = planned(theme="Supervision", service="Child in Need", report_to="Safeguarding Board")
    answer = signed_in.post(f"{ROUNDS}add/", said, follow=True)
    page = answer.content.decode()
    for text in ("Audit round added.", "Supervision", "Every 6 months", "1 July 2015", "Planned"):
        assert text in page, text
    made = AuditRound.objects.get()
    assert (made.planned, made.interval_months, made.service) == (10, 6, "Child in Need")


def test_a_round_shows_its_cancellation_once_it_is_cancelled(signed_in):
    planned_round = audit_round()
    address = f"{ROUNDS}{planned_round.pk}/"
    page = signed_in.get(address).content.decode()
    assert "ancelled" not in page.partition("History")[0] and "Not recorded: " in page
    AuditRound.objects.update(cancelled_on="2015-08-03", cancelled_because="No auditor is free.")
    page = signed_in.get(address).content.decode()
    assert "3 August 2015" in page and "No auditor is free." in page


WRONG = [
    ({"kind": ""}, "kind", "Select “Kind of audit”"),
    ({"kind": "999"}, "kind", "from the list"),
    (parts("start", None), "start", "Enter the start date of the period"),
    ({"planned": "0"}, "planned", "must be 1 or more"),
    ({"planned": "ten"}, "planned", "must be a whole number"),
    ({"interval_months": "121"}, "interval_months", "120 or fewer"),
    ({"service": "Nobody’s"}, "service", "from the list"),
    ({"teams": ["999"]}, "teams", "from the list"),
    (parts("closed_on", date(2015, 6, 30)), "result", "cannot be closed without one"),
    (parts("begun_on", date(2099, 1, 1)), "begun_on", "must be today or in the past"),
]


@pytest.mark.long
def test_a_wrong_round_gets_its_sentence_and_what_was_typed_stays(signed_in):
    north = team("North")
    team("Youth", service="Youth Justice")
    elsewhere = {"service": "Youth Justice", "teams": [north.pk]}
    wrong = [*WRONG, (elsewhere, "teams", "North does not belong")]
    each_refused(signed_in, f"{ROUNDS}add/", planned, wrong, AuditRound, theme="Supervision")
    assert not AuditRound.objects.exists()


def test_a_round_is_closed_with_its_result_on_its_form(signed_in):
    made = audit_round()
    told = planned(version=1, result="Plans are weak")
    told |= parts("begun_on", date(2015, 1, 5)) | parts("closed_on", date(2015, 7, 1))
    page = signed_in.post(f"{ROUNDS}{made.pk}/change/", told, follow=True).content.decode()
    assert "Audit round changed." in page and "Plans are weak" in page
    assert "awaiting its result" not in page


def test_a_kind_that_is_withdrawn_stays_on_its_round_and_is_offered_to_no_other(signed_in):
    made = audit_round()
    gone = {"withdrawn_on": made.start, "withdrawn_because": "Twice"}
    AuditKind.objects.update(**gone, withdrawn_by=clerk())
    kept = signed_in.get(f"{ROUNDS}{made.pk}/change/").context["form"].fields["kind"]
    assert list(kept.queryset) == [made.kind]
    assert not signed_in.get(f"{ROUNDS}add/").context["form"].fields["kind"].queryset


def test_the_programme_shows_what_is_late_first_and_each_count_leads_to_its_audits(signed_in):
    late = audit_round(planned=3, begun_on=date(2015, 1, 5), service="Child in Need")
    later = audit_round(end=date(2015, 5, 31), planned=3, theme="Supervision")
    coming = audit_round(
        start=date(2015, 7, 1), end=date(2015, 12, 31), theme="Supervision", interval_months=12
    )
    audit_kind("Live audit")
    for own in (True, False):
        case_audit(round=late, own_team=own)
    answer = signed_in.get("/audits/programme/")
    found = answer.context["found"]
    assert [one.round for one in found] == [later, late, coming]
    assert [one.days_late for one in found] == [81, 51, 0]
    assert (answer.context["late"], answer.context["awaiting"]) == (2, 1)
    page = answer.content.decode()
    for text in ("81 days late", "3 short of 3", "1 short of 3", "Live audit", "20 August 2015"):
        assert text in page, text
    assert "In the round before: every 6 months" in page
    link = f"/audits/?round={late.pk}"
    assert link in page
    assert signed_in.get(link).context["page"].paginator.count == 2


def test_the_programme_says_who_has_met_the_rule_by_role_and_team_without_a_name(signed_in):
    north, east = team("North"), team("East")
    made = audit_round()
    allocation(audit_round=made)
    case_audit(round=made, team=north)
    case_audit(round=made, team=east, own_team=False, auditor_team=north)
    case_audit(round=made, team=east, own_team=False)
    [followed] = signed_in.get("/audits/programme/").context["found"]
    told = [(one.post, one.own_done, one.other_done, one.state) for one in followed.posts]
    assert told == [("East", 0, 0, "Short"), ("North", 1, 1, "Met")]
    assert (followed.posts_that_met, followed.own_due, followed.other_due) == (1, 2, 2)
    page = signed_in.get(f"{ROUNDS}{made.pk}/").content.decode()
    for text in ("Each Practice Manager", "1 audit of another team’s cases does not name"):
        assert text in page, text
    assert "1 of 2 teams met their quota" in page
    assert "“Posts that met their quota of audits” (each team counts as one post)" in page
    allocation(audit_round=made, posts=["Director"])
    page = words(signed_in.get("/audits/programme/"))
    assert "1 of 3 posts and teams" in page


def test_a_rule_that_asks_nothing_of_another_team_counts_none_as_due(signed_in):
    team("North")
    made = audit_round(planned=None)
    allocation(audit_round=made, own_team=2, other_team=0)
    page = words(signed_in.get(f"{ROUNDS}{made.pk}/"))
    assert "Each Practice Manager: 2 of their own team in the round" in page
    programme = words(signed_in.get("/audits/programme/"))
    assert "0 of 2 own, 0 another" in programme and "of 0" not in page + programme


def test_a_line_is_added_to_a_rounds_rule(signed_in):
    made = audit_round()
    address = f"{ROUNDS}{made.pk}/allocations/add/"
    manager = post("Team Manager")
    said = {"post": manager.pk, "own_team": "2", "other_team": "0", "every_months": "1"}
    wrong = signed_in.post(address, {**said, "own_team": "0"})
    assert "one of them at least" in errors(wrong)["own_team"][0]
    page = signed_in.post(address, said, follow=True).content.decode()
    assert "Allocation added." in page and "in each month" in page
    assert AuditAllocation.objects.get().every_months == 1


def test_of_many_posts_a_line_offers_those_that_are_searched_for(signed_in):
    address = f"{ROUNDS}{audit_round().pk}/allocations/add/"
    managers = [post(f"Practice Manager, {place}") for place in ("East", "North", "West")]
    for number in range(8):
        post(f"Social Worker {number}")
    assert "Search among" in words(signed_in.get(address))
    typed = {"posts": managers[1].pk, "posts_search": "manager", "posts_find": "1"}
    page = signed_in.post(address, {**typed, "own_team": "2", "other_team": "0"})
    keys = re.findall(r'name="posts" value="(\d+)"', page.content.decode())
    assert [int(key) for key in keys] == [managers[place].pk for place in (1, 0, 2)]


def test_a_clerk_reads_the_programme_and_is_offered_no_audit(client):
    made = audit_round(planned=3)
    theme = audit_theme()
    audit = case_audit(round=made, reference="CA-SECRET")
    audit.themes.set([theme])
    meeting = learning_meeting(rounds=[made])
    client.force_login(clerk())
    for address in ("programme/", f"programme/rounds/{made.pk}/", "themes/again/", "shown/"):
        page = client.get(f"/audits/{address}").content.decode()
        assert "CA-SECRET" not in page and "/audits/?" not in page
        assert f"/audits/learning/{meeting.pk}/" not in page
        assert "/change/" not in page


def test_the_programme_asks_no_more_of_many_rounds_than_of_few(
    signed_in, django_assert_num_queries, django_assert_max_num_queries
):
    def fill(number):
        for place in range(number):
            made = audit_round(teams=[team(f"Team {place}")], theme=f"Theme {place}")
            allocation(audit_round=made)
            case_audit(round=made)

    fill(2)
    with django_assert_max_num_queries(16) as few:
        signed_in.get("/audits/programme/")
    fill(10)
    with django_assert_num_queries(len(few)):
        signed_in.get("/audits/programme/")


def test_the_other_registers_are_filtered_by_words(signed_in):
    audit_kind("Plans audited")
    audit_theme("Plans")
    learning_meeting(forum="Planning forum")
    for name in ("programme/kinds/", "themes/", "learning/"):
        for text, found in (("pla", 1), ("no such words", 0)):
            answer = signed_in.get(f"/audits/{name}?text={text}")
            assert answer.context["page"].paginator.count == found, (name, text)
