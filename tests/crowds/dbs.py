"""The DBS register on every edge of the twelve statuses, and audits of it: counted, and entered as
counts with every kind of part that was not told apart."""

from dataclasses import asdict, replace
from datetime import date, timedelta

from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.operations import positions
from assurance.dbs.rules.positions import FOLLOW_UP
from assurance.people.models.people import Engagement, Person
from assurance.records import operations
from tests.crowds.days import LONG_AGO, ONE, POSITION, withdrawn
from tests.dbs import crowd as edges
from tests.make.dbs import BY, policy
from tests.make.people import cohort, post

GROUPS = ("employee", "agency", "foster_carer", "panel", "volunteer")
# Entered audits of the usual population: day, the whole, parts, whether each group is said, months.
ENTERED = (
    (date(2014, 3, 31), 50, {"IN_DATE": 40, "PAST_DUE": 10}, True, {}),
    (date(2014, 6, 30), 50, {"IN_DATE": 40, "DUE_OR_OVERDUE": 10}, False, {}),
    (date(2014, 9, 30), 50, {"NOT_BROKEN_DOWN": 44, "NO_CHECK": 6}, False, {}),
    (date(2014, 12, 31), 50, {"NOT_BROKEN_DOWN": 50}, True, {}),
    (date(2015, 2, 28), 60, {"IN_DATE": 55, "OVERDUE": 3, "OVERDUE_IN_PROGRESS": 2}, False, {2: 4}),
    (date(2015, 3, 1), 9, {"NOT_BROKEN_DOWN": 0, "IN_DATE": 9}, False, {}),
    (
        date(2017, 9, 1),
        30,
        {
            **dict.fromkeys(("UNKNOWN", "NOT_CURRENT", "UPDATE_CURRENT", "IN_DATE"), 3),
            **dict.fromkeys(("DUE_SOON", "OVERDUE", "OVERDUE_IN_PROGRESS", "NO_CHECK"), 3),
            "NOT_BROKEN_DOWN": 6,
        },
        False,
        {},
    ),
)


def build(council, by, every):
    """One person in `every` of the product, the policies, and the audits."""
    policy(council=council)
    policy(council=council, group="foster_carer", interval_months=24, warn_days=60, lookup_months=6)
    _register(council, by, edges.crowd()[::every])
    usual = cohort(council=council, groups=list(GROUPS[:2]), usual=True)
    carers = cohort("carers", council=council, title="Carers", groups=list(GROUPS[2:4]))
    children = {"title": "Children in need", "kind": "looked_after", "groups": []}
    cohort("children-in-need", council=council, **children)
    on = {"council": council, "by": BY, "on": POSITION}
    for audit_day, day in ((POSITION - 10 * ONE, POSITION), (POSITION + ONE, POSITION + ONE)):
        positions.count_dbs_audit(cohort=usual, audit_date=audit_day, position_date=day, **on)
        positions.count_dbs_audit(cohort=carers, audit_date=day, position_date=day, **on)
    for told in ENTERED:
        _entered(usual, *told, **on)
    _replaced_and_withdrawn(usual, carers, by, on)


def _entered(of, day, needing, parts, grouped, months, **on):
    past = sum(parts.get(one, 0) for one in ("PAST_DUE", "OVERDUE", "OVERDUE_IN_PROGRESS"))
    known = not {"DUE_OR_OVERDUE", "NOT_BROKEN_DOWN"} & set(parts)
    return positions.enter_dbs_audit(
        cohort=of,
        audit_date=day,
        position_date=day,
        needing=needing,
        at_audit=parts,
        by_group={"employee": needing - 8, "not_broken_down": 8} if grouped else None,
        follow_up=dict(zip(FOLLOW_UP, (past - 3, 2, 1), strict=True)) if known and past else None,
        due={day.replace(month=month, day=1): people for month, people in months.items()} or None,
        source="Typed from the paper",
        **on,
    )


def _replaced_and_withdrawn(usual, carers, by, on):
    """An audit withdrawn, later than any other; one corrected, whose first edition was wrong; and
    one of two moments, the second of which nobody counted."""
    last = _entered(usual, date(2019, 12, 31), 70, {"IN_DATE": 70}, False, {}, **on)
    done = {"by": by, "on": POSITION}
    operations.withdraw(record=last, version=last.version, because="Of another year", **done)
    wrong = _entered(carers, date(2014, 6, 30), 20, {"IN_DATE": 20}, False, {}, **on)
    positions.correct_dbs_audit(
        record=wrong, version=wrong.version, corrected_because="Miscounted", needing=21,
        at_audit={"IN_DATE": 15, "NO_CHECK": 6}, source="Counted again", **done,
    )  # fmt: skip
    positions.enter_dbs_audit(
        cohort=carers, audit_date=date(2016, 12, 1), position_date=date(2016, 12, 20), needing=30,
        at_audit={"IN_DATE": 20, "PAST_DUE": 7, "JOINED_SINCE": 3}, source="Typed",
        due={date(2017, 1, 1): 5}, **on,
    )  # fmt: skip


def _register(council, by, crowd):
    people = Person.objects.bulk_create(
        Person(
            council=council,
            reference=f"SECRET-{number}",
            name="Confidential",
            created_on=LONG_AGO,
            # Every eleventh was withdrawn, and would count with all that is held of them.
            **(withdrawn(by) if number % 11 == 0 else {}),
        )
        for number in range(len(crowd))
    )
    told = list(enumerate(zip(people, crowd, strict=True)))
    # Every third has a second role, of another group and another need.
    roles = [(n, who, replace(one.role, group=GROUPS[n % 4])) for n, (who, one) in told] + [
        (n, who, replace(one.role, group=GROUPS[n % 5], workforce="adult", level="standard"))
        for n, (who, one) in told[::3]
    ]
    Engagement.objects.bulk_create(
        _row(Engagement, who, by if n % 13 == 0 else None, **edges.kept(role, council))
        for n, who, role in roles
    )
    _held(DbsCheck, told, by, "checks")
    _held(DbsApplication, told, by, "applications")
    _held(
        UpdateLookup,
        told,
        by,
        "lookups",
        post=post("Business Support", council=council),
        consent_held=True,
    )


def _held(model, told, by, name, **usual):
    """What is held of each; every fifth has a withdrawn row too, which would put things right."""
    rows = [
        _row(model, who, None, **asdict(held), **_outcome(held), **usual)
        for _, (who, one) in told
        for held in getattr(one, name)
    ]
    better = {
        "checks": edges.Check(POSITION - timedelta(60), "enhanced_barred", "both"),
        "applications": edges.Application(POSITION - timedelta(20)),
        "lookups": edges.Lookup(POSITION - timedelta(5)),
    }[name]
    rows += [_row(model, who, by, **asdict(better), **usual) for _, (who, _one) in told[::5]]
    model.objects.bulk_create(rows)


def _outcome(held):
    return {"outcome": held.outcome} if hasattr(held, "outcome") else {}


def _row(model, who, by, **said):
    out = withdrawn(by) if by else {}
    return model(council_id=who.council_id, person=who, created_on=LONG_AGO, **said, **out)
