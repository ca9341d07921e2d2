"""Every operation on people, DBS checks and looked-after children writes one row of history, says
who and when, and nothing of a person stands in the chain."""

import importlib
import inspect
import json
from datetime import date

import pytest

from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.operations import breaches, checks, policies, positions, reminders
from assurance.dbs.operations import bulk as together
from assurance.dbs.operations import people as register
from assurance.dbs.operations import register as bringing_in
from assurance.looked_after.operations import (
    areas,
    censuses,
    definitions,
    locations,
    returns,
    unit_costs,
)
from assurance.looked_after.rules.manual_entry import EnteredCensus
from assurance.people import operations as teams
from assurance.people.models.people import Person
from assurance.records.history import HistoryDetail, HistoryEntry, HistoryHead
from assurance.records.history_chain import damage
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.make import compared, dbs, looked_after, people
from tests.sources import product

pytestmark = pytest.mark.django_db
ON = date(2018, 6, 1)
NAME, REFERENCE, EMAIL = "Quillon Ashgrove", "ZX-99417", "quillon@netherby.example"
NUMBER, ROLE, SERVICE = "904817263555", "Night Link Worker", "Harbour Lights"
WHY = "Sabbatical in Lisbon"
SECRETS = (
    *(NAME, REFERENCE, EMAIL, NUMBER, ROLE, SERVICE, WHY),
    *("2011-05-23", "2013-07-19", "2013-08-11", "2015-09-17", "2015-10-27", "2015-11-13"),
    *("NOT_CURRENT", "stopped", "foster_carer"),
)
PERSON = {"reference": REFERENCE, "name": NAME, "work_email": EMAIL}
ENGAGEMENT = {
    "group": "foster_carer",
    "service": SERVICE,
    "role": ROLE,
    "starts_on": date(2011, 5, 23),
    "needs_check": False,
    "not_eligible_because": WHY,
}
CHECK = {
    "certificate_number": NUMBER,
    "issued_on": date(2013, 7, 19),
    "seen_on": date(2013, 8, 11),
}
CLOSED = {"closed_on": date(2015, 10, 27), "outcome": "stopped"}
APPLICATION = {"submitted_on": date(2015, 9, 17), **CLOSED}
LOOKUP = {
    "looked_on": date(2015, 11, 13),
    "answer": "NEW_INFO",
    "looked_by": "Business Support Officer",
    "consent_held": True,
}
BREACH = {
    "group": "employee",
    "policy": "Re-check every 36 months",
    "found_on": date(2016, 1, 6),
    "cause": WHY,
}
AREA = {
    "role": "neighbour",
    "area_code": "E06000014",
    "area_name": "York",
    "from_date": date(2015, 4, 1),
    "to_date": None,
    "source": "Published tool",
}
ENTERED = EnteredCensus(188, "Monthly performance report")
DAYS = {"audit_date": dbs.AUDIT_DATE, "position_date": dbs.POSITION_DATE}


def of_council(**said):
    """What an operation is told that adds something to the usual council."""
    return {"council": make_council(), **said}


def of_person(**said):
    """What an operation is told that adds something to a person with a certificate."""
    return of_council(person=dbs.dbs_check().person, **said)


def to(row, **said):
    """What an operation is told that changes a row."""
    return {"record": row, "seen": row.version, **said}


def away(row):
    """What an operation is told that withdraws a row."""
    return to(row, because=WHY)


def policy_for_counting():
    """The usual population, with a policy that its audit is held against."""
    dbs.policy()
    return people.cohort(usual=True)


def reminded(person):
    """What a letter to somebody whose re-check is due is told."""
    dbs.wording()
    return {"person": person, "group": "employee", "due_on": date(2018, 7, 1), "how": "letter"}


def return_read():
    """A return that was brought in."""
    whole = looked_after.whole_return(looked_after.OPEN, looked_after.LATE)
    return returns.read_return(council=make_council(), whole=whole, by=dbs.BY, on=ON)


