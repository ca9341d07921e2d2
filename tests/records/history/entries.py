"""Every operation on people, DBS checks and looked-after children, with what it is told."""

from datetime import date, timedelta

from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.reminders import Reminder
from assurance.dbs.operations import (
    breaches,
    checks,
    policies,
    positions,
    reminders,
    set_asides,
)
from assurance.dbs.operations import register as imports
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.operations import censuses, definitions, recounts, returns
from assurance.looked_after.rules.positions import EnteredCensus
from assurance.people import operations as post_operations
from assurance.people.models.holders import Absence, PostHolder
from assurance.people.models.people import Cohort, Engagement, Person
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import STEPS, SecondPersonPolicy
from assurance.people.models.teams import Team, TeamSuccession
from assurance.records.operations import change, create, withdraw
from assurance.runtime.periods import this_moment
from tests.cast import make_council, make_user, officer
from tests.make import compared, dbs, looked_after, people

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
SET_ASIDE = {"set_aside_from": date(2011, 5, 23), "set_aside_because": WHY}
CHECK = {"certificate_number": NUMBER, "issued_on": date(2013, 7, 19), "seen_on": date(2013, 8, 11)}
CLOSED = {"closed_on": date(2015, 10, 27), "outcome": "stopped"}
APPLICATION = {"submitted_on": date(2015, 9, 17), **CLOSED}
LOOKUP = {"looked_on": date(2015, 11, 13), "answer": "NEW_INFO", "consent_held": True}
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


def _own_bands():
    """The first day of age bands that are made for the usual council."""
    [band, *_] = looked_after.local_bands()
    return band.from_date


def of_person(**said):
    """What an operation is told that adds something to a person with a certificate."""
    return of_council(person=dbs.dbs_check().person, **said)


def to(row, **said):
    """What an operation is told that changes a row."""
    return {"record": row, "version": row.version, **said}


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
    """A return that was imported."""
    whole = looked_after.whole_return(looked_after.OPEN, looked_after.LATE)
    return returns.read_return(council=make_council(), whole=whole, by=dbs.BY, on=ON)


def return_withdrawn(**said):
    """What whoever withdrew a return is told next."""
    by = officer()
    row = returns.withdraw_return(**to(return_read(), because=WHY), by=by, on=ON)
    return {**to(row, **said), "by": by}


def wrong_count():
    """A stored count that is not what its return counts."""
    Census.objects.filter(held_return=return_read()).update(total=99)
    return {}


