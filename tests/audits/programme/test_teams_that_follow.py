"""Audits of teams that follow others: own or another team, filters, figures and allocation."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.rules import progress
from assurance.audits.rules.allocation import Doing
from assurance.figures.figure import FigureRequest
from assurance.figures.registry import FIGURES
from assurance.people.succession import Step
from assurance.runtime.periods import When
from tests.audits.entries import boxes, typed
from tests.cast import make_council, officer
from tests.kinds.rows import against, faults
from tests.make.audits import case_audit
from tests.make.people import post, succession, team
from tests.page_requests import words

pytestmark = pytest.mark.django_db
DAY, ONE = date(2015, 9, 7), timedelta(1)
SAME = "East and North are one team under two names on 14 September 2015"


@pytest.fixture
def teams():
    """A team that ended, and the one that follows it."""
    before = team("East", to_date=DAY - ONE)
    after = team("North", from_date=DAY)
    succession(team=after, before=before, from_date=DAY)
    return before, after


@pytest.fixture
def signed_in(client, settings):
    """The client of an officer, in January 2016."""
    settings.CANDOUR_TODAY = "2016-01-18"
    client.force_login(officer())
    return client


def test_an_auditor_of_the_team_before_is_no_auditor_of_another_team(teams, signed_in):
    before, after = teams
    late = {"audited_on": date(2015, 9, 14), "shared_on": None, "recorded_on": None}
    sent = boxes(typed(**late, team=after.pk, own_team="False", auditor_team=before.pk))
    answer = signed_in.post("/audits/add/", sent)
    assert answer.context["form"].errors["auditor_team"][0].startswith(SAME)
    assert not CaseAudit.objects.exists()
    west = team("West")
    answer = signed_in.post("/audits/add/", {**sent, "auditor_team": west.pk})
    assert answer.status_code == 302, answer.context["form"].errors
    assert CaseAudit.objects.get().auditor_team == west


def test_a_file_is_refused_alike(teams):
    row = {"reference": "CA-1", "audited_on": date(2015, 9, 14), "team": "North"}
    row |= {"auditor": post("Practice Manager"), "auditor_team": "East"}
    [fault] = faults(CASE_AUDITS, row, against(CASE_AUDITS, row))
    assert fault.column == "auditor_team" and fault.wrong.startswith(SAME)


def test_a_list_of_a_team_can_show_the_audits_of_the_team_before(teams, signed_in):
    before, after = teams
    case_audit(team=before, audited_on=DAY - ONE, reference="OLD")
    case_audit(team=after, audited_on=DAY, reference="NEW")
    case_audit(team=team("West"), audited_on=DAY, reference="FAR")
    address = f"/audits/?team={after.pk}"

    def shown(query):
        return {line["record"].reference for line in signed_in.get(query).context["lines"]}

    assert shown(address) == {"NEW"}
    assert shown(f"{address}&before=yes") == {"NEW", "OLD"}
    assert shown("/audits/?before=yes") == {"NEW", "OLD", "FAR"}
    assert "North follows East from 7 September 2015" in words(signed_in.get(address))


def test_figures_by_team_name_the_step_where_the_period_spans_the_day(teams):
    before, after = teams
    case_audit(team=before, audited_on=DAY - ONE)
    case_audit(team=after, audited_on=DAY)

    def labels(first, last):
        query = FigureRequest(make_council(), When(first, last))
        return FIGURES["audits.by_team"].reckon(query).labels

    assert labels(date(2015, 1, 1), date(2015, 12, 31)) == {
        "east": "East (followed by North from 7 September 2015)",
        "north": "North (follows East from 7 September 2015)",
    }
    assert labels(DAY, date(2015, 12, 31)) == {"north": "North"}


def test_what_audits_show_names_the_step(teams, signed_in):
    case_audit(team=teams[1], audited_on=DAY)
    page = words(signed_in.get("/audits/shown/"))
    assert "North follows East from 7 September 2015" in page


def test_what_a_team_did_counts_for_the_team_that_it_has_become():
    north, east, west = (
        SimpleNamespace(pk=key, name=name, service="S", from_date=date(2014, 1, 1), to_date=None)
        for key, name in ((1, "North"), (2, "East"), (3, "West"))
    )
    steps = [Step(2, 1, DAY, "East", "North")]
    year = {"start": date(2015, 1, 1), "end": date(2015, 12, 31)}
    round_ = SimpleNamespace(teams=SimpleNamespace(all=list), service="S", **year)
    mine = progress.teams_of_round(round_, [north, east, west])
    late = progress._current_teams(mine, [north, east, west], steps, DAY)
    assert [item.name for item in late] == ["North", "West"]
    assert progress._current_teams(mine, mine, steps, DAY - ONE) == mine
    done = Doing(1, 7, True, 2, date(2015, 3, 2))
    assert progress._of_current_team(done, steps, DAY).team_id == 1
    assert progress._of_current_team(done, steps, DAY - ONE).team_id == 2
    assert progress._of_current_team(done, (), DAY) is done