# Operation → what it is told, made when it is needed.
OPERATIONS = {
    register.record_person: lambda: of_council(**PERSON),
    register.change_person: lambda: to(people.person(), **PERSON),
    register.withdraw_person: lambda: away(people.person()),
    register.add_engagement: lambda: of_person(**ENGAGEMENT),
    register.change_engagement: lambda: to(people.engagement(), **ENGAGEMENT),
    register.withdraw_engagement: lambda: away(people.engagement()),
    together.change_roles: lambda: {
        "rows": [((one := people.engagement()).person, 2 * one.version)],
        "service": SERVICE,
    },
    checks.record_check: lambda: of_council(person=people.person(), **CHECK),
    checks.change_check: lambda: to(dbs.dbs_check(), **CHECK),
    checks.withdraw_check: lambda: away(dbs.dbs_check()),
    checks.record_application: lambda: of_person(**APPLICATION),
    checks.change_application: lambda: to(dbs.application(), **APPLICATION),
    checks.close_application: lambda: to(dbs.application(submitted_on=date(2015, 9, 17)), **CLOSED),
    checks.withdraw_application: lambda: away(dbs.application()),
    checks.record_lookup: lambda: of_person(**LOOKUP),
    checks.change_lookup: lambda: to(dbs.lookup(person=dbs.dbs_check().person), **LOOKUP),
    checks.withdraw_lookup: lambda: away(dbs.lookup()),
    bringing_in.bring_in_register: lambda: of_council(
        people=[{**PERSON, "engagements": [ENGAGEMENT], "checks": [CHECK], "lookups": [LOOKUP]}]
    ),
    policies.record_policy: lambda: of_council(from_date=ON, approved_by="Director"),
    policies.correct_policy: lambda: {"record": dbs.policy(), "interval_months": 24},
    breaches.record_breach: lambda: of_council(**BREACH),
    breaches.change_breach: lambda: to(dbs.breach(), **BREACH),
    breaches.withdraw_breach: lambda: away(dbs.breach()),
    reminders.remind: lambda: reminded(people.engagement().person),
    reminders.take_up: lambda: {"record": dbs.reminder(how="email", delivery="waiting")},
    reminders.settle: lambda: {
        "record": dbs.reminder(how="email", delivery="sending"),
        "state": "sent",
    },
    reminders.send_again: lambda: to(dbs.reminder(how="email", delivery="failed")),
    reminders.withdraw_reminder: lambda: away(dbs.reminder()),
    reminders.record_wording: lambda: of_council(
        subject="Re-check", body="{name}: {due}.", from_date=ON, approved_by="Director"
    ),
    positions.count_dbs_audit: lambda: of_council(cohort=policy_for_counting(), **DAYS),
    positions.enter_dbs_audit: lambda: of_council(
        cohort=policy_for_counting(),
        needing=1,
        at_audit={"IN_DATE": 1},
        source="Report",
        **DAYS,
    ),
    positions.correct_dbs_audit: lambda: to(
        dbs.dbs_audit(),
        corrected_because="Late",
        needing=1,
        at_audit={"IN_DATE": 1},
        source="Report",
    ),
    positions.withdraw_dbs_audit: lambda: to(dbs.dbs_audit(), because="Of another year"),
    teams.add_team: lambda: of_council(
        name="North", service="Child in Need", from_date=ON, to_date=None
    ),
    teams.change_team: lambda: {
        "record": people.team(),
        **{"name": "North", "service": "Child in Need", "from_date": ON, "to_date": None},
    },
    teams.add_cohort: lambda: of_council(
        kind="dbs", slug="visitors", title="Visitors", definition="Appointed.", from_date=ON
    ),
    teams.change_cohort: lambda: {"record": people.cohort(), "title": "Visitors"},
    censuses.enter_census: lambda: {
        "cohort": looked_after.children_looked_after(),
        "day": date(2015, 12, 1),
        "entered": ENTERED,
    },
    censuses.correct: lambda: to(looked_after.census(total=187), entered=ENTERED, because="Late"),
    censuses.withdraw: lambda: to(looked_after.census(), because="Of another year"),
    definitions.set_age_bands: lambda: of_council(
        bands=[("all", "Every age", 0, None)], from_date=ON
    ),
    definitions.set_census_days: lambda: of_council(own_days=[(12, 1)]),
    areas.add_area: lambda: of_council(**AREA),
    areas.change_area: lambda: to(compared.compared_area(), **AREA),
    areas.withdraw_area: lambda: away(compared.compared_area()),
    locations.set_locations: lambda: to(
        looked_after.census(total=188), locations={"inside": 150, "outside": 38}, source="Map"
    ),
    unit_costs.set_unit_costs: lambda: to(
        looked_after.census(), unit_costs={"agency_foster": (48_000, "Finance")}
    ),
    returns.read_return: lambda: of_council(
        whole=looked_after.whole_return(looked_after.OPEN, looked_after.LATE)
    ),
    returns.count_census: lambda: {"held_return": return_read(), "day": date(2017, 12, 1)},
    returns.take_back: lambda: {"record": return_read()},
    returns.remove_rows: lambda: to(return_read()),
    returns.withdraw_return: lambda: to(return_read(), because="Of another year"),
}
every_operation = pytest.mark.parametrize(
    "operation",
    OPERATIONS,
    ids=[f"{one.__module__.removeprefix('assurance.')}.{one.__name__}" for one in OPERATIONS],
)
SUBJECTS = {"dbs", "looked_after", "people"}


