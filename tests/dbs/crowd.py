"""A crowd for the rules of DBS checks: every combination of dates on, before and after each edge.

Plain rows, which the makers below turn into rows of the database too.
"""

from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from itertools import product

from assurance.dbs.rules.statuses import Interval, PersonRecords
from tests.make import people

DAY = date(2016, 1, 15)
ONE = timedelta(days=1)
POLICY = Interval(36, 30, 12)
LONG_AGO = date(2010, 1, 1)


@dataclass(frozen=True)
class Role:
    """An engagement."""

    group: str = "employee"
    service: str = "Child in Need"
    role: str = "Social Worker"
    starts_on: date = LONG_AGO
    ends_on: date | None = None
    needs_check: bool = True
    not_eligible_because: str = ""
    level: str = "enhanced"
    workforce: str = "child"
    set_aside_from: date | None = None
    set_aside_until: date | None = None
    set_aside_because: str = ""
    # Whoever approved it, on paper; `kept` puts a post of a council in its place.
    set_aside_approver_id: int | None = 1
    absent_from: date | None = None
    absent_until: date | None = None
    absent_because: str = ""
    risk_assessed_on: date | None = None
    risk_assessment: str = ""


@dataclass(frozen=True)
class Check:
    """A certificate."""

    issued_on: date | None
    level: str = "enhanced"
    workforce: str = "child"


@dataclass(frozen=True)
class Application:
    """An application."""

    submitted_on: date
    closed_on: date | None = None

    @property
    def outcome(self):
        """What came of it."""
        return "certificate" if self.closed_on else ""


@dataclass(frozen=True)
class Lookup:
    """An answer of the Update Service."""

    looked_on: date
    answer: str = "CURRENT"


@dataclass(frozen=True)
class Somebody:
    """A role with all that is held of who has it."""

    role: Role
    checks: tuple = ()
    applications: tuple = ()
    lookups: tuple = ()

    @property
    def held(self):
        """What the rules read of it."""
        return PersonRecords(self.checks, self.applications, self.lookups)


# Issued so that the re-check is due the day before, on the day, on the last day of warning and the
# day after it; and on the day itself, the day after, and on a day that nobody wrote down.
ISSUES = (
    *(date(2013, 1, 14), date(2013, 1, 15), date(2013, 2, 14), date(2013, 2, 15)),
    *(DAY, DAY + ONE, None),
)
CHECKS = (
    (),
    *((Check(issued),) for issued in ISSUES),
    (Check(date(2012, 2, 29)), Check(date(2013, 1, 15))),
    (Check(DAY, level="standard"),),
    (Check(None, level="standard"), Check(date(2013, 1, 15))),
    (Check(DAY, workforce="adult"),),
    (Check(DAY, level="enhanced_barred", workforce="both"),),
)
APPLICATIONS = (
    (),
    (Application(DAY),),
    (Application(DAY + ONE),),
    (Application(DAY - ONE, DAY),),
    (Application(DAY - ONE, DAY + ONE),),
)
LOOKUPS = (
    (),
    (Lookup(date(2015, 1, 14)),),
    (Lookup(date(2015, 1, 15)),),
    (Lookup(DAY + ONE, "NOT_CURRENT"),),
    (Lookup(date(2013, 1, 14), "NOT_CURRENT"),),
    (Lookup(date(2013, 1, 15), "NOT_CURRENT"), Lookup(DAY, "NO_MATCH")),
    (Lookup(DAY, "NOT_CURRENT"), Lookup(DAY, "CURRENT")),
    (Lookup(DAY, "CURRENT"), Lookup(DAY, "NOT_CURRENT")),
    (Lookup(DAY - ONE), Lookup(DAY, "NO_MATCH")),
)
ASSESSED = (None, DAY, DAY + ONE)
ASIDE = {"set_aside_because": "Long absence"}
AWAY = {"absent_because": "parental"}
ROLES = (
    Role(),
    *(Role(starts_on=DAY), Role(starts_on=DAY + ONE)),
    *(Role(ends_on=DAY - ONE), Role(ends_on=DAY), Role(ends_on=DAY + ONE)),
    # Ends before it starts: both gone by, one gone by, both to come.
    Role(starts_on=DAY, ends_on=DAY - ONE),
    Role(starts_on=DAY + ONE, ends_on=DAY),
    Role(starts_on=DAY + ONE + ONE, ends_on=DAY + ONE),
    Role(needs_check=False, not_eligible_because="No contact with children"),
    *(Role(set_aside_from=since, **ASIDE) for since in (DAY, DAY + ONE)),
    *(Role(set_aside_from=LONG_AGO, set_aside_until=day, **ASIDE) for day in (DAY - ONE, DAY)),
    Role(set_aside_from=DAY, set_aside_approver_id=None, **ASIDE),
    *(Role(absent_from=since, **AWAY) for since in (DAY, DAY + ONE)),
    *(Role(absent_from=LONG_AGO, absent_until=day, **AWAY) for day in (DAY - ONE, DAY)),
    *(Role(workforce=workforce) for workforce in ("adult", "both", "other")),
    *(Role(level=level) for level in ("basic", "enhanced_barred")),
)


def kept(role, council):
    """The fields of a role as a council keeps it: approved by a post of its own where it is set
    aside with approval."""
    is_approved = role.set_aside_from and role.set_aside_approver_id
    approver = people.post(council=council).pk if is_approved else None
    return {**asdict(role), "set_aside_approver_id": approver}


def crowd():
    """Every combination of what is held for somebody in post, and of scope with the certificates:
    a list of `Somebody`."""
    in_post = [
        Somebody(replace(Role(), risk_assessed_on=assessed), checks, applications, lookups)
        for checks, applications, lookups, assessed in product(
            CHECKS, APPLICATIONS, LOOKUPS, ASSESSED
        )
    ]
    in_scope = [
        Somebody(role, checks, APPLICATIONS[1], lookups)
        for role, checks, lookups in product(ROLES[1:], CHECKS, LOOKUPS)
    ]
    return in_post + in_scope
