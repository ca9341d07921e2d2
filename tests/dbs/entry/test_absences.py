"""A long absence: out of the position on its days alone, beside those who are set aside."""

from datetime import date, timedelta
from itertools import product

import pytest

from assurance.dbs.models.populations import position_summary
from assurance.dbs.models.role_dates import begun_between, early_starts
from assurance.dbs.models.statuses import register
from assurance.dbs.rules import overview
from assurance.dbs.rules.role_dates import began_early, early_start_text
from assurance.dbs.rules.statuses import LEVELS, SERVED_BY, Status, is_absent, status_of
from assurance.people.rules import faults_of_engagement
from tests.cast import make_council
from tests.dbs.crowd import POLICY, Check, Role, Somebody
from tests.dbs.entries import typed, typed_role
from tests.dbs.reminding import page_of
from tests.make import dbs, people
from tests.page_requests import errors
from tests.sweeping import swept

DAY, ONE = date(2016, 1, 15), timedelta(1)
AWAY = {"absent_because": "parental"}


@swept([(before, after) for before in (0, 1, 400, None) for after in (0, 1, 400, None)])
def test_somebody_is_away_from_the_first_day_to_the_last(before, after):
    since = None if before is None else DAY - before * ONE
    until = None if after is None else DAY + after * ONE
    role = Role(absent_from=since, absent_until=until, **AWAY)
    assert is_absent(role, DAY) is (since is not None)
    if until and since:
        assert not is_absent(role, until + ONE) and not is_absent(role, since - ONE)
    someone = Somebody(role, (Check(date(2013, 6, 1)),))
    status = status_of(role, someone.held, POLICY, DAY)
    assert status == (Status.EXCLUDED if since else Status.IN_DATE)


def test_an_absence_never_hides_that_a_role_has_ended_or_not_begun():
    away = {"absent_from": DAY - ONE, **AWAY}
    held = Somebody(Role(), (Check(date(2013, 6, 1)),)).held
    for fields, status in (
        ({"ends_on": DAY}, Status.NOT_IN_SCOPE),
        ({"starts_on": DAY + ONE}, Status.NOT_STARTED),
        ({"needs_check": False}, Status.NOT_IN_SCOPE),
    ):
        assert status_of(Role(**away, **fields), held, POLICY, DAY) == status


@swept(
    [
        ({"absent_from": DAY, **AWAY}, {}),
        ({"absent_from": DAY, "absent_until": DAY, **AWAY}, {}),
        ({"absent_until": DAY}, {"absent_from": "Enter the start date of the absence"}),
        (AWAY, {"absent_from": "Enter the start date of the absence"}),
        ({"absent_from": DAY}, {"absent_because": "Select the kind of absence"}),
        (
            {"absent_from": DAY, "absent_until": DAY - ONE, **AWAY},
            {"absent_until": "Away from 15 January 2016: the absence cannot end before that date"},
        ),
    ]
)
def test_an_absence_has_a_first_day_and_a_kind(fields, faults):
    assert dict(faults_of_engagement(fields)) == faults


@pytest.mark.django_db
def test_those_away_are_left_out_of_the_position_under_their_own_heading():
    dbs.policy()
    cohort, council = people.cohort(usual=True), make_council()
    aside = {"set_aside_because": "Secondment", "set_aside_approver": "Director"}
    own = [
        people.engagement(absent_from=DAY, **AWAY),
        people.engagement(absent_from=DAY - 9 * ONE, absent_until=DAY - ONE, **AWAY),
        people.engagement(set_aside_from=DAY, **aside),
        people.engagement(set_aside_from=DAY, absent_from=DAY, **aside, **AWAY),
    ]
    result = position_summary(council, cohort, None, DAY)
    cells = {cell.key: cell.people for cell in overview.cells_of(result.picture, "out")}
    assert (cells["out.absent"], cells["out.excluded"]) == (1, 2)
    assert result.picture.count("scope") == 1
    assert all(item.agrees for item in overview.sums(result.picture, cohort.groups))
    rows = register(council).at(DAY, {})
    assert [row.pk for row in rows.needing_check()] == [own[1].person_id]


