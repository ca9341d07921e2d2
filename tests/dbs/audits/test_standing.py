"""The register reckoned by the database agrees with the rules on every edge, in few queries."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assurance.dbs.models import statuses as standing
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.register_picture import RegisterPicture
from assurance.dbs.models.register_statement import Moment, RegisterStatement
from assurance.dbs.models.status_numbers import due_day, status_of_code
from assurance.dbs.rules import positions, statuses
from assurance.dbs.rules.populations import Days, look
from assurance.dbs.rules.statuses import Interval, Status
from assurance.people.models.people import Engagement, Person
from assurance.runtime.databases.statistics import count_all
from tests.cast import make_council, officer
from tests.dbs.crowd import DAY, LONG_AGO, Role, crowd, kept
from tests.dbs.whole_register import whole_people
from tests.make import dbs, people
from tests.make.people import post

pytestmark = pytest.mark.django_db

POLICIES = {"": Interval(36, 30, 12), "foster_carer": Interval(24, 10, 6)}
PARTS = {"checks": DbsCheck, "applications": DbsApplication, "lookups": UpdateLookup}


def keep(everybody):
    """Rows of the database for plain people, each with further roles. In order."""
    council = make_council()
    common = {"council": council, "created_on": LONG_AGO}
    made = Person.objects.bulk_create(
        Person(reference=f"C{number:05}", name=f"Post holder {number}", **common)
        for number in range(len(everybody))
    )
    pairs = [(person, one) for person, (one, _) in zip(made, everybody, strict=True)]
    Engagement.objects.bulk_create(
        Engagement(person=person, **common, **kept(role, council))
        for person, (one, roles) in zip(made, everybody, strict=True)
        for role in (one.role, *roles)
    )
    more = {"lookups": {"post": post("Business Support Officer"), "consent_held": True}}
    for part, model in PARTS.items():
        model.objects.bulk_create(
            model(
                person=person,
                **common,
                **vars(row),
                **more.get(part, {}),
                **({"outcome": row.outcome} if part == "applications" else {}),
            )
            for person, one in pairs
            for row in getattr(one, part)
        )
    count_all()
    return made


def by_hand(one, roles=(), day=DAY):
    """The `PersonStatus` by the rules."""
    return positions.person_status((one.role, *roles), one.held, POLICIES, day)


@pytest.mark.slow
@pytest.mark.parametrize(("group", "every"), [("employee", 1), ("foster_carer", 7)])
def test_the_database_gives_every_edge_the_status_of_the_rules(group, every):
    # The edges are those of the usual months; a group's own are met by some of them.
    alike = [replace(one, role=replace(one.role, group=group)) for one in crowd()[::every]]
    made = keep([(one, ()) for one in alike])
    rows = RegisterStatement([Moment(DAY, POLICIES)], make_council()).rows()
    found = {pk: (status_of_code(code), due_day(due)) for pk, code, due, *_ in rows}
    for person, one in zip(made, alike, strict=True):
        wanted = by_hand(one)
        assert found[person.pk] == ((wanted.status, wanted.group), wanted.due), one


@pytest.mark.slow
def test_counts_and_those_due_in_a_month_agree_with_the_rules(django_assert_num_queries):
    further = (Role(group="foster_carer", level="standard"),)
    everybody = [(one, ()) for one in crowd()[::11]] + [(one, further) for one in crowd()[5::11]]
    keep(everybody)
    stand = [by_hand(one, roles) for one, roles in everybody]
    rows = standing.register(make_council())
    people_at = rows.at(DAY, POLICIES)
    readings = {
        people_at.needing_check: statuses.IN_BASE,
        people_at.overdue: statuses.PAST_DUE_STATUSES,
        people_at.without_check: statuses.WITHOUT_CHECK,
        people_at.compliant: statuses.COMPLIANT,
    }
    for reading, wanted in readings.items():
        with django_assert_num_queries(1):
            counted = reading().count()
        assert counted == sum(1 for one in stand if one.status in wanted) > 0

    for first, last in (
        (date(2016, 1, 1), date(2016, 1, 31)),
        (date(2016, 2, 1), date(2016, 2, 29)),
        (date(2018, 1, 15), date(2018, 1, 15)),
        (date(2019, 1, 1), date(2019, 1, 31)),
    ):
        due = [
            one
            for one in stand
            if one.status in statuses.COMPLIANT and one.due and first <= one.due <= last
        ]
        assert people_at.due_between(first, last).count() == len(due)


def test_a_group_is_read_apart():
    someone = people.engagement(group="volunteer").person
    people.engagement(person=someone, group="employee", needs_check=False, not_eligible_because="-")
    rows = standing.register(make_council())
    assert rows.at(DAY, {}, ["volunteer"]).without_check().count() == 1
    assert rows.at(DAY, {}, ["employee"]).without_check().count() == 0


def test_what_was_withdrawn_counts_nowhere():
    gone = {"withdrawn_on": DAY, "withdrawn_by": officer(), "withdrawn_because": "Entered twice"}
    someone = people.engagement().person
    dbs.dbs_check(person=someone, **gone)
    dbs.application(person=someone, **gone)
    people.engagement(person=someone, group="panel", **gone)
    people.engagement(person=people.person(**gone))
    rows = standing.register(make_council()).at(DAY, {})
    assert rows.without_check().count() == rows.count() == 1
    [(person, roles, held)] = whole_people(make_council(), ["employee", "panel"])
    assert person == someone
    assert [role.group for role in roles] == ["employee"]
    assert not held.checks and not held.applications


def test_somebody_without_a_role_is_not_in_scope_and_of_another_council_not_read():
    dbs.dbs_check(council=make_council("elsewhere"))
    assert whole_people(make_council(), ["employee"]) == []
    assert standing.register(make_council()).count() == 0
    people.person()
    rows = standing.register(make_council()).at(DAY, {})
    assert rows.with_status([Status.NOT_IN_SCOPE]).count() == 1


@pytest.mark.slow
@pytest.mark.parametrize("since", [None, DAY - timedelta(40)])
def test_every_list_behind_the_position_page_agrees_with_the_rules(since):
    further = (Role(group="foster_carer", level="standard"), Role(ends_on=DAY))
    everybody = [(one, ()) for one in crowd()[::7]]
    everybody += [(one, further[place % 2 :]) for place, one in enumerate(crowd()[3::13])]
    keep(everybody)
    groups = ["employee", "foster_carer"]
    days = Days(DAY - timedelta(1), DAY, POLICIES, since, {"": Interval(30)} if since else {})
    picture = RegisterPicture(make_council(), groups, days)
    wanted = look(whole_people(make_council(), groups), days)
    assert {key: picture.count(key) for key in picture.keys} == {
        key: len(some) for key, some in wanted.lists.items()
    }
    assert picture.total == wanted.total > 500
    for key in ("kind.overdue", "warning.no_match", "out.absent"):
        own = sorted(wanted.lists[key], key=lambda one: (one.person.name, one.person.reference))
        assert picture.people(picture.numbers_of(key)) == own


def test_a_page_reads_what_is_held_of_everybody_at_once(django_assert_num_queries):
    for _ in range(3):
        dbs.dbs_check()
    rows = standing.register(make_council()).select_related("council")
    with django_assert_num_queries(6):
        for person in rows.with_what_is_held():
            roles, held = standing.held_of(person)
            assert len(roles) == len(held.checks) == 1