def operations():
    """Every function of the three subjects that acts for somebody on a day."""
    found = [one.name.split(".") for one in product() if "operations" in one.name.split(".")]
    modules = [".".join(name) for name in found if name[1] in SUBJECTS]
    return {
        thing
        for name in modules
        for thing in vars(importlib.import_module(name)).values()
        if inspect.isfunction(thing) and thing.__module__ == name
        if {"by", "on"} <= set(inspect.signature(thing).parameters)
    }


def test_every_operation_has_a_line():
    assert operations() == set(OPERATIONS)


@every_operation
def test_an_operation_takes_its_words_by_name_alone(operation):
    kinds = {one.kind for one in inspect.signature(operation).parameters.values()}
    assert kinds <= {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}


@every_operation
def test_an_operation_is_one_row_of_history_with_who_and_when(operation):
    told, by = OPERATIONS[operation](), officer()
    before = set(HistoryEntry.objects.values_list("seq", flat=True))
    row = operation(**told, by=by, on=ON)
    [entry] = HistoryEntry.objects.exclude(seq__in=before)
    assert (entry.who, entry.actor_kind, entry.on) == (by.history_name, "account", ON)
    assert entry.council == make_council().slug
    assert entry.changes, "a row says what is other than before"
    if hasattr(row, "history_name"):
        assert entry.about == row.history_name
        assert HistoryEntry.objects.about(row).first() == entry
    assert damage(make_council().slug) is None


@every_operation
def test_nothing_of_a_person_stands_in_the_chain(operation):
    operation(**OPERATIONS[operation](), by=officer(), on=ON)
    people_held = Person.objects.values_list("name", "reference", "work_email")
    numbers = DbsCheck.objects.values_list("certificate_number", flat=True)
    said = {word for row in people_held for word in row} | set(numbers) | set(SECRETS)
    chain = json.dumps(list(HistoryEntry.objects.values()), default=str)
    assert not [word for word in said - {""} if word in chain]


def test_what_is_kept_beside_the_chain_is_whole_but_for_a_certificates_number():
    person = register.record_person(**of_council(**PERSON), by=officer(), on=ON)
    said = {"council": person.council, "person": person, "by": officer(), "on": ON}
    register.add_engagement(**said, **ENGAGEMENT)
    checks.record_check(**said, **CHECK)
    checks.record_lookup(**said, **LOOKUP)
    kept = dict(HistoryDetail.objects.values_list("field", "after"))
    assert {kept[field] for field in PERSON} == set(PERSON.values())
    assert (kept["role"], kept["not_eligible_because"]) == (ROLE, WHY)
    assert kept["certificate_number"] == "ending 3555"
    assert kept["answer"] == "NOT_CURRENT"
    assert NUMBER not in json.dumps(kept) and "NEW_INFO" not in json.dumps(kept)


@pytest.mark.parametrize(
    "operation",
    [one for one in OPERATIONS if "because" in inspect.signature(one).parameters],
    ids=lambda one: f"{one.__module__}.{one.__name__}",
)
def test_a_refused_operation_leaves_no_history(operation):
    told = {**OPERATIONS[operation](), "because": " "}
    before = list(HistoryHead.objects.values())
    with pytest.raises(Refused) as refused:
        operation(**told, by=officer(), on=ON)
    assert refused.value.field == "because"
    assert list(HistoryHead.objects.values()) == before
