"""Makers of retention policies and legal holds: a valid row with no arguments."""

from datetime import date

from reports.data_protection import rules
from reports.data_protection.models import LegalHold, RetentionPolicy
from tests.cast import make_council
from tests.make.people import LONG_AGO, person


def policy(kind=rules.STAFF, **said):
    """The usual policy of a kind of record, from long ago."""
    usual = rules.BY_KEY[kind]
    fields = {"length": usual.length, "unit": usual.unit, "reason": usual.reason}
    fields |= {"council": said.get("council") or make_council(), "from_date": LONG_AGO}
    fields |= {"created_on": LONG_AGO, "kind": kind}
    return RetentionPolicy.objects.create(**{**fields, **said})


def hold(**said):
    """A hold over a person of the DBS register."""
    council = said.get("council") or make_council()
    fields = {"council": council, "subject": LegalHold.PERSON, "reason": "Claim 2016/17"}
    fields |= {"from_date": date(2016, 1, 4), "created_on": LONG_AGO}
    if "key" not in said:
        said["key"] = str(person(council=council).pk)
    return LegalHold.objects.create(**{**fields, **said})
