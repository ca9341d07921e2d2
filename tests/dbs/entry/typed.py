"""What an officer types on the one form of somebody new."""

from datetime import date

from tests.dbs.entries import typed

PERSON = {"reference": "A1", "name": "Robin Ashdown", "work_email": ""}
ROLE = {
    "group": "employee",
    "service": "Child in Need",
    "role": "Social Worker",
    "starts_on": date(2015, 11, 2),
}
CERTIFICATE = {
    "check": "certificate",
    "certificate_number": "0012 3456 7890",
    "issued_on": date(2015, 10, 1),
    "seen_on": date(2015, 10, 5),
}
APPLIED = {"check": "applied", "submitted_on": date(2015, 11, 3)}


def somebody_new(*parts, **fields):
    """Somebody with the parts of the form that are given, as they are typed."""
    values = dict(PERSON)
    for part in parts:
        values |= part
    return typed(**{**values, **fields})