# Operation, or one that serves every kind with its model → what it is told, made when needed.
OPERATIONS = {
    (create, Person): lambda: of_council(**PERSON),
    (change, Person): lambda: to(people.person(), **PERSON),
    checks.change_roles: lambda: {
        "rows": [((one := people.engagement()).person, 2 * one.version)],
        "service": SERVICE,
    },
    checks.record_certificate: lambda: of_council(person=people.person(), **CHECK),
    (change, DbsCheck): lambda: to(dbs.dbs_check(), **CHECK),
    (create, DbsApplication): lambda: of_person(**APPLICATION),
    (change, DbsApplication): lambda: to(dbs.application(), **APPLICATION),
    checks.close_application: lambda: to(dbs.application(submitted_on=date(2015, 9, 17)), **CLOSED),
    (create, UpdateLookup): lambda: of_person(**LOOKUP, post=people.post()),
    (change, UpdateLookup): lambda: to(dbs.lookup(person=dbs.dbs_check().person), **LOOKUP),
    imports.import_register: lambda: of_council(
        people=[
            {
                **PERSON,
                "engagements": [ENGAGEMENT],
                "checks": [CHECK],
                "lookups": [{**LOOKUP, "post": people.post()}],
            }
        ]
    ),
    policies.record_policy: lambda: of_council(from_date=ON),
    policies.change_policy: lambda: {"record": dbs.policy(), "interval_months": 24},
    policies.approve: lambda: {
        "record": dbs.policy(approver=None),
        **{"approver": (held := people.holder()).post, "by": held.account},
    },
    breaches.record_breach: lambda: of_council(**BREACH, remedy=WHY, remedied_on=ON),
    breaches.change_breach: lambda: to(dbs.breach(), remedy=WHY, remedied_on=ON),
    breaches.close_breach: lambda: {
        **to(dbs.breach(remedy=WHY, remedied_on=ON), closed_on=ON),
        **{"closer": (held := people.holder()).post, "by": held.account},
    },
    set_asides.record_role: lambda: of_person(**ENGAGEMENT, **SET_ASIDE),
    set_asides.change_role: lambda: to(people.engagement(), **SET_ASIDE),
    set_asides.approve_set_aside: lambda: {
        **to(people.engagement(**SET_ASIDE)),
        **{"approver": (held := people.holder()).post, "by": held.account},
    },
    reminders.remind: lambda: reminded(people.engagement().person),
    reminders.take_up: lambda: {"record": dbs.reminder(how="email", delivery="waiting")},
    reminders.settle: lambda: {
        "record": dbs.reminder(how="email", delivery="sending"),
        "state": "sent",
    },
    reminders.send_again: lambda: to(dbs.reminder(how="email", delivery="failed")),
    policies.record_wording: lambda: of_council(
        subject="Re-check", body="{name}: {due}.", from_date=ON
    ),
    positions.count_dbs_audit: lambda: of_council(cohort=policy_for_counting(), **DAYS),
    positions.enter_dbs_audit: lambda: of_council(
        cohort=policy_for_counting(), needing=1, at_audit={"IN_DATE": 1}, source="Report", **DAYS
    ),
    positions.correct_dbs_audit: lambda: to(
        dbs.dbs_audit(),
        corrected_because="Late",
        needing=1,
        at_audit={"IN_DATE": 1},
        source="Report",
    ),
    (create, Team): lambda: of_council(
        name="North", service="Child in Need", from_date=ON, to_date=None
    ),
    (change, Team): lambda: {
        "record": people.team(),
        **{"name": "North", "service": "Child in Need", "from_date": ON, "to_date": None},
    },
    (create, TeamSuccession): lambda: of_council(
        team=people.team("North"), before=people.team("East"), from_date=ON
    ),
    (change, TeamSuccession): lambda: to(people.succession(), from_date=ON),
    (withdraw, TeamSuccession): lambda: away(people.succession()),
    post_operations.hand_over: lambda: {
        "post": (held := people.holder()).post,
        "account": make_user("officer", council=held.council),
        "from_date": ON,
    },
    post_operations.add_posts: lambda: of_council(titles=["Head of Audit"]),
    post_operations.end_absence: lambda: {
        "absence": people.absence(from_date=ON - timedelta(7), to_date=ON + timedelta(7)),
        "last": ON,
    },
    post_operations.be_away: lambda: {
        "holder": (held := people.holder()),
        "by": held.account,
        "from_date": ON,
        "to_date": ON,
        "stand_in": None,
    },
    (create, PostHolder): lambda: of_council(
        post=people.post(), account=officer(), from_date=ON, to_date=None, interim=False
    ),
    (change, PostHolder): lambda: {"record": people.holder(), "to_date": ON},
    (create, Post): lambda: of_council(
        title="Head of Audit", slug="", department="", from_date=ON, to_date=None
    ),
    (change, Post): lambda: {"record": people.post(), "title": "Head of Practice"},
    (create, Absence): lambda: of_council(
        holder=people.holder(), from_date=ON, to_date=ON, stand_in=None
    ),
    (change, Absence): lambda: {"record": people.absence(), "to_date": date(2016, 1, 20)},
    (create, SecondPersonPolicy): lambda: of_council(
        from_date=ON, reason="", **dict.fromkeys(STEPS, True)
    ),
    (change, SecondPersonPolicy): lambda: {"record": people.second_persons(), "reason": "Small"},
    (create, Cohort): lambda: of_council(
        kind="dbs", slug="visitors", title="Visitors", definition="Appointed.", from_date=ON
    ),
    (change, Cohort): lambda: {"record": people.cohort(), "title": "Visitors"},
    censuses.enter_census: lambda: {
        "cohort": looked_after.children_looked_after(),
        "day": date(2015, 12, 1),
        "entered": ENTERED,
    },
    censuses.correct: lambda: to(looked_after.census(total=187), entered=ENTERED, because="Late"),
    definitions.set_age_bands: lambda: of_council(
        bands=[("all", "Every age", 0, None)], from_date=ON
    ),
    definitions.correct_age_bands: lambda: of_council(
        bands=[("all", "Every age", 0, None)], from_date=_own_bands()
    ),
    definitions.set_census_days: lambda: of_council(own_days=[(12, 1)]),
    (create, ComparedArea): lambda: of_council(**AREA),
    (change, ComparedArea): lambda: to(compared.compared_area(), **AREA),
    censuses.set_locations: lambda: to(
        looked_after.census(total=188), locations={"inside": 150, "outside": 38}, source="Map"
    ),
    censuses.set_unit_costs: lambda: to(
        looked_after.census(), unit_costs={"agency_foster": (48_000, "Finance")}
    ),
    returns.read_return: lambda: of_council(
        whole=looked_after.whole_return(looked_after.OPEN, looked_after.LATE)
    ),
    returns.count_census: lambda: {"held_return": return_read(), "day": date(2017, 12, 1)},
    returns.count_days: lambda: {
        "held_return": return_read(),
        "days": [date(2017, 12, 1), date(2017, 12, 2)],
    },
    returns.take_offer: lambda: {"record": looked_after.offer()},
    returns.take_offers: lambda: {"record": looked_after.offer().held_return},
    recounts.offer_recounts: lambda: of_council(**wrong_count()),
    returns.take_back: lambda: {"record": return_read()},
    returns.remove_rows: lambda: to(return_read()),
    returns.withdraw_return: lambda: to(return_read(), because="Of another year"),
    returns.undo_withdrawal: lambda: return_withdrawn(at=this_moment()),
    returns.forget_withdrawn: lambda: {"record": return_withdrawn()["record"].state_before},
}


# What is withdrawn, by who makes one.
WITHDRAWN = {
    **{Person: people.person, Engagement: people.engagement, DbsCheck: dbs.dbs_check},
    **{DbsApplication: dbs.application, UpdateLookup: dbs.lookup, Breach: dbs.breach},
    **{Reminder: dbs.reminder, DbsAudit: dbs.dbs_audit},
    **{ComparedArea: compared.compared_area, Census: looked_after.census},
}
OPERATIONS |= {
    (withdraw, model): lambda make=make: away(make()) for model, make in WITHDRAWN.items()
}
LINES = {key if isinstance(key, tuple) else (key, None): told for key, told in OPERATIONS.items()}