@pytest.mark.django_db
def test_an_absence_is_recorded_on_the_role_and_shown(signed_in):
    dbs.policy()
    role = people.engagement()
    address = f"/dbs/roles/{role.pk}/change/"
    fields = typed_role(absent_from=date(2015, 12, 1), version=1)
    found = errors(signed_in.post(address, fields))
    assert found == {"absent_because": ["Select the kind of absence"]}
    signed_in.post(address, {**fields, **AWAY})
    page = page_of(signed_in.get(f"/dbs/roles/{role.pk}/"))
    assert "1 December 2015" in page and "Parental or adoption leave" in page
    page = page_of(signed_in.get(f"/dbs/{role.person_id}/"))
    assert page.count("On a long absence") == 2, "of the person and of the role"


@pytest.mark.django_db
def test_a_new_risk_assessment_needs_its_sentence_and_an_old_one_stays(signed_in):
    day = date(2015, 12, 1)
    role = people.engagement(risk_assessed_on=day)
    address = f"/dbs/roles/{role.pk}/change/"
    answer = signed_in.post(address, typed_role(risk_assessed_on=day, version=1))
    assert answer.status_code == 302, "what was recorded before there was a sentence stays"
    moved = typed_role(risk_assessed_on=day + ONE, version=2)
    found = errors(signed_in.post(address, moved))
    assert found == {"risk_assessment": ["Enter what the risk assessment decided"]}


@swept(
    [
        (Role(starts_on=DAY), (), "Yes, none has come yet; no risk assessment is recorded"),
        (Role(starts_on=DAY), (Check(DAY),), ""),
        (Role(starts_on=DAY + ONE), (), ""),
        (Role(starts_on=DAY, needs_check=False), (), ""),
        (Role(starts_on=DAY), (Check(None),), ""),
        (
            Role(starts_on=DAY - ONE, risk_assessed_on=DAY - ONE),
            (Check(DAY), Check(DAY - 400 * ONE, level="basic")),
            "Yes, it came on 15 January 2016; risk assessed on 14 January 2016",
        ),
        (
            Role(starts_on=DAY - ONE, risk_assessed_on=DAY),
            (),
            "Yes, none has come yet; risk assessed on 15 January 2016 after the start date",
        ),
    ]
)
def test_who_began_before_the_certificate_came_is_said_with_the_risk_assessment(role, checks, text):
    assert early_start_text(role, checks, DAY) == text


@pytest.mark.django_db
def test_the_list_finds_early_starts_and_long_absences_as_their_figures_count_them(signed_in):
    dbs.policy()
    early = people.engagement(starts_on=DAY)
    in_time = people.engagement(starts_on=DAY)
    dbs.dbs_check(person=in_time.person, issued_on=DAY)
    away = people.engagement(absent_from=DAY, absent_because="parental")
    for chosen, roles in (
        ({"status": "early", **typed(started_from=DAY, started_to=DAY)}, [early]),
        ({"status": "early", **typed(started_from=DAY + ONE, started_to=DAY + ONE)}, []),
        (typed(started_from=DAY, started_to=DAY), [early, in_time]),
        ({"status": "absent", **typed(at=DAY)}, [away]),
        ({"status": "absent", **typed(at=DAY - ONE)}, []),
    ):
        page = signed_in.get("/dbs/", chosen).context["page"]
        assert {row.pk for row in page} == {role.person_id for role in roles}, chosen


@pytest.mark.long
@pytest.mark.django_db
def test_the_query_of_early_starts_finds_those_that_the_rule_finds():
    kinds = [*product(LEVELS, LEVELS, ["child"], ["child"])]
    kinds += product(["enhanced"], ["enhanced"], SERVED_BY, SERVED_BY)
    for (level, held, workforce, served), issued in product(kinds, (DAY, DAY + ONE, None)):
        role = people.engagement(starts_on=DAY, level=level, workforce=workforce)
        dbs.dbs_check(person=role.person, issued_on=issued, level=held, workforce=served)
    council = role.council
    begun = begun_between(council, DAY, DAY)
    early = {role for role in begun if began_early(role, role.person.checks.all())}
    assert set(early_starts(council, DAY, DAY)) == early
    assert 0 < len(early) < len(begun)
